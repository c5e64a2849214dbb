// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bufio"
	"bytes"
	"fmt"
	"html/template"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer/html"
)

// A Resolver draws what a page refers to. The three functions are required.
type Resolver struct {
	// Figure returns the markup for a figure of the page's edition; only names
	// that exist are asked for.
	Figure func(name string) template.HTML
	// Chart returns the markup for a chart of the page's edition; only ids
	// that exist are asked for, each once a page.
	Chart func(id string) (template.HTML, error)
	// Link turns a permanent address, which may carry a fragment
	// ("/glossario/#lavoro-agile") or name a picture ("/immagini/sede.png"),
	// into a link from the page that is being drawn.
	Link func(address string) string

	// Prefix comes before every id, and Deeper is by how many levels headings
	// are lowered, where several pages are drawn as one.
	Prefix string
	Deeper int
}

// HTML draws the text of the page: what stands below its title. Faulty parts
// are left out or shown as plain text. The only error is that of r.Chart.
//
// The elements that can come out are p, h2–h6, ul, ol, li, blockquote, pre,
// code, em, strong, a, img, br, hr, for a table a section with table, caption,
// thead, tbody, tr, th, td, and for notes sup and a section; besides what r
// returns.
func (p *Page) HTML(r Resolver) (template.HTML, error) {
	var buf bytes.Buffer
	d := &drawing{page: p, r: r, w: bufio.NewWriter(&buf)}
	if err := ast.Walk(p.doc, d.node); err != nil {
		return "", fmt.Errorf("drawing %s: %w", p.Pos.Filename, err)
	}
	if err := d.w.Flush(); err != nil {
		return "", fmt.Errorf("drawing %s: %w", p.Pos.Filename, err)
	}
	return template.HTML(buf.String()), nil
}

// A drawing is one call of HTML. Its walk changes nothing in the tree.
type drawing struct {
	page *Page
	r    Resolver
	w    *bufio.Writer
}

func (d *drawing) put(s ...string) {
	for _, s := range s {
		_, _ = d.w.WriteString(s) // kept by the writer until Flush
	}
}

// pair writes the start or the end tag of an element.
func (d *drawing) pair(entering bool, start, end string) (ast.WalkStatus, error) {
	if entering {
		d.put(start)
	} else {
		d.put(end)
	}
	return ast.WalkContinue, nil
}

func (d *drawing) node(n ast.Node, entering bool) (ast.WalkStatus, error) {
	switch n := n.(type) {
	case *ast.Document, *ast.TextBlock:
		if !entering && n.Kind() == ast.KindTextBlock && n.NextSibling() != nil {
			d.put("\n")
		}
		return ast.WalkContinue, nil
	case *ast.Paragraph:
		return d.pair(entering, "<p>", "</p>\n")
	case *ast.Heading:
		id, _ := n.AttributeString("id")
		name := "h" + strconv.Itoa(min(n.Level+d.r.Deeper, 6))
		return d.pair(entering, "<"+name+" id=\""+d.r.Prefix+string(id.([]byte))+"\">", "</"+name+">\n")
	case *ast.Blockquote:
		return d.pair(entering, "<blockquote class=\"blockquote\">\n", "</blockquote>\n")
	case *ast.List:
		return d.list(n, entering)
	case *ast.ListItem:
		open := "<li>"
		if v, ok := n.AttributeString("value"); ok {
			open = fmt.Sprintf("<li value=\"%d\">", v)
		}
		if n.HasChildren() && n.FirstChild().Kind() != ast.KindTextBlock {
			open += "\n"
		}
		return d.pair(entering, open, "</li>\n")
	case *ast.ThematicBreak:
		return d.pair(entering, "<hr>\n", "")
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		return d.code(n, entering)
	case *ast.Text:
		return d.text(n, entering)
	case *ast.Emphasis:
		if n.Level == 1 {
			return d.pair(entering, "<em>", "</em>")
		}
		return d.pair(entering, "<strong>", "</strong>")
	case *ast.CodeSpan:
		return d.codeSpan(n, entering)
	case *ast.Link:
		if n.Destination == nil {
			return ast.WalkContinue, nil
		}
		return d.pair(entering, d.anchor(string(n.Destination), n.Title), "</a>")
	case *ast.AutoLink:
		return d.autoLink(n, entering)
	case *ast.Image:
		return d.image(n, entering)
	case *east.FootnoteLink, *east.FootnoteList, *east.Footnote, *east.FootnoteBacklink:
		return d.note(n, entering)
	case *binding:
		return d.figure(n, entering)
	case *chartBlock:
		return d.chart(n, entering)
	case *caption:
		return d.pair(entering, "<caption id=\""+d.r.Prefix+n.id+"\">", "</caption>\n")
	case *east.Table, *east.TableHeader, *east.TableRow, *east.TableCell:
		return d.table(n, entering)
	}
	// Raw HTML, link definitions, and whatever goldmark may add.
	return ast.WalkSkipChildren, nil
}

func (d *drawing) list(n *ast.List, entering bool) (ast.WalkStatus, error) {
	if !n.IsOrdered() {
		return d.pair(entering, "<ul>\n", "</ul>\n")
	}
	start := ""
	if n.Start != 1 {
		start = " start=\"" + strconv.Itoa(n.Start) + "\""
	}
	return d.pair(entering, "<ol"+start+">\n", "</ol>\n")
}

// code writes a block of code. It can be reached with the keyboard, because a
// long line scrolls.
func (d *drawing) code(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	d.put("<pre tabindex=\"0\"><code>")
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		html.DefaultWriter.RawWrite(d.w, line.Value(d.page.src))
	}
	d.put("</code></pre>\n")
	return ast.WalkSkipChildren, nil
}

func (d *drawing) chart(n *chartBlock, entering bool) (ast.WalkStatus, error) {
	if !entering || n.id == "" {
		return ast.WalkContinue, nil
	}
	markup, err := d.r.Chart(n.id)
	if err != nil {
		return ast.WalkStop, fmt.Errorf("chart %q: %w", n.id, err)
	}
	d.put(string(markup), "\n")
	return ast.WalkContinue, nil
}

// table writes a table in a box that scrolls by itself on a narrow screen and
// can be reached with the keyboard. A header cell without text is a plain
// cell: a header that says nothing confuses who listens.
func (d *drawing) table(n ast.Node, entering bool) (ast.WalkStatus, error) {
	switch n := n.(type) {
	case *east.Table:
		label := ""
		if c, ok := n.FirstChild().(*caption); ok {
			label = attribute("aria-labelledby", d.r.Prefix+c.id)
		}
		return d.pair(entering,
			"<section class=\"table-responsive\" tabindex=\"0\""+label+">\n<table class=\"table\">\n",
			"</table>\n</section>\n")
	case *east.TableHeader:
		end := "</tr>\n</thead>\n"
		if n.NextSibling() != nil {
			end += "<tbody>\n"
		}
		return d.pair(entering, "<thead>\n<tr>\n", end)
	case *east.TableRow:
		end := "</tr>\n"
		if n.NextSibling() == nil {
			end += "</tbody>\n"
		}
		return d.pair(entering, "<tr>\n", end)
	case *east.TableCell:
		name, scope := "td", ""
		if n.Parent().Kind() == east.KindTableHeader && n.HasChildren() {
			name, scope = "th", " scope=\"col\""
		}
		align := ""
		switch n.Alignment {
		case east.AlignRight:
			align = " class=\"text-end\""
		case east.AlignCenter:
			align = " class=\"text-center\""
		}
		return d.pair(entering, "<"+name+scope+align+">", "</"+name+">\n")
	}
	return ast.WalkContinue, nil
}
