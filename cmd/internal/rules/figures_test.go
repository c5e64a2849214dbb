// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/plan"
)

// manyPassages are n passages about a plan with n/10 projects: nothing in them
// is at fault, and every rule has to look twice.
func manyPassages(b *testing.B, n int) Input {
	var toml strings.Builder
	toml.WriteString("nome = \"Biblioteca\"\n")
	for i := range n / 10 {
		fmt.Fprintf(&toml, "[[progetto]]\nid = \"progetto-%d\"\ntitolo = \"Progetto numero %d\"\n[[progetto.personale]]\nprofilo = \"Bibliotecari\"\ndipendenti = %d\n", i, i, 10+i)
	}
	fsys := fstest.MapFS{
		"data/ente.toml":                          {Data: []byte("nome = \"Comune\"\n")},
		"data/fonti.toml":                         {Data: []byte("[[fonte]]\nid = \"atto\"\ntitolo = \"L’atto\"\n")},
		"data/piani/2022/piano.toml":              {Data: fmt.Appendf(nil, "titolo = \"Piano\"\nstato = \"approvato\"\nprogetti_nel_piano = %d\nfonte = \"atto\"\n", n)},
		"data/piani/2022/settori/biblioteca.toml": {Data: []byte(toml.String())},
	}
	report := new(diag.List)
	in := Input{Project: fsys, Publication: plan.Load(fsys, report)}
	if report.HasErrors() {
		b.Fatalf("the plan has faults: %v", report.Sorted()[0])
	}
	in.Publication.Passages = nil
	for i := range n {
		in.Publication.Passages = append(in.Publication.Passages, passage.Passage{
			Text: fmt.Sprintf("Progetto numero %d aiuta chi lavora in Comune: dal 5 ottobre 2022 può coinvolgere fino a %d dipendenti. "+
				"Il Piano integrato di attività e organizzazione (PIAO) lo racconta. Costa 1.250 euro, e si lavora da casa due giorni su cinque.", i, 10+i%(n/10)),
			Kind: passage.Prose, What: "nota", Edition: "2022", Page: fmt.Sprintf("/2022/pagina-%d/", i),
			At: func(start, length int) diag.Diagnostic { return diag.Diagnostic{} },
		})
	}
	return in
}

func BenchmarkFigures(b *testing.B) {
	in := manyPassages(b, 10_000)
	for b.Loop() {
		report := new(diag.List)
		if figures(in, report); report.Len() > 0 {
			b.Fatalf("%d faults: %s", report.Len(), report.Sorted()[0])
		}
	}
}

func BenchmarkWords(b *testing.B) {
	in := manyPassages(b, 10_000)
	for b.Loop() {
		report := new(diag.List)
		if words(in, report); report.Len() > 0 {
			b.Fatalf("%d faults: %s", report.Len(), report.Sorted()[0])
		}
	}
}
