// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// checkWords holds that the content of a page is there for who reads without
// script: words besides its title.
func (p *Page) checkWords() {
	mains := p.all(atom.Main)
	if len(mains) > 0 && !slices.ContainsFunc(mains, hasWords) {
		p.fault("page-needs-script", "senza script nel contenuto della pagina non c'è niente da leggere")
	}
}

// hasWords reports whether n holds words that are neither its title nor waiting
// for a script.
func hasWords(n *html.Node) bool {
	if n.Type == html.TextNode {
		return strings.TrimSpace(n.Data) != ""
	}
	if has(n, "hidden") || has(n, "data-solo-script") || slices.Contains([]string{"h1", "script", "style", "template"}, n.Data) {
		return false
	}
	for c := range n.ChildNodes() {
		if hasWords(c) {
			return true
		}
	}
	return false
}

// checkData holds that what runs is in no page, and that data blocks can be
// read by machines.
func (p *Page) checkData() {
	for _, n := range p.all(atom.Script) {
		switch {
		case !dataBlock(n):
			if attr(n, "src") == "" {
				p.fault("page-inline-script", "c'è uno script nella pagina")
			}
		case !json.Valid([]byte(rawText(n))):
			p.fault("file-json", "nella pagina c'è un blocco di dati che non è JSON")
		}
	}
}

// dataBlock reports whether a script is data, which no browser runs.
func dataBlock(n *html.Node) bool {
	kind := attr(n, "type")
	return kind == "application/json" || kind == "application/ld+json"
}

// rawText is the content of a style or script element, as it is.
func rawText(n *html.Node) string {
	if n.FirstChild == nil {
		return ""
	}
	return n.FirstChild.Data
}
