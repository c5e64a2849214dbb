// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"go/token"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"

	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// A Page is one page of narrative. It does not change after Load and is safe
// for concurrent use.
type Page struct {
	Edition  string // id of the edition, "" for a page of none
	Project  string // id of the project that the text belongs to, "" for a page of its own
	Slug     string // last part of the address: the file name without ".md"
	Title    string // titolo: the h1 of the page, plain text; "" where it is the project's
	Summary  string // sommario: one sentence, plain text; "" where it is the project's
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

// Address returns the permanent address of the page: "/2022/il-piano/". That of
// the text of a project is the project's.
func (p *Page) Address() string {
	switch {
	case p.Project != "":
		return route.Project.At(p.Edition, p.Project)
	case p.Edition != "":
		return "/" + p.Edition + "/" + p.Slug + "/"
	}
	return "/" + p.Slug + "/"
}

// pageOf returns the page that the file at name means, by its name alone.
func pageOf(name string) *Page {
	p := &Page{Pos: token.Position{Filename: name}, Slug: strings.TrimSuffix(path.Base(name), ".md")}
	parts := strings.Split(name, "/")
	if len(parts) > 2 {
		p.Edition = parts[1]
	}
	if len(parts) > 3 {
		p.Project = p.Slug
	}
	return p
}

// in returns the address that p would have in another edition.
func (p *Page) in(edition string) string {
	return (&Page{Edition: edition, Project: p.Project, Slug: p.Slug}).Address()
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
