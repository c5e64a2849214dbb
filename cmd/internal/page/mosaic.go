// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// maxSquares is how many projects are drawn one by one. Of a larger plan each
// settore has a bar.
const maxSquares = 200

// maxBars is of how many settori the home page draws bars. Of more it counts the
// states alone: the list has the table of the settori.
const maxBars = 60

// A Mosaic is a plan as one square for each of its projects, settore by settore:
// filled by its state where it is described, empty where it is only counted.
//
// It draws as many squares as the plan counts, where it counts all of them. So a
// project that is described while nobody says in which row it counts has no
// square of its own beside the empty ones: it is named below (Elsewhere).
type Mosaic struct {
	Title     string
	Finding   string
	Rows      []MosaicRow
	Legend    []MosaicState
	Bars      bool // there are too many for squares
	Elsewhere []Link
}

// A MosaicRow is the projects of a settore, those of none, or those that the
// source does not count settore by settore.
type MosaicRow struct {
	Name    string
	Href    string
	Squares []Square
	Missing int           // counted, not described
	Fill    string        // class of those
	Gap     string        // what they are, in words
	Count   template.HTML // how many are in the plan, where that is no plain number
	People  template.HTML
	Bar     []Segment
}

// Said reports whether something follows the name.
func (r MosaicRow) Said() bool { return r.People+r.Count != "" || r.Gap != "" }

// A Square is a project.
type Square struct {
	Title string
	Href  string
	Class string // of its state
	State string // in words
}

// A MosaicState is a line of the legend; Href leads to the projects in that state.
type MosaicState struct {
	Class string
	Label string
	Href  string
}

// A tint is how a state of progress is drawn: the class of a badge or a square,
// and that of a mark in a picture.
type tint struct {
	class, mark string
	one, many   string
}

var tints = map[plan.Progress]tint{
	plan.Completed:       {"stato-concluso", "c-done", "concluso", "conclusi"},
	plan.Ongoing:         {"stato-in-corso", "c-ongoing", "in corso", "in corso"},
	plan.NotStarted:      {"stato-da-avviare", "c-to-start", "da avviare", "da avviare"},
	plan.Suspended:       {"stato-sospeso", "c-suspended", "sospeso", "sospesi"},
	plan.ProgressUnknown: {"stato-non-detto", "c-solid", "descritto", "descritti"},
}

// Classes of what is missing.
const (
	toDescribeSquare = "manca"
	unplacedSquare   = "manca-dove"
)

func (p page) mosaic() *Mosaic {
	e := p.edition
	m := &Mosaic{Title: "I progetti, uno per uno", Finding: projectsFinding(e)}
	if e.ProjectsInPlan.Precision == plan.Exact && e.ProjectsInPlan.Number > 1 {
		m.Title = italian.Capital(italian.The(e.ProjectsInPlan.Number)) + " progetti, uno per uno"
	}
	if statesProgress(e) { // the legend counts them
		m.Finding = "Ogni quadrato è un progetto."
	}
	rows, elsewhere := placed(e)
	total := 0
	for _, r := range rows {
		total += len(r.projects) + r.missing
	}
	if m.Bars = total > maxSquares || len(rows) > maxBars; m.Bars {
		by := ", settore per settore"
		if len(rows) > maxBars {
			by = ""
		}
		m.Title, m.Finding = strings.Replace(m.Title, ", uno per uno", by, 1), projectsFinding(e)
	}
	longest := 0
	for _, r := range rows {
		longest = max(longest, len(r.projects)+r.missing)
	}
	for _, r := range rows {
		if len(rows) > maxBars {
			break
		}
		m.Rows = append(m.Rows, p.mosaicRow(r, m.Bars, longest))
	}
	for _, project := range elsewhere {
		m.Elsewhere = append(m.Elsewhere, Link{Label: project.Title, Href: p.link(route.Project.At(e.ID, project.ID))})
	}
	m.Legend = p.mosaicLegend(rows)
	if len(m.Legend) == 0 && len(m.Elsewhere) == 0 {
		return nil
	}
	return m
}

// A placedRow is what can be drawn of a row of the account.
type placedRow struct {
	plan.AccountRow
	projects []*plan.Project
	missing  int // not described, where that is exact
}

// loose reports whether the settore of what is missing in r is not known.
func (r placedRow) loose() bool { return r.Rest() && !r.Outside }

