// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"slices"
	"strings"

	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// A projectView is the data of progetto.html.
type projectView struct {
	Layout
	Progress        *Badge
	Facts           []Fact
	Index           []Anchor
	Measures        []*Measure    // over time; their values are in Indicators
	Text            template.HTML // the longer text of content/, its headings below that of its section
	Goals           []template.HTML
	Activities      []template.HTML
	Staff           *StaffTable
	Conditions      []ConditionList
	Indicators      *IndicatorTable
	NoIndicators    template.HTML
	Contribution    template.HTML
	Note            template.HTML
	Rectifications  []Rectification
	Gaps            []string
	Previous, Next  *Link
	NeighboursLabel string
}

// A ConditionList is the conditions of one kind.
type ConditionList struct {
	Name  string
	Items []template.HTML
}

// The parts of the page of a project that can be linked to.
var projectParts = []Anchor{
	{"indicatori", "Risultati"}, {"contributo", "Che cosa cambia per te e per il Comune"}, {"progetto", "Il progetto"}, {"obiettivi", "Obiettivi"},
	{"attivita", "Attività"}, {"personale", "Persone"}, {"condizioni", "Condizioni"}, {"nota", "Nota"}, {"correzioni", "Correzioni"},
	{"non-detto", "Che cosa la fonte non dice"},
}

// ProjectParts returns the fragments that the page of a project may have
// whatever its longer text says.
func ProjectParts() []string {
	var ids []string
	for _, part := range projectParts {
		ids = append(ids, part.ID)
	}
	return ids
}

func (p page) projectPage(project, previous, next *plan.Project) (*projectView, error) {
	e := p.edition
	v := &projectView{
		Layout: p.layout(project.Title, project.Summary, projectDescription(project),
			step{"Progetti", route.Projects.At(e.ID)}, step{project.Title, route.Project.At(e.ID, project.ID)}),
		Progress:        progressBadge(project.Progress),
		Facts:           p.projectFacts(project),
		Indicators:      p.indicators(project),
		Measures:        measures(project),
		Gaps:            projectGaps(project),
		NeighboursLabel: "Altri progetti",
	}
	words := p.newGloss()
	v.Lead = words.text(project.Summary)
	text, err := p.projectText(project)
	if err != nil {
		return nil, err
	}
	v.Text = words.html(text)
	v.Goals, v.Activities = words.texts(project.Goals), words.texts(project.Activities)
	v.Conditions = conditions(project.Conditions, words)
	v.NoIndicators = words.text(project.NoIndicators)
	v.Contribution, v.Note = words.text(project.Contribution), words.text(project.Note)
	v.Rectifications = p.rectifications(e, project, words)
	if len(project.Staff) > 0 {
		v.Staff = p.staffTable("Dipendenti del progetto per profilo", project.Staff)
	}
	there := []bool{
		v.Indicators != nil || v.NoIndicators != "", v.Contribution != "", v.Text != "", len(v.Goals) > 0, len(v.Activities) > 0,
		v.Staff != nil, len(v.Conditions) > 0, v.Note != "", len(v.Rectifications) > 0, len(v.Gaps) > 0,
	}
	var parts []section
	for i, part := range projectParts {
		parts = append(parts, section{part, there[i]})
	}
	v.Index = anchors(parts)
	if previous != nil {
		v.Previous = &Link{Label: previous.Title, Href: p.link(route.Project.At(e.ID, previous.ID))}
	}
	if next != nil {
		v.Next = &Link{Label: next.Title, Href: p.link(route.Project.At(e.ID, next.ID))}
	}
	return v, nil
}

// projectText draws the longer text of a project, "" when it has none. On paper
// its charts have a chapter of their own.
func (p page) projectText(project *plan.Project) (template.HTML, error) {
	n := p.b.texts[route.Project.At(p.edition.ID, project.ID)]
	if n == nil {
		return "", nil
	}
	if p.spots != nil {
		return p.body(n, narrative.Resolver{Chart: p.chartOnPaper, Prefix: p.spots[n.Address()].prefix, Deeper: 2})
	}
	return p.body(n, narrative.Resolver{Chart: p.chartMarkup, Deeper: 1})
}

