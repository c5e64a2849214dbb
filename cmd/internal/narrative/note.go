// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"fmt"
	"html/template"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// notes returns the notes of the page in the order of their numbers.
func (c *checker) notes() []ast.Node {
	list, ok := c.page.doc.LastChild().(*east.FootnoteList)
	if !ok {
		return nil
	}
	var notes []ast.Node
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		notes = append(notes, n)
	}
	return notes
}

func noteID(number int) string { return "nota-" + strconv.Itoa(number) }

// callID returns the id of the place that refers to a note for the time-th
// time, from 0.
func callID(number, time int) string {
	id := "richiamo-" + strconv.Itoa(number)
	if time > 0 {
		id += "-" + strconv.Itoa(time+1)
	}
	return id
}

// note writes a note at the end of the page, the number that leads to it and
// the way back, each with a name that says where it leads.
func (d *drawing) note(n ast.Node, entering bool) (ast.WalkStatus, error) {
	of := "" // which page, where several are drawn as one
	if d.r.Prefix != "" {
		of = template.HTMLEscapeString(" di «" + d.page.Title + "»")
	}
	switch n := n.(type) {
	case *east.FootnoteList:
		level := strconv.Itoa(min(2+d.r.Deeper, 6))
		return d.pair(entering, fmt.Sprintf("<section role=\"doc-endnotes\" aria-labelledby=\"%snote\">\n<h%s id=\"%[1]snote\">Note</h%[2]s>\n<ol>\n", d.r.Prefix, level), "</ol>\n</section>\n")
	case *east.Footnote:
		return d.pair(entering, "<li id=\""+d.r.Prefix+noteID(n.Index)+"\">\n", "</li>\n")
	case *east.FootnoteLink:
		return d.pair(entering, fmt.Sprintf("<sup><a href=\"#%[1]s%[2]s\" id=\"%[1]s%[3]s\" role=\"doc-noteref\" aria-label=\"Nota %[4]d%[5]s\">%[4]d</a></sup>",
			d.r.Prefix, noteID(n.Index), callID(n.Index, n.RefIndex), n.Index, of), "")
	case *east.FootnoteBacklink:
		label := fmt.Sprintf("Torna al richiamo della nota %d%s", n.Index, of)
		if n.RefIndex > 0 {
			label += fmt.Sprintf(", volta %d", n.RefIndex+1)
		}
		return d.pair(entering, fmt.Sprintf("\u00a0<a href=\"#%s%s\" role=\"doc-backlink\" aria-label=\"%s\">↩\ufe0e</a>", d.r.Prefix, callID(n.Index, n.RefIndex), label), "")
	}
	return ast.WalkContinue, nil
}
