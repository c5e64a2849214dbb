// SPDX-License-Identifier: EUPL-1.2

package starter_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"vetro/cmd/internal/language"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/starter"
)

// demo returns the demo and its first edition.
func demo(t *testing.T) (*plan.Publication, *plan.Edition) {
	t.Helper()
	pub, _, _ := load(t, starter.Demo())
	if len(pub.Editions) != 2 || pub.Editions[0].ID != "2023" || pub.Editions[1].ID != "2022" {
		t.Fatalf("editions = %v, want two, 2023 and 2022", pub.Editions)
	}
	return pub, pub.Editions[1]
}

// eachEdition runs a test for each edition of the demo.
func eachEdition(t *testing.T, test func(*testing.T, *plan.Edition)) {
	pub, _ := demo(t)
	for _, e := range pub.Editions {
		t.Run(e.ID, func(t *testing.T) { test(t, e) })
	}
}

func TestDemoIsLabelledAsInvented(t *testing.T) {
	pub, e := demo(t)
	m := pub.Municipality
	if !m.Fictional || m.Confirmed || m.Name != "Comune di Esempio" {
		t.Errorf("ente = %q, fittizio %t, confermato %t, want Comune di Esempio, true, false", m.Name, m.Fictional, m.Confirmed)
	}
	if e.Act.Number != "" || m.TaxCode != "" || m.Contacts.Phone != "" || m.Links.Accessibility != "" {
		t.Error("the demo has an act number, a tax code, a telephone or an accessibility statement, want none invented")
	}
	for _, s := range pub.Sources {
		if !strings.Contains(s.Title, "inventat") {
			t.Errorf("source %q does not say that it is invented: %q", s.ID, s.Title)
		}
	}
	for path, text := range contents(t, starter.Demo()) {
		if strings.HasPrefix(path, "data/schemi/") {
			continue // says nothing of the municipality
		}
		if !strings.Contains(text, "inventat") {
			t.Errorf("%s does not say that it is invented", path)
		}
	}
}

func TestDemoCounts(t *testing.T) {
	_, e := demo(t)
	if e.State != plan.Approved {
		t.Errorf("state = %v, want approved", e.State)
	}
	if e.ProjectsInPlan != (plan.Quantity{Number: 37, Precision: plan.Exact}) {
		t.Errorf("projects in the plan = %v, want 37", e.ProjectsInPlan)
	}
	if len(e.Departments) != 10 || len(e.Transversal) != 0 {
		t.Errorf("%d settori and %d transversal projects, want 10 and 0", len(e.Departments), len(e.Transversal))
	}
	if n := len(e.AllProjects()); n != 37 {
		t.Errorf("%d projects described, want 37", n)
	}
	for _, d := range e.Departments {
		n := len(d.Described)
		if n < 3 || n > 5 || d.Projects != (plan.Quantity{Number: n, Precision: plan.Exact}) {
			t.Errorf("%s: %d described, %v in the plan, want 3 to 5 and the same", d.ID, n, d.Projects)
		}
		if !d.Staffing().Known() {
			t.Errorf("%s: its people do not add up: %v", d.ID, d.Staffing())
		}
	}
	// The total that the source gives is about what the groups sum to.
	sum := 0
	for _, p := range e.AllProjects() {
		for _, s := range p.Staff {
			sum += s.Employees.Number
		}
	}
	if total := e.Employees.Number; sum < total*95/100 || sum > total*105/100 {
		t.Errorf("the groups sum to %d, the plan says %v", sum, e.Employees)
	}
}

func TestDemoProjectsAreComplete(t *testing.T) { eachEdition(t, projectsAreComplete) }

