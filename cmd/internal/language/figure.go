// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"strconv"
	"strings"
)

// measures are the words after which a number is certainly an amount.
var measures = wordSet(`euro giorni giornate ore minuti secondi settimane mesi anni km kg metri chilometri chili grammi litri punti milioni miliardi
	progetti dipendenti persone cittadini cittadine abitanti famiglie utenti pratiche domande pagine volte visite pezzi copie`)

// measured reports whether an amount word, "%" or "€" follows words[i].
func measured(text string, words []Word, i int) bool {
	rest := strings.TrimLeft(text[words[i].End:], " \u00a0")
	if strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, "€") {
		return true
	}
	if i+1 >= len(words) || strings.TrimSpace(words[i+1].Gap) != "" {
		return false
	}
	if words[i+1].Lower == "per" {
		return i+2 < len(words) && words[i+2].Lower == "cento"
	}
	return measures[words[i+1].Lower]
}

// Amounts returns the numbers that are not written the Italian way: "1,000.50"
// for "1.000,50", "3.5 giorni" for "3,5 giorni", "12000 euro" for "12.000 euro".
// What may be a code, a version, an article or a time is left alone.
func Amounts(text string) []Finding {
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	words := Words(text)
	var out []Finding
	for i, w := range words {
		if !w.IsNumber() || glued(text, w.Span) {
			continue
		}
		better := ""
		switch {
		case english(w.Lower):
			better = strings.NewReplacer(",", ".", ".", ",").Replace(w.Lower)
		case decimalPoint(w.Lower) && measured(text, words, i):
			better = strings.Replace(w.Lower, ".", ",", 1)
		case len(w.Lower) > 4 && w.Lower[0] != '0' && strings.Trim(w.Lower, "0123456789") == "" && measured(text, words, i):
			better = grouped(w.Lower)
		}
		if better != "" {
			out = append(out, Finding{w.Span, better})
		}
	}
	return out
}

// english reports whether s is a number with a comma for thousands and no doubt
// about it: 1,000.50 or 1,000,000.
func english(s string) bool {
	whole, fraction, point := strings.Cut(s, ".")
	groups := strings.Split(whole, ",")
	if len(groups) < 2 || len(groups) < 3 && !point || strings.ContainsAny(fraction, ".,") {
		return false
	}
	for i, g := range groups {
		if len(g) != 3 && (i > 0 || len(g) == 0 || len(g) > 3) {
			return false
		}
	}
	return true
}

// decimalPoint reports whether s has one or two digits after its only point.
func decimalPoint(s string) bool {
	whole, fraction, ok := strings.Cut(s, ".")
	return ok && whole != "" && (len(fraction) == 1 || len(fraction) == 2) && !strings.ContainsAny(s, ",") && !strings.Contains(fraction, ".")
}

func grouped(s string) string {
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// Times returns the times of day that are not written with a colon: "ore 9.30",
// "alle 9,30".
func Times(text string) []Finding {
	if !strings.Contains(text, "re ") && !strings.Contains(text, "lle ") {
		return nil
	}
	words := Words(text)
	var out []Finding
	for i, w := range words {
		if i == 0 || !w.IsNumber() || strings.TrimSpace(w.Gap) != "" || measured(text, words, i) {
			continue
		}
		switch words[i-1].Lower {
		case "ore", "alle", "dalle":
		default:
			continue
		}
		at := strings.IndexAny(w.Lower, ".,")
		if at < 1 || len(w.Lower)-at != 3 || at > 2 {
			continue
		}
		hour, errHour := strconv.Atoi(w.Lower[:at])
		minute, errMinute := strconv.Atoi(w.Lower[at+1:])
		if errHour == nil && errMinute == nil && hour < 24 && minute < 60 {
			out = append(out, Finding{w.Span, w.Lower[:at] + ":" + w.Lower[at+1:]})
		}
	}
	return out
}

// Percents returns the percentages written with the sign.
func Percents(text string) []Finding {
	if !strings.Contains(text, "%") {
		return nil
	}
	var out []Finding
	for _, w := range Words(text) {
		rest := strings.TrimLeft(text[w.End:], " \u00a0")
		if w.IsNumber() && strings.HasPrefix(rest, "%") {
			out = append(out, Finding{Span{w.Start, len(text) - len(rest) + 1}, w.Lower + " per cento"})
		}
	}
	return out
}
