// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// personalLines reports what personalData says of a project, one line each.
func personalLines(t testing.TB, fsys fs.FS) string {
	t.Helper()
	unheard, report := new(diag.List), new(diag.List)
	in := Input{Project: fsys, Publication: plan.Load(fsys, unheard)}
	in.Pages = narrative.Load(fsys, in.Publication, narrative.Known{Routes: func(string) bool { return true }}, unheard)
	personalData(in, report)
	return lines(report, diag.Privacy)
}

// TestPersonalDataOfOurs holds that what the program ships gives no alarm.
func TestPersonalDataOfOurs(t *testing.T) {
	for _, dir := range []string{"../../..", "../starter/demo", "../starter/skeleton"} {
		if got := personalLines(t, os.DirFS(dir)); got != "" {
			t.Errorf("%s:\n%s", dir, got)
		}
	}
}

// TestPersonalDataIsMasked prints what stands in the data as the terminal does.
func TestPersonalDataIsMasked(t *testing.T) {
	c := read(t, txtar.Parse([]byte("-- content/2022/il-piano.md --\n+++\ntitolo = \"Il piano\"\nsommario = \"Che cosa prevede.\"\n+++\n\nScrivi a RSSMRA85T10A562S o a mario.rossi@gmail.com, che abita in via Verdi 3.\n")))
	var b bytes.Buffer
	if err := diag.Write(&b, check(t, c), false); err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"RSSMRA", "mario.rossi", "Verdi"} {
		if strings.Contains(b.String(), secret) {
			t.Errorf("%q is shown:\n%s", secret, b.String())
		}
	}
	if shown := "  6 | Scrivi a RS•••••••••••••• o a ma•••••••••••••••••••, che abita in vi• ••••• •."; strings.Count(b.String(), shown) != 2 { // the third time its end is shown
		t.Errorf("want twice %q in:\n%s", shown, b.String())
	}
}

// TestPersonalDataInDisguiseIsMasked holds that what is hidden in the text of
// the site is hidden in the line of the file too, however it is written there.
func TestPersonalDataInDisguiseIsMasked(t *testing.T) {
	c := read(t, txtar.Parse([]byte("-- content/2022/il-piano.md --\n+++\ntitolo = \"Il piano di RSSMRA85T10\\u0041562S\"\nsommario = \"Che cosa prevede.\"\n+++\n\nScrivi a RSSMRA**85T10**A562S, per RSSMRA85T10&#65;562S.\n\nLo sa RSSMRA85\nT10A562S, come si vede.\n")))
	list := check(t, c)
	var b bytes.Buffer
	if err := diag.Write(&b, list, false); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "[personal-tax-code]"); n != 4 {
		t.Errorf("%d tax codes were found, want 4:\n%s", n, b.String())
	}
	for _, secret := range []string{"RSSMRA", "562S"} {
		if strings.Contains(b.String(), secret) {
			t.Errorf("%q is shown:\n%s", secret, b.String())
		}
	}
}

// TestDocumentsThatCannotBeRead holds that each gives a diagnostic and none
// stops the others.
func TestDocumentsThatCannotBeRead(t *testing.T) {
	c := read(t, new(txtar.Archive))
	dir := "content/2022/allegati/"
	c.project[dir+"a"] = &fstest.MapFile{Mode: fs.ModeDir}
	c.project[dir+"b.pdf"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	c.project[dir+"c.pdf"] = &fstest.MapFile{Data: []byte("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Encrypt 2 0 R>>\n%%EOF\n")}
	c.project[dir+"d.txt"] = &fstest.MapFile{Data: []byte("RSSMRA85T10A562S")}
	large := append([]byte("%PDF-1.7\n"), make([]byte, attachment.MaxSize)...)
	c.project[dir+"e.pdf"] = &fstest.MapFile{Data: large}
	c.project[dir+"f.txt"] = &fstest.MapFile{Data: large[9:]} // for all that is known a page
	c.project[dir+"f.txt"].Data = append(c.project[dir+"f.txt"].Data[:attachment.MaxSize:attachment.MaxSize], "<script>"...)
	var got []string
	for line := range strings.Lines(personalLines(t, c.project)) {
		if !strings.HasPrefix(line, " ") && !strings.Contains(line, "[unlisted-attachment]") {
			got = append(got, strings.TrimSpace(strings.TrimPrefix(line, dir)))
		}
	}
	want := []string{
		"a: avviso: il documento non è un file, è una cartella: gli allegati stanno tutti allo stesso livello [attachment-unreadable]",
		"b.pdf: avviso: il documento non è un file normale [attachment-unreadable]",
		"c.pdf: avviso: il documento è protetto da password o da limitazioni [attachment-unreadable]",
		"d.txt:1: errore: nel file c'è il codice fiscale di una persona [personal-tax-code]",
		"e.pdf: avviso: il documento supera 40 MB, il massimo che vetro legge [attachment-unreadable]",
		"f.txt: errore: il documento supera 40 MB, il massimo che vetro legge [attachment-unreadable]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestIsPerson(t *testing.T) {
	c := &personalCheck{Input: Input{Publication: &plan.Publication{Municipality: &plan.Municipality{Name: "Borgo di Prova"}}}}
	for name, want := range map[string]bool{
		"Maria Rossi": true, "m.rossi": true, "ROSSI MARIA": true, "Dott.ssa Bianchi": true, "D'Amico Ada": true,
		"Comune di Prova": false, "BORGO DI PROVA": false, "Ufficio Stampa": false, "Settore 3": false, "Microsoft Office User": false, "openpyxl": false,
		"PC12": false, "CC BY-SA 4.0": false, "https://example.org/": false, "123": false, "": false, "-": false, "X": false,
	} {
		if got := c.isPerson(name); got != want {
			t.Errorf("isPerson(%q) = %v, want %v", name, got, want)
		}
	}
}

// BenchmarkPersonalData looks at 10,000 projects.
func BenchmarkPersonalData(b *testing.B) {
	fsys := large(b, 100, 100)
	report := new(diag.List)
	in := Input{Project: fsys, Publication: plan.Load(fsys, report)}
	in.Pages = narrative.Load(fsys, in.Publication, narrative.Known{Routes: func(string) bool { return true }}, report)
	for b.Loop() {
		personalData(in, report)
	}
}

// A file with thousands of codes lists the first and counts the others.
func TestManyInAFile(t *testing.T) {
	report := new(diag.List)
	c := &personalCheck{Input: Input{Project: fstest.MapFS{"content/2022/a.md": {Data: []byte(strings.Repeat("RSSMRA80A01H501U\n\n", 2000))}}}, report: report, seen: map[place]bool{}}
	c.lines("content/2022/a.md")
	told := 0
	for _, d := range report.Sorted() {
		if strings.Contains(d.Message, "altre 1500 volte") {
			told++
		}
	}
	if report.Len() != tomldoc.MaxFaults+1 || told != 1 {
		t.Errorf("%d reported, %d times the count of the others", report.Len(), told)
	}
}
