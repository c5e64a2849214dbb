// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/diag"
)

// generated returns a plan of n projects, a hundred a settore.
func generated(n int) fstest.MapFS {
	fsys := make(fstest.MapFS)
	for name, text := range base {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	delete(fsys, "data/piani/2022/settori/biblioteca.toml")
	fsys["data/piani/2022/piano.toml"] = &fstest.MapFile{Data: fmt.Appendf(nil,
		"titolo = \"Piano\"\nstato = \"approvato\"\nprogetti_nel_piano = %d\nfonte = \"atto\"\n", n)}
	for first := 0; first < n; first += 100 {
		var b strings.Builder
		count := min(100, n-first)
		fmt.Fprintf(&b, "nome = \"Settore %d\"\nprogetti_nel_piano = %d\n", first/100, count)
		for i := first; i < first+count; i++ {
			fmt.Fprintf(&b, `
[[progetto]]
id = "progetto-%d"
titolo = "Progetto %d"
sintesi = "Un progetto che serve a misurare quanto tempo ci vuole a leggerne tanti."
attivita = ["Una cosa", "Un'altra cosa"]
inizio = "2022-01"
fine = "2022-12"
avanzamento = "in corso"
[[progetto.personale]]
profilo = "Addetti"
dipendenti = { numero = %d, precisione = "fino a" }
[[progetto.indicatori]]
nome = "Pratiche"
obiettivi = [{ anno = 2022, valore = 10 }, { anno = 2023, valore = 12.5 }]
`, i, i, i%50+1)
		}
		fsys[fmt.Sprintf("data/piani/2022/settori/settore-%d.toml", first/100)] = &fstest.MapFile{Data: []byte(b.String())}
	}
	return fsys
}

// BenchmarkLoad shows that the time grows with the number of projects and no
// faster: compare the two.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			fsys := generated(n)
			b.ReportAllocs()
			for b.Loop() {
				var report diag.List
				pub := Load(fsys, &report)
				if got := len(pub.Editions[0].AllProjects()); got != n || report.HasErrors() {
					b.Fatalf("%d projects, errors %v, want %d and none", got, report.HasErrors(), n)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/project")
		})
	}
}

func BenchmarkFigures(b *testing.B) {
	e := Load(generated(10_000), new(diag.List)).Editions[0]
	for b.Loop() {
		e.Figures()
	}
}

// TestMany: a plan far beyond any real one loads without a fault, and every
// project is counted.
func TestMany(t *testing.T) {
	var report diag.List
	e := Load(generated(2_000), &report).Editions[0]
	if report.HasErrors() {
		t.Fatalf("errors:\n%s", lines(&report, false))
	}
	if f, _ := e.Figure("progetti.descritti"); f.Value != Count(2_000) {
		t.Errorf("described: %v, want 2.000", f.Value)
	}
	if got := e.Departments[0].Described[0].Department; got != e.Departments[0] {
		t.Errorf("the first project belongs to %v, want its settore", got)
	}
}

