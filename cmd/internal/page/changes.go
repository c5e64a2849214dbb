// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"fmt"
	"html/template"
	"strconv"

	"vetro/cmd/internal/change"
	"vetro/cmd/internal/dataset"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
	"vetro/cmd/internal/site"
)

// A changesView is the data of cosa-cambia.html: what differs from the edition
// before, and the corrections since.
type changesView struct {
	Layout
	First          string // said of the first edition, which differs from nothing
	Parts          []ChangePart
	Download       *Download
	Rectifications []Rectification
}

// Changes are differences between two editions in sentences, for paper.
type Changes struct {
	Groups   []ChangeGroup
	Computed []string // sentences about figures of ours that follow from the others
}

// A ChangeGroup is what changed in the plan as a whole, or in one settore.
type ChangeGroup struct {
	Title     string
	Sentences []string // about the whole of it
	Projects  []ChangedProject
}

// A ChangedProject is what changed in one project.
type ChangedProject struct {
	Title     string
	Sentences []string
}

// compare returns what changed with each edition shown that has one before.
func (b *Builder) compare() map[*plan.Edition]change.List {
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
func (b *Builder) compared(e *plan.Edition) (change.List, *plan.Edition) {
	return b.changed[e], b.before(e)
}

// changesSentence sums up what changed with e; "" for the first edition.
func (b *Builder) changesSentence(e *plan.Edition) string {
	list, before := b.compared(e)
	switch {
	case before == nil:
		return ""
	case list.Empty():
		return "Rispetto all’edizione " + before.ID + " non cambia niente."
	}
	return "Rispetto all’edizione " + before.ID + ": " + list.Summary() + "."
}

func (p page) changesPage() *changesView {
	e := p.edition
	const heading = "Che cosa cambia"
	lead := p.b.changesSentence(e)
	list, before := p.b.compared(e)
	first := "L’edizione " + e.ID + " è la prima di questo sito: non ce n’è un’altra con cui confrontarla."
	description := lead
	switch {
	case before == nil:
		description = first
	case len([]rune(lead)) > 150: // it would be cut
		description = "Che cosa cambia dall’edizione " + before.ID + " all’edizione " + e.ID + " del piano, una cosa alla volta, e le correzioni fatte dopo."
	}
	v := &changesView{Layout: p.layout(heading, lead, description, step{heading, route.Changes.At(e.ID)})}
	if before == nil {
		v.First = first
	} else {
		if !list.Empty() {
			v.Lead = template.HTML(template.HTMLEscapeString("L’edizione " + e.ID + " accanto a quella del " + before.ID + ": prima le novità, poi il resto."))
		}
		v.Parts = p.changeParts(list, before)
		name := changesFile(e)
		data := changesCSV(list)
		v.Download = &Download{"I cambiamenti in tabella (CSV, " + italian.Size(len(data)) + ")", p.link("/" + name)}
	}
	v.Rectifications = p.rectifications(e, nil, p.newGloss())
	return v
}

// paperChanges gathers the sentences of list by settore and project. Under a
// heading that names what changed, they do not name it again.
func paperChanges(list change.List) Changes {
	var out Changes
	for _, g := range list.ByDepartment() {
		group := ChangeGroup{Title: g.Title}
		last := ""
		for _, c := range g.Changes {
			switch {
			case c.Computed && c.Kind == change.FigureChanged:
				out.Computed = append(out.Computed, c.Sentence)
			case c.Subject.Scope != change.Project:
				group.Sentences = append(group.Sentences, c.Brief())
			case c.Subject.ID != last:
				last = c.Subject.ID
				group.Projects = append(group.Projects, ChangedProject{c.Subject.Title, []string{c.Brief()}})
			default:
				of := &group.Projects[len(group.Projects)-1]
				of.Sentences = append(of.Sentences, c.Brief())
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
	return p.firstShown(route.Department.At(p.edition.ID, id), route.Department.At(before.ID, id))
}

// projectHref is departmentHref for a project.
func (p page) projectHref(id string, before *plan.Edition) string {
	return p.firstShown(route.Project.At(p.edition.ID, id), route.Project.At(before.ID, id))
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
func changesFile(e *plan.Edition) string {
	return route.File(route.Changes.At(e.ID) + "cosa-cambia.csv")
}

// changeColumns says what is in the columns of cosa-cambia.csv.
func changeColumns() []dataset.Column {
	kinds := make([]string, 0, len(change.Kinds()))
	for _, k := range change.Kinds() {
		kinds = append(kinds, k.Label())
	}
	precisions := make([]string, 0, len(dataset.PrecisionMeanings()))
	for _, p := range dataset.PrecisionMeanings() {
		precisions = append(precisions, p[0])
	}
	return []dataset.Column{
		{Name: "tipo", Title: "Tipo", Meaning: "Che cosa è cambiato", Kind: dataset.Code, Allowed: kinds, Required: true},
		{Name: "ambito", Title: "Ambito", Meaning: "Se cambia il piano nel suo insieme, un settore o un progetto", Kind: dataset.Code,
			Allowed: []string{change.Plan.String(), change.Department.String(), change.Project.String()}, Required: true},
		{Name: "id", Title: "Id", Meaning: "L’id del settore o del progetto, oppure l’anno dell’edizione", Kind: dataset.Identifier, Required: true},
		{Name: "titolo", Title: "Titolo", Meaning: "Il nome del settore, o il titolo del progetto o del piano", Kind: dataset.Text, Required: true},
		{Name: "settore", Title: "Settore", Meaning: "Il nome del settore; vuoto se il cambiamento non riguarda un solo settore", Kind: dataset.Text},
		{Name: "campo", Title: "Campo", Meaning: "La voce che cambia, con le parole dei dati; vuoto se cambia tutto", Kind: dataset.Text},
		{Name: "prima", Title: "Prima", Meaning: "Com’era; vuoto se non c’era", Kind: dataset.Text},
		{Name: "dopo", Title: "Dopo", Meaning: "Com’è ora; vuoto se non c’è più", Kind: dataset.Text},
		{Name: "prima_numero", Title: "Prima (numero)", Meaning: "Il numero di prima; vuoto se non era un numero", Kind: dataset.Decimal},
		{Name: "prima_precisione", Title: "Prima (precisione)", Meaning: "Quanto era certo il numero di prima", Kind: dataset.Code, Allowed: precisions},
		{Name: "dopo_numero", Title: "Dopo (numero)", Meaning: "Il numero di ora; vuoto se non è un numero", Kind: dataset.Decimal},
		{Name: "dopo_precisione", Title: "Dopo (precisione)", Meaning: "Quanto è certo il numero di ora", Kind: dataset.Code, Allowed: precisions},
		{Name: "frase", Title: "Frase", Meaning: "Il cambiamento in una frase intera", Kind: dataset.Text, Required: true},
	}
}

// changesCSV writes list as the other open data are written.
func changesCSV(list change.List) []byte { return dataset.CSV(changesTable(list)) }

// changesTable is list as a table of open data.
func changesTable(list change.List) dataset.Table {
	t := dataset.Table{
		Name: "cosa-cambia", Title: "Che cosa cambia dall’edizione " + list.From + " all’edizione " + list.To,
		Meaning: "Una riga per ogni cambiamento", Columns: changeColumns(), Separator: "|",
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
	return t
}

// changesFiles returns the tables of what changed, one for each edition that
// has one before, and beside each its description (CSV on the Web).
func (b *Builder) changesFiles() ([]site.File, error) {
	var out []site.File
	for _, e := range b.shown {
		list, before := b.compared(e)
		if before == nil {
			continue
		}
		described, err := dataset.CSVW(b.data[e].set, changesTable(list))
		if err != nil {
			return nil, fmt.Errorf("what changed with %s: %w", e.ID, err)
		}
		name := changesFile(e)
		out = append(out, site.File{Path: name, Data: changesCSV(list)}, site.File{Path: name + "-metadata.json", Data: described})
	}
	return out, nil
}
