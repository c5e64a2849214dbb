// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// elements returns those of a page for which ok holds.
func elements(t *testing.T, page string, ok func(name string, attr map[string]string) bool) []map[string]string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		attr := map[string]string{"": n.Data}
		for _, a := range n.Attr {
			attr[a.Key] = a.Val
		}
		if ok(n.Data, attr) {
			out = append(out, attr)
		}
	}
	return out
}

// TestFilter: the form offers a choice for every value of the rows and no
// other, and each row carries what the script compares.
func TestFilter(t *testing.T) {
	s := build(t, load(t, os.DirFS(projects["demo"])))
	page := read(t, s, "2023/progetti/index.html")
	rows := elements(t, page, func(_ string, a map[string]string) bool { return strings.Contains(a["class"], "riga-progetto") })
	if len(rows) != 37 {
		t.Fatalf("%d rows, want 37", len(rows))
	}
	used := map[string]bool{"": true}
	for _, r := range rows {
		for _, key := range []string{"data-settore", "data-nome-settore", "data-avanzamento", "data-dipendenti"} {
			if r[key] == "" {
				t.Errorf("a row has no %s: %v", key, r)
			}
		}
		used[r["data-settore"]], used[r["data-avanzamento"]] = true, true
	}
	offered := map[string]bool{}
	for _, o := range elements(t, page, func(name string, _ map[string]string) bool { return name == "option" }) {
		if v := o["value"]; v != "titolo" && v != "dipendenti" { // the orders
			offered[v] = true
		}
	}
	for v := range used {
		if !offered[v] {
			t.Errorf("no option for %q", v)
		}
	}
	for v := range offered {
		if !used[v] {
			t.Errorf("the option %q finds nothing", v)
		}
	}
	groups := elements(t, page, func(_ string, a map[string]string) bool { _, ok := a["data-gruppo"]; return ok })
	if len(groups) != 10 {
		t.Errorf("%d groups, want 10", len(groups))
	}
	for _, id := range []string{`id="filtro"`, `id="elenco-unico" hidden`, `id="elenco-vuoto"`, `role="status"`} {
		if !strings.Contains(page, id) {
			t.Errorf("the page lacks %s", id)
		}
	}
}

// TestFilterWhenUseful: few projects need no form, too many have no list.
func TestFilterWhenUseful(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of pages, one at a time: no more to race than a few")
	}
	for _, test := range []struct {
		projects int
		form     bool
	}{{minFilter - 1, false}, {minFilter, true}, {maxList, true}, {maxList + 1, false}} {
		page := read(t, build(t, bigInput(test.projects)), "2022/progetti/index.html")
		if got := strings.Contains(page, `id="filtro"`); got != test.form {
			t.Errorf("%d projects: form %t, want %t", test.projects, got, test.form)
		}
		if got := strings.Contains(page, "data-settore"); got != test.form {
			t.Errorf("%d projects: keys %t, want %t", test.projects, got, test.form)
		}
	}
}

// TestProgressPages: a page for each state, with its projects and no other.
func TestProgressPages(t *testing.T) {
	in := bigInput(12)
	all := in.Publication.Editions[0].AllProjects()
	for i, p := range all {
		p.Progress = []plan.Progress{plan.Ongoing, plan.Ongoing, plan.Completed, plan.ProgressUnknown}[i%4]
	}
	s := build(t, in)
	for _, test := range []struct {
		id   string
		n    int
		lead string
	}{
		{"in-corso", 6, "Dei 12 progetti descritti, 6 risultano in corso. Di 3 la fonte non dice a che punto sono."},
		{"concluso", 3, "Dei 12 progetti descritti, 3 risultano conclusi. Di 3 la fonte non dice a che punto sono."},
		{"da-avviare", 0, "Nessuno dei 12 progetti descritti risulta da avviare. Di 3 la fonte non dice a che punto sono."},
	} {
		page := read(t, s, "2022/progetti/"+test.id+"/index.html")
		if n := strings.Count(page, `class="riga-progetto"`); n != test.n {
			t.Errorf("%s: %d projects, want %d", test.id, n, test.n)
		}
		if !strings.Contains(page, test.lead) {
			t.Errorf("%s does not say %q", test.id, test.lead)
		}
		if !strings.Contains(page, `<a class="chip chip-simple" href="index.html" aria-current="page">`) {
			t.Errorf("%s does not say which list it is", test.id)
		}
	}
	list := read(t, s, "2022/progetti/index.html")
	for _, want := range []string{"Tutti i progetti: 12", `href="in-corso/index.html"`, "Conclusi: 3", "Da avviare: 0", `<option value="non-detto">`} {
		if !strings.Contains(list, want) {
			t.Errorf("the list lacks %q", want)
		}
	}
	for _, p := range all {
		p.Progress = plan.ProgressUnknown
	}
	s = build(t, in)
	if _, err := s.Stat("2022/progetti/in-corso"); err == nil {
		t.Error("a page for a state that no project is in, though none states any")
	}
	if list := read(t, s, "2022/progetti/index.html"); strings.Contains(list, "filtro_avanzamento") {
		t.Error("the list offers states that no project states")
	}
}

