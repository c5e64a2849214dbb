// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// checkPictures holds that every drawing is told or hidden.
func (p *designPage) checkPictures() {
	for _, n := range p.elements {
		if n.Data == "svg" && within(n, func(n *html.Node) bool { return attr(n, "aria-hidden") == "true" }) == nil {
			p.checkPicture(n)
		}
	}
}

// captioned reports whether a figure says beside its drawing what that shows.
func captioned(figure *html.Node) bool {
	for n := range figure.Descendants() {
		if n.Data == "figcaption" && content(n) != "" {
			return true
		}
	}
	return false
}

// checkPicture holds that a drawing that is not hidden has a role, a name and a
// description, which may be the caption of its figure.
func (p *designPage) checkPicture(svg *html.Node) {
	if attr(svg, "role") != "img" {
		p.flaw("picture", "un disegno svg non ha il ruolo di immagine e non è nascosto a chi ascolta")
		return
	}
	if p.label(svg) == "" {
		p.flaw("picture", "un disegno svg non ha un nome")
	}
	described := within(svg, func(n *html.Node) bool { return n.Data == "figure" && captioned(n) }) != nil
	for _, id := range strings.Fields(attr(svg, "aria-describedby")) {
		described = described || p.byID[id] != nil && content(p.byID[id]) != ""
	}
	if !described {
		p.flaw("picture", "il disegno svg %q non ha una descrizione", p.label(svg))
	}
}

// checkCharts holds that a chart never stands alone: beside it are the sentence
// that says what it shows and the table of its values, or a link to the page
// that has it (WCAG 1.1.1, 1.4.1). The table may stand in the same section.
func (p *designPage) checkCharts() {
	for _, svg := range p.elements {
		if svg.Data != "svg" || attr(svg, "role") != "img" {
			continue
		}
		p.checkColourAlone(svg)
		for _, f := range readChart(svg).faults() {
			p.flaw(f.code, "%s", f.message)
		}
		figure := within(svg, called("figure"))
		if figure == nil {
			p.flaw("chart-alone", "il grafico %q non sta in una figura", p.label(svg))
			continue
		}
		finding := false
		values := holds(figure, func(n *html.Node) bool {
			return n.Data == "table" || n.Data == "a" && strings.HasSuffix(attr(n, "href"), ".html")
		})
		if section := within(figure, called("section")); !values && section != nil {
			values = holds(section, called("table"))
		}
		for _, n := range children(figure) {
			if n.Data == "figcaption" {
				// The title names a chart; a sentence says what it shows.
				finding = slices.ContainsFunc(children(n), func(c *html.Node) bool { return strings.HasSuffix(content(c), ".") })
			}
		}
		if !finding {
			p.flaw("chart-alone", "accanto al grafico %q manca la frase che dice che cosa mostra", p.label(svg))
		}
		if !values {
			p.flaw("chart-alone", "accanto al grafico %q manca la tabella dei suoi valori", p.label(svg))
		}
	}
}

var lettered = regexp.MustCompile(`^\p{Lu} `)

// checkColourAlone holds that the series of a chart differ by more than colour:
// all but one are filled with a pattern, or those of a tint have a letter each.
func (p *designPage) checkColourAlone(svg *html.Node) {
	fills, letters := map[string]string{}, map[string]bool{}
	for n := range svg.Descendants() {
		if letter := lettered.FindString(content(n)); n.Type == html.ElementNode && n.Data == "text" && letter != "" {
			letters[letter] = true
		}
		if n.Type == html.ElementNode && has(n, "data-s") && strings.HasPrefix(attr(n, "fill"), "#") {
			fills[attr(n, "fill")] = attr(n, "data-s")
		}
	}
	if len(fills) > 1 && len(letters) < len(fills) {
		p.flaw("colour-alone", "nel grafico %q le serie si distinguono solo dal colore", p.label(svg))
	}
}

// holds reports whether ok holds for an element inside n.
func holds(n *html.Node, ok func(*html.Node) bool) bool {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && ok(c) {
			return true
		}
	}
	return false
}
