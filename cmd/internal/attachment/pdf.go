// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"bytes"
	"compress/zlib"
	"io"
	"slices"
)

// A pdfFile is what is known of a PDF while it is read from its first byte to
// its last. The cross-reference table, which says where the last revision of
// each object is, is not followed: a name that a later revision replaced is
// still in the file, and anyone can read it.
type pdfFile struct {
	*builder
	objects   map[int]any // strings, and dictionaries that another refers to
	catalog   pdfDict     // the last one
	pages     map[int]bool
	leads     map[int]bool // actions that lead elsewhere, or to another action
	opens     []int        // what is done when the file opens
	opaque    bool         // has packed objects that cannot be read
	infos     []pdfDict
	fonts     bool
	encrypted bool
}

// maxObjects is how many objects are kept to be referred to.
const maxObjects = 100_000

// maxInfos is how many dictionaries that hold names are kept: a document has a
// few hundred.
const maxInfos = 10_000

// readPDF reads the structure and the properties of a PDF.
func (b *builder) readPDF(data []byte) {
	f := &pdfFile{builder: b, objects: map[int]any{}, pages: map[int]bool{}, leads: map[int]bool{}}
	f.readObjects(data)
	f.readTrailers(data)
	// The table of a file may say that an object lies where the objects in their
	// order do not have it, for example inside a picture.
	f.names(data)
	b.readXMP(data, "")
	if f.encrypted {
		b.problem(locked)
	} else if f.catalog == nil || b.Format.kind == pdf && !bytes.Contains(data[max(0, len(data)-2048):], []byte("%%EOF")) {
		b.problem(broken)
	}
	f.conclude()
}

// readObjects finds each "12 0 obj" of the file.
func (f *pdfFile) readObjects(data []byte) {
	r := &pdfReader{data: data}
	for {
		i := bytes.Index(data[r.at:], []byte("obj"))
		if i < 0 {
			return
		}
		number, ok := objectNumber(data[max(0, r.at+i-24) : r.at+i])
		r.at += i + len("obj")
		if !ok {
			continue
		}
		v, _ := r.value(0) // of a dictionary cut short, what could be read
		r.skip()
		if d, ok := v.(pdfDict); ok && bytes.HasPrefix(data[r.at:], []byte("stream")) {
			f.stream(d, r.stream(d))
		}
		f.object(number, v)
	}
}

// objectNumber reads the "12 0 " that before ends in.
func objectNumber(before []byte) (n int, ok bool) {
	back := func(want func(byte) bool) int {
		k := 0
		for len(before) > 0 && want(before[len(before)-1]) {
			before = before[:len(before)-1]
			k++
		}
		return k
	}
	digit := func(c byte) bool { return '0' <= c && c <= '9' }
	if back(isPDFBlank) == 0 || back(digit) == 0 || back(isPDFBlank) == 0 {
		return 0, false
	}
	digits := before
	k := back(digit)
	for _, c := range digits[len(digits)-k:] {
		n = n*10 + int(c-'0')
		if n > 1<<30 {
			return 0, false
		}
	}
	return n, k > 0
}

// stream returns the bytes of the stream that begins here, and passes over it.
func (r *pdfReader) stream(d pdfDict) []byte {
	r.at += len("stream")
	if bytes.HasPrefix(r.data[r.at:], []byte("\r\n")) {
		r.at += 2
	} else if r.at < len(r.data) && isPDFBlank(r.data[r.at]) {
		r.at++
	}
	start := r.at
	if n, ok := d["Length"].(int); ok && 0 <= n && n <= len(r.data)-start {
		rest := bytes.TrimLeft(r.data[start+n:min(len(r.data), start+n+16)], "\r\n ")
		if bytes.HasPrefix(rest, []byte("endstream")) {
			r.at = start + n
			return r.data[start : start+n]
		}
	}
	if !r.endless {
		if n := bytes.Index(r.data[start:], []byte("endstream")); n >= 0 {
			r.at = start + n
			return r.data[start : start+n]
		}
		r.endless = true
	}
	return nil // cut short: the rest is looked at as objects
}

// stream looks into a stream that holds objects or properties.
func (f *pdfFile) stream(d pdfDict, data []byte) {
	switch d["Type"] {
	case pdfName("ObjStm"):
		plain := f.decode(d, data)
		if _, filtered := d["DecodeParms"].(pdfDict); plain == nil || filtered {
			f.opaque = true
		}
		f.names(plain)
		f.objectStream(d, plain)
	case pdfName("Metadata"):
		if d["Filter"] != nil { // plain ones are found by their packet
			f.readXMP(f.decode(d, data), "")
		}
	case pdfName("XRef"):
		f.trailer(d)
	}
}

