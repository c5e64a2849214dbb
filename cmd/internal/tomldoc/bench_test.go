// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"strings"
	"testing"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

// settore is a file of the size of a large one of a real plan.
func settore() string {
	var b strings.Builder
	b.WriteString("nome = \"Servizi demografici\"\nprogetti_nel_piano = 40\n")
	for i := range 40 {
		fmt.Fprintf(&b, "[[progetto]]\nid = \"progetto-%d\"\ntitolo = \"Titolo del progetto %d\"\n", i, i)
		b.WriteString("sintesi = \"\"\"\nUna sintesi di due righe,\ncome se ne scrivono.\"\"\"\nattivita = [\"prima\", \"seconda\", \"terza\"]\n")
		b.WriteString("[[progetto.personale]]\nprofilo = \"Istruttori\"\ndipendenti = { numero = 12, precisione = \"fino a\" }\n")
		b.WriteString("[[progetto.indicatori]]\nnome = \"Pratiche\"\nobiettivi = [{ anno = 2022, valore = 1.5 }, { anno = 2023, valore = 2 }]\n")
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	src := settore()
	var report diag.List
	f := source.New("settore.toml", []byte(src), &report)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if Parse(f, &report, nil) == nil {
			b.Fatal(lines(&report))
		}
	}
}

func BenchmarkScan(b *testing.B) {
	src := settore()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		scan(src)
	}
}
