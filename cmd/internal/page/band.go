// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
)

// A Band is a line under the header that says how to take the page.
type Band struct {
	Class string
	Title string
	Text  string // left to the ear on a phone
	Link  *Link
}

// Name is the title as the name of the band.
func (b Band) Name() string { return strings.TrimRight(b.Title, ".") }

func (p page) bands() []Band {
	var out []Band
	m := p.b.muni
	if m.Fictional {
		out = append(out, Band{
			Class: "fascia-avviso fascia-fittizio",
			Title: m.Name + " non esiste: il piano è inventato.",
			Text:  "Serve a mostrare come appare un sito completo.",
		})
	}
	if l := p.newer(); l != nil {
		out = append(out, Band{Class: "fascia-avviso fascia-edizione", Title: "Edizione " + p.edition.ID + ".", Text: "Ce n’è una più recente.", Link: l})
	}
	title := p.unofficial()
	if title == "" {
		return out
	}
	var open []string
	if !official(m) && !m.Fictional {
		open = append(open, "il nome del Comune")
	}
	if e := p.edition; e != nil && e.State == plan.Approved && !e.Act.Firm() {
		open = append(open, "l’atto di approvazione")
	}
	band := Band{Class: "fascia-avviso", Title: title}
	if p.edition != nil && p.edition.State != plan.Approved {
		band.Class += " fascia-bozza"
	}
	switch len(open) {
	case 1:
		band.Text = italian.Capital(open[0]) + " è da confermare."
	case 2:
		band.Text = italian.Capital(italian.List(open)) + " sono da confermare."
	}
	return append(out, band)
}

// unofficial says why a page is no official publication, or "".
func (p page) unofficial() string {
	const not = " Non è una pubblicazione ufficiale."
	e := p.edition
	switch {
	case e != nil && e.State != plan.Approved:
		return "Bozza, non approvata." + not
	case p.confirmed() || p.b.muni.Fictional:
		return ""
	case e != nil && e.Source != nil && strings.HasPrefix(strings.ToLower(e.Source.Kind), "articolo"):
		return "Ricostruzione da un articolo di stampa." + not
	}
	return "Dati da confermare." + not
}
