// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// Namespaces of XML that browsers do more with than show a tree of text.
const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xhtmlSpace = "http://www.w3.org/1999/xhtml"
	xlinkSpace = "http://www.w3.org/1999/xlink"
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
)

// activeSpaces are the namespaces whose elements a browser acts on when the file
// is opened by its address: documents, pictures, formulas, transformations.
var activeSpaces = []string{
	svgSpace, xhtmlSpace, xlinkSpace,
	"http://www.w3.org/1998/Math/MathML",
	"http://www.w3.org/1999/XSL/Transform",
	"http://www.w3.org/TR/WD-xsl",
	"http://www.w3.org/2001/xml-events",
	"http://www.w3.org/2002/xforms",
	"http://www.mozilla.org/xbl",
	"http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul",
}

// ActiveSVG says, in Italian, what in an SVG image does more than show it: runs
// code, loads another file, leads elsewhere, or could in a browser to come; ""
// for nothing. Only what is known to be harmless passes: elements and
// attributes of the lists in svg.go, addresses inside the file ("#…"). It fails
// on what is no SVG, since a browser may read that in its own way.
func ActiveSVG(data []byte) (found string, err error) {
	r := &activeReader{vector: true}
	return r.read(data)
}

// activeXML does the same for a file of data: no stylesheet, no declarations,
// nothing in a namespace that browsers act on.
func activeXML(data []byte) (found string, err error) {
	r := &activeReader{}
	return r.read(data)
}

// An activeReader walks through the tokens of one XML document. Names that the
// document makes for itself are declared in directives, which are all refused,
// so that what it reads is what every browser reads.
type activeReader struct {
	vector bool // only what SVG allows, see svg.go
	depth  int
	style  []byte // the text of the style element that is open
	styled int    // at which depth it is, 0 for none
	root   string
}

func (r *activeReader) read(data []byte) (found string, err error) {
	if what := foreignEncoding(data); what != "" {
		return what, nil
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = latin1Reader
	for {
		before := d.InputOffset()
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && r.root == "":
			return "", errors.New("no element")
		case errors.Is(err, io.EOF) && r.vector && r.root != "svg":
			return "", fmt.Errorf("the root is %q, want svg", r.root)
		case errors.Is(err, io.EOF):
			return "", nil
		case err != nil:
			return "", err
		}
		if found := r.token(token, before); found != "" {
			return found, nil
		}
		if r.depth > maxDepth {
			return "", errDeep
		}
	}
}

// token says what is wrong with a token that begins at the byte at.
func (r *activeReader) token(token xml.Token, at int64) string {
	switch token := token.(type) {
	case xml.Directive:
		return "una dichiarazione «<!" + word(string(token)) + "»"
	case xml.ProcInst:
		if token.Target != "xml" || at != 0 && at != 3 { // after a byte order mark at most
			return "un'istruzione «<?" + word(token.Target) + "?>»"
		}
	case xml.StartElement:
		r.depth++
		if r.root == "" {
			r.root = token.Name.Local
		}
		if r.styled > 0 {
			return "un elemento dentro lo stile"
		}
		if r.vector && token.Name.Local == "style" {
			r.styled = r.depth
		}
		return r.element(token)
	case xml.EndElement:
		if r.styled == r.depth {
			// Browsers join the text around comments before they read the style.
			found := activeStyle(string(r.style))
			r.styled, r.style = 0, nil
			r.depth--
			return found
		}
		r.depth--
	case xml.CharData:
		if r.styled > 0 {
			r.style = append(r.style, token...)
		}
	}
	return ""
}

// element says what is wrong with an element or its attributes.
func (r *activeReader) element(t xml.StartElement) string {
	name := "l'elemento «" + word(t.Name.Local) + "»"
	switch {
	case r.vector && t.Name.Space != svgSpace && t.Name.Space != "":
		return name + " che non è di SVG"
	case r.vector && !slices.Contains(svgElements, t.Name.Local):
		return name
	case !r.vector && slices.Contains(activeSpaces, t.Name.Space):
		return name + " di un formato che il browser esegue"
	}
	for _, a := range t.Attr {
		if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
			continue
		}
		switch {
		case r.vector && !svgAttribute(a):
			return "l'attributo «" + word(a.Name.Local) + "»"
		case !r.vector && activeAttribute(a):
			return "l'attributo «" + word(a.Name.Local) + "»"
		}
	}
	return ""
}

// activeAttribute reports whether an attribute of a data file could act: those
// of the namespaces of documents, handlers of events, addresses that are code.
func activeAttribute(a xml.Attr) bool {
	return slices.Contains(activeSpaces, a.Name.Space) || runs(a.Value)
}

// runs reports whether following an address runs what it holds.
func runs(address string) bool {
	value := strings.ToLower(strings.Map(func(c rune) rune {
		if c <= ' ' {
			return -1
		}
		return c
	}, address))
	return strings.HasPrefix(value, "javascript:") || strings.HasPrefix(value, "vbscript:") || strings.HasPrefix(value, "data:text/html")
}

// declaration is that of XML 1.0 (2.8), in an encoding that is read here: one
// that a browser decodes and we do not could hide anything.
var declaration = regexp.MustCompile(`^<\?xml\s+version\s*=\s*["']1\.0["'](?:\s+encoding\s*=\s*["'](?i:utf-8|us-ascii|iso-8859-1|iso-8859-15|windows-1252)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>`)

// foreignEncoding says what is wrong with the encoding that data declare.
func foreignEncoding(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	head, _, _ := bytes.Cut(data[:min(len(data), 512)], []byte("?>"))
	if len(head) < 6 || string(head[:5]) != "<?xml" || head[5] > ' ' || declaration.Match(data) {
		return ""
	}
	_, rest, _ := strings.Cut(string(head), "encoding")
	name, _, _ := strings.Cut(strings.TrimLeft(rest, " \t\r\n=\"'"), `"`)
	name, _, _ = strings.Cut(name, "'")
	return "la codifica «" + strings.ToLower(word(name)) + "», che vetro non legge"
}

// word returns the first word of s, cut to what a message can show.
func word(s string) string {
	fields := strings.Fields(clean(s[:min(len(s), 4*maxName)]))
	if len(fields) == 0 {
		return ""
	}
	if one := []rune(fields[0]); len(one) > 40 {
		return string(one[:40]) + "…"
	}
	return fields[0]
}
