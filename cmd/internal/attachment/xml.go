// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// maxParsed is how many bytes of XML are read as such, of all parts together.
const maxParsed = 14 << 20

// maxDepth is how deep elements may nest: documents of people stay below 100.
const maxDepth = 512

// names are the elements and attributes that hold the name of a person, with
// what each is, by local name. A namespace is asked for by a part of it, where
// the local name is a common word.
var names = map[string]struct{ namespace, where string }{
	"creator":         {"purl.org/dc/", "autore"},
	"contributor":     {"purl.org/dc/", "collaboratore"},
	"lastModifiedBy":  {"core-properties", "ultima modifica"},
	"Manager":         {"extended-properties", "responsabile"},
	"initial-creator": {"opendocument", "primo autore"},
	"printed-by":      {"opendocument", "chi lo ha stampato"},
	"Artist":          {"ns.adobe.com/tiff/", "autore dell'immagine"},
	"OwnerName":       {"ns.adobe.com/exif/", "proprietario della fotocamera"},
	"CameraOwnerName": {"cipa.jp/exif/", "proprietario della fotocamera"},
	"CaptionWriter":   {"ns.adobe.com/photoshop/", "autore della didascalia"},
	"Credit":          {"ns.adobe.com/photoshop/", "riconoscimento"},
	"Owner":           {"ns.adobe.com/xap/1.0/rights/", "proprietario"},
	"Author":          {"ns.adobe.com/", "autore"},
	"attributionName": {"creativecommons.org/", "autore"},
}

// nameOf returns what the element or attribute n says of a person, "" for
// nothing.
func nameOf(n xml.Name) string {
	if known, ok := names[n.Local]; ok && strings.Contains(n.Space, known.namespace) {
		return known.where
	}
	return ""
}

// An xmlReader walks through one XML document.
type xmlReader struct {
	*builder
	place  string // of the texts, "" to leave them alone
	from   string // said after where a name stands: " (immagine)"
	cells  *cells // of a sheet, else nil
	orders []byte // fields and formulas, each after a zero byte
}

var errDeep = errors.New("elements nested too deep")

// walk reads the document. Entities that a document defines for itself are not
// expanded: encoding/xml knows none.
func (x *xmlReader) walk(data []byte) error {
	if x.parsed += len(data); x.parsed > maxParsed {
		x.problem(swelling)
		x.glance(data, 0)
		return nil
	}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.CharsetReader = latin1Reader
	var stack []xml.Name
	var paragraph strings.Builder
	for {
		if x.full() && (x.place != "" || x.cells != nil) {
			x.problem(cut)
			x.carryOut()
			x.glance(data, int(decoder.InputOffset()))
			return nil
		}
		token, err := decoder.Token()
		if err == io.EOF {
			if len(stack) > 0 {
				return io.ErrUnexpectedEOF
			}
			x.add(x.place, 0, paragraph.String())
			x.carryOut()
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(stack) >= maxDepth {
				return errDeep
			}
			stack = append(stack, t.Name)
			x.attributes(t)
			x.acts(t)
			if x.cells != nil {
				x.cells.start(t)
			}
		case xml.EndElement:
			stack = stack[:len(stack)-1]
			if x.cells != nil {
				x.cells.end(t.Name.Local)
				continue
			}
			switch t.Name.Local {
			case "p", "h", "li", "title", "desc": // of text, paragraphs
				x.flush(&paragraph)
			case "tab", "br", "s", "line-break":
				paragraph.WriteByte(' ')
			}
		case xml.CharData:
			if len(stack) > 0 {
				x.order(stack[len(stack)-1], t)
			}
			if x.cells != nil {
				x.cells.text(t)
				continue
			}
			x.characters(stack, t)
			if x.place != "" && paragraph.Len() < maxTexts {
				paragraph.Write(t)
			}
		}
	}
}

func (x *xmlReader) flush(paragraph *strings.Builder) {
	if x.place != "" {
		x.add(x.place, 0, paragraph.String())
	}
	paragraph.Reset()
}