func projectsAreComplete(t *testing.T, e *plan.Edition) {
	between := func(t *testing.T, what string, n, low, high int) {
		t.Helper()
		if n < low || n > high {
			t.Errorf("%s: %d, want %d to %d", what, n, low, high)
		}
	}
	for _, p := range e.AllProjects() {
		t.Run(p.ID, func(t *testing.T) {
			between(t, "characters of titolo", utf8.RuneCountInString(p.Title), 10, 65)
			between(t, "characters of sintesi", utf8.RuneCountInString(p.Summary), 40, 150)
			between(t, "characters of servizio", utf8.RuneCountInString(p.Service), 3, 50)
			between(t, "characters of contributo", utf8.RuneCountInString(p.Contribution), 30, 200)
			between(t, "attivita", len(p.Activities), 2, 4)
			between(t, "obiettivi", len(p.Goals), 1, 3)
			between(t, "condizioni organizzative", len(p.Conditions.Organisational), 1, 2)
			between(t, "condizioni tecnologiche", len(p.Conditions.Technological), 1, 2)
			between(t, "condizioni formative", len(p.Conditions.Training), 1, 2)
			between(t, "condizioni sicurezza", len(p.Conditions.Safety), 1, 2)
			between(t, "personale", len(p.Staff), 1, 3)
			between(t, "indicatori", len(p.Indicators), 1, 3)
			if !p.DaysPerMonth.Known() || p.Source == nil {
				t.Errorf("giornate_al_mese %v, fonte %v, want both", p.DaysPerMonth, p.Source)
			}
			for _, s := range p.Staff {
				if !s.Employees.Known() || s.Employees.Number < 3 {
					t.Errorf("profilo %q: %v people, want 3 or more: fewer can be recognised", s.Profile, s.Employees)
				}
			}
		})
	}
}

// The data are those of the day of their last update: what has ended has all
// its results, what has not begun has none, and 2024 has targets only.
func TestDemoDatesAgreeWithProgress(t *testing.T) { eachEdition(t, datesAgreeWithProgress) }

func datesAgreeWithProgress(t *testing.T, e *plan.Edition) {
	updated, last := "2024-02-20", "2024-12-31"
	if e.ID == "2023" {
		updated, last = "2024-06-28", "2025-12-31"
	}
	if got := e.Updated.String(); got != updated {
		t.Fatalf("aggiornato = %s, want %s", got, updated)
	}
	for _, p := range e.AllProjects() {
		if p.Start < "2022" || p.End > last || p.Start >= p.End {
			t.Errorf("%s: from %s to %s, want within 2022 and the last year", p.ID, p.Start, p.End)
		}
		want := plan.Ongoing
		switch {
		case p.Start > updated:
			want = plan.NotStarted
		case p.End < updated:
			want = plan.Completed
		}
		if p.Progress != want {
			t.Errorf("%s: from %s to %s is %v, want %v", p.ID, p.Start, p.End, p.Progress, want)
		}
		dimensions := map[string]bool{}
		for _, i := range p.Indicators {
			if dimensions[i.Dimension] {
				t.Errorf("%s: two indicators of %q", p.ID, i.Dimension)
			}
			dimensions[i.Dimension] = true
			if i.Name == "" || i.Unit == "" || i.Operator == plan.OperatorUnknown || i.Baseline == nil || len(i.Targets) == 0 {
				t.Errorf("%s: indicator %q is not complete", p.ID, i.Name)
				continue
			}
			years := map[int]bool{}
			previous := i.Baseline.Year
			for _, v := range i.Targets {
				if v.Year <= previous || v.Year < 2022 || strconv.Itoa(v.Year) > last[:4] {
					t.Errorf("%s: %q: target of %d after %d", p.ID, i.Name, v.Year, previous)
				}
				previous = v.Year
				if v.Year < 2024 {
					years[v.Year] = true
				}
			}
			if p.Progress == plan.NotStarted {
				clear(years)
			}
			for _, v := range i.Results {
				if !years[v.Year] {
					t.Errorf("%s: %q: a result of %d, want one for each target up to 2023", p.ID, i.Name, v.Year)
				}
				delete(years, v.Year)
			}
			for year := range years {
				t.Errorf("%s: %q: no result of %d", p.ID, i.Name, year)
			}
		}
	}
}

