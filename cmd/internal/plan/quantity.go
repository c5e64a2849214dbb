// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"slices"
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
	FewerThan                  // meno di: so few people that the number would point at them
)

// precisions holds the word of each precision that goes with a number, as
// written in the data and printed before the number.
var precisions = [...]string{Exact: "esatto", UpTo: "fino a", AtLeast: "almeno", About: "circa", UpToAbout: "fino a circa", FewerThan: "meno di"}

// precisionWords returns the words that the data may use: nobody writes "meno
// di", which is what becomes of a number that may not be published.
func precisionWords() []string { return precisions[Exact : UpToAbout+1] }

// String returns the word used in the data and in the column "precisione" of
// the open data; "" for Missing and InWords, which have none.
func (p Precision) String() string {
	if p < 0 || int(p) >= len(precisions) {
		return ""
	}
	return precisions[p]
}

// A Quantity is a count and how firm it is. The zero value is Missing.
//
// FewerThan stands for a group of people so small that its number would point
// at them: more than none and fewer than Number. What the number was is nowhere
// in a Publication.
type Quantity struct {
	Number    int // meaningful when Precision is Exact … UpToAbout, or FewerThan
	Precision Precision
	Text      string // for InWords, the source's words
}

// NotSaid is the one phrase for a gap.
const NotSaid = "La fonte non lo dice"

// Count returns the exact quantity n.
func Count(n int) Quantity { return Quantity{Number: n, Precision: Exact} }

// Known reports whether q has a number, firm or not, and so can be drawn.
// "diverse decine" and "meno di 3" are said but not known in this sense: see
// IsMissing.
func (q Quantity) Known() bool { return q.Precision >= Exact && q.Precision <= UpToAbout }

// IsMissing reports whether the source says nothing at all.
func (q Quantity) IsMissing() bool { return q.Precision == Missing }

// String returns q as people read it: "37", "fino a circa 1.234", "diverse
// decine", "meno di 3", or NotSaid.
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
// has no row for InWords and FewerThan, which are never added: a number made
// with what a small group is at most would look like one that somebody counted.
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
	if a.Precision > UpToAbout || b.Precision > UpToAbout {
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
	if total.Precision > UpToAbout && len(qs) > 1 {
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
// ("fino a 12, circa 5 e altri che la fonte non conta"). Beside small groups the
// parts that can be added are: "fino a 12 e meno di 3".
func Total(qs ...Quantity) Quantity {
	if sum, ok := Sum(qs...); ok {
		return sum
	}
	var numbers, rest []Quantity
	small, missing := Quantity{}, false
	for _, q := range qs {
		switch {
		case q.IsMissing():
			missing = true
		case q.Precision == FewerThan:
			small = small.orFewer(q)
		case q.Known():
			numbers = append(numbers, q)
		default:
			rest = append(rest, q)
		}
	}
	if sum, ok := Sum(numbers...); ok && !small.IsMissing() && sum.Known() {
		numbers = []Quantity{sum}
	}
	var parts []string
	if small.IsMissing() {
		parts = wordsFor(qs) // in the order of the source
	} else {
		parts = wordsFor(slices.Concat(numbers, rest, []Quantity{small}))
	}
	if missing {
		parts = append(parts, "altri che la fonte non conta")
	}
	last := len(parts) - 1
	if last == 0 {
		return small
	}
	return Quantity{Precision: InWords, Text: strings.Join(parts[:last], ", ") + " e " + parts[last]}
}

// wordsFor returns the words for those of qs that say something.
func wordsFor(qs []Quantity) []string {
	var words []string
	for _, q := range qs {
		if !q.IsMissing() {
			words = append(words, q.String())
		}
	}
	return words
}

// orFewer joins two small groups: fewer than 3 and fewer than 3 are together
// fewer than 5. It tells no more of either.
func (q Quantity) orFewer(other Quantity) Quantity {
	if q.IsMissing() {
		return other
	}
	return Quantity{Number: q.Number + other.Number - 1, Precision: FewerThan}
}

// least returns the smallest count that q allows.
func (q Quantity) least() int {
	switch q.Precision {
	case Exact, AtLeast:
		return q.Number
	case FewerThan:
		return 1
	}
	return 0
}

// most returns the largest count that q allows; false when it sets no limit.
func (q Quantity) most() (int, bool) {
	if q.Precision == FewerThan {
		return q.Number - 1, true
	}
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
