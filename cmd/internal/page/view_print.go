// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"fmt"
	"html/template"
	"slices"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// A printView is the data of stampa.html: the whole edition on one page, for
// paper. What other pages have one by one, it has as chapters.
type printView struct {
	Layout
	Contents    []Chapter
	Edition     *editionView
	Departments []PrintDepartment
	Loose       string // what the projects of no single settore are called
	Transversal []PrintProject
	Charts      []ChartFigure
	Narrative   []PrintPage
	Terms       []Term // those the page uses
	Address     string // absolute, of the site's edition; "" while unknown
	Changes
	Changed string
}

// A Chapter is a line of the table of contents, with the lines below it.
type Chapter struct {
	ID       string
	Label    string
	Chapters []Chapter
}

// A PrintDepartment is a settore with its projects in full.
type PrintDepartment struct {
	*departmentView
	ID       string
	Projects []PrintProject
	Sheet    *Link // where its projects are, in a long plan
}

// A PrintProject is a project in full.
type PrintProject struct {
	*projectView
	ID string
}

// A PrintPage is a page of narrative.
type PrintPage struct {
	ID      string
	Title   string
	Summary template.HTML
	Body    template.HTML
}

// A spot is where a page of its own stands on the page that holds all.
type spot struct {
	id     string
	prefix string                     // of the ids inside it
	has    func(fragment string) bool // whether it has that inside; nil: it has whatever is asked for
}

// printLink leads to the page for paper.
func (p page) printLink() Link {
	return Link{Label: "Stampa tutto il piano", Href: p.link(route.Print.At(p.edition.ID))}
}

func (p page) printPage() (*printView, error) {
	e := p.edition
	const heading = "Tutto il piano da stampare"
	apart := sheets(e)
	lead := "Tutta l’edizione " + e.ID + " in una pagina sola, da leggere su carta."
	description := "Tutto il piano in una pagina sola, da stampare: progetti, settori, persone, grafici, parole e fonti."
	if len(apart) > 0 {
		lead = "L’edizione " + e.ID + " da leggere su carta. I progetti sono molti: stanno in una pagina per ogni settore."
		description = "Tutto il piano da stampare: settori, persone, grafici, parole e fonti, e i progetti settore per settore."
	}
	v := &printView{
		Layout: p.layout(heading, lead, description,
			step{heading, route.Print.At(e.ID)}),
		Address: p.absolute(route.Edition.At(e.ID)),
	}
	v.Heading, v.CiteAs = e.Name(), ""
	v.Record.Folded = "" // nothing unfolds on paper
	// Links between the pages of the edition become links inside this one.
	p.spots = p.b.spots(e, len(apart) == 0)
	p.words = &gloss{words: p.b.words, href: func(id string) string { return "#" + termSpot(id) }, used: map[string]bool{}}
	p.sources = map[*plan.Source]int{}
	for i, s := range quoted(p.b.in.Publication, e) {
		p.sources[s] = i + 1
	}
	v.Edition = p.paperEdition()
	var err error
	for _, d := range e.Departments {
		chapter := PrintDepartment{departmentView: p.departmentPage(d, nil, nil), ID: departmentSpot(d)}
		chapter.Facts = needed(chapter.Facts, d.Source != e.Source)
		if slices.Contains(apart, d) {
			chapter.Sheet = &Link{Label: sheetHeading(d), Href: p.link(route.PrintSheet.At(e.ID, d.ID))}
		} else if chapter.Projects, err = p.printProjects(d.Described); err != nil {
			return nil, err
		}
		v.Departments = append(v.Departments, chapter)
	}
	if list, before := p.b.compared(e); before != nil && !list.Empty() {
		v.Changes = paperChanges(list)
		v.Changed = p.b.changesSentence(e)
	}
	v.Loose = e.Loose()
	if v.Transversal, err = p.printProjects(e.Transversal); err != nil {
		return nil, err
	}
	for _, c := range p.b.charts[e] {
		if c.worthy() || p.b.placed(e, c.ID) {
			v.Charts = append(v.Charts, p.chartFigure(c))
		}
	}
	for _, n := range p.b.narrative {
		if n.Edition != e.ID {
			continue
		}
		page, err := p.printNarrative(n)
		if err != nil {
			return nil, err
		}
		v.Narrative = append(v.Narrative, page)
	}
	for _, t := range p.b.in.Publication.Glossary {
		if p.words.used[t.ID] {
			term := termOf(t)
			term.ID = termSpot(t.ID)
			v.Terms = append(v.Terms, term)
		}
	}
	v.Contents = v.contents()
	return v, nil
}

func (p page) printProjects(projects []*plan.Project) ([]PrintProject, error) {
	var out []PrintProject
	for _, project := range projects {
		view, err := p.projectPage(project, nil, nil)
		if err != nil {
			return nil, err
		}
		view.Facts = needed(view.Facts, project.Source != p.edition.Source)
		out = append(out, PrintProject{view, projectSpot(project)})
	}
	return out, nil
}

// needed drops what the paper says already: the settore that a project stands
// under, and the source where it is that of the whole plan.
func needed(facts []Fact, source bool) []Fact {
	return slices.DeleteFunc(facts, func(f Fact) bool { return f.Name == departmentFact || f.Name == sourceFact && !source })
}

