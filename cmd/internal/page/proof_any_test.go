// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// A dice makes plans of all shapes, the same ones every time.
type dice struct{ *rand.Rand }

// often reports true three times out of four.
func (d dice) often() bool { return d.IntN(4) > 0 }

// words is a text with what texts may have in them, or none.
func (d dice) words() string {
	if !d.often() {
		return ""
	}
	return d.some()
}

func (d dice) some() string {
	all := []string{
		"Accordo individuale", "=SOMMA(A1)", "«Fino a 12» & altri <b>", "una riga\ne un’altra", "  spazi   dentro ", "l’è tüt",
		"'apostrofo", "12.500,5 €", "Totale", "Settore", "La fonte non lo dice", "a|b", "con \u00a0 spazio fisso", "fine.", "2022-03", "😀",
	}
	return all[d.IntN(len(all))] + fmt.Sprint(" ", d.IntN(1000))
}

func (d dice) list() []string {
	var out []string
	for d.often() && len(out) < 4 {
		out = append(out, d.some())
	}
	return out
}

func (d dice) quantity() plan.Quantity {
	switch p := plan.Precision(d.IntN(int(plan.FewerThan) + 1)); p {
	case plan.Missing:
		return plan.Quantity{}
	case plan.InWords:
		return plan.Quantity{Precision: p, Text: []string{"molti", "una ventina", "diverse decine", "12 e altri"}[d.IntN(4)]}
	case plan.FewerThan:
		return plan.Quantity{Precision: p, Number: 3 + d.IntN(3)}
	case plan.Between:
		return plan.Range([]int{0, 1, 8}[d.IntN(3)], []int{9, 37, 1234}[d.IntN(3)])
	default:
		return plan.Quantity{Precision: p, Number: []int{0, 1, 2, 8, 37, 1234, 1_000_000}[d.IntN(7)]}
	}
}

// measure is a quantity that may have decimals.
func (d dice) measure() plan.Quantity {
	q := d.count()
	if q.Known() {
		q.Decimals = d.IntN(3)
	}
	return q
}

// count is a quantity of things that are no people.
func (d dice) count() plan.Quantity {
	q := d.quantity()
	if q.Precision == plan.FewerThan {
		return plan.Count(q.Number)
	}
	return q
}

func (d dice) staff(sources []*plan.Source) []*plan.StaffProfile {
	var out []*plan.StaffProfile
	for d.often() && len(out) < 4 {
		out = append(out, &plan.StaffProfile{Profile: fmt.Sprint("Profilo ", len(out)), Employees: d.quantity(), Women: d.quantity(), Men: d.quantity(), FullTime: d.measure(), Source: sources[d.IntN(2)]})
	}
	return out
}

func (d dice) values(kind plan.MeasureKind) []plan.YearValue {
	var out []plan.YearValue
	for year := 2021; d.often() && year < 2024; year++ {
		v := plan.YearValue{Year: year, Kind: kind, Period: []string{"", "", "I semestre", "IV trimestre"}[d.IntN(4)]}
		switch kind {
		case plan.YesNo:
			v.Value = float64(d.IntN(2))
		case plan.Day:
			v.Value = []float64{20221231, 20230401, 20241108}[d.IntN(3)]
		default:
			v.Value, v.Decimals = []float64{0, 1, 2.5, -3, 1e6, 0.001, 66.6}[d.IntN(7)], d.IntN(3)
			if d.IntN(4) == 0 {
				v.Kind, v.To = plan.NumericRange, v.Value+1.5
			}
		}
		out = append(out, v)
	}
	return out
}

