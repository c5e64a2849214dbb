// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// A line is a piece of text of a page, as a reader meets it.
type line struct {
	page    string
	context string // "settore-alfa" or "progetto-airone": what the page or the part of it is about
	kind    string // element
	label   string // of a dd its dt, of a cell the heading of its column and its row
	text    string
}

// blocks are the elements whose text stands by itself.
var blocks = map[string]bool{
	"p": true, "li": true, "dt": true, "dd": true, "caption": true, "figcaption": true, "h1": true, "h2": true, "h3": true, "h4": true, "th": true, "td": true,
	"title": true, "desc": true, "summary": true, "div": true, "section": true, "nav": true, "ul": true, "dl": true, "option": true, "label": true, "article": true,
}

// read returns all the text of a page, and its tables.
func read(name string, data []byte) *reader {
	r := &reader{page: name}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		r.out = []line{{page: name, text: err.Error()}}
		return r
	}
	r.walk(root, contextOf(name), "")
	return r
}

// contextOf says what the page is about by its address.
func contextOf(name string) string {
	parts := strings.Split(name, "/")
	if len(parts) == 4 {
		switch parts[1] {
		case "settori":
			return "settore-" + parts[2]
		case "progetti":
			return "progetto-" + parts[2]
		case "grafici":
			if id, ok := strings.CutPrefix(parts[2], "personale-"); ok {
				return "progetto-" + id
			}
		}
	}
	return ""
}

// A table is one of a page, row by row: the first cell of each names it.
type table struct {
	context string
	header  []string
	rows    [][]string
}

func (r *reader) table(n *html.Node, context string) {
	t := table{context: context}
	for row := range n.Descendants() {
		if row.Type != html.ElementNode || row.Data != "tr" {
			continue
		}
		var cells []string
		for c := range row.ChildNodes() {
			if c.Type == html.ElementNode {
				cells = append(cells, fold(r.walk(c, context, c.Data)))
			}
		}
		if t.header == nil {
			t.header = cells
		} else {
			t.rows = append(t.rows, cells)
		}
	}
	r.tables = append(r.tables, t)
}

type reader struct {
	page   string
	out    []line
	tables []table
	term   string // the last dt
}

// walk collects the text of n; context goes down, and the text of an element
// inside a block is the block's.
func (r *reader) walk(n *html.Node, context, kind string) string {
	var b strings.Builder
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type != html.ElementNode || c.Data == "script" || c.Data == "style":
		case c.Data == "table":
			r.table(c, context)
		case c.Data == "meta":
			if attribute(c, "name") == "description" {
				r.add(line{context: context, kind: "meta", text: attribute(c, "content")})
			}
		case blocks[c.Data]:
			in := context
			if id := attribute(c, "aria-labelledby"); strings.HasPrefix(id, "settore-") || strings.HasPrefix(id, "progetto-") {
				in = id
			}
			if id, ok := strings.CutPrefix(attribute(c, "aria-labelledby"), "risultati-"); ok {
				in = "progetto-" + id
			}
			if id, ok := strings.CutPrefix(attribute(c, "id"), "grafico_personale-"); ok {
				in = "progetto-" + id
			}
			text := r.walk(c, in, c.Data)
			if c.Data == "dt" {
				r.term = fold(text)
			}
			l := line{context: in, kind: c.Data, text: text}
			if c.Data == "dd" {
				l.label = r.term
			}
			r.add(l)
			b.WriteString(" ")
		default:
			in := context
			if id, ok := strings.CutPrefix(attribute(c, "id"), "grafico_personale-"); ok {
				in = "progetto-" + id
			}
			b.WriteString(r.walk(c, in, kind))
		}
	}
	return b.String()
}

func (r *reader) add(l line) {
	l.page, l.text = r.page, fold(l.text)
	if l.text != "" {
		r.out = append(r.out, l)
	}
}

func fold(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), " ")
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