// TestProgressPageOfThousands counts by settore.
func TestProgressPageOfThousands(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of pages, one at a time: no more to race than a few")
	}
	s := build(t, bigInput(maxList+100))
	page := read(t, s, "2022/progetti/in-corso/index.html")
	if strings.Contains(page, "riga-progetto") || strings.Count(page, `class="riga-settore"`) != 10 {
		t.Errorf("want 10 settori and no project:\n%s", page)
	}
	if !strings.Contains(page, `href="../../settori/settore-3/index.html">Settore 3</a> <span class="riga-conto"><data value="60">60</data></span>`) {
		t.Error("the count of a settore is missing")
	}
}

func TestProgressLead(t *testing.T) {
	edition := func(states ...plan.Progress) *plan.Edition {
		e := new(plan.Edition)
		for _, s := range states {
			e.Transversal = append(e.Transversal, &plan.Project{Progress: s})
		}
		return e
	}
	ongoing := progressStates(edition())[1]
	for _, test := range []struct {
		e    *plan.Edition
		want string
	}{
		{edition(plan.Ongoing), "L’unico progetto descritto è in corso."},
		{edition(plan.Completed), "L’unico progetto descritto non è in corso."},
		{edition(plan.Ongoing, plan.Ongoing), "I 2 progetti descritti sono tutti in corso."},
		{edition(plan.Ongoing, plan.Completed), "Dei 2 progetti descritti, 1 è in corso."},
		{edition(plan.ProgressUnknown), "L’unico progetto descritto non risulta in corso. Di 1 la fonte non dice a che punto è."},
		{edition(plan.Completed, plan.ProgressUnknown), "Nessuno dei 2 progetti descritti risulta in corso. Di 1 la fonte non dice a che punto è."},
		{edition(plan.Ongoing, plan.ProgressUnknown), "Dei 2 progetti descritti, 1 risulta in corso. Di 1 la fonte non dice a che punto è."},
	} {
		if got := progressLead(test.e, ongoing); got != test.want {
			t.Errorf("progressLead = %q, want %q", got, test.want)
		}
	}
}

// TestPrintPage: everything is on it once, with ids of its own.
func TestPrintPage(t *testing.T) {
	for _, name := range []string{"shipped", "demo"} {
		in := load(t, os.DirFS(projects[name]))
		s := build(t, in) // which checks ids, links, fragments and headings
		e := in.Publication.Editions[0]
		page := read(t, s, route.File(route.Print.At(e.ID)))
		for _, p := range e.AllProjects() {
			if !strings.Contains(page, `<h3 id="`+projectSpot(p)+`">`+html.EscapeString(p.Title)+"</h3>") {
				t.Errorf("%s: %s is not on the page", name, p.ID)
			}
			for _, text := range append(p.Goals, p.Activities...) {
				// Words of the glossary may be links: the last letters are enough.
				if end := text[strings.LastIndexByte(text, ' ')+1:]; !strings.Contains(page, html.EscapeString(end)) {
					t.Errorf("%s: %q is not on the page", name, text)
				}
			}
		}
		for _, d := range e.Departments {
			if !strings.Contains(page, `<h2 id="`+departmentSpot(d)+`">`) {
				t.Errorf("%s: %s is not on the page", name, d.ID)
			}
		}
		for _, c := range chartsOf(in, e) {
			want := 0
			if strings.HasPrefix(c.ID, "personale-") || c.Worth() || slices.ContainsFunc(in.Pages, func(n *narrative.Page) bool { return slices.Contains(n.Charts, c.ID) }) {
				want = 1
			}
			if n := strings.Count(page, `<figure class="figure grafico" id="`+chartSpot(c)+`">`); n != want {
				t.Errorf("%s: the chart %s is there %d times, want %d", name, c.ID, n, want)
			}
		}
		for _, n := range in.Pages {
			if n.Edition == e.ID && n.Project == "" && !strings.Contains(page, `<h2 id="`+narrativeSpot(n).id+`">`) {
				t.Errorf("%s: %s is not on the page", name, n.Slug)
			}
		}
		for _, bad := range []string{"<details", "grafico-stretto", "grafico-lettura"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s: the page for paper has %q", name, bad)
			}
		}
		for _, from := range []string{route.Edition.At(e.ID), route.Projects.At(e.ID), route.Map.At()} {
			if !strings.Contains(read(t, s, route.File(from)), "Stampa tutto il piano") {
				t.Errorf("%s: %s does not lead to the page for paper", name, from)
			}
		}
	}
}
