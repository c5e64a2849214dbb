// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"strconv"
	"strings"
)

// Precision says how firm a quantity is.
type Precision int

const (
	Missing   Precision = iota // the source does not say; not zero
	Exact                      // esatto
	UpTo                       // fino a
	AtLeast                    // almeno
	About                      // circa
	UpToAbout                  // fino a circa
	InWords                    // testo: only words, such as "diverse decine"
)

// precisions holds the word of each precision that goes with a number, as
// written in the data and printed before the number.
var precisions = [...]string{Exact: "esatto", UpTo: "fino a", AtLeast: "almeno", About: "circa", UpToAbout: "fino a circa"}

// String returns the word used in the data and in the column "precisione" of
// the open data; "" for Missing and InWords, which have none.
func (p Precision) String() string {
	if p < 0 || int(p) >= len(precisions) {
		return ""
	}
	return precisions[p]
}

// A Quantity is a count and how firm it is. The zero value is Missing.
type Quantity struct {
	Number    int // meaningful when Precision is Exact … UpToAbout
	Precision Precision
	Text      string // for InWords, the source's words
}

// NotSaid is the one phrase for a gap.
const NotSaid = "La fonte non lo dice"

// Count returns the exact quantity n.
func Count(n int) Quantity { return Quantity{Number: n, Precision: Exact} }

// Known reports whether q has a number, firm or not, and so can be drawn.
// "diverse decine" is said but not known in this sense: see IsMissing.
func (q Quantity) Known() bool { return q.Precision >= Exact && q.Precision <= UpToAbout }

// IsMissing reports whether the source says nothing at all.
func (q Quantity) IsMissing() bool { return q.Precision == Missing }

// String returns q as people read it: "37", "fino a circa 1.234", "diverse
// decine", or NotSaid.
func (q Quantity) String() string {
	switch q.Precision {
	case Missing:
		return NotSaid
	case InWords:
		return q.Text
	case Exact:
		return thousands(q.Number)
	}
	return q.Precision.String() + " " + thousands(q.Number)
}

// thousands writes n with a dot between groups of three digits.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// none marks the pairs of precisions that cannot be added: "fino a 5" and
// "almeno 3" bound the sum on neither side.
const none Precision = -1

// sumPrecision is how firm the sum of two quantities is. It is symmetric and
// has no row for InWords, which is never added.
var sumPrecision = [UpToAbout + 1][UpToAbout + 1]Precision{
	//          Missing  Exact      UpTo       AtLeast  About      UpToAbout
	Missing:   {Missing, AtLeast, none, AtLeast, none, none},
	Exact:     {AtLeast, Exact, UpTo, AtLeast, About, UpToAbout},
	UpTo:      {none, UpTo, UpTo, none, UpToAbout, UpToAbout},
	AtLeast:   {AtLeast, AtLeast, none, AtLeast, none, none},
	About:     {none, About, UpToAbout, none, About, UpToAbout},
	UpToAbout: {none, UpToAbout, UpToAbout, none, UpToAbout, UpToAbout},
}

// Add returns a + b. It is false where the sum would say more than its parts:
// then the parts are listed instead (see Total). What is missing makes an
// exact number "almeno", never zero.
func Add(a, b Quantity) (Quantity, bool) {
	if a.Precision == InWords || b.Precision == InWords {
		return Quantity{}, false
	}
	p := sumPrecision[a.Precision][b.Precision]
	if p == none {
		return Quantity{}, false
	}
	return Quantity{Number: a.Number + b.Number, Precision: p}, true
}

// Sum adds up qs in any order; false when two of them cannot be added. The sum
// of nothing is Missing: nobody said anything.
func Sum(qs ...Quantity) (Quantity, bool) {
	if len(qs) == 0 {
		return Quantity{}, true
	}
	total := qs[0]
	if total.Precision == InWords && len(qs) > 1 {
		return Quantity{}, false
	}
	for _, q := range qs[1:] {
		var ok bool
		if total, ok = Add(total, q); !ok {
			return Quantity{}, false
		}
	}
	return total, true
}

// Total is the sum of qs where there is one, else the parts listed in words
// ("fino a 12, circa 5 e altri che la fonte non conta").
func Total(qs ...Quantity) Quantity {
	if sum, ok := Sum(qs...); ok {
		return sum
	}
	var parts []string
	missing := false
	for _, q := range qs {
		if q.IsMissing() {
			missing = true
			continue
		}
		parts = append(parts, q.String())
	}
	if missing {
		parts = append(parts, "altri che la fonte non conta")
	}
	last := len(parts) - 1
	text := parts[last]
	if last > 0 {
		text = strings.Join(parts[:last], ", ") + " e " + text
	}
	return Quantity{Precision: InWords, Text: text}
}

// least returns the smallest count that q allows.
func (q Quantity) least() int {
	if q.Precision == Exact || q.Precision == AtLeast {
		return q.Number
	}
	return 0
}

// most returns the largest count that q allows; false when it sets no limit.
func (q Quantity) most() (int, bool) {
	return q.Number, q.Precision == Exact || q.Precision == UpTo
}

// less returns what of q is left after n, which is certain. Nothing taken away
// leaves q as it is. A bound stays a bound: "fino a 12" less 2 is "fino a 10",
// "almeno 5" less 2 is "almeno 3". Where what is left is bounded by nothing, or
// the whole is only about so much or in words, it is Missing: it would look
// more certain than it is.
func (q Quantity) less(n int) Quantity {
	switch {
	case n == 0:
		return q
	case q.Precision == Exact && n <= q.Number, q.Precision == UpTo && n == q.Number:
		return Count(q.Number - n)
	case q.Precision == UpTo && n < q.Number, q.Precision == AtLeast && n < q.Number:
		return Quantity{Number: q.Number - n, Precision: q.Precision}
	}
	return Quantity{}
}
