// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
)

// A binding is {{ name }} in the text, or a pair of braces that is none.
type binding struct {
	ast.BaseInline
	name    string       // without the white space around it
	segment text.Segment // of all of it, braces included
	inner   text.Segment // of name
	valid   bool         // closed and, after check, the name of a figure
}

var kindBinding = ast.NewNodeKind("Binding")

// Kind implements ast.Node.
func (b *binding) Kind() ast.NodeKind { return kindBinding }

// Dump implements ast.Node.
func (b *binding) Dump(source []byte, level int) {
	ast.DumpHelper(b, source, level, map[string]string{"Name": b.name}, nil)
}

// bindingParser reads bindings. It is an inline parser, so code is not read,
// and a binding may stand in emphasis, in a link text or in a cell.
type bindingParser struct{}

// Trigger implements parser.InlineParser.
func (bindingParser) Trigger() []byte { return []byte{'{', '}'} }

// Parse implements parser.InlineParser. A pair of braces without its
// counterpart on the line becomes a binding that is not valid.
func (bindingParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	start := segment.Start
	switch {
	case bytes.HasPrefix(line, []byte("{{")):
		stop := bytes.Index(line, []byte("}}"))
		if next := bytes.Index(line[2:], []byte("{{")); stop < 0 || next >= 0 && next+2 < stop {
			block.Advance(2)
			return &binding{segment: text.NewSegment(start, start+2)}
		}
		// Not Segment.TrimLeftSpace: it leaves white space that is not ASCII's usual.
		between := block.Source()[start+2 : start+stop]
		before := len(between) - len(bytes.TrimLeftFunc(between, unicode.IsSpace))
		inner := text.NewSegment(start+2+before, start+2+before+len(bytes.TrimSpace(between)))
		block.Advance(stop + 2)
		return &binding{
			name:    string(inner.Value(block.Source())),
			segment: text.NewSegment(start, start+stop+2),
			inner:   inner,
			valid:   inner.Len() > 0,
		}
	case bytes.HasPrefix(line, []byte("}}")):
		// The end of a literal \{{ … }} is text too.
		source := block.Source()
		before := source[bytes.LastIndexByte(source[:start], '\n')+1 : start]
		if bytes.Contains(before, []byte(`\{{`)) || bytes.Contains(before, []byte(`{\{`)) {
			return nil
		}
		block.Advance(2)
		return &binding{segment: text.NewSegment(start, start+2)}
	}
	return nil
}

// checkBinding reports b unless it names a figure of the page's edition.
func (c *checker) checkBinding(b *binding) {
	whole := c.at(b.segment.Start, b.segment.Len())
	if !b.valid {
		whole.Code = "malformed-binding"
		switch string(b.segment.Value(c.page.src)) {
		case "{{":
			whole.Message = "la cifra non si chiude: mancano le due graffe «}}» sulla stessa riga"
			whole.Hint = `scrivi, per esempio, «{{ progetti.nel_piano }}»; per due graffe nel testo scrivi «\{{»`
		case "}}":
			whole.Message = "due graffe chiuse senza le due aperte «{{» sulla stessa riga"
			whole.Hint = `scrivi, per esempio, «{{ progetti.nel_piano }}»; per due graffe nel testo scrivi «\}}»`
		default:
			whole.Message = "tra le graffe manca il nome della cifra"
			whole.Hint = "scrivi, per esempio, «{{ progetti.nel_piano }}»; i nomi sono in «vetro help cifre»"
		}
		c.report.Add(whole)
		return
	}
	if c.inImage(b) {
		b.valid = false
		whole.Code = "malformed-binding"
		whole.Message = "nel testo alternativo di un'immagine non può stare una cifra"
		whole.Hint = "descrivi l'immagine a parole e scrivi la cifra nel testo vicino"
		c.report.Add(whole)
		return
	}
	d := c.at(b.inner.Start, b.inner.Len())
	d.Code = "unknown-figure"
	figure, ok := c.figure(b.name)
	if !ok && c.page.Edition != "" && c.doubtful(c.page.Edition) {
		b.valid = false
		return
	}
	if c.edition == nil {
		b.valid = false
		d.Message = "le cifre appartengono a un'edizione e questa pagina non ne ha una"
		d.Hint = "sposta la pagina nella cartella dell'edizione, per esempio «content/2022/»"
		c.report.Add(d)
		return
	}
	if !ok {
		b.valid = false
		d.Message = fmt.Sprintf("la cifra %s non c'è nell'edizione %s", diag.Quote(b.name), c.edition.ID)
		d.Hint = diag.DidYouMean(strings.TrimSuffix(b.name, plan.PhraseSuffix), c.figureNames())
		if d.Hint == "" {
			d.Hint = "i nomi delle cifre sono in «vetro help cifre»"
		}
		c.report.Add(d)
		return
	}
	for _, f := range c.page.Figures {
		if f.Name == figure.Name {
			return
		}
	}
	c.page.Figures = append(c.page.Figures, figure)
}

// figureNames returns the names of the figures of the page's edition.
func (c *checker) figureNames() []string {
	var names []string
	for _, f := range c.figures[c.edition] {
		names = append(names, f.Name)
	}
	return names
}

// figure returns the figure of the page's edition called name.
func (c *checker) figure(name string) (plan.Figure, bool) {
	name = strings.TrimSuffix(name, plan.PhraseSuffix)
	for _, f := range c.figures[c.edition] {
		if f.Name == name {
			return f, true
		}
	}
	return plan.Figure{}, false
}

// figureText returns the value of a figure as it reads in plain text, or ""
// when there is none of that name.
func (c *checker) figureText(name string) string {
	figure, ok := c.figure(name)
	if !ok {
		return ""
	}
	if strings.HasSuffix(name, plan.PhraseSuffix) {
		return figure.Phrase()
	}
	return figure.Value.String()
}

// inImage reports whether n stands in the alternative text of an image.
func (c *checker) inImage(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindImage {
			return true
		}
	}
	return false
}

// isBlank reports whether s is white space only.
func isBlank(s string) bool { return strings.TrimSpace(s) == "" }
