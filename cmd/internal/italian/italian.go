// SPDX-License-Identifier: EUPL-1.2

// Package italian words numbers, days and lists as Italians read them. It knows
// nothing of plans: only the language.
package italian

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// minus is the sign of a number below zero, which no line breaks after.
const minus = "−"

// Digits prints n as Italians do: a dot between thousands.
func Digits(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = minus, s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return sign + s
}

// Decimal prints v with a comma and as few digits as it needs.
func Decimal(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	whole, fraction, found := strings.Cut(s, ".")
	if n, err := strconv.Atoi(whole); whole == "-0" {
		whole = minus + "0"
	} else if err == nil {
		whole = Digits(n)
	}
	if found {
		return whole + "," + fraction
	}
	return whole
}

// Count prints a number and its noun: "1 progetto", "37 progetti".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Digits(n) + " " + many
}

// Vowel reports whether n, read aloud in Italian, starts with a vowel, so that
// The plural article before it is "gli": otto, ottanta, undici, undicimila.
func Vowel(n int) bool {
	s := strconv.Itoa(n)
	return s[0] == '8' || strings.HasPrefix(s, "11") && len(s)%3 == 2
}

// The puts the plural article before n: "i 37", "gli 8".
func The(n int) string {
	if Vowel(n) {
		return "gli " + Digits(n)
	}
	return "i " + Digits(n)
}

// OfThe puts the plural articulated preposition before n: "dei 37", "degli 11".
func OfThe(n int) string {
	if Vowel(n) {
		return "degli " + Digits(n)
	}
	return "dei " + Digits(n)
}

// List joins words as a sentence does: "a, b e c".
func List(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " e " + words[len(words)-1]
}

// Capital starts a sentence with s.
func Capital(s string) string {
	for _, r := range s {
		return strings.ToUpper(string(r)) + s[len(string(r)):]
	}
	return s
}

// Sentence ends s with a full stop unless it has an end already.
func Sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// Clip shortens s to at most n characters at a word's end.
func Clip(s string, n int) string {
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

// Day prints a day: "1º marzo 2022". The month must be one.
func Day(year, month, day int) string {
	first := strconv.Itoa(day)
	if day == 1 {
		first = "1º"
	}
	return first + " " + months[month] + " " + strconv.Itoa(year)
}

// OfDay joins a date to what is of that day: " del 5 ottobre 2022", " dell’8
// marzo 2022". One that does not begin with its day follows a comma.
func OfDay(date string) string {
	switch {
	case date == "":
		return ""
	case elides(date):
		return " dell’" + date
	case date[0] >= '1' && date[0] <= '9':
		return " del " + date
	}
	return ", " + date
}

// OnDay puts the article before a day: "il 3 marzo 2022", "l’8 marzo 2022".
func OnDay(date string) string {
	if elides(date) {
		return "l’" + date
	}
	return "il " + date
}

// elides reports whether a date that begins with its day is said with a vowel.
func elides(date string) bool {
	return strings.HasPrefix(date, "8 ") || strings.HasPrefix(date, "11 ")
}

// Apostrophes returns s with the apostrophe of print where a straight one stands
// between a letter and a letter or figure: "l’ente", "dell’8".
func Apostrophes(s string) string {
	if !strings.Contains(s, "'") {
		return s
	}
	runes := []rune(s)
	for i := 1; i < len(runes)-1; i++ {
		if after := runes[i+1]; runes[i] == '\'' && unicode.IsLetter(runes[i-1]) && (unicode.IsLetter(after) || unicode.IsDigit(after)) {
			runes[i] = '’'
		}
	}
	return string(runes)
}

// When prints a year, month or day written as "2022", "2022-03" or "2022-03-15".
func When(s string) string {
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
		return Day(n[0], n[1], n[2])
	}
	return s
}

// Letters writes a number up to ten in letters, a larger one in digits.
func Letters(n int) string {
	words := [...]string{"zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"}
	if n < 0 || n >= len(words) {
		return Digits(n)
	}
	return words[n]
}

// Collective reports whether words for a number end in a noun that is joined to
// what it counts by "di": decine, una quarantina, un centinaio, migliaia.
func Collective(words string) bool {
	for _, end := range []string{"ina", "ine", "aio", "aia"} {
		if strings.HasSuffix(words, end) {
			return true
		}
	}
	return false
}

// Plural returns the form of a noun that follows n.
func Plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// Quoted puts each text in Italian quotes.
func Quoted(all []string) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = "«" + s + "»"
	}
	return out
}

// Size writes a size as people say it: "340 byte", "12 kB", "3,4 MB".
func Size(n int) string {
	switch {
	case n < 1000:
		return Count(n, "byte", "byte")
	case n < 999_500:
		return Digits((n+500)/1000) + " kB"
	}
	return Decimal(math.Round(float64(n)/1e5)/10) + " MB"
}
