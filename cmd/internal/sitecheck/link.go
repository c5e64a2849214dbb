// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"net/url"
	"path"
	"strings"
)

// checkLinks follows every address of p inside the site.
func (p *page) checkLinks(files map[string]bool, pages map[string]*page) {
	for _, l := range p.links {
		p.checkLink(l, files, pages)
	}
}

func (p *page) checkLink(l link, files map[string]bool, pages map[string]*page) {
	u, err := url.Parse(l.address)
	if err != nil {
		p.fault("unsafe-url", "l’indirizzo %q non si può leggere", l.address)
		return
	}
	switch {
	case strings.HasPrefix(l.address, "//"):
		p.fault("absolute-link", "l’indirizzo %q non è relativo", l.address)
		return
	case u.Scheme != "":
		p.checkOutside(l, u)
		return
	case strings.HasPrefix(u.Path, "/"):
		p.fault("absolute-link", "l’indirizzo %q non è relativo", l.address)
		return
	case p.name == notFound && u.Path != "":
		p.fault("relative-in-404", "l’indirizzo %q è relativo", l.address)
		return
	case l.address == "" || u.RawQuery != "":
		p.fault("broken-link", "l’indirizzo %q non porta da nessuna parte", l.address)
		return
	}
	target := p.name
	if u.Path != "" {
		target = path.Join(path.Dir(p.name), u.Path)
	}
	if strings.HasSuffix(u.Path, "/") || !files[target] {
		p.fault("broken-link", "l’indirizzo %q porta a %q, che non c’è", l.address, target)
		return
	}
	if u.Fragment == "" {
		if strings.HasSuffix(l.address, "#") {
			p.fault("broken-fragment", "l’indirizzo %q non dice a quale punto porta", l.address)
		}
		return
	}
	if to := pages[target]; to == nil || !to.ids[u.Fragment] {
		p.fault("broken-fragment", "l’indirizzo %q porta a un punto che non c’è", l.address)
	}
}

// checkOutside judges an address with a scheme.
func (p *page) checkOutside(l link, u *url.URL) {
	switch {
	case l.sub:
		p.fault("third-party", "la pagina carica %q", l.address)
	case u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" && u.Scheme != "tel":
		p.fault("unsafe-url", "l’indirizzo %q ha lo schema %q", l.address, u.Scheme)
	}
}
