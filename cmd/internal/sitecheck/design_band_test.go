// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Classes of the bands under the header: fictional says that all is invented,
// newer that there is a more recent edition.
const (
	band          = "fascia-avviso"
	bandFictional = "fascia-fittizio"
	bandNewer     = "fascia-edizione"
)

// findBands keeps what the bands say: how the whole site, or the edition, must
// be taken.
func (p *designPage) findBands() {
	for _, n := range p.elements {
		switch {
		case !hasClass(n, band):
		case hasClass(n, bandFictional):
			p.bands = append(p.bands, bandFictional)
		case !hasClass(n, bandNewer):
			p.bands = append(p.bands, content(n))
		}
		if hasClass(n, "da-confermare") && within(n, called("dd")) != nil && within(n, func(n *html.Node) bool { return hasClass(n, "registro") }) != nil {
			dt := children(within(n, called("dd")).Parent)[0]
			p.uncertain = p.uncertain || content(dt) == actOf
		}
	}
}

// checkBands holds that what warns stands everywhere or nowhere: what is
// invented on every page of the site, a draft or a reconstruction on every page
// of its edition. An act that is to be confirmed wants a band.
func (s *design) checkBands() []flaw {
	var out []flaw
	var invented *designPage
	for _, p := range s.pages {
		if invented == nil && slices.Contains(p.bands, bandFictional) {
			invented = p
		}
	}
	first := map[string]*designPage{}
	for _, p := range s.pages {
		if invented != nil && !slices.Contains(p.bands, bandFictional) {
			out = append(out, flawAt(p.name, "band", "la pagina non dice che il piano è inventato, come %s", invented.name))
		}
		if p.uncertain && len(p.bands) == 0 {
			out = append(out, flawAt(p.name, "band", "la pagina ha dati da confermare, ma non lo dice in alto"))
		}
		e := edition(p.name)
		if strings.HasSuffix(p.name, framed) { // it has only the beginning of what a band says
			e += ", framed"
		}
		if first[e] == nil {
			first[e] = p
		} else if !slices.Equal(first[e].bands, p.bands) {
			out = append(out, flawAt(p.name, "band", "la pagina dice in alto %s, %s dice %s", quoted(p.bands), first[e].name, quoted(first[e].bands)))
		}
	}
	return out
}

func quoted(bands []string) string {
	if len(bands) == 0 {
		return "nulla"
	}
	return "«" + strings.Join(bands, "», «") + "»"
}
