// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"go/token"
	"strings"

	"github.com/yuin/goldmark/ast"

	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/plan"
)

// A Page is one page of narrative. It does not change after Load and is safe
// for concurrent use.
type Page struct {
	Edition  string // id of the edition, "" for a page of none
	Slug     string // last part of the address: the file name without ".md"
	Title    string // titolo: the h1 of the page, plain text
	Summary  string // sommario: one sentence, plain text
	Order    int    // ordine
	Headings []Heading
	Figures  []plan.Figure  // quoted in the text, in order of first use
	Charts   []string       // ids of the charts placed, in order
	Pos      token.Position // the file

	// Passages are the texts of the page in reading order, its title and summary
	// first; code and charts are none. The links and pictures of a block come
	// right after it, with the words that they have in it.
	Passages []passage.Passage

	src   []byte // of the file with LF line endings
	doc   ast.Node
	curly map[int]bool // where src has a straight apostrophe that is shown curly
}

// A Heading is a heading of the text, for an index of the page.
type Heading struct {
	Level int    // 2 to 6
	ID    string // unique on the page
	Text  string // plain text, figures filled in
}

// Address returns the permanent address of the page: "/2022/il-piano/".
func (p *Page) Address() string {
	if p.Edition == "" {
		return "/" + p.Slug + "/"
	}
	return "/" + p.Edition + "/" + p.Slug + "/"
}

// Text returns the prose of the page, a paragraph a line, with figures filled
// in: what readability is measured on. Headings, lists, tables, code, charts
// and pictures are not prose.
func (p *Page) Text() string {
	var lines []string
	for _, said := range p.Passages {
		if said.Kind == passage.Prose {
			lines = append(lines, said.Text)
		}
	}
	return strings.Join(lines, "\n")
}

// hasHeading reports whether id is a heading of the page.
func (p *Page) hasHeading(id string) bool {
	for _, h := range p.Headings {
		if h.ID == id {
			return true
		}
	}
	return false
}

// fragments returns the addresses of the headings in order, as a link on the
// page writes them.
func (p *Page) fragments() []string {
	out := make([]string, len(p.Headings))
	for i, h := range p.Headings {
		out[i] = "#" + h.ID
	}
	return out
}
