// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"cmp"
	"html/template"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// A gloss links the first occurrence of each word of the glossary on one page
// to its entry. The texts of the page are given to it in reading order.
type gloss struct {
	words []word
	href  func(id string) string // where an entry is
	used  map[string]bool        // ids linked on this page
}

// A word is one spelling of a term.
type word struct {
	term  *plan.Term
	runes []rune // folded, unless exact
	exact bool   // upper and lower case count
	short bool   // an acronym, to be shown with what it stands for
}

// glossWords lists the spellings of all terms, the longest first, so that
// "accordo individuale" is found before "accordo".
//
// Case does not count, except for an acronym (ISEE) and for a form written
// with a capital (Giunta), which is a name: «è giunta» is another word.
func glossWords(terms []*plan.Term) []word {
	var out []word
	for _, t := range terms {
		for i, s := range append([]string{t.Term}, t.Forms...) {
			r := []rune(s)
			w := word{term: t, runes: r}
			w.exact = acronym(s) || i > 0 && len(r) > 0 && unicode.IsUpper(r[0])
			w.short = t.Expansion != "" && (acronym(s) || acronym(t.Term) && strings.EqualFold(s, t.Term))
			if len(r) == 0 {
				continue
			}
			for j := range r {
				r[j] = folded(r[j], w.exact)
			}
			out = append(out, w)
		}
	}
	slices.SortStableFunc(out, func(a, b word) int { return cmp.Compare(len(b.runes), len(a.runes)) })
	return out
}

// acronym reports whether s is written like one: a word of two capitals or more.
func acronym(s string) bool {
	upper := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsSpace(r):
			return false
		}
	}
	return upper > 1
}

// folded makes runes comparable that are the same to a reader.
func folded(r rune, exact bool) rune {
	switch {
	case r == '’':
		return '\''
	case unicode.IsSpace(r):
		return ' '
	case exact:
		return r
	}
	return unicode.ToLower(r)
}

// newGloss starts a page.
func (p page) newGloss() *gloss {
	if p.words != nil {
		return p.words
	}
	return &gloss{
		words: p.b.words,
		href:  func(id string) string { return p.link(route.Glossary.At() + "#" + id) },
		used:  map[string]bool{},
	}
}

// text marks up plain text.
func (g *gloss) text(s string) template.HTML {
	var b strings.Builder
	if !g.mark(&b, s) {
		return template.HTML(template.HTMLEscapeString(s))
	}
	return template.HTML(b.String())
}

// texts marks up a list of plain texts.
func (g *gloss) texts(all []string) []template.HTML {
	out := make([]template.HTML, len(all))
	for i, s := range all {
		out[i] = g.text(s)
	}
	return out
}

// untouched are the elements whose text is left alone: links cannot nest, a
// heading and a figure are no running text, code is not words.
var untouched = []string{"a", "abbr", "caption", "code", "figure", "h2", "h3", "h4", "h5", "h6", "pre", "svg", "thead"}

// html marks up the text of markup that is known to be well formed.
func (g *gloss) html(markup template.HTML) template.HTML {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(string(markup)))
	depth := 0 // of elements that are left alone
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return template.HTML(b.String())
		}
		raw := string(z.Raw())
		switch kind {
		case html.StartTagToken, html.EndTagToken:
			name, more := z.TagName()
			for more && kind == html.StartTagToken && string(name) == "a" {
				var key, value []byte
				key, value, more = z.TagAttr()
				if string(key) == "href" {
					g.linked(string(value))
				}
			}
			if slices.Contains(untouched, string(name)) {
				if kind == html.StartTagToken {
					depth++
				} else {
					depth--
				}
			}
		case html.TextToken:
			if depth == 0 && g.mark(&b, html.UnescapeString(raw)) {
				continue
			}
		}
		b.WriteString(raw)
	}
}

// linked notes a link that the author of a text has made: an entry it leads to
// needs no other.
func (g *gloss) linked(href string) {
	for _, w := range g.words {
		if href == g.href(w.term.ID) {
			g.used[w.term.ID] = true
		}
	}
}

// mark writes s with its first occurrences linked and reports whether there
// was any; if not it writes nothing.
func (g *gloss) mark(b *strings.Builder, s string) bool {
	runes := []rune(s)
	done, found := 0, false
	for i := 0; i < len(runes); i++ {
		if !isWordRune(runes[i]) || i > 0 && isWordRune(runes[i-1]) {
			continue
		}
		w, ok := g.at(runes[i:])
		if !ok {
			continue
		}
		n := len(w.runes)
		if !g.used[w.term.ID] {
			g.used[w.term.ID], found = true, true
			b.WriteString(template.HTMLEscapeString(string(runes[done:i])))
			g.link(b, w, string(runes[i:i+n]))
			done = i + n
		}
		i += n - 1
	}
	if found {
		b.WriteString(template.HTMLEscapeString(string(runes[done:])))
	}
	return found
}

// at returns the longest word that runes, which start at a word, begin with.
func (g *gloss) at(runes []rune) (word, bool) {
	for _, w := range g.words {
		n := len(w.runes)
		if n > len(runes) || n < len(runes) && isWordRune(runes[n]) {
			continue
		}
		same := true
		for i := 0; same && i < n; i++ {
			same = folded(runes[i], w.exact) == w.runes[i]
		}
		if same {
			return w, true
		}
	}
	return word{}, false
}

// isWordRune reports whether r is part of a word. A hyphen is: a part of a
// compound is not the word itself.
func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '-' || r == '_'
}

func (g *gloss) link(b *strings.Builder, w word, as string) {
	text := template.HTMLEscapeString(as)
	if w.short {
		text = `<abbr title="` + template.HTMLEscapeString(w.term.Expansion) + `">` + text + `</abbr>`
	}
	b.WriteString(`<a class="voce-glossario" href="` + template.HTMLEscapeString(g.href(w.term.ID)) + `">` + text + `</a>`)
}
