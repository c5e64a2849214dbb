// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"regexp"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// apostrophe is what a straight one between two letters is shown as.
const apostrophe = "’"

// apostrophes returns where the text of a residue has a straight apostrophe
// between a letter and a letter or figure, whatever marks stand between: l'ente,
// l'*ente*, dell'8. Code and what is escaped keep theirs.
func apostrophes(residue []byte) map[int]bool {
	var found map[int]bool
	for i := 0; ; i++ {
		next := bytes.IndexByte(residue[i:], '\'')
		if next < 0 {
			return found
		}
		i += next
		before, _ := utf8.DecodeLastRune(bytes.TrimRight(residue[max(0, i-40):i], "\x00"))
		after, _ := utf8.DecodeRune(bytes.TrimLeft(residue[i+1:min(len(residue), i+41)], "\x00"))
		if unicode.IsLetter(before) && (unicode.IsLetter(after) || unicode.IsDigit(after)) {
			if found == nil {
				found = map[int]bool{}
			}
			found[i] = true
		}
	}
}

// kept matches a number and the word after it, and a month and its year: a line
// does not end between them.
var kept = regexp.MustCompile(`(?:\b[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]+)?º?|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre) (?:[0-9]{4}\b|[a-zàèéìòù]{4})`)

// typeset returns the text of n with curly apostrophes, and with spaces that do
// not break behind numbers and figures.
func (p *Page) typeset(n *ast.Text) []byte {
	value, start := n.Segment.Value(p.src), n.Segment.Start
	spaces := map[int]bool{}
	for from := 0; ; {
		at := kept.FindIndex(value[from:])
		if at == nil {
			break
		}
		space := from + at[0] + bytes.IndexByte(value[from+at[0]:], ' ')
		spaces[space] = true
		from = space + 1
	}
	if _, ok := n.PreviousSibling().(*binding); ok && len(value) > 1 && value[0] == ' ' {
		if r, _ := utf8.DecodeRune(value[1:]); unicode.IsLower(r) {
			spaces[0] = true
		}
	}
	if len(spaces) == 0 && len(p.curly) == 0 {
		return value
	}
	var out []byte
	for i, b := range value {
		switch {
		case spaces[i]:
			out = append(out, "\u00a0"...)
		case b == '\'' && p.curly[start+i]:
			out = append(out, apostrophe...)
		default:
			out = append(out, b)
		}
	}
	return out
}
