// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"path"
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
	"vetro/static"
)

// A waitingView is the data of attesa.html: the home page while no edition is
// approved.
type waitingView struct {
	Layout
	Paragraphs []string
	Items      []string // what will be here
	When       template.HTML
	Drafts     []PageLink
}

func (p page) waitingPage() *waitingView {
	v := &waitingView{
		Layout: p.layout("Piano per il Lavoro Agile", "Il piano non è ancora stato approvato.",
			"Il piano per il lavoro agile del Comune non è ancora stato approvato: che cosa si leggerà qui, e quando."),
		Paragraphs: []string{"Dopo l’approvazione qui troverai:"},
		Items: []string{
			"i progetti di lavoro agile, settore per settore",
			"quante persone riguardano e che cosa cambia nei servizi",
			"l’atto che approva il piano e i documenti",
			"i dati da scaricare",
		},
		When:   "La data dell’approvazione non è ancora indicata.",
		Drafts: p.otherEditions(nil),
	}
	for _, e := range p.b.in.Publication.Editions {
		if e.Expected != "" {
			v.When = "L’approvazione dell’edizione " + template.HTML(e.ID) + " è prevista: " + timeOf(e.Expected) + "."
			break
		}
	}
	return v
}

// A glossaryView is the data of glossario.html.
type glossaryView struct {
	Layout
	Terms []Term
}

// A Term is an entry of the glossary.
type Term struct {
	ID         string
	Term       string
	Short      bool // an acronym
	Expansion  string
	Definition string
	Forms      string
}

func (p page) glossaryPage() *glossaryView {
	v := &glossaryView{Layout: p.layout("Glossario", "Le parole e le sigle del piano, spiegate a tutti.",
		"Le parole e le sigle del piano per il lavoro agile, spiegate a tutti.", step{"Glossario", route.Glossary.At()})}
	for _, t := range p.b.in.Publication.Glossary {
		term := termOf(t)
		if len(t.Forms) > 0 {
			term.Forms = "Si trova anche come " + italian.List(t.Forms) + "."
		}
		v.Terms = append(v.Terms, term)
	}
	return v
}

func termOf(t *plan.Term) Term {
	return Term{ID: t.ID, Term: t.Term, Short: t.Expansion != "" && acronym(t.Term), Expansion: t.Expansion, Definition: t.Definition}
}

// A legalView is the data of note-legali.html.
type legalView struct {
	Layout
	Official   bool     // the licence is given in the ente's name
	Except     string   // for which editions it is not, yet
	Plain      []string // what stands instead of it
	More       []Link
	Norms      []Norm
	ThirdParty []ThirdParty
}

// A Norm is a law that these pages rest on.
type Norm struct {
	Link Link
	Why  string
}

// norms are the laws that these pages rest on, with their permanent address on
// Normattiva. Pages name them here, not in the middle of a sentence.
func norms() []Norm {
	const place = "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:"
	return []Norm{
		{Link{Label: "Decreto legislativo 14 marzo 2013, n. 33", Href: place + "decreto.legislativo:2013-03-14;33"}, "che cosa si pubblica in Amministrazione trasparente, per quanto tempo e come chiederlo"},
		{Link{Label: "Legge 22 maggio 2017, n. 81", Href: place + "legge:2017-05-22;81"}, "che cos’è il lavoro agile (articoli 18–23)"},
		{Link{Label: "Decreto legislativo 7 marzo 2005, n. 82", Href: place + "decreto.legislativo:2005-03-07;82"}, "il codice dell’amministrazione digitale: formati aperti e licenze"},
		{Link{Label: "Legge 9 gennaio 2004, n. 4", Href: place + "legge:2004-01-09;4"}, "l’accessibilità dei siti pubblici"},
	}
}

// A ThirdParty is a work of others that the site carries.
type ThirdParty struct {
	Name    string
	Details string
	Label   string
	Href    string
}

func (p page) legalPage() *legalView {
	m := p.b.muni
	v := &legalView{
		Layout: p.layout("Note legali", "", "Licenza dei contenuti, dati personali e software di terze parti di queste pagine.",
			step{"Note legali", route.Legal.At()}),
		More: configured(
			Link{Label: "Note legali del sito del Comune", Href: m.Links.LegalNotes},
			Link{Label: "Informativa privacy del Comune", Href: m.Links.Privacy},
		),
	}
	var firm, open []string
	for _, e := range p.b.shown {
		if e.State == plan.Approved && e.Act.Firm() {
			firm = append(firm, e.ID)
		} else {
			open = append(open, e.ID)
		}
	}
	switch v.Official = official(m) && (len(firm) > 0 || len(p.b.shown) == 0); {
	case v.Official && len(open) == 1:
		v.Except = "La licenza non vale ancora per l’edizione " + open[0] + ", che non è confermata."
	case v.Official && len(open) > 1:
		v.Except = "La licenza non vale ancora per le edizioni " + italian.List(open) + ", che non sono confermate."
	case v.Official:
	case m.Fictional:
		v.Plain = append(v.Plain, m.Name+" non esiste: queste pagine sono un esempio e non danno alcuna licenza a nome di un Comune.")
	default:
		v.Plain = append(v.Plain, "Queste pagine non sono una pubblicazione ufficiale. Finché il Comune non le conferma, non danno licenze a suo nome.")
		if m.Note != "" {
			v.Plain = append(v.Plain, m.Note)
		}
		v.Plain = append(v.Plain, "Le cifre vengono dalle fonti indicate; i testi sono stati scritti per queste pagine.")
	}
	v.Norms = norms()
	for _, l := range static.Licences() {
		v.ThirdParty = append(v.ThirdParty, ThirdParty{
			Name: strings.TrimSpace(l.Name + " " + l.Version), Details: l.Use,
			Label: "licenza " + l.SPDX + " di " + l.Name, Href: p.link(p.b.assets.licences + path.Base(l.File)),
		})
	}
	return v
}

