// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A Link leads from a page to a file of the site.
type Link struct {
	Target   string // path of the file
	Fragment string // the id there; "" for the file
}

// A link is an address in a page as it is written.
type link struct {
	address string
	sub     bool // it is fetched with the page
}

// attribute judges one attribute and keeps the ids and addresses.
func (r *reader) attribute(n *html.Node, a html.Attribute) {
	address := func(sub bool) {
		if r.part != nil {
			r.part.links = append(r.part.links, link{a.Val, sub})
		} else {
			r.links = append(r.links, link{a.Val, sub})
		}
	}
	switch a.Key {
	case "id":
		r.id(a.Val, n)
	case "style":
		r.fault("page-inline-style", "l'elemento %s ha un attributo style", n.Data)
	case "srcdoc":
		r.fault("page-inline-script", "l'elemento %s ha un documento dentro", n.Data)
	case "src", "srcset", "poster":
		address(true)
	case "data":
		if n.DataAtom == atom.Object {
			address(true)
		}
	case "action", "formaction":
		address(false)
	case "href":
		switch rel := attr(n, "rel"); {
		case n.DataAtom == atom.Link && rel == "canonical":
		case n.DataAtom == atom.Link:
			address(rel != "alternate")
		default:
			address(n.Namespace != "" && n.DataAtom != atom.A)
		}
	default:
		if strings.HasPrefix(a.Key, "on") {
			r.fault("page-inline-handler", "l'elemento %s ha l'attributo %s", n.Data, a.Key)
		}
	}
}

// id keeps where an id is, the first time.
func (r *reader) id(id string, n *html.Node) {
	if _, twice := r.byID[id]; twice {
		r.fault("page-duplicate-id", "l'id %q c'è due volte", id)
		return
	}
	r.byID[id] = n
	if r.part != nil {
		r.part.byID[id] = n
	}
}

// resolve judges the addresses of p and returns where they lead inside the
// site, each place once. What leads to p itself is judged here.
func (p *Page) resolve(links []link) []Link {
	var out []Link
	seen := make(map[Link]bool, len(links))
	for _, l := range links {
		to, ok := p.target(l)
		switch {
		case !ok:
		case to.Target == p.Path:
			if _, found := p.byID[to.Fragment]; to.Fragment != "" && !found {
				p.fault("page-broken-fragment", "l'indirizzo %q porta a un punto che non c'è", l.address)
			}
		case !seen[to]:
			seen[to] = true
			out = append(out, to)
		}
	}
	return out
}

// target returns where an address leads, and whether it leads to a file of the
// site.
func (p *Page) target(l link) (to Link, ok bool) {
	address, fragment := l.address, ""
	if strings.ContainsAny(address, ":%?") || strings.HasPrefix(address, "/") {
		u, err := url.Parse(address)
		switch {
		case err != nil:
			p.fault("page-unsafe-url", "l'indirizzo %q non si può leggere", l.address)
			return to, false
		case strings.HasPrefix(address, "/"):
			p.fault("page-absolute-link", "l'indirizzo %q non è relativo", l.address)
			return to, false
		case u.Scheme != "":
			p.checkOutside(l, u)
			return to, false
		case u.RawQuery != "":
			p.fault("page-broken-link", "l'indirizzo %q non porta da nessuna parte", l.address)
			return to, false
		}
		address, fragment = u.Path, u.Fragment
	} else {
		address, fragment, _ = strings.Cut(address, "#")
	}
	switch last := path.Base(address); {
	case p.Path == notFound && address != "":
		p.fault("page-relative-in-404", "l'indirizzo %q è relativo", l.address)
	case l.address == "":
		p.fault("page-broken-link", "un indirizzo è vuoto e non porta da nessuna parte")
	case address != "" && (strings.HasSuffix(address, "/") || last == "." || last == ".."):
		p.fault("page-folder-link", "l'indirizzo %q porta a una cartella e non a un file", l.address)
	case fragment == "" && strings.HasSuffix(l.address, "#"):
		p.fault("page-broken-fragment", "l'indirizzo %q non dice a quale punto porta", l.address)
	case address == "":
		return Link{p.Path, fragment}, true
	default:
		return Link{path.Join(path.Dir(p.Path), address), fragment}, true
	}
	return to, false
}

// checkOutside judges an address with a scheme.
func (p *Page) checkOutside(l link, u *url.URL) {
	switch {
	case l.sub:
		p.fault("page-third-party", "la pagina carica %q", l.address)
	case !slices.Contains([]string{"http", "https", "mailto", "tel"}, u.Scheme):
		p.fault("page-unsafe-url", "l'indirizzo %q ha lo schema %q", l.address, u.Scheme)
	}
}

// checkReferences holds that ids named by attributes are there.
func (p *Page) checkReferences() {
	for _, n := range p.elements {
		for _, a := range n.Attr {
			switch a.Key {
			case "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "popovertarget":
			case "for", "list":
				if n.DataAtom != atom.Label && n.DataAtom != atom.Input {
					continue
				}
			default:
				continue
			}
			for id := range strings.FieldsSeq(a.Val) {
				if _, found := p.byID[id]; !found {
					p.fault("page-dangling-reference", "un attributo %s nomina l'id %q, che non c'è", a.Key, id)
				}
			}
		}
		if n.DataAtom == atom.A && !has(n, "href") {
			p.fault("page-link-without-address", "il collegamento %q non ha href", content(n))
		}
	}
}

// checkLinks follows the links of all pages. Those of a part that many pages
// have are followed once, and its faults are those of every page.
func (s *siteIndex) checkLinks() []Fault {
	var out []Fault
	missing := map[*Part][]Fault{}
	for _, p := range s.pages {
		for _, part := range p.Parts {
			faults, done := missing[part]
			if !done {
				faults = s.follow(part.Links)
				missing[part] = faults
			}
			for _, f := range faults {
				f.Path = p.Path
				out = append(out, f)
			}
		}
		for _, f := range s.follow(p.Links) {
			f.Path = p.Path
			out = append(out, f)
		}
	}
	return out
}

// follow returns the faults of links, without the page that has them.
func (s *siteIndex) follow(links []Link) []Fault {
	var out []Fault
	for _, l := range links {
		switch page := s.byName[l.Target]; {
		case page == nil && s.file(l.Target) == nil:
			out = append(out, newFault("", "page-broken-link", "un indirizzo porta a %q, che non c'è", l.Target))
		case l.Fragment != "" && (page == nil || !page.hasID(l.Fragment)):
			out = append(out, newFault("", "page-broken-fragment", "un indirizzo porta a %q, un punto che non c'è", l.Target+"#"+l.Fragment))
		}
	}
	return out
}

func (r *Record) hasID(id string) bool {
	if _, found := slices.BinarySearch(r.IDs, id); found {
		return true
	}
	return slices.ContainsFunc(r.Parts, func(part *Part) bool {
		_, found := slices.BinarySearch(part.IDs, id)
		return found
	})
}
