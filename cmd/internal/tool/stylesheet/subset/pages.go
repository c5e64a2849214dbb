// SPDX-License-Identifier: EUPL-1.2

package subset

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// Pages are the rendered pages a stylesheet is cut for. The zero value has
// no page and asks for nothing.
type Pages struct {
	roots []*html.Node
	seen  map[string]bool // ".class", "#id" and tag names of all pages
}

// Add parses one HTML page. The parser accepts anything that browsers
// accept; an error comes from reading only.
func (p *Pages) Add(page []byte) error {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return fmt.Errorf("parsing html: %w", err)
	}
	if p.seen == nil {
		p.seen = map[string]bool{}
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		p.seen[strings.ToLower(n.Data)] = true
		for _, a := range n.Attr {
			switch a.Key {
			case "class":
				for class := range strings.FieldsSeq(a.Val) {
					p.seen["."+class] = true
				}
			case "id":
				p.seen["#"+a.Val] = true
			}
		}
	}
	p.roots = append(p.roots, root)
	return nil
}

// Len returns the number of pages added.
func (p *Pages) Len() int { return len(p.roots) }

// use says whether an element of a page can ever match the selector.
func (p *Pages) use(selector string) bool {
	s := timeless(selector)
	for _, t := range tokens(s) {
		if !p.seen[t] {
			return false
		}
	}
	m, err := cascadia.Parse(s)
	if err != nil {
		return true
	}
	for _, root := range p.roots {
		if cascadia.Query(root, m) != nil {
			return true
		}
	}
	return false
}
