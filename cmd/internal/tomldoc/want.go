// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import "slices"

// A Guide says what belongs at a key, named from the document down. It is asked
// only when something else stands there. Of what it does not know it returns
// the zero Want.
type Guide func(path []string) Want

// A Want is what belongs at a key.
type Want struct {
	Form     Form
	Required bool
	Decimals bool     // of an Amount: it may have a fraction
	Range    bool     // of an Amount: { da = 5, a = 10 } can be written
	Firmness []string // of an Amount: the words of precisione
	Example  string   // of a table between braces: a right one
	Header   string   // of a table with a header: its name, progetto.personale
	Words    bool     // of a Month: the words of the source will do too
	// Choice returns the word to write for one that people use, of a key that
	// takes only some; nil when it takes any text.
	Choice func(word string) (string, bool)
	// Rewrite returns what is meant by a plain value or list where tables
	// belong; "" when that cannot be told.
	Rewrite func(raw string) string
}

// A Form is how a value is to be written.
type Form int

const (
	AnyForm      Form = iota
	TextForm          // a text
	WholeForm         // a whole number
	NumberForm        // a number
	MeasuredForm      // a number, "sì" or "no", or a day
	AmountForm        // a whole number, or a table that says how firm it is
	DayForm           // 2026-11-22
	MonthForm         // "2026", "2026-11" or "2026-11-22", in quotes
	FlagForm          // true or false
	ListForm          // a list of texts
	TableForm
	TablesForm
)

// want asks the guide.
func (doc *document) want(path []string) Want {
	if doc.guide == nil {
		return Want{}
	}
	return doc.guide(path)
}

// want says what belongs at key.
func (t *Table) want(key string) Want { return t.doc.want(append(t.names(), key)) }

// names returns the keys that lead from the document to t.
func (t *Table) names() []string {
	var names []string
	for ; t.parent != nil; t = t.parent {
		names = append(names, t.key)
	}
	slices.Reverse(names)
	return names
}
