// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// An editionView is the data of edizione.html: an edition at a glance.
type editionView struct {
	Layout
	Paragraphs   []template.HTML
	ProjectsLink Link
	PrintLink    Link
	Summary      []Fact
	KeyFigures   []KeyFigure
	KeySource    *Link
	Tension      string // why two key figures do not sit well together
	Account      *AccountTable
	Charts       []*ChartFigure
	ChartsLink   *Link
	Departments  []DepartmentRow
	Transversal  []ProjectRow
	Narrative    []PageLink
	Gaps         []string

	Documents      []Document
	Changed        *ChangedSummary
	Rectifications []Rectification
	OtherEditions  []PageLink
	Note           template.HTML
	Act            []Fact
	ActNote        template.HTML
	ActDocument    []Document // the act itself, where it is published here
	Sources        []SourceItem
	Citation       string
}

// A ChangedSummary says in a line what changed, and where to read more.
type ChangedSummary struct {
	Sentence string
	Link     Link
}

// A PageLink is a link with a line about where it leads.
type PageLink struct {
	Label   string
	Href    string
	Summary string
}

// editionPage makes the view of p's edition, for its own address and for the
// home page.
func (p page) editionPage() *editionView {
	e := p.edition
	v := &editionView{
		Layout:      p.layout(e.Title, editionLead(e), editionDescription(e)),
		Account:     p.account(e),
		Transversal: p.projectRows(e.Transversal),
		Departments: p.departmentRows(e),
		Gaps:        editionGaps(e),
		Sources:     p.sourceItems(e),
		Citation:    p.citation(e.Title, route.Edition.At(e.ID)),
		Tension:     tension(e),
	}
	words := p.newGloss()
	v.Lead = words.text(editionLead(e))
	v.CiteAs = "" // its own section says it
	v.PrintLink = p.printLink()
	v.ProjectsLink = Link{Label: "Vedi i progetti", Href: p.link(route.Projects.At(e.ID))}
	if e.Summary != "" {
		words = p.newGloss()
		v.Lead = words.text(e.Summary)
		v.Paragraphs = []template.HTML{words.text(editionLead(e))}
	}
	v.Summary = p.editionSummary(e)
	v.KeyFigures, v.KeySource = p.keyFigures(e), p.source(e.Source)
	v.Note = words.text(e.Note)
	if s := p.b.changesSentence(e); s != "" {
		v.Changed = &ChangedSummary{s, p.changesLink(e)}
	}
	v.Rectifications = p.rectifications(e, nil, words)
	v.Act, v.ActNote = p.act(e), words.text(e.Act.Note)
	v.ActDocument, v.Documents = p.actDocument(e), p.attachments(e, words)
	v.OtherEditions = p.otherEditions(e)
	for _, c := range p.b.charts[e] {
		if c.worthy() {
			f := p.chartFigure(c)
			v.Charts = append(v.Charts, &f)
		}
	}
	if len(p.b.charts[e]) > 0 {
		v.ChartsLink = &Link{Label: "Tutti i grafici del piano", Href: p.link(route.Charts.At(e.ID))}
	}
	for _, n := range p.b.narrative {
		if n.Edition == e.ID {
			v.Narrative = append(v.Narrative, PageLink{n.Title, p.link(n.Address()), n.Summary})
		}
	}
	return v
}

// editionLead says in one or two sentences what the plan is and how much of
// it is known.
func editionLead(e *plan.Edition) string {
	described := len(e.AllProjects())
	in := quantityOf(e.ProjectsInPlan, "progetto", "progetti")
	switch {
	case inWords(e.ProjectsInPlan):
		s := "Secondo la fonte i progetti del piano sono «" + e.ProjectsInPlan.Text + "»."
		if described == 0 {
			return s + " Non ne descrive ancora nessuno."
		}
		return s + " Ne descrive " + italian.Digits(described) + "."
	case in == "":
		if described == 0 {
			return "La fonte non dice quanti progetti ha il piano."
		}
		return "La fonte non dice quanti progetti ha il piano e ne descrive " + italian.Digits(described) + "."
	}
	s := "Il piano comprende " + in + " di lavoro agile"
	if e.Uncounted() == plan.Count(0) {
		with := 0
		for _, d := range e.Departments {
			if d.Projects.Known() && d.Projects.Number > 0 {
				with++
			}
		}
		s += " in " + departmentsInWords(with) + " del Comune"
	}
	left := undescribed(e)
	switch {
	case described == 0:
		return s + ". La fonte non ne descrive ancora nessuno."
	case e.ProjectsInPlan.Precision != plan.Exact:
		return s + ". La fonte ne descrive " + italian.Digits(described) + "."
	case left == 0 && described == 1:
		return s + ", descritto in queste pagine."
	case left == 0:
		return s + ", tutti descritti in queste pagine."
	case left == 1:
		return s + ". La fonte ne descrive " + italian.Digits(described) + "; l’altro non lo descrive."
	}
	return s + ". La fonte ne descrive " + italian.Digits(described) + "; gli altri " + italian.Digits(left) + " non li descrive uno per uno."
}

func editionDescription(e *plan.Edition) string {
	s := quantityOf(e.ProjectsInPlan, "progetto", "progetti")
	if s == "" || inWords(e.ProjectsInPlan) {
		return "Il piano per il lavoro agile del Comune: settori, progetti, persone e grafici."
	}
	return italian.Capital(s) + " per lavorare in modo agile in Comune: settori, persone coinvolte, grafici e quello che ancora non si sa."
}

func (p page) editionSummary(e *plan.Edition) []Fact {
	state := Badge{"Approvato", "stato-approvato"}
	if e.State != plan.Approved {
		state = Badge{"Bozza", "stato-bozza"}
	}
	approval := Value{Badge: &state}
	if e.State == plan.Approved && !e.Act.Firm() {
		approval.Text = "secondo la fonte"
	}
	out := []Fact{fact("Stato", approval), fact("Edizione", text(e.ID))}
	for _, f := range p.record(e.Title) {
		if f.Name == firstPublished || f.Name == lastUpdated {
			out = append(out, f)
		}
	}
	return out
}

// act describes what approved the edition, and how firm that is.
func (p page) act(e *plan.Edition) []Fact {
	a := e.Act
	said := func(s string) Value {
		if s == "" {
			return notSaid()
		}
		return text(s)
	}
	day := said(a.DateText)
	if d := dateOf(a.Date); d.ISO != "" {
		day = Value{Date: d}
	} else if a.DateText != "" {
		day.After = "(senza l’anno)"
	}
	body := said(a.Body)
	if a.Body != "" && !kindKnown(a) {
		body.Badge = &Badge{"da confermare", "da-confermare"}
	}
	out := []Fact{
		fact("Tipo", actKind(a.Kind)),
		fact("Organo", body),
		fact("Numero", said(a.Number)),
		fact("Data", day),
	}
	firm := Badge{"da confermare", "da-confermare"}
	if a.Firm() {
		firm = Badge{"confermato dal Comune", "stato-approvato"}
	}
	out = append(out, fact("Certezza", Value{Badge: &firm}))
	if href := outside(a.URL); href != "" {
		out = append(out, fact("Documento", Value{Text: "L’atto sul sito del Comune", Href: href}))
	}
	return out
}
