// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"strings"

	"golang.org/x/net/html"
)

// sectioning are the elements inside which a header or footer is no landmark
// of the page.
var sectioning = called("article", "aside", "main", "nav", "section")

// checkLandmarks holds that the parts of a page can be jumped to: one main, one
// header, one footer; navigations told apart by name. Sections are named by what
// content calls them, and content may call two alike. The page for what is not
// found has no footer.
func (p *designPage) checkLandmarks() {
	counts := map[string]int{}
	var navs []*html.Node
	names := map[string]bool{}
	for _, n := range p.all("main", "header", "footer", "nav") {
		switch n.Data {
		case "header", "footer":
			if within(n.Parent, sectioning) == nil {
				counts[n.Data]++
			}
		case "main":
			counts["main"]++
		case "nav":
			navs = append(navs, n)
		}
	}
	for _, landmark := range []string{"main", "header", "footer"} {
		if n := counts[landmark]; n != 1 && (landmark != "footer" || p.name != notFound || n > 1) {
			p.flaw("landmark", "gli elementi %s della pagina sono %d", landmark, n)
		}
	}
	for _, n := range navs {
		switch name := p.label(n); {
		case name == "" && len(navs) > 1:
			p.flaw("landmark-name", "una parte di navigazione non ha nome, e ce ne sono %d", len(navs))
		case name != "" && names[name]:
			p.flaw("landmark-name", "due parti di navigazione hanno lo stesso nome %q", name)
		default:
			names[name] = true
		}
	}
}

// focusable reports whether keys reach n.
func focusable(n *html.Node) bool {
	switch n.Data {
	case "a", "area":
		return has(n, "href")
	case "button", "select", "textarea":
		return !has(n, "disabled")
	case "input":
		return !has(n, "disabled") && attr(n, "type") != "hidden"
	case "summary", "iframe":
		return true
	}
	return has(n, "tabindex") && !strings.HasPrefix(attr(n, "tabindex"), "-")
}

// checkSkipLink holds that the first thing that keys reach leads to the content
// (WCAG 2.4.1). The page for what is not found has nothing to skip.
func (p *designPage) checkSkipLink() {
	if p.name == notFound {
		return
	}
	for _, n := range p.elements {
		if !focusable(n) {
			continue
		}
		id, inside := strings.CutPrefix(attr(n, "href"), "#")
		if target := p.byID[id]; n.Data != "a" || !inside || target == nil || within(target, called("main")) == nil {
			p.flaw("skip-link", "la prima cosa che si raggiunge con i tasti non porta al contenuto ma a %q", p.text(n))
		}
		return
	}
	p.flaw("skip-link", "manca il collegamento che porta al contenuto")
}

// checkFocus holds that the focus follows the order of the page and never lands
// on what is not told.
func (p *designPage) checkFocus() {
	for _, n := range p.elements {
		if has(n, "autofocus") {
			p.flaw("focus", "l'elemento %s prende il cursore da solo", n.Data)
		}
		if t := attr(n, "tabindex"); t != "" && t != "0" && !strings.HasPrefix(t, "-") {
			p.flaw("focus", "l'elemento %s ha tabindex %q, che cambia l'ordine dei tasti", n.Data, t)
		}
		if focusable(n) && within(n, func(n *html.Node) bool { return attr(n, "aria-hidden") == "true" }) != nil {
			p.flaw("hidden-focus", "l'elemento %s si raggiunge con i tasti ma è nascosto a chi ascolta", n.Data)
		}
	}
}
