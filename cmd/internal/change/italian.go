// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"fmt"
	"strconv"
	"strings"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// clean is s as a page shows it: every run of white space is one space.
func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

// fold is what two ways of writing the same words have in common.
func fold(s string) string { return strings.ToLower(clean(s)) }

// innerQuotes are those inside others.
var innerQuotes = strings.NewReplacer("«", "“", "»", "”")

// quote puts s in quotation marks. Those inside become the inner ones, and a
// full stop at its end gives way to that of the sentence.
func quote(s string) string {
	s = innerQuotes.Replace(clean(s))
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") {
		s = strings.TrimSuffix(s, ".")
	}
	return "«" + s + "»"
}

// quoted puts each of texts in quotation marks and joins them as a sentence
// does: «a», «b» e «c».
func quoted(texts []string) string {
	all := make([]string, len(texts))
	for i, s := range texts {
		all[i] = quote(s)
	}
	return listed(all)
}

// listed joins words as a sentence does: "a, b e c".
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " e " + words[last]
}

// upperFirst starts a sentence with s.
func upperFirst(s string) string {
	for _, r := range s {
		return strings.ToUpper(string(r)) + s[len(string(r)):]
	}
	return s
}

// choose returns the form of a word that n takes.
func choose(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// amount is a quantity inside a sentence: 15, «fino a 12».
func amount(q plan.Quantity) string {
	if q.Precision == plan.Exact {
		return q.String()
	}
	return quote(q.String())
}

// employees is a quantity of people: "1 dipendente", "fino a 12 dipendenti".
func employees(q plan.Quantity) string {
	switch {
	case q.Precision == plan.InWords:
		return "dipendenti " + quote(q.Text)
	case q.Value() == 1 && q.High() == 1:
		return q.String() + " dipendente"
	}
	return q.String() + " dipendenti"
}

// measure prints a value with its unit, which the data have in the plural:
// "12,7 giorni", "75 %", "1 (in giorni)", "sì".
func measure(v plan.YearValue, unit string) string {
	switch {
	case unit == "" || v.Kind == plan.YesNo || v.Kind == plan.Day:
		return v.String()
	case unit == "%":
		return v.String() + " %"
	case v.Kind == plan.Numeric && (v.Value == 1 || v.Value == -1):
		return v.String() + " (in " + unit + ")"
	}
	return v.String() + " " + unit
}

var months = [...]string{"", "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
	"luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"}

// day prints d as people read it: "1º marzo 2022"; "" for the zero date.
func day(d tomldoc.Date) string {
	if d.IsZero() || d.Month < 1 || d.Month > 12 {
		return ""
	}
	first := strconv.Itoa(d.Day)
	if d.Day == 1 {
		first = "1º"
	}
	return fmt.Sprintf("%s %s %d", first, months[d.Month], d.Year)
}

// month prints a year, month or day written as "2022", "2022-03" or
// "2022-03-15".
func month(s string) string {
	var d tomldoc.Date
	switch n, _ := fmt.Sscanf(s, "%d-%d-%d", &d.Year, &d.Month, &d.Day); {
	case n == 2 && d.Month >= 1 && d.Month <= 12:
		return fmt.Sprintf("%s %d", months[d.Month], d.Year)
	case n == 3 && day(d) != "":
		return day(d)
	}
	return s
}
