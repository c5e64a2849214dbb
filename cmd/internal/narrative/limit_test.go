// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vetro/cmd/internal/diag"
)

// heavy are texts of about n bytes that once took time or memory that grew with
// the square of their size.
var heavy = map[string]func(n int) string{
	"wide table": func(n int) string {
		side := n / 12
		return "Tabella: A\n\n" + strings.Repeat("|a", side) + "\n" + strings.Repeat("|-", side) + "\n" + strings.Repeat("|x|\n", side)
	},
	"long table": func(n int) string { return "Tabella: A\n\n|a|b|\n|-|-|\n" + strings.Repeat("|`\\|`|x|\n", n/9) },
	"reference": func(n int) string {
		return "[a]: /2022/ \"" + strings.Repeat("t", n/2) + "\"\n\n" + strings.Repeat("[a]\n\n", n/10)
	},
	"references":      func(n int) string { return inTurn(n/14, "[a%d]: /2022/\n") },
	"equal headings":  func(n int) string { return strings.Repeat("## Un titolo\n", n/13) },
	"unknown figure":  func(n int) string { return strings.Repeat("{{ nessuna.cifra }} ", n/20) },
	"figures by line": func(n int) string { return strings.Repeat("{{ nessuna.cifra }}\n\n", n/21) },
	"open figure":     func(n int) string { return strings.Repeat("{{ ", n/3) },
	"open figures":    func(n int) string { return strings.Repeat("{{ a\n", n/5) },
	"quotation":       func(n int) string { return strings.Repeat(">", n) + " x" },
	"list":            func(n int) string { return strings.Repeat("- ", n/2) + "x" },
	"steps": func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(strings.Repeat("  ", i) + "- x\n")
		}
		return b.String()
	},
	"bold":                  func(n int) string { return strings.Repeat("**a ", n/8) + strings.Repeat(" a**", n/8) },
	"bold by line":          func(n int) string { return strings.Repeat("**a\n", n/4) },
	"brackets":              func(n int) string { return strings.Repeat("[", n) },
	"bracket lines":         func(n int) string { return strings.Repeat("[a](\n", n/5) },
	"pictures":              func(n int) string { return strings.Repeat("![", n/4) + strings.Repeat("](/immagini/sede.png)", n/40) },
	"links":                 func(n int) string { return strings.Repeat("[a](/2022/nessuna/)\n\n", n/22) },
	"back ticks":            func(n int) string { return inTurn(n/20, "`%d ``") },
	"notes":                 func(n int) string { return inTurn(n/24, "x[^%d]\n\n") + inTurn(n/24, "[^%d]: a\n\n") },
	"bare addresses":        func(n int) string { return strings.Repeat("www.a.it ", n/9) },
	"at signs":              func(n int) string { return strings.Repeat("a@", n/2) },
	"entities":              func(n int) string { return strings.Repeat("&", n) },
	"apostrophes":           func(n int) string { return strings.Repeat("l'ente ", n/7) },
	"html":                  func(n int) string { return strings.Repeat("<b>", n/3) },
	"open html":             func(n int) string { return strings.Repeat("<!-- ", n/5) },
	"tabs in a list":        func(n int) string { return strings.Repeat("- \t- ", n/5) },
	"paragraph":             func(n int) string { return strings.Repeat("Una frase di prova. ", n/20) },
	"paragraph of rows":     func(n int) string { return strings.Repeat("a | b\n", n/6) },
	"paragraphs":            func(n int) string { return strings.Repeat("Una frase di prova.\n\n", n/21) },
	"lazy lines":            func(n int) string { return ">>>>>>>> x\n" + strings.Repeat("x\n", n/2) },
	"empty quotations":      func(n int) string { return strings.Repeat(">>>>>>>>\n", n/9) },
	"blocks without a name": func(n int) string { return strings.Repeat("```\na\n```\n", n/10) },
	"grafici":               func(n int) string { return strings.Repeat("```grafico\nid = \"x\"\n```\n", n/24) },
	"underlines":            func(n int) string { return strings.Repeat("a_b_ ", n/5) },
}

// inTurn writes format n times, with a number.
func inTurn(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// TestBoundedWork reads each heavy text as large as a page may be, and a
// megabyte of it, within the time and memory that the manual promises.
func TestBoundedWork(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, text := range heavy {
		inside := strings.Repeat(text(maxParagraph-200)+"\n\n", maxPageSize/maxParagraph-1)
		for _, source := range []string{inside, text(maxPageSize - 1000), text(1 << 20)} {
			took, allocated := time.Hour, uint64(0)
			for try := 0; try < 3 && took > 2*time.Second; try++ { // a busy machine is not the text's fault
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				start := time.Now()
				page, report := load(t, head+source)
				if page != nil && !report.HasErrors() {
					if _, err := page.HTML(testResolver()); err != nil {
						t.Fatal(err)
					}
				}
				report.Len()
				took = min(took, time.Since(start))
				runtime.ReadMemStats(&after)
				allocated = (after.TotalAlloc - before.TotalAlloc) >> 20
			}
			if took > 2*time.Second || allocated > 300 {
				t.Errorf("%s of %d kB took %v and %d MB", name, len(source)>>10, took, allocated)
			}
		}
	}
}

// BenchmarkHeavy doubles each heavy text: the time of one byte must not grow.
func BenchmarkHeavy(b *testing.B) {
	for name, text := range heavy {
		for _, size := range []int{32 << 10, 64 << 10, 128 << 10} {
			source := head + text(size)
			b.Run(fmt.Sprintf("%s/%dk", strings.ReplaceAll(name, " ", "-"), size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(source)))
				for b.Loop() {
					load(b, source)
				}
			})
		}
	}
}

