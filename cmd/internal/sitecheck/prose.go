// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"vetro/cmd/internal/language"
)

// notProse are what readability is not measured on: lists, tables, figures and
// metadata, and the text that the law prescribes.
var (
	notProse      = []atom.Atom{atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Figure, atom.Nav, atom.Form, atom.Header, atom.Footer}
	notProseClass = []string{"registro", "citazione", "riga-conto", "cifra-fonte", "torna-su", "testata-link"}
)

// checkProse holds that the paragraphs of a page, those that the program wrote
// included, are read by who finished lower secondary school.
func (p *Page) checkProse() {
	var lines []string
	for _, n := range p.all(atom.P) {
		if text := strings.Join(strings.Fields(p.text(n)), " "); text != "" && isProse(n) {
			lines = append(lines, text)
		}
	}
	index, words := language.Gulpease(strings.Join(lines, "\n"))
	if words >= language.MinGulpeaseWords && index < language.MinGulpease {
		p.fault("page-hard-to-read", "il testo della pagina, compreso quello che scrive il programma, è difficile: indice Gulpease %d, ne serve almeno %d", int(index), language.MinGulpease)
	}
}

// isProse reports whether a paragraph is of the content, says more than where a
// link leads, and stands in nothing that is read in another way.
func isProse(n *html.Node) bool {
	words := false
	for c := range n.ChildNodes() {
		words = words || c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" || c.Type == html.ElementNode && c.DataAtom != atom.A && c.DataAtom != atom.Span
	}
	main := false
	for up := n; words && up != nil && up.Type == html.ElementNode; up = up.Parent {
		if slices.Contains(notProse, up.DataAtom) || has(up, "data-solo-script") || attr(up, "data-element") == "legal-notes-body" ||
			slices.ContainsFunc(notProseClass, func(class string) bool { return hasClass(up, class) }) {
			return false
		}
		main = main || up.DataAtom == atom.Main
	}
	return main
}