func projectDescription(project *plan.Project) string {
	if project.Summary != "" {
		return project.Summary
	}
	return "Un progetto del piano per il lavoro agile: che cosa se ne sa e che cosa no."
}

// Names of facts that the page for paper can do without.
const (
	departmentFact  = "Settore"
	inDescribedFact = "Dipendenti nei progetti descritti"
	sourceFact      = "Fonte delle cifre"
)

// everywhere is the settore of a project that belongs to none.
const everywhere = "Tutti: il progetto non appartiene a un settore"

func (p page) projectFacts(project *plan.Project) []Fact {
	e := p.edition
	place := Value{Text: everywhere}
	if d := project.Department; d != nil {
		place = Value{Text: d.Name, Href: p.link(route.Department.At(e.ID, d.ID))}
	}
	places := []Value{place}
	if project.Department == nil && len(project.With) > 0 {
		places = nil
	}
	for _, d := range e.SharedWith(project) {
		places = append(places, Value{Text: d.Name, Href: p.link(route.Department.At(e.ID, d.ID))})
	}
	out := []Fact{fact(departmentFact, places...)}
	if project.Service != "" {
		service := text(project.Service)
		if d := project.Department; d != nil && slices.Contains(d.Offices, project.Service) {
			if service.Href = p.link(route.Department.At(e.ID, d.ID)); !strings.Contains(service.Href, "#") { // on paper it is a place already
				service.Href += "#uffici"
			}
		}
		out = append(out, fact("Servizio", service))
	}
	if s := period(project.Start, project.End); s != "" {
		out = append(out, fact("Periodo", Value{HTML: s}))
	}
	if s := p.staffTable("", project.Staff); len(s.Rows) == 0 || len(s.Rows) > 1 && s.Total == "" { // else their table says it
		out = append(out, fact("Dipendenti", Value{HTML: figure(project.Staffing())}))
	}
	if !project.DaysPerMonth.IsMissing() {
		out = append(out, fact("Giornate al mese", Value{HTML: figure(project.DaysPerMonth)}))
	}
	for _, l := range []struct{ name, text string }{{"Responsabile", project.Responsible}, {"Finanziato da", project.FundedBy}} {
		if l.text != "" {
			out = append(out, fact(l.name, text(l.text)))
		}
	}
	for _, m := range []struct {
		name string
		q    plan.Quantity
	}{{"Costo", project.Cost}, {"Finanziamento", project.Funding}} {
		if !m.q.IsMissing() {
			out = append(out, fact(m.name, Value{HTML: figure(m.q), After: euro(m.q)}))
		}
	}
	var links []Value
	for _, l := range project.Links {
		links = append(links, Value{Text: l.Title, Href: outside(l.URL)})
	}
	for _, a := range e.Attachments {
		if d := p.b.documents[e][a.File]; d != nil && a.Project == project.ID {
			link := p.documentLink(e, d, a.Title)
			links = append(links, Value{Text: link.Label, Href: link.Href})
		}
	}
	if links != nil {
		out = append(out, fact("Da leggere", links...))
	}
	if s := p.source(project.Source); s != nil {
		out = append(out, fact(sourceFact, Value{Text: s.Label, Href: s.Href}))
	}
	return out
}

// euro is the unit after a sum, unless its words have it.
func euro(q plan.Quantity) string {
	if q.Precision == plan.InWords {
		return ""
	}
	return "euro"
}

func conditions(c plan.Conditions, words *gloss) []ConditionList {
	var out []ConditionList
	for _, l := range []struct {
		name  string
		items []string
	}{
		{"Organizzazione", c.Organisational},
		{"Tecnologie", c.Technological},
		{"Formazione", c.Training},
		{"Sicurezza", c.Safety},
	} {
		if len(l.items) > 0 {
			out = append(out, ConditionList{l.name, words.texts(l.items)})
		}
	}
	return out
}
