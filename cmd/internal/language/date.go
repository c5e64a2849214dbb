// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"slices"
	"strconv"
	"strings"
)

var months = [...]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"}

// named come before a date that is a name: via XXV Aprile, scuola 8 Marzo.
var named = wordSet(`via viale vicolo piazza piazzale piazzetta corso largo lungo ponte borgo strada rione quartiere villaggio scuola istituto
	plesso nido asilo parco giardino stadio teatro palazzo caserma ospedale sala centro biblioteca fondazione associazione circolo cooperativa`)

// holidays are written with a capital when they mean the day as such.
var holidays = wordSet(`25aprile 1maggio 2giugno 8marzo`)

// Dates returns the dates that are not written as "5 ottobre 2022": in figures
// only, with a zero before the day, with a capital month, with a plain "1" for
// the first of the month. Names of streets and holidays are not dates.
func Dates(text string) []Finding {
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	words := Words(text)
	var out []Finding
	for i, w := range words {
		if f, ok := numericDate(text, words, i); ok {
			out = append(out, f)
			continue
		}
		month := slices.Index(months[:], w.Lower)
		if month < 0 || !isCapitalOrDayFault(text, words, i) {
			continue
		}
		if f, ok := writtenDate(text, words, i, month); ok {
			out = append(out, f)
		}
	}
	return out
}

// isCapitalOrDayFault is a quick look: most months are written well.
func isCapitalOrDayFault(text string, words []Word, i int) bool {
	if isCapital(words[i].Of(text)) {
		return true
	}
	return i > 0 && words[i].Gap == " " && (words[i-1].Lower == "1" || strings.HasPrefix(words[i-1].Lower, "0"))
}

// numericDate reads 5/10/2022, 5-10-2022, 5.10.2022, 5/10/22 and 2022-10-05.
func numericDate(text string, words []Word, i int) (Finding, bool) {
	w := words[i]
	if !w.IsNumber() {
		return Finding{}, false
	}
	parts := strings.Split(w.Lower, ".")
	end, separator := w.End, "."
	if len(parts) == 1 {
		if i+2 >= len(words) {
			return Finding{}, false
		}
		separator = words[i+1].Gap
		if separator != words[i+2].Gap || separator != "/" && separator != "-" {
			return Finding{}, false
		}
		parts = []string{w.Lower, words[i+1].Lower, words[i+2].Lower}
		end = words[i+2].End
	}
	if len(parts) != 3 {
		return Finding{}, false
	}
	if len(parts[0]) == 4 && separator == "-" {
		parts[0], parts[2] = parts[2], parts[0]
	} else if len(parts[2]) == 2 && separator != "/" {
		return Finding{}, false // 1.2.10 is a paragraph or a version
	}
	date, ok := inWords(parts[0], parts[1], parts[2])
	if !ok || beside(text, w.Start, end) {
		return Finding{}, false
	}
	return Finding{Span{w.Start, end}, date}, true
}

// beside reports whether text[start:end] is only part of a longer code, address
// or number.
func beside(text string, start, end int) bool {
	if start > 0 && strings.ContainsRune("/-_.=,", rune(text[start-1])) {
		return true
	}
	rest := text[end:]
	return len(rest) > 1 && strings.ContainsRune("/-_.=,:", rune(rest[0])) && rest[1] != ' ' && rest[1] != '\n' || len(rest) > 0 && rest[0] == '_'
}

// inWords returns a date as it is read, or false when it is none.
func inWords(day, month, year string) (string, bool) {
	d, errDay := strconv.Atoi(day)
	m, errMonth := strconv.Atoi(month)
	y, errYear := strconv.Atoi(year)
	if errDay != nil || errMonth != nil || errYear != nil || len(day) > 2 || len(month) > 2 ||
		d < 1 || d > 31 || m < 1 || m > 12 || len(year) != 4 && len(year) != 2 {
		return "", false
	}
	if len(year) == 2 {
		y += 2000
	}
	if y < 1900 || y > 2199 {
		return "", false
	}
	return dayOf(d) + " " + months[m-1] + " " + strconv.Itoa(y), true
}

func dayOf(d int) string {
	if d == 1 {
		return "1º"
	}
	return strconv.Itoa(d)
}

// writtenDate judges a date whose month, words[i], is written in letters.
func writtenDate(text string, words []Word, i, month int) (Finding, bool) {
	start, day, zero := words[i].Start, 0, false
	if i > 0 && (words[i].Gap == " " || words[i].Gap == "° " || words[i].Gap == "\u00a0") {
		written := strings.TrimSuffix(words[i-1].Lower, "º")
		if d, err := strconv.Atoi(written); err == nil && d >= 1 && d <= 31 && len(written) <= 2 {
			if words[i].Gap == " " && written == words[i-1].Lower { // no ° after the number
				zero = written[0] == '0' || d == 1
			}
			start, day = words[i-1].Start, d
		}
	}
	end, year := words[i].End, ""
	if i+1 < len(words) && words[i+1].Gap == " " && len(words[i+1].Lower) == 4 && words[i+1].IsNumber() {
		end, year = words[i+1].End, " "+words[i+1].Lower
	}
	capital := isCapital(words[i].Of(text))
	switch {
	case day == 0 && (year == "" || startsSentence(text, start)):
		return Finding{}, false // "Marzo" may be anybody's name, or open a sentence
	case day > 0 && year == "" && holidays[strconv.Itoa(day)+months[month]] && !strings.HasPrefix(words[i-1].Lower, "0"):
		return Finding{}, false
	case !capital && !zero:
		return Finding{}, false
	}
	first := i
	if day > 0 {
		first = i - 1
	}
	for back := 1; back <= 3 && first-back >= 0; back++ {
		if named[words[first-back].Lower] {
			return Finding{}, false
		}
	}
	better := months[month] + year
	if day > 0 {
		better = dayOf(day) + " " + better
	}
	return Finding{Span{start, end}, better}, true
}
