// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"slices"
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// shown returns the editions of the site, newest first: the approved ones and,
// only when asked for, the drafts.
func shown(pub *plan.Publication, drafts bool) []*plan.Edition {
	var out []*plan.Edition
	for _, e := range pub.Editions {
		if e.State == plan.Approved || drafts {
			out = append(out, e)
		}
	}
	return out
}

// current returns the edition that pages of none speak of: the newest approved
// one; a draft only where there is nothing else.
func (b *Builder) current() *plan.Edition {
	for _, e := range b.shown {
		if e.State == plan.Approved {
			return e
		}
	}
	if len(b.shown) > 0 {
		return b.shown[0]
	}
	return nil
}

// before returns the approved edition that came before e, or nil: what e is
// compared with.
func (b *Builder) before(e *plan.Edition) *plan.Edition {
	for _, other := range b.in.Publication.Editions {
		if other.State == plan.Approved && other.ID < e.ID {
			return other
		}
	}
	return nil
}

// newer returns the way from a page of an older edition to the newest approved
// one: to the same page there, if there is one, else to its beginning.
func (p page) newer() *Link {
	e, current := p.edition, p.b.current()
	if e == nil || current == nil || current.ID <= e.ID || current.State != plan.Approved {
		return nil
	}
	rest, own := strings.CutPrefix(p.address, route.Edition.At(e.ID))
	if own && rest != "" {
		if address, what := p.b.counterpart(e, current, rest); address != "" {
			return &Link{Label: "Leggi " + what + " nell’edizione " + current.ID, Href: p.link(address)}
		}
	}
	return &Link{Label: "Leggi l’edizione " + current.ID, Href: p.link(route.Edition.At(current.ID))}
}

// counterpart returns the address in the edition to of what stands at rest in
// the older edition from, and what it is called; "" when there is no such page.
func (b *Builder) counterpart(from, to *plan.Edition, rest string) (address, what string) {
	what = "questa pagina"
	for _, kind := range []struct {
		prefix, what string
		rename       plan.RenameKind
	}{{"progetti/", "questo progetto", plan.RenamedProject}, {"settori/", "questo settore", plan.RenamedDepartment}} {
		id, ok := strings.CutPrefix(rest, kind.prefix)
		if !ok || id == "" {
			continue
		}
		what, id = kind.what, strings.TrimSuffix(id, "/")
		for _, e := range slices.Backward(b.in.Publication.Editions) {
			if e.ID >= from.ID && e.ID <= to.ID { // from too: its old addresses lead on
				id = e.Renamed(kind.rename, id)
			}
		}
		rest = kind.prefix + id + "/"
	}
	if address = route.Edition.At(to.ID) + rest; b.addresses[address] {
		return address, what
	}
	return "", ""
}

// otherEditions lists the editions shown besides e, newest first.
func (p page) otherEditions(e *plan.Edition) []PageLink {
	var out []PageLink
	for _, other := range p.b.shown {
		if other == e {
			continue
		}
		l := PageLink{Label: other.Name(), Href: p.link(route.Edition.At(other.ID)), Summary: "Bozza, non approvata"}
		if other.State == plan.Approved {
			l.Summary = "Approvata"
			if d := dateOf(other.Published); d.Text != "" {
				l.Summary = "Pubblicata " + italian.OnDay(d.Text)
			}
		}
		out = append(out, l)
	}
	return out
}
