// SPDX-License-Identifier: EUPL-1.2

package site

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// digits prints n as Italians do: a dot between thousands.
func digits(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return sign + s
}

// decimal prints v with a comma and as few digits as it needs.
func decimal(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	whole, fraction, found := strings.Cut(s, ".")
	if n, err := strconv.Atoi(whole); err == nil && whole != "-0" {
		whole = digits(n)
	}
	if found {
		return whole + "," + fraction
	}
	return whole
}

// counted prints a number and its noun: "1 progetto", "37 progetti".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return digits(n) + " " + many
}

// vowel reports whether n, read aloud in Italian, starts with a vowel, so that
// the plural article before it is "gli": otto, ottanta, undici, undicimila.
func vowel(n int) bool {
	s := strconv.Itoa(n)
	return s[0] == '8' || strings.HasPrefix(s, "11") && len(s)%3 == 2
}

// the puts the plural article before n: "i 37", "gli 8".
func the(n int) string {
	if vowel(n) {
		return "gli " + digits(n)
	}
	return "i " + digits(n)
}

// ofThe puts the plural articulated preposition before n: "dei 37", "degli 11".
func ofThe(n int) string {
	if vowel(n) {
		return "degli " + digits(n)
	}
	return "dei " + digits(n)
}

// listed joins words as a sentence does: "a, b e c".
func listed(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " e " + words[len(words)-1]
}

// upperFirst starts a sentence with s.
func upperFirst(s string) string {
	for _, r := range s {
		return strings.ToUpper(string(r)) + s[len(string(r)):]
	}
	return s
}

// sentence ends s with a full stop unless it has an end already.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// clip shortens s to at most n characters at a word's end.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n-1])
	// Not inside a word, unless it is so long that little else would be left.
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.") + "…"
}

var months = [...]string{"", "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
	"luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"}

// A date is a day as people and as machines read it. The zero value is "not given".
type date struct {
	Text string // "22 novembre 2026"
	ISO  string // "2026-11-22"
}

func dateOf(d tomldoc.Date) date {
	if d == (tomldoc.Date{}) || d.Month < 1 || d.Month > 12 {
		return date{}
	}
	day := strconv.Itoa(d.Day)
	if d.Day == 1 {
		day = "1º"
	}
	return date{
		Text: fmt.Sprintf("%s %s %d", day, months[d.Month], d.Year),
		ISO:  fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day),
	}
}

// when prints a year, month or day written as "2022", "2022-03" or "2022-03-15".
func when(s string) string {
	parts := strings.Split(s, "-")
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || i > 2 {
			return s
		}
		n[i] = v
	}
	if len(parts) > 1 && (n[1] < 1 || n[1] > 12) {
		return s
	}
	switch len(parts) {
	case 2:
		return fmt.Sprintf("%s %d", months[n[1]], n[0])
	case 3:
		return dateOf(tomldoc.Date{Year: n[0], Month: n[1], Day: n[2]}).Text
	}
	return s
}

// period prints when a project runs, or "" when nothing is known.
func period(start, end string) template.HTML {
	switch {
	case start == "" && end == "":
		return ""
	case end == "":
		return joined("da", start)
	case start == "":
		return "fino " + joined("a", end)
	case start == end:
		return timeOf(start)
	}
	return joined("da", start) + " " + joined("a", end)
}

// joined puts "da" or "a" before a year, month or day with the article it
// takes: "dal 2022", "da marzo 2022", "dall’8 marzo 2022".
func joined(preposition, s string) template.HTML {
	w := when(s)
	at := timeOf(s)
	switch parts := strings.Count(s, "-"); {
	case parts == 1:
		if preposition == "a" && strings.HasPrefix(w, "a") {
			preposition = "ad"
		}
		return template.HTML(preposition) + " " + at
	case parts == 2 && (strings.HasPrefix(w, "8 ") || strings.HasPrefix(w, "11 ")):
		return template.HTML(preposition) + "ll’" + at
	}
	return template.HTML(preposition) + "l " + at
}

// timeOf marks up a year, month or day written as when has it. What is none is
// no time for machines either.
func timeOf(s string) template.HTML {
	if strings.Trim(s, "0123456789-") != "" {
		return template.HTML(template.HTMLEscapeString(s))
	}
	return template.HTML(`<time datetime="` + s + `">` + when(s) + `</time>`)
}

// collective reports whether words for a number end in a noun that is joined to
// what it counts by "di": decine, una quarantina, un centinaio, migliaia.
func collective(words string) bool {
	for _, end := range []string{"ina", "ine", "aio", "aia"} {
		if strings.HasSuffix(words, end) {
			return true
		}
	}
	return false
}

// inWords reports whether q is in words that no noun can follow: "molti" does
// not make a phrase with every noun, "una ventina" does with "di".
func inWords(q plan.Quantity) bool {
	return q.Precision == plan.InWords && !collective(q.Text)
}

// letters writes a number up to ten in letters, a larger one in digits.
func letters(n int) string {
	words := [...]string{"zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"}
	if n < 0 || n >= len(words) {
		return digits(n)
	}
	return words[n]
}

// involves says how many employees something takes in: "coinvolge 4
// dipendenti", "può coinvolgere fino a 123 dipendenti"; "" when nobody knows.
func involves(q plan.Quantity) string {
	verb := "coinvolge "
	switch {
	case q.IsMissing():
		return ""
	case inWords(q):
		return "coinvolge dipendenti in questa misura: " + q.Text
	case q.Precision == plan.UpTo, q.Precision == plan.UpToAbout:
		verb = "può coinvolgere "
	}
	return verb + quantityOf(q, "dipendente", "dipendenti")
}

// quantityOf prints a quantity with its noun: "37 progetti", "fino a 123
// dipendenti", "diverse decine di dipendenti". Missing gives "".
func quantityOf(q plan.Quantity, one, many string) string {
	switch {
	case q.Precision == plan.Missing:
		return ""
	case q.Precision == plan.InWords && collective(q.Text):
		return q.Text + " di " + many
	case q.Precision == plan.InWords:
		return many + ": " + q.Text
	case q.Number == 1:
		return q.String() + " " + one
	}
	return q.String() + " " + many
}
