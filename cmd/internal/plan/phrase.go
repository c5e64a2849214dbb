// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"strings"

	"vetro/cmd/internal/italian"
)

// PhraseSuffix after the name of a figure stands for its value with the noun
// that goes with it: progetti.nel_piano.frase is "37 progetti".
const PhraseSuffix = ".frase"

// units are the nouns of figures, one for each.
var units = map[string]string{"progetti": "progetto", "dipendenti": "dipendente", "settori": "settore", "giornate": "giornata"}

// Singular returns the form for one of a unit.
func (f Figure) Singular() string {
	if one := units[f.Unit]; one != "" {
		return one
	}
	return f.Unit
}

// Phrase prints the value with its noun, which agrees: "1 progetto", "una
// ventina di dipendenti"; what the source does not say is said so.
func (f Figure) Phrase() string {
	if s := f.Value.Of(f.Singular(), f.Unit); s != "" {
		return s
	}
	return f.Value.String()
}

// Of prints a quantity with its noun: "37 progetti", "fino a 123 dipendenti",
// "diverse decine di dipendenti". Missing gives "".
func (q Quantity) Of(one, many string) string {
	switch {
	case q.Precision == Missing:
		return ""
	case q.Precision == InWords && italian.Collective(q.Text):
		return q.Text + " di " + many
	case q.Precision == InWords:
		return many + ": " + q.Text
	}
	return q.String() + " " + q.Noun(one, many)
}

// Noun is the form of a noun that follows q.
func (q Quantity) Noun(one, many string) string {
	if q.Known() && q.Value() == 1 && q.High() == 1 {
		return one
	}
	return many
}

// IsPlural reports whether word is the noun of figures for more than one.
func IsPlural(word string) bool { return units[strings.ToLower(word)] != "" }