// placed says which projects each row of the account certainly has, and how many
// more; elsewhere are those described of which nobody says where they count.
func placed(e *plan.Edition) (rows []placedRow, elsewhere []*plan.Project) {
	account := e.Account()
	counted, sure := 0, 0 // settori with a number; described ones among the rest
	for _, d := range e.Departments {
		if d.Projects.Known() {
			counted++
		}
	}
	var unsure []placedRow
	missing := 0
	for _, r := range account.Rows {
		row := placedRow{AccountRow: r}
		switch d := r.Department; {
		case d != nil:
			row.projects = d.Described
			if d.Projects.Precision == plan.Exact && r.ToDescribe.Precision == plan.Exact {
				row.missing = r.ToDescribe.Number
			}
			switch {
			case d.Projects.Known():
			case d.NameSource || counted == 0:
				sure += len(d.Described)
			default:
				unsure = append(unsure, row)
				row.projects = nil
			}
		case r.Rest():
			row.missing = exact(r.InPlan)
			if counted == 0 || r.Outside { // they are among the rest: there is nowhere else
				row.projects = e.Transversal
				sure += len(e.Transversal)
			}
			row.missing = max(0, row.missing-sure)
		default: // the transversal ones
			if counted > 0 {
				row.projects = e.Transversal
				unsure = append(unsure, row)
			}
			row.projects = nil
		}
		missing += row.missing
		rows = append(rows, row)
	}
	for _, u := range unsure {
		if missing > 0 {
			elsewhere = append(elsewhere, u.projects...)
			continue
		}
		for i := range rows {
			if rows[i].Department == u.Department && rows[i].Transversal == u.Transversal {
				rows[i].projects = u.projects
			}
		}
	}
	var out []placedRow
	for _, r := range rows {
		if len(r.projects)+r.missing > 0 || r.Department != nil && r.InPlan.Known() && r.InPlan != plan.Count(0) {
			out = append(out, r)
		}
	}
	return out, elsewhere
}

// exact is the number of q, 0 where it is not exact.
func exact(q plan.Quantity) int {
	if q.Precision == plan.Exact {
		return q.Number
	}
	return 0
}

func (p page) mosaicRow(r placedRow, bars bool, longest int) MosaicRow {
	out := MosaicRow{Name: r.Name, Missing: r.missing, Fill: toDescribeSquare}
	if d := r.Department; d != nil {
		out.Href = p.link(route.Department.At(p.edition.ID, d.ID))
		out.People = quantityMarkup(d.Staffing(), "dipendente", "dipendenti")
		if !r.InPlan.IsMissing() && (bars || r.InPlan.Precision != plan.Exact) {
			out.Count = quantityMarkup(r.InPlan, "progetto nel piano", "progetti nel piano")
		}
	}
	if r.Rest() && r.missing == 0 {
		out.Name = p.edition.Loose()
	}
	switch left := italian.Count(r.missing, "progetto", "progetti"); {
	case r.missing == 0:
	case r.loose():
		out.Fill, out.Gap = unplacedSquare, left+" senza un numero settore per settore"
	default:
		out.Gap = left + " da descrivere"
	}
	if out.Gap != "" && out.People+out.Count != "" {
		out.Gap = "; " + out.Gap
	}
	if bars {
		out.Bar = mosaicBar(r, longest)
		out.Missing = 0
		return out
	}
	for _, project := range r.projects {
		t := tints[project.Progress]
		out.Squares = append(out.Squares, Square{project.Title, p.link(route.Project.At(p.edition.ID, project.ID)), t.class, t.one})
	}
	return out
}

// mosaicOrder is the order of the states in a bar and in the legend.
var mosaicOrder = []plan.Progress{plan.Completed, plan.Ongoing, plan.NotStarted, plan.Suspended, plan.ProgressUnknown}

func mosaicBar(r placedRow, longest int) []Segment {
	count := map[plan.Progress]int{}
	for _, project := range r.projects {
		count[project.Progress]++
	}
	var parts []part
	for _, state := range mosaicOrder {
		parts = append(parts, part{LegendItem{Class: tints[state].mark}, count[state]})
	}
	fill := toDescribeFill
	if r.loose() {
		fill = unplacedFill
	}
	return bar(longest, append(parts, part{fill, r.missing})...)
}

// mosaicLegend names the tints and patterns that are drawn, with how many there
// are of each.
func (p page) mosaicLegend(rows []placedRow) []MosaicState {
	count := map[plan.Progress]int{}
	toDescribe, loose := 0, 0
	for _, r := range rows {
		for _, project := range r.projects {
			count[project.Progress]++
		}
		if r.loose() {
			loose += r.missing
		} else {
			toDescribe += r.missing
		}
	}
	lists := map[plan.Progress]string{}
	if statesProgress(p.edition) {
		for _, s := range progressStates(p.edition) {
			lists[s.progress] = p.link(s.kind.At(p.edition.ID))
		}
	}
	var out []MosaicState
	for _, state := range mosaicOrder {
		if n := count[state]; n > 0 {
			out = append(out, MosaicState{tints[state].class, italian.Count(n, tints[state].one, tints[state].many), lists[state]})
		}
	}
	if toDescribe > 0 {
		out = append(out, MosaicState{toDescribeSquare, italian.Digits(toDescribe) + " da descrivere", ""})
	}
	if loose > 0 {
		out = append(out, MosaicState{unplacedSquare, italian.Digits(loose) + " senza un numero settore per settore", ""})
	}
	return out
}
