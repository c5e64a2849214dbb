// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"vetro/cmd/internal/diag"
)

// codeNames are what a block between fences may be called besides grafico.
var codeNames = []string{"csv", "json", "testo", "toml"}

// checkFence reports a block between fences that does not end, or whose first
// line says what nothing reads. A chart takes its place in the tree.
func (c *checker) checkFence(n *ast.FencedCodeBlock) {
	if end := fenceEnd(n, c.page.src); !isFenceMark(c.page.src[end:]) {
		c.tell(n.Pos(), 3, "unknown-block", "il blocco aperto qui non si chiude", "scrivi «```» da solo su una riga, dove il blocco finisce")
	}
	if n.Info != nil {
		written := n.Info.Segment.Value(c.page.src)
		name, more, _ := strings.Cut(strings.TrimSpace(string(written)), " ")
		switch {
		case !strings.EqualFold(name, chartName) && !slices.Contains(codeNames, name):
			hint := diag.DidYouMean(name, append([]string{chartName}, codeNames...))
			if hint == "" {
				hint = "per un grafico scrivi «```grafico»; per mostrare del codice «```», senza un nome"
			}
			c.tell(n.Info.Segment.Start, len(written), "unknown-block", fmt.Sprintf("un blocco di nome %s non c'è", diag.Quote(name)), hint)
			return
		case strings.TrimSpace(more) != "":
			c.tell(n.Info.Segment.Start+len(name), len(written)-len(name), "unknown-block", "quello che sta dopo il nome del blocco non si legge", "scrivilo dentro il blocco, una riga per chiave")
		}
	}
	if isChart(n, c.page.src) {
		c.checkChart(n)
	}
}

// fenceEnd returns the offset of the line after the last of a block.
func fenceEnd(n *ast.FencedCodeBlock, src []byte) int {
	end := max(n.Pos(), 0)
	if i := n.Lines().Len(); i > 0 {
		return n.Lines().At(i - 1).Stop
	}
	if i := bytes.IndexByte(src[end:], '\n'); i >= 0 {
		return end + i + 1
	}
	return len(src)
}

func isFenceMark(rest []byte) bool {
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	line = bytes.TrimLeft(line, "> \t")
	return bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~"))
}

// checkIndented warns of lines that four spaces make code of: people who paste
// from elsewhere do not mean that.
func (c *checker) checkIndented(n *ast.CodeBlock) {
	d := c.at(n.Lines().At(0).Start, 1)
	d.Severity, d.Code = diag.Warning, "indented-code"
	d.Message = "gli spazi davanti alla riga ne fanno un pezzo di codice: i segni di Markdown si vedrebbero"
	d.Hint = "togli gli spazi davanti; per mostrare del codice scrivi «```» sulla riga prima e su quella dopo"
	c.report.Add(d)
}
