// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"encoding/base64"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
)

var update = flag.Bool("update", false, "rewrite the wanted lines in testdata")

// judged are the groups that the rules of this package belong to.
var judged = []diag.Group{diag.Transparency, diag.Privacy, diag.Figures, diag.Language}

// base is a project that no rule has anything to say about, on which each case
// lays its files.
var base = map[string]string{
	"data/ente.toml": `nome = "Comune di Prova"
regione = "Regione Prova"
confermato = true
codice_fiscale = "01234567897"
indirizzo = "https://www.comune.prova.example/lavoro-agile/"
ufficio_responsabile = "Ufficio Personale"
collocazione = ["Altri contenuti", "Dati ulteriori"]
[contatti]
indirizzo = "piazza del Comune 1, Prova"
telefono = "+39 0000 407000"
email = "urp@comune.prova.example"
pec = "protocollo@pec.comune.prova.example"
[collegamenti]
sito = "https://www.comune.prova.example/"
amministrazione_trasparente = "https://www.comune.prova.example/trasparenza/"
privacy = "https://www.comune.prova.example/privacy/"
note_legali = "https://www.comune.prova.example/note-legali/"
accessibilita = "https://form.agid.gov.it/view/prova"
accesso_civico = "https://www.comune.prova.example/accesso-civico/"
correzioni = "https://www.comune.prova.example/segnala/"
`,
	"data/fonti.toml": "[[fonte]]\nid = \"atto\"\ntitolo = \"L’atto\"\n",
	"data/piani/2022/piano.toml": `titolo = "Il piano di prova"
sintesi = "Dove e come si lavora in modo agile."
stato = "approvato"
progetti_nel_piano = 9
fonte = "atto"
pubblicato = 2022-11-02
aggiornato = 2022-11-03
[atto]
tipo = "deliberazione"
organo = "Giunta comunale"
numero = "12"
data = 2022-10-05
collegamento = "https://www.comune.prova.example/atti/12/"
confermato = true
`,
	"data/piani/2022/settori/biblioteca.toml": "nome = \"Biblioteca\"\nprogetti_nel_piano = 4\n",
}

// TestCases runs each case of testdata/diag. Its name begins with the code that
// it proves ("iban-in-prose"), or with "near-" and the code that it comes near
// to and must not give. Its comment says why. Of all that is reported only the
// codes of the same group count, as others are proved by cases of their own.
//
// The files of a case lie over base. Those below "previous/" are the last
// published site, and with any below "built/" those are the new one, which it is
// compared with. The content of a file whose name ends in ".base64" is encoded
// so. The line "without:" in the comment names files of base to leave out, the
// line "faulty" allows errors of other groups, which would otherwise be a slip.
// The file "want" holds what is reported.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/diag/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			code, near := codeOf(name)
			if code.Name == "" {
				t.Fatalf("the name of %s begins with no code of %v", name, judged)
			}
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			c := read(t, archive)
			report := check(t, c)
			if !strings.Contains(string(archive.Comment), "\nfaulty\n") {
				for _, d := range report.Sorted() {
					if known, _ := diag.Lookup(d.Code); d.Severity == diag.Error && !slices.Contains(judged, known.Group) {
						t.Errorf("the case is not what it should be: %s", d)
					}
				}
			}
			got := lines(report, code.Group)
			if *update {
				rewrite(t, name, archive, got)
				return
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
			if given := strings.Contains(got, "["+code.Name+"]\n"); given == near {
				t.Errorf("%s reported: %v, want %v", code.Name, given, !near)
			}
		})
	}
}

// TestBase holds that a case which is given something is given it for its own
// files.
func TestBase(t *testing.T) {
	report := check(t, read(t, new(txtar.Archive)))
	for _, d := range report.Sorted() {
		if known, _ := diag.Lookup(d.Code); d.Code != "to-describe" {
			t.Errorf("base has a fault of %s: %s", known.Group, d)
		}
	}
}

// codeOf returns the code that a case is about: the longest one, of the groups
// judged here, that its name begins with. The code is empty when there is none.
func codeOf(name string) (code diag.Code, near bool) {
	name = strings.TrimSuffix(filepath.Base(name), ".txtar")
	name, near = strings.CutPrefix(name, "near-")
	for _, c := range diag.Codes() {
		if (name == c.Name || strings.HasPrefix(name, c.Name+"-")) && len(c.Name) > len(code.Name) && slices.Contains(judged, c.Group) {
			code = c
		}
	}
	return code, near
}

