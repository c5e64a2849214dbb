// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"slices"
	"strconv"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// rowName is what a row of «Il conto dei N» is called.
func rowName(r plan.AccountRow) string {
	switch {
	case r.Department != nil:
		return r.Department.Name
	case r.Outside, r.Transversal:
		return outsideDepartments
	}
	return uncounted
}

// uncounted is what the projects are called that the source does not count
// settore by settore. They may well be of a settore it speaks of.
const uncounted = "Non contati per settore"

// settled reports whether a row divides into described and still to describe.
func settled(r plan.AccountRow) bool {
	return r.InPlan.Known() && r.ToDescribe.Known()
}

// An AccountTable is «Il conto dei N»: what the plan counts, what is
// described, what is left.
type AccountTable struct {
	Title   string
	Caption string
	Rows    []AccountRow
	Total   AccountRow
	Source  *Link // of every row, nil where they differ
	Whole   bool  // nothing is left to describe
	Legend  []LegendItem
	Notes   []string
}

// An AccountRow is one row of it.
type AccountRow struct {
	Name       string
	Href       string
	Rest       bool // not a settore
	InPlan     template.HTML
	Described  template.HTML
	ToDescribe template.HTML
	Bar        []Segment
	Source     *Link
}

// A Segment is a part of a bar: percentages of its width.
type Segment struct {
	Class    string
	Fill     string // id of a pattern, "" for a colour of the style sheet
	X, Width string
}

// A LegendItem names a fill.
type LegendItem struct{ Class, Fill, Label string }

var (
	describedFill  = LegendItem{"barra-descritti", "", "descritti"}
	toDescribeFill = LegendItem{"barra-da-descrivere", "tratteggio", "da descrivere"}
	unplacedFill   = LegendItem{"barra-senza-settore", "puntini", "senza un numero per settore"}
)

// part is a piece of a bar, in units of what is counted.
type part struct {
	fill LegendItem
	n    int
}

// bar lays parts side by side on a ground that stands for whole.
func bar(whole int, parts ...part) []Segment {
	if whole <= 0 {
		return nil
	}
	percent := func(n int) string {
		return strconv.FormatFloat(100*float64(n)/float64(whole), 'f', 2, 64)
	}
	var out []Segment
	x := 0
	for _, p := range parts {
		if p.n > 0 {
			out = append(out, Segment{p.fill.Class, p.fill.Fill, percent(x), percent(p.n)})
			x += p.n
		}
	}
	return out
}

// progressBar is a bar of percent on a ground of the full width.
func progressBar(percent int) []Segment {
	return append([]Segment{{Class: "barra-fondo", X: "0", Width: "100"}},
		bar(100, part{LegendItem{Class: "barra-fatto"}, percent})...)
}

// rowBar draws a row of the account against the largest row.
func rowBar(r plan.AccountRow, whole int) []Segment {
	switch {
	case !r.InPlan.Known():
		return nil
	case settled(r):
		return bar(whole, part{describedFill, r.Described.Number}, part{toDescribeFill, r.ToDescribe.Number})
	case r.Rest():
		return bar(whole, part{unplacedFill, r.InPlan.Number})
	}
	// What is left cannot be told: only what is described is drawn.
	return bar(whole, part{describedFill, r.Described.Number})
}

// rowWhole is how long the bar of a row can be: more may be described than the
// "circa 2" of the source.
func rowWhole(r plan.AccountRow) int {
	if !r.InPlan.Known() {
		return 0
	}
	return max(r.InPlan.Number, r.Described.Number)
}

// legend names the fills that segments use.
func legend(segments []Segment) []LegendItem {
	var out []LegendItem
	for _, item := range []LegendItem{describedFill, toDescribeFill, unplacedFill} {
		if slices.ContainsFunc(segments, func(s Segment) bool { return s.Class == item.Class }) {
			out = append(out, item)
		}
	}
	return out
}

