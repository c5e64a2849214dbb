// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/tomldoc"
)

// What a passage of a page is, as Passage.What says it, besides the keys
// "titolo" and "sommario".
const (
	Paragraph  = "capoverso"
	Quotation  = "citazione"
	InnerTitle = "titolo nel testo"
	ListItem   = "voce di elenco"
	Cell       = "cella"
	ColumnName = "intestazione di colonna"
	Caption    = "didascalia"
	LinkText   = "testo di un collegamento"
	AltText    = "testo alternativo"
)

// say adds the text at a key of the front matter to the passages.
func (p *Page) say(t *tomldoc.Table, key, text string, kind passage.Kind) {
	if text == "" {
		return
	}
	p.Passages = append(p.Passages, passage.Passage{
		Text: text, Kind: kind, What: key, Edition: p.Edition, Page: p.Address(), At: t.Piece(key, -1).Locator(text),
	})
}

// passages adds the texts below the title to the passages. It runs after the
// page is checked: only then captions stand in their tables and links have
// their addresses.
func (c *checker) passages() {
	_ = ast.Walk(c.page.doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		kind, what := passage.Prose, Paragraph
		switch n := n.(type) {
		case *ast.Heading:
			kind, what = passage.Heading, InnerTitle
		case *ast.Paragraph, *ast.TextBlock:
			switch container(n) {
			case ast.KindListItem:
				kind, what = passage.Item, ListItem
			case ast.KindBlockquote:
				what = Quotation
			}
		case *caption:
			kind, what = passage.Label, Caption
		case *east.TableCell:
			kind, what = passage.Item, Cell
			if n.Parent().Kind() == east.KindTableHeader {
				kind, what = passage.Label, ColumnName
			}
		default:
			return ast.WalkContinue, nil
		}
		before := len(c.page.Passages)
		c.say(n, kind, what, "")
		if cell, ok := n.(*east.TableCell); ok && len(c.page.Passages) > before {
			c.page.Passages[before].Column = column(cell)
		}
		c.sayInner(n)
		return ast.WalkSkipChildren, nil
	})
}

// column returns the number of the column that a cell stands in, from 1.
func column(cell ast.Node) int {
	n := 1
	for before := cell.PreviousSibling(); before != nil; before = before.PreviousSibling() {
		n++
	}
	return n
}

// container returns the kind of the nearest list item or quotation around n;
// that of the document when there is none.
func container(n ast.Node) ast.NodeKind {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if k := p.Kind(); k == ast.KindListItem || k == ast.KindBlockquote {
			return k
		}
	}
	return ast.KindDocument
}

// sayInner adds the links and pictures of a block.
func (c *checker) sayInner(block ast.Node) {
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			c.say(n, passage.Link, LinkText, string(n.Destination))
		case *ast.AutoLink:
			c.say(n, passage.Link, LinkText, autoAddress(n, c.page.src))
		case *ast.Image:
			c.say(n, passage.Alt, AltText, "")
		}
		return ast.WalkContinue, nil
	})
}

// say adds the text below n to the passages.
func (c *checker) say(n ast.Node, kind passage.Kind, what, address string) {
	f := flatten(c.page, n, c.figureText)
	if len(f.text) == 0 {
		return
	}
	c.page.Passages = append(c.page.Passages, passage.Passage{
		Text: string(f.text), Kind: kind, What: what, Edition: c.page.Edition, Page: c.page.Address(),
		Address: address, Drawn: f.drawn, At: f.locator(c.file),
	})
}
