// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"slices"
	"strconv"
	"strings"
)

// A Kind is the type of the values of a column.
type Kind int

const (
	Text       Kind = iota + 1 // testo
	Integer                    // intero
	Decimal                    // decimale
	Year                       // anno: four digits
	Period                     // periodo: a year, a month or a day, "2022", "2022-03", "2022-03-15", or words
	Boolean                    // booleano
	Identifier                 // identificativo: never changes, other tables refer to it
	Code                       // codice: one of the words of the column
	List                       // elenco: several texts
)

var kindWords = [...]string{
	Text: "testo", Integer: "intero", Decimal: "decimale", Year: "anno", Period: "periodo",
	Boolean: "booleano", Identifier: "identificativo", Code: "codice", List: "elenco",
}

// String returns the word for k that the data dictionary uses.
func (k Kind) String() string { return kindWords[k] }

// A Value is what stands in a cell: nil for nothing, a string (Text, Period,
// Identifier, Code), an int (Integer, Year), a float64 (Decimal), a bool or a
// []string. A string is never empty, a list neither.
type Value any

// A Table is one file of the data set: rows that all have the same columns.
type Table struct {
	Name    string // of the file, without its ending
	Title   string
	Meaning string // what a row is, one Italian sentence
	Columns []Column
	Primary string    // the column that tells every row from all others
	Rows    [][]Value // as many values as there are columns
	// Separator stands between the items of a list where a form has none of its
	// own. No item contains it.
	Separator string
}

// Column returns the position of the column called name, or -1.
func (t Table) Column(name string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
}

// Written returns v as CSV has it, before what a spreadsheet could take for a
// formula is neutralised: numbers with a decimal point, "true" and "false",
// lists with the separator of t between items, "" for nothing.
func (t Table) Written(v Value) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case float64:
		return decimal(v)
	case bool:
		return strconv.FormatBool(v)
	case []string:
		return strings.Join(v, t.Separator)
	}
	return ""
}

// decimal writes v with all its digits and no exponent.
func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// separate gives t a separator that none of its lists contains.
func (t *Table) separate() {
	taken := func(r rune) bool {
		for i, c := range t.Columns {
			if c.Kind != List {
				continue
			}
			for _, row := range t.Rows {
				items, _ := row[i].([]string)
				if slices.ContainsFunc(items, func(s string) bool { return strings.ContainsRune(s, r) }) {
					return true
				}
			}
		}
		return false
	}
	// Almost always the first will do; text ends before the box drawings do.
	r := '|'
	for next := '─'; taken(r); next++ {
		r = next
	}
	t.Separator = string(r)
}
