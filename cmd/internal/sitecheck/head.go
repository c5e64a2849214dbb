// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// languageTag is the form of RFC 5646 that pages use: a language, perhaps a
// script and a region.
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$`)

// checkHead judges what stands in <html> and <head>.
func (p *page) checkHead() {
	p.checkLanguage()
	viewport, charset := "", ""
	for _, n := range p.all("title", "meta", "link") {
		name := strings.ToLower(attr(n, "name"))
		switch {
		case n.Data == "title":
			p.title = content(n)
		case name == "description":
			p.description = fold(attr(n, "content"))
		case name == "viewport":
			viewport = attr(n, "content")
		case has(n, "charset"):
			charset = attr(n, "charset")
		case strings.EqualFold(attr(n, "http-equiv"), "refresh"):
			p.checkRefresh(n)
		case n.Data == "link" && attr(n, "rel") == "canonical":
			if p.canonical != "" {
				p.fault("page-canonical", "l'indirizzo canonico c'è due volte")
			}
			p.canonical = attr(n, "href")
		}
	}
	if p.title == "" {
		p.fault("page-title", "manca il titolo")
	}
	if p.description == "" {
		p.fault("page-description", "manca la descrizione")
	}
	if !strings.EqualFold(charset, "utf-8") {
		p.fault("page-encoding", "la pagina non dice di essere in UTF-8")
	}
	p.checkViewport(viewport)
}

func (p *page) checkLanguage() {
	for _, n := range p.elements {
		lang := attr(n, "lang")
		switch {
		case n.Data == "html" && n.Parent.Type == html.DocumentNode && lang == "":
			p.fault("page-language", "l'elemento html non ha lang")
		case has(n, "lang") && !languageTag.MatchString(lang):
			p.fault("page-language", "%q non è una lingua", lang)
		}
	}
}

// checkViewport holds that a reader may enlarge the page (WCAG 1.4.4).
func (p *page) checkViewport(viewport string) {
	if viewport == "" {
		p.fault("page-viewport", "la pagina non dice di adattarsi allo schermo")
		return
	}
	for part := range strings.SplitSeq(viewport, ",") {
		key, value, _ := strings.Cut(strings.ToLower(strings.TrimSpace(part)), "=")
		if key == "user-scalable" && (value == "no" || value == "0") || key == "maximum-scale" {
			p.fault("page-viewport", "%q impedisce di ingrandire la pagina", strings.TrimSpace(part))
		}
	}
}

// checkRefresh holds that a page leads on at once, and inside the site: a delay
// takes a page away from who is reading it (WCAG 2.2.1).
func (p *page) checkRefresh(n *html.Node) {
	p.refresh = true
	delay, to, _ := strings.Cut(attr(n, "content"), ";")
	name, address, found := strings.Cut(strings.TrimSpace(to), "=")
	if strings.TrimSpace(delay) != "0" || !found || !strings.EqualFold(strings.TrimSpace(name), "url") {
		p.fault("page-refresh", "la pagina si ricarica o cambia da sola dopo %q", attr(n, "content"))
		return
	}
	p.links = append(p.links, link{strings.TrimSpace(address), true})
}

// checkHeads holds that titles and descriptions tell pages apart. Pages of one
// folder may share a description made of the same words; the home page shows an
// edition that has a page of its own; pages that only lead elsewhere are alike.
func (s *site) checkHeads() []Fault {
	var out []Fault
	titles, descriptions := map[string]*page{}, map[string]*page{}
	for _, p := range s.pages {
		if p.refresh || p.name == home {
			continue
		}
		// An edition may well name its pages as another does.
		at := edition(p.name) + "\x00"
		title := at + p.title
		if strings.HasSuffix(p.title, "…") {
			title += p.heading // cut short for the tab, the title is not all that its author wrote
		}
		if first := titles[title]; first != nil && p.title != "" {
			out = append(out, newFault(p.name, "page-title-shared", "la pagina ha lo stesso titolo di %s: %q", first.name, p.title))
		} else {
			titles[title] = p
		}
		first := descriptions[at+p.description]
		if first == nil {
			descriptions[at+p.description] = p
		} else if p.description != "" && path.Dir(path.Dir(first.name)) != path.Dir(path.Dir(p.name)) {
			out = append(out, newFault(p.name, "page-description-shared", "la pagina ha la stessa descrizione di %s: %q", first.name, p.description))
		}
	}
	return out
}

// checkCanonical holds that permanent addresses are whole, and say where the
// page is in the site. The home page shows an edition, and gives its address.
func (s *site) checkCanonical() []Fault {
	var out []Fault
	base := ""
	some, without := "", ""
	for _, p := range s.pages {
		if p.name == notFound {
			continue
		}
		if p.canonical == "" {
			without = p.name
			continue
		}
		some = p.name
		u, err := url.Parse(p.canonical)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
			out = append(out, newFault(p.name, "page-canonical", "l'indirizzo canonico %q non è intero", p.canonical))
			continue
		}
		if p.refresh || p.name == home {
			continue // these point at another page
		}
		b, ok := strings.CutSuffix(p.canonical, "/"+address(p.name))
		if base == "" && ok {
			base = b
		}
		if !ok || b != base {
			out = append(out, newFault(p.name, "page-canonical", "l'indirizzo canonico %q non è quello della pagina", p.canonical))
		}
	}
	for _, p := range s.pages {
		if p.canonical == "" || !p.refresh && p.name != home {
			continue
		}
		if rest, ok := strings.CutPrefix(p.canonical, base+"/"); base != "" && (!ok || s.byName[rest+"index.html"] == nil) {
			out = append(out, newFault(p.name, "page-canonical", "l'indirizzo canonico %q non è di una pagina del sito", p.canonical))
		}
	}
	if some != "" && without != "" {
		out = append(out, newFault(without, "page-canonical", "manca l'indirizzo canonico, che altre pagine hanno"))
	}
	return out
}

// address is the permanent address of a file below the base: a folder for the
// page that is shown for it.
func address(name string) string { return strings.TrimSuffix(name, "index.html") }
