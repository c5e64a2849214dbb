// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"strings"
	"testing"
)

// sumTable is the table of the manual, upper half: rows + columns.
const sumTable = `
| + | esatto | fino a | almeno | circa | fino a circa | tra | missing |
| esatto | esatto | fino a | almeno | circa | fino a circa | tra | almeno |
| fino a | | fino a | – | fino a circa | fino a circa | fino a | – |
| almeno | | | almeno | – | – | almeno | almeno |
| circa | | | | circa | fino a circa | fino a circa | – |
| fino a circa | | | | | fino a circa | fino a circa | – |
| tra | | | | | | tra | almeno |
| missing | | | | | | | missing |
`

func precisionNamed(t *testing.T, word string) Precision {
	t.Helper()
	if word == "missing" {
		return Missing
	}
	for p := Exact; p <= FewerThan; p++ {
		if p.String() == word {
			return p
		}
	}
	t.Fatalf("no precision is called %q", word)
	return Missing
}

// of returns a quantity of precision p; only known ones have a number.
func of(p Precision, n int) Quantity {
	switch p {
	case Missing:
		return Quantity{}
	case InWords:
		return Quantity{Precision: InWords, Text: "diverse decine"}
	case FewerThan:
		return Quantity{Precision: FewerThan, Number: 3}
	case Between:
		return Range(n, n+10)
	}
	return Quantity{Number: n, Precision: p}
}

func TestAddTable(t *testing.T) {
	var columns []string
	cells := 0
	for row := range strings.Lines(strings.TrimSpace(sumTable)) {
		words := strings.Split(strings.Trim(strings.TrimSpace(row), "|"), "|")
		for i := range words {
			words[i] = strings.TrimSpace(words[i])
		}
		if columns == nil {
			columns = words[1:]
			continue
		}
		for i, want := range words[1:] {
			if want == "" {
				continue
			}
			cells++
			t.Run(words[0]+" + "+columns[i], func(t *testing.T) {
				a, b := of(precisionNamed(t, words[0]), 3), of(precisionNamed(t, columns[i]), 4)
				for _, pair := range [][2]Quantity{{a, b}, {b, a}} {
					got, ok := Add(pair[0], pair[1])
					if want == "–" {
						if ok || got != (Quantity{}) {
							t.Errorf("Add(%v, %v) = %v, %v, want no sum", pair[0], pair[1], got, ok)
						}
						continue
					}
					w := Quantity{Number: a.Number + b.Number, Precision: precisionNamed(t, want)}
					switch w.Precision {
					case Between:
						w.To = a.high() + b.high()
					case UpTo, UpToAbout:
						w.Number = a.high() + b.high()
					}
					if !ok || got != w {
						t.Errorf("Add(%v, %v) = %+v, %v, want %+v", pair[0], pair[1], got, ok, w)
					}
				}
			})
		}
	}
	if cells != 28 {
		t.Errorf("the table has %d cells, want 28", cells)
	}
}

func TestWordsAndSmallGroupsAreNeverAdded(t *testing.T) {
	for _, never := range []Precision{InWords, FewerThan} {
		for p := Missing; p <= FewerThan; p++ {
			a, b := of(never, 0), of(p, 3)
			if got, ok := Add(a, b); ok {
				t.Errorf("Add(%v, %v) = %v, want no sum", a, b, got)
			}
			if got, ok := Add(b, a); ok {
				t.Errorf("Add(%v, %v) = %v, want no sum", b, a, got)
			}
		}
	}
}

// TestSumInAnyOrder is commutativity and associativity, over every triple: all
// orders and groupings agree on whether there is a sum and on what it is.
func TestSumInAnyOrder(t *testing.T) {
	for a := Missing; a <= FewerThan; a++ {
		for b := Missing; b <= FewerThan; b++ {
			for c := Missing; c <= FewerThan; c++ {
				x, y, z := of(a, 0), of(b, 5), of(c, 7)
				want, wantOK := Sum(x, y, z)
				for _, order := range [][]Quantity{{x, z, y}, {y, x, z}, {y, z, x}, {z, x, y}, {z, y, x}} {
					if got, ok := Sum(order...); ok != wantOK || got != want {
						t.Errorf("Sum(%v) = %v, %v, want %v, %v", order, got, ok, want, wantOK)
					}
				}
				yz, ok := Add(y, z)
				var got Quantity
				if ok {
					got, ok = Add(x, yz)
				}
				if ok != wantOK || got != want {
					t.Errorf("%v + (%v + %v) = %v, %v, want %v, %v", x, y, z, got, ok, want, wantOK)
				}
			}
		}
	}
}

