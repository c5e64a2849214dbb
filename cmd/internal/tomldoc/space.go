// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
)

// strangeSpaces reports the characters outside of texts that look like a space,
// or like nothing, and that TOML does not take for one: a copy from a web page
// or from a word processor brings them along, and nobody can see them.
func (doc *document) strangeSpaces(src string) bool {
	found := false
	outside(src, func(i int) bool {
		r, n := utf8.DecodeRuneInString(src[i:])
		if r < utf8.RuneSelf || !utf8.RuneStart(src[i]) || !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			return true
		}
		found = true
		if doc.full() {
			return false
		}
		d := doc.at(span{i, n})
		d.Code = "toml-syntax"
		d.Message = fmt.Sprintf("qui c'è uno spazio speciale (U+%04X), che fuori dai testi non può stare", r)
		d.Hint = "di solito arriva con un copia e incolla: cancellalo e scrivi uno spazio normale"
		d.Fix = []diag.Edit{{Offset: i, Length: n, Text: " "}}
		if !unicode.IsSpace(r) {
			d.Message = fmt.Sprintf("qui c'è un carattere invisibile (U+%04X), che fuori dai testi non può stare", r)
			d.Hint = "di solito arriva con un copia e incolla: cancellalo"
			d.Fix[0].Text = ""
		}
		doc.report(d)
		return true
	})
	return found
}
