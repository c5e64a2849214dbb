// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"strconv"
	"strings"
)

// Numeral returns the whole number that word writes in figures ("37", "1.234")
// or in letters ("trentasei"), as Italian groups them. It is false for anything
// else: decimals, codes with a leading zero, years cannot be told from numbers.
func Numeral(word string) (int, bool) {
	if word == "" || !isDigit(word[0]) {
		return Cardinal(word)
	}
	if len(word) > 1 && word[0] == '0' {
		return 0, false
	}
	if groups := strings.Split(word, "."); len(groups) > 1 {
		for i, g := range groups {
			if len(g) != 3 && (i > 0 || len(g) == 0 || len(g) > 3) {
				return 0, false
			}
		}
		word = strings.Join(groups, "")
	}
	n, err := strconv.ParseUint(word, 10, 31)
	return int(n), err == nil
}

// small holds the number words that are not made of others.
var small = map[string]int{
	"zero": 0, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "nove": 9, "dieci": 10,
	"undici": 11, "dodici": 12, "tredici": 13, "quattordici": 14, "quindici": 15, "sedici": 16, "diciassette": 17,
	"diciotto": 18, "diciannove": 19,
}

// units may end a number word: unlike small, "uno" and "tré" are among them.
var units = [...]struct {
	word  string
	value int
}{
	{"uno", 1}, {"un", 1}, {"due", 2}, {"tre", 3}, {"tré", 3}, {"quattro", 4}, {"cinque", 5}, {"sei", 6}, {"sette", 7}, {"otto", 8}, {"nove", 9},
}

var tens = [...]struct {
	word  string
	value int
}{
	{"venti", 20}, {"trenta", 30}, {"quaranta", 40}, {"cinquanta", 50}, {"sessanta", 60}, {"settanta", 70}, {"ottanta", 80}, {"novanta", 90},
}

// Cardinal returns the number that an Italian word stands for, up to 999,999:
// "trentasei", "ventuno", "centoventitré", "duemila". "Uno", "una" and "un" are
// articles here, and no numbers.
func Cardinal(word string) (int, bool) {
	word = strings.ToLower(word)
	if word == "mille" {
		return 1000, true
	}
	if rest, ok := strings.CutPrefix(word, "mille"); ok {
		n, ok := belowThousand(rest)
		return 1000 + n, ok
	}
	if head, rest, ok := strings.Cut(word, "mila"); ok {
		n, ok := belowThousand(head)
		if !ok || n < 2 {
			return 0, false
		}
		if rest == "" {
			return n * 1000, true
		}
		m, ok := belowThousand(rest)
		return n*1000 + m, ok
	}
	if word == "uno" || word == "un" {
		return 0, false
	}
	return belowThousand(word)
}

// belowThousand reads a number word without "mille" or "mila" in it.
func belowThousand(word string) (int, bool) {
	if n, ok := small[word]; ok {
		return n, true
	}
	if n, ok := belowHundred(word); ok {
		return n, true
	}
	hundreds := 1
	head, rest, ok := strings.Cut(word, "cent")
	if !ok || rest == "" {
		return 0, false
	}
	if head != "" {
		if hundreds = small[head]; hundreds < 2 || hundreds > 9 {
			return 0, false
		}
	}
	// "Cento" loses its o before a vowel, or keeps it: centotto, centootto.
	for _, tail := range []string{strings.TrimPrefix(rest, "o"), rest} {
		if tail == "" {
			return hundreds * 100, true
		}
		if n, ok := belowHundred(tail); ok {
			return hundreds*100 + n, true
		}
		if n, ok := small[tail]; ok && n > 0 {
			return hundreds*100 + n, true
		}
	}
	return 0, false
}

// belowHundred reads tens with or without units, and "uno" and "un" after what
// stands before them in a longer word.
func belowHundred(word string) (int, bool) {
	switch word {
	case "uno", "un":
		return 1, true
	case "tré":
		return 3, true
	}
	for _, t := range tens {
		stem := t.word[:len(t.word)-1]
		rest, ok := strings.CutPrefix(word, stem)
		if !ok {
			continue
		}
		if rest == t.word[len(stem):] {
			return t.value, true
		}
		for _, u := range units {
			whole := t.word + u.word
			if vowel := u.value == 1 || u.value == 8; vowel { // vent-uno, trent-otto
				whole = stem + u.word
			}
			if word == whole {
				return t.value + u.value, true
			}
		}
	}
	return 0, false
}