// characters looks at the text inside stack: a name, a title, a language, a
// position. A name may be wrapped: dc:creator > rdf:Seq > rdf:li.
func (x *xmlReader) characters(stack []xml.Name, data xml.CharData) {
	s := strings.TrimSpace(string(data[:min(len(data), 8*maxName)]))
	if s == "" {
		return
	}
	for i := len(stack) - 1; i >= max(0, len(stack)-5); i-- {
		n := stack[i]
		if where := nameOf(n); where != "" {
			x.author(where+x.from, s)
			return
		}
		switch {
		case n.Local == "author" && strings.Contains(n.Space, "spreadsheetml"):
			x.author("autore di un commento"+x.from, s)
			return
		case isPosition(n):
			x.Position = true
			return
		}
	}
	if x.from != "" {
		return
	}
	for i := len(stack) - 1; i >= max(0, len(stack)-4); i-- {
		if !strings.Contains(stack[i].Space, "purl.org/dc/") {
			continue
		}
		switch stack[i].Local {
		case "title":
			if x.Title == "" {
				x.Title = s
			}
			return
		case "language":
			if x.Language == "" {
				x.Language = s
			}
			return
		}
	}
}

// attributes looks at what the attributes of an element say of people.
func (x *xmlReader) attributes(t xml.StartElement) {
	for _, a := range t.Attr {
		where := nameOf(a.Name)
		switch {
		case where != "":
		case isPosition(a.Name):
			x.Position = true
		case a.Name.Local == "author" && strings.Contains(a.Name.Space+t.Name.Space, "wordprocessingml"):
			where = "autore di una modifica o di un commento"
		case a.Name.Local == "name" && (t.Name.Local == "cmAuthor" || t.Name.Local == "author") && strings.Contains(t.Name.Space, "powerpoint") ||
			a.Name.Local == "name" && t.Name.Local == "cmAuthor",
			a.Name.Local == "displayName" && t.Name.Local == "person" && strings.Contains(t.Name.Space, "threadedcomments"):
			where = "autore di un commento"
		}
		if where != "" {
			x.author(where+x.from, a.Value)
		}
	}
}

func isPosition(n xml.Name) bool {
	return (n.Local == "GPSLatitude" || n.Local == "GPSLongitude") && strings.Contains(n.Space, "ns.adobe.com/exif/")
}

// latin1Reader reads the encoding that old programs still write.
func latin1Reader(charset string, r io.Reader) (io.Reader, error) {
	switch strings.ToLower(charset) {
	case "iso-8859-1", "iso-8859-15", "windows-1252", "us-ascii":
	default:
		return nil, errors.New("unknown charset " + charset)
	}
	data, err := io.ReadAll(io.LimitReader(r, maxPart))
	return strings.NewReader(fromLatin1(data)), err
}

// fromLatin1 returns bytes of Latin-1 as a string.
func fromLatin1(data []byte) string {
	var b strings.Builder
	b.Grow(len(data))
	for _, c := range data {
		b.WriteRune(rune(c))
	}
	return b.String()
}

// detectXML tells what XML data hold by their root; ok is false when they are
// not XML.
func detectXML(data []byte) (f Format, ok bool) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.Strict = false
	decoder.CharsetReader = latin1Reader
	for {
		token, err := decoder.Token()
		if err != nil {
			return Format{}, false
		}
		if t, isStart := token.(xml.StartElement); isStart {
			switch strings.ToLower(t.Name.Local) {
			case "svg":
				return svgFormat, true
			case "html":
				return htmlFormat, true
			}
			return xmlFormat, true
		}
		if d, isDirective := token.(xml.Directive); isDirective && strings.HasPrefix(strings.ToLower(string(d)), "doctype html") {
			return htmlFormat, true
		}
	}
}

// xmpStart and xmpEnd enclose the properties that Adobe's programs, and all
// that follow ISO 16684, put in files of any format so that they are found
// without knowing it.
var xmpStart, xmpEnd = []byte("<x:xmpmeta"), []byte("</x:xmpmeta>")

// readXMP reads every packet of properties in data.
func (b *builder) readXMP(data []byte, from string) {
	for {
		i := bytes.Index(data, xmpStart)
		if i < 0 {
			return
		}
		data = data[i:]
		end := bytes.Index(data, xmpEnd)
		if end < 0 {
			return
		}
		if !b.unpack() {
			return
		}
		x := &xmlReader{builder: b, from: from}
		_ = x.walk(data[:end+len(xmpEnd)]) // a packet cut short says what it says
		data = data[end+len(xmpEnd):]
	}
}
