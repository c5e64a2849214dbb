// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// label is the name that attributes give to n.
func (p *page) label(n *html.Node) string {
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
func (p *page) text(n *html.Node) string {
	var b strings.Builder
	p.addText(&b, n, true)
	return fold(b.String())
}

func (p *page) addText(b *strings.Builder, n *html.Node, top bool) {
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

// unlabelled are the kinds of input that need no label, or carry their own.
var unlabelled = []string{"hidden", "submit", "reset", "button", "image"}

// vague are the texts that say nothing of where a link leads.
var vague = []string{"qui", "clicca qui", "clicca", "leggi", "leggi qui", "leggi tutto", "leggi di più", "continua", "continua a leggere", "scopri",
	"scopri di più", "vai", "apri", "altro", "link", "questo link", "pagina", "documento", "scarica", "scarica qui", "più informazioni", "info", "download", "here", "click here", "read more", "more"}

// glossary is the class of the links that explain a word.
const glossary = "voce-glossario"

// checkNames holds that what can be operated has a name, and that links that
// lead to different places are not called the same.
func (p *page) checkNames() {
	labels := map[string]bool{}
	for _, n := range p.all("label") {
		if p.text(n) != "" {
			labels[attr(n, "for")] = true
		}
	}
	targets := map[string]string{}
	for _, n := range p.elements {
		switch n.Data {
		case "input", "select", "textarea":
			inside := within(n.Parent, named("label"))
			named := p.label(n) != "" || has(n, "id") && labels[attr(n, "id")] || inside != nil && p.text(inside) != ""
			if !named && (n.Data != "input" || !slices.Contains(unlabelled, attr(n, "type"))) {
				p.fault("page-control-label", "il campo %q non ha un'etichetta", attr(n, "name"))
			}
			if n.Data == "input" && attr(n, "type") == "image" && attr(n, "alt") == "" {
				p.fault("page-control-label", "un pulsante a immagine non ha un nome")
			}
		case "button", "summary":
			if p.text(n) == "" {
				p.fault("page-name", "un elemento %s non ha un nome", n.Data)
			}
		case "a":
			if has(n, "href") {
				p.checkLinkName(n, targets)
			}
		}
	}
}

func (p *page) checkLinkName(n *html.Node, targets map[string]string) {
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
	// The part of the page that a link stands in is told with it.
	key := fmt.Sprintf("%p ", within(n, named("nav", "header", "footer", "main"))) + name
	if first, found := targets[key]; !found {
		targets[key] = href
	} else if first != href {
		p.fault("page-same-link-text", "due collegamenti si chiamano %q ma portano a %s e a %s", name, first, href)
	}
}
