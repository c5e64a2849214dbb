// SPDX-License-Identifier: EUPL-1.2

package completeness

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// example holds a whole project, one of which nobody knows much, settori with
// and without a count, and what is printed of them.
const example = "testdata/example.txtar"

func load(t testing.TB, files ...txtar.File) (*plan.Publication, *diag.List) {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	report := new(diag.List)
	return plan.Load(fsys, report), report
}

// TestForms holds the three forms of the report, which say the same.
func TestForms(t *testing.T) {
	archive, err := txtar.ParseFile(example)
	if err != nil {
		t.Fatal(err)
	}
	pub, report := load(t, archive.Files...)
	if report.HasErrors() {
		t.Fatal(report.Sorted())
	}
	r := Look(pub)
	var text, object, page bytes.Buffer
	if err := r.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	if err := r.WriteJSON(&object); err != nil {
		t.Fatal(err)
	}
	if err := r.WritePage(&page, false); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{"want.txt": text.String(), "want.json": object.String(), "want.html": page.String()}
	for i, f := range archive.Files {
		if want, ok := got[f.Name]; ok && *update {
			archive.Files[i].Data = []byte(want)
		} else if ok {
			if diff := cmp.Diff(string(f.Data), want); diff != "" {
				t.Errorf("%s (-want +got):\n%s", f.Name, diff)
			}
		}
	}
	if *update {
		if err := os.WriteFile(example, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for line := range strings.Lines(text.String()) {
		if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > 80 {
			t.Errorf("a line of %d columns: %s", n, line)
		}
	}
}

// TestCounts holds that the counts of the parts make the whole, and the owners
// all that is missing.
func TestCounts(t *testing.T) {
	archive, err := txtar.ParseFile(example)
	if err != nil {
		t.Fatal(err)
	}
	pub, _ := load(t, archive.Files...)
	r := Look(pub)
	missing := 0
	for _, n := range r.ByOwner() {
		missing += n
	}
	if got := r.Count().Missing(); got != missing || got == 0 {
		t.Errorf("%d items are missing, and the owners have %d gaps", got, missing)
	}
	whole := r.Editions[0].Departments[0].Projects[0]
	if c := whole.Count(); c.Missing() != 0 || c.Asked < 14 {
		t.Errorf("of the project described in full there are %+v", c)
	}
}

// TestItems changes one thing of a whole project at a time: that thing is named,
// and nothing else.
func TestItems(t *testing.T) {
	whole := func() *plan.Project {
		some := []string{"x"}
		return &plan.Project{
			ID: "a", Title: "A", Goals: some, Contribution: "x", Start: "2022", End: "2023", Progress: plan.Ongoing, Source: new(plan.Source),
			Conditions: plan.Conditions{Organisational: some, Technological: some, Training: some, Safety: some},
			Staff:      []*plan.StaffProfile{{Profile: "x", Employees: plan.Count(4)}},
			Indicators: []*plan.Indicator{{Name: "N", Unit: "giorni", Operator: plan.OperatorAtMost, Baseline: &plan.YearValue{Year: 2022}}},
			Department: &plan.Department{},
		}
	}
	type gap struct {
		Label string
		Owner Owner
	}
	tests := []struct {
		name  string
		spoil func(p *plan.Project)
		want  []gap
	}{
		{"whole", func(*plan.Project) {}, nil},
		{"organisation", func(p *plan.Project) { p.Conditions.Organisational = nil }, []gap{{"condizioni organizzative", Manager}}},
		{"technology", func(p *plan.Project) { p.Conditions.Technological = nil }, []gap{{"condizioni tecnologiche", Manager}}},
		{"training", func(p *plan.Project) { p.Conditions.Training = nil }, []gap{{"condizioni formative", Manager}}},
		{"safety", func(p *plan.Project) { p.Conditions.Safety = nil }, []gap{{"informazioni sulla sicurezza", Manager}}},
		{"goals", func(p *plan.Project) { p.Goals = nil }, []gap{{"obiettivi", Manager}}},
		{"contribution", func(p *plan.Project) { p.Contribution = "" }, []gap{{"contributo alla performance", Manager}}},
		{"no indicators", func(p *plan.Project) { p.Indicators = nil }, []gap{{"indicatori", Manager}}},
		{"unit", func(p *plan.Project) { p.Indicators[0].Unit = "" }, []gap{{"unità di misura dell'indicatore «N»", Manager}}},
		{"operator", func(p *plan.Project) { p.Indicators[0].Operator = 0 }, []gap{{"operatore dell'indicatore «N»", Manager}}},
		{"neither baseline nor target", func(p *plan.Project) { p.Indicators[0].Baseline = nil }, []gap{{"valore di partenza o traguardo, con l'anno, dell'indicatore «N»", Manager}}},
		{"a target will do", func(p *plan.Project) {
			p.Indicators[0].Baseline, p.Indicators[0].Targets = nil, []plan.YearValue{{Year: 2023, Value: 1}}
		}, nil},
		{"people", func(p *plan.Project) { p.Staff = nil }, []gap{{"persone", Manager}}},
		{"people of the settore", func(p *plan.Project) {
			p.Staff, p.Department.Staff = nil, []*plan.StaffProfile{{Profile: "x", Employees: plan.Count(2)}}
		}, nil},
		{"people in words", func(p *plan.Project) { p.Staff[0].Employees = plan.Quantity{Precision: plan.InWords, Text: "alcuni"} }, nil},
		{"how many people", func(p *plan.Project) { p.Staff[0].Employees = plan.Quantity{} }, []gap{{"numero delle persone", Source}}},
		{"start", func(p *plan.Project) { p.Start = "" }, []gap{{"inizio", Manager}}},
		{"end", func(p *plan.Project) { p.End = "" }, []gap{{"fine", Manager}}},
		{"progress", func(p *plan.Project) { p.Progress = 0 }, []gap{{"avanzamento", Manager}}},
		{"source", func(p *plan.Project) { p.Source = nil }, []gap{{"fonte", Press}}},
		{"no settore", func(p *plan.Project) { p.Department, p.Staff = nil, nil }, []gap{{"persone", Manager}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := whole()
			test.spoil(p)
			var got []gap
			for _, i := range project(p, Manager).Missing() {
				got = append(got, gap{i.Label, i.Owner})
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("gaps (-want +got):\n%s", diff)
			}
		})
	}
}

// TestNothing is for a project that could not be read, and for a draft.
func TestNothing(t *testing.T) {
	pub, report := load(t)
	if !report.HasErrors() {
		t.Fatal("an empty folder is a project")
	}
	r := Look(pub)
	var text, page bytes.Buffer
	if err := r.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	if err := r.WritePage(&page, true); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text.String(), "\nNon c'è nessuna edizione del piano da guardare.\n") || !strings.Contains(page.String(), "Nei dati ci sono errori.") {
		t.Errorf("of nothing it says\n%s\n%s", &text, &page)
	}
	draft := edition(&plan.Edition{ID: "2023", Title: "Piano", State: plan.Draft})
	if diff := cmp.Diff([]Item{{"approvazione", Publishing, false, Registry}}, draft.Act.Missing()); diff != "" {
		t.Errorf("gaps of the act of a draft (-want +got):\n%s", diff)
	}
	if !strings.Contains(draft.heading(), "Piano (bozza): ") {
		t.Errorf("a draft is headed %q", draft.heading())
	}
}

func TestCountString(t *testing.T) {
	for c, want := range map[Count]string{
		{0, 3}:   "0 voci su 3",
		{1, 3}:   "c'è 1 voce su 3",
		{2, 3}:   "ci sono 2 voci su 3",
		{3, 3}:   "ci sono tutte le 3 voci",
		{1, 1}:   "c'è l'unica voce richiesta",
		{12, 40}: "ci sono 12 voci su 40",
	} {
		if got := c.String(); got != want {
			t.Errorf("%d of %d = %q, want %q", c.There, c.Asked, got, want)
		}
	}
}

func TestRest(t *testing.T) {
	for _, test := range []struct {
		left  plan.Quantity
		items int
		want  string
	}{
		{plan.Quantity{}, 0, ""},
		{plan.Count(0), 0, ""},
		{plan.Count(1), 1, "1 progetto da descrivere. Può farlo il dirigente del settore"},
		{plan.Count(9), 9, "9 progetti da descrivere. Può farlo il dirigente del settore"},
		{plan.Quantity{Number: 5, Precision: plan.UpTo}, 5, "progetti da descrivere: fino a 5. Può farlo il dirigente del settore"},
		{plan.Quantity{Precision: plan.InWords, Text: "alcuni"}, 0, ""},
	} {
		d := Department{ToDescribe: test.left, owner: Manager}
		if got := d.rest(); got != test.want || d.Count().Asked != test.items {
			t.Errorf("rest of %v = %q and %d items, want %q and %d", test.left, got, d.Count().Asked, test.want, test.items)
		}
	}
}

// TestHostile holds that no form hands on a codice fiscale, a sign that drives a
// terminal, or markup.
func TestHostile(t *testing.T) {
	const taxCode = "RSSMRA80A01H501U"
	pub := &plan.Publication{
		Municipality: &plan.Municipality{Name: "Comune"},
		Editions: []*plan.Edition{{
			ID: "2022", Title: "Piano di " + taxCode + "\x1b[2J<script>",
			Departments: []*plan.Department{{ID: "a", Name: taxCode + "\x1b[2J<script>", Described: []*plan.Project{{
				ID: "b", Title: taxCode + "\u202e<script>", Indicators: []*plan.Indicator{{Name: taxCode}},
			}}}},
		}},
	}
	r := Look(pub)
	for name, write := range map[string]func(*bytes.Buffer) error{
		"text": func(b *bytes.Buffer) error { return r.WriteText(b) },
		"JSON": func(b *bytes.Buffer) error { return r.WriteJSON(b) },
		"page": func(b *bytes.Buffer) error { return r.WritePage(b, false) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		for _, bad := range []string{taxCode, "\x1b", "\u202e"} {
			if strings.Contains(b.String(), bad) {
				t.Errorf("%s holds %q", name, bad)
			}
		}
		if name == "page" && strings.Contains(b.String(), "<script") {
			t.Errorf("the page holds a script:\n%s", &b)
		}
		if name == "JSON" && !json.Valid(b.Bytes()) {
			t.Error("the JSON is not valid")
		}
	}
}

// TestThousands holds that a large plan is reported whole, and that its page is
// sound.
func TestThousands(t *testing.T) {
	r := Look(large(100, 100))
	var page bytes.Buffer
	if err := r.WritePage(&page, false); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(page.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	items := 0
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "li" {
			items++
		}
	}
	if items != 10_000 {
		t.Errorf("the page has %d projects, want 10000", items)
	}
}

// large makes a plan of settori with projects that say nothing.
func large(departments, projects int) *plan.Publication {
	e := &plan.Edition{ID: "2022", Title: "Piano", State: plan.Approved, ProjectsInPlan: plan.Count(departments * projects)}
	for i := range departments {
		d := &plan.Department{ID: fmt.Sprintf("s%d", i), Name: fmt.Sprintf("Settore %d", i), Projects: plan.Count(projects)}
		for j := range projects {
			d.Described = append(d.Described, &plan.Project{ID: fmt.Sprintf("p%d-%d", i, j), Title: fmt.Sprintf("Progetto %d", j), Department: d})
		}
		e.Departments = append(e.Departments, d)
	}
	return &plan.Publication{Municipality: &plan.Municipality{}, Editions: []*plan.Edition{e}}
}

// BenchmarkReport goes through 10,000 projects and writes the text.
func BenchmarkReport(b *testing.B) {
	pub := large(100, 100)
	for b.Loop() {
		var text bytes.Buffer
		if err := Look(pub).WriteText(&text); err != nil {
			b.Fatal(err)
		}
	}
}
