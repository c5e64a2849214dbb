// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"vetro/cmd/internal/italian"
)

// captionMark opens the paragraph that is the caption of the table after it.
const captionMark = "Tabella:"

// A caption is the first child of a table.
type caption struct {
	ast.BaseBlock
	id string
}

var kindCaption = ast.NewNodeKind("Caption")

// Kind implements ast.Node.
func (b *caption) Kind() ast.NodeKind { return kindCaption }

// Dump implements ast.Node.
func (b *caption) Dump(source []byte, level int) { ast.DumpHelper(b, source, level, nil, nil) }

// checkTable moves the paragraph before the table into it as its caption, or
// reports that there is none: a table that is read aloud has to say first what
// it is about.
func (c *checker) checkTable(n *east.Table) {
	c.checkRows(n)
	p, ok := n.PreviousSibling().(*ast.Paragraph)
	if ok {
		first, isText := p.FirstChild().(*ast.Text)
		if isText && bytes.HasPrefix(first.Segment.Value(c.page.src), []byte(captionMark)) {
			first.Segment.Start += len(captionMark)
			first.Segment = first.Segment.TrimLeftSpace(c.page.src)
			text := plainText(c.page, p, c.figureText)
			if !isBlank(text) {
				box := &caption{id: c.ids.take("tabella "+text, "tabella")}
				for child := p.FirstChild(); child != nil; child = p.FirstChild() {
					box.AppendChild(box, child)
				}
				n.InsertBefore(n, n.FirstChild(), box)
				p.Parent().RemoveChild(p.Parent(), p)
				return
			}
		}
	}
	start := n.FirstChild().Pos()
	row, _, _ := bytes.Cut(c.page.src[start:], []byte("\n"))
	indent := len(row) - len(bytes.TrimLeft(row, " "))
	d := c.at(start+indent, len(bytes.TrimSpace(row)))
	d.Code = "table-without-caption"
	d.Message = "la tabella non ha una didascalia"
	d.Hint = "prima della tabella, dopo una riga vuota, scrivi che cosa contiene: «Tabella: Dipendenti per settore»"
	c.report.Add(d)
}

// checkRows reports the rows that have more or fewer cells than there are
// columns: the parser drops the ones and makes up the others.
func (c *checker) checkRows(n *east.Table) {
	columns := len(n.Alignments)
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if row.Kind() != east.KindTableRow {
			continue
		}
		line, _, _ := bytes.Cut(c.page.src[row.Pos():], []byte("\n"))
		text := bytes.TrimSpace(line)
		cells := cellsIn(text)
		if cells == columns {
			continue
		}
		hint := `una barra dentro una cella si scrive «\|»`
		switch {
		case !bytes.Contains(text, []byte("|")):
			hint = "se la riga non è della tabella, lascia una riga vuota prima"
		case cells < columns:
			hint = "scrivi anche le celle vuote, con una barra per ciascuna; per un dato che non c'è scrivi «–»"
		}
		c.tell(row.Pos()+bytes.Index(line, text), len(text), "table-cells",
			fmt.Sprintf("la riga ha %s e la tabella %s", italian.Count(cells, "cella", "celle"), italian.Count(columns, "colonna", "colonne")), hint)
	}
}