// decode decompresses a stream, nil when it is compressed in another way or
// swells.
func (f *pdfFile) decode(d pdfDict, data []byte) []byte {
	filter := d["Filter"]
	if a, ok := filter.(pdfArray); ok {
		if len(a) > 1 {
			return nil
		}
		filter = nil
		if len(a) == 1 {
			filter = a[0]
		}
	}
	if filter == nil {
		return data
	}
	if filter != pdfName("FlateDecode") && filter != pdfName("Fl") {
		return nil
	}
	if !f.unpack() {
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	defer z.Close()
	limit := min(maxPart, maxInflated-f.inflated)
	out, _ := io.ReadAll(io.LimitReader(z, limit+1)) // of a stream cut short, what could be read
	f.inflated += int64(len(out))
	if int64(len(out)) > limit {
		f.problem(swelling)
		return nil
	}
	return out
}

// objectStream reads the objects packed in a stream: pairs of number and
// offset, then the objects.
func (f *pdfFile) objectStream(d pdfDict, data []byte) {
	count, _ := d["N"].(int)
	first, _ := d["First"].(int)
	if first <= 0 || first > len(data) {
		return
	}
	head := &pdfReader{data: data[:first]}
	body := &pdfReader{data: data[first:]}
	for range min(max(count, 0), maxObjects) {
		number, ok1 := head.value(0)
		offset, ok2 := head.value(0)
		n, ok3 := number.(int)
		at, ok4 := offset.(int)
		// Objects stand in order; going back would let a small file be read for ever.
		if !ok1 || !ok2 || !ok3 || !ok4 || at < body.at || at > len(body.data) {
			return
		}
		body.at = at
		v, _ := body.value(0)
		f.object(n, v)
	}
}

// readTrailers reads the dictionaries after the word "trailer".
func (f *pdfFile) readTrailers(data []byte) {
	r := &pdfReader{data: data}
	for {
		i := bytes.Index(data[r.at:], []byte("trailer"))
		if i < 0 {
			return
		}
		r.at += i + len("trailer")
		if v, _ := r.value(0); v != nil {
			if d, ok := v.(pdfDict); ok {
				f.trailer(d)
			}
		}
	}
}

func (f *pdfFile) trailer(d pdfDict) {
	if d["Encrypt"] != nil {
		f.encrypted = true
	}
}

// markups are the notes that people write on a page (12.5.6.2); their T is who
// wrote them.
var markups = map[any]bool{
	pdfName("Text"): true, pdfName("FreeText"): true, pdfName("Highlight"): true, pdfName("Underline"): true, pdfName("Squiggly"): true,
	pdfName("StrikeOut"): true, pdfName("Stamp"): true, pdfName("Ink"): true, pdfName("Caret"): true, pdfName("FileAttachment"): true,
	pdfName("Line"): true, pdfName("Square"): true, pdfName("Circle"): true, pdfName("Polygon"): true, pdfName("PolyLine"): true,
}

// object notes what an object says.
func (f *pdfFile) object(number int, v any) {
	if s, ok := v.(pdfString); ok && len(f.objects) < maxObjects {
		f.objects[number] = s
	}
	d, ok := v.(pdfDict)
	if !ok {
		return
	}
	if (d["Next"] != nil || leading[d["S"]]) && len(f.leads) < maxObjects {
		f.leads[number] = true
	}
	switch open := d["OpenAction"].(type) {
	case pdfRef:
		if len(f.opens) < maxObjects {
			f.opens = append(f.opens, int(open))
		}
	case pdfDict:
		if open["Next"] != nil || leading[open["S"]] {
			f.Program = "un indirizzo che si apre da solo"
		}
	}
	switch d["Type"] {
	case pdfName("Font"):
		f.fonts = true
	case pdfName("Page"):
		f.pages[number] = true
	case pdfName("Catalog"):
		f.catalog = d
	case nil:
		if d["Author"] != nil || d["Producer"] != nil || d["CreationDate"] != nil || d["Title"] != nil {
			f.info(d)
		}
		if d["Marked"] != nil && len(f.objects) < maxObjects {
			f.objects[number] = d
		}
	}
	if markups[d["Subtype"]] && d["Contents"] != nil {
		f.info(pdfDict{"T": d["T"]})
	}
	if actsInPDF(d, 0) {
		f.Program = activePDF
	}
	if s, ok := d["Contents"].(pdfString); ok && d["ByteRange"] != nil {
		f.readSignature(s)
	}
}

// info keeps a dictionary that holds names, as far as there is room.
func (f *pdfFile) info(d pdfDict) {
	if len(f.infos) >= maxInfos {
		f.problem(cut)
		return
	}
	f.infos = append(f.infos, d)
}

// text returns the string that v is or refers to.
func (f *pdfFile) text(v any) string {
	if r, ok := v.(pdfRef); ok {
		v = f.objects[int(r)]
	}
	s, _ := v.(pdfString)
	return s.String()
}

// conclude puts together what was found apart. In a file that is encrypted the
// strings are not what they seem.
func (f *pdfFile) conclude() {
	f.Pages = len(f.pages)
	if slices.ContainsFunc(f.opens, func(n int) bool { return f.leads[n] }) {
		f.Program = "un indirizzo che si apre da solo"
	}
	if f.opaque && f.Program == "" {
		f.Program = "parti compresse o cifrate, che vetro non può controllare"
	}
	if f.catalog != nil {
		mark := f.catalog["MarkInfo"]
		if r, ok := mark.(pdfRef); ok {
			mark = f.objects[int(r)]
		}
		d, _ := mark.(pdfDict)
		f.Tagged = f.catalog["StructTreeRoot"] != nil && d["Marked"] == true
	}
	if f.encrypted {
		f.Texts = nil
		return
	}
	f.ImageOnly = f.Pages > 0 && !f.fonts && f.Problem == ""
	if f.catalog != nil {
		if s := f.text(f.catalog["Lang"]); s != "" {
			f.Language = s
		}
	}
	title := ""
	for _, d := range f.infos {
		f.author("autore", f.text(d["Author"]))
		f.author("autore di una nota", f.text(d["T"]))
		if d["Author"] != nil || d["Producer"] != nil || d["CreationDate"] != nil {
			title = f.text(d["Title"])
		}
	}
	if title != "" {
		f.Title = title
	}
}
