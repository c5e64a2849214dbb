// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// A Layout is what every page has around and below its content. Each page's
// struct embeds it.
type Layout struct {
	DocumentTitle string // of the browser's tab: at most 65 characters
	Description   string // at most 150 characters, ends with a full stop
	Canonical     string // absolute address, "" while the base is not known
	Share         *Share // nil while the base is not known
	Refresh       string // where a page that only leads elsewhere leads
	Style         string
	Fonts         []string // those that every page begins with
	Script        string
	Icon          string
	Frame         *Frame // header and footer
	Bands         []Band
	Crumbs        []Crumb
	Heading       string // h1
	Lead          template.HTML
	Record        *Record       // metadata
	Feed          string        // "" where there is none
	CiteAs        string        // how to cite the page; "" where its content says it
	LinkedData    []template.JS // values of schema.org

	defect error // met while making it
}

// fault returns the defect met while making the frame of a page.
func (l Layout) fault() error { return l.defect }

// A Header is the top of a page.
type Header struct {
	Region  string
	Slim    []Link // to the site of the Comune and its personal area
	Home    string
	Emblem  string
	Title   string
	Tagline string
	Menu    []MenuItem
}

// A MenuItem is a voice of the menu.
type MenuItem struct {
	Label   string
	Href    string
	Active  bool // the page is here or below
	Current bool // it is this very page
}

// A Crumb is a step of the breadcrumb. Href is empty where there is no page
// of ours and no link is configured.
type Crumb struct {
	Label   string
	Href    string
	Near    bool // a phone shows it
	Current bool
}

// A Footer is the bottom of a page.
type Footer struct {
	Columns     []FooterColumn
	SmallPrints []Link
}

// A FooterColumn is one list of the footer.
type FooterColumn struct {
	ID    string
	Title string
	Hook  string // data-element of the list of links
	Lines []FooterLine
	Links []Link
}

// A FooterLine is a line of address: text, or a text and a link after it.
type FooterLine struct {
	Prefix string
	Label  string
	Href   template.URL
}

// A page knows where it stands, so that it can link to others.
type page struct {
	b       *Builder
	file    string
	address string        // permanent
	edition *plan.Edition // the edition it belongs to or, failing that, the current one; may be nil

	// Of the page that holds all others: where each stands on it, the one gloss
	// of them all, and the numbers of the sources.
	spots   map[string]spot
	words   *gloss
	sources map[*plan.Source]int
}

// link returns the way from p to a permanent address of this site, which may
// carry a fragment.
func (p page) link(address string) string {
	target, fragment, _ := strings.Cut(address, "#")
	if s, ok := p.spots[target]; ok {
		if fragment == "" || s.has != nil && !s.has(fragment) {
			return "#" + s.id
		}
		return "#" + s.prefix + fragment
	}
	return route.Relative(p.file, address)
}

// absolute returns the address of a page for the outside world, "" while the
// address of the site is not known.
func (p page) absolute(address string) string {
	if p.b.base == "" {
		return ""
	}
	return p.b.base + strings.TrimPrefix(address, "/")
}

// A crumb of the section below the edition.
type step struct{ label, address string }

// layout makes the Layout of p. steps lead from the edition down to the page,
// which is the last.
func (p page) layout(heading, lead, description string, steps ...step) Layout {
	l := Layout{
		DocumentTitle: p.documentTitle(heading),
		Description:   italian.Clip(italian.Sentence(description), 150),
		Style:         p.link(p.b.assets.style),
		Fonts:         p.fonts(),
		Bands:         p.bands(),
		Crumbs:        p.crumbs(steps),
		Heading:       heading,
		Lead:          template.HTML(template.HTMLEscapeString(lead)),
		Record:        p.record(heading),
		Canonical:     p.absolute(p.address),
		Share:         p.share(),
	}
	if p.b.hasFeed() {
		l.Feed = p.link("/" + route.FeedFile)
	}
	if p.edition != nil {
		l.CiteAs = p.citation(heading, p.address)
	}
	if p.spots != nil {
		return l // a chapter of another page, which has the frame
	}
	if l.Frame, l.defect = p.frame(); l.defect != nil {
		return l
	}
	l.LinkedData, l.defect = p.linkedData(l, steps)
	if p.b.assets.script != "" {
		l.Script = p.link(p.b.assets.script)
	}
	if p.b.assets.icon != "" {
		l.Icon = p.link(p.b.assets.icon)
	}
	return l
}

