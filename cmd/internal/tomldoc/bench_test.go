// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"maps"
	"slices"
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

// hostile are files of n pieces that would make slow work of anything whose
// cost grows faster than the file.
var hostile = map[string]func(n int) string{
	"unknown keys": func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "chiave%d = 1\n", i)
		}
		return b.String()
	},
	"keys twice":       func(n int) string { return strings.Repeat("a = 1\n", n) },
	"tables":           func(n int) string { return strings.Repeat("[[p]]\nid = 1\n", n) },
	"tables of one":    func(n int) string { return "[[p]]\n" + strings.Repeat("[[p.q]]\nid = 1\n", n) },
	"items":            func(n int) string { return "a = [" + strings.Repeat("'', ", n) + "]\n" },
	"braces":           func(n int) string { return "a = [" + strings.Repeat("{ b = 1 }, ", n) + "]\n" },
	"open brackets":    func(n int) string { return strings.Repeat("a = [[1]]\n", n) + "b = [" },
	"strange spaces":   func(n int) string { return "a =" + strings.Repeat("\u00a0", n) + "1\n" },
	"curly quotes":     func(n int) string { return strings.Repeat("a = “b”\n", n) },
	"quotes":           func(n int) string { return "a = \"" + strings.Repeat("\\\" ", n) + "\"\n" },
	"comma at the end": func(n int) string { return "a = [" + strings.Repeat("{ b = 1 }, ", n) + "{ c = 1,5 }]\n" },
	"comments":         func(n int) string { return strings.Repeat("# nome = 1\n", n) + "x = 1\n" },
}

// BenchmarkDouble reads hostile files of two sizes: the time of the larger one
// is about twice that of the other.
func BenchmarkDouble(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		for _, n := range []int{10_000, 20_000} {
			src := hostile[name](n)
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				for b.Loop() {
					var report diag.List
					if t := Parse(source.New("f.toml", []byte(src), &report), &report, nil); t != nil {
						t.Require("nome", "titolo", "fonte")
						t.Strings("a")
						for _, p := range t.Tables("p") {
							p.Require("nome")
						}
						t.Close()
					}
				}
			})
		}
	}
}
