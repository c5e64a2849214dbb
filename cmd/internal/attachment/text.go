// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// readText reads a text: the cells of a table, the values of an object, lines.
func (b *builder) readText(data []byte) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	s := string(data)
	if !utf8.Valid(data) {
		b.problem("è un testo che non è in UTF-8")
		s = fromLatin1(data)
	}
	switch b.Format.Name {
	case csvFormat.Name:
		if b.readCSV(s) {
			return
		}
	case jsonFormat.Name:
		b.readJSON(s)
		return
	case xmlFormat.Name:
		b.active(activeXML(data))
		x := &xmlReader{builder: b}
		if x.walk([]byte(s)) != nil {
			b.problem(notXML)
		}
	}
	line := 0
	for one := range strings.Lines(s) {
		if line++; b.full() {
			b.problem(cut)
			return
		}
		b.add("riga "+strconv.Itoa(line), line, one)
	}
}

// maxColumns is how many columns a table may have: those of Excel. What has more
// is read line by line.
const maxColumns = 16_384

// readCSV reads the cells of a table, each after the head of its column; it
// reports false when s is none.
func (b *builder) readCSV(s string) bool {
	first, _, _ := strings.Cut(s, "\n")
	r := csv.NewReader(strings.NewReader(s))
	for _, comma := range ",;\t" { // the commonest in the first line
		if strings.Count(first, string(comma)) > strings.Count(first, string(r.Comma)) {
			r.Comma = comma
		}
	}
	for line := range strings.Lines(s) {
		if strings.Count(line, string(r.Comma)) > maxColumns { // the reader would take hundreds of bytes for each
			return false
		}
	}
	r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = -1, true, true
	var heads []string
	for n := 0; ; n++ {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil || len(record) > maxColumns {
			b.Texts, b.textSize = nil, 0
			return false
		}
		if b.full() {
			b.problem(cut)
			return true
		}
		for i, cell := range record {
			line, _ := r.FieldPos(i)
			head := ""
			if n > 0 && i < len(heads) {
				head = heads[i]
			}
			b.addCell(Text{Place: "riga " + strconv.Itoa(line), Line: line, Head: strings.ToValidUTF8(head, "\uFFFD"), Row: strconv.Itoa(n)}, cell)
		}
		if n == 0 {
			heads = append(heads, record...)
		}
	}
}

// readJSON reads the values of an object, each after its name.
func (b *builder) readJSON(s string) {
	decoder := json.NewDecoder(strings.NewReader(s))
	decoder.UseNumber()
	// Valid JSON only comes here, so that names and values take turns in objects.
	type level struct{ object, value bool }
	var stack []level
	name, line, at := "", 1, 0
	for {
		token, err := decoder.Token()
		if err != nil {
			return
		}
		if to := int(decoder.InputOffset()); to > at {
			line += strings.Count(s[at:to], "\n")
			at = to
		}
		top := len(stack) - 1
		if d, ok := token.(json.Delim); ok {
			if d == '{' || d == '[' {
				stack = append(stack, level{object: d == '{'})
				continue
			}
			stack = stack[:top]
			if top--; top >= 0 {
				stack[top].value = false
			}
			continue
		}
		if top >= 0 && stack[top].object && !stack[top].value {
			name, _ = token.(string)
			stack[top].value = true
			continue
		}
		value := ""
		switch v := token.(type) {
		case string:
			value = v
		case json.Number:
			value = v.String()
		}
		if b.full() {
			b.problem(cut)
			return
		}
		b.addCell(Text{Place: "riga " + strconv.Itoa(line), Line: line, Head: name}, value)
		if top >= 0 {
			stack[top].value = false
		}
	}
}

// notXML says that a file that should be XML is not: a browser may read it in
// its own way, so that nothing can be said of what it would do.
const notXML = "non è un XML corretto"

// active notes what a reader of XML found that acts.
func (b *builder) active(found string, err error) {
	if err != nil {
		found = "un XML che non si riesce a leggere fino in fondo"
	}
	if found != "" && b.Program == "" {
		b.Program = found
	}
}

// readSVG reads the properties and the text of an SVG image.
func (b *builder) readSVG(data []byte) {
	b.active(ActiveSVG(data))
	x := &xmlReader{builder: b, place: "immagine"}
	if x.walk(data) != nil {
		b.problem(notXML)
	}
}

// signer is the number of the person in the certificate of an Italian digital
// signature (ETSI EN 319 412-1, 5.1.3: TINIT-…; before it IT:…).
var signer = regexp.MustCompile(`(?:TINIT-|IT:)([A-Za-z]{6}[0-9A-Za-z]{2}[A-Za-z][0-9A-Za-z]{2}[A-Za-z][0-9A-Za-z]{3}[A-Za-z])`)

// readSignature tells the number of who signed.
func (b *builder) readSignature(data []byte) {
	seen := map[string]bool{}
	for _, m := range signer.FindAllSubmatch(data, maxAuthors) {
		if code := string(m[1]); !seen[code] {
			seen[code] = true
			b.add("certificato della firma digitale", 0, code)
		}
	}
}
