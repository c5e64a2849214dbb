// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A Record is what the checks of the whole site keep of a page. It has no tree
// and no text of the page, and can be stored: what was found on a page whose
// bytes have not changed has not changed either.
type Record struct {
	Path        string
	Title       string
	Heading     string // h1
	Description string
	Canonical   string
	Redirect    bool // it only leads elsewhere

	IDs   []string // sorted; those of the parts apart
	Links []Link   // to other pages; those of the parts apart
	Parts []*Part

	Place    []string // labels between Amministrazione trasparente and our own pages
	Facts    []string // names of what it says of itself, sorted
	Licensed bool     // it gives a licence in the ente's name
	Terms    bool     // it has the legal notes
}

// CheckPage judges a page by itself and returns what the checks of the whole
// site need of it. The tree of p may be let go afterwards.
func CheckPage(p *Page) (Record, []Fault) {
	r := Record{Path: p.Path}
	p.checkHead(&r)
	p.checkHeadings(&r)
	p.checkReferences()
	p.checkNames()
	p.checkImages()
	p.checkProse()
	if !p.deep {
		p.checkTables()
		p.checkLists()
	}
	p.checkTimes()
	p.checkRecord(&r)
	p.checkTrail(&r)
	p.checkWords()
	p.checkData()
	p.checkFooter(&r)
	r.Links = p.resolve(p.links)
	for _, k := range p.parts {
		if !k.sound {
			k.Links, k.IDs = p.resolve(k.links), slices.Sorted(maps.Keys(k.byID))
		}
	}
	if len(p.faults) == 0 && p.frames != nil {
		p.remember()
	}
	own := maps.Clone(p.byID)
	for _, k := range p.parts {
		r.Parts = append(r.Parts, k.Part)
		for id := range k.byID {
			delete(own, id)
		}
	}
	r.IDs = slices.Sorted(maps.Keys(own))
	return r, p.faults
}

func (p *Page) fault(code, format string, args ...any) {
	p.faults = append(p.faults, newFault(p.Path, code, format, args...))
}

// all returns the elements of p with one of these names, in order.
func (p *Page) all(names ...atom.Atom) []*html.Node {
	var out []*html.Node
	for _, n := range p.elements {
		if n.Namespace == "" && slices.Contains(names, n.DataAtom) {
			out = append(out, n)
		}
	}
	return out
}

// hooks returns the elements of p with that data-element: what the validator of
// the municipal model looks for.
func (p *Page) hooks(name string) []*html.Node {
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

// hasClass reports whether class is one of the words of n's class.
func hasClass(n *html.Node, class string) bool {
	for word := range strings.FieldsSeq(attr(n, "class")) {
		if word == class {
			return true
		}
	}
	return false
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
func named(names ...atom.Atom) func(*html.Node) bool {
	return func(n *html.Node) bool { return slices.Contains(names, n.DataAtom) }
}

// content is the text of n and of all below it, with white space folded.
func content(n *html.Node) string {
	if c := n.FirstChild; c != nil && c.NextSibling == nil && c.Type == html.TextNode {
		return fold(c.Data)
	}
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return fold(b.String())
}

// fold makes white space even.
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
