// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"cmp"
	"slices"
	"strings"

	"vetro/cmd/internal/passage"
)

// A said is a text that people will read, and where its file has it.
type said struct {
	offset  int
	passage passage.Passage
}

// say passes on the text at a key, or item i of the list there unless i is -1,
// if people read it.
func (t *table) say(k *Key, i int, s string) {
	if k.Says == 0 || s == "" {
		return
	}
	piece := t.toml.Piece(k.Name, i)
	t.l.said = append(t.l.said, said{piece.Offset(), passage.Passage{
		Text: s, Kind: k.Says, What: k.Name, Edition: editionOf(t.page), Page: t.page,
		At: piece.Locator(s),
	}})
}

// passages returns what was said since it was last called, in file order.
func (l *loader) passages() []passage.Passage {
	slices.SortStableFunc(l.said, func(a, b said) int { return cmp.Compare(a.offset, b.offset) })
	all := make([]passage.Passage, len(l.said))
	for i, s := range l.said {
		all[i] = s.passage
	}
	l.said = l.said[:0]
	return all
}

// The permanent addresses of the pages that show the texts of the data.
const glossaryPage = "/glossario/"

func editionPage(e *Edition) string               { return "/" + e.ID + "/" }
func departmentPage(e *Edition, id string) string { return "/" + e.ID + "/settori/" + id + "/" }
func projectPage(e *Edition, id string) string    { return "/" + e.ID + "/progetti/" + id + "/" }

// editionOf returns the edition that a page belongs to, "" for none.
func editionOf(page string) string {
	id, _, _ := strings.Cut(strings.TrimPrefix(page, "/"), "/")
	if isYear(id) {
		return id
	}
	return ""
}
