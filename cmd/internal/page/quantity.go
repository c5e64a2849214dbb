// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
)

// inWords reports whether q is in words that no noun can follow: "molti" does
// not make a phrase with every noun, "una ventina" does with "di".
func inWords(q plan.Quantity) bool {
	return q.Precision == plan.InWords && !italian.Collective(q.Text)
}

// involves says how many employees something takes in: "coinvolge 4
// dipendenti", "può coinvolgere fino a 123 dipendenti"; "" when nobody knows.
func involves(q plan.Quantity) string {
	verb := "coinvolge "
	switch {
	case q.IsMissing():
		return ""
	case inWords(q):
		return "coinvolge dipendenti in questa misura: " + q.Text
	case mayBe(q):
		verb = "può coinvolgere "
	}
	return verb + quantityOf(q, "dipendente", "dipendenti")
}

// mayBe reports whether q is only a limit: of "fino a 12" there may be none.
func mayBe(q plan.Quantity) bool {
	return q.Precision == plan.UpTo || q.Precision == plan.UpToAbout
}

// quantityOf prints a quantity with its noun: "37 progetti", "fino a 123
// dipendenti", "diverse decine di dipendenti". Missing gives "".
func quantityOf(q plan.Quantity, one, many string) string {
	switch {
	case q.Precision == plan.Missing:
		return ""
	case q.Precision == plan.InWords && italian.Collective(q.Text):
		return q.Text + " di " + many
	case q.Precision == plan.InWords:
		return many + ": " + q.Text
	}
	return q.String() + " " + noun(q, one, many)
}

// noun is the form of a noun that follows q.
func noun(q plan.Quantity, one, many string) string {
	if q.Known() && q.Value() == 1 && q.High() == 1 {
		return one
	}
	return many
}
