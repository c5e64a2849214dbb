// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
	"vetro/cmd/internal/tomldoc"
)

// threeEditions is a plan with two approved editions, the newer of which
// renamed a project and a settore, and a draft.
func threeEditions() Input {
	source := &plan.Source{ID: "fonte", Title: "Fonte"}
	edition := func(id, project, department string) *plan.Edition {
		d := &plan.Department{ID: department, Name: "Settore " + department, Source: source}
		d.Described = []*plan.Project{{ID: project, Title: "Progetto " + project, Source: source, Department: d}, {ID: "resta-" + id, Title: "Resta", Source: source, Department: d}}
		return &plan.Edition{
			ID: id, Title: "Piano", State: plan.Approved, Source: source, Departments: []*plan.Department{d},
			Updated: tomldoc.Date{Year: 2024, Month: 2, Day: 1},
		}
	}
	old, now := edition("2022", "vecchio", "scuola"), edition("2023", "nuovo", "istruzione")
	old.Published, now.Published = tomldoc.Date{Year: 2022, Month: 10, Day: 5}, tomldoc.Date{Year: 2023, Month: 11, Day: 6}
	now.Renames = []*plan.Rename{{Kind: plan.RenamedProject, From: "vecchio", To: "nuovo"}, {Kind: plan.RenamedDepartment, From: "scuola", To: "istruzione"}}
	day := tomldoc.Date{Year: 2023, Month: 12, Day: 1}
	now.Corrections = []*plan.Correction{
		{Date: day, What: "Corretto il titolo.", Why: "Era sbagliato.", Project: "vecchio"},
		{Date: day, What: "Corretta una data."},
	}
	draft := edition("2024", "nuovo", "istruzione")
	draft.State = plan.Draft
	return Input{
		Publication: &plan.Publication{Municipality: &plan.Municipality{Name: "Comune"}, Sources: []*plan.Source{source}, Editions: []*plan.Edition{draft, now, old}},
		Draw:        draw, BaseURL: "https://www.comune.prova.example/",
	}
}

func TestEditions(t *testing.T) {
	s := build(t, threeEditions())
	for _, test := range []struct {
		name, file string
		want, not  string
	}{
		{"home is the newest approved", "index.html", `href="https://www.comune.prova.example/2023/"`, "fascia-edizione"},
		{"the old one has a bar to the newest", "2022/index.html", `<a href="../2023/index.html">Leggi l’edizione 2023</a>`, ""},
		{"a renamed project is found", "2022/progetti/vecchio/index.html", `<a href="../../../2023/progetti/nuovo/index.html">Leggi questo progetto nell’edizione 2023</a>`, ""},
		{"a renamed settore is found", "2022/settori/scuola/index.html", `<a href="../../../2023/settori/istruzione/index.html">Leggi questo settore nell’edizione 2023</a>`, ""},
		{"a project that is gone", "2022/progetti/resta-2022/index.html", `<a href="../../../2023/index.html">Leggi l’edizione 2023</a>`, "Leggi questo progetto"},
		{"the newest has no bar", "2023/progetti/nuovo/index.html", "Progetto nuovo", "fascia-edizione"},
		{"pages of no edition have no bar", "glossario/index.html", "Glossario", "fascia-edizione"},
		{"an old address leads to the new", "2023/progetti/vecchio/index.html", `<meta http-equiv="refresh" content="0; url=../nuovo/index.html">`, "noindex"},
		{"and says so without it", "2023/settori/scuola/index.html", `<a href="../istruzione/index.html">Vai a «Settore istruzione»</a>`, ""},
		{"corrections of the edition", "2023/index.html", `<li id="rettifica-2023-12-01-1544d2"><p><time datetime="2023-12-01">1º dicembre 2023</time>, progetto <a href="progetti/nuovo/index.html">Progetto nuovo</a>: Corretto il titolo.</p>`, ""},
		{"corrections of the project", "2023/progetti/nuovo/index.html", "Corretto il titolo.", "Corretta una data."},
		{"and of no other", "2023/progetti/resta-2023/index.html", "Resta", "Corretto il titolo."},
		{"the other editions", "2023/index.html", `<a href="../2022/index.html">Piano 2022</a>`, "/2024/"},
		{"citation", "2022/settori/index.html", "edizione 2022, ricostruzione non ufficiale, aggiornamento del 1º febbraio 2024, https://www.comune.prova.example/2022/settori/", ""},
		{"sitemap", "sitemap.xml", "<loc>https://www.comune.prova.example/2022/progetti/vecchio/</loc>", "/2024/"},
		{"sitemap without what only leads elsewhere", "sitemap.xml", "/2023/progetti/nuovo/", "/2023/progetti/vecchio/"},
		{"robots", "robots.txt", "Allow: /\n\nSitemap: https://www.comune.prova.example/sitemap.xml", "Disallow"},
		{"manifest", "manifest.json", "\"id\": \"2022\",\n   \"state\": \"approved\",\n   \"published\": \"2022-10-05\"", "2024/"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := read(t, s, test.file)
			if !strings.Contains(got, test.want) {
				t.Errorf("%s does not say %q", test.file, test.want)
			}
			if test.not != "" && strings.Contains(got, test.not) {
				t.Errorf("%s says %q", test.file, test.not)
			}
		})
	}
}

