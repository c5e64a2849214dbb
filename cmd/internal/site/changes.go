// SPDX-License-Identifier: EUPL-1.2

package site

import (
	"strconv"

	"vetro/cmd/internal/change"
	"vetro/cmd/internal/dataset"
	"vetro/cmd/internal/plan"
)

// A changesView is the data of cosa-cambia.html: what differs from the edition
// before, and the corrections since.
type changesView struct {
	Layout
	Changes
	First          string // said of the first edition, which differs from nothing
	Index          []Anchor
	Download       *Download
	Rectifications []Rectification
}

// Changes are differences between two editions, for people.
type Changes struct {
	Groups   []ChangeGroup
	Computed []string // sentences about figures of ours that follow from the others
	Paper    bool     // they are part of a chapter
}

// A ChangeGroup is what changed in the plan as a whole, or in one settore.
type ChangeGroup struct {
	ID        string
	Title     string
	Href      string
	Sentences []string // about the whole of it
	Projects  []ChangedProject
}

// A ChangedProject is what changed in one project.
type ChangedProject struct {
	Title     string
	Href      string
	Sentences []string
}

// compare returns what changed with each edition shown that has one before.
func (b *builder) compare() map[*plan.Edition]change.List {
	out := map[*plan.Edition]change.List{}
	for _, e := range b.shown {
		if before := b.before(e); before != nil {
			out[e] = change.Between(before, e, b.in.Publication.Editions...)
		}
	}
	return out
}

// compared returns what changed with e, and the edition it is compared with;
// nil for the first.
func (b *builder) compared(e *plan.Edition) (change.List, *plan.Edition) {
	return b.changed[e], b.before(e)
}

// changesSentence sums up what changed with e; "" for the first edition.
func (b *builder) changesSentence(e *plan.Edition) string {
	list, before := b.compared(e)
	switch {
	case before == nil:
		return ""
	case list.Empty():
		return "Rispetto all’edizione " + before.ID + " non cambia niente."
	}
	return "Rispetto all’edizione " + before.ID + ": " + list.Summary() + "."
}

func (p page) changesPage() (*changesView, error) {
	e := p.edition
	const heading = "Che cosa cambia"
	lead := p.b.changesSentence(e)
	description := lead
	if lead == "" {
		description = "L’edizione " + e.ID + " è la prima: qui si leggono le sue correzioni."
	}
	v := &changesView{Layout: p.layout(heading, lead, description, step{heading, changesAddress(e)})}
	list, before := p.b.compared(e)
	switch {
	case before == nil:
		v.First = "L’edizione " + e.ID + " è la prima di questo sito: non ce n’è un’altra con cui confrontarla."
	default:
		v.Changes = p.changes(list, before)
		name := changesFile(e)
		data := changesCSV(list)
		v.Download = &Download{"I cambiamenti in tabella (CSV, " + fileSize(len(data)) + ")", p.link("/" + name)}
	}
	v.Rectifications = p.rectifications(e, nil, p.newGloss())
	for _, g := range v.Groups {
		v.Index = append(v.Index, Anchor{g.ID, g.Title})
	}
	if len(v.Computed) > 0 {
		v.Index = append(v.Index, Anchor{"di-conseguenza", "Cifre che cambiano di conseguenza"})
	}
	if len(v.Rectifications) > 0 {
		v.Index = append(v.Index, Anchor{"correzioni", "Correzioni"})
	}
	if len(v.Index) < 2 {
		v.Index = nil
	}
	return v, nil
}

// changes gathers the sentences of list by settore and project.
func (p page) changes(list change.List, before *plan.Edition) Changes {
	var out Changes
	for i, g := range list.ByDepartment() {
		group := ChangeGroup{ID: "cambia-" + strconv.Itoa(i+1), Title: g.Title}
		if g.Department != "" {
			group.ID, group.Href = "cambia-settore-"+g.Department, p.departmentHref(g.Department, before)
		}
		last := ""
		for _, c := range g.Changes {
			switch {
			case c.Computed && c.Kind == change.FigureChanged:
				out.Computed = append(out.Computed, c.Sentence)
			case c.Subject.Scope != change.Project:
				group.Sentences = append(group.Sentences, c.Sentence)
			case c.Subject.ID != last:
				last = c.Subject.ID
				group.Projects = append(group.Projects, ChangedProject{c.Subject.Title, p.projectHref(c.Subject.ID, before), []string{c.Sentence}})
			default:
				of := &group.Projects[len(group.Projects)-1]
				of.Sentences = append(of.Sentences, c.Sentence)
			}
		}
		if len(group.Sentences)+len(group.Projects) > 0 {
			out.Groups = append(out.Groups, group)
		}
	}
	return out
}

// departmentHref leads to a settore in p's edition or, if it has none of that
// id, in the one before; "" when neither has it.
func (p page) departmentHref(id string, before *plan.Edition) string {
	return p.firstShown(departmentsAddress(p.edition)+id+"/", departmentsAddress(before)+id+"/")
}

// projectHref is departmentHref for a project.
func (p page) projectHref(id string, before *plan.Edition) string {
	return p.firstShown(projectsAddress(p.edition)+id+"/", projectsAddress(before)+id+"/")
}

// firstShown leads to the first of addresses that the site has.
func (p page) firstShown(addresses ...string) string {
	for _, address := range addresses {
		if p.b.addresses[address] {
			return p.link(address)
		}
	}
	return ""
}

// changesFile is the file of what changed with e.
func changesFile(e *plan.Edition) string { return fileOf(changesAddress(e) + "cosa-cambia.csv") }

// changesCSV writes list as the other open data are written.
func changesCSV(list change.List) []byte {
	t := dataset.Table{Name: "cosa-cambia", Separator: "|"}
	for _, name := range list.Header() {
		kind := dataset.Text
		if name == "prima_numero" || name == "dopo_numero" {
			kind = dataset.Decimal
		}
		t.Columns = append(t.Columns, dataset.Column{Name: name, Kind: kind})
	}
	for _, cells := range list.Rows() {
		row := make([]dataset.Value, len(cells))
		for i, s := range cells {
			if s == "" {
				continue
			}
			row[i] = s
			if n, err := strconv.ParseFloat(s, 64); err == nil && t.Columns[i].Kind == dataset.Decimal {
				row[i] = n
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return dataset.CSV(t)
}

// changesFiles returns the tables of what changed, one for each edition that
// has one before.
func (b *builder) changesFiles() []File {
	var out []File
	for _, e := range b.shown {
		if list, before := b.compared(e); before != nil {
			out = append(out, File{changesFile(e), changesCSV(list)})
		}
	}
	return out
}