// TestLimits holds each limit at its edge: what is just within is read, what is
// just beyond is refused with a place.
func TestLimits(t *testing.T) {
	table := func(columns, rows int) string {
		row := strings.Repeat("|x", columns) + "|\n"
		return "Tabella: A\n\n" + row + strings.Repeat("|-", columns) + "|\n" + strings.Repeat(row, rows)
	}
	tests := []struct {
		name           string
		within, beyond string
	}{
		{"size", strings.Repeat("Testo.\n\n", 30_000), strings.Repeat("Testo.\n\n", 33_000)},
		{"line", strings.Repeat("a", maxParagraph), strings.Repeat("a", maxParagraph+1)},
		{"paragraph", strings.Repeat("aaaa\n", maxLines-1), strings.Repeat(strings.Repeat("a", 100)+"\n", 101)},
		{"lines", strings.Repeat("a\n", maxLines), strings.Repeat("a\n", maxLines+1)},
		{"columns", table(maxColumns, 1), table(maxColumns+1, 1)},
		{"cells", table(maxColumns, maxCells/maxColumns-1), table(maxColumns, maxCells/maxColumns)},
		{"quotations", strings.Repeat(">", maxDepth) + " x", strings.Repeat(">", maxDepth+1) + " x"},
		{"lists", strings.Repeat("- ", maxDepth) + "x", strings.Repeat("- ", maxDepth+1) + "x"},
		{"emphasis", strings.Repeat("**a ", maxDepth) + strings.Repeat(" a**", maxDepth), strings.Repeat("**a ", maxDepth+1) + strings.Repeat("a** ", maxDepth+1)},
		{"headings", strings.Repeat("## A\n", maxHeadings), strings.Repeat("## A\n", maxHeadings+1)},
		{"notes", inTurn(maxNotes, "x[^%d]\n\n") + inTurn(maxNotes, "[^%d]: a\n\n"), inTurn(maxNotes+1, "x[^%d]\n\n") + inTurn(maxNotes+1, "[^%d]: a\n\n")},
		{"blocks", strings.Repeat("```\na\n```\n", maxBlocks), strings.Repeat("```\na\n```\n", maxBlocks+1)},
		{"links", strings.Repeat("[a](/2022/)\n\n", maxLinks), strings.Repeat("[a](/2022/)\n\n", maxLinks+1)},
		{"figures", strings.Repeat("{{ progetti.nel_piano }}\n\n", maxFigures), strings.Repeat("{{ progetti.nel_piano }}\n\n", maxFigures+1)},
	}
	has := func(text string) bool {
		_, report := load(t, head+text)
		return slices.ContainsFunc(report.Sorted(), func(d diag.Diagnostic) bool { return d.Code == "page-limit" && d.Pos.Line > 0 && d.Hint != "" })
	}
	for _, tt := range tests {
		if has(tt.within) {
			t.Errorf("%s: refused within the limit", tt.name)
		}
		if !has(tt.beyond) {
			t.Errorf("%s: not refused beyond the limit", tt.name)
		}
	}
}

func TestPagesOfAnEdition(t *testing.T) {
	fsys := fstest.MapFS{}
	for i := range maxPages + 1 {
		fsys[fmt.Sprintf("content/2022/p%d.md", i)] = &fstest.MapFile{Data: []byte(head + "Testo.\n")}
	}
	report := new(diag.List)
	if pages := Load(fsys, testPublication(), testKnown(), report); len(pages) != 0 || !strings.Contains(written(t, report), "[page-limit]") {
		t.Errorf("%d pages are read, %s", len(pages), written(t, report))
	}
	delete(fsys, "content/2022/p0.md")
	report = new(diag.List)
	if pages := Load(fsys, testPublication(), testKnown(), report); len(pages) != maxPages || report.Len() > 0 {
		t.Errorf("%d pages are read, %s", len(pages), written(t, report))
	}
}

// Each project may have a text: a folder of those holds as many as a plan may
// have projects.
func TestTextsOfAnEdition(t *testing.T) {
	for _, tt := range []struct {
		n    int
		over bool
	}{{maxPages + 1, false}, {maxTexts, false}, {maxTexts + 1, true}} {
		over, ok := tooManyPages("content/2022/progetti", tt.n)
		if ok != tt.over || !strings.Contains(over.Message, "i testi dei progetti") {
			t.Errorf("%d texts: %t, %s", tt.n, ok, over.Message)
		}
	}
}

// BenchmarkPages doubles the pages of an edition: the time should double too.
func BenchmarkPages(b *testing.B) {
	for _, n := range []int{maxPages / 4, maxPages / 2, maxPages} {
		fsys := fstest.MapFS{}
		for i := range n {
			fsys[fmt.Sprintf("content/2022/p%d.md", i)] = &fstest.MapFile{Data: []byte(head + "Testo.\n")}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Load(fsys, testPublication(), testKnown(), new(diag.List))
			}
		})
	}
}
