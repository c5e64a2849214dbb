// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html/atom"
)

// checkHead reads what a page says of itself to browsers and search engines.
func (p *Page) checkHead(r *Record) {
	for _, n := range p.all(atom.Title, atom.Meta, atom.Link) {
		switch {
		case n.DataAtom == atom.Title:
			r.Title = content(n)
		case attr(n, "name") == "description":
			r.Description = fold(attr(n, "content"))
		case strings.EqualFold(attr(n, "http-equiv"), "refresh"):
			r.Redirect = true
			if _, to, found := strings.Cut(attr(n, "content"), "="); found {
				p.links = append(p.links, link{strings.TrimSpace(to), true})
			}
		case n.DataAtom == atom.Link && attr(n, "rel") == "canonical":
			if r.Canonical != "" {
				p.fault("page-canonical", "l'indirizzo canonico c'è due volte")
			}
			r.Canonical = attr(n, "href")
		}
	}
	if r.Title == "" {
		p.fault("page-title", "manca il titolo")
	}
	if r.Description == "" {
		p.fault("page-description", "manca la descrizione")
	}
}

// checkHeads holds that titles and descriptions tell pages apart. Pages of one
// folder may share a description made of the same words; the home page shows an
// edition that has a page of its own; pages that only lead elsewhere are alike.
func (s *siteIndex) checkHeads() []Fault {
	var out []Fault
	titles, descriptions := map[string]*Record{}, map[string]*Record{}
	for _, p := range s.pages {
		if p.Redirect || p.Path == home {
			continue
		}
		// An edition may well name its pages as another does.
		at := edition(p.Path) + "\x00"
		title := at + p.Title
		if strings.HasSuffix(p.Title, "…") {
			title += p.Heading // cut short for the tab, the title is not all that its author wrote
		}
		if first := titles[title]; first != nil && p.Title != "" {
			out = append(out, newFault(p.Path, "page-title-shared", "la pagina ha lo stesso titolo di %s: %q", first.Path, p.Title))
		} else {
			titles[title] = p
		}
		first := descriptions[at+p.Description]
		if first == nil {
			descriptions[at+p.Description] = p
		} else if p.Description != "" && path.Dir(path.Dir(first.Path)) != path.Dir(path.Dir(p.Path)) {
			out = append(out, newFault(p.Path, "page-description-shared", "la pagina ha la stessa descrizione di %s: %q", first.Path, p.Description))
		}
	}
	return out
}

// checkCanonical holds that permanent addresses are whole, and say where the
// page is in the site. The home page shows an edition, and gives its address.
func (s *siteIndex) checkCanonical() []Fault {
	var out []Fault
	base, some, without := "", "", ""
	for _, p := range s.pages {
		switch u, err := url.Parse(p.Canonical); {
		case p.Path == notFound:
		case p.Canonical == "":
			without = p.Path
		case err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "":
			some = p.Path
			out = append(out, newFault(p.Path, "page-canonical", "l'indirizzo canonico %q non è intero", p.Canonical))
		case p.Redirect || p.Path == home:
			some = p.Path // these point at another page
		default:
			some = p.Path
			b, ok := strings.CutSuffix(p.Canonical, "/"+address(p.Path))
			if base == "" && ok {
				base = b
			}
			if !ok || b != base {
				out = append(out, newFault(p.Path, "page-canonical", "l'indirizzo canonico %q non è quello della pagina", p.Canonical))
			}
		}
	}
	for _, p := range s.pages {
		if base == "" || p.Canonical == "" || !p.Redirect && p.Path != home {
			continue
		}
		if rest, ok := strings.CutPrefix(p.Canonical, base+"/"); !ok || s.byName[rest+"index.html"] == nil {
			out = append(out, newFault(p.Path, "page-canonical", "l'indirizzo canonico %q non è di una pagina del sito", p.Canonical))
		}
	}
	if some != "" && without != "" {
		out = append(out, newFault(without, "page-canonical", "manca l'indirizzo canonico, che altre pagine hanno"))
	}
	return out
}

// address is the permanent address of a file below the base: a folder for the
// page that is shown for it.
// A framed page is the chart's, shown elsewhere.
func address(name string) string {
	if page, ok := strings.CutSuffix(name, framed); ok {
		return page + "/"
	}
	return strings.TrimSuffix(name, "index.html")
}
