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
	if len(pub.Editions) != 2 || pub.Editions[0].ID != "2024" || pub.Editions[1].ID != "2023" {
		t.Fatalf("editions = %v, want two, 2024 and 2023", pub.Editions)
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
				if (!s.Employees.Known() || s.Employees.Number < 3) && s.SameAs == "" {
					t.Errorf("profilo %q: %v people, want 3 or more: fewer can be recognised", s.Profile, s.Employees)
				}
			}
		})
	}
}

// The data are those of the day of their last update: what has ended has all
// its results, what has not begun has none, and of the years after there are
// targets only. The edition before is no longer touched once the next is
// approved, and a project begins after its act or its note says why not.
func TestDemoDatesAgreeWithProgress(t *testing.T) {
	pub, first := demo(t)
	for i, e := range pub.Editions {
		if strconv.Itoa(e.Act.Date.Year) != e.ID || e.Published.Compare(e.Act.Date) < 0 || e.Updated.Compare(e.Published) < 0 {
			t.Errorf("%s: act of %s, published %s, updated %s", e.ID, e.Act.Date, e.Published, e.Updated)
		}
		if i > 0 && e.Updated.Compare(pub.Editions[i-1].Act.Date) >= 0 {
			t.Errorf("%s: updated on %s, after the act of %s", e.ID, e.Updated, pub.Editions[i-1].ID)
		}
		for _, p := range e.AllProjects() {
			projectAgrees(t, e, first.Act.Date.String(), p)
		}
	}
}

// projectAgrees holds that progress, targets and results of p agree with its
// dates and with the day of the data.
func projectAgrees(t *testing.T, e *plan.Edition, first string, p *plan.Project) {
	if p.Start < first && !strings.Contains(p.Note, "prima del piano") {
		t.Errorf("%s begins on %s, before the act of %s, and does not say why", p.ID, p.Start, first)
	}
	updated, want := e.Updated.String(), plan.Ongoing
	switch {
	case p.Progress == plan.Suspended && p.Note != "":
		want = plan.Suspended
	case p.Start > updated:
		want = plan.NotStarted
	case p.End < updated:
		want = plan.Completed
	}
	if p.Progress != want {
		t.Errorf("%s of %s: from %s to %s is %v, want %v", p.ID, e.ID, p.Start, p.End, p.Progress, want)
	}
	measured := e.Updated.Year - 1 // the last year that was measured
	dimensions := map[string]bool{}
	for _, i := range p.Indicators {
		if dimensions[i.Dimension] {
			t.Errorf("%s: two indicators of %q", p.ID, i.Dimension)
		}
		dimensions[i.Dimension] = true
		if i.Name == "" || i.Operator == plan.OperatorUnknown || i.Baseline == nil && i.NoBaseline == "" || len(i.Targets) == 0 {
			t.Errorf("%s: indicator %q is not complete", p.ID, i.Name)
			continue
		}
		due := map[string]bool{}
		for _, v := range i.Targets {
			if v.Year < 2023 || v.Year > e.Act.Date.Year+2 || i.Baseline != nil && v.Year <= i.Baseline.Year {
				t.Errorf("%s: %q: target of %d", p.ID, i.Name, v.Year)
			}
			if v.Year <= measured && p.Progress != plan.NotStarted && p.Progress != plan.Suspended {
				due[v.When()] = true
			}
		}
		for _, v := range i.Results {
			if !due[v.When()] {
				t.Errorf("%s of %s: %q: a result of %s, want one for each target up to %d", p.ID, e.ID, i.Name, v.When(), measured)
			}
			delete(due, v.When())
		}
		for when := range due {
			t.Errorf("%s of %s: %q: no result of %s", p.ID, e.ID, i.Name, when)
		}
	}
}

// The demo must show each thing that a page can look like.
func TestDemoHasVariety(t *testing.T) {
	pub, _ := demo(t)
	seen := map[string]int{}
	for _, e := range pub.Editions {
		for _, p := range e.AllProjects() {
			varietyOf(p, seen)
		}
	}
	for what, least := range map[string]int{
		"da avviare": 6, "in corso": 6, "concluso": 6, "sospeso": 1,
		"esatto": 60, "fino a": 1, "almeno": 1, "circa": 1, "fino a circa": 1, "tra": 1,
		"efficacia": 6, "efficienza": 6, "qualità": 6, "economicità": 6, "ambiente": 6,
		"operatore almeno": 3, "operatore al massimo": 3, "operatore uguale": 3, "operatore entro": 1,
		"target met": 1, "target missed": 1, "decimals": 3, "below zero": 1,
		"of several settori": 1, "same people": 1, "women and men": 1, "full-time equivalents": 1, "days with decimals": 1,
		"responsible": 3, "cost": 2, "funding": 2, "links": 2, "part of a year": 2, "yes or no": 1, "a day": 1,
		"no baseline": 1, "note": 4, "end in words": 1,
	} {
		if seen[what] < least {
			t.Errorf("%d × %s, want %d or more", seen[what], what, least)
		}
	}
	for _, e := range pub.Editions {
		if !e.Workforce.Known() {
			t.Errorf("%s: the ente's staff is not there", e.ID)
		}
		for i, d := range e.Departments {
			if !d.Workforce.Known() || d.Order != i+1 {
				t.Errorf("%s %s: staff %v, order %d, want both", e.ID, d.ID, d.Workforce, d.Order)
			}
		}
	}
}

// varietyOf counts in seen what p shows.
func varietyOf(p *plan.Project, seen map[string]int) {
	count := func(what string, is bool) {
		if is {
			seen[what]++
		}
	}
	seen[p.Progress.String()]++
	count("of several settori", len(p.With) > 0)
	count("days with decimals", p.DaysPerMonth.Decimals > 0)
	count("responsible", p.Responsible != "")
	count("cost", p.Cost.Known())
	count("funding", p.Funding.Known())
	count("links", len(p.Links) > 0)
	count("note", p.Note != "")
	count("end in words", p.End != "" && (p.End[0] < '0' || p.End[0] > '9'))
	for _, s := range p.Staff {
		seen[s.Employees.Precision.String()]++
		count("same people", s.SameAs != "")
		count("women and men", s.Women.Known() && s.Men.Known())
		count("full-time equivalents", s.FullTime.Known())
	}
	for _, i := range p.Indicators {
		seen[i.Dimension]++
		seen["operatore "+i.Operator.String()]++
		count("no baseline", i.NoBaseline != "")
		for _, r := range i.Results {
			count("decimals", r.Decimals > 0)
			count("below zero", r.Value < 0)
			count("part of a year", r.Period != "")
			count("yes or no", r.Kind == plan.YesNo)
		}
		for _, v := range i.Targets {
			count("a day", v.Kind == plan.Day)
		}
		ok, known := i.Met()
		count("target met", known && ok)
		count("target missed", known && !ok)
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
