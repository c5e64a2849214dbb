// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// glossary reads glossario.toml, which may be absent. A term is found in the
// text by its own word or one of its forms: none may belong to two terms.
func (l *loader) glossary(dir string, entries []entry) []*Term {
	const name = "glossario.toml"
	if !slices.ContainsFunc(entries, func(e entry) bool { return e.name == name }) {
		return nil
	}
	t := l.read(path.Join(dir, name), &glossaryKeys, glossaryPage)
	if t == nil {
		return nil
	}
	defer t.close()
	ids, words := make(register), make(register)
	var all []*Term
	for _, s := range t.tables("termine") {
		term := &Term{
			ID:         s.slug("id"),
			Term:       s.line("termine"),
			Expansion:  s.line("per_esteso"),
			Definition: s.prose("definizione"),
			Forms:      s.texts("forme"),
		}
		ids.add(l.report, valueOf(s, "id"), term.ID, "duplicate-id")
		words.add(l.report, valueOf(s, "termine"), term.Term, "duplicate-value")
		for i, f := range term.Forms {
			if strings.EqualFold(f, term.Term) && f != term.Term {
				continue // «Inps» beside «INPS»
			}
			words.add(l.report, itemOf(s, "forme", i), f, "duplicate-value")
		}
		all = append(all, term)
	}
	sortItalian(all, func(t *Term) string { return t.Term }, func(t *Term) string { return t.ID })
	return all
}

// sortItalian sorts by name as an Italian dictionary does, then by id.
func sortItalian[T any](all []T, name, id func(T) string) {
	c := collate.New(language.Italian, collate.IgnoreCase, collate.Numeric)
	slices.SortStableFunc(all, func(a, b T) int {
		return cmp.Or(c.CompareString(name(a), name(b)), cmp.Compare(id(a), id(b)))
	})
}
