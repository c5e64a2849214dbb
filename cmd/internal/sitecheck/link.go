// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A link is an address in a page. A sub-resource is fetched with the page.
type link struct {
	address string
	sub     bool
}

// fetched are the attributes whose address is fetched with the page, by element.
var fetched = map[string][]string{
	"img": {"src", "srcset"}, "script": {"src"}, "iframe": {"src"}, "source": {"src", "srcset"}, "video": {"src", "poster"},
	"audio": {"src"}, "embed": {"src"}, "object": {"data"}, "track": {"src"}, "input": {"src"}, "image": {"href"}, "use": {"href"},
	"frame": {"src"}, "feimage": {"href"},
}

// attribute judges one attribute and keeps the ids and addresses.
func (p *page) attribute(n *html.Node, a html.Attribute) {
	switch {
	case a.Key == "id":
		if p.ids[a.Val] {
			p.fault("page-duplicate-id", "l'id %q c'è due volte", a.Val)
		} else {
			p.byID[a.Val] = n
		}
		p.ids[a.Val] = true
	case a.Key == "style":
		p.fault("page-inline-style", "l'elemento %s ha un attributo style", n.Data)
	case strings.HasPrefix(a.Key, "on"):
		p.fault("page-inline-handler", "l'elemento %s ha l'attributo %s", n.Data, a.Key)
	case slices.Contains(fetched[strings.ToLower(n.Data)], a.Key):
		p.links = append(p.links, link{a.Val, true})
	case n.Data == "link" && a.Key == "href":
		if rel := attr(n, "rel"); rel != "canonical" && rel != "alternate" {
			p.links = append(p.links, link{a.Val, true})
		} else if rel == "alternate" {
			p.links = append(p.links, link{a.Val, false})
		}
	case a.Key == "href", a.Key == "action", a.Key == "formaction":
		p.links = append(p.links, link{a.Val, false})
	case a.Key == "srcdoc":
		p.fault("page-inline-script", "l'elemento %s ha un documento dentro", n.Data)
	}
}

// checkLinks follows every address of p inside the site.
func (p *page) checkLinks(s *site) {
	for _, l := range p.links {
		p.checkLink(l, s)
	}
}

func (p *page) checkLink(l link, s *site) {
	u, err := url.Parse(l.address)
	if err != nil {
		p.fault("page-unsafe-url", "l'indirizzo %q non si può leggere", l.address)
		return
	}
	switch {
	case strings.HasPrefix(l.address, "//"), u.Scheme == "" && strings.HasPrefix(u.Path, "/"):
		p.fault("page-absolute-link", "l'indirizzo %q non è relativo", l.address)
		return
	case u.Scheme != "":
		p.checkOutside(l, u)
		return
	case p.name == notFound && u.Path != "":
		p.fault("page-relative-in-404", "l'indirizzo %q è relativo", l.address)
		return
	case l.address == "" || u.RawQuery != "":
		p.fault("page-broken-link", "l'indirizzo %q non porta da nessuna parte", l.address)
		return
	case strings.HasSuffix(u.Path, "/") || u.Path == "." || u.Path == ".." || strings.HasSuffix(u.Path, "/..") || strings.HasSuffix(u.Path, "/."):
		p.fault("page-folder-link", "l'indirizzo %q porta a una cartella e non a un file", l.address)
		return
	}
	target := p.name
	if u.Path != "" {
		target = path.Join(path.Dir(p.name), u.Path)
	}
	if s.byPath[target] == nil {
		p.fault("page-broken-link", "l'indirizzo %q porta a %q, che non c'è", l.address, target)
		return
	}
	if u.Fragment == "" {
		if strings.HasSuffix(l.address, "#") {
			p.fault("page-broken-fragment", "l'indirizzo %q non dice a quale punto porta", l.address)
		}
		return
	}
	if to := s.byName[target]; to == nil || !to.ids[u.Fragment] {
		p.fault("page-broken-fragment", "l'indirizzo %q porta a un punto che non c'è", l.address)
	}
}

// checkOutside judges an address with a scheme.
func (p *page) checkOutside(l link, u *url.URL) {
	switch {
	case l.sub:
		p.fault("page-third-party", "la pagina carica %q", l.address)
	case u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" && u.Scheme != "tel":
		p.fault("page-unsafe-url", "l'indirizzo %q ha lo schema %q", l.address, u.Scheme)
	}
}

// checkReferences holds that ids named by attributes are there.
func (p *page) checkReferences() {
	for _, n := range p.elements {
		for _, a := range n.Attr {
			switch {
			case a.Key == "aria-labelledby", a.Key == "aria-describedby", a.Key == "aria-controls", a.Key == "aria-owns", a.Key == "headers":
			case a.Key == "popovertarget", a.Key == "for" && n.Data == "label", a.Key == "list" && n.Data == "input":
			default:
				continue
			}
			for _, id := range strings.Fields(a.Val) {
				if !p.ids[id] {
					p.fault("page-dangling-reference", "un attributo %s nomina l'id %q, che non c'è", a.Key, id)
				}
			}
		}
	}
	for _, n := range p.all("a") {
		if !has(n, "href") {
			p.fault("page-link-without-address", "il collegamento %q non ha href", content(n))
		}
	}
}