// TestInherited: what a settore or project does not say of its source is that
// of what it stands in.
func TestInherited(t *testing.T) {
	fsys := fstest.MapFS{
		"data/ente.toml":             {Data: []byte("nome = \"Comune di Prova\"\nindirizzo = \"https://comune.prova.it/piano\"\n")},
		"data/fonti.toml":            {Data: []byte("fonte = [{ id = \"a\", titolo = \"A\" }, { id = \"b\", titolo = \"B\" }]\n")},
		"data/piani/2021/piano.toml": {Data: []byte("titolo = \"Piano\"\nstato = \"bozza\"\nfonte = \"a\"\n")},
		"data/piani/2022/piano.toml": {Data: []byte("titolo = \"Piano\"\nstato = \"approvato\"\nfonte = \"a\"\n")},
		"data/piani/2022/settori/zoo.toml": {Data: []byte(`nome = "Zoo"
[[progetto]]
id = "a"
titolo = "A"
`)},
		"data/piani/2022/settori/x.toml": {Data: []byte(`nome = "Égalité"
fonte = "b"
[[personale]]
profilo = "Addetti"
dipendenti = 4
[[progetto]]
id = "b"
titolo = "B"
[[progetto.personale]]
profilo = "Altri"
fonte = "a"
dipendenti = 3
[[progetto.indicatori]]
nome = "N"
base = { anno = 2021, valore = 1 }
risultati = [{ anno = 2023, valore = 3 }, { anno = 2022, valore = 2.5 }]
`)},
	}
	var report diag.List
	pub := Load(fsys, &report)
	if report.HasErrors() {
		t.Fatalf("errors:\n%s", lines(&report, false))
	}
	if len(pub.Editions) != 2 || pub.Editions[0].ID != "2022" {
		t.Fatalf("editions: %v, want 2022 before 2021", pub.Editions)
	}
	if want := "https://comune.prova.it/piano/"; pub.Municipality.BaseURL != want {
		t.Errorf("BaseURL = %q, want %q", pub.Municipality.BaseURL, want)
	}
	e := pub.Editions[0]
	d, z := e.Departments[0], e.Departments[1]
	if d.ID != "x" || z.ID != "zoo" {
		t.Fatalf("settori: %s, %s, want É before Z", d.ID, z.ID)
	}
	p := d.Described[0]
	for name, pair := range map[string][2]string{
		"settore":             {d.Source.ID, "b"},
		"its staff":           {d.Staff[0].Source.ID, "b"},
		"project":             {p.Source.ID, "b"},
		"staff with its own":  {p.Staff[0].Source.ID, "a"},
		"indicator":           {p.Indicators[0].Source.ID, "b"},
		"settore without own": {z.Source.ID, "a"},
		"its project":         {z.Described[0].Source.ID, "a"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("the source of the %s is %q, want %q", name, pair[0], pair[1])
		}
	}
	if r, ok := p.Indicators[0].Result(); !ok || r != (YearValue{Year: 2023, Value: 3}) {
		t.Errorf("last result: %v, %v, want that of 2023", r, ok)
	}
	f, _ := e.Figure("settore.x.dipendenti")
	if f.Value != Count(4) || f.Source == nil || f.Computed {
		t.Errorf("settore.x.dipendenti = %+v, want 4, as the source has it of the settore", f)
	}
	f, _ = e.Figure("settore.x.dipendenti_descritti")
	if f.Value != Count(3) || f.Source != nil || len(f.Sources) != 2 || !f.Computed {
		t.Errorf("settore.x.dipendenti_descritti = %+v, want 3, computed, from two sources", f)
	}
}

// brokenFolder is a file system in which one folder cannot be listed.
type brokenFolder struct {
	fstest.MapFS
	name string
}

func (b brokenFolder) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == b.name {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: errors.New("input/output error")}
	}
	return b.MapFS.ReadDir(name)
}

func TestUnreadableFolder(t *testing.T) {
	for _, name := range []string{"data", "data/piani", "data/piani/2022/settori"} {
		var report diag.List
		Load(brokenFolder{generated(1), name}, &report)
		want := name + ": errore: la cartella non si riesce a leggere [unreadable]"
		if got := report.Sorted(); len(got) != 1 || got[0].String() != want {
			t.Errorf("with %s broken: %v, want %q alone", name, got, want)
		}
	}
}

// TestPersonalTaxCodeIsMasked: a person's code written in place of the ente's
// is shown nowhere.
func TestPersonalTaxCodeIsMasked(t *testing.T) {
	fsys := generated(1)
	fsys["data/ente.toml"] = &fstest.MapFile{Data: []byte("nome = \"Comune di Prova\"\ncodice_fiscale = \"RSSMRA80A01D150X\" # chi?\n")}
	var report diag.List
	Load(fsys, &report)
	all := report.Sorted()
	if len(all) != 1 || all[0].Code != "invalid-code" {
		t.Fatalf("diagnostics: %v, want one invalid-code", all)
	}
	if want := "codice_fiscale = •••••••••••••••••• # chi?"; all[0].Line != want || strings.Contains(all[0].Message, "RSSMRA") {
		t.Errorf("line %q, message %q, want %q and no code in the message", all[0].Line, all[0].Message, want)
	}
}
