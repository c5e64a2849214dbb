// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"flag"
	"fmt"
	"html/template"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// testPublication is one edition of 37 projects with one settore and one
// described project.
func testPublication() *plan.Publication {
	upTo := func(n int) plan.Quantity { return plan.Quantity{Number: n, Precision: plan.UpTo} }
	teaching := &plan.Project{
		ID: "smart-teaching", Title: "Smart Teaching",
		Staff: []*plan.StaffProfile{{Profile: "Coordinatori", Employees: upTo(12)}, {Profile: "Insegnanti", Employees: upTo(89)}},
	}
	return &plan.Publication{
		Glossary: []*plan.Term{{ID: "lavoro-agile", Term: "Lavoro agile"}, {ID: "settore", Term: "Settore"}},
		Editions: []*plan.Edition{{ID: "2023"}, {
			ID:             "2022",
			ProjectsInPlan: plan.Quantity{Number: 37, Precision: plan.Exact},
			Employees:      plan.Quantity{Precision: plan.InWords, Text: "diverse decine"},
			Attachments:    []*plan.Attachment{{File: "delibera-50.pdf"}, {File: "il piano.pdf"}},
			Departments:    []*plan.Department{{ID: "istruzione", Name: "Istruzione", Described: []*plan.Project{teaching}}},
		}},
	}
}

func testKnown() Known {
	addresses := []string{"/", "/2022/", "/2022/settori/", "/2022/progetti/", "/2022/progetti/smart-teaching/", "/2023/", "/2023/progetti/", "/glossario/", "/note-legali/", "/novita/"}
	return Known{
		Charts: func(edition string) []string {
			if edition != "2022" {
				return nil
			}
			return []string{"progetti-per-settore", "dipendenti-per-settore"}
		},
		Routes:       func(address string) bool { return slices.Contains(addresses, address) },
		ProjectParts: []string{"obiettivi", "personale", "condizioni"},
		Addresses:    addresses,
	}
}

func testResolver() Resolver {
	return Resolver{
		Figure: func(name string) template.HTML {
			return template.HTML(`<data value="` + template.HTMLEscapeString(name) + `">n</data>`)
		},
		Chart: func(id string) (template.HTML, error) {
			return template.HTML("<figure>" + template.HTMLEscapeString(id) + "</figure>"), nil
		},
		Link: func(address string) string { return "../.." + address },
	}
}

// picture returns a PNG of 4 × 3 pixels.
func picture() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 3))); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// load loads one page of edition 2022 that holds text.
func load(t testing.TB, text string) (*Page, *diag.List) {
	t.Helper()
	fsys := fstest.MapFS{
		"content/2022/pagina.md":    {Data: []byte(text)},
		"content/immagini/sede.png": {Data: picture()},
	}
	report := new(diag.List)
	pages := Load(fsys, testPublication(), testKnown(), report)
	if len(pages) != 1 {
		return nil, report
	}
	return pages[0], report
}

const head = "+++\ntitolo = \"Una pagina\"\nsommario = \"Una frase.\"\n+++\n"

func written(t testing.TB, report *diag.List) string {
	t.Helper()
	var b bytes.Buffer
	if err := diag.Write(&b, report, false); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Each testdata/diag/*.txtar holds a project and, in the file "want", all that
// is said about it.
func TestDiagnostics(t *testing.T) {
	names, err := filepath.Glob("testdata/diag/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	seen := map[string]bool{}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fsys := fstest.MapFS{"content/immagini/sede.png": {Data: picture()}}
			want, at := "", -1
			for i, f := range archive.Files {
				if f.Name == "want" {
					want, at = string(f.Data), i
					continue
				}
				file := &fstest.MapFile{Data: f.Data}
				if strings.HasSuffix(f.Name, "/") {
					f.Name, file.Mode = strings.TrimSuffix(f.Name, "/"), fs.ModeDir|0o755
				}
				fsys[f.Name] = file
			}
			report := new(diag.List)
			for _, p := range Load(fsys, testPublication(), testKnown(), report) {
				if _, err := p.HTML(testResolver()); err != nil {
					t.Errorf("HTML of %s: %v", p.Address(), err)
				}
			}
			for _, d := range report.Sorted() {
				if _, ok := diag.Lookup(d.Code); !ok {
					t.Errorf("code %q is not in diag.Codes", d.Code)
				}
				seen[d.Code] = true
			}
			got := written(t, report)
			if *update && at >= 0 {
				archive.Files[at].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
		})
	}
	for _, code := range ownCodes {
		if !seen[code] {
			t.Errorf("no case reports %q", code)
		}
	}
}

// ownCodes are the codes that this package reports.
var ownCodes = []string{
	"broken-link", "broken-list", "copied-page", "document-size", "duplicate-chart", "empty-heading", "empty-link", "empty-page", "heading-level-1", "heading-skipped", "heading-underlined",
	"indented-code", "lost-text", "page-limit", "plain-markdown", "raw-markdown", "table-cells", "unknown-block",
	"image-without-alt", "invalid-image", "invalid-link", "invalid-slug", "malformed-binding", "misplaced-file",
	"missing-front-matter", "missing-image", "old-edition-link", "missing-key", "raw-html", "reserved-name", "summary-too-long", "table-without-caption", "title-too-long",
	"unclosed-front-matter", "unknown-chart", "unknown-edition", "unknown-figure",
}

func TestElements(t *testing.T) {
	source, err := os.ReadFile("testdata/elements.md")
	if err != nil {
		t.Fatal(err)
	}
	page, report := load(t, string(source))
	if report.Len() > 0 {
		t.Fatalf("faults:\n%s", written(t, report))
	}
	html, err := page.HTML(testResolver())
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/elements.html"
	if *update {
		if err := os.WriteFile(golden, []byte(html), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(html)); diff != "" {
		t.Errorf("HTML (-want +got):\n%s", diff)
	}
	var headings []string
	for _, h := range page.Headings {
		headings = append(headings, fmt.Sprint(h.Level, " ", h.ID, " ", h.Text))
	}
	wantHeadings := []string{
		"2 la-citta-com-e-progetti La città, com’è: 37 progetti",
		"3 terzo-livello Terzo livello", "4 quarto-livello Quarto livello",
		"5 quinto-livello Quinto livello", "6 sesto-livello Sesto livello",
		"2 la-citta La città", "2 le-note Le note",
	}
	if diff := cmp.Diff(wantHeadings, headings); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
	var figures []string
	for _, f := range page.Figures {
		figures = append(figures, f.Name)
	}
	if diff := cmp.Diff([]string{"progetti.nel_piano", "dipendenti.nel_piano", "progetto.smart-teaching.personale.coordinatori"}, figures); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"progetti-per-settore"}, page.Charts); diff != "" {
		t.Errorf("charts (-want +got):\n%s", diff)
	}
}
