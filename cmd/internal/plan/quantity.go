// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"math"
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
	Between                    // tra: the source gives two ends
	MoreThan                   // più di: what is certain in a sum, and a small group besides
	InWords                    // testo: only words, such as "diverse decine"
	FewerThan                  // meno di: so few people that the number would point at them
)

// precisions holds the word of each precision that goes with a number, as
// written in the data and printed before the number.
var precisions = [...]string{Exact: "esatto", UpTo: "fino a", AtLeast: "almeno", About: "circa", UpToAbout: "fino a circa", Between: "tra", MoreThan: "più di", FewerThan: "meno di"}

// precisionWords returns the words that the data may use: nobody writes "tra",
// which two numbers say, nor "meno di", which is what becomes of a number that
// may not be published.
func precisionWords() []string { return precisions[Exact : UpToAbout+1] }

// String returns the word used in the data and in the column "precisione" of
// the open data; "" for Missing and InWords, which have none.
func (p Precision) String() string {
	if p < 0 || int(p) >= len(precisions) {
		return ""
	}
	return precisions[p]
}

// A Quantity is a count, or a measure with decimals, and how firm it is. The
// zero value is Missing.
//
// FewerThan stands for a group of people so small that its number would point
// at them: more than none and fewer than Number. What the number was is nowhere
// in a Publication.
type Quantity struct {
	Number    int // meaningful when Precision is Exact … Between, or FewerThan; of Between the lower end
	Precision Precision
	Text      string // for InWords, the source's words
	To        int    // of Between, the upper end
	// Decimals is how many digits of Number and To are decimals, as the source
	// writes them: 65 and 1 are 6,5. What is counted has none.
	Decimals int
}

// NotSaid is the one phrase for a gap.
const NotSaid = "La fonte non lo dice"

// Count returns the exact quantity n.
func Count(n int) Quantity { return Quantity{Number: n, Precision: Exact} }

// Range returns the quantity between low and high.
func Range(low, high int) Quantity { return Quantity{Number: low, To: high, Precision: Between} }

// Known reports whether q has a number, firm or not, and so can be drawn.
// "diverse decine" and "meno di 3" are said but not known in this sense: see
// IsMissing.
func (q Quantity) Known() bool { return q.Precision >= Exact && q.Precision <= MoreThan }

// Value returns the number of q, and of a range its lower end, with decimals.
func (q Quantity) Value() float64 { return scaled(q.Number, q.Decimals) }

// High returns the upper end of a range, with decimals, and else the number.
func (q Quantity) High() float64 { return scaled(q.high(), q.Decimals) }

func (q Quantity) high() int {
	if q.Precision == Between {
		return q.To
	}
	return q.Number
}

func scaled(n, decimals int) float64 { return float64(n) / math.Pow10(decimals) }

// IsMissing reports whether the source says nothing at all.
func (q Quantity) IsMissing() bool { return q.Precision == Missing }

// String returns q as people read it: "37", "fino a circa 1.234", "tra 5 e 10",
// "6,5", "diverse decine", "meno di 3", or NotSaid.
func (q Quantity) String() string {
	switch q.Precision {
	case Missing:
		return NotSaid
	case InWords:
		return q.Text
	case Exact:
		return q.Digits()
	case Between:
		return "tra " + wholeEnd(q.Digits()) + " e " + wholeEnd(digits(q.To, q.Decimals))
	}
	return q.Precision.String() + " " + q.Digits()
}

// wholeEnd returns an end of a range without decimals that say nothing: they are
// those of the other end.
func wholeEnd(s string) string {
	if whole, fraction, _ := strings.Cut(s, ","); strings.Trim(fraction, "0") == "" {
		return whole
	}
	return s
}

// Digits returns the number of q as people read it, without what says how firm
// it is; of a range its lower end.
func (q Quantity) Digits() string { return digits(q.Number, q.Decimals) }

