// SPDX-License-Identifier: EUPL-1.2

package privacy

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is a run of letters and digits.
type word struct {
	start, end int
	low        string // in small letters
}

// A wording is a text and its words.
type wording struct {
	text   string
	words  []word
	people []person // see tellable
	asked  bool
}

// split finds the words of text. An apostrophe ends one: "dell'ufficio" is two.
func split(text string) *wording {
	w := &wording{text: text, words: make([]word, 0, len(text)/6+1)}
	start := -1
	for i, r := range text {
		inside := r < utf8.RuneSelf && isAlnum(byte(r)) || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			w.add(start, i)
			start = -1
		}
	}
	if start >= 0 {
		w.add(start, len(text))
	}
	return w
}

// tooLong is the length in bytes from which a word is none that is looked for.
const tooLong = 40

func (w *wording) add(start, end int) {
	low := ""
	if end-start <= tooLong {
		low = strings.TrimRight(strings.ToLower(w.text[start:end]), "ºª")
	}
	w.words = append(w.words, word{start, end, low})
}

// low returns word i in small letters, "" when there is none.
func (w *wording) low(i int) string {
	if i < 0 || i >= len(w.words) {
		return ""
	}
	return w.words[i].low
}

// gap returns what stands between word i and the next.
func (w *wording) gap(i int) string {
	if i < 0 || i+1 >= len(w.words) {
		return ""
	}
	return w.text[w.words[i].end:w.words[i+1].start]
}

// abbreviations end in a dot that ends no sentence.
var abbreviations = set(`sig dott ssa prof ing arch geom avv rag art l n nr d dlgs lgs cfr pag tel fraz loc p v s c`)

// stops reports whether a sentence ends between word i and the next, or one of
// the two does not exist.
func (w *wording) stops(i int) bool {
	if i < 0 || i+1 >= len(w.words) {
		return true
	}
	gap := w.gap(i)
	if gap == " " {
		return false
	}
	if len(gap) > 12 || strings.ContainsAny(gap, ";!?\n\t|") {
		return true
	}
	dot := strings.IndexByte(gap, '.')
	return dot >= 0 && strings.ContainsAny(gap[dot:], " \u00a0") && !abbreviations[w.low(i)] && (len(w.low(i)) > 1 || w.number(i) >= 0)
}

// capital reports whether word i begins with a capital.
func (w *wording) capital(i int) bool {
	if i < 0 || i >= len(w.words) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(w.text[w.words[i].start:])
	return unicode.IsUpper(r)
}

// shouted reports whether word i has more than one letter and only capitals.
func (w *wording) shouted(i int) bool {
	s := w.text[w.words[i].start:w.words[i].end]
	return utf8.RuneCountInString(s) > 1 && strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// number returns the value of word i when it is at most four digits, else -1.
func (w *wording) number(i int) int {
	s := w.low(i)
	if s == "" || len(s) > 4 {
		return -1
	}
	n := 0
	for k := range len(s) {
		if !isDigit(s[k]) {
			return -1
		}
		n = n*10 + int(s[k]-'0')
	}
	return n
}

// set makes a set of the words of a list.
func set(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
