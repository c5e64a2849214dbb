// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/tomldoc"
)

// A YearValue is a measured or wanted value in a year, or in a part of one.
type YearValue struct {
	Year   int     // anno, or that of periodo
	Period string  // "I semestre", "III trimestre": periodo without its year; "" for the whole year
	Value  float64 // valore; 1 for yes, 0 for no, 20241231 for a day; of a range the lower end
	Kind   MeasureKind
	To     float64 // of a range, the upper end
	// Decimals is how many digits after the point the source writes; Digits
	// prints at least those that the value needs.
	Decimals int
}

// A MeasureKind is what the values of an indicator are.
type MeasureKind int

const (
	Numeric      MeasureKind = iota
	NumericRange             // da, a
	YesNo                    // "sì" or "no"
	Day                      // a date
)

// dayValue is the value of a day: a later day has a larger one.
func dayValue(d tomldoc.Date) float64 { return float64(d.Year*10000 + d.Month*100 + d.Day) }

// When returns the year or the part of it: "2024", "I semestre 2024".
func (v YearValue) When() string {
	if v.Period == "" {
		return strconv.Itoa(v.Year)
	}
	return v.Period + " " + strconv.Itoa(v.Year)
}

// Date returns the day of a value that is one.
func (v YearValue) Date() tomldoc.Date {
	n := int(v.Value)
	return tomldoc.Date{Year: n / 10000, Month: n / 100 % 100, Day: n % 100}
}

// String returns the value as people read it, without its unit: "12,50", "tra 5
// e 10", "sì", "31 dicembre 2024".
func (v YearValue) String() string {
	switch v.Kind {
	case NumericRange:
		return "tra " + wholeEnd(v.digits(v.Value)) + " e " + wholeEnd(v.digits(v.To))
	case YesNo:
		if v.Value == 0 {
			return "no"
		}
		return "sì"
	case Day:
		d := v.Date()
		return italian.Day(d.Year, d.Month, d.Day)
	}
	return v.digits(v.Value)
}

// digits prints a number with a comma and as many decimals as the source.
func (v YearValue) digits(n float64) string {
	s := italian.Decimal(n)
	_, decimals, found := strings.Cut(s, ",")
	if missing := v.Decimals - len(decimals); missing > 0 {
		if !found {
			s += ","
		}
		s += strings.Repeat("0", missing)
	}
	return s
}

// high is the upper end of a range, and else the value.
func (v YearValue) high() float64 {
	if v.Kind == NumericRange {
		return v.To
	}
	return v.Value
}

// Measured reports whether v is a number alone, which can be drawn and of which
// a part of a way can be computed.
func (v YearValue) Measured() bool { return v.Kind == Numeric }

// sameTime reports whether v and other are of the same year or part of a year.
func (v YearValue) sameTime(other YearValue) bool {
	return v.Year == other.Year && v.Period == other.Period
}

// comparable reports whether v and other are of as long a time: half a year says
// nothing of a whole one, but as much as another half. A yes or no and a day are
// so whenever they are told.
func (v YearValue) comparable(other YearValue) bool {
	_, long, _ := strings.Cut(v.Period, " ")
	_, otherLong, _ := strings.Cut(other.Period, " ")
	return long == otherLong || v.Kind == YesNo || v.Kind == Day
}

// TargetOf returns the target that a result is judged by: that of the same year
// or part of a year. A year's target says nothing of its first half.
func (i *Indicator) TargetOf(result YearValue) (YearValue, bool) {
	for _, t := range i.Targets {
		if t.sameTime(result) {
			return t, true
		}
	}
	return YearValue{}, false
}

// Satisfies reports whether a result is what a target wants, wherever in its
// range it is; known is false where it is in part, where nobody said the operator
// that is needed, and of a part of a year beside the target of a whole one. A
// result that is the target satisfies it under every operator.
func (i *Indicator) Satisfies(result, target YearValue) (met, known bool) {
	if !result.comparable(target) {
		return false, false
	}
	within := target.Value <= result.Value && result.high() <= target.high()
	switch {
	case target.Kind == NumericRange, target.Kind == YesNo, i.Operator == OperatorEqual:
		return within, within || result.high() < target.Value || result.Value > target.high()
	case i.Operator == OperatorAtMost, i.Operator == OperatorBy:
		return result.high() <= target.Value, result.high() <= target.Value || result.Value > target.Value
	case i.Operator == OperatorAtLeast:
		return result.Value >= target.Value, result.Value >= target.Value || result.high() < target.Value
	}
	return within, within
}

// Asks returns the words before a target of i: "almeno ", "entro l’", or nothing.
func (i *Indicator) Asks(target YearValue) string {
	switch {
	case target.Kind == NumericRange, i.Operator == OperatorEqual, i.Operator == OperatorUnknown:
		return ""
	case target.Kind == Day && i.Operator == OperatorBy:
		if day := int(target.Value) % 100; day == 8 || day == 11 {
			return "entro l’"
		}
		return "entro il "
	}
	return i.Operator.String() + " "
}

// periods are the parts of a year and how many of each there are.
var periods = map[string]int{"semestre": 2, "quadrimestre": 3, "trimestre": 4}

// ordinals are the ways of writing the number of a part of a year, from 1.
var ordinals = [][]string{{"i", "1", "primo"}, {"ii", "2", "secondo"}, {"iii", "3", "terzo"}, {"iv", "4", "quarto"}}

var roman = [...]string{"I", "II", "III", "IV"}

// parsePeriod reads "I semestre 2024", "1º trimestre 2024", "terzo quadrimestre
// del 2024".
func parsePeriod(s string) (period string, year int, ok bool) {
	words := strings.Fields(strings.ToLower(s))
	words = slices.DeleteFunc(words, func(w string) bool { return w == "del" })
	if len(words) != 3 || !isYear(words[2]) {
		return "", 0, false
	}
	n := slices.IndexFunc(ordinals, func(forms []string) bool { return slices.Contains(forms, strings.TrimRight(words[0], "°º^")) })
	if n < 0 || n >= periods[words[1]] {
		return "", 0, false
	}
	year, _ = strconv.Atoi(words[2])
	return roman[n] + " " + words[1], year, year >= minYear && year <= maxYear
}

// Compare orders values by when they end, the parts of a year before the whole.
func (v YearValue) Compare(other YearValue) int {
	return cmp.Or(cmp.Compare(v.Year, other.Year), cmp.Compare(v.end(), other.end()), cmp.Compare(v.Period, other.Period))
}

// end is the month in which v ends; 13 for a whole year.
func (v YearValue) end() int {
	number, word, _ := strings.Cut(v.Period, " ")
	if of := periods[word]; of > 0 {
		return (slices.Index(roman[:], number) + 1) * 12 / of
	}
	return 13
}

// TimeID returns v's time for the name of a row or an address: "2024",
// "2024-semestre-1".
func (v YearValue) TimeID() string {
	number, word, ok := strings.Cut(v.Period, " ")
	if !ok {
		return strconv.Itoa(v.Year)
	}
	return fmt.Sprintf("%d-%s-%d", v.Year, word, slices.Index(roman[:], number)+1)
}

// Kind returns what the values of i are, and false where they are of several
// kinds. A range is a number.
func (i *Indicator) Kind() (kind MeasureKind, one bool) {
	values := slices.Concat(i.Targets, i.Results)
	if i.Baseline != nil {
		values = append(values, *i.Baseline)
	}
	for n, v := range values {
		k := v.Kind
		if k == NumericRange {
			k = Numeric
		}
		if n > 0 && k != kind {
			return kind, false
		}
		kind = k
	}
	return kind, true
}
