// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"vetro/cmd/internal/dataset"
	"vetro/cmd/internal/plan"
)

// figure returns the row of cifre called name, one of empty cells when there is
// none.
func (v *evidence) figure(name string) record {
	for _, r := range v.rows["cifre"] {
		if r.key() == name {
			return r
		}
	}
	t := v.tables["cifre"]
	return record{t, make([]dataset.Value, len(t.Columns))}
}

// A said is a number in prose: as it reads, and as machines read it.
type said struct{ text, number string }

// textClass is the class of the part of a page that holds the longer text of a
// project.
const textClass = "racconto"

// in returns where below part the text stands.
func (n Prose) in(part *html.Node) *html.Node {
	if !n.Project {
		return part
	}
	if text := classed(part, textClass); text != nil {
		return text
	}
	return new(html.Node)
}

// proveNarrative compares the numbers of a page of prose with the figures that
// its text asks for: all are there, and no other.
func (v *evidence) proveNarrative(p *comparison, body *html.Node, asked []plan.Figure) {
	want := map[said]bool{}
	for _, f := range asked {
		r := v.figure(f.Name)
		want[said{fold(r.words("", plan.NotSaid)), r.text("numero")}] = true
	}
	got := map[said]bool{}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && n.Data == "figure" {
			return // a chart: it has a proof of its own
		}
		if n.Data == "data" || hasClass(n, "cifra") || hasClass(n, "lacuna") {
			c := cellOf(n)
			if n.Data == "data" {
				c.number = attribute(n, "value")
			}
			s := said{c.text, c.number}
			if got[s] = true; !want[s] {
				p.same(record{v.tables["cifre"], v.figure("").row}, "testo", s.text, "")
			}
			return
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(body)
	for _, f := range asked {
		r := v.figure(f.Name)
		if s := (said{fold(r.words("", plan.NotSaid)), r.text("numero")}); !got[s] {
			p.same(r, "testo", "", s.text)
		}
	}
}

// numbers compares every number and day that a page has for machines with the
// one that people read beside it.
func (p *comparison) numbers(root *html.Node) {
	for n := range descend(root, "data") {
		value := attribute(n, "value")
		f, err := strconv.ParseFloat(value, 64)
		text := fold(nodeText(n))
		if said, ok := readNumber(text); p.err == nil && (err != nil || !ok || said != f) {
			p.err = &disagreement{p.page, "–", "–", "–", text, value}
		}
	}
	for n := range descend(root, "time") {
		day := attribute(n, "datetime")
		text := fold(nodeText(n))
		if said, ok := readDay(text); p.err == nil && (!ok || said != day) {
			p.err = &disagreement{p.page, "–", "–", "–", text, day}
		}
	}
}

// labelled finds the size in the name of a file.
var labelled = regexp.MustCompile(`[(, ]([0-9.,]+ (?:byte|kB|MB))\)`)

// downloads looks at every file that a page offers with its size: it is there,
// and as large.
func (p *comparison) downloads(root *html.Node, size func(path string) (bytes int, ok bool)) {
	for a := range descend(root, "a") {
		href := attribute(a, "href")
		said := labelled.FindStringSubmatch(fold(nodeText(a)))
		if p.err != nil || said == nil || strings.Contains(href, ":") || strings.Contains(href, "#") {
			continue
		}
		name := path.Join(path.Dir(p.page), href)
		if n, ok := size(name); !ok || !isSize(said[1], n) {
			p.err = &disagreement{p.page, "–", name, "–", said[1], strconv.Itoa(n) + " byte"}
		}
	}
}
