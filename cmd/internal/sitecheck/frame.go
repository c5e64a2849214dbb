// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Frames remembers the headers and footers that were found sound. All pages of
// a folder have the same, and they are more than half of a page: read once,
// they are skipped on the others. What the checks say is the same with and
// without, whichever page is read first. The zero value is ready, and may be
// used by several goroutines; a nil one remembers nothing.
type Frames struct {
	mu    sync.Mutex
	known map[string]*part // by folder and text
	parts map[string]*Part // by ID
}

// A Part is a header or a footer as far as the checks of the whole site need
// it.
type Part struct {
	ID    string // of its folder and text; "" when it stands on one page only
	Links []Link
	IDs   []string // sorted
}

// A part is one as it is read.
type part struct {
	*Part
	key   string // in Frames.known; "" when it must not be remembered
	tag   int    // length of its start tag
	links []link
	byID  map[string]*html.Node
	sound bool // it was found sound on another page
}

// Parse reads a page as the function Parse does, but for the headers and
// footers that are known.
func (f *Frames) Parse(name string, data []byte) *Page {
	p := &Page{Path: name, Root: &html.Node{Type: html.DocumentNode}, byID: map[string]*html.Node{}, size: len(data), frames: f}
	r := &reader{Page: p, at: p.Root}
	header, footer := p.find(data)
	r.found = map[atom.Atom]*part{atom.Header: header.part, atom.Footer: footer.part}
	if header.from != header.to || footer.from != footer.to {
		data = slices.Concat(data[:header.from], data[header.to:footer.from], data[footer.to:])
	}
	r.read(data)
	if first := p.Root.FirstChild; first == nil || first.Type != html.DoctypeNode || !strings.EqualFold(first.Data, "html") {
		p.fault("page-markup", "la pagina non comincia con <!DOCTYPE html>")
	}
	return p
}

// A stretch is where the text of a page may be left out: nowhere when from is
// to.
type stretch struct {
	from, to int
	*part
}

// find looks for the header and the footer around the content.
func (p *Page) find(data []byte) (header, footer stretch) {
	main, after := bytes.Index(data, []byte("<main")), bytes.LastIndex(data, []byte("</main>"))
	if p.frames == nil || !strings.Contains(p.Path, "/") || main < 0 || after < main {
		return stretch{0, 0, nil}, stretch{0, 0, nil}
	}
	return p.known(data, 0, main, "header"), p.known(data, after, len(data), "footer")
}

// known looks for an element between from and to.
func (p *Page) known(data []byte, from, to int, name string) stretch {
	start, end := bytes.Index(data[from:to], []byte("<"+name)), bytes.LastIndex(data[from:to], []byte("</"+name+">"))
	if start < 0 || end < start {
		return stretch{from, from, nil}
	}
	// From the pages of one folder the same address leads to the same place.
	key := path.Dir(path.Dir(p.Path)) + " " + string(data[from+start:from+end])
	p.frames.mu.Lock()
	defer p.frames.mu.Unlock()
	if k := p.frames.known[key]; k != nil {
		return stretch{from + start + k.tag, from + end, k}
	}
	return stretch{from, from, &part{key: key}}
}

// begin opens the header or footer whose start tag was read.
func (r *reader) begin(n *html.Node) {
	known := r.found[n.DataAtom]
	delete(r.found, n.DataAtom)
	if known == nil || !known.sound {
		r.part = &part{Part: &Part{}, tag: len(r.tokens.Raw()), byID: map[string]*html.Node{}}
		if known != nil {
			r.part.key = known.key
		}
		r.whole = n
		r.parts = append(r.parts, r.part)
		return
	}
	r.parts = append(r.parts, known)
	for _, id := range known.IDs {
		r.id(id, known.byID[id])
	}
}

// remember keeps the parts of p, which is without faults, for the other pages.
func (p *Page) remember() {
	for i, k := range p.parts {
		if k.sound || k.key == "" || !k.portable() {
			continue
		}
		p.frames.mu.Lock()
		if other := p.frames.known[k.key]; other != nil {
			p.parts[i] = other
		} else {
			if p.frames.known == nil {
				p.frames.known = map[string]*part{}
			}
			sum := sha256.Sum256([]byte(k.key))
			k.ID, k.sound = hex.EncodeToString(sum[:16]), true
			k.Part = p.frames.adopt(k.Part)
			p.frames.known[k.key] = k
		}
		p.frames.mu.Unlock()
	}
}

// portable reports whether a part means the same on all pages of its folder:
// its addresses climb out of the page's own, and it names no id outside itself.
func (k *part) portable() bool {
	for _, l := range k.links {
		id, inside := strings.CutPrefix(l.address, "#")
		switch {
		case inside && k.byID[id] == nil, !inside && !strings.Contains(l.address, ":") && !strings.HasPrefix(l.address, "../"):
			return false
		}
	}
	return true
}

// Adopt makes r, which was kept from another run, share the parts that other
// records have: a site has thousands of pages and a few headers.
func (f *Frames) Adopt(r *Record) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, part := range r.Parts {
		if part.ID != "" {
			r.Parts[i] = f.adopt(part)
		}
	}
}

func (f *Frames) adopt(part *Part) *Part {
	if known := f.parts[part.ID]; known != nil {
		return known
	}
	if f.parts == nil {
		f.parts = map[string]*Part{}
	}
	f.parts[part.ID] = part
	return part
}