// The demo must show each thing that a page can look like.
func TestDemoHasVariety(t *testing.T) {
	_, e := demo(t)
	progress := map[plan.Progress]int{}
	precision := map[plan.Precision]int{}
	dimension := map[string]int{}
	operator := map[plan.Operator]int{}
	met, missed, decimals := 0, 0, 0
	for _, p := range e.AllProjects() {
		progress[p.Progress]++
		for _, s := range p.Staff {
			precision[s.Employees.Precision]++
		}
		for _, i := range p.Indicators {
			dimension[i.Dimension]++
			operator[i.Operator]++
			for _, r := range i.Results {
				if r.Value != float64(int(r.Value)) {
					decimals++
				}
			}
			if ok, known := i.Met(); known && p.Progress == plan.Completed {
				if ok {
					met++
				} else {
					missed++
				}
			}
		}
	}
	for _, s := range []plan.Progress{plan.NotStarted, plan.Ongoing, plan.Completed} {
		if progress[s] < 6 {
			t.Errorf("%d projects are %v, want 6 or more", progress[s], s)
		}
	}
	for _, q := range []plan.Precision{plan.Exact, plan.UpTo, plan.AtLeast, plan.About, plan.UpToAbout} {
		if precision[q] == 0 {
			t.Errorf("no group of people is %v", q)
		}
	}
	total := 0
	for _, n := range precision {
		total += n
	}
	if precision[plan.Exact]*2 < total {
		t.Errorf("%d of %d groups are exact, want most", precision[plan.Exact], total)
	}
	for _, d := range []string{"efficacia", "efficienza", "qualità", "economicità", "ambiente"} {
		if dimension[d] < 3 {
			t.Errorf("%d indicators of %s, want 3 or more", dimension[d], d)
		}
		delete(dimension, d)
	}
	if len(dimension) > 0 {
		t.Errorf("other dimensions: %v", dimension)
	}
	for _, o := range []plan.Operator{plan.OperatorAtLeast, plan.OperatorAtMost, plan.OperatorEqual} {
		if operator[o] == 0 {
			t.Errorf("no indicator with operator %v", o)
		}
	}
	if met == 0 || missed == 0 || decimals == 0 {
		t.Errorf("of the ended projects %d targets met, %d missed; %d decimals; want some of each", met, missed, decimals)
	}
}

// A reader must not meet the same sentence twice.
func TestDemoRepeatsNothing(t *testing.T) { eachEdition(t, repeatsNothing) }

func repeatsNothing(t *testing.T, e *plan.Edition) {
	seen := map[string]string{}
	for _, p := range e.AllProjects() {
		texts := []string{p.ID, p.Title, p.Summary, p.Service, p.Contribution}
		texts = append(texts, p.Activities...)
		texts = append(texts, p.Goals...)
		texts = append(texts, p.Conditions.Organisational...)
		texts = append(texts, p.Conditions.Technological...)
		texts = append(texts, p.Conditions.Training...)
		texts = append(texts, p.Conditions.Safety...)
		for _, i := range p.Indicators {
			texts = append(texts, i.Name)
		}
		for _, text := range texts {
			if first, ok := seen[text]; ok {
				t.Errorf("%s and %s both say %q", first, p.ID, text)
			}
			seen[text] = p.ID
		}
	}
}

func TestProseIsEasyToRead(t *testing.T) {
	for name, root := range roots() {
		pub, pages, _ := load(t, root)
		for _, page := range pages {
			if index, words := language.Gulpease(page.Text()); words >= 50 && index < 60 {
				t.Errorf("%s %s: Gulpease %.1f over %d words, want 60 or more", name, page.Address(), index, words)
			}
		}
		for _, e := range pub.Editions {
			for _, p := range e.AllProjects() {
				prose := p.Summary + "\n" + p.Contribution + "\n" + p.Note
				if index, words := language.Gulpease(prose); words >= 20 && index < 60 {
					t.Errorf("%s %s: Gulpease %.1f over %d words, want 60 or more", name, p.ID, index, words)
				}
			}
		}
	}
}