// A testCase is a project, its last published site and what must be reported.
type testCase struct {
	project, previous, built fstest.MapFS
	want                     string
}

// read lays the files of a case over base.
func read(t testing.TB, archive *txtar.Archive) testCase {
	t.Helper()
	c := testCase{project: fstest.MapFS{}, previous: fstest.MapFS{}, built: fstest.MapFS{}}
	for name, text := range base {
		c.project[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for line := range strings.Lines(string(archive.Comment)) {
		if rest, ok := strings.CutPrefix(line, "without:"); ok {
			for _, name := range strings.Fields(rest) {
				delete(c.project, name)
			}
		}
	}
	for _, f := range archive.Files {
		data := f.Data
		name, encoded := strings.CutSuffix(f.Name, ".base64")
		if encoded {
			var err error
			if data, err = base64.StdEncoding.DecodeString(strings.Join(strings.Fields(string(data)), "")); err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
		if rest, ok := strings.CutPrefix(name, "previous/"); ok {
			c.previous[rest] = &fstest.MapFile{Data: data}
		} else if rest, ok := strings.CutPrefix(name, "built/"); ok {
			c.built[rest] = &fstest.MapFile{Data: data}
		} else if name == "want" {
			c.want = string(data)
		} else {
			c.project[name] = &fstest.MapFile{Data: data}
		}
	}
	return c
}

// check reports all that loading and the rules find.
func check(t testing.TB, c testCase) *diag.List {
	t.Helper()
	report := new(diag.List)
	in := Input{Project: c.project, Publication: plan.Load(c.project, report)}
	// Every address exists but those of the pages, which a page may not take.
	routes := func(address string) bool { return c.project["content"+strings.TrimSuffix(address, "/")+".md"] == nil }
	in.Pages = narrative.Load(c.project, in.Publication, narrative.Known{Routes: routes}, report)
	if len(c.previous) > 0 {
		in.Previous = c.previous
	}
	before := slices.Sorted(maps.Keys(c.project))
	Check(in, report)
	if len(c.built) > 0 {
		Addresses(in.Previous, func(path string) bool { return c.built[path] != nil }, in.Publication, report)
	}
	if diff := cmp.Diff(before, slices.Sorted(maps.Keys(c.project))); diff != "" {
		t.Errorf("Check changed the project:\n%s", diff)
	}
	return report
}

// lines prints the diagnostics of a group as the terminal does, without the
// source lines, which hold what must be masked as it stands in the case.
func lines(report *diag.List, group diag.Group) string {
	var b strings.Builder
	for _, d := range report.Sorted() {
		if known, _ := diag.Lookup(d.Code); known.Group != group {
			continue
		}
		fmt.Fprintln(&b, d)
		if d.Hint != "" {
			fmt.Fprintf(&b, "  suggerimento: %s\n", d.Hint)
		}
		for _, r := range d.Related {
			fmt.Fprintf(&b, "  %s: %s\n", diag.Place(r.Pos), r.Message)
		}
	}
	return b.String()
}

func rewrite(t *testing.T, name string, archive *txtar.Archive, want string) {
	t.Helper()
	archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
	archive.Files = append(archive.Files, txtar.File{Name: "want", Data: []byte(want)})
	if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestUnreadable holds that the rules take what could be read of a project of
// which little could.
func TestUnreadable(t *testing.T) {
	for name, fsys := range map[string]fs.FS{
		"nothing": fstest.MapFS{},
		"no TOML": fstest.MapFS{
			"data/ente.toml":             {Data: []byte("nome = [")},
			"data/fonti.toml":            {Data: []byte("\x00\xff")},
			"data/glossario.toml":        {Data: []byte("= 1")},
			"data/piani/2022/piano.toml": {Data: []byte("[[[")},
			"data/piani/2022/settori/":   {Mode: fs.ModeDir},
			"content/2022/a.md":          {Data: []byte("+++\ntitolo = 3\n")},
		},
	} {
		t.Run(name, func(t *testing.T) {
			report := new(diag.List)
			pub := plan.Load(fsys, report)
			pages := narrative.Load(fsys, pub, narrative.Known{}, report)
			if !report.HasErrors() {
				t.Fatal("the project could be read")
			}
			Check(Input{Project: fsys, Publication: pub, Pages: pages}, report)
		})
	}
}
