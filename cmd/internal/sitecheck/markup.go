// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What follows is the part of the HTML standard's tree construction that says
// where a browser closes, moves or drops an element that a page writes. A page
// that keeps to it reads the same in all of them; FuzzParse compares with a
// parser that does all of it.

// void are the elements that have no end tag.
var void = []atom.Atom{atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Source, atom.Track, atom.Wbr}

// unfit are elements that no page may use any more, and those with rules of
// their own that no page of ours needs.
var unfit = set(atom.Applet, atom.Basefont, atom.Bgsound, atom.Big, atom.Center, atom.Dir, atom.Font, atom.Frame, atom.Frameset, atom.Image, atom.Keygen,
	atom.Listing, atom.Marquee, atom.Math, atom.Nobr, atom.Noembed, atom.Noframes, atom.Noscript, atom.Object, atom.Param, atom.Plaintext, atom.Ruby, atom.Strike,
	atom.Rb, atom.Rp, atom.Rt, atom.Rtc, atom.Template, atom.Tt, atom.Xmp)

// parents are the only elements that some may stand in.
var parents = map[atom.Atom][]atom.Atom{
	atom.Head: {atom.Html}, atom.Body: {atom.Html},
	atom.Caption: {atom.Table}, atom.Colgroup: {atom.Table}, atom.Thead: {atom.Table}, atom.Tbody: {atom.Table}, atom.Tfoot: {atom.Table},
	atom.Col: {atom.Colgroup}, atom.Tr: {atom.Table, atom.Thead, atom.Tbody, atom.Tfoot}, atom.Td: {atom.Tr}, atom.Th: {atom.Tr},
	atom.Option: {atom.Select, atom.Optgroup}, atom.Optgroup: {atom.Select},
}

// contents are the only elements that may stand in some.
var contents = map[atom.Atom][]atom.Atom{
	atom.Html:  {atom.Head, atom.Body},
	atom.Head:  {atom.Title, atom.Meta, atom.Link, atom.Script, atom.Style, atom.Base},
	atom.Table: {atom.Caption, atom.Colgroup, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr}, atom.Colgroup: {atom.Col},
	atom.Thead: {atom.Tr}, atom.Tbody: {atom.Tr}, atom.Tfoot: {atom.Tr}, atom.Tr: {atom.Td, atom.Th},
	atom.Select: {atom.Option, atom.Optgroup}, atom.Optgroup: {atom.Option}, atom.Option: {},
}

// noText are the elements in which a browser leaves no words.
var noText = set(atom.Html, atom.Head, atom.Table, atom.Colgroup, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr)

// closers are the elements that close a paragraph.
var closers = set(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Details, atom.Dialog, atom.Div, atom.Dl, atom.Dd, atom.Dt, atom.Fieldset,
	atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Li,
	atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Search, atom.Section, atom.Summary, atom.Table, atom.Ul)

// walls are the elements that keep what is in them from closing what is around.
var walls = set(atom.Caption, atom.Table, atom.Td, atom.Th, atom.Html)

// integration are the elements of svg that hold HTML.
var integration = map[string]bool{"title": true, "desc": true, "foreignobject": true}

// escaping are the elements that end a drawing in which they stand.
var escaping = set(atom.B, atom.Blockquote, atom.Body, atom.Br, atom.Code, atom.Dd, atom.Div, atom.Dl, atom.Dt, atom.Em, atom.Embed, atom.H1, atom.H2, atom.H3,
	atom.H4, atom.H5, atom.H6, atom.Head, atom.Hr, atom.I, atom.Img, atom.Li, atom.Menu, atom.Meta, atom.Ol, atom.P, atom.Pre, atom.S, atom.Small, atom.Span,
	atom.Strong, atom.Sub, atom.Sup, atom.Table, atom.U, atom.Ul, atom.Var)

func set(names ...atom.Atom) map[atom.Atom]bool {
	out := map[atom.Atom]bool{}
	for _, name := range names {
		out[name] = true
	}
	return out
}

// fits reports whether a browser leaves n, which begins in parent, where it is
// written.
func fits(n, parent *html.Node) bool {
	name := n.DataAtom
	if unfit[name] {
		return false
	}
	if n.Namespace != "" {
		return !escaping[name] && (name != atom.Svg || fitsIn(name, parent))
	}
	if interactive(n) && within(parent, interactive) != nil || name == atom.A && within(parent, named(atom.A)) != nil {
		return false
	}
	return fitsIn(name, parent) && (!closers[name] || !closes(name, parent))
}

// fitsIn reports whether an element may stand directly in parent.
func fitsIn(name atom.Atom, parent *html.Node) bool {
	if parent.Parent == nil {
		return name == atom.Html && (parent.LastChild == nil || parent.LastChild.Type == html.DoctypeNode)
	}
	if first := parent.LastChild; parent.DataAtom == atom.Html {
		return name == atom.Head && first == nil || name == atom.Body && first != nil && first.DataAtom == atom.Head && first.PrevSibling == nil
	}
	if only, ok := parents[name]; name == atom.Html || ok && !slices.Contains(only, parent.DataAtom) {
		return false
	}
	only, ok := contents[parent.DataAtom]
	return !ok || parent.Namespace != "" || slices.Contains(only, name)
}

// closes reports whether an element of that name ends one around it that still
// is open: a heading, a form, a paragraph, an entry of a list.
func closes(name atom.Atom, parent *html.Node) bool {
	if headings[name] && headings[parent.DataAtom] {
		return true
	}
	paragraph, entry := true, true // whether the way up is still open to it
	for n := parent; n != nil && n.Type == html.ElementNode; n = n.Parent {
		switch at := n.DataAtom; {
		case name == atom.Form && at == atom.Form, paragraph && at == atom.P, entry && sameEntry(name, at):
			return true
		case walls[at] || at == atom.Button || n.Namespace != "":
			paragraph, entry = false, false
		case closers[at] && at != atom.Address && at != atom.Div && at != atom.P:
			entry = false
		}
	}
	return false
}

// sameEntry reports whether a and b are entries of one kind of list.
func sameEntry(a, b atom.Atom) bool {
	return a == atom.Li && b == atom.Li || (a == atom.Dd || a == atom.Dt) && (b == atom.Dd || b == atom.Dt)
}

// headings are the six of them.
var headings = set(atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6)

func interactive(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A:
		return has(n, "href")
	case atom.Button, atom.Select, atom.Textarea:
		return true
	case atom.Input:
		return attr(n, "type") != "hidden"
	}
	return false
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
				return strings.ToLower(string(name)), true
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