// A mapView is the data of mappa.html.
type mapView struct {
	Layout
	Sections []MapSection
}

// A MapSection is one part of the map.
type MapSection struct {
	ID     string
	Title  string
	Suffix string // heard after each link where other sections have links of the same words
	Links  []MapLink
}

// A MapLink is a page with the pages below it.
type MapLink struct {
	Label string
	Href  string
	Links []Link
}

func (p page) mapPage() *mapView {
	v := &mapView{Layout: p.layout("Mappa del sito", "Tutte le pagine, in un elenco.",
		"L’elenco di tutte le pagine del piano per il lavoro agile.", step{"Mappa del sito", route.Map.At()})}
	for _, e := range p.b.shown {
		section := MapSection{ID: "edizione-" + e.ID, Title: e.Name(), Links: p.editionMap(e)}
		if len(p.b.shown) > 1 {
			section.Suffix = "edizione " + e.ID
		}
		v.Sections = append(v.Sections, section)
	}
	v.Sections = append(v.Sections, MapSection{ID: "altre-pagine", Title: "Altre pagine", Links: p.generalMap()})
	return v
}

// listed is what a page is called beside those of the menu: one with the title of
// an entry of the menu leads elsewhere than that.
func listed(n *narrative.Page) string {
	for _, entry := range []string{"Il piano", "Settori", "Progetti", "Grafici", "Dati", "Glossario", "Cerca"} {
		if strings.EqualFold(n.Title, entry) {
			return n.Title + ": la pagina di testo"
		}
	}
	return n.Title
}

// generalMap lists the pages of no edition.
func (p page) generalMap() []MapLink {
	out := []MapLink{{Label: "Pagina iniziale", Href: p.link(route.Home.At())}}
	for _, n := range p.b.narrative {
		if n.Edition == "" {
			out = append(out, MapLink{Label: listed(n), Href: p.link(n.Address())})
		}
	}
	return append(out,
		MapLink{Label: "Cerca", Href: p.link(route.Search.At())},
		MapLink{Label: "Glossario", Href: p.link(route.Glossary.At())},
		MapLink{Label: "Note legali", Href: p.link(route.Legal.At())},
		MapLink{Label: "Come verificare i file", Href: p.link(route.Verify.At())})
}

func (p page) editionMap(e *plan.Edition) []MapLink {
	out := []MapLink{{Label: "Il piano", Href: p.link(route.Edition.At(e.ID))}}
	for _, n := range p.b.narrative {
		if n.Edition == e.ID {
			out = append(out, MapLink{Label: listed(n), Href: p.link(n.Address())})
		}
	}
	departments := MapLink{Label: "Settori", Href: p.link(route.Departments.At(e.ID))}
	for _, d := range e.Departments {
		departments.Links = append(departments.Links, Link{Label: d.Name, Href: p.link(route.Department.At(e.ID, d.ID))})
	}
	projects := MapLink{Label: "Progetti", Href: p.link(route.Projects.At(e.ID))}
	if all := e.AllProjects(); len(all) <= maxList {
		for _, project := range all {
			projects.Links = append(projects.Links, Link{Label: project.Title, Href: p.link(route.Project.At(e.ID, project.ID))})
		}
	}
	out = append(out, departments, projects)
	if statesProgress(e) {
		for _, s := range progressStates(e) {
			out = append(out, MapLink{Label: "Progetti " + s.many, Href: p.link(s.kind.At(e.ID))})
		}
	}
	if len(p.b.charts[e]) > 0 {
		charts := MapLink{Label: "Grafici", Href: p.link(route.Charts.At(e.ID))}
		for _, c := range p.b.charts[e] {
			charts.Links = append(charts.Links, Link{Label: c.Title, Href: p.link(route.Chart.At(e.ID, c.Chart.ID))})
		}
		out = append(out, charts)
	}
	out = append(out, MapLink{Label: "Dati aperti", Href: p.link(route.Data.At(e.ID)), Links: []Link{{Label: "Il dizionario dei campi", Href: p.link(route.Dictionary.At(e.ID))}}})
	out = append(out, MapLink{Label: "Che cosa cambia", Href: p.link(route.Changes.At(e.ID))})
	return append(out, MapLink{Label: "Stampa tutto il piano", Href: p.link(route.Print.At(e.ID))})
}
