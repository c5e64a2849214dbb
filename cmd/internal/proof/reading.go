// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A reading is what a page, or a part of it, says to those who read it: what
// the data are compared with. The frame of the page, its pictures and its
// navigation are left out.
type reading struct {
	root        *html.Node
	title       cell                 // the first heading
	badge       string               // beside it
	facts       map[string]cell      // of the lists of name and value
	links       map[string][]string  // each value of such a list, with where it leads
	lists       map[string][]string  // plain items, by the heading they stand under
	paragraphs  map[string]bool      //
	tables      map[string]readTable // by the heading of their first column
	projects    []*html.Node         // rows of lists of projects
	departments []*html.Node         // rows of lists of settori
}

// A readTable is a table and the line below it that names its one source.
type readTable struct {
	head   []string
	rows   [][]cell // the last may be that of the total
	total  bool
	source cell
}

// A cell is what stands in one place.
type cell struct {
	text   string // white space made even
	own    string // the text without its note
	number string // the first number for machines, "" when there is none
	high   string // the second number of a range, "" when there is none
	figure string // the first quantity with its words, or the gap
	href   string // where the first link leads
	times  []string
}

// mainOf returns the content of a page, without header and footer; nil when it
// has none.
func mainOf(root *html.Node) *html.Node {
	for n := range descend(root, "main") {
		return n
	}
	return nil
}

// readingOf reads root.
func readingOf(root *html.Node) *reading {
	r := &reading{
		root: root, facts: map[string]cell{}, links: map[string][]string{}, lists: map[string][]string{},
		paragraphs: map[string]bool{}, tables: map[string]readTable{},
	}
	heading, table := "", ""
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type != html.ElementNode && n.Type != html.DocumentNode:
			return
		case n != root && left(n):
			return
		}
		switch n.Data {
		case "h1", "h2", "h3", "h4":
			c := cellOf(n)
			if heading = c.text; r.title.text == "" {
				r.title = c
			}
			return
		case "p":
			if c := cellOf(n); hasClass(n, "tabella-fonte") {
				t := r.tables[table]
				t.source = c
				r.tables[table] = t
			} else {
				r.paragraphs[c.text] = true
			}
			for b := range descend(n, "span") {
				if r.badge == "" && hasClass(b, "badge") {
					r.badge = fold(nodeText(b))
				}
			}
			return
		case "li":
			switch {
			case hasClass(n, "riga-progetto"):
				r.projects = append(r.projects, n)
			case hasClass(n, "riga-settore"):
				r.departments = append(r.departments, n)
			default:
				r.lists[heading] = append(r.lists[heading], fold(nodeText(n)))
			}
			return
		case "dl":
			for pair := range descend(n, "div") {
				name := ""
				for c := range pair.ChildNodes() {
					switch {
					case c.Type != html.ElementNode:
					case c.Data == "dt":
						name = fold(nodeText(c))
					case c.Data == "dd":
						said := cellOf(c)
						if r.facts[name].text == "" {
							r.facts[name] = said
						}
						r.links[name] = append(r.links[name], said.text+": "+said.href)
					}
				}
			}
			return
		case "table":
			t := tableOf(n)
			if len(t.head) > 0 {
				table = t.head[0]
				r.tables[table] = t
			}
			return
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(root)
	return r
}

// left reports whether n is no part of what is read: what leads elsewhere, what
// is drawn, the record of the page, a project in full inside its settore, its longer
// text.
func left(n *html.Node) bool {
	switch n.Data {
	case "nav", "svg", "figure", "form":
		return true
	}
	return hasClass(n, "registro") || hasClass(n, "progetto-intero") || hasClass(n, textClass) || attribute(n, "aria-hidden") == "true"
}

func tableOf(n *html.Node) readTable {
	var t readTable
	for row := range descend(n, "tr") {
		var cells []cell
		for c := range row.ChildNodes() {
			if c.Type == html.ElementNode {
				cells = append(cells, cellOf(c))
			}
		}
		switch row.Parent.Data {
		case "thead":
			for _, c := range cells {
				t.head = append(t.head, c.text)
			}
		case "tfoot":
			t.total = true
			fallthrough
		default:
			t.rows = append(t.rows, cells)
		}
	}
	return t
}

// column returns the cell of row below the heading name; false where the table
// has no such column.
func (t readTable) column(row []cell, name string) (cell, bool) {
	i := slices.Index(t.head, name)
	if i < 0 || i >= len(row) {
		return cell{}, false
	}
	return row[i], true
}

func cellOf(n *html.Node) cell {
	var c cell
	var own strings.Builder
	var walk func(n *html.Node, note bool)
	walk = func(n *html.Node, note bool) {
		switch {
		case n.Type == html.TextNode && !note:
			own.WriteString(n.Data)
			return
		case n.Type != html.ElementNode:
			return
		}
		switch {
		case n.Data == "data" && c.number == "":
			c.number = attribute(n, "value")
		case n.Data == "data" && c.high == "" && hasClass(n.Parent, "cifra"):
			c.high = attribute(n, "value")
		case n.Data == "time":
			c.times = append(c.times, attribute(n, "datetime"))
		case n.Data == "a" && c.href == "":
			c.href = attribute(n, "href")
		}
		if c.figure == "" && (hasClass(n, "cifra") || hasClass(n, "lacuna")) {
			c.figure = fold(nodeText(n))
		}
		note = note || hasClass(n, "riga-nota")
		for child := range n.ChildNodes() {
			walk(child, note)
		}
	}
	walk(n, false)
	c.text, c.own = fold(nodeText(n)), fold(own.String())
	return c
}

// descend yields the elements called name below n.
func descend(n *html.Node, name string) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for c := range n.Descendants() {
			if c.Type == html.ElementNode && c.Data == name && !yield(c) {
				return
			}
		}
	}
}

// classed returns the first element below n of a class, or nil.
func classed(n *html.Node, class string) *html.Node {
	for c := range n.Descendants() {
		if hasClass(c, class) {
			return c
		}
	}
	return nil
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	if n.Type != html.ElementNode {
		return false
	}
	for rest := attribute(n, "class"); rest != ""; {
		var one string
		if one, rest, _ = strings.Cut(rest, " "); one == class {
			return true
		}
	}
	return false
}

// fold makes white space even: pages and data may break lines differently.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// body is the prose of a page of narrative.
func body(root *html.Node) *html.Node {
	if n := classed(root, "testo"); n != nil {
		return n
	}
	return root
}

// named are the values of a fact, without where they lead.
func (r *reading) named(fact string) []string {
	var out []string
	for _, said := range r.links[fact] {
		out = append(out, said[:strings.LastIndex(said, ": ")])
	}
	return out
}
