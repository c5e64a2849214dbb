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
	// Pictures last, which may be large: all else must be seen, or the document
	// may do what was not seen. Properties first: what is long must not hide who
	// wrote it. The texts of a workbook before the sheets that point at them.
	for stage := range 4 {
		for _, f := range archive.File {
			name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
			if stageOf(name) != stage {
				continue
			}
			data := b.part(f)
			if stage < 3 && (b.Problem == broken || b.Problem == swelling) {
				b.active(unseen, nil)
			}
			if b.Problem == broken || b.Problem == swelling {
				return
			}
			if name == "xl/sharedstrings.xml" {
				shared = b.sharedStrings(data)
			}
			b.readOne(name, data, shared)
		}
	}
}

// stageOf returns when a part is read.
func stageOf(name string) int {
	switch {
	case strings.HasPrefix(name, "docprops/") && !isMedia(name), strings.HasPrefix(name, "meta-inf/"), name == "meta.xml", strings.HasSuffix(name, ".rels"), name == "[content_types].xml":
		return 0
	case name == "xl/sharedstrings.xml":
		return 1
	case isMedia(name):
		return 3
	}
	return 2
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

// readOne reads one part of a document; name in small letters.
func (b *builder) readOne(name string, data []byte, shared []string) {
	x := &xmlReader{builder: b}
	dir, base := path.Split(name)
	switch {
	case name == "meta-inf/manifest.xml" && bytes.Contains(data, []byte("encryption-data")):
		b.problem(locked)
	case strings.HasSuffix(base, "vbaproject.bin"):
		b.active(macro, nil)
		return
	case strings.Contains(dir, "/activex/"), strings.HasPrefix(dir, "scripts/"):
		b.active("un controllo che si avvia aprendolo", nil)
		return
	case b.Format.kind == odf && strings.HasPrefix(dir, "basic/") && base != "script-lb.xml":
		b.active(macro, nil)
		return
	case dir == "word/" && !isFixed(base), dir == "ppt/" && !isFixed(base):
		x.place = "documento"
	case dir == "ppt/slides/", dir == "ppt/notesslides/":
		x.place = "diapositiva " + digits(base)
	case dir == "ppt/comments/", dir == "xl/persons/", dir == "xl/threadedcomments/", dir == "xl/" && strings.HasPrefix(base, "comments"):
		x.place = "commenti"
	case dir == "xl/worksheets/":
		x.cells = &cells{builder: b, sheet: digits(base), shared: shared}
	case base == "content.xml", name == "styles.xml" && b.Format.kind == odf:
		x.place = "documento"
	}
	start := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 100)], []byte("\ufeff")), " \t\r\n")
	switch {
	case bytes.HasPrefix(start, []byte("<")), strings.HasSuffix(base, ".xml"), strings.HasSuffix(base, ".rels"):
		if x.walk(data) != nil {
			b.problem(broken)
			b.active(unseen, nil)
		}
	case bytes.HasPrefix(start, []byte("\xff\xfe")), bytes.HasPrefix(start, []byte("\xfe\xff")): // UTF-16
		b.active(unseen, nil)
	case bytes.HasPrefix(start, []byte("\xd0\xcf\x11\xe0")):
		b.active("un oggetto di un altro programma", nil)
	case bytes.HasPrefix(start, []byte("PK\x03\x04")), detect(base, data).kind == picture:
		b.inside(data, base, " (nel documento)")
	}
}

// maxNested is how many documents may lie inside one another.
const maxNested = 3

// inside reads a document in another one.
func (b *builder) inside(data []byte, name, from string) {
	if b.depth >= maxNested {
		b.active(unseen, nil)
		return
	}
	in := builder{inflated: b.inflated, parsed: b.parsed, unpacked: b.unpacked, depth: b.depth + 1, textSize: b.textSize, around: b.around + len(b.Texts)}
	if detect(name, data).kind == picture {
		in.readPicture(data, " (immagine nel documento)")
		from = ""
	} else {
		in.inspect(name, data)
	}
	b.inflated, b.parsed, b.unpacked, b.textSize = in.inflated, in.parsed, in.unpacked, in.textSize
	for _, a := range in.Authors {
		b.author(a.Where+from, a.Name)
	}
	for _, t := range in.Texts {
		t.Place, t.Line = strings.TrimSpace(t.Place+from), 0
		if t.Row != "" {
			t.Row = name + "/" + t.Row
		}
		b.Texts = append(b.Texts, t)
	}
	b.Position = b.Position || in.Position
	b.active(in.Program, nil)
	if in.Format.Name != "" && in.Problem != "" {
		b.problem(in.Problem)
	}
}

// isMedia reports whether the part is a picture of the document.
func isMedia(name string) bool {
	return strings.Contains(name, "/media/") || strings.HasPrefix(name, "pictures/") || strings.HasPrefix(name, "thumbnails/") || strings.HasPrefix(name, "docprops/thumbnail")
}

// isFixed reports whether a part of a document holds nothing that people wrote.
func isFixed(base string) bool {
	switch base {
	case "styles.xml", "settings.xml", "fonttable.xml", "websettings.xml", "numbering.xml", "presprops.xml", "viewprops.xml", "tablestyles.xml":
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
