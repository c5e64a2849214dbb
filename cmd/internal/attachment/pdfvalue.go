// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"bytes"
	"strconv"
	"unicode/utf16"
)

// The values of PDF (ISO 32000-1, 7.3). A number that is not whole, and a
// keyword that is none of these, is nil.
type (
	pdfName   string
	pdfString []byte
	pdfRef    int // the number of the object
	pdfArray  []any
	pdfDict   map[pdfName]any
)

// Limits on a value: what is beyond is read and forgotten.
const (
	pdfDepth   = 64
	pdfEntries = 1000
	pdfText    = 64 << 10
)

// A pdfReader reads values one after the other. It never goes back, so that
// any input takes time in proportion to its length.
type pdfReader struct {
	data    []byte
	at      int
	endless bool // no stream ends after this
}

func isPDFBlank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isPDFDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// skip passes over blanks and comments.
func (r *pdfReader) skip() {
	for r.at < len(r.data) {
		switch c := r.data[r.at]; {
		case isPDFBlank(c):
			r.at++
		case c == '%':
			for r.at < len(r.data) && r.data[r.at] != '\n' && r.data[r.at] != '\r' {
				r.at++
			}
		default:
			return
		}
	}
}

// word reads what goes on to the next blank or delimiter.
func (r *pdfReader) word() []byte {
	start := r.at
	for r.at < len(r.data) && !isPDFBlank(r.data[r.at]) && !isPDFDelimiter(r.data[r.at]) {
		r.at++
	}
	return r.data[start:r.at]
}

// value reads one value; ok is false where none begins.
func (r *pdfReader) value(depth int) (v any, ok bool) {
	r.skip()
	if r.at >= len(r.data) || depth > pdfDepth {
		return nil, false
	}
	switch c := r.data[r.at]; {
	case c == '/':
		r.at++
		return pdfName(unescapeName(r.word())), true
	case c == '(':
		return r.literal(), true
	case c == '<' && r.at+1 < len(r.data) && r.data[r.at+1] == '<':
		r.at += 2
		return r.dict(depth)
	case c == '<':
		return r.hex(), true
	case c == '[':
		r.at++
		return r.array(depth)
	case isPDFDelimiter(c):
		return nil, false
	}
	w := r.word()
	n, err := strconv.Atoi(string(w[:min(len(w), 20)]))
	switch {
	case string(w) == "true":
		return true, true
	case err == nil:
		return r.reference(n), true
	}
	return nil, bytes.IndexByte([]byte("+-.0123456789"), w[0]) >= 0 || string(w) == "false" || string(w) == "null"
}

// reference returns the reference that n begins ("12 0 R"), or n.
func (r *pdfReader) reference(n int) any {
	rest := r.data[r.at:min(len(r.data), r.at+16)]
	i := 0
	for i < len(rest) && isPDFBlank(rest[i]) {
		i++
	}
	from := i
	for i < len(rest) && '0' <= rest[i] && rest[i] <= '9' {
		i++
	}
	if i == 0 || i == from {
		return n
	}
	to := i
	for i < len(rest) && isPDFBlank(rest[i]) {
		i++
	}
	if i == to || i >= len(rest) || rest[i] != 'R' {
		return n
	}
	r.at += i + 1
	return pdfRef(n)
}

func (r *pdfReader) array(depth int) (v any, ok bool) {
	var out pdfArray
	for {
		r.skip()
		if r.at < len(r.data) && r.data[r.at] == ']' {
			r.at++
			return out, true
		}
		v, ok := r.value(depth + 1)
		if !ok {
			return out, false
		}
		if len(out) < pdfEntries {
			out = append(out, v)
		}
	}
}

func (r *pdfReader) dict(depth int) (v any, ok bool) {
	out := make(pdfDict)
	for {
		r.skip()
		switch {
		case bytes.HasPrefix(r.data[r.at:], []byte(">>")):
			r.at += 2
			return out, true
		case r.at >= len(r.data) || r.data[r.at] != '/':
			return out, false
		}
		r.at++
		name := pdfName(unescapeName(r.word()))
		v, ok := r.value(depth + 1)
		if !ok {
			return out, false
		}
		if len(out) < pdfEntries {
			out[name] = v
		}
	}
}

// literal reads a string in parentheses.
func (r *pdfReader) literal() pdfString {
	var out pdfString
	depth := 0
	for ; r.at < len(r.data); r.at++ {
		c := r.data[r.at]
		switch c {
		case '(':
			depth++
			if depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				r.at++
				return out
			}
		case '\\':
			r.at++
			if r.at >= len(r.data) {
				return out
			}
			var keep bool
			if c, keep = r.escaped(); !keep {
				continue
			}
		}
		if len(out) < pdfText {
			out = append(out, c)
		}
	}
	return out
}

// escaped reads what follows a backslash and leaves the reader on its last
// byte.
func (r *pdfReader) escaped() (c byte, keep bool) {
	c = r.data[r.at]
	switch c {
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'b', 'f':
		return ' ', true
	case '\n':
		return 0, false
	case '\r':
		if r.at+1 < len(r.data) && r.data[r.at+1] == '\n' {
			r.at++
		}
		return 0, false
	}
	if c < '0' || c > '7' {
		return c, true
	}
	n := int(c - '0')
	for k := 0; k < 2 && r.at+1 < len(r.data) && '0' <= r.data[r.at+1] && r.data[r.at+1] <= '7'; k++ {
		r.at++
		n = n*8 + int(r.data[r.at]-'0')
	}
	return byte(n), true
}

// hex reads a string in hexadecimal digits.
func (r *pdfReader) hex() pdfString {
	var out pdfString
	high, half := byte(0), false
	for r.at++; r.at < len(r.data); r.at++ {
		c := r.data[r.at]
		if c == '>' {
			r.at++
			break
		}
		d, ok := hexDigit(c)
		if !ok {
			continue
		}
		if half && len(out) < pdfText {
			out = append(out, high<<4|d)
		}
		high, half = d, !half
	}
	if half && len(out) < pdfText {
		out = append(out, high<<4)
	}
	return out
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// unescapeName reads the #xx of a name.
func unescapeName(w []byte) string {
	if bytes.IndexByte(w, '#') < 0 {
		return string(w)
	}
	var out []byte
	for i := 0; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) {
			a, ok1 := hexDigit(w[i+1])
			b, ok2 := hexDigit(w[i+2])
			if ok1 && ok2 {
				out = append(out, a<<4|b)
				i += 2
				continue
			}
		}
		out = append(out, w[i])
	}
	return string(out)
}

// String returns the text that a string of PDF stands for (7.9.2.2): UTF-16,
// UTF-8, or an encoding that agrees with Latin-1 on the letters of Italian.
func (s pdfString) String() string {
	switch {
	case bytes.HasPrefix(s, []byte("\xfe\xff")):
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	case bytes.HasPrefix(s, []byte("\xef\xbb\xbf")):
		return string(s[3:])
	}
	return fromLatin1(s)
}
