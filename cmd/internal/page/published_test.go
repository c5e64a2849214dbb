// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
	"vetro/cmd/internal/tomldoc"
)

// TestMediaTypes: the manifest calls every description of a CSV what it is, that
// of all tables too.
func TestMediaTypes(t *testing.T) {
	var m manifest.Manifest
	if err := json.Unmarshal([]byte(read(t, build(t, threeEditions()), manifest.Name)), &m); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range m.Files {
		if described := strings.HasSuffix(f.Path, "csv-metadata.json"); described != (f.MediaType == "application/csvm+json") {
			t.Errorf("%s is %s", f.Path, f.MediaType)
		} else if described {
			n++
		}
	}
	if n < 2*(8+1)+1 { // in each edition one a table and one for all, and that of what changed
		t.Errorf("%d descriptions of CSV", n)
	}
}

// TestChangesDescribed: the table of what changed has a description beside it,
// with the columns that it has.
func TestChangesDescribed(t *testing.T) {
	s := build(t, threeEditions())
	records, err := csv.NewReader(strings.NewReader(read(t, s, "2023/cosa-cambia/cosa-cambia.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var described struct {
		URL    string `json:"url"`
		Schema struct {
			Columns []struct {
				Name        string `json:"name"`
				Description string `json:"dc:description"`
				Required    bool   `json:"required"`
			} `json:"columns"`
		} `json:"tableSchema"`
	}
	if err := json.Unmarshal([]byte(read(t, s, "2023/cosa-cambia/cosa-cambia.csv-metadata.json")), &described); err != nil {
		t.Fatal(err)
	}
	if described.URL != "cosa-cambia.csv" || len(records) < 2 {
		t.Errorf("it describes %q, which has %d rows", described.URL, len(records)-1)
	}
	var columns []string
	for i, c := range described.Schema.Columns {
		columns = append(columns, c.Name)
		if c.Description == "" {
			t.Errorf("%s has no meaning", c.Name)
		}
		for _, r := range records[1:] {
			if c.Required && r[i] == "" {
				t.Errorf("%s is empty in %q", c.Name, r)
			}
		}
	}
	if !slices.Equal(columns, records[0]) || len(columns) != 13 {
		t.Errorf("the columns described are %q, those of the file %q, want the same 13", columns, records[0])
	}
}

// TestNothingChanged: the home page says that nothing changed, or what did.
func TestNothingChanged(t *testing.T) {
	in := threeEditions()
	old, now := *in.Publication.Editions[1], *in.Publication.Editions[1]
	old.ID, now.Renames = "2022", nil
	in.Publication.Editions = []*plan.Edition{&now, &old}
	page := read(t, build(t, in), "2023/index.html")
	if !strings.Contains(page, "non cambia niente") {
		t.Error("the page of an edition that changes nothing does not say so")
	}
	if changed := read(t, build(t, threeEditions()), "2023/index.html"); strings.Contains(changed, "non cambia niente") || !strings.Contains(changed, `<a href="cosa-cambia/index.html">Che cosa cambia</a>`) {
		t.Error("the page of an edition that changes something does not lead there")
	}
}

// TestChangeParts: the counts at the top lead to the parts, the news come
// first, and each change is told once: side by side where it can be.
func TestChangeParts(t *testing.T) {
	in := threeEditions()
	old, now := in.Publication.Editions[2], in.Publication.Editions[1]
	old.ProjectsInPlan, now.ProjectsInPlan = plan.Count(2), plan.Count(3)
	now.Departments[0].Described[0].Progress = plan.Completed
	now.Departments[0].Described[0].DaysPerMonth = plan.Count(4)
	now.Note = "Una nota nuova."
	got := read(t, build(t, in), "2023/cosa-cambia/index.html")
	last := 0
	for _, want := range []string{
		`<li><a href="#cambia-nuovi"><strong>1</strong> progetto nuovo</a></li>`,
		`<h2 id="cambia-nuovi">`, "Resta", `<h2 id="cambia-conclusi">1 progetto concluso</h2>`,
		"È concluso; prima la fonte non diceva a che punto era.", `<h2 id="cambia-settori">`,
		`<h2 id="cambia-il-piano">`, `<th scope="row">Progetti nel piano</th><td data-etichetta="2022">2</td><td data-etichetta="2023">3</td>`,
		`<h2 id="cambia-dettagli">`, `<th scope="row">Giornate agili al mese</th><td data-etichetta="2022">La fonte non lo dice</td><td data-etichetta="2023">4</td>`,
		`<details><summary><h2 id="cambia-carte">`, "Una nota nuova.",
	} {
		at := strings.Index(got[last:], want)
		if at < 0 {
			t.Fatalf("after byte %d of %d the page does not say %s", last, len(got), want)
		}
		last += at
	}
}

// TestOldAddresses: a page that only leads elsewhere describes nothing of its
// own, and in an old edition its bar leads to what it led to.
func TestOldAddresses(t *testing.T) {
	in := threeEditions()
	last := in.Publication.Editions[0]
	last.State, last.Published = plan.Approved, tomldoc.Date{Year: 2024, Month: 11, Day: 5}
	s := build(t, in)
	page := read(t, s, "2023/progetti/vecchio/index.html")
	if strings.Contains(page, "application/ld+json") {
		t.Error("a page that leads elsewhere is described as one of its own")
	}
	if want := `href="../../../2024/progetti/nuovo/index.html">Leggi questo progetto nell’edizione 2024`; !strings.Contains(page, want) {
		t.Errorf("the bar has no %s", want)
	}
}

// TestFeedTitle: a title of any gender stands in the feed as it is.
func TestFeedTitle(t *testing.T) {
	in := threeEditions()
	in.Publication.Editions[1].Title = "Strategia per il lavoro agile"
	if feed := read(t, build(t, in), route.FeedFile); !strings.Contains(feed, "<title>Pubblicata l’edizione 2023: «Strategia per il lavoro agile»</title>") {
		t.Errorf("the feed is\n%s", feed)
	}
}

// TestNoFile: what is no file is not read, which could take for ever, and the
// error says which it is.
func TestNoFile(t *testing.T) {
	for name, mode := range map[string]fs.FileMode{"pipe": fs.ModeNamedPipe, "folder": fs.ModeDir, "device": fs.ModeDevice} {
		in := threeEditions()
		in.Publication.Editions[1].Attachments = []*plan.Attachment{{File: "delibera.pdf", Title: "La delibera"}}
		in.Content = fstest.MapFS{"2023/allegati/delibera.pdf": {Data: []byte("%PDF-1.7"), Mode: mode}}
		_, err := Build(context.Background(), in)
		var document *DocumentError
		if !errors.As(err, &document) || document.Name != "delibera.pdf" || document.Edition != "2023" {
			t.Errorf("%s: %v, want an error of the document", name, err)
		}
	}
}

// TestNotice: the files of a draft say that it is one, also where the ente is
// invented: no band goes with them.
func TestNotice(t *testing.T) {
	const draft, invented = "Bozza, non approvata.", "non esiste: questo piano è inventato."
	for _, test := range []struct {
		fictional bool
		name      string
		want, not string
	}{
		{true, "2024", draft, ""}, {true, "2024", invented, ""}, {true, "2023", invented, draft},
		{false, "2024", draft, invented}, {false, "2023", "Dati da confermare.", draft},
	} {
		in := threeEditions()
		in.Drafts, in.Publication.Municipality.Fictional = true, test.fictional
		var whole struct {
			Notice string `json:"avvertenza"`
		}
		if err := json.Unmarshal([]byte(read(t, build(t, in), test.name+"/dati/piano-"+test.name+".json")), &whole); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(whole.Notice, test.want) || test.not != "" && strings.Contains(whole.Notice, test.not) {
			t.Errorf("invented %t, %s: the notice is %q, want %q and not %q", test.fictional, test.name, whole.Notice, test.want, test.not)
		}
	}
}