// printNarrative draws a page of narrative as a chapter. Its charts have a
// chapter of their own.
func (p page) printNarrative(n *narrative.Page) (PrintPage, error) {
	out := PrintPage{ID: narrativeSpot(n).id, Title: n.Title, Summary: p.words.text(n.Summary)}
	body, err := p.body(n, narrative.Resolver{Chart: p.chartOnPaper, Prefix: narrativeSpot(n).prefix, Deeper: 1})
	out.Body = p.words.html(body)
	return out, err
}

// chartOnPaper leads to the chapter of a chart.
func (p page) chartOnPaper(id string) (template.HTML, error) {
	for _, c := range p.b.charts[p.edition] {
		if c.ID == id {
			return template.HTML(`<p class="riga-nota">Grafico: <a href="` + p.link(route.Chart.At(p.edition.ID, c.Chart.ID)) + `">` +
				template.HTMLEscapeString(c.Title) + `</a></p>`), nil
		}
	}
	return "", fmt.Errorf("no chart %q", id)
}

// contents lists the chapters that are there, in the order of the template.
func (v *printView) contents() []Chapter {
	var out []Chapter
	if len(v.Edition.KeyFigures) > 0 {
		out = append(out, Chapter{ID: "cifre", Label: "Le cifre del piano"})
	}
	out = append(out, Chapter{ID: "conto", Label: v.Edition.Account.Title})
	for _, d := range v.Departments {
		out = append(out, Chapter{d.ID, d.Heading, projectChapters(d.Projects)})
	}
	add := func(there bool, c Chapter) {
		if there {
			out = append(out, c)
		}
	}
	add(len(v.Transversal) > 0, Chapter{"trasversali", v.Loose, projectChapters(v.Transversal)})
	charts := Chapter{ID: "grafici", Label: "I grafici"}
	for _, c := range v.Charts {
		charts.Chapters = append(charts.Chapters, Chapter{ID: "grafico_" + c.ID, Label: c.Title})
	}
	add(len(v.Charts) > 0, charts)
	for _, n := range v.Narrative {
		out = append(out, Chapter{ID: n.ID, Label: n.Title})
	}
	add(len(v.Edition.Gaps) > 0, Chapter{ID: "non-detto", Label: "Che cosa la fonte non dice"})
	add(v.Edition.Note != "", Chapter{ID: "nota", Label: "Nota"})
	add(v.Changed != "", Chapter{ID: "cosa-cambia", Label: "Che cosa cambia"})
	add(len(v.Edition.Rectifications) > 0, Chapter{ID: "correzioni", Label: "Correzioni"})
	out = append(out, Chapter{ID: "atto", Label: "L’atto che approva il piano"})
	add(len(v.Edition.Documents) > 0, Chapter{ID: "documenti", Label: "Documenti"})
	add(len(v.Terms) > 0, Chapter{ID: "parole", Label: "Le parole del piano"})
	return append(out, Chapter{ID: "fonti", Label: "Fonti"})
}

func projectChapters(projects []PrintProject) []Chapter {
	var out []Chapter
	for _, p := range projects {
		out = append(out, Chapter{ID: p.ID, Label: p.Heading})
	}
	return out
}

func departmentSpot(d *plan.Department) string { return "settore-" + d.ID }
func projectSpot(p *plan.Project) string       { return "progetto-" + p.ID }
func chartSpot(c chart.Chart) string           { return "grafico_" + c.ID }
func termSpot(id string) string                { return "termine-" + id }

// narrativeSpot parts page and heading by two hyphens, which no id has.
func narrativeSpot(n *narrative.Page) spot {
	return spot{id: "pagina-" + n.Slug, prefix: "pagina-" + n.Slug + "--"}
}

// projectSpot is where a project stands, with the headings of its longer text.
func (b *Builder) projectSpot(e *plan.Edition, project *plan.Project) spot {
	id := projectSpot(project)
	return spot{id, id + "--", func(fragment string) bool {
		n := b.texts[route.Project.At(e.ID, project.ID)]
		return n != nil && slices.ContainsFunc(n.Headings, func(h narrative.Heading) bool { return h.ID == fragment })
	}}
}

// spots says where each page of e stands on the page that holds them all, but
// for the projects of the settori when they are not on it.
func (b *Builder) spots(e *plan.Edition, projects bool) map[string]spot {
	out := map[string]spot{route.Edition.At(e.ID): {id: "vai_contenuto"}}
	for _, d := range e.Departments {
		out[route.Department.At(e.ID, d.ID)] = spot{id: departmentSpot(d)}
		if projects {
			b.addSpots(out, e, d.Described)
		}
	}
	b.addSpots(out, e, e.Transversal)
	for _, c := range b.charts[e] {
		out[route.Chart.At(e.ID, c.Chart.ID)] = spot{id: chartSpot(c.Chart)}
	}
	for _, n := range b.narrative {
		if n.Edition == e.ID {
			out[n.Address()] = narrativeSpot(n)
		}
	}
	return out
}

func (b *Builder) addSpots(to map[string]spot, e *plan.Edition, projects []*plan.Project) {
	for _, p := range projects {
		to[route.Project.At(e.ID, p.ID)] = b.projectSpot(e, p)
	}
}
