// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// projects are the shipped data and the two starting folders: every template
// runs on each.
var projects = map[string]string{"shipped": "../../..", "demo": "../starter/demo", "skeleton": "../starter/skeleton"}

// TestRealData renders every page of every project; build checks them.
func TestRealData(t *testing.T) {
	for name, dir := range projects {
		t.Run(name, func(t *testing.T) {
			s := build(t, load(t, os.DirFS(dir)))
			for _, f := range s.Files() {
				if !isPage(f.Path) {
					continue
				}
				page := string(f.Data)
				for _, bad := range []string{"ZgotmplZ", "<no value>", "%!", "&amp;amp;", "  </"} {
					if strings.Contains(page, bad) {
						t.Errorf("%s contains %q", f.Path, bad)
					}
				}
				title := between(page, "<title>", "</title>")
				if n := len([]rune(html.UnescapeString(title))); n == 0 || n > 65 {
					t.Errorf("%s: title %q has %d characters, want 1 to 65", f.Path, title, n)
				}
				description := html.UnescapeString(between(page, `<meta name="description" content="`, `">`))
				if n := len([]rune(description)); n > 150 || !strings.HasSuffix(description, ".") && !strings.HasSuffix(description, "…") {
					t.Errorf("%s: description %q has %d characters, want at most 150 and a full stop", f.Path, description, n)
				}
			}
		})
	}
}

func between(s, before, after string) string {
	_, s, _ = strings.Cut(s, before)
	s, _, _ = strings.Cut(s, after)
	return s
}

// TestShippedBands: what is not confirmed says so on every page, carries no
// licence in the ente's name and no hook of the official legal notes.
func TestShippedBands(t *testing.T) {
	for _, test := range []struct{ name, want string }{
		{"shipped", "Ricostruzione da un articolo di stampa. Non è una pubblicazione ufficiale"},
		{"demo", "Comune di Esempio non esiste:"},
		{"skeleton", "Bozza, non approvata. Non è una pubblicazione ufficiale"},
	} {
		s := build(t, load(t, os.DirFS(projects[test.name])))
		for _, f := range s.Files() {
			if !isPage(f.Path) {
				continue
			}
			if !strings.Contains(string(f.Data), test.want) {
				t.Errorf("%s: %s does not say %q", test.name, f.Path, test.want)
			}
			for _, bad := range []string{"CC BY", "legal-notes-body", "c_d150"} {
				if strings.Contains(string(f.Data), bad) {
					t.Errorf("%s: %s contains %q", test.name, f.Path, bad)
				}
			}
		}
	}
}

// chartsOf are the charts of e that have a page: that of a project's people only
// where a text asks for it.
func chartsOf(in Input, e *plan.Edition) []chart.Chart {
	return slices.DeleteFunc(Charts(e), func(c chart.Chart) bool {
		return strings.HasPrefix(c.ID, "personale-") && !slices.ContainsFunc(in.Pages, func(n *narrative.Page) bool {
			return n.Edition == e.ID && slices.Contains(n.Charts, c.ID)
		})
	})
}

// TestAgreement: on every chart page, table, marks and finding say the same as
// the data. The table is read back from the HTML.
func TestAgreement(t *testing.T) {
	for name, dir := range projects {
		in := load(t, os.DirFS(dir))
		s := build(t, in)
		for _, e := range shown(in.Publication, in.Drafts) {
			for _, c := range chartsOf(in, e) {
				doc, err := html.Parse(strings.NewReader(read(t, s, route.File(route.Chart.At(e.ID, c.ID)))))
				if err != nil {
					t.Fatal(err)
				}
				page := readChartPage(doc)
				table := c.Table()
				if diff := cmp.Diff(append([][]string{table.Header}, table.Rows...), page.table); diff != "" {
					t.Errorf("%s, %s: table (-want +got):\n%s", name, c.ID, diff)
				}
				want := map[string]string{}
				for i, series := range c.Series {
					for j, v := range series.Values {
						if v.Known {
							want[fmt.Sprint(i, " ", j)] = fmt.Sprint(v.Number)
							if !strings.HasSuffix(v.Label, italian.Digits(int(v.Number))) {
								t.Errorf("%s, %s: %v is written %q", name, c.ID, v.Number, v.Label)
							}
						}
					}
				}
				if diff := cmp.Diff(want, page.marks); diff != "" {
					t.Errorf("%s, %s: marks (-want +got):\n%s", name, c.ID, diff)
				}
				if page.finding != c.Finding {
					t.Errorf("%s, %s: finding %q, want %q", name, c.ID, page.finding, c.Finding)
				}
				allNumbers(t, e, c)
			}
		}
	}
}

