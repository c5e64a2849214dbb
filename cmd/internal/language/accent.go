// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// truncated are the words that end in an apostrophe by right: un po’, a mo’ di,
// di’, fa’, Ca’ Foscari, de’ Medici.
var truncated = wordSet(`po mo be to di da fa sta va ca de co fe pro te me tie ve vo so do fra tra su qua qui sto a i o u`)

// short are the accented words of three letters or fewer, and those whose
// ending does not tell the accent.
var short = map[string]string{"e": "è", "piu": "più", "gia": "già", "puo": "può", "cio": "ciò", "giu": "giù", "li": "lì", "la": "là", "si": "sì", "ne": "né", "se": "sé"}

// Accents returns the words that end in a vowel and an apostrophe where Italian
// has an accented letter: e', perche', ATTIVITA'. What stands between two
// apostrophes is a quotation, and a truncated word keeps its own.
func Accents(text string) []Finding {
	var out []Finding
	words := Words(text)
	quoted := false
	for i, w := range words {
		if opens(w.Gap, i == 0) {
			quoted = true
		}
		mark, n := utf8.DecodeRuneInString(text[w.End:])
		if mark != '\'' && mark != '’' && mark != '`' && mark != '´' {
			continue
		}
		after, _ := utf8.DecodeRuneInString(text[w.End+n:])
		if unicode.IsLetter(after) || unicode.IsDigit(after) {
			continue // l'ente, dell'8
		}
		if quoted {
			quoted = false
			continue
		}
		if better := accented(w.Of(text)); better != "" {
			out = append(out, Finding{Span{w.Start, w.End + n}, better})
		}
	}
	return out
}

// opens reports whether gap ends with an apostrophe that opens a quotation.
func opens(gap string, first bool) bool {
	before, ok := strings.CutSuffix(gap, "'")
	if !ok {
		before, ok = strings.CutSuffix(gap, "‘")
	}
	return ok && (before == "" && first || strings.ContainsAny(before, " (\n\u00a0«"))
}

// accented returns word with the accent that its apostrophe stands for, or ""
// when there is none. An e at the end is closed in perché, ventitré, poté, and
// open in cioè, caffè.
func accented(word string) string {
	lower := strings.ToLower(word)
	better, known := short[lower]
	if !known {
		stem, last := lower[:len(lower)-1], lower[len(lower)-1]
		if truncated[lower] || len(lower) < 4 {
			return ""
		}
		switch {
		case last == 'e' && (strings.HasSuffix(stem, "ch") || strings.HasSuffix(stem, "tr") || strings.HasSuffix(stem, "t")):
			better = stem + "é"
		case strings.IndexByte("aeiou", last) >= 0:
			better = stem + map[byte]string{'a': "à", 'e': "è", 'i': "ì", 'o': "ò", 'u': "ù"}[last]
		default:
			return ""
		}
	}
	switch {
	case word == strings.ToUpper(word):
		return strings.ToUpper(better)
	case isCapital(word):
		r, n := utf8.DecodeRuneInString(better)
		return string(unicode.ToUpper(r)) + better[n:]
	}
	return better
}

// Ordinals returns the figures that have the sign of degrees where Italian has
// the small o of ordinals: 1° piano for 1º piano. Degrees keep theirs: 20 °C,
// 45° nord.
func Ordinals(text string) []Finding {
	var out []Finding
	words := Words(text)
	for i := 0; i+1 < len(words); i++ {
		w, next := words[i], words[i+1]
		if next.Gap != "° " && next.Gap != "°\u00a0" || !w.IsNumber() || len(w.Lower) > 2 || degrees[next.Lower] || next.IsNumber() {
			continue
		}
		out = append(out, Finding{Span{w.Start, w.End + len("°")}, w.Lower + "º"})
	}
	return out
}

// degrees follow a number of degrees.
var degrees = wordSet(`c f k n s e o w nord sud est ovest gradi centigradi celsius fahrenheit di e o in per`)
