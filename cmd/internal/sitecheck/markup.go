// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// void are the elements that have no end tag.
var void = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

// implied are the elements that a browser adds where they are not written.
var implied = []string{"html", "head", "body", "tbody", "colgroup"}

// obsolete are elements that no page may use any more.
var obsolete = []string{"acronym", "applet", "basefont", "big", "blink", "center", "dir", "font", "frame", "frameset", "marquee", "nobr", "noframes", "strike", "tt", "xmp"}

// checkMarkup holds that a page is written as a browser reads it: every element
// is closed in its turn, no attribute is there twice, and reading moves nothing
// to another place. It is less than a validator does, and all that goes wrong
// when a template is edited.
func (p *page) checkMarkup(root *html.Node, data []byte) {
	if first := root.FirstChild; first == nil || first.Type != html.DoctypeNode || first.Data != "html" || len(first.Attr) > 0 {
		p.fault("page-markup", "la pagina non comincia con <!DOCTYPE html>")
	}
	var written, open []string
	z := html.NewTokenizer(bytes.NewReader(data))
	foreign := 0 // depth in <svg>, where an element may close itself
scan:
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				p.fault("page-markup", "la pagina non si legge fino in fondo: %v", z.Err())
			}
			break scan
		case html.StartTagToken, html.SelfClosingTagToken:
			name := tagName(z)
			written = append(written, name)
			if key, twice := repeated(z.Raw()); twice {
				p.fault("page-markup", "un elemento %s ha due volte l'attributo %s", name, key)
			}
			if slices.Contains(obsolete, name) {
				p.fault("page-markup", "l'elemento %s non si usa più", name)
			}
			if name == "svg" {
				foreign++
			}
			if slices.Contains(void, name) || kind == html.SelfClosingTagToken && foreign > 0 {
				if name == "svg" {
					foreign--
				}
				continue
			}
			open = append(open, name)
		case html.EndTagToken:
			name := tagName(z)
			if name == "svg" {
				foreign--
			}
			if len(open) == 0 || open[len(open)-1] != name {
				p.fault("page-markup", "si chiude un elemento %s che non è l'ultimo aperto", name)
				return
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		p.fault("page-markup", "un elemento %s resta aperto", open[len(open)-1])
		return
	}
	p.checkMoved(written)
}

// tagName returns the name of the tag that z has read.
func tagName(z *html.Tokenizer) string {
	raw, _ := z.TagName()
	if known := atom.Lookup(raw); known != 0 {
		return known.String() // takes no memory
	}
	return string(raw)
}

// blanks are what separates attributes, the stroke of "<br/>" included.
const blanks = " \t\r\n\f/"

// repeated returns the name of an attribute that a tag has twice. It reads the
// tag as a browser does: the tokenizer keeps only the first of them.
func repeated(tag []byte) (string, bool) {
	start := bytes.IndexAny(tag, blanks)
	if start < 0 {
		return "", false
	}
	var first [8][]byte // as many as most tags have, so that they take no memory
	seen, rest := first[:0], tag[start:]
	for {
		rest = bytes.TrimLeft(rest, blanks)
		if len(rest) < 2 { // ">" at most
			return "", false
		}
		end := 1 + bytes.IndexAny(rest[1:], blanks+"=>")
		if end == 0 {
			end = len(rest)
		}
		name := rest[:end]
		for _, other := range seen {
			if bytes.EqualFold(other, name) {
				return lower(string(name)), true
			}
		}
		seen, rest = append(seen, name), afterValue(rest[end:])
	}
}

// afterValue skips the value of an attribute, if it has one.
func afterValue(rest []byte) []byte {
	value, found := bytes.CutPrefix(bytes.TrimLeft(rest, " \t\r\n\f"), []byte("="))
	if !found {
		return rest
	}
	value = bytes.TrimLeft(value, " \t\r\n\f")
	end := -1
	switch {
	case len(value) > 0 && (value[0] == '"' || value[0] == '\''):
		end = bytes.IndexByte(value[1:], value[0]) + 2
		if end == 1 {
			end = -1
		}
	default:
		end = bytes.IndexAny(value, " \t\r\n\f>")
	}
	if end < 0 {
		return nil
	}
	return value[end:]
}

// checkMoved compares what is written with what a browser makes of it: an
// element that may not stand where it does closes others, is thrown out of
// them, or is read twice.
func (p *page) checkMoved(written []string) {
	added := func(name string) bool { return slices.Contains(implied, name) }
	var read []string
	for _, n := range p.elements {
		read = append(read, lower(n.Data))
		if interactive(n) && within(n.Parent, interactive) != nil {
			p.fault("page-markup", "un elemento %s sta dentro un altro che si può azionare", n.Data)
			return
		}
	}
	read, written = slices.DeleteFunc(read, added), slices.DeleteFunc(written, added)
	for i, name := range written {
		if i >= len(read) || read[i] != name {
			p.fault("page-markup", "un elemento %s sta dove non può stare", name)
			return
		}
	}
	if len(read) > len(written) {
		p.fault("page-markup", "un elemento %s sta dove non può stare", read[len(written)])
	}
}

// lower is the name of an element as it is written; a browser reads some of
// those of svg with capitals.
func lower(name string) string { return strings.ToLower(name) }

func interactive(n *html.Node) bool {
	switch n.Data {
	case "a":
		return has(n, "href")
	case "button", "select", "textarea":
		return true
	case "input":
		return attr(n, "type") != "hidden"
	}
	return false
}

// checkWords holds that the content of a page is there for who reads without
// script: words besides its title.
func (p *page) checkWords() {
	mains := p.all("main")
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

// checkData holds that data blocks can be read by machines.
func (p *page) checkData() {
	for _, n := range p.all("script") {
		if dataBlock(n) && !json.Valid([]byte(rawText(n))) {
			p.fault("file-json", "nella pagina c'è un blocco di dati che non è JSON")
		}
	}
}
