// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
)

// looks gathers the ways in which elements of the site can look, each once: a
// site of thousands of pages has a few hundred, since what decides is only what
// an element and those around it are, not what they say.
//
// A way of looking is a path of elements from <html>, each with its name, its
// classes and the other attributes that a style sheet asks for. Style sheets
// are then asked about the path alone, so the answer is the same whichever page
// is read first. What depends on neighbours (":has", "+") is left out.
type looks struct {
	mu    sync.Mutex
	attrs map[string]bool // attributes that some selector names
	ids   map[string]bool // ids likewise
	roots map[string]*look
}

// A look is one of them.
type look struct {
	node   *html.Node // stands alone: a parent, no siblings, no children
	parent *look
	below  map[string]*look
	path   string // "html body p.lead", for order
	text   bool   // words are directly in it
	chart  bool   // it is a chart, drawn for a ground of white
	sheets []*stylesheet

	matched []match // filled when colours are compared
	styles  map[string]*style
}

func newLooks() *looks {
	return &looks{attrs: map[string]bool{"class": true, "fill": true}, ids: map[string]bool{}, roots: map[string]*look{}}
}

var (
	attributeName = regexp.MustCompile(`\[\s*([a-zA-Z][\w-]*)`)
	idName        = regexp.MustCompile(`#([a-zA-Z_][\w-]*)`)
)

// add learns what the selectors of a style sheet ask for. All sheets are added
// before any page is seen.
func (l *looks) add(s *stylesheet) {
	for _, r := range s.rules {
		text := r.selector.String()
		for _, m := range attributeName.FindAllStringSubmatch(text, -1) {
			l.attrs[m[1]] = true
		}
		for _, m := range idName.FindAllStringSubmatch(text, -1) {
			l.ids[m[1]] = true
		}
	}
	delete(l.attrs, "id")
}

// unseen are elements that show nothing.
var unseen = []string{"head", "script", "style", "template", "title", "desc", "metadata", "defs", "option", "noscript"}

// see keeps how the elements of p look that hold words or are drawn.
func (l *looks) see(s *design, p *designPage, root *html.Node) {
	var sheets []*stylesheet
	key := strings.Join(p.sheets, " ")
	for _, name := range p.sheets {
		if sheet := s.styles[name]; sheet != nil {
			sheets = append(sheets, sheet)
		}
	}
	for _, n := range p.all("style") {
		text := rawText(n)
		sheets = append(sheets, parseStyle(p.name, text))
		key += " " + hash(text)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	top := l.roots[key]
	if top == nil {
		top = &look{below: map[string]*look{}, sheets: sheets}
		l.roots[key] = top
	}
	for n := range root.ChildNodes() {
		l.descend(p, top, n)
	}
}

func (l *looks) descend(p *designPage, parent *look, n *html.Node) {
	if n.Type == html.TextNode && parent.node != nil && strings.TrimSpace(n.Data) != "" {
		parent.text = true
		p.seen[parent] = true
	}
	if n.Type != html.ElementNode || slices.Contains(unseen, n.Data) {
		return
	}
	at := l.child(parent, n)
	switch {
	case n.Data == "svg" && attr(n, "role") == "img":
		at.chart = true
		p.seen[at] = true
		return // its colours are its own
	case drawn(n), control(n):
		p.seen[at] = true
	}
	for c := range n.ChildNodes() {
		l.descend(p, at, c)
	}
}

// drawn reports whether n is a shape.
func drawn(n *html.Node) bool {
	return n.Namespace == "svg" && slices.Contains([]string{"rect", "path", "circle", "polygon", "ellipse"}, n.Data)
}

// control reports whether n is a field whose edge must be seen.
func control(n *html.Node) bool {
	return slices.Contains([]string{"input", "select", "textarea"}, n.Data) && attr(n, "type") != "hidden"
}

// child returns the look of n within that of its parent.
func (l *looks) child(parent *look, n *html.Node) *look {
	node := &html.Node{Type: html.ElementNode, Data: n.Data, DataAtom: n.DataAtom, Namespace: n.Namespace, Parent: parent.node}
	if node.Parent == nil {
		node.Parent = &html.Node{Type: html.DocumentNode} // so that it is ":root"
	}
	var b strings.Builder
	b.WriteString(n.Data)
	for _, a := range n.Attr {
		switch {
		case a.Key == "id" && l.ids[a.Val]:
		case a.Key == "class":
			classes := strings.Fields(a.Val)
			slices.Sort(classes)
			a.Val = strings.Join(slices.Compact(classes), " ")
		case !l.attrs[a.Key]:
			continue
		case a.Key == "href" || a.Key == "src" || a.Key == "title" || strings.HasPrefix(a.Key, "data-") && len(a.Val) > 20:
			a.Val = "" // that it is there is all that counts
		}
		node.Attr = append(node.Attr, a)
		b.WriteString("[" + a.Key + "=" + a.Val + "]")
	}
	key := b.String()
	at := parent.below[key]
	if at == nil {
		at = &look{node: node, parent: parent, below: map[string]*look{}, path: strings.TrimSpace(parent.path + " " + key), sheets: parent.sheets}
		parent.below[key] = at
	}
	return at
}

// String names a look as a selector would.
func (l *look) String() string {
	if class := attr(l.node, "class"); class != "" {
		return l.node.Data + "." + strings.ReplaceAll(class, " ", ".")
	}
	if l.parent == nil || l.parent.node == nil {
		return l.node.Data
	}
	return l.parent.String() + " " + l.node.Data
}
