// SPDX-License-Identifier: EUPL-1.2

package language

import (
	_ "embed"
	"slices"
	"sort"
	"strings"
	"sync"
)

// A Class says why a word of the lexicon had better be another.
type Class string

const (
	Bureaucratic Class = "burocratese" // a word of offices
	English      Class = "inglese"     // an English word with an Italian one as short
	People       Class = "persone"     // wording that puts people behind a condition
)

// A Match is a word or phrase of the lexicon found in a text. Better holds one
// alternative or several: see Alternatives.
type Match struct {
	Finding
	Class Class
}

// Alternatives returns what to write in its place, the most usual first. One in
// brackets is advice and no wording.
func (m Match) Alternatives() []string { return strings.Split(m.Better, " | ") }

//go:embed lexicon.txt
var lexiconText string

// A form is one spelling of an entry, as the words it is made of.
type form struct {
	words  []string
	better string
	class  Class
}

// lexicon holds the forms by their first word, the longest first.
var lexicon = sync.OnceValue(func() map[string][]form {
	forms := make(map[string][]form)
	class := Class("")
	for line := range strings.Lines(lexiconText) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] == '[':
			class = Class(strings.Trim(line, "[]"))
			continue
		}
		left, better, _ := strings.Cut(line, " = ")
		for _, written := range strings.Split(left, ",") {
			for _, one := range inflected(strings.TrimSpace(written)) {
				words := Words(one)
				f := form{better: strings.TrimSpace(better), class: class}
				for _, w := range words {
					f.words = append(f.words, w.Lower)
				}
				first := f.words[0]
				forms[first] = append(forms[first], f)
			}
		}
	}
	for _, list := range forms {
		slices.SortStableFunc(list, func(a, b form) int { return len(b.words) - len(a.words) })
	}
	return forms
})

// endings are what a hyphen at the end of a form stands for.
var endings = map[string][]string{
	"are": {"are", "a", "ano", "ato", "ata", "ati", "ate", "ando", "ava", "avano", "erà", "eranno"},
	"ere": {"ere", "e", "ono", "endo", "eva", "evano", "erà", "eranno", "uto", "uta", "uti", "ute"},
	"ire": {"ire", "isce", "iscono", "endo", "iva", "ivano", "irà", "iranno", "ito", "ita", "iti", "ite"},
	"o":   {"o", "a", "i", "e"}, "e": {"e", "i"},
	"zione": {"zione", "zioni"}, "mento": {"mento", "menti"},
}

// inflected returns the spellings that one form of the file stands for.
func inflected(written string) []string {
	i := strings.LastIndexByte(written, '-')
	if i < 0 {
		return []string{written}
	}
	stem, set := written[:i], endings[written[i+1:]]
	if set == nil {
		return []string{written}
	}
	out := make([]string, len(set))
	for j, end := range set {
		// "Abroghera'", not "abrogera'": c and g stay hard.
		if end[0] == 'e' && len(end) > 3 && written[i+1:] == "are" && strings.ContainsAny(stem[len(stem)-1:], "cg") {
			end = "h" + end
		}
		out[j] = stem + end
	}
	return out
}

// Lexicon returns the words and phrases of text that have a plainer
// alternative, in order and without overlaps: the longest wins. Upper and lower
// case count for nothing, except that an English word with a capital inside a
// sentence is a name. Quotations are left alone.
func Lexicon(text string) []Match {
	words := Words(text)
	quoted := Quoted(text)
	forms := lexicon()
	var out []Match
	for i := 0; i < len(words); i++ {
		list := forms[words[i].Lower]
		if list == nil {
			continue
		}
		f, ok := longest(list, words[i:])
		if !ok || inside(quoted, words[i].Start) {
			continue
		}
		last := i + len(f.words) - 1
		span := Span{words[i].Start, words[last].End}
		if last+1 < len(words) && (words[last+1].Gap == "’" || words[last+1].Gap == "'") { // "nelle more dell’"
			span.End = words[last+1].Start
		}
		if f.class == English && isCapital(span.Of(text)) && !startsSentence(text, span.Start) {
			continue
		}
		out = append(out, Match{Finding{span, f.better}, f.class})
		i = last
	}
	return out
}

// longest returns the longest form that words begin with.
func longest(list []form, words []Word) (form, bool) {
	for _, f := range list {
		if len(f.words) > len(words) {
			continue
		}
		same := true
		for j, w := range f.words {
			if words[j].Lower != w || j > 0 && !words[j].Linked() {
				same = false
				break
			}
		}
		if same {
			return f, true
		}
	}
	return form{}, false
}

// inside reports whether offset lies in one of the spans, which are in order.
func inside(spans []Span, offset int) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > offset })
	return i < len(spans) && spans[i].Start <= offset
}
