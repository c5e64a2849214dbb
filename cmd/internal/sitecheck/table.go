// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"slices"
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// scopes are what a heading of a table can be heading of.
var scopes = []string{"col", "row", "colgroup", "rowgroup"}

// checkTables holds that tables can be followed by ear. A heading in the corner
// that says nothing is a td.
func (p *Page) checkTables() {
	for _, table := range p.all(atom.Table) {
		p.checkTable(table)
	}
}

func (p *Page) checkTable(table *html.Node) {
	caption := ""
	for n := range table.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "caption":
			caption = content(n)
		case n.Data == "th":
			if !slices.Contains(scopes, attr(n, "scope")) {
				p.fault("page-table-scope", "l'intestazione %q non ha scope", content(n))
			}
		}
	}
	if caption == "" {
		p.fault("page-table-caption", "c'è una tabella senza didascalia")
	}
	p.checkColumns(table, caption)
}

// A column of a table, as far as its headings go.
type column struct {
	heading bool // a th with words stands for it
	data    bool // it has cells that are no headings
}

// checkColumns holds that rows are equally wide and that each column of data
// has a heading.
func (p *Page) checkColumns(table *html.Node, caption string) {
	var columns []column
	var taken []int // rows that a cell above still covers, by column
	width, uneven := -1, false
	for n := range table.Descendants() {
		if n.Type != html.ElementNode || n.Data != "tr" {
			continue
		}
		at := 0
		for _, cell := range children(n) {
			for at < len(taken) && taken[at] > 0 {
				taken[at]--
				at++
			}
			for range span(cell, "colspan") {
				for at >= len(columns) {
					columns, taken = append(columns, column{}), append(taken, 0)
				}
				if cell.Data == "th" {
					columns[at].heading = columns[at].heading || content(cell) != ""
				} else if content(cell) != "" {
					columns[at].data = true
				}
				taken[at] = span(cell, "rowspan") - 1
				at++
			}
		}
		for ; at < len(taken) && taken[at] > 0; at++ {
			taken[at]--
		}
		if width < 0 {
			width = at
		}
		uneven = uneven || at != width
	}
	if uneven {
		p.fault("page-table-column", "le righe della tabella %q non hanno lo stesso numero di celle", caption)
	}
	for i, c := range columns {
		if c.data && !c.heading {
			p.fault("page-table-column", "la colonna %d della tabella %q non ha un'intestazione", i+1, caption)
		}
	}
}

func span(cell *html.Node, key string) int {
	n, err := strconv.Atoi(attr(cell, key))
	if err != nil || n < 1 || n > 1000 {
		return 1
	}
	return n
}
