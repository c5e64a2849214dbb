// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"math"
	"time"
)

// A Kind is the type of a TOML value.
type Kind int

const (
	Absent Kind = iota
	Text
	Integer
	Float
	Infinite
	NotANumber
	Bool
	Day // a local date
	Clock
	Moment // a day and a time, with or without a zone
	OneTable
	Tables // an array of tables, written [[…]]
	List
)

var kindWords = [...]string{
	Text: "un testo", Integer: "un numero intero", Float: "un numero con la virgola", Infinite: "un numero infinito",
	NotANumber: "un valore che non è un numero (nan)", Bool: "un valore sì/no (true o false)", Day: "una data", Clock: "un'ora",
	Moment: "una data con l'ora", OneTable: "una tabella", Tables: "un elenco di tabelle", List: "un elenco",
}

// String returns the kind in Italian with its article, "" for Absent.
func (k Kind) String() string { return kindWords[k] }

// Kind returns the kind of the value at key. It does not count as reading the key.
func (t *Table) Kind(key string) Kind { return kindOf(t.values[key]) }

func kindOf(v any) Kind {
	switch v := v.(type) {
	case nil:
		return Absent
	case string:
		return Text
	case int64:
		return Integer
	case float64:
		switch {
		case math.IsInf(v, 0):
			return Infinite
		case math.IsNaN(v):
			return NotANumber
		}
		return Float
	case bool:
		return Bool
	case time.Time:
		switch v.Location().String() {
		case "date-local":
			return Day
		case "time-local":
			return Clock
		}
		return Moment
	case map[string]any:
		return OneTable
	case []map[string]any:
		return Tables
	}
	return List
}