var numeral = regexp.MustCompile(`\d[\d.]*\d|\d`)

// allNumbers: every number of a finding is a value of the chart or a count or
// a sum of its values: a finding says nothing that the chart does not show.
func allNumbers(t *testing.T, e *plan.Edition, c chart.Chart) {
	known := map[string]bool{italian.Digits(len(c.Categories)): true}
	add := func(n float64) { known[italian.Digits(int(n))] = true }
	total, unknown, counted := 0.0, 0, 0
	level := map[float64]int{}
	for _, s := range c.Series {
		sum := 0.0
		for _, v := range s.Values {
			sum += v.Number
			add(v.Number)
			level[v.Number]++
		}
		add(sum)
		total += sum
	}
	for i := range c.Categories {
		row, any := 0.0, false
		for _, s := range c.Series {
			row += s.Values[i].Number
			any = any || s.Values[i].Known
		}
		add(row)
		if any {
			counted++
		} else {
			unknown++
		}
	}
	add(total)
	add(float64(unknown))
	for _, n := range level {
		add(float64(n))
	}
	for rest := range 2 { // a row of the rest is no settore
		add(float64(counted - rest))
		add(float64(len(c.Categories) - rest))
	}
	for _, r := range e.Account().Rows {
		if !r.Rest() && c.ID == projectsChart {
			add(total - float64(r.InPlan.Number))
		}
	}
	if c.ID == projectsChart {
		add(float64(e.Counted().Number))
	}
	if c.ID == indicatorsChart { // the results, and the final targets, which no series has
		all := standingsOf(e.AllProjects())
		add(float64(all.measured))
		add(float64(all.final))
		add(float64(all.measured - all.met - all.missed))
	}
	for _, n := range numeral.FindAllString(c.Finding, -1) {
		quoted := false // a number in the name of a settore or of a profile
		for _, name := range c.Categories {
			quoted = quoted || strings.Contains(name, n)
		}
		if !known[n] && !quoted {
			t.Errorf("%s: the finding says %s, which the chart does not show: %q", c.ID, n, c.Finding)
		}
	}
}

type chartPage struct {
	table   [][]string
	marks   map[string]string
	finding string
}

func readChartPage(doc *html.Node) chartPage {
	page := chartPage{marks: map[string]string{}}
	wide := false
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		attr := map[string]string{}
		for _, a := range n.Attr {
			attr[a.Key] = a.Val
		}
		switch {
		case n.Data == "svg":
			wide = strings.Contains(attr["class"], "chart-wide")
		case n.Data == "rect" && wide && attr["data-s"] != "":
			page.marks[attr["data-s"]+" "+attr["data-c"]] = attr["data-v"]
		case n.Data == "p" && attr["class"] == "grafico-risultato":
			page.finding = textOf(n)
		case n.Data == "tr":
			var row []string
			for cell := range n.ChildNodes() {
				if cell.Type == html.ElementNode {
					row = append(row, textOf(cell))
				}
			}
			page.table = append(page.table, row)
		}
	}
	return page
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// TestSums: «Il conto dei 37» sums to 37, and the shipped home page draws as many
// squares.
func TestSums(t *testing.T) {
	in := load(t, os.DirFS(projects["shipped"]))
	for _, e := range in.Publication.Editions {
		sum := 0
		for _, r := range e.Account().Rows {
			if r.InPlan.Known() {
				sum += r.InPlan.Number
			}
		}
		if sum != e.ProjectsInPlan.Number {
			t.Errorf("%s: the rows sum to %d, want %d", e.ID, sum, e.ProjectsInPlan.Number)
		}
	}
	home := read(t, build(t, in), "index.html")
	if !strings.Contains(home, `<data value="37">37</data>`) || !strings.Contains(home, "I 37 progetti, uno per uno") {
		t.Error("the home page does not say 37")
	}
	mosaic, _, _ := strings.Cut(home[strings.Index(home, `class="mosaico"`):], `class="legenda"`)
	if n := strings.Count(mosaic, `class="quadro `); n != 37 {
		t.Errorf("the home page draws %d squares, want 37", n)
	}
}

