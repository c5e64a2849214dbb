// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/source"
)

// A checker goes through the tree of one page, reports what is wrong and makes
// the tree ready to be drawn.
type checker struct {
	*library
	page     *Page
	file     *source.File
	edition  *plan.Edition // nil for a page of no edition
	report   *diag.List
	read     *limiter        // what the parser saw that the tree does not hold
	residue  []byte          // see residueOf
	headless bool            // without front matter: what was meant as that stands in the text
	opened   map[string]int  // raw HTML elements reported and not yet closed
	used     map[string]bool // labels of addresses that links refer to
	divided  *ast.List       // the last list that was reported as divided
	ids      idSet           // of headings, tables and notes
}

// A library is what pages may refer to.
type library struct {
	fsys    fs.FS
	pub     *plan.Publication
	known   Known
	figures map[*plan.Edition][]plan.Figure
	pages   map[string]*Page // by address
	routes  []string         // all addresses, for suggestions
	images  []string

	unread       map[string]bool // editions whose folder of pages could not be read
	unreadPages  map[string]bool // addresses of pages whose file could not be read
	unreadImages map[string]bool // pictures and folders of them that are links to nowhere
}

func (c *checker) at(offset, length int) diag.Diagnostic { return c.file.At(offset, length) }

// outline fills in the headings, which other pages may link to, so it has to
// be done for all pages before any is checked.
func (c *checker) outline() {
	ids := idSet{}
	if c.page.Project != "" {
		for _, id := range c.known.ProjectParts {
			ids[id] = 1
		}
	}
	for i := range c.notes() {
		ids["note"], ids[noteID(i+1)], ids[callID(i+1, 0)] = 1, 1, 1
	}
	last := 1
	_ = ast.Walk(c.page.doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		h, ok := n.(*ast.Heading)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		c.checkHeading(h, last)
		last = h.Level
		h.Level = max(h.Level, 2)
		// The id must outlive the figures, so it is made without them.
		id := ids.take(plainText(c.page, h, func(string) string { return "" }), "paragrafo")
		h.SetAttributeString("id", []byte(id))
		text := plainText(c.page, h, c.figureText)
		c.page.Headings = append(c.page.Headings, Heading{Level: h.Level, ID: id, Text: text})
		return ast.WalkSkipChildren, nil
	})
	c.ids = ids
}

// checkHeading reports a heading that has no place after one of level last.
func (c *checker) checkHeading(h *ast.Heading, last int) {
	d := c.at(h.Pos(), h.Level)
	switch {
	case h.Level == 1:
		d.Code = "heading-level-1"
		d.Message = "il titolo della pagina è già «titolo» nell'intestazione: nel testo i titoli cominciano da «##»"
		if c.page.Project != "" {
			d.Message = "il titolo della pagina è già quello del progetto: nel testo i titoli cominciano da «##»"
		}
		d.Hint = "scrivi «##» al posto di «#»"
		if c.underlined(h) {
			d.Hint = "scrivi «## » davanti al titolo e togli la riga sotto"
		}
	case c.underlined(h):
		d.Code = "heading-underlined"
		d.Message = "i trattini sotto questa riga ne fanno un titolo"
		d.Hint = "per un titolo scrivi «## » davanti e togli i trattini; per una linea lascia una riga vuota prima dei trattini"
	case h.Level > last+1:
		want := strings.Repeat("#", last+1)
		d.Code = "heading-skipped"
		d.Message = fmt.Sprintf("questo titolo è di livello %d, ma quello prima è di livello %d", h.Level, last)
		d.Hint = fmt.Sprintf("scrivi «%s» al posto di «%s»", want, strings.Repeat("#", h.Level))
	case !h.HasChildren():
		d.Code = "empty-heading"
		d.Message = "il titolo è vuoto"
		d.Hint = "scrivi il titolo dopo i cancelletti, oppure togli la riga"
	default:
		return
	}
	c.report.Add(d)
}

// underlined reports whether h is written over a row of signs.
func (c *checker) underlined(h *ast.Heading) bool {
	return !c.headless && h.HasChildren() && h.Pos() >= 0 && c.page.src[h.Pos()] != '#'
}

// check goes through the text of the page.
func (c *checker) check() {
	c.opened, c.used = map[string]int{}, map[string]bool{}
	c.checkCharacters()
	c.checkCopy()
	if !c.headless {
		c.checkRaw()
	}
	for _, said := range c.page.Passages { // those of the front matter
		checkPlain(said, c.report)
	}
	// The tree is changed while it is checked, so the nodes are listed first.
	var nodes []ast.Node
	_ = ast.Walk(c.page.doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			nodes = append(nodes, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range nodes {
		switch n := n.(type) {
		case *ast.HTMLBlock:
			c.checkHTMLBlock(n)
		case *ast.RawHTML:
			c.checkRawHTML(n.Segments.At(0).Start, n.Segments.At(n.Segments.Len()-1).Stop)
		case *ast.Text:
			c.checkText(n)
		case *ast.Link:
			c.checkLink(n)
		case *ast.AutoLink:
			c.checkAutoLink(n)
		case *ast.Image:
			c.checkImage(n)
		case *ast.FencedCodeBlock:
			c.checkFence(n)
		case *ast.CodeBlock:
			c.checkIndented(n)
		case *ast.List:
			c.checkList(n)
		case *binding:
			c.checkBinding(n)
		case *east.Table:
			c.checkTable(n)
		}
	}
	c.checkDefinitions(c.used)
	c.passages()
}