func TestDraftsOnlyWhenAsked(t *testing.T) {
	in := threeEditions()
	if _, err := build(t, in).Stat("2024"); err == nil {
		t.Error("the draft of 2024 is on the site")
	}
	in.Drafts = true
	s := build(t, in)
	for _, f := range s.Files() {
		if !isPage(f.Path) {
			continue
		}
		const band = "Bozza, non approvata. Non è una pubblicazione ufficiale"
		if draft := strings.HasPrefix(f.Path, "2024/"); strings.Contains(string(f.Data), band) != draft {
			t.Errorf("%s: the band of a draft is there: %t, want %t", f.Path, !draft, draft)
		}
	}
	for _, name := range []string{"sitemap.xml", "novita.xml"} {
		if strings.Contains(read(t, s, name), "2024/") {
			t.Errorf("%s tells of the draft", name)
		}
	}
	if !strings.Contains(read(t, s, "index.html"), `href="https://www.comune.prova.example/2023/"`) {
		t.Error("a draft took the home page")
	}
}

func TestFeed(t *testing.T) {
	in := threeEditions()
	var feed struct {
		Updated string `xml:"updated"`
		Entries []struct {
			ID    string `xml:"id"`
			Title string `xml:"title"`
			When  string `xml:"updated"`
		} `xml:"http://www.w3.org/2005/Atom entry"`
	}
	if err := xml.Unmarshal([]byte(read(t, build(t, in), route.FeedFile)), &feed); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range feed.Entries {
		got = append(got, e.When[:10]+" "+strings.TrimPrefix(e.ID, in.BaseURL))
	}
	want := []string{
		"2023-12-01 2023/#rettifica-2023-12-01-1544d2", "2023-12-01 2023/#rettifica-2023-12-01-2f408c",
		"2023-11-06 2023/", "2022-10-05 2022/",
	}
	got = slices.DeleteFunc(got, func(s string) bool { return strings.HasSuffix(s, "cosa-cambia/") })
	if !slices.Equal(got, want) {
		t.Errorf("entries = %q, want %q", got, want)
	}
	in.BaseURL = ""
	s := build(t, in)
	for _, name := range []string{route.FeedFile, route.SitemapFile, route.RobotsFile} {
		if _, err := s.Stat(name); err == nil {
			t.Errorf("%s is there without the address of the site", name)
		}
	}
	in.BaseURL = "https://www.comune.prova.example/lavoro-agile"
	s = build(t, in)
	if _, err := s.Stat(route.RobotsFile); err == nil {
		t.Error("robots.txt is there below the root of a host")
	}
	if _, err := s.Stat(route.SitemapFile); err != nil {
		t.Error(err)
	}
}

// TestLicenceOfSomeEditions: a new plan that nobody has confirmed yet takes
// the licence from nothing that was confirmed before.
func TestLicenceOfSomeEditions(t *testing.T) {
	in := threeEditions()
	in.Publication.Municipality.Confirmed = true
	old := in.Publication.Editions[2]
	old.Act = plan.Act{Kind: plan.ActDeliberazione, Body: "Giunta comunale", Number: "1", Date: tomldoc.Date{Year: 2022, Month: 10, Day: 1}, Confirmed: true}
	s := build(t, in)
	legal := read(t, s, "note-legali/index.html")
	for _, want := range []string{`data-element="legal-notes-body"`, "La licenza non vale ancora per l’edizione 2023, che non è confermata."} {
		if !strings.Contains(legal, want) {
			t.Errorf("the legal notes do not say %q", want)
		}
	}
	for file, licence := range map[string]bool{"2022/index.html": true, "2023/index.html": false} {
		if strings.Contains(read(t, s, file), "<dt>Licenza</dt>") != licence {
			t.Errorf("%s gives the licence: %t, want %t", file, !licence, licence)
		}
	}
}

// TestRectificationAddress: what is corrected later, wherever it is written,
// leaves the address of a correction as it was.
func TestRectificationAddress(t *testing.T) {
	day := tomldoc.Date{Year: 2024, Month: 5, Day: 13}
	first := &plan.Correction{Date: day, What: "Prima."}
	second := &plan.Correction{Date: day, What: "Seconda."}
	id := rectificationID(&plan.Edition{Corrections: []*plan.Correction{first}}, 0)
	for i, list := range [][]*plan.Correction{{first, second}, {second, first}} {
		e := &plan.Edition{Corrections: list}
		if got := rectificationID(e, i); got != id || rectificationID(e, 1-i) == id {
			t.Errorf("of two it is called %s, alone %s", got, id)
		}
	}
	twice := &plan.Edition{Corrections: []*plan.Correction{first, first}}
	if a, b := rectificationID(twice, 0), rectificationID(twice, 1); a == b || b != id {
		t.Errorf("written twice: %s and %s, want another and %s", a, b, id)
	}
}
