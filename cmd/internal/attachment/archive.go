// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// Limits on an archive: a document of people is far below, a trap is above.
const (
	maxPart     = 16 << 20 // bytes of one part, decompressed
	maxInflated = 48 << 20 // of all that is read
	maxParts    = 10_000
)

var errSwells = errors.New("more than a document holds")

// readPart returns the bytes of a part, at most limit.
func readPart(f *zip.File, limit int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	// What the archive says of its sizes may be wrong.
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = errSwells
	}
	return data, err
}

// readArchive reads the properties, the text and the pictures of an Office or
// OpenDocument file.
func (b *builder) readArchive(data []byte) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		b.problem(broken)
		return
	}
	if len(archive.File) > maxParts {
		b.problem(swelling)
		return
	}
	var shared []string
	for _, f := range archive.File { // before the sheets, which point at them
		if f.Name == "xl/sharedStrings.xml" {
			shared = b.sharedStrings(b.part(f))
		}
	}
	// Properties first: what is long must not hide who wrote it.
	for _, first := range []bool{true, false} {
		for _, f := range archive.File {
			if b.Problem != "" {
				return
			}
			if isProperties(f.Name) == first {
				b.readOne(f, shared)
			}
		}
	}
}

// isProperties reports whether a part says what the document is, not what is
// written in it.
func isProperties(name string) bool {
	return strings.HasPrefix(name, "docProps/") || strings.HasPrefix(name, "META-INF/") || name == "meta.xml" ||
		strings.HasSuffix(name, ".rels") || strings.HasSuffix(name, ".opf") || strings.HasSuffix(name, "vbaProject.bin")
}

// part returns the bytes of a part, nil after noting why it cannot be read.
func (b *builder) part(f *zip.File) []byte {
	if f.Flags&1 != 0 {
		b.problem(locked)
		return nil
	}
	data, err := readPart(f, min(maxPart, maxInflated-b.inflated))
	b.inflated += int64(len(data))
	switch {
	case errors.Is(err, errSwells):
		b.problem(swelling)
		return nil
	case err != nil:
		b.problem(broken)
		return nil
	}
	return data
}

// readOne reads one part of a document, if it is one that says something.
func (b *builder) readOne(f *zip.File, shared []string) {
	x := &xmlReader{builder: b}
	dir, base := path.Split(f.Name)
	switch {
	case f.Name == "META-INF/manifest.xml":
		if bytes.Contains(b.part(f), []byte("encryption-data")) {
			b.problem(locked)
		}
		return
	case strings.HasSuffix(base, "vbaProject.bin"):
		b.Program = "una macro"
		return
	case strings.HasSuffix(base, ".rels"):
		b.relationships(b.part(f))
		return
	case strings.Contains(dir, "/activeX/"), dir == "Scripts/" || strings.HasPrefix(dir, "Scripts/"):
		b.Program = "un controllo che si avvia aprendolo"
		return
	case dir == "Basic/" || strings.HasPrefix(dir, "Basic/Standard/") && base != "script-lb.xml":
		b.Program = "una macro"
		return
	case isMedia(f.Name):
		data := b.part(f)
		if detect(base, data).kind == picture {
			pictures := builder{inflated: b.inflated}
			pictures.readPicture(data, " (immagine nel documento)")
			b.inflated = pictures.inflated
			for _, a := range pictures.Authors {
				b.author(a.Where, a.Name)
			}
			b.Position = b.Position || pictures.Position
		}
		return
	case dir == "docProps/" && (base == "core.xml" || base == "app.xml"), f.Name == "meta.xml", strings.HasSuffix(base, ".opf"):
	case dir == "word/" && !isFixed(base), dir == "ppt/" && !isFixed(base):
		x.place = "documento"
	case dir == "ppt/slides/", dir == "ppt/notesSlides/":
		x.place = "diapositiva " + digits(base)
	case dir == "ppt/comments/", dir == "xl/persons/", dir == "xl/threadedComments/", dir == "xl/" && strings.HasPrefix(base, "comments"):
		x.place = "commenti"
	case dir == "xl/worksheets/":
		x.cells = &cells{builder: b, sheet: digits(base), shared: shared}
	case f.Name == "content.xml", f.Name == "styles.xml" && b.Format.kind == odf:
		x.place = "documento"
	default:
		return
	}
	if !strings.HasSuffix(base, ".xml") && !strings.HasSuffix(base, ".opf") {
		return
	}
	data := b.part(f)
	if data == nil {
		return
	}
	if err := x.walk(bytes.NewReader(data)); err != nil {
		b.problem(broken)
	}
}

