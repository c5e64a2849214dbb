// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A page is one page as far as the checks need it once it is read.
type page struct {
	name   string
	faults []Fault
	ids    map[string]bool
	links  []link

	title       string
	heading     string // h1
	description string
	canonical   string
	refresh     bool // it only leads elsewhere

	sheets    []string // style sheets of the site it links
	typefaces bool     // its policy lets in typefaces of the site
	script    bool
	outside   int // bytes outside <main>, without data blocks
	bands     []string
	place     []string // labels between Amministrazione trasparente and our own pages
	record    *record
	sections  []string // headings below h1, each with those it stands under
	notes     string   // where its legal notes are, "" when it does not say
	terms     *terms   // the fixed text of the legal notes, when it is here
	licensed  bool     // it gives a licence in the ente's name
	seen      map[*look]bool

	elements []*html.Node // in the order of the page; nil once it is read
	byID     map[string]*html.Node
}

func (p *page) fault(code, format string, args ...any) {
	p.faults = append(p.faults, newFault(p.name, code, format, args...))
}

// readPage parses a page and checks all that needs no other page.
func readPage(s *site, name string, data []byte) (*page, error) {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	p := &page{name: name, ids: map[string]bool{}, byID: map[string]*html.Node{}, seen: map[*look]bool{}}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			p.elements = append(p.elements, n)
			for _, a := range n.Attr {
				p.attribute(n, a)
			}
		}
	}
	for _, check := range []func(){
		p.checkHead, p.checkPolicy, p.checkHeadings, p.checkReferences, p.checkLandmarks, p.checkSkipLink,
		p.checkNames, p.checkFocus, p.checkImages, p.checkCharts, p.checkTables, p.checkLists, p.checkTimes,
		p.checkHooks, p.checkRecord, p.checkTrail, p.checkIndexing, p.checkWords, p.checkData,
	} {
		check()
	}
	p.checkMarkup(root, data)
	p.checkClasses()
	p.weigh(data)
	p.findBands()
	p.outline()
	s.looks.see(s, p, root)
	p.elements, p.byID = nil, nil
	return p, nil
}

// all returns the elements of p with one of these names, in order.
func (p *page) all(names ...string) []*html.Node {
	var out []*html.Node
	for _, n := range p.elements {
		if n.Namespace == "" && slices.Contains(names, n.Data) {
			out = append(out, n)
		}
	}
	return out
}

// hooks returns the elements of p with that data-element.
func (p *page) hooks(name string) []*html.Node {
	var out []*html.Node
	for _, n := range p.elements {
		if attr(n, "data-element") == name {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

// within returns the nearest element around n, or n itself, for which ok holds.
func within(n *html.Node, ok func(*html.Node) bool) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && ok(n) {
			return n
		}
	}
	return nil
}

// named returns a test for elements with one of these names.
func named(names ...string) func(*html.Node) bool {
	return func(n *html.Node) bool { return slices.Contains(names, n.Data) }
}

// content is the text of n and of all below it, with white space folded.
func content(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return fold(b.String())
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// children returns the elements directly in n.
func children(n *html.Node) []*html.Node {
	var out []*html.Node
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			out = append(out, c)
		}
	}
	return out
}
