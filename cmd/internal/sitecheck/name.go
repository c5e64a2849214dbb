// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// label is the name that attributes give to n.
func (p *Page) label(n *html.Node) string {
	var parts []string
	for _, id := range strings.Fields(attr(n, "aria-labelledby")) {
		if by := p.byID[id]; by != nil {
			parts = append(parts, content(by))
		}
	}
	if name := fold(strings.Join(parts, " ")); name != "" {
		return name
	}
	return fold(attr(n, "aria-label"))
}

// text is the accessible name of n made of what it holds: words, the
// alternative text of pictures, the names of what is named, without what is
// hidden from who listens. It is a part of "Accessible Name and Description
// Computation" (W3C): what pages of ours can need.
func (p *Page) text(n *html.Node) string {
	var b strings.Builder
	p.addText(&b, n, true)
	return fold(b.String())
}

func (p *Page) addText(b *strings.Builder, n *html.Node, top bool) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
		return
	case n.Type != html.ElementNode, attr(n, "aria-hidden") == "true", has(n, "hidden"):
		return
	}
	if name := p.label(n); name != "" {
		b.WriteString(" " + name + " ")
		return
	}
	switch n.Data {
	case "img":
		b.WriteString(" " + attr(n, "alt") + " ")
		return
	case "script", "style", "metadata", "desc":
		return
	}
	before := b.Len()
	for c := range n.ChildNodes() {
		p.addText(b, c, false)
	}
	if top && strings.TrimSpace(b.String()[before:]) == "" {
		b.WriteString(attr(n, "title"))
	}
}

// vague are the texts that say nothing of where a link leads.
var vague = []string{"qui", "clicca qui", "clicca", "leggi", "leggi qui", "leggi tutto", "leggi di più", "continua", "continua a leggere", "scopri",
	"scopri di più", "vai", "apri", "altro", "link", "questo link", "pagina", "documento", "scarica", "scarica qui", "più informazioni", "info", "download", "here", "click here", "read more", "more"}

// glossary is the class of the links that explain a word.
const glossary = "voce-glossario"

// checkNames holds that what can be operated has a name, and that links that
// lead to different places are not called the same.
func (p *Page) checkNames() {
	targets := map[linkName]string{}
	for _, n := range p.elements {
		switch n.DataAtom {
		case atom.Button, atom.Summary:
			if p.text(n) == "" {
				p.fault("page-name", "un elemento %s non ha un nome", n.Data)
			}
		case atom.A:
			if has(n, "href") {
				p.checkLinkName(n, targets)
			}
		}
	}
}

// A linkName is a link as it is told: its name, and the part of the page that
// it stands in.
type linkName struct {
	part *html.Node
	name string
}

func (p *Page) checkLinkName(n *html.Node, targets map[linkName]string) {
	name, href := p.text(n), attr(n, "href")
	if name == "" {
		p.fault("page-name", "il collegamento a %q non ha un nome", href)
		return
	}
	if slices.Contains(vague, strings.ToLower(strings.TrimRight(name, ".… "))) {
		p.fault("page-vague-link", "il collegamento %q non dice dove porta (%s)", name, href)
	}
	if hasClass(n, glossary) {
		return // it looks unlike other links, and leads to what the word means
	}
	key := linkName{within(n, named(atom.Nav, atom.Header, atom.Footer, atom.Main)), name}
	if first, found := targets[key]; !found {
		targets[key] = href
	} else if first != href {
		p.fault("page-same-link-text", "due collegamenti si chiamano %q ma portano a %s e a %s", name, first, href)
	}
}

// checkImages holds that every picture is told or said to be ornament.
func (p *Page) checkImages() {
	for _, n := range p.all(atom.Img) {
		if !has(n, "alt") {
			p.fault("page-image-alt", "l'immagine %q non ha il testo alternativo", attr(n, "src"))
		}
	}
}
