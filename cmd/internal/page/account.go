// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

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
	if q := e.ProjectsInPlan; q.Precision == plan.Exact && q.Number > 1 {
		t.Title = "Il conto " + italian.OfThe(e.ProjectsInPlan.Number) + " progetti"
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
		Name: r.Name, Rest: r.Department == nil,
		InPlan: figure(r.InPlan), Described: figure(r.Described), ToDescribe: figure(r.ToDescribe),
		Source: p.briefSource(r.Source),
	}
}

// accountNotes explains the row that is hardest to read: the projects that the
// source does not count settore by settore, and which of the described ones are
// among them. It says no less than follows from the counts, and no more.
func accountNotes(e *plan.Edition, a plan.Account) []string {
	rest := e.Uncounted()
	if rest.IsMissing() || len(e.Departments) == 0 || slices.ContainsFunc(a.Rows, func(r plan.AccountRow) bool { return r.Outside }) {
		return nil
	}
	var out []string
	counted := 0
	var placed, unnamed []*plan.Project // described, of settori without a count
	for _, d := range e.Departments {
		switch {
		case d.Projects.Known():
			counted++
		case d.NameSource:
			placed = append(placed, d.Described...)
		default:
			unnamed = append(unnamed, d.Described...)
		}
	}
	n := rest.Number
	out = append(out, restNote(n, counted, counted == len(e.Departments))...)
	if counted == 0 {
		return out // all of them are among all of them
	}
	these := "questi " + italian.Digits(n)
	if n == 1 {
		these = "questo"
	}
	among := func(projects []*plan.Project, one, many string) {
		switch {
		case len(projects) == 1:
			out = append(out, strings.ReplaceAll(one, "X", "«"+projects[0].Title+"»"))
		case len(projects) > 1:
			out = append(out, strings.ReplaceAll(many, "N", italian.Digits(len(projects))))
		}
	}
	is, are, those := "è tra "+these, "sono tra "+these, "quelli di un settore non contato sono tra "+these
	if n == 1 {
		is, are, those = "è questo", "sono questo", "se uno è di un settore non contato, è questo"
	}
	if n > 0 {
		among(placed, "Il progetto X è di un settore senza un numero: "+is+".", "N progetti descritti sono di settori senza un numero: "+are+".")
		unless := "Se non è uno " + strings.Replace(italian.OfThe(counted), italian.Digits(counted), italian.Letters(counted), 1) + " già contati"
		if counted == 1 {
			unless = "Se non è quello già contato"
		}
		among(unnamed, "La fonte non dice di quale settore è X. "+unless+", il progetto "+is+".",
			"La fonte non dice di quali settori sono N progetti descritti: "+those+".")
	}
	many := "ognuno è tra " + these + ", oppure è già contato in un settore: la fonte non dice quale delle due"
	switch n {
	case 0:
		many = "sono già contati nei settori, la fonte non dice quali"
	case 1:
		many = "uno può essere questo, gli altri sono già contati nei settori"
	}
	one := is + ", oppure è già contato in un settore: la fonte non dice quale delle due"
	if n == 0 {
		one = "è già contato in un settore, la fonte non dice quale"
	}
	among(e.Transversal, "Il progetto X non è di un solo settore: "+one+".", "N progetti descritti non sono di un solo settore: "+many+".")
	return out
}

// restNote says what the n projects are that no settore counts.
func restNote(n, counted int, all bool) []string {
	where := "di settori senza un numero, di altri o di nessuno"
	if all {
		where = "di altri settori o di nessuno"
	}
	switch {
	case n == 0:
		return nil
	case counted == 0:
		return []string{"La fonte non dice quanti progetti ha ciascun settore."}
	case n == 1:
		return []string{"Per 1 progetto la fonte non dà un numero settore per settore: può essere " + where + "."}
	}
	return []string{"Per " + italian.Digits(n) + " progetti la fonte non dà un numero settore per settore: possono essere " + where + "."}
}
