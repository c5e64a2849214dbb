// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"vetro/cmd/internal/diag"
)

// A Page is one page as it was read: its tree, and what was found on the way.
type Page struct {
	Path string
	// Root is the document. Of a page without faults of page-markup it is the
	// tree that a browser makes, but for elements that are implied and not
	// written (tbody) and the capitals of a few names in svg. Where Frames left
	// out a header or a footer, only its element stands here, empty.
	Root *html.Node

	size     int
	elements []*html.Node // in the order of the page
	byID     map[string]*html.Node
	links    []link // of all but the parts
	parts    []*part
	faults   []Fault
	deep     bool // past maxDepth: what stands there is not where it is written
	frames   *Frames
}

// maxDepth is how many elements may stand one inside the other. Browsers stop
// at 512 and lay out the rest as they like.
const maxDepth = 500

// Parse reads a page in one pass. What is wrong with its markup is among the
// faults that CheckPage returns; what can be read is read all the same.
func Parse(path string, data []byte) *Page { return (*Frames)(nil).Parse(path, data) }

// A reader builds the tree of a page. It closes what the page closes and moves
// nothing: where a browser would, that is a fault.
type reader struct {
	*Page
	tokens *html.Tokenizer
	found  map[atom.Atom]*part // header and footer, where they may be shared
	at     *html.Node          // the innermost element that is open
	depth  int                 // of at, and of the elements below maxDepth
	whole  *html.Node          // the header or footer of the body that is open; nil outside
	part   *part               // what is kept of it
	broken bool                // of the markup only the first fault is told: the others follow from it
}

func (r *reader) read(data []byte) {
	r.tokens = html.NewTokenizer(bytes.NewReader(data))
	for {
		switch r.tokens.Next() {
		case html.ErrorToken:
			if r.at.Parent != nil {
				r.malformed("un elemento %s resta aperto", r.at.Data)
			} else if len(r.elements) == 0 || r.elements[0].LastChild == nil || r.elements[0].LastChild.DataAtom != atom.Body {
				r.malformed("la pagina non ha un elemento body")
			}
			return // the end: reading from memory knows no other error
		case html.DoctypeToken:
			if r.at.Parent == nil && r.at.LastChild == nil {
				r.add(&html.Node{Type: html.DoctypeNode, Data: string(r.tokens.Text())})
			}
		case html.TextToken:
			r.text(string(r.tokens.Text()))
		case html.StartTagToken:
			r.start(false)
		case html.SelfClosingTagToken:
			r.start(true)
		case html.EndTagToken:
			r.end()
		}
	}
}

// malformed reports the first thing that browsers read each in its own way.
func (r *reader) malformed(format string, args ...any) {
	if !r.broken {
		r.fault("page-markup", format, args...)
	}
	r.broken = true
}

func (r *reader) add(n *html.Node) {
	n.Parent, n.PrevSibling = r.at, r.at.LastChild
	if r.at.LastChild == nil {
		r.at.FirstChild = n
	} else {
		r.at.LastChild.NextSibling = n
	}
	r.at.LastChild = n
}

func (r *reader) text(data string) {
	blank := strings.TrimSpace(data) == ""
	switch {
	case blank && (r.at.Parent == nil || r.at.DataAtom == atom.Html):
		return
	case !blank && (r.at.Parent == nil || noText[r.at.DataAtom] && r.at.Namespace == ""):
		r.malformed("un testo sta dove non può stare: %q", fold(data))
	}
	r.add(&html.Node{Type: html.TextNode, Data: data})
}

// start adds the element whose tag the tokenizer has read.
func (r *reader) start(closed bool) {
	key, twice := repeated(r.tokens.Raw())
	token := r.tokens.Token()
	n := &html.Node{Type: html.ElementNode, Data: token.Data, DataAtom: token.DataAtom, Attr: token.Attr}
	if n.DataAtom == atom.Svg || r.at.Namespace == "svg" && !integration[r.at.Data] {
		n.Namespace = "svg"
	}
	switch {
	case twice:
		r.malformed("un elemento %s ha due volte l'attributo %s", n.Data, key)
	case !fits(n, r.at):
		r.malformed("un elemento %s sta dove non può stare", n.Data)
	}
	r.add(n)
	r.elements = append(r.elements, n)
	for _, a := range n.Attr {
		r.attribute(n, a)
	}
	if r.part == nil && r.at.DataAtom == atom.Body && (n.DataAtom == atom.Header || n.DataAtom == atom.Footer) {
		r.begin(n)
	}
	if n.Namespace == "" && slices.Contains(void, n.DataAtom) || n.Namespace != "" && closed {
		return
	}
	r.tokens.AllowCDATA(n.Namespace != "")
	if n.Namespace != "" {
		r.tokens.NextIsNotRawText()
	}
	if r.depth++; r.depth == maxDepth && !r.deep {
		r.tooDeep()
	}
	if r.depth < maxDepth {
		r.at = n // else it stays empty, and what it holds stands beside it
	}
}

// tooDeep reports what only texts can cause: templates nest a dozen elements.
func (r *reader) tooDeep() {
	r.broken, r.deep = true, true
	r.faults = append(r.faults, Fault{
		Path: r.Path, Code: "page-too-deep", Severity: diag.Error,
		Message: fmt.Sprintf("la pagina ha più di %d elementi uno dentro l'altro", maxDepth),
		Hint:    "nei testi di questa pagina togli citazioni, elenchi o grassetti che stanno uno dentro l'altro senza fine",
	})
}

func (r *reader) end() {
	raw, _ := r.tokens.TagName()
	if r.depth >= maxDepth {
		r.depth--
		return
	}
	if r.at.Data != string(raw) || r.at.Parent == nil {
		r.malformed("si chiude un elemento %s che non è l'ultimo aperto", raw)
		// What nobody closes ends with what is around it.
		around := within(r.at, func(n *html.Node) bool { return n.Data == string(raw) })
		if around == nil {
			return
		}
		for ; r.at != around; r.at = r.at.Parent {
			r.depth--
		}
	}
	if r.at == r.whole {
		r.part, r.whole = nil, nil
	}
	r.at = r.at.Parent
	r.depth--
	r.tokens.AllowCDATA(r.at.Namespace != "")
}
