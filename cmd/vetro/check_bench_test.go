// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkCheck is the whole command on a plan of 10,000 described projects in
// 100 settori: read, judged, built and checked. The projects have no indicators
// and one group of people each, so that what is measured is not the drawing of
// charts.
func BenchmarkCheck(b *testing.B) {
	dir := b.TempDir()
	write := func(name, text string) {
		b.Helper()
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	write("data/ente.toml", "nome = \"Comune di Prova\"\n")
	write("data/fonti.toml", "[[fonte]]\nid = \"atto\"\ntitolo = \"L’atto\"\n")
	write("data/piani/2022/piano.toml", "titolo = \"Piano\"\nstato = \"approvato\"\nprogetti_nel_piano = 10000\nfonte = \"atto\"\naggiornato = 2022-11-22\n")
	for i := range 100 {
		var text strings.Builder
		fmt.Fprintf(&text, "nome = \"Settore numero %d\"\nprogetti_nel_piano = 100\n", i)
		for j := range 100 {
			fmt.Fprintf(&text, `[[progetto]]
id = "p-%d-%d"
titolo = "Il progetto %d del settore %d"
sintesi = "Chi lavora in questo ufficio può farlo anche da casa, due giorni alla settimana."
attivita = ["Rispondere alle richieste dei cittadini", "Tenere in ordine le pratiche"]
obiettivi = ["Rispondere in due giorni"]
[[progetto.personale]]
profilo = "Istruttori"
dipendenti = { numero = 12, precisione = "fino a" }
`, i, j, j, i)
		}
		write(fmt.Sprintf("data/piani/2022/settori/s-%d.toml", i), text.String())
	}
	cache := b.TempDir()
	b.Run("everything", func(b *testing.B) {
		for b.Loop() {
			if said := run(b, dir, cache, "check"); !strings.Contains(said, " 0 errori, ") {
				b.Fatalf("check says\n%s", said)
			}
		}
	})
	b.Run("completeness", func(b *testing.B) {
		for b.Loop() {
			run(b, dir, cache, "check", "--completeness")
		}
	})
}
