// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"strconv"
	"strings"
)

// A part is one name of a dotted key.
type part struct {
	name string
	span
}

// at returns the byte i after the current one, or 0 beyond the end.
func (s *scanner) at(i int) byte {
	if s.pos+i < len(s.src) {
		return s.src[s.pos+i]
	}
	return 0
}

// accept steps over c, if it is next.
func (s *scanner) accept(c byte) bool {
	if s.at(0) != c || s.pos >= len(s.src) {
		return false
	}
	s.pos++
	return true
}

// skipSpace steps over spaces and tabs.
func (s *scanner) skipSpace() {
	for s.at(0) == ' ' || s.at(0) == '\t' {
		s.pos++
	}
}

// skipBlank steps over spaces, line breaks and comments.
func (s *scanner) skipBlank() {
	for {
		switch s.at(0) {
		case ' ', '\t', '\r', '\n':
			s.pos++
		case '#':
			s.skipComment()
		default:
			return
		}
	}
}

func (s *scanner) skipComment() {
	if i := strings.IndexByte(s.src[s.pos:], '\n'); i >= 0 {
		s.pos += i
	} else {
		s.pos = len(s.src)
	}
}

// endOfLine steps to the end of the line, over a comment, and reports whether
// there was nothing else.
func (s *scanner) endOfLine() bool {
	s.skipSpace()
	if s.at(0) == '#' {
		s.skipComment()
	}
	s.accept('\r')
	return s.pos == len(s.src) || s.at(0) == '\n'
}

// keyParts reads a key, such as a."b c".d, and the spaces after it.
func (s *scanner) keyParts() ([]part, bool) {
	var parts []part
	for {
		s.skipSpace()
		start := s.pos
		name := ""
		switch c := s.at(0); {
		case c == '"' || c == '\'':
			if !s.line(c) {
				return nil, false
			}
			name = s.src[start+1 : s.pos-1]
			if c == '"' {
				name = unescape(name)
			}
		default:
			for isBare(s.at(0)) {
				s.pos++
			}
			if s.pos == start {
				return nil, false
			}
			name = s.src[start:s.pos]
		}
		parts = append(parts, part{name, span{start, s.pos - start}})
		s.skipSpace()
		if len(parts) > maxDepth || !s.accept('.') {
			return parts, len(parts) <= maxDepth
		}
	}
}

func isBare(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-'
}

// text steps over a string of any of the four kinds.
func (s *scanner) text() bool {
	quote := s.at(0)
	if s.at(1) != quote || s.at(2) != quote {
		return s.line(quote)
	}
	start := s.pos
	for s.pos += 3; s.pos < len(s.src); {
		switch c := s.src[s.pos]; {
		case c == '\\' && quote == '"':
			s.pos = min(s.pos+2, len(s.src))
		case c == quote:
			// The last three of a run of quotes close the text: it may
			// itself end in one or two.
			run := 1
			for s.at(run) == quote {
				run++
			}
			s.pos += run
			if run >= 3 {
				return true
			}
		default:
			s.pos++
		}
	}
	s.open = start
	return false
}

// line steps over a string that ends on its own line.
func (s *scanner) line(quote byte) bool {
	start := s.pos
	for s.pos++; s.pos < len(s.src); s.pos++ {
		switch c := s.src[s.pos]; {
		case c == '\n':
			s.open = start
			return false
		case c == '\\' && quote == '"' && s.at(1) != '\n':
			s.pos++
		case c == quote:
			s.pos++
			return true
		}
	}
	s.pos = len(s.src)
	s.open = start
	return false
}

// bare steps over a number, a boolean or a date, which may hold one space.
func (s *scanner) bare() {
	start := s.pos
	for s.pos < len(s.src) && !strings.ContainsRune(",]}#\r\n", rune(s.src[s.pos])) {
		s.pos++
	}
	for s.pos > start && (s.src[s.pos-1] == ' ' || s.src[s.pos-1] == '\t') {
		s.pos--
	}
}

// unescape decodes the inside of a key in double quotes.
func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch c := s[i]; c {
		case 'x', 'u', 'U':
			digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
			end := min(i+1+digits, len(s))
			if n, err := strconv.ParseUint(s[i+1:end], 16, 32); err == nil {
				b.WriteRune(rune(n))
			}
			i = end - 1
		default:
			if j := strings.IndexByte(`btnfre`, c); j >= 0 {
				c = "\b\t\n\f\r\x1b"[j]
			}
			b.WriteByte(c)
		}
	}
	return b.String()
}