// TestSizes builds the smallest plans and a very large one.
func TestSizes(t *testing.T) {
	source := &plan.Source{ID: "fonte", Title: "Fonte"}
	pub := func(editions ...*plan.Edition) Input {
		return Input{Publication: &plan.Publication{Municipality: &plan.Municipality{Name: "Comune"}, Sources: []*plan.Source{source}, Editions: editions}, Draw: draw}
	}
	for _, test := range []struct {
		name string
		in   Input
		want string // on the home page
	}{
		{"no edition", pub(), "Il piano non è ancora stato approvato."},
		{"no municipality", Input{Publication: &plan.Publication{}, Draw: draw}, "Il piano non è ancora stato approvato."},
		{"empty edition", pub(&plan.Edition{ID: "2022", Title: "Piano", State: plan.Approved}), "La fonte non dice quanti progetti ha il piano."},
		{"draft only", pub(&plan.Edition{ID: "2022", Title: "Piano", State: plan.Draft}), "La data dell’approvazione non è ancora indicata."},
		{"no projects", pub(&plan.Edition{ID: "2022", Title: "Piano", State: plan.Approved, ProjectsInPlan: plan.Count(0)}), "<data value=\"0\">0</data></span></span> <span class=\"cifra-nome\">progetti nel piano"},
		{"one project", bigInput(1), "Il piano comprende 1 progetto"},
		{"2000 projects", bigInput(2000), "Il piano comprende 2.000 progetti di lavoro agile in 10 settori del Comune, tutti descritti in queste pagine."},
	} {
		t.Run(test.name, func(t *testing.T) {
			if testing.Short() && test.name == "2000 projects" {
				t.Skip("thousands of pages, one at a time: no more to race than a few")
			}
			s := build(t, test.in)
			if home := read(t, s, "index.html"); !strings.Contains(home, test.want) {
				t.Errorf("the home page does not say %q", test.want)
			}
			if test.name == "2000 projects" {
				if n := len(read(t, s, "2022/progetti/index.html")); n > 100_000 {
					t.Errorf("the list of 2000 projects has %d bytes", n)
				}
				read(t, s, "2022/progetti/progetto-1999/index.html")
			}
		})
	}
}

// TestDrafts: a draft is left out once an edition is approved.
func TestDrafts(t *testing.T) {
	in := bigInput(1)
	draft := &plan.Edition{ID: "2023", Title: "Piano", State: plan.Draft}
	in.Publication.Editions = append([]*plan.Edition{draft}, in.Publication.Editions...)
	s := build(t, in)
	if _, err := s.Stat("2023"); err == nil {
		t.Error("the draft of 2023 is on the site")
	}
	if _, err := s.Stat("2022/index.html"); err != nil {
		t.Error(err)
	}
}

// TestBuildFails: an engine that fails stops the build, and the error says where.
func TestBuildFails(t *testing.T) {
	in := bigInput(1)
	in.Draw = func(context.Context, chart.Chart) (chart.SVG, error) { return chart.SVG{}, fmt.Errorf("no engine") }
	_, err := Build(context.Background(), in)
	if want := "of 2022: no engine"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("Build: %v, want %q", err, want)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Build(ctx, bigInput(1)); err == nil {
		t.Error("Build with a cancelled context succeeded")
	}
}

// TestAddresses: every address promised before the narrative is known exists.
func TestAddresses(t *testing.T) {
	for name, dir := range projects {
		in := load(t, os.DirFS(dir))
		s := build(t, in)
		for _, address := range Addresses(in.Publication) {
			if _, err := s.Stat(route.File(address)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	for name, dir := range projects {
		b.Run(name, func(b *testing.B) {
			in := load(b, os.DirFS(dir))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Build(context.Background(), in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("2000 projects", func(b *testing.B) {
		in := bigInput(2000)
		for b.Loop() {
			if _, err := Build(context.Background(), in); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkRender(b *testing.B) {
	in := load(b, os.DirFS(projects["shipped"]))
	one := Input{Publication: in.Publication, Draw: in.Draw}
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	pages := 0
	for b.Loop() {
		s, err := Build(context.Background(), one)
		if err != nil {
			b.Fatal(err)
		}
		pages = len(s.Files())
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(pages), "ns/file")
}

func BenchmarkCheck(b *testing.B) {
	s := build(b, load(b, os.DirFS(projects["demo"])))
	for b.Loop() {
		if _, err := defects(s); err != nil {
			b.Fatal(err)
		}
	}
}
