// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// TestRecord: what an edition says of its own history and documents.
func TestRecord(t *testing.T) {
	fsys := make(fstest.MapFS)
	for name, text := range base {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	fsys["data/ente.toml"] = &fstest.MapFile{Data: []byte("nome = \"Comune di Prova\"\nsoglia_anonimato = 5\n")}
	fsys["data/piani/2022/settori/cultura.toml"] = &fstest.MapFile{Data: []byte("nome = \"Cultura\"\nnasce_da = [\"musei\", \"teatri\"]\n[[progetto]]\nid = \"letture\"\ntitolo = \"Letture\"\n")}
	fsys["data/piani/2022/piano.toml"] = &fstest.MapFile{Data: []byte(`titolo = "Piano"
stato = "approvato"
fonte = "atto"
in_vigore_fino = 2024-12-31
frequenza = "semestrale"
[atto]
file = "delibera.pdf"
[[rettifica]]
data = 2022-05-01
cosa = "prima"
perche = "x"
[[rettifica]]
data = 2022-06-01
cosa = "di giugno"
perche = "x"
progetto = "letture-ad-alta-voce"
[[rettifica]]
data = 2022-05-01
cosa = "dopo, lo stesso giorno"
perche = "x"
[[rinomina]]
tipo = "progetto"
da = "letture-ad-alta-voce"
a = "letture"
[[rinomina]]
tipo = "pagina"
da = "prima"
a = "dopo"
[[allegato]]
file = "relazione.pdf"
titolo = "La relazione"
alternativa = "/2022/il-piano/"
`)}
	var report diag.List
	pub := Load(fsys, &report)
	if report.HasErrors() {
		t.Fatal(lines(&report, false))
	}
	e := pub.Editions[0]
	var corrections []string
	for _, c := range e.Corrections {
		corrections = append(corrections, fmt.Sprintf("%s %s %s", c.Date, c.What, c.Project))
	}
	want := []string{"2022-06-01 di giugno letture", "2022-05-01 dopo, lo stesso giorno ", "2022-05-01 prima "}
	if diff := cmp.Diff(want, corrections); diff != "" {
		t.Errorf("corrections, newest first, with the id of now (-want +got):\n%s", diff)
	}
	renames := []*Rename{{RenamedProject, "letture-ad-alta-voce", "letture"}, {RenamedPage, "prima", "dopo"}}
	if diff := cmp.Diff(renames, e.Renames); diff != "" {
		t.Errorf("renames (-want +got):\n%s", diff)
	}
	attachments := []*Attachment{{File: "relazione.pdf", Title: "La relazione", Alternative: "/2022/il-piano/"}}
	if diff := cmp.Diff(attachments, e.Attachments); diff != "" {
		t.Errorf("attachments (-want +got):\n%s", diff)
	}
	if e.InForceUntil != (tomldoc.Date{Year: 2024, Month: 12, Day: 31}) || e.Frequency != Biannual || e.Frequency.String() != "semestrale" || e.Act.File != "delibera.pdf" {
		t.Errorf("in force until %s, frequency %s, act %q", e.InForceUntil, e.Frequency, e.Act.File)
	}
	if d := e.Departments[1]; !cmp.Equal(d.From, []string{"musei", "teatri"}) {
		t.Errorf("%s comes from %v, want musei and teatri", d.Name, d.From)
	}
	if pub.Municipality.AnonymityThreshold != 5 {
		t.Errorf("threshold %d, want 5", pub.Municipality.AnonymityThreshold)
	}
	if got := Load(generated(1), new(diag.List)).Municipality.AnonymityThreshold; got != 3 {
		t.Errorf("threshold %d where nothing is said, want 3", got)
	}
}
