// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
)

// large is base with settori of described projects, and a page that speaks of
// them.
func large(tb testing.TB, departments, projects int) fstest.MapFS {
	fsys := read(tb, new(txtar.Archive)).project
	delete(fsys, "data/piani/2022/settori/biblioteca.toml")
	piano := fsys["data/piani/2022/piano.toml"]
	piano.Data = []byte(strings.Replace(string(piano.Data), "progetti_nel_piano = 9", fmt.Sprintf("progetti_nel_piano = %d", departments*projects), 1))
	for i := range departments {
		var b strings.Builder
		fmt.Fprintf(&b, "nome = \"Settore numero %d\"\nprogetti_nel_piano = %d\n", i, projects)
		for j := range projects {
			fmt.Fprintf(&b, `[[progetto]]
id = "p-%d-%d"
titolo = "Il progetto %d del settore %d"
sintesi = "Chi lavora in questo ufficio può farlo anche da casa, due giorni alla settimana."
attivita = ["Rispondere alle richieste dei cittadini", "Tenere in ordine le pratiche"]
obiettivi = ["Rispondere in due giorni"]
contributo = "Riduce i tempi di attesa."
inizio = "2022-03"
fine = "2023"
avanzamento = "in corso"
[progetto.condizioni]
organizzative = ["Turni decisi ogni mese"]
tecnologiche = ["Un portatile a testa"]
formative = ["Un corso di due mattine"]
[[progetto.personale]]
profilo = "Istruttori"
dipendenti = { numero = 12, precisione = "fino a" }
[[progetto.indicatori]]
nome = "Giorni per una risposta"
unita = "giorni"
operatore = "al massimo"
base = { anno = 2021, valore = 30 }
obiettivi = [{ anno = 2022, valore = 20 }]
`, i, j, j, i)
		}
		fsys[fmt.Sprintf("data/piani/2022/settori/s-%d.toml", i)] = &fstest.MapFile{Data: []byte(b.String())}
	}
	text := strings.Repeat("Il piano dice dove si lavora in modo agile. Chi vuole può leggere le schede dei progetti.\n\n", 200)
	fsys["content/2022/il-piano.md"] = &fstest.MapFile{Data: []byte("+++\ntitolo = \"Il piano\"\nsommario = \"Che cosa prevede.\"\n+++\n\n" + text)}
	return fsys
}

// BenchmarkCheck judges a plan of 10,000 projects that has been loaded.
func BenchmarkCheck(b *testing.B) {
	fsys := large(b, 100, 100)
	report := new(diag.List)
	in := Input{Project: fsys, Publication: plan.Load(fsys, report)}
	in.Pages = narrative.Load(fsys, in.Publication, narrative.Known{}, report)
	if report.HasErrors() || len(in.Publication.Editions[0].AllProjects()) != 10_000 {
		b.Fatalf("the plan is not what it should be: %v", report.Sorted())
	}
	b.Run("rules", func(b *testing.B) {
		for b.Loop() {
			Check(in, new(diag.List))
		}
	})
	for _, rule := range []struct {
		name string
		run  func(Input, *diag.List)
	}{{"transparency", transparency}, {"privacy", personalData}, {"figures", figures}, {"language", words}} {
		b.Run(rule.name, func(b *testing.B) {
			for b.Loop() {
				rule.run(in, new(diag.List))
			}
		})
	}
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			pub := plan.Load(fsys, new(diag.List))
			narrative.Load(fsys, pub, narrative.Known{}, new(diag.List))
		}
	})
}
