// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
)

// shipped returns a copy of the data of the project, to be changed at will.
func shipped(t *testing.T) fstest.MapFS {
	t.Helper()
	root := os.DirFS("../../..")
	fsys := make(fstest.MapFS)
	err := fs.WalkDir(root, "data", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

// TestShippedData: no error, no warning, and each fact of the source is found
// by name, as firm as the source has it.
func TestShippedData(t *testing.T) {
	var report diag.List
	pub := Load(shipped(t), &report)
	if n := report.Count(diag.Error) + report.Count(diag.Warning); n > 0 {
		t.Fatalf("%d faults:\n%s", n, lines(&report, false))
	}
	e := pub.Editions[0]
	figures := make(map[string]Figure)
	for _, f := range e.Figures() {
		figures[f.Name] = f
	}
	want := map[string]string{
		"progetti.nel_piano":                                       "37",
		"progetti.descritti":                                       "2",
		"progetti.da_descrivere":                                   "35",
		"progetti.contati":                                         "16",
		"progetti.non_contati":                                     "21",
		"progetti.trasversali":                                     "1",
		"settori.nominati":                                         "7",
		"settori.contati":                                          "3",
		"settori.non_contati":                                      "4",
		"dipendenti.nel_piano":                                     "diverse decine",
		"settore.segreteria-generale.progetti":                     "9",
		"settore.segreteria-generale.da_descrivere":                "9",
		"settore.avvocatura.progetti":                              "5",
		"settore.avvocatura.dipendenti":                            NotSaid,
		"settore.progettazione.progetti":                           "2",
		"settore.progettazione.dipendenti":                         "2",
		"settore.istruzione.progetti":                              NotSaid,
		"settore.istruzione.descritti":                             "1",
		"settore.istruzione.dipendenti":                            NotSaid, // the source says it of one project
		"settore.istruzione.dipendenti_descritti":                  "fino a 123",
		"settore.politiche-sociali.progetti":                       NotSaid,
		"settore.politiche-sociali.dipendenti":                     "fino a circa 40",
		"settore.entrate.progetti":                                 NotSaid,
		"settore.risorse-umane.progetti":                           NotSaid,
		"progetto.smart-teaching.dipendenti":                       "fino a 123",
		"progetto.smart-teaching.personale.coordinatori":           "fino a 12",
		"progetto.smart-teaching.personale.insegnanti-di-sezione":  "fino a 89",
		"progetto.smart-teaching.personale.insegnanti-di-sostegno": "fino a 22",
		"progetto.trasversale.dipendenti":                          "tutti, in caso di bisogno o di emergenza",
	}
	for name, value := range want {
		f, ok := figures[name]
		if !ok || f.Value.String() != value {
			t.Errorf("%s = %q, %v, want %q", name, f.Value, ok, value)
		}
		if f.Source == nil || f.Source.ID != "articolo" {
			t.Errorf("%s has the source %+v, want the article", name, f.Source)
		}
	}
	if pub.Municipality.Confirmed || e.Act.Confirmed || !e.Published.IsZero() {
		t.Errorf("ente confirmed %v, act confirmed %v, published %q: want nothing confirmed or published",
			pub.Municipality.Confirmed, e.Act.Confirmed, e.Published)
	}
	for _, d := range e.Departments {
		if wantName := d.ID != "istruzione"; d.NameSource != wantName {
			t.Errorf("settore %s: NameSource = %v, want %v", d.ID, d.NameSource, wantName)
		}
	}
	if n := report.Count(diag.Incomplete); n < 5 || n > 15 {
		t.Errorf("%d things to complete, want a short list:\n%s", n, lines(&report, true))
	}
}

// TestFiguresAreExplained: every figure belongs to a family of the manual,
// names are unique, and no placeholder is left.
func TestFiguresAreExplained(t *testing.T) {
	e := Load(shipped(t), new(diag.List)).Editions[0]
	var families []*regexp.Regexp
	for _, m := range FigureMeanings() {
		p := regexp.QuoteMeta(m.Name)
		p = strings.NewReplacer("<id>", "[a-z0-9-]+", "<profilo>", "[a-z0-9-]+").Replace(p)
		families = append(families, regexp.MustCompile("^"+p+"$"))
	}
	used := make([]bool, len(families))
	seen := make(map[string]bool)
	for _, f := range e.Figures() {
		hits := 0
		for i, p := range families {
			if p.MatchString(f.Name) {
				hits, used[i] = hits+1, true
			}
		}
		if hits != 1 || seen[f.Name] {
			t.Errorf("%s belongs to %d families, seen before %v: want one, once", f.Name, hits, seen[f.Name])
		}
		seen[f.Name] = true
		if strings.ContainsAny(f.Name+f.Meaning, "<>") || f.Meaning == "" || f.Unit == "" {
			t.Errorf("%s: meaning %q, unit %q, want both without placeholders", f.Name, f.Meaning, f.Unit)
		}
		if got, ok := e.Figure(f.Name); !ok || !cmp.Equal(got, f) {
			t.Errorf("Figure(%q) = %+v, %v, want what Figures lists", f.Name, got, ok)
		}
	}
	for i, ok := range used {
		if !ok {
			t.Errorf("no figure of the shipped data is a %s", FigureMeanings()[i].Name)
		}
	}
	if _, ok := e.Figure("progetti.nessuno"); ok {
		t.Error("Figure found a name that does not exist")
	}
}

// TestTenFaults breaks a copy of the shipped data in ten ways: one run shows
// ten diagnostics, each where the fault is, and nothing else.
func TestTenFaults(t *testing.T) {
	fsys := shipped(t)
	const settori = "data/piani/2022/settori/"
	breakIt := func(name, old, new string) {
		t.Helper()
		text := string(fsys[name].Data)
		if strings.Count(text, old) != 1 {
			t.Fatalf("%s has %q %d times, want once", name, old, strings.Count(text, old))
		}
		fsys[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
	}
	breakIt("data/ente.toml", `"019036"`, `"19036"`)
	breakIt("data/fonti.toml", "tipo = ", "tpo = ")
	breakIt("data/glossario.toml", `id = "inail"`, `id = "inps"`)
	breakIt("data/piani/2022/piano.toml", `fonte = "articolo"`, `fonte = "articoli"`)
	breakIt("data/piani/2022/piano.toml", `confermato = false`, `confermato = "no"`)
	breakIt(settori+"avvocatura.toml", "progetti_nel_piano = 5", "progetti_nel_piano = 50")
	breakIt(settori+"entrate.toml", `  "Aggiornamento`, `  "", "Aggiornamento`)
	breakIt(settori+"istruzione.toml", `id = "smart-teaching"`, `id = "Smart Teaching"`)
	breakIt(settori+"istruzione.toml", `numero = 89, precisione = "fino a"`, `numero = 89, precisione = "fino ad"`)
	breakIt(settori+"risorse-umane.toml", `nome = "Risorse umane"`, `nome = `+"\u201cRisorse umane\u201d")
	var report diag.List
	Load(fsys, &report)
	want := []string{
		"data/ente.toml:16:16: invalid-code",
		"data/fonti.toml:10:1: unknown-key",
		"data/glossario.toml:61:6: duplicate-id",
		"data/piani/2022/piano.toml:12:22: departments-exceed-plan",
		"data/piani/2022/piano.toml:14:9: unknown-source",
		"data/piani/2022/piano.toml:32:14: wrong-type",
		"data/piani/2022/settori/entrate.toml:7:3: empty-value",
		"data/piani/2022/settori/istruzione.toml:10:6: invalid-slug",
		"data/piani/2022/settori/istruzione.toml:23:42: unknown-value",
		"data/piani/2022/settori/risorse-umane.toml:4:8: curly-quotes",
	}
	var got []string
	for _, d := range report.Sorted() {
		got = append(got, diag.Place(d.Pos)+": "+d.Code)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
}