// relationships notes what an Office document loads from elsewhere when it is
// opened (ECMA-376 part 2, 6.5): a link that waits for a click does not count.
func (b *builder) relationships(data []byte) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if err != nil {
			return
		}
		t, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		external, kind := false, ""
		for _, a := range t.Attr {
			switch a.Name.Local {
			case "TargetMode":
				external = strings.EqualFold(a.Value, "External")
			case "Type":
				kind = a.Value[strings.LastIndexByte(a.Value, '/')+1:]
			}
		}
		if external && kind != "hyperlink" {
			b.Program = "un collegamento a un altro file, che si carica aprendolo"
		}
	}
}

// isMedia reports whether the part is a picture of the document.
func isMedia(name string) bool {
	return strings.Contains(name, "/media/") || strings.HasPrefix(name, "Pictures/") || strings.HasPrefix(name, "docProps/thumbnail")
}

// isFixed reports whether a part of a document holds nothing that people wrote.
func isFixed(base string) bool {
	switch base {
	case "styles.xml", "settings.xml", "fontTable.xml", "webSettings.xml", "numbering.xml", "presProps.xml", "viewProps.xml", "tableStyles.xml":
		return true
	}
	return false
}

// digits returns the number in the name of a part: "sheet3.xml" is "3".
func digits(base string) string {
	return strings.TrimFunc(base, func(r rune) bool { return r < '0' || r > '9' })
}

// sharedStrings reads the texts that the cells of a workbook point at.
func (b *builder) sharedStrings(data []byte) []string {
	if data == nil {
		return nil
	}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	var all []string
	var one strings.Builder
	for room := maxTexts; room > 0; {
		token, err := decoder.Token()
		if err != nil {
			if err != io.EOF {
				b.problem(broken)
			}
			return all
		}
		switch t := token.(type) {
		case xml.CharData:
			if one.Len()+len(t) <= room {
				one.Write(t)
			}
		case xml.EndElement:
			if t.Name.Local == "si" {
				all = append(all, one.String())
				room -= one.Len() + 1
				one.Reset()
			}
		}
	}
	b.problem(cut)
	return all
}

// cells gathers the cells of a sheet.
type cells struct {
	*builder
	sheet   string
	shared  []string
	headers map[string]string // by column
	ref     string
	kind    string
	value   strings.Builder
	inValue bool
}

func (c *cells) start(t xml.StartElement) {
	switch t.Name.Local {
	case "c":
		c.ref, c.kind = "", ""
		c.value.Reset()
		for _, a := range t.Attr {
			switch a.Name.Local {
			case "r":
				c.ref = a.Value
			case "t":
				c.kind = a.Value
			}
		}
	case "v", "t":
		c.inValue = true
	}
}

func (c *cells) text(data []byte) {
	if c.inValue && c.value.Len() < maxTexts {
		c.value.Write(data)
	}
}

func (c *cells) end(local string) {
	switch local {
	case "v", "t":
		c.inValue = false
	case "c":
		if c.full() {
			c.problem(cut)
			return
		}
		value := c.value.String()
		if n, err := strconv.Atoi(value); c.kind == "s" && err == nil && 0 <= n && n < len(c.shared) {
			value = c.shared[n]
		}
		column, place := strings.TrimRight(c.ref, "0123456789"), fmt.Sprintf("foglio %s, cella %s", c.sheet, clean(c.ref))
		if c.ref == column+"1" {
			if c.headers == nil {
				c.headers = make(map[string]string)
			}
			c.headers[column] = value
			c.add(place, 0, value)
			return
		}
		c.addCell(Text{Place: place, Head: c.headers[column], Row: c.sheet + "/" + strings.TrimPrefix(c.ref, column)}, value)
	}
}