func TestSum(t *testing.T) {
	for _, test := range []struct {
		name string
		in   []Quantity
		want Quantity
		ok   bool
	}{
		{"nothing", nil, Quantity{}, true},
		{"one", []Quantity{of(About, 5)}, of(About, 5), true},
		{"words alone", []Quantity{of(InWords, 0)}, of(InWords, 0), true},
		{"a small group alone", []Quantity{of(FewerThan, 0)}, of(FewerThan, 0), true},
		{"a small group and more", []Quantity{Count(9), of(FewerThan, 0)}, Quantity{}, false},
		{"words and more", []Quantity{of(InWords, 0), Count(1)}, Quantity{}, false},
		{"all up to", []Quantity{of(UpTo, 12), of(UpTo, 89), of(UpTo, 22)}, of(UpTo, 123), true},
		{"a missing part", []Quantity{Count(9), {}, Count(5)}, of(AtLeast, 14), true},
		{"only missing", []Quantity{{}, {}}, Quantity{}, true},
		{"a range and more", []Quantity{Range(5, 10), Count(3)}, Range(8, 13), true},
		{"two ranges", []Quantity{Range(5, 10), Range(1, 2)}, Range(6, 12), true},
		{"a range and a missing part", []Quantity{Range(5, 10), {}}, of(AtLeast, 5), true},
		{"decimals", []Quantity{{Number: 25, Decimals: 1, Precision: Exact}, Count(3), {Number: 125, Decimals: 2, Precision: Exact}}, Quantity{Number: 675, Decimals: 2, Precision: Exact}, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, ok := Sum(test.in...); got != test.want || ok != test.ok {
				t.Errorf("Sum(%v) = %+v, %v, want %+v, %v", test.in, got, ok, test.want, test.ok)
			}
		})
	}
}

func TestTotalListsWhatItCannotAdd(t *testing.T) {
	for _, test := range []struct {
		in   []Quantity
		want string
	}{
		{[]Quantity{Count(2), Count(3)}, "5"},
		{[]Quantity{Count(0), {}}, NotSaid},
		{[]Quantity{of(UpTo, 12), of(AtLeast, 3)}, "almeno 3"},
		{[]Quantity{of(UpTo, 12), {}, of(AtLeast, 3), {}}, "almeno 3"},
		{[]Quantity{of(UpTo, 12), {}, of(UpTo, 3), {}}, "fino a 15 e altri che la fonte non conta"},
		{[]Quantity{of(InWords, 0), {}}, "diverse decine e altri che la fonte non conta"},
		{[]Quantity{of(InWords, 0), Count(120)}, "almeno 120"},
		{[]Quantity{of(InWords, 0), Count(0)}, "diverse decine"},
		{[]Quantity{of(InWords, 0), of(About, 5)}, "circa 5 e diverse decine"},
		{nil, NotSaid},
		{[]Quantity{Count(20), of(FewerThan, 0)}, "più di 20"},
		{[]Quantity{Count(0), of(FewerThan, 0)}, "meno di 3"},
		{[]Quantity{of(UpTo, 12), of(FewerThan, 0)}, "fino a 12 e meno di 3"},
		{[]Quantity{of(FewerThan, 0), Count(5), of(UpTo, 12)}, "fino a 17 e meno di 3"},
		{[]Quantity{of(FewerThan, 0), of(FewerThan, 0)}, "meno di 5"},
		{[]Quantity{Count(9), of(FewerThan, 0), of(FewerThan, 0), {}}, "più di 10"},
		{[]Quantity{of(FewerThan, 0), {}}, "meno di 3 e altri che la fonte non conta"},
		{[]Quantity{of(UpTo, 12), of(AtLeast, 4), of(FewerThan, 0), of(InWords, 0)}, "più di 4"},
	} {
		if got := Total(test.in...).String(); got != test.want {
			t.Errorf("Total(%v) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestQuantityString(t *testing.T) {
	for _, test := range []struct {
		in    Quantity
		want  string
		known bool
	}{
		{Quantity{}, "La fonte non lo dice", false},
		{Count(0), "0", true},
		{Count(37), "37", true},
		{Count(999), "999", true},
		{Count(1234), "1.234", true},
		{Count(1000000), "1.000.000", true},
		{of(UpTo, 123), "fino a 123", true},
		{of(About, 40), "circa 40", true},
		{of(UpToAbout, 1040), "fino a circa 1.040", true},
		{of(AtLeast, 5), "almeno 5", true},
		{Range(5, 1010), "tra 5 e 1.010", true},
		{Quantity{Number: 65, Decimals: 1, Precision: Exact}, "6,5", true},
		{Quantity{Number: 5, Decimals: 2, Precision: UpTo}, "fino a 0,05", true},
		{Quantity{Number: 123450, To: 200000, Decimals: 2, Precision: Between}, "tra 1.234,50 e 2.000", true},
		{of(InWords, 0), "diverse decine", false},
		{of(FewerThan, 0), "meno di 3", false},
	} {
		if got := test.in.String(); got != test.want || test.in.Known() != test.known {
			t.Errorf("%#v is %q, known %v, want %q, %v", test.in, got, test.in.Known(), test.want, test.known)
		}
	}
}