// digits writes n, whose last digits are decimals, with a comma before those.
func digits(n, decimals int) string {
	if decimals == 0 {
		return thousands(n)
	}
	s := fmt.Sprintf("%0*d", decimals+1, n)
	whole, _ := strconv.Atoi(s[:len(s)-decimals])
	return thousands(whole) + "," + s[len(s)-decimals:]
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
// A range bounds a sum on both sides: what else is in it says which is left.
var sumPrecision = [Between + 1][Between + 1]Precision{
	//          Missing  Exact      UpTo       AtLeast  About      UpToAbout  Between
	Missing:   {Missing, AtLeast, none, AtLeast, none, none, AtLeast},
	Exact:     {AtLeast, Exact, UpTo, AtLeast, About, UpToAbout, Between},
	UpTo:      {none, UpTo, UpTo, none, UpToAbout, UpToAbout, UpTo},
	AtLeast:   {AtLeast, AtLeast, none, AtLeast, none, none, AtLeast},
	About:     {none, About, UpToAbout, none, About, UpToAbout, UpToAbout},
	UpToAbout: {none, UpToAbout, UpToAbout, none, UpToAbout, UpToAbout, UpToAbout},
	Between:   {AtLeast, Between, UpTo, AtLeast, UpToAbout, UpToAbout, Between},
}

// Add returns a + b. It is false where the sum would say more than its parts:
// then the parts are listed instead (see Total). What is missing makes an
// exact number "almeno", never zero.
func Add(a, b Quantity) (Quantity, bool) {
	if a.Precision > Between || b.Precision > Between {
		return Quantity{}, false
	}
	p := sumPrecision[a.Precision][b.Precision]
	if p == none {
		return Quantity{}, false
	}
	a, b = sameDecimals(a, b)
	sum := Quantity{Number: a.Number + b.Number, Precision: p, Decimals: a.Decimals}
	switch p {
	case Between:
		sum.To = a.high() + b.high()
	case UpTo, UpToAbout:
		sum.Number = a.high() + b.high()
	}
	return sum, true
}

// sameDecimals returns a and b with as many decimals each.
func sameDecimals(a, b Quantity) (Quantity, Quantity) {
	for _, q := range []*Quantity{&a, &b} {
		for q.Decimals < max(a.Decimals, b.Decimals) {
			q.Number, q.To, q.Decimals = q.Number*10, q.To*10, q.Decimals+1
		}
	}
	return a, b
}

// Sum adds up qs in any order; false when two of them cannot be added. The sum
// of nothing is Missing: nobody said anything.
func Sum(qs ...Quantity) (Quantity, bool) {
	if len(qs) == 0 {
		return Quantity{}, true
	}
	total := qs[0]
	if total.Precision > Between && len(qs) > 1 {
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

// Total is the sum of qs where there is one. Else it is at least what is
// certain in them, and more than that where there are small groups, which have
// somebody in them: "almeno 20", "più di 20". Where nothing is certain the parts
// are listed: "fino a 12 e meno di 3", "circa 5 e altri che la fonte non conta".
func Total(qs ...Quantity) Quantity {
	if sum, ok := Sum(qs...); ok {
		if sum == (Quantity{Precision: AtLeast}) { // none, and others that nobody counted
			return Quantity{}
		}
		return sum
	}
	var numbers, parts []Quantity
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
			parts = append(parts, q)
		}
	}
	sum, ok := Sum(numbers...)
	if _, bounded := sum.most(); !ok || sum.least() > 0 && (bounded || sum.Precision == AtLeast) {
		return floor(qs)
	}
	if sum.Known() && sum.Number > 0 {
		parts = append([]Quantity{sum}, parts...)
	}
	if !small.IsMissing() {
		parts = append(parts, small)
	}
	if len(parts) == 1 && !missing {
		return parts[0]
	}
	var words []string
	for _, q := range parts {
		words = append(words, q.String())
	}
	if missing {
		words = append(words, "altri che la fonte non conta")
	}
	if len(words) == 1 {
		return Quantity{}
	}
	last := len(words) - 1
	return Quantity{Precision: InWords, Text: strings.Join(words[:last], ", ") + " e " + words[last]}
}

// floor returns what is certain in the sum of qs, whatever else there is in it:
// Missing when nothing is. A small group adds to what others have, and says
// nothing by itself.
func floor(qs []Quantity) Quantity {
	certain, small := 0, 0
	for _, q := range qs {
		if q.Precision == FewerThan {
			small += q.least()
		} else {
			certain += q.least()
		}
	}
	switch {
	case certain == 0:
		return Quantity{}
	case small > 0:
		return Quantity{Number: certain + small - 1, Precision: MoreThan}
	}
	return Quantity{Number: certain, Precision: AtLeast}
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
	case Exact, AtLeast, Between:
		return q.Number
	case MoreThan:
		return q.Number + 1
	case FewerThan:
		return 1
	}
	return 0
}

// sure returns the smallest measure that q allows, with decimals.
func (q Quantity) sure() float64 { return scaled(q.least(), q.Decimals) }

// most returns the largest count that q allows; false when it sets no limit.
func (q Quantity) most() (int, bool) {
	if q.Precision == FewerThan {
		return q.Number - 1, true
	}
	return q.high(), q.Precision == Exact || q.Precision == UpTo || q.Precision == Between
}

// Above reports whether q is more than other whatever the two really are: only
// then may one be called the larger. "fino a 12" may be less than 5.
func (q Quantity) Above(other Quantity) bool {
	most, limited := other.most()
	return limited && q.least() > most
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
	case q.Precision == Between && n <= q.Number:
		return Range(q.Number-n, q.To-n)
	case q.Precision == Between && n < q.To:
		return Quantity{Number: q.To - n, Precision: UpTo}
	case q.Precision == Between && n == q.To:
		return Count(0)
	}
	return Quantity{}
}