// account makes the table for a page.
func (p page) account(e *plan.Edition) *AccountTable {
	t := &AccountTable{
		Title:   "Il conto dei progetti",
		Caption: "Progetti nel piano, progetti descritti e progetti da descrivere, per settore",
	}
	if e.ProjectsInPlan.Precision == plan.Exact {
		t.Title = "Il conto " + italian.OfThe(e.ProjectsInPlan.Number) + " progetti"
		if e.ProjectsInPlan.Number == 1 {
			t.Title = "Il conto del progetto"
		}
	}
	account := e.Account()
	whole := 0
	for _, r := range account.Rows {
		whole = max(whole, rowWhole(r))
	}
	var segments []Segment
	for _, r := range account.Rows {
		row := p.accountRow(r)
		row.Bar = rowBar(r, whole)
		if r.Department != nil {
			row.Href = p.link(route.Department.At(e.ID, r.Department.ID))
		}
		segments = append(segments, row.Bar...)
		t.Rows = append(t.Rows, row)
	}
	t.Legend = legend(segments)
	t.Total = p.accountRow(account.Total)
	sources := []*plan.Source{account.Total.Source}
	for _, r := range account.Rows {
		sources = append(sources, r.Source)
	}
	t.Source = p.sharedSource(sources)
	t.Whole = settled(account.Total) && account.Total.ToDescribe.Number == 0
	t.Notes = accountNotes(e, account)
	return t
}

func (p page) accountRow(r plan.AccountRow) AccountRow {
	return AccountRow{
		Name: rowName(r), Rest: r.Department == nil,
		InPlan: figure(r.InPlan), Described: figure(r.Described), ToDescribe: figure(r.ToDescribe),
		Source: p.briefSource(r.Source),
	}
}

// accountNotes explains the row that is hardest to read: the rest.
func accountNotes(e *plan.Edition, a plan.Account) []string {
	i := slices.IndexFunc(a.Rows, plan.AccountRow.Rest)
	if i < 0 || a.Rows[i].Outside || !a.Rows[i].InPlan.Known() || len(e.Departments) == 0 {
		return nil
	}
	var out []string
	known := 0
	var placed []*plan.Project // described, of settori without a count
	for _, d := range e.Departments {
		if d.Projects.Known() {
			known++
		} else {
			placed = append(placed, d.Described...)
		}
	}
	n := a.Rows[i].InPlan.Number
	switch {
	case n == 0:
	case known == 0:
		out = append(out, "La fonte non dice quanti progetti ha ciascun settore.")
	case n == 1:
		out = append(out, "Per 1 progetto la fonte non dà un numero settore per settore: può appartenere a uno dei settori senza un numero.")
	default:
		out = append(out, "Per "+italian.Digits(n)+" progetti la fonte non dà un numero settore per settore: possono appartenere ai settori senza un numero o ad altri.")
	}
	among, amongMany := "può essere tra questi "+italian.Digits(n), "possono essere tra questi "+italian.Digits(n)
	if n == 1 {
		among, amongMany = "può essere questo", "uno può essere questo"
	}
	switch {
	case n == 0:
	case len(placed) == 1:
		out = append(out, "Il progetto «"+placed[0].Title+"» è di un settore senza un numero: "+among+", la fonte non lo dice.")
	case len(placed) > 1:
		out = append(out, italian.Digits(len(placed))+" progetti descritti sono di settori senza un numero: "+amongMany+", la fonte non lo dice.")
	}
	switch {
	case len(e.Transversal) == 0:
	case n == 0 && len(e.Transversal) == 1:
		out = append(out, "Il progetto «"+e.Transversal[0].Title+"» non appartiene a un settore: la fonte non dice se è già contato in uno di essi.")
	case n == 0:
		out = append(out, italian.Digits(len(e.Transversal))+" progetti descritti non appartengono a un settore: la fonte non dice se sono già contati in uno di essi.")
	case len(e.Transversal) == 1:
		out = append(out, "Il progetto «"+e.Transversal[0].Title+"» non appartiene a un settore: "+among+" o già contato in un settore, la fonte non lo dice.")
	default:
		out = append(out, italian.Digits(len(e.Transversal))+" progetti descritti non appartengono a un settore: "+amongMany+" o già contati nei settori, la fonte non lo dice.")
	}
	return out
}
