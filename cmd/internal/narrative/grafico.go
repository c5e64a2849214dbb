// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"vetro/cmd/internal/diag"
)

// A chartBlock stands in the tree where a grafico block was.
type chartBlock struct {
	ast.BaseBlock
	id string // "" when the block is faulty
}

var kindChartBlock = ast.NewNodeKind("ChartBlock")

// Kind implements ast.Node.
func (b *chartBlock) Kind() ast.NodeKind { return kindChartBlock }

// IsRaw implements ast.Node.
func (b *chartBlock) IsRaw() bool { return true }

// Dump implements ast.Node.
func (b *chartBlock) Dump(source []byte, level int) {
	ast.DumpHelper(b, source, level, map[string]string{"ID": b.id}, nil)
}

// chartName is what the block of a chart is called.
const chartName = "grafico"

// isChart reports whether n is a fenced block marked grafico.
func isChart(n ast.Node, src []byte) bool {
	f, ok := n.(*ast.FencedCodeBlock)
	return ok && strings.EqualFold(string(f.Language(src)), chartName)
}

// checkChart reports what is wrong in a grafico block and puts the chart it
// asks for in its place.
func (c *checker) checkChart(n *ast.FencedCodeBlock) {
	block := new(chartBlock)
	block.SetPos(n.Pos())
	n.Parent().ReplaceChild(n.Parent(), n, block)

	end := n.Pos()
	var ranges [][2]int
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		ranges = append(ranges, [2]int{s.Start, s.Stop})
		end = s.Stop
	}
	t, part := parseTOML(c.file, ranges, end)
	defer part.moveTo(c.report)
	if t == nil {
		return
	}
	defer t.Close()
	id := t.Text("id")
	if !t.Has("id") {
		d := c.at(n.Info.Segment.Start, n.Info.Segment.Len())
		d.Code = "missing-key"
		d.Message = "in questo grafico manca la chiave «id»"
		d.Hint = c.chartHint("")
		c.report.Add(d)
	}
	if id == "" {
		return
	}
	d := t.At("id")
	switch known := c.charts(); {
	case !slices.Contains(known, id) && c.page.Edition != "" && c.doubtful(c.page.Edition):
		return // the fault is in the data
	case c.edition == nil:
		d.Code = "unknown-chart"
		d.Message = "i grafici appartengono a un'edizione e questa pagina non ne ha una"
		d.Hint = "sposta la pagina nella cartella dell'edizione, per esempio «content/2022/»"
	case !slices.Contains(known, id):
		d.Code = "unknown-chart"
		d.Message = fmt.Sprintf("il grafico %s non c'è nell'edizione %s", diag.Quote(id), c.edition.ID)
		d.Hint = c.chartHint(id)
	case slices.Contains(c.page.Charts, id):
		d.Code = "duplicate-chart"
		d.Message = fmt.Sprintf("il grafico %s è già in questa pagina", diag.Quote(id))
		d.Hint = "lascialo una volta sola e rimanda a quello, se serve"
	default:
		block.id = id
		c.page.Charts = append(c.page.Charts, id)
		return
	}
	t.Report(d)
}

// charts returns the ids of the charts of the page's edition.
func (c *checker) charts() []string {
	if c.edition == nil || c.known.Charts == nil {
		return nil
	}
	return c.known.Charts(c.edition.ID)
}

// chartHint names the chart nearest to id, or else all there are.
func (c *checker) chartHint(id string) string {
	known := c.charts()
	if hint := diag.DidYouMean(id, known); hint != "" {
		return hint
	}
	if len(known) == 0 {
		return "i grafici nascono dai dati: in questa edizione per ora non ce ne sono"
	}
	return "i grafici che si possono mettere sono: " + strings.Join(known, ", ")
}
