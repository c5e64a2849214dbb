// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"slices"

	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// An atomFeed is an Atom feed (RFC 4287), as far as this site needs it.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string   `xml:"id"`
	Title     string   `xml:"title"`
	Published string   `xml:"published"`
	Updated   string   `xml:"updated"`
	Link      atomLink `xml:"link"`
	Summary   string   `xml:"summary"`
}

// hasFeed reports whether there is a feed: its addresses need that of the site,
// and there is nothing to tell before the first publication.
func (b *Builder) hasFeed() bool { return b.base != "" && len(b.news) > 0 }

// instant is the moment that a day is written as: Atom has no plain dates. Its
// midnight in Greenwich is the same day in Italy.
func instant(d interface{ String() string }) string { return d.String() + "T00:00:00Z" }

// entries lists what the feed tells, newest first: for each approved and
// published edition its publication, what changed with it, its corrections.
func (b *Builder) entries() []atomEntry {
	var out []atomEntry
	for _, e := range b.shown {
		if e.State != plan.Approved || e.Published.IsZero() {
			continue
		}
		entry := func(address, title, summary, day string) {
			href := page{b: b}.absolute(address)
			out = append(out, atomEntry{ID: href, Title: title, Published: day, Updated: day, Summary: summary, Link: atomLink{Rel: "alternate", Href: href}})
		}
		entry(route.Edition.At(e.ID), "Pubblicata l’edizione "+e.ID+": «"+e.Title+"»", editionDescription(e), instant(e.Published))
		if s := b.changesSentence(e); s != "" {
			entry(route.Changes.At(e.ID), "Che cosa cambia con l’edizione "+e.ID, s, instant(e.Published))
		}
		for i, c := range e.Corrections {
			entry(route.Edition.At(e.ID)+"#"+rectificationID(e, i), "Correzione all’edizione "+e.ID, rectificationSentence(e, c), instant(c.Date))
		}
	}
	slices.SortStableFunc(out, func(a, c atomEntry) int { return -cmp.Compare(a.Updated, c.Updated) })
	return out
}

// feed writes the feed.
func (b *Builder) feed() ([]byte, error) {
	at := page{b: b}.absolute
	f := atomFeed{
		Lang: "it", ID: at("/" + route.FeedFile), Title: "Piano per il Lavoro Agile: novità", Subtitle: "Nuove edizioni, cambiamenti e correzioni",
		Updated: b.news[0].Updated, Author: b.muni.Name, Entries: b.news,
		Links: []atomLink{{Rel: "self", Type: manifest.FeedType, Href: at("/" + route.FeedFile)}, {Rel: "alternate", Type: "text/html", Href: at(route.Home.At())}},
	}
	if !official(b.muni) {
		f.Author = "Pubblicazione non ufficiale"
	}
	return encodeXML(f)
}

// encodeXML writes v as a document of its own.
func encodeXML(v any) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(xml.Header)
	enc := xml.NewEncoder(&out)
	enc.Indent("", " ")
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("writing XML: %w", err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}
