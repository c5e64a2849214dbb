// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"strings"
	"unicode"
)

// FormulaNote says to who downloads the files what happens to texts that a
// spreadsheet would take for formulas, and how to undo it.
const FormulaNote = "Nei file CSV, se un testo comincia con uno dei caratteri = + - @ o con una tabulazione, " +
	"anche dopo spazi o apostrofi, davanti c’è un apostrofo (') in più: così un foglio di calcolo non lo prende per una formula. " +
	"Per riavere il testo originale togli quel primo apostrofo. I numeri restano numeri, anche quelli negativi. " +
	"I file JSON e XLSX hanno i testi così come sono."

// formulaStarts are the characters that make a spreadsheet read a cell as a
// formula or as something to run (OWASP, "CSV Injection"), and the wide forms
// of the first four.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// likeFormula reports whether a spreadsheet could take s for a formula, or s is
// one that has been neutralised.
func likeFormula(s string) bool {
	s = strings.TrimLeftFunc(s, func(r rune) bool {
		return r == '\'' || unicode.IsSpace(r) && !strings.ContainsRune(formulaStarts, r)
	})
	return strings.IndexAny(s, formulaStarts) == 0
}

// Neutralise puts an apostrophe before a text that a spreadsheet could take for
// a formula. Restore undoes it, whatever the text was.
func Neutralise(s string) string {
	if likeFormula(s) {
		return "'" + s
	}
	return s
}

// Restore returns the text that Neutralise was given.
func Restore(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && likeFormula(rest) {
		return rest
	}
	return s
}
