// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"vetro/cmd/internal/italian"
)

// What a page may have. A page within these bounds is read and drawn in time
// and memory that grow with its size alone; no page of a real plan comes near.
const (
	maxPageSize  = 256 << 10 // bytes of the file
	maxParagraph = 10_000    // bytes of a line, and of a paragraph
	maxLines     = 2_000     // of one paragraph or table
	maxColumns   = 20        // of a table
	maxCells     = 2_000     // of a table
	maxDepth     = 8         // lists, quotations, emphasis inside one another
	maxHeadings  = 200
	maxNotes     = 200
	maxBlocks    = 100   // charts and code between fences
	maxLinks     = 1_000 // with pictures
	maxFigures   = 1_000 // quoted
	maxAddress   = 2_000 // bytes of an address, and of a title in quotes
	maxPages     = 200   // of one edition
	maxTexts     = 5_000 // of its projects
)

// Limits lists the bounds for the manual, one a line.
func Limits() []string {
	return []string{
		fmt.Sprintf("%d kB per file, testo e intestazione", maxPageSize>>10),
		fmt.Sprintf("%s caratteri per riga e per capoverso", italian.Digits(maxParagraph)),
		fmt.Sprintf("%s righe di seguito senza una riga vuota", italian.Digits(maxLines)),
		fmt.Sprintf("%d colonne e %s celle per tabella", maxColumns, italian.Digits(maxCells)),
		fmt.Sprintf("%d livelli di elenchi, citazioni o grassetti uno dentro l'altro", maxDepth),
		fmt.Sprintf("%d titoli, %d note e %d blocchi tra accenti gravi per pagina", maxHeadings, maxNotes, maxBlocks),
		fmt.Sprintf("%s collegamenti e immagini, %s cifre per pagina", italian.Digits(maxLinks), italian.Digits(maxFigures)),
		fmt.Sprintf("%s caratteri per indirizzo", italian.Digits(maxAddress)),
		fmt.Sprintf("%d pagine per edizione, e %s testi di progetti", maxPages, italian.Digits(maxTexts)),
		fmt.Sprintf("%d kB e %s punti di lato per immagine (oltre, un avviso)", maxImageSize/1000, italian.Digits(maxImageSide)),
	}
}

// A limiter keeps what a parser refuses to read, once a kind, at the place in
// the text where it begins; and the notes that nobody refers to.
type limiter struct {
	over   []excess
	notes  int
	unused []*east.Footnote
}

type excess struct {
	offset        int
	message, hint string
}

func (l *limiter) add(offset int, message, hint string) {
	if !slices.ContainsFunc(l.over, func(e excess) bool { return e.message == message }) {
		l.over = append(l.over, excess{offset, message, hint})
	}
}

// tooLarge returns what keeps src from being parsed at all.
func tooLarge(src []byte) (excess, bool) {
	if len(src) > maxPageSize {
		return excess{0, fmt.Sprintf("la pagina supera %d kB", maxPageSize>>10), "dividila in più pagine"}, true
	}
	for start := 0; start < len(src); {
		line, _, _ := bytes.Cut(src[start:], []byte("\n"))
		if len(line) > maxParagraph {
			return excess{start, fmt.Sprintf("la riga supera %s caratteri", italian.Digits(maxParagraph)), "dividila in più capoversi, con una riga vuota tra l'uno e l'altro"}, true
		}
		start += len(line) + 1
	}
	return excess{}, false
}

// bounded opens no quotation, list or item inside maxDepth others.
type bounded struct {
	parser.BlockParser
	*limiter
}

func (b bounded) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for p := parent; p != nil; p = p.Parent() {
		if k := p.Kind(); k == ast.KindBlockquote || k == ast.KindListItem {
			depth++
		}
	}
	node, state := b.BlockParser.Open(parent, reader, pc)
	if node != nil && depth >= maxDepth && node.Kind() != ast.KindListItem {
		_, segment := reader.Position()
		b.add(segment.Start, tooDeep, hintDeep)
		return nil, parser.NoChildren
	}
	return node, state
}

// numbered opens no more than maxNotes notes: to find one, the parser goes
// through all.
type numbered struct {
	parser.BlockParser
	*limiter
}

func (b numbered) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := b.BlockParser.Open(parent, reader, pc)
	if node == nil {
		return node, state
	}
	if b.notes++; b.notes > maxNotes {
		_, segment := reader.Position()
		b.add(segment.Start, fmt.Sprintf("la pagina ha più di %d note", maxNotes), "dividila in più pagine")
		return nil, parser.NoChildren
	}
	return node, state
}

var tooDeep = fmt.Sprintf("elenchi, citazioni o grassetti sono uno dentro l'altro per più di %d livelli", maxDepth)

