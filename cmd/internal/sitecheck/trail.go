// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"vetro/cmd/internal/transparency"
)

// checkTrail judges the breadcrumb: Home, Amministrazione trasparente, the
// labels of the law, then pages of ours, of which the last is this one.
func (p *Page) checkTrail(r *Record) {
	lists := p.hooks("breadcrumb")
	if bare(p.Path) {
		return
	}
	if len(lists) != 1 {
		p.fault("page-breadcrumb", "i percorsi di navigazione della pagina sono %d", len(lists))
		return
	}
	var labels []string
	var steps []*html.Node
	for _, li := range children(lists[0]) {
		labels = append(labels, p.text(li))
		steps = append(steps, li)
	}
	if len(labels) < 4 || labels[0] != "Home" || labels[1] != transparency.Root {
		p.fault("page-breadcrumb", "il percorso non comincia con «Home › %s»: %s", transparency.Root, strings.Join(labels, " › "))
		return
	}
	last := len(steps) - 1
	for i, li := range steps {
		current := attr(li, "aria-current") == "page"
		if current != (i == last) {
			p.fault("page-breadcrumb", "nel percorso la pagina in cui si è non è l'ultima voce: %s", strings.Join(labels, " › "))
			return
		}
	}
	r.Place = labels[2:last]
	for i := 2; i < last; i++ {
		// Our own pages are the ones that the breadcrumb leads to inside the site.
		if a := firstLink(steps[i]); a != nil && !strings.Contains(attr(a, "href"), ":") {
			r.Place = labels[2:i]
			break
		}
	}
	if _, ok := transparency.Lookup(r.Place); !ok {
		p.fault("page-breadcrumb-label", "«%s» non è una sottosezione di %s", strings.Join(r.Place, " › "), transparency.Root)
	}
}

func firstLink(n *html.Node) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == "a" {
			return c
		}
	}
	return nil
}

// checkPlacement holds that all pages stand in one place.
func (s *siteIndex) checkPlacement() []Fault {
	var out []Fault
	var first *Record
	for _, p := range s.pages {
		switch {
		case p.Place == nil:
		case first == nil:
			first = p
		case !slices.Equal(first.Place, p.Place):
			out = append(out, newFault(p.Path, "page-breadcrumb", "il percorso porta a «%s», in %s a «%s»",
				strings.Join(p.Place, " › "), first.Path, strings.Join(first.Place, " › ")))
		}
	}
	return out
}
