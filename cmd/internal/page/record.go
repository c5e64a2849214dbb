// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"net/url"
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// The two dates every page carries.
const (
	firstPublished = "Prima pubblicazione"
	lastUpdated    = "Ultimo aggiornamento"
)

// A Record is what a page says of itself at its end.
type Record struct {
	Sentence template.HTML // when it was published and brought up to date, and by whom
	Report   *Link         // where to report an error; Label says the page, after the words of the link
	Folded   string        // what the rest is; "" leaves it open
	Facts    []Fact        // all of it, with names
}

// record is the metadata every page must carry: dates of first publication
// and of last update, office, act, source, licence, where to report an error.
// It is nil where nothing is known.
func (p page) record(heading string) *Record {
	m := p.b.muni
	r := &Record{Report: p.correction(heading)}
	var folded []string
	add := func(name, what string, v Value) {
		r.Facts = append(r.Facts, fact(name, v))
		folded = append(folded, what)
	}
	var sentence []string
	if e := p.edition; e != nil {
		first, last := gap("non ancora pubblicato"), gap("non indicato")
		said := []string{"Non ancora pubblicata"}
		if d := dateOf(e.Published); d.ISO != "" {
			first = Value{Date: d}
			said[0] = "Pubblicata " + string(onDay(d))
		}
		if d := dateOf(e.Updated); d.ISO != "" {
			last = Value{Date: d}
			said = append(said, "aggiornata "+string(onDay(d)))
		}
		sentence = append(sentence, strings.Join(said, ", "))
		r.Facts = append(r.Facts, fact(firstPublished, first), fact(lastUpdated, last))
		if d := dateOf(onlineUntil(e)); d.ISO != "" && e.State == plan.Approved {
			r.Facts = append(r.Facts, fact("Da tenere in rete", Value{HTML: "almeno fino " + joined("a", d.ISO)}))
		}
	}
	if m.Office != "" {
		sentence = append(sentence, "A cura di: "+template.HTMLEscapeString(m.Office))
		r.Facts = append(r.Facts, fact("Ufficio responsabile", text(m.Office)))
	}
	if e := p.edition; e != nil {
		add("Atto", "atto", p.actValue(e))
		if e.Source != nil {
			add("Fonte", "fonte", Value{Text: e.Source.Title, Href: p.source(e.Source).Href})
		}
	}
	if official(m) && p.confirmed() {
		add("Licenza", "licenza", Value{Text: "CC BY 4.0", Href: p.link(route.Legal.At())})
	}
	if len(r.Facts) == 0 && r.Report == nil {
		return nil
	}
	r.Sentence = template.HTML(strings.Join(append(sentence, ""), ". "))
	if p.edition != nil {
		folded = append(folded, "come citarla")
	}
	r.Folded = "Informazioni su questa pagina"
	if len(folded) > 0 {
		r.Folded = italian.Capital(italian.List(folded))
	}
	return r
}

func (p page) actValue(e *plan.Edition) Value {
	if a := e.Act; a.Body == "" && a.Number == "" && a.DateText == "" && a.Date.IsZero() {
		return notSaid()
	}
	v := Value{Text: actSentence(e.Act), Href: p.link(p.sourcePage() + "#atto")}
	if !e.Act.Firm() {
		v.Badge = &Badge{"da confermare", "da-confermare"}
	}
	return v
}

// correction is the link to report an error. It says page and edition, to
// people in its text and to a form in its query; a page that has no use for a
// query ignores it.
func (p page) correction(heading string) *Link {
	href := outside(p.b.muni.Links.Corrections)
	if href == "" {
		return nil
	}
	about := "«" + heading + "»"
	query := url.Values{"pagina": {p.address}}
	if p.edition != nil {
		about += ", edizione " + p.edition.ID
		query.Set("edizione", p.edition.ID)
	}
	if u, err := url.Parse(href); err == nil && u.Opaque == "" {
		for name, values := range u.Query() {
			query[name] = values
		}
		u.RawQuery = query.Encode()
		href = u.String()
	}
	return &Link{Label: "nella pagina " + about, Href: href}
}

// source returns the link from p to where s is described.
func (p page) source(s *plan.Source) *Link {
	if s == nil || p.edition == nil {
		return nil
	}
	l := &Link{Label: s.Title, Href: p.link(p.sourcePage() + "#fonte-" + s.ID)}
	if n := p.sources[s]; n > 0 {
		l.Label = "fonte " + italian.Digits(n)
	}
	return l
}

// briefSource is source for a cell: the kind of document says enough where no
// other document is of that kind.
func (p page) briefSource(s *plan.Source) *Link {
	l := p.source(s)
	if l == nil || s.Kind == "" || p.sources != nil {
		return l
	}
	for _, other := range p.b.in.Publication.Sources {
		if other != s && other.Kind == s.Kind {
			return l
		}
	}
	l.Label = italian.Capital(s.Kind)
	return l
}

// sharedSource is the one source of all the rows of a table, which then says it
// once, in full, instead of in each row. It is nil where the rows differ.
func (p page) sharedSource(rows []*plan.Source) *Link {
	for _, s := range rows {
		if s != rows[0] {
			return nil
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return p.source(rows[0])
}

// sourcePage is where act and sources of the page's edition are. The home page
// has them too, once the edition is approved, and so links to itself.
func (p page) sourcePage() string {
	if p.file == route.File(route.Home.At()) && p.edition.State == plan.Approved {
		return route.Home.At()
	}
	return route.Edition.At(p.edition.ID)
}
