// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A page is one file as far as the checks need it.
type page struct {
	name   string
	ids    map[string]bool
	links  []link
	refs   []string // ids named by attributes of this page
	csp    string
	faults []Fault

	headings  []int
	title     bool
	described bool
	lang      string
	styles    []string // contents of <style>
}

// A link is an address in a page. A sub-resource is fetched with the page.
type link struct {
	address string
	sub     bool
}

func (p *page) fault(code, format string, args ...any) {
	p.faults = append(p.faults, Fault{p.name, code, fmt.Sprintf(format, args...)})
}

var cssAddress = regexp.MustCompile(`url\(\s*["']?([^"')]*)["']?\s*\)|@import\s+["']([^"']+)["']`)

// readStyle takes the addresses out of a style sheet.
func readStyle(name string, data []byte) *page {
	p := &page{name: name, ids: map[string]bool{}}
	for _, m := range cssAddress.FindAllSubmatch(data, -1) {
		address := string(m[1]) + string(m[2])
		if !strings.HasPrefix(address, "#") {
			p.links = append(p.links, link{address, true})
		}
	}
	return p
}

// readPage parses a page and checks all that needs no other file.
func readPage(name string, data []byte) (*page, error) {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	p := &page{name: name, ids: map[string]bool{}}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			p.element(n)
		}
	}
	p.finish()
	return p, nil
}

func (p *page) element(n *html.Node) {
	for _, a := range n.Attr {
		p.attribute(n, a)
	}
	switch n.Data {
	case "html":
		p.lang = attr(n, "lang")
	case "title":
		if n.Namespace == "" && strings.TrimSpace(content(n)) != "" {
			p.title = true
		}
	case "meta":
		switch {
		case strings.EqualFold(attr(n, "http-equiv"), "Content-Security-Policy"):
			p.csp = attr(n, "content")
		case attr(n, "name") == "description" && attr(n, "content") != "":
			p.described = true
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.headings = append(p.headings, int(n.Data[1]-'0'))
	case "script":
		if kind := attr(n, "type"); attr(n, "src") == "" && kind != "application/json" && kind != "application/ld+json" {
			p.fault("inline-script", "c’è uno script nella pagina")
		}
	case "style":
		p.styles = append(p.styles, content(n))
	case "img":
		if !has(n, "alt") {
			p.fault("image-alt", "l’immagine %q non ha il testo alternativo", attr(n, "src"))
		}
	case "table":
		p.table(n)
	}
}

// fetched are the attributes whose address is fetched with the page, by element.
var fetched = map[string][]string{
	"img": {"src", "srcset"}, "script": {"src"}, "iframe": {"src"}, "source": {"src", "srcset"}, "video": {"src", "poster"},
	"audio": {"src"}, "embed": {"src"}, "object": {"data"}, "track": {"src"}, "input": {"src"}, "image": {"href"}, "use": {"href"},
	"frame": {"src"}, "feimage": {"href"},
}

func (p *page) attribute(n *html.Node, a html.Attribute) {
	switch {
	case a.Key == "id":
		if p.ids[a.Val] {
			p.fault("duplicate-id", "l’id %q c’è due volte", a.Val)
		}
		p.ids[a.Val] = true
	case a.Key == "style":
		p.fault("inline-style", "l’elemento %s ha un attributo style", n.Data)
	case strings.HasPrefix(a.Key, "on"):
		p.fault("inline-handler", "l’elemento %s ha l’attributo %s", n.Data, a.Key)
	case a.Key == "aria-labelledby", a.Key == "aria-describedby", a.Key == "aria-controls", a.Key == "headers":
		p.refs = append(p.refs, strings.Fields(a.Val)...)
	case a.Key == "popovertarget", a.Key == "for" && n.Data == "label":
		p.refs = append(p.refs, a.Val)
	case slices.Contains(fetched[strings.ToLower(n.Data)], a.Key):
		p.links = append(p.links, link{a.Val, true})
	case n.Data == "link" && a.Key == "href":
		if rel := attr(n, "rel"); rel != "canonical" && rel != "alternate" {
			p.links = append(p.links, link{a.Val, true})
		}
	case a.Key == "href", a.Key == "action", a.Key == "formaction":
		p.links = append(p.links, link{a.Val, false})
	case a.Key == "srcdoc":
		p.fault("inline-script", "l’elemento %s ha un documento dentro", n.Data)
	}
}

// table checks one table. A heading in the corner that says nothing is a td.
func (p *page) table(n *html.Node) {
	caption := false
	for c := range n.Descendants() {
		switch {
		case c.Type != html.ElementNode:
		case c.Data == "caption":
			caption = caption || strings.TrimSpace(content(c)) != ""
		case c.Data == "th":
			if scope := attr(c, "scope"); scope != "col" && scope != "row" && scope != "colgroup" && scope != "rowgroup" {
				p.fault("table-scope", "l’intestazione %q non ha scope", strings.TrimSpace(content(c)))
			}
		}
	}
	if !caption {
		p.fault("table-caption", "c’è una tabella senza didascalia")
	}
}

// finish checks what is known only at the end of a page.
func (p *page) finish() {
	if p.lang == "" {
		p.fault("no-lang", "l’elemento html non ha lang")
	}
	if !p.title {
		p.fault("no-title", "manca il titolo")
	}
	if !p.described {
		p.fault("no-description", "manca la descrizione")
	}
	if !strings.Contains(p.csp, "default-src 'none'") || strings.Contains(p.csp, "unsafe") {
		p.fault("no-csp", "la Content-Security-Policy manca o lascia passare troppo: %q", p.csp)
	}
	for _, style := range p.styles {
		sum := sha256.Sum256([]byte(style))
		if !strings.Contains(p.csp, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
			p.fault("inline-style", "c’è un elemento style che la Content-Security-Policy non permette")
		}
	}
	h1, last := 0, 0
	for _, level := range p.headings {
		if level == 1 {
			h1++
		}
		if level > last+1 {
			p.fault("heading-skip", "dopo un titolo h%d ce n’è uno h%d", last, level)
		}
		last = level
	}
	if h1 != 1 {
		p.fault("heading-count", "i titoli h1 sono %d", h1)
	}
	for _, id := range p.refs {
		if !p.ids[id] {
			p.fault("dangling-reference", "un attributo nomina l’id %q, che non c’è", id)
		}
	}
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

// content is the text of n and of all below it.
func content(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}
