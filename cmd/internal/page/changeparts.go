// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"vetro/cmd/internal/change"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
)

// A ChangePart is what a reader of cosa-cambia looks for together.
type ChangePart struct {
	ID     string
	Number string // how many: of projects, or of what the title says
	Title  string // "progetti nuovi"
	Folded bool   // its groups open by themselves
	Groups []ChangedGroup
}

// A ChangedGroup is a list or a table of changes: the whole part, or what it
// says of one settore.
type ChangedGroup struct {
	ID     string // of a settore, else ""
	Title  string // of the table
	Number string
	Pairs  bool // some stand side by side: it is a table
	Items  []ChangedItem

	From, To string // the editions, over the columns
}

// A ChangedItem is what changed in one project, in one settore or in the plan.
type ChangedItem struct {
	Title string // "" for the plan
	Href  string
	Place string // the settore, where the heading does not say it
	New   bool   // being here is the change
	About string // what a new project is for
	Rows  []ChangeRow
}

// A ChangeRow is one change: side by side, or in a sentence.
type ChangeRow struct {
	change.Pair
	Sentence string
}

// partNames are the parts in the order of the page, with the end of their
// address, the words for one and for many, and whether projects are counted or
// changes.
var partNames = []struct {
	part      change.Part
	id        string
	one, many string
	projects  bool
	folded    bool
}{
	{change.Arrivals, "nuovi", "progetto nuovo", "progetti nuovi", true, false},
	{change.Described, "descritti", "progetto descritto per la prima volta", "progetti descritti per la prima volta", true, false},
	{change.Endings, "conclusi", "progetto concluso", "progetti conclusi", true, false},
	{change.Departures, "usciti", "progetto non più nel piano", "progetti non più nel piano", true, false},
	{change.Undescribed, "non-descritti", "progetto non più descritto", "progetti non più descritti", true, false},
	{change.Goals, "obiettivi", "obiettivo raggiunto", "obiettivi raggiunti", false, false},
	{change.Setbacks, "obiettivi-persi", "obiettivo non più raggiunto", "obiettivi non più raggiunti", false, false},
	{change.Movements, "passi", "progetto che ha cambiato passo", "progetti che hanno cambiato passo", true, false},
	{change.Organisation, "settori", "novità tra i settori", "novità tra i settori", false, false},
	{change.Whole, "il-piano", "cambiamento del piano intero", "cambiamenti del piano intero", false, false},
	{change.Details, "dettagli", "altro cambiamento", "altri cambiamenti, settore per settore", false, true},
	{change.Consequences, "cifre", "cifra che cambia di conseguenza", "cifre che cambiano di conseguenza", false, true},
	{change.Bookkeeping, "carte", "modifica a fonti, note e indirizzi", "modifiche a fonti, note e indirizzi", false, true},
}

// changeParts divides list by what readers look for.
func (p page) changeParts(list change.List, before *plan.Edition) []ChangePart {
	of := map[change.Part][]change.Change{}
	for _, c := range list.Changes {
		of[c.Part()] = append(of[c.Part()], c)
	}
	var out []ChangePart
	for _, n := range partNames {
		if len(of[n.part]) == 0 {
			continue
		}
		part := ChangePart{ID: "cambia-" + n.id, Folded: n.folded}
		groups, count := []change.Group{{Changes: of[n.part]}}, len(of[n.part])
		if n.part == change.Details {
			groups = change.List{Changes: of[n.part]}.ByDepartment()
		}
		items := 0
		for _, g := range groups {
			group := p.changedGroup(g, before)
			items += len(group.Items)
			part.Groups = append(part.Groups, group)
		}
		if n.projects {
			count = items
		}
		part.Number, part.Title = italian.Digits(count), italian.Plural(count, n.one, n.many)
		if part.Groups[0].Title == "" {
			part.Groups[0].Title = italian.Capital(part.Title)
		}
		out = append(out, part)
	}
	return out
}

// changedGroup places the changes of g, which follow one another by what they
// are about.
func (p page) changedGroup(g change.Group, before *plan.Edition) ChangedGroup {
	out := ChangedGroup{Title: g.Title, Number: italian.Count(len(g.Changes), "cambiamento", "cambiamenti"), From: before.ID, To: p.edition.ID}
	if g.Department != "" {
		out.ID = "cambia-settore-" + g.Department
	}
	for i, c := range g.Changes {
		if i == 0 || c.Subject != g.Changes[i-1].Subject {
			out.Items = append(out.Items, p.changedItem(c, before, g.Title == ""))
		}
		row := ChangeRow{Sentence: c.Brief()}
		if pair, ok := c.Pair(); ok {
			row, out.Pairs = ChangeRow{Pair: pair}, true
		}
		item := &out.Items[len(out.Items)-1]
		if item.New = c.Kind == change.ProjectAdded || c.Kind == change.ProjectDescribed; item.New {
			continue
		}
		item.Rows = append(item.Rows, row)
	}
	return out
}

// changedItem names what c is about, with its settore where placed asks for it.
func (p page) changedItem(c change.Change, before *plan.Edition, placed bool) ChangedItem {
	s := c.Subject
	item := ChangedItem{Title: s.Title}
	switch s.Scope {
	case change.Plan:
		return ChangedItem{}
	case change.Department:
		item.Href = p.departmentHref(s.ID, before)
	default:
		item.Href = p.projectHref(s.ID, before)
		if placed {
			item.Place = s.DepartmentName
		}
	}
	if c.Kind == change.ProjectAdded || c.Kind == change.ProjectDescribed {
		item.About = c.Project.Summary
	}
	return item
}