func (d dice) project(id string, sources []*plan.Source) *plan.Project {
	p := &plan.Project{
		ID: id, Title: d.some(), Summary: d.words(), Service: d.words(), Activities: d.list(), Goals: d.list(), DaysPerMonth: d.measure(),
		Conditions:   plan.Conditions{Organisational: d.list(), Technological: d.list(), Training: d.list(), Safety: d.list()},
		Contribution: d.words(), Staff: d.staff(sources), Progress: plan.Progress(d.IntN(5)), Note: d.words(), Source: sources[d.IntN(2)],
		With: [][]string{nil, nil, {"settore-0"}, {"settore-1", "settore-0"}}[d.IntN(4)], Responsible: d.words(), Cost: d.measure(), Funding: d.measure(), FundedBy: d.words(),
		Start: []string{"", "2022", "2022-04", "2022-08-08", "I trimestre 2022"}[d.IntN(5)], End: []string{"", "2022", "2023-10", "2023-11-11", "fino a revoca"}[d.IntN(5)],
	}
	for d.often() && len(p.Links) < 3 {
		p.Links = append(p.Links, plan.ProjectLink{Title: d.some(), URL: "https://www.comune.example/" + fmt.Sprint(len(p.Links))})
	}
	for d.often() && len(p.Indicators) < 3 {
		kind := []plan.MeasureKind{plan.Numeric, plan.Numeric, plan.YesNo, plan.Day}[d.IntN(4)]
		i := &plan.Indicator{
			Name: d.some(), Dimension: d.words(), Unit: []string{"", "%", "giorni"}[d.IntN(3)], Operator: plan.Operator(d.IntN(5)),
			Targets: d.values(kind), Results: d.values(kind), Source: sources[d.IntN(2)],
		}
		if all := d.values(kind); len(all) > 0 {
			i.Baseline = &all[0]
		} else {
			i.NoBaseline = d.words()
		}
		p.Indicators = append(p.Indicators, i)
	}
	if len(p.Indicators) == 0 {
		p.NoIndicators = d.words()
	}
	return p
}

func (d dice) publication() *plan.Publication {
	sources := []*plan.Source{{ID: "uno", Title: "Uno", Kind: "atto"}, {ID: "due", Title: "Due"}}
	e := &plan.Edition{
		ID: "2022", Title: "Piano", State: plan.Approved, Source: sources[0], ProjectsInPlan: d.count(), Employees: d.quantity(),
		Published: tomldoc.Date{Year: 2022, Month: 4, Day: 1}, Updated: tomldoc.Date{Year: 2022, Month: 4, Day: 1},
	}
	for n := d.IntN(5); len(e.Departments) < n; {
		s := &plan.Department{
			Workforce: d.quantity(),
			ID:        fmt.Sprint("settore-", len(e.Departments)), Name: fmt.Sprint("Settore ", len(e.Departments)), NameSource: d.often(),
			Projects: d.count(), Offices: d.list(), Activities: d.list(), Staff: d.staff(sources), Note: d.words(), Source: sources[d.IntN(2)],
		}
		for d.often() && len(s.Described) < 4 {
			p := d.project(fmt.Sprint(s.ID, "-", len(s.Described)), sources)
			p.Department = s
			s.Described = append(s.Described, p)
		}
		e.Departments = append(e.Departments, s)
	}
	for n := d.IntN(3); len(e.Transversal) < n; {
		e.Transversal = append(e.Transversal, d.project(fmt.Sprint("trasversale-", len(e.Transversal)), sources))
	}
	return &plan.Publication{
		Municipality: &plan.Municipality{Name: "Comune di Prova"}, Sources: sources, Editions: []*plan.Edition{e},
		Glossary: []*plan.Term{{ID: "accordo", Term: "accordo individuale", Definition: "Un patto."}},
	}
}

// TestProofOfAnything: whatever the plan is, the pages say what its data say. A
// proof that errs would keep a Comune from publishing.
func TestProofOfAnything(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of pages, one at a time: no more to race than a few")
	}
	for seed := range uint64(60) {
		d := dice{rand.New(rand.NewPCG(seed, 1))}
		if _, err := Build(context.Background(), Input{Publication: d.publication(), Draw: draw, Version: "prova"}); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}
