// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Word processors turn straight quotes into these.
const (
	curly     = "“”„‟«»‘’‚‛"
	hintCurly = `sostituisci le virgolette tipografiche con quelle dritte: "`
)

var reCurly = regexp.MustCompile(`^\s*(?:[\w.-]+\s*=\s*(?:\[\s*)?)?([` + curly + `])`)

// curlyQuotes reports quotes of a word processor where the straight ones of
// TOML belong, on the line of the error and on those below that begin likewise.
func (doc *document) curlyQuotes(src string, at int) bool {
	n := doc.file.Position(at).Line
	line, start := doc.file.Line(n), doc.file.LineStart(n)
	if m := reCurly.FindStringSubmatchIndex(line); m == nil {
		// "text” is opened well and closed badly.
		end := strings.TrimRight(line, " \t,]}")
		r, size := utf8.DecodeLastRuneInString(end)
		if !strings.ContainsRune(curly, r) || strings.Count(line, `"`)%2 == 0 {
			if r, size = utf8.DecodeRuneInString(src[at:]); !strings.ContainsRune(curly, r) {
				return false
			}
			doc.curly(span{at, size})
			return true
		}
		doc.curly(span{start + len(end) - size, size})
	}
	for i := n; i <= doc.file.Lines(); i++ {
		if m := reCurly.FindStringSubmatchIndex(doc.file.Line(i)); m != nil {
			doc.curly(span{doc.file.LineStart(i) + m[2], m[3] - m[2]})
		}
	}
	return true
}

func (doc *document) curly(s span) {
	d := doc.at(s)
	d.Code = "curly-quotes"
	d.Message = fmt.Sprintf("qui ci sono virgolette tipografiche: %s", string(doc.file.Data[s.at:s.end()]))
	d.Hint = hintCurly
	doc.report(d)
}