const hintDeep = "togli i livelli che non servono: chi legge non li distingue"

// lineLimit drops a paragraph of too many lines before anything reads them.
type lineLimit struct{ *limiter }

func (l lineLimit) Transform(p *ast.Paragraph, _ text.Reader, _ parser.Context) {
	if lines := p.Lines(); lines.Len() > maxLines {
		l.add(lines.At(0).Start, fmt.Sprintf("più di %s righe di seguito senza una riga vuota", italian.Digits(maxLines)), "dividile in più capoversi, elenchi o tabelle")
		p.Parent().RemoveChild(p.Parent(), p)
	}
}

// tableLimit drops a table that is too large before it is made.
type tableLimit struct{ *limiter }

func (l tableLimit) Transform(p *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines := p.Lines()
	for i := 1; i < lines.Len(); i++ {
		segment := lines.At(i)
		line := bytes.Trim(segment.Value(reader.Source()), " \t\n")
		if len(line) == 0 || len(bytes.Trim(line, "|-: \t")) > 0 {
			continue
		}
		columns := bytes.Count(bytes.Trim(line, "|"), []byte("|")) + 1
		switch {
		case columns > maxColumns:
			l.add(segment.Start, fmt.Sprintf("la tabella ha più di %d colonne", maxColumns), "dividila in più tabelle: su un telefono non si legge")
		case columns*(lines.Len()-i) > maxCells:
			l.add(segment.Start, fmt.Sprintf("la tabella ha più di %s celle", italian.Digits(maxCells)), "dividila, o pubblicala come allegato in CSV")
		default:
			return
		}
		p.Parent().RemoveChild(p.Parent(), p)
		return
	}
}

// paragraphLimit drops a paragraph that is too long.
type paragraphLimit struct{ *limiter }

func (l paragraphLimit) Transform(p *ast.Paragraph, _ text.Reader, _ parser.Context) {
	lines := p.Lines()
	if n := lines.Len(); n > 0 && lines.At(n-1).Stop-lines.At(0).Start > maxParagraph {
		l.add(lines.At(0).Start, fmt.Sprintf("il capoverso supera %s caratteri", italian.Digits(maxParagraph)), "dividilo, con una riga vuota tra un capoverso e l'altro")
		p.Parent().RemoveChild(p.Parent(), p)
	}
}

// unusedNotes keeps the notes that the parser is about to remove.
type unusedNotes struct{ *limiter }

func (u unusedNotes) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if note, ok := n.(*east.Footnote); ok && entering && note.Index < 0 {
			u.unused = append(u.unused, note)
		}
		return ast.WalkContinue, nil
	})
}

// checkLimits reports what the page has too much of; such a page is read no
// further.
func (c *checker) checkLimits() bool {
	counts := map[ast.NodeKind]int{}
	depth := 0
	count := func(at int, most int, what string, kinds ...ast.NodeKind) {
		n := 0
		for _, k := range kinds {
			n += counts[k]
		}
		if n == most+1 {
			c.read.add(at, fmt.Sprintf("la pagina ha più di %s %s", italian.Digits(most), what), "dividila in più pagine")
		}
	}
	_ = ast.Walk(c.page.doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Kind() == ast.KindEmphasis {
			if entering {
				depth++
			} else {
				depth--
			}
			if depth > maxDepth {
				c.read.add(n.Pos(), tooDeep, hintDeep)
				return ast.WalkSkipChildren, nil
			}
		}
		if !entering {
			return ast.WalkContinue, nil
		}
		counts[n.Kind()]++
		switch n.Kind() {
		case ast.KindHeading:
			count(n.Pos(), maxHeadings, "titoli", ast.KindHeading)
		case ast.KindFencedCodeBlock:
			count(n.Pos(), maxBlocks, "blocchi tra accenti gravi", ast.KindFencedCodeBlock)
		case ast.KindLink, ast.KindAutoLink, ast.KindImage:
			count(n.Pos(), maxLinks, "collegamenti e immagini", ast.KindLink, ast.KindAutoLink, ast.KindImage)
		case kindBinding:
			count(n.Pos(), maxFigures, "cifre", kindBinding)
		}
		return ast.WalkContinue, nil
	})
	for _, e := range c.read.over {
		c.tell(e.offset, 0, "page-limit", e.message, e.hint)
	}
	return len(c.read.over) > 0
}

// tell reports a fault that covers length bytes from offset.
func (c *checker) tell(offset, length int, code, message, hint string) {
	d := c.at(offset, length)
	d.Code, d.Message, d.Hint = code, message, hint
	c.report.Add(d)
}
