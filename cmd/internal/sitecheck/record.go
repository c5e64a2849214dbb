// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The names of what pages say of themselves.
const (
	firstPublication = "Prima pubblicazione"
	lastUpdate       = "Ultimo aggiornamento"
	actOf            = "Atto"
	licenceOf        = "Licenza"
)

// checkRecord reads the block "registro" and judges its dates (delibera ANAC
// 1310/2016: first publication and last update told apart). A date of update
// that the data lack is missing on all pages, and is asked for in the data. Pages
// that belong to no edition have neither.
func (p *Page) checkRecord(r *Record) {
	if bare(p.Path) {
		return
	}
	dates := map[string]string{}
	for _, dt := range p.all(atom.Dt) {
		if within(dt, func(n *html.Node) bool { return hasClass(n, "registro") }) == nil {
			continue
		}
		name := content(dt)
		r.Facts = append(r.Facts, name)
		r.Licensed = r.Licensed || name == licenceOf
		for dd := dt.NextSibling; dd != nil && dd.DataAtom != atom.Dt; dd = dd.NextSibling {
			for n := range dd.Descendants() {
				switch {
				case n.DataAtom == atom.Time:
					dates[name] = attr(n, "datetime")
				case hasClass(n, "lacuna"):
					dates[name] = "-" // said not to be known
				}
			}
		}
	}
	slices.Sort(r.Facts)
	if !slices.Contains(r.Facts, actOf) && edition(p.Path) == "" {
		return
	}
	first, last := dates[firstPublication], dates[lastUpdate]
	if first == "" {
		p.fault("page-record", "la pagina non dice quando è stata pubblicata la prima volta")
	}
	if last != "" && last != "-" && first > last { // "-" comes before every date
		p.fault("page-dates-order", "la pagina dice di essere stata aggiornata il %s, prima di essere pubblicata il %s", last, first)
	}
}

// checkRecords holds that the pages of an edition say the same things of
// themselves: what is configured is on all of them.
func (s *siteIndex) checkRecords() []Fault {
	said := map[string]map[string]string{} // by edition: fact → a page that has it
	for _, p := range s.pages {
		e := edition(p.Path)
		if said[e] == nil {
			said[e] = map[string]string{}
		}
		for _, name := range p.Facts {
			if said[e][name] == "" {
				said[e][name] = p.Path
			}
		}
	}
	var out []Fault
	for _, p := range s.pages {
		facts := said[edition(p.Path)]
		if bare(p.Path) || len(p.Facts) == len(facts) {
			continue
		}
		var missing []string
		for _, name := range slices.Sorted(maps.Keys(facts)) {
			if !slices.Contains(p.Facts, name) {
				missing = append(missing, "«"+name+"», come "+facts[name])
			}
		}
		if len(missing) > 0 {
			out = append(out, newFault(p.Path, "page-record", "la pagina non dice %s", strings.Join(missing, ", ")))
		}
	}
	return out
}
