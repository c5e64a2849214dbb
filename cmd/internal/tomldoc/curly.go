// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
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
	line, start := doc.file.Line(d.Pos.Line), doc.file.LineStart(d.Pos.Line)
	if straight := reCurlyText.ReplaceAllStringFunc(line, straighten); straight != line {
		d.Fix = []diag.Edit{{Offset: start, Length: len(line), Text: straight}}
	}
	doc.report(d)
}

// reCurlyText matches a text between quotes of which one at least is curly, up to
// the last that a comma, a bracket or the end of the line follows.
var reCurlyText = regexp.MustCompile(`(?:"[^"` + curly + `]*[` + curly + `]|[“”„‟«»][^"“”«»\n]*["“”‟»«]|[‘’‚‛][^"‘‚‛\n]*?[’‘‛'])([ \t]*(?:[,\]}#\r]|$))`)

// straighten puts straight quotes around a text that reCurlyText matches.
func straighten(s string) string {
	end := strings.LastIndexAny(s, curly+`"'`)
	_, first := utf8.DecodeRuneInString(s)
	_, last := utf8.DecodeRuneInString(s[end:])
	return quote(s[first:end]) + s[end+last:]
}
