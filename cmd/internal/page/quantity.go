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

// quantityOf is q.Of; "" for what is missing.
func quantityOf(q plan.Quantity, one, many string) string { return q.Of(one, many) }
