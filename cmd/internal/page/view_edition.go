// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"cmp"
	"html/template"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// An editionView is the data of edizione.html: an edition at a glance. The page for
// paper has a part of it.
type editionView struct {
	Layout
	Brief          []Value // act and dates in a line
	ProjectsLink   Link
	KeyFigures     []KeyFigure
	KeySource      *Link
	Tension        string // why two key figures do not sit well together
	Highlights     []Highlight
	Mosaic         *Mosaic
	Workers        []Workers
	MoreWorkers    *Link // where the others are
	Gaps           []string
	Call           *Link // for who can fill them
	Rectifications []Rectification
	Reading        []PageLink

	Account     *AccountTable // on paper
	Summary     []Fact        // likewise
	Note        template.HTML
	Act         []Fact
	ActNote     template.HTML
	ActDocument []Document // the act itself, where it is published here
	Documents   []Document
	Sources     []SourceItem
	Citation    string
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
		Layout:       p.layout(e.Title, editionLead(e), editionDescription(e)),
		ProjectsLink: Link{Label: "L’elenco dei progetti", Href: p.link(route.Projects.At(e.ID))},
		KeyFigures:   p.keyFigures(e),
		KeySource:    p.source(e.Source),
		Tension:      tension(e),
		Highlights:   p.highlights(),
		Mosaic:       p.mosaic(),
		Gaps:         editionGaps(e),
		Call:         p.call(),
		Sources:      p.sourceItems(e),
		Citation:     p.citation(e.Title, route.Edition.At(e.ID)),
	}
	v.Brief = p.brief()
	words := p.newGloss()
	v.Lead = words.text(cmp.Or(e.Summary, editionLead(e)))
	more := false
	if v.Workers, more = p.workers(words, v.Mosaic); more {
		v.MoreWorkers = &Link{Label: "Tutti i settori", Href: p.link(route.Departments.At(e.ID))}
	}
	v.Note = words.text(e.Note)
	v.Rectifications = p.rectifications(e, nil, words)
	v.Reading = p.reading()
	v.Act, v.ActNote = p.act(e), words.text(e.Act.Note)
	v.ActDocument, v.Documents = p.actDocument(e), p.attachments(e, words)
	return v
}

// paperEdition adds what only the page for paper says of the edition.
func (p page) paperEdition() *editionView {
	v := p.editionPage()
	v.Account, v.Summary = p.account(p.edition), p.editionSummary(p.edition)
	return v
}

// brief says in a line who approved the plan, when, and how old the data are.
func (p page) brief() []Value {
	a := p.edition.Act
	approval := text(actSentence(a))
	if !a.Firm() {
		approval = text("Approvazione da confermare")
		if a.DateText != "" {
			approval.Text += ": «" + a.DateText + "»"
		}
	}
	out := []Value{approval}
	if d := dateOf(p.edition.Updated); d.ISO != "" {
		out = append(out, Value{HTML: "aggiornato " + onDay(d)})
	}
	return append(out, Value{Text: "l’atto e le fonti", Href: "#atto"})
}

// call leads who can fill the gaps to where to write; nil where nobody said.
func (p page) call() *Link {
	m := p.b.muni
	if l := p.correction(p.edition.Title); l != nil {
		return &Link{Label: "Scrivi che cosa manca", Href: l.Href}
	}
	if href := outside("mailto:" + m.Contacts.Email); m.Contacts.Email != "" && (official(m) || m.Fictional) {
		return &Link{Label: "Scrivi che cosa manca", Href: href}
	}
	return nil
}

// reading leads to all else there is of the edition.
func (p page) reading() []PageLink {
	e := p.edition
	var out []PageLink
	if s := p.b.changesSentence(e); s != "" {
		out = append(out, PageLink{"Che cosa cambia", p.link(route.Changes.At(e.ID)), s})
	}
	for _, n := range p.b.narrative {
		if n.Edition == e.ID {
			out = append(out, PageLink{n.Title, p.link(n.Address()), n.Summary})
		}
	}
	if len(p.b.charts[e]) > 0 {
		out = append(out, PageLink{"I grafici", p.link(route.Charts.At(e.ID)), "Con le tabelle, da guardare e da riusare"})
	}
	paper := "In una pagina sola, per la carta"
	if len(sheets(e)) > 0 {
		paper = "Per la carta, con i progetti settore per settore"
	}
	out = append(out,
		PageLink{"I dati aperti", p.link(route.Data.At(e.ID)), "Le tabelle in CSV, Excel e JSON"},
		PageLink{p.printLink().Label, p.printLink().Href, paper})
	return append(out, p.otherEditions(e)...)
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
	for _, f := range p.record(e.Title).Facts {
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
		day.After = "(senza " + missingOfDay(a.DateText) + ")"
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
