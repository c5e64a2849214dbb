// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// The names of what pages say of themselves.
const (
	firstPublication = "Prima pubblicazione"
	lastUpdate       = "Ultimo aggiornamento"
	actOf            = "Atto"
	licenceOf        = "Licenza"
)

// A record is what a page says of itself: dates, office, act, source, licence,
// where to report an error.
type record struct {
	facts       map[string]bool
	unconfirmed bool // the act is still to be confirmed
}

// checkRecord reads the block "registro" and judges its dates (delibera ANAC
// 1310/2016: first publication and last update told apart). A date of update
// that the data lack is missing on all pages, and is asked for in the data. Pages
// that belong to no edition have neither.
func (p *page) checkRecord() {
	if p.name == notFound {
		return
	}
	r := &record{facts: map[string]bool{}}
	p.record = r
	dates := map[string]string{}
	for _, dt := range p.all("dt") {
		if within(dt, func(n *html.Node) bool { return hasClass(n, "registro") }) == nil {
			continue
		}
		name := content(dt)
		r.facts[name] = true
		for dd := dt.NextSibling; dd != nil && dd.Data != "dt"; dd = dd.NextSibling {
			if dd.Type != html.ElementNode {
				continue
			}
			for n := range dd.Descendants() {
				switch {
				case n.Type != html.ElementNode:
				case n.Data == "time":
					dates[name] = attr(n, "datetime")
				case hasClass(n, "lacuna"):
					dates[name] = "-" // said not to be known
				case hasClass(n, "da-confermare"):
					r.unconfirmed = r.unconfirmed || name == actOf
				}
			}
			p.licensed = p.licensed || name == licenceOf
		}
	}
	if !r.facts[actOf] && edition(p.name) == "" {
		return
	}
	first, last := dates[firstPublication], dates[lastUpdate]
	if first == "" {
		p.fault("page-record", "la pagina non dice quando è stata pubblicata la prima volta")
	}
	if last != "" && first > last { // "-" comes before every date
		p.fault("page-dates-order", "la pagina dice di essere stata aggiornata il %s, prima di essere pubblicata il %s", last, first)
	}
}

// checkRecords holds that the pages of an edition say the same things of
// themselves: what is configured is on all of them.
func (s *site) checkRecords() []Fault {
	said := map[string]map[string]string{} // by edition: fact → a page that has it
	for _, p := range s.pages {
		if p.record == nil {
			continue
		}
		e := edition(p.name)
		if said[e] == nil {
			said[e] = map[string]string{}
		}
		for name := range p.record.facts {
			if said[e][name] == "" {
				said[e][name] = p.name
			}
		}
	}
	var out []Fault
	for _, p := range s.pages {
		if p.record == nil {
			continue
		}
		var missing []string
		facts := said[edition(p.name)]
		for _, name := range slices.Sorted(maps.Keys(facts)) {
			if !p.record.facts[name] {
				missing = append(missing, "«"+name+"», come "+facts[name])
			}
		}
		if len(missing) > 0 {
			out = append(out, newFault(p.name, "page-record", "la pagina non dice %s", strings.Join(missing, ", ")))
		}
	}
	return out
}