// fonts are the faces of text and headings, asked for with the page: a browser
// that has them at once never shows the page in another face first.
func (p page) fonts() []string {
	var out []string
	for _, f := range p.b.assets.fonts {
		out = append(out, p.link(f))
	}
	return out
}

// documentTitle adds the plan to a heading where 65 characters allow it.
func (p page) documentTitle(heading string) string {
	var after []string
	if e := p.edition; e != nil {
		if p.address == route.Edition.At(e.ID) {
			heading = e.Name()
		} else {
			after = append(after, heading+" · "+e.Name(), heading+" · piano "+e.ID)
		}
	}
	if m := p.b.muni; official(m) || m.Fictional {
		after = append([]string{heading + " · " + m.Name}, after...)
		if p.edition != nil && p.address != route.Edition.At(p.edition.ID) {
			after = after[1:]
		}
	}
	for _, title := range append(after, heading) {
		if len([]rune(title)) <= 65 {
			return title
		}
	}
	return italian.Clip(heading, 65)
}

// official reports whether the ente itself has confirmed its data. An invented
// one never is.
func official(m *plan.Municipality) bool { return m.Confirmed }

// confirmed reports whether pages of e may speak in the ente's name.
func (p page) confirmed() bool {
	return official(p.b.muni) && (p.edition == nil || p.edition.Act.Firm())
}

func (p page) header() Header {
	m := p.b.muni
	h := Header{Region: m.Region, Home: p.link(route.Home.At()), Title: m.Name, Tagline: m.Tagline}
	if e := p.edition; e != nil {
		h.Tagline = e.Title
		h.Menu = p.menu(e)
	}
	h.Slim = configured(
		Link{Label: "Vai al sito del Comune", Href: m.Links.Site},
		Link{Label: "Accedi all’area personale", Href: m.Links.PersonalArea, Hook: "personal-area-login"},
	)
	if !official(m) && !m.Fictional {
		// The name is a guess: the plan comes first, and the name says it is one.
		h.Title, h.Tagline = h.Tagline, m.Name+" (nome da confermare)"
		if p.edition == nil {
			h.Title = "Piano per il Lavoro Agile"
		}
	}
	if p.confirmed() && m.Emblem != "" {
		if file, ok := p.b.image(m.Emblem); ok {
			h.Emblem = p.link(file)
		}
	}
	return h
}

// menu lists the section's own pages: at most seven voices.
func (p page) menu(e *plan.Edition) []MenuItem {
	item := func(label, address string, exact bool) MenuItem {
		return MenuItem{
			Label:   label,
			Href:    p.link(address),
			Active:  p.address == address || !exact && strings.HasPrefix(p.address, address),
			Current: p.address == address,
		}
	}
	menu := []MenuItem{item("Il piano", route.Edition.At(e.ID), true)}
	if len(e.Departments) > 0 {
		menu = append(menu, item("Settori", route.Departments.At(e.ID), false))
	}
	menu = append(menu, item("Progetti", route.Projects.At(e.ID), false))
	if len(p.b.charts[e]) > 0 {
		menu = append(menu, item("Grafici", route.Charts.At(e.ID), false))
	}
	return append(menu, item("Dati", route.Data.At(e.ID), false), item("Glossario", route.Glossary.At(), true), item("Cerca", route.Search.At(), true))
}

// crumbs leads from the site of the Comune through Amministrazione trasparente
// to the page, with the legal labels.
func (p page) crumbs(steps []step) []Crumb {
	m := p.b.muni
	out := []Crumb{
		{Label: "Home", Href: outside(m.Links.Site)},
		{Label: "Amministrazione trasparente", Href: outside(m.Links.Transparency)},
	}
	placement := m.Placement
	if len(placement) == 0 {
		placement = plan.DefaultPlacement
	}
	for _, label := range placement {
		out = append(out, Crumb{Label: label})
	}
	if e := p.edition; e != nil {
		steps = append([]step{{e.Name(), route.Edition.At(e.ID)}}, steps...)
	} else if len(steps) == 0 || p.address != route.Home.At() {
		steps = append([]step{{"Piano per il Lavoro Agile", route.Home.At()}}, steps...)
	}
	for i, s := range steps {
		c := Crumb{Label: s.label}
		if i == len(steps)-1 {
			c.Current = true
		} else {
			c.Href, c.Near = p.link(s.address), true
		}
		out = append(out, c)
	}
	if len(steps) == 1 { // the plan itself: it stands where the law puts it
		out[1].Near, out[len(out)-2].Near = true, true
	}
	return out
}
