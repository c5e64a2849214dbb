// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"fmt"
	"math"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"vetro/cmd/internal/diag"
)

// A paragraph of prose as plain text, and where it starts in the file.
type paragraph struct {
	text       string
	start, end int
}

// prose returns the paragraphs of the page. It runs after the page is checked:
// captions are no longer paragraphs then.
func (c *checker) prose() []paragraph {
	var out []paragraph
	_ = ast.Walk(c.page.doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.List, *east.Table:
			return ast.WalkSkipChildren, nil
		case *ast.Paragraph:
			text := strings.Join(strings.Fields(plainText(c.page.src, n, c.figureText)), " ")
			if text != "" && n.Lines().Len() > 0 {
				line := n.Lines().At(0)
				out = append(out, paragraph{text, line.Start, line.Start + len(strings.TrimRight(string(line.Value(c.page.src)), " \n"))})
			}
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return out
}

// What a text for everyone has to reach, and how many words make a text that
// can be judged.
const (
	MinGulpease      = 60
	MinGulpeaseWords = 50
)

// checkReadability warns of prose that is hard to read, at its hardest
// paragraph.
func (c *checker) checkReadability(paragraphs []paragraph) {
	index, words := Gulpease(c.page.text)
	if words < MinGulpeaseWords || index >= MinGulpease {
		return
	}
	var hardest paragraph
	lowest := math.Inf(1)
	for _, p := range paragraphs {
		// A paragraph of a few words says little by itself.
		if i, n := Gulpease(p.text); i < lowest && n >= 10 {
			hardest, lowest = p, i
		}
	}
	d := c.at(hardest.start, hardest.end-hardest.start)
	d.Severity = diag.Warning
	d.Code = "hard-to-read"
	d.Message = fmt.Sprintf("il testo della pagina è difficile: indice Gulpease %d, ne serve almeno %d; qui comincia il capoverso più difficile", int(index), MinGulpease)
	d.Hint = "spezza le frasi lunghe e usa parole più corte"
	c.report.Add(d)
}
