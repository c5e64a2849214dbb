// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"regexp"
	"strings"

	"vetro/cmd/internal/diag"
)

var (
	reNewKey    = regexp.MustCompile(`^\s*[\w-]+(\s*\.\s*[\w-]+)*\s*=`)
	reNewHeader = regexp.MustCompile(`^\s*\[{1,2}\s*[A-Za-z_][\w.-]*\s*\]{1,2}\s*(#|$)`)
)

// unclosed reports a bracket that is still open where the file ends, or where
// a new key or header begins. The decoder, still inside the list, would object
// to whatever comes next: the place to mend is the bracket.
func (doc *document) unclosed(src string, s *scanner, where span, message string) bool {
	rest := strings.TrimRight(src, " \t\r\n")
	ends := strings.Contains(message, "EOF") || strings.Contains(message, "end of file") || where.at >= len(rest)
	start := len(src)
	if !ends {
		start = strings.LastIndexByte(src[:where.at], '\n') + 1
	}
	bracket := s.unclosedBefore(start)
	if bracket < 0 {
		return false
	}
	list := src[bracket] == '['
	line, _, _ := strings.Cut(src[start:], "\n")
	switch {
	case ends && !list && strings.HasSuffix(rest, "="):
		return false // what is missing is the value
	case ends:
	case reNewHeader.MatchString(line), list && reNewKey.MatchString(line):
	default:
		return false
	}
	d := doc.at(span{bracket, 1})
	d.Code = "toml-syntax"
	d.Message, d.Hint = "l'elenco aperto qui non è chiuso da «]»", "metti «]» dopo l'ultima voce"
	if !list {
		d.Message, d.Hint = "la tabella tra graffe aperta qui non è chiusa da «}»", "metti «}» dopo l'ultima chiave"
	}
	if !ends {
		at := start + len(line) - len(strings.TrimLeft(line, " \t"))
		d.Related = []diag.Related{{Pos: doc.file.Position(at), Message: "qui comincia già altro"}}
	}
	doc.report(d)
	return true
}

// unclosedBefore returns where the innermost bracket begins that is open at
// the byte at, or -1.
func (s *scanner) unclosedBefore(at int) int {
	for _, bracket := range s.brackets {
		if bracket < at {
			return bracket
		}
	}
	return -1
}
