// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// members are the elements that may stand directly in a list.
var members = map[string][]string{
	"ul": {"li", "script", "template"}, "ol": {"li", "script", "template"}, "menu": {"li", "script", "template"},
	"dl": {"dt", "dd", "div", "script", "template"},
}

// checkLists holds that lists hold entries and entries stand in lists, so that
// who listens is told how many there are.
func (p *Page) checkLists() {
	for _, n := range p.all(atom.Ul, atom.Ol, atom.Menu, atom.Dl, atom.Li, atom.Dt, atom.Dd) {
		switch n.DataAtom {
		case atom.Li:
			if !slices.Contains([]string{"ul", "ol", "menu"}, n.Parent.Data) {
				p.fault("page-list", "la voce %q non sta in un elenco", content(n))
			}
		case atom.Dt, atom.Dd:
			list := n.Parent
			if list.Data == "div" {
				list = list.Parent
			}
			if list.Data != "dl" {
				p.fault("page-list", "la voce %q non sta in un elenco di definizioni", content(n))
			}
		default:
			p.checkMembers(n)
		}
	}
}

func (p *Page) checkMembers(list *html.Node) {
	entries := 0
	for n := range list.ChildNodes() {
		switch {
		case n.Type == html.TextNode && fold(n.Data) != "":
			p.fault("page-list", "in un elenco %s c'è il testo %q fuori dalle voci", list.Data, fold(n.Data))
		case n.Type != html.ElementNode:
		case !slices.Contains(members[list.Data], n.Data):
			p.fault("page-list", "in un elenco %s c'è un elemento %s", list.Data, n.Data)
		case n.Data == "div":
			p.checkPairs(children(n))
			entries++
		default:
			entries++
		}
	}
	if entries == 0 && !has(list, "hidden") {
		p.fault("page-list", "c'è un elenco %s vuoto", list.Data)
	}
	if list.Data == "dl" {
		direct := slices.DeleteFunc(children(list), func(n *html.Node) bool { return n.Data != "dt" && n.Data != "dd" })
		if len(direct) > 0 {
			p.checkPairs(direct)
		}
	}
}

// checkPairs holds that names and values follow each other.
func (p *Page) checkPairs(entries []*html.Node) {
	if len(entries) == 0 || entries[0].Data != "dt" || entries[len(entries)-1].Data != "dd" {
		p.fault("page-list", "in un elenco di definizioni un nome non ha un valore, o un valore non ha un nome")
	}
}
