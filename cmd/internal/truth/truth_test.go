// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"html/template"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/sync/errgroup"
	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/page"
	"vetro/cmd/internal/plan"
	build "vetro/cmd/internal/project"
)

// How many worlds are tried, and from which on: CI tries a thousand sites.
var (
	worlds = flag.Int("worlds", 60, "how many worlds have their site built and held against them; of twenty times as many only the measures")
	first  = flag.Int("first", 0, "the seed of the first world")
)

// TestMain gives memory for time: each site is a few megabytes that nobody keeps.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	m.Run()
}

// draw stands in for the engine: a mark for each value that is known.
func draw(_ context.Context, c chart.Chart) (chart.SVG, error) {
	svg := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 120"><title>` + template.HTMLEscapeString(c.Title) + `</title><desc>` + template.HTMLEscapeString(c.Finding) + `</desc>`
	for s, series := range c.Series {
		for i, v := range series.Values {
			if v.Known {
				svg += fmt.Sprintf(`<rect data-s="%d" data-c="%d"/>`, s, i)
			}
		}
	}
	svg += "</svg>"
	return chart.SVG{Wide: []byte(svg), Narrow: []byte(svg)}, nil
}

// load reads a plan. One that is true is never refused, nor doubted.
func load(s statement) (*plan.Edition, *plan.Publication, error) {
	files := fstest.MapFS{}
	for name, text := range s {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	report := new(diag.List)
	pub := plan.Load(files, report)
	for _, d := range report.Sorted() {
		if d.Severity != diag.Incomplete {
			return nil, nil, fmt.Errorf("a true plan is not believed: %v", d)
		}
	}
	return pub.Editions[0], pub, nil
}

// sited returns what is false in the site of a plan.
func sited(w *world, s statement) ([]string, error) {
	e, pub, err := load(s)
	if err != nil {
		return nil, err
	}
	built, err := build.Site(context.Background(), page.Input{Publication: pub, Draw: draw, Version: "prova"})
	if err != nil {
		return nil, err
	}
	c := &checker{w: w, e: e}
	c.figures()
	c.site(built)
	return c.faults, nil
}

// each tries n worlds, several at a time, and reports what is false in the first
// few, each as a case to keep.
func each(t *testing.T, n int, try func(*world, statement) ([]string, error)) {
	var group errgroup.Group
	group.SetLimit(4)
	for seed := *first; seed < *first+n; seed++ {
		group.Go(func() error {
			d := diceOf(uint64(seed))
			w := d.world()
			s := d.state(w)
			faults, err := try(w, s)
			if err == nil && len(faults) == 0 {
				return nil
			}
			return fmt.Errorf("seed %d: %v\n%s\n%s", seed, err, strings.Join(slices.Compact(faults), "\n"), kept(w, s))
		})
	}
	if err := group.Wait(); err != nil {
		t.Error(err)
	}
}

// kept writes a world and its plan as a case.
func kept(w *world, s statement) []byte {
	var a txtar.Archive
	facts, _ := json.MarshalIndent(w, "", " ")
	a.Files = append(a.Files, txtar.File{Name: "world.json", Data: append(facts, '\n')})
	for name, text := range s {
		a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(text)})
	}
	slices.SortFunc(a.Files[1:], func(a, b txtar.File) int { return strings.Compare(a.Name, b.Name) })
	return txtar.Format(&a)
}

// TestFigures holds the measures of plans against their worlds.
func TestFigures(t *testing.T) {
	each(t, 20**worlds, func(w *world, s statement) ([]string, error) {
		e, _, err := load(s)
		if err != nil {
			return nil, err
		}
		c := &checker{w: w, e: e}
		c.figures()
		return c.faults, nil
	})
}

// TestSites holds the sites of plans against their worlds: every sentence, cell,
// mark and datum.
func TestSites(t *testing.T) { each(t, *worlds, sited) }

// TestCases holds the sites of the plans that were once told falsely, each with
// its world: what was false is in the comment. The lines after "want:" must be
// on some page, those after "never:" on none.
func TestCases(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			w, s := new(world), statement{
				"data/ente.toml":  "nome = \"Comune di Prova\"\nconfermato = false\n",
				"data/fonti.toml": "[[fonte]]\nid = \"piano\"\ntitolo = \"Testo del piano\"\ntipo = \"deliberazione\"\n",
			}
			for _, f := range a.Files {
				if f.Name != "world.json" {
					s[f.Name] = string(f.Data)
				} else if err := json.Unmarshal(f.Data, w); err != nil {
					t.Fatal(err)
				}
			}
			faults, err := sited(w, s)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range faults {
				t.Error(f)
			}
			said := saidBy(t, s)
			for line := range strings.Lines(string(a.Comment)) {
				line = strings.TrimSpace(line)
				want, wanted := strings.CutPrefix(line, "want: ")
				never, unwanted := strings.CutPrefix(line, "never: ")
				if wanted && !strings.Contains(said, want) || unwanted && strings.Contains(said, never) {
					t.Errorf("the pages: %s", line)
				}
			}
		})
	}
}

// saidBy is the text of all pages of a plan.
func saidBy(t *testing.T, s statement) string {
	t.Helper()
	_, pub, err := load(s)
	if err != nil {
		t.Fatal(err)
	}
	built, err := build.Site(context.Background(), page.Input{Publication: pub, Draw: draw, Version: "prova"})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range built.Files() {
		if strings.HasSuffix(f.Path, ".html") {
			for _, l := range read(f.Path, f.Data).out {
				b.WriteString(l.text + "\n")
			}
		}
	}
	return b.String()
}

// TestHolds: the test itself knows a false sentence from a true one.
func TestHolds(t *testing.T) {
	for _, test := range []struct {
		phrase string
		n      int
		want   bool
	}{
		{"5", 5, true}, {"5", 6, false}, {"1.234", 1234, true}, {"fino a 5", 6, false}, {"fino a 5", 0, true}, {"almeno 5", 4, false}, {"più di 20", 20, false},
		{"più di 20", 21, true}, {"circa 40", 44, true}, {"circa 40", 46, false}, {"meno di 3", 0, false}, {"meno di 3", 2, true}, {"tra 5 e 10", 11, false},
		{"fino a 12 e meno di 3", 14, true}, {"fino a 12 e meno di 3", 15, false}, {"circa 5 e altri che la fonte non conta", 40, true}, {"diverse decine", 5, false},
		{"molti", 5, false},
	} {
		if got := holds(test.phrase, test.n); got != test.want {
			t.Errorf("%q of %d: %v, want %v", test.phrase, test.n, got, test.want)
		}
	}
}
