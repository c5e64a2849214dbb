// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
	"unicode/utf16"
)

// The documents that the tests read are built here, as small as they can be.

// pdfOf makes a PDF of objects; extra goes into the trailer.
func pdfOf(extra string, objects ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, extra, xref)
	return []byte(b.String())
}

// plainPDF is one page of text, tagged, without a name in it.
func plainPDF(info string) []byte {
	return pdfOf("/Info 4 0 R", "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R/Lang(it-IT)>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		info, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", "<</Type/StructTreeRoot>>")
}

// packed makes a stream object, compressed.
func packed(dict, data string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(data))
	z.Close()
	return fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", dict, b.Len(), b.String())
}

// xmp makes a packet of properties.
func xmp(properties string) string {
	return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" ` +
		properties + `</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

// zipOf makes an archive of names and texts, in pairs.
func zipOf(t testing.TB, pairs ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		header := &zip.FileHeader{Name: pairs[i], Method: zip.Deflate}
		if pairs[i] == "mimetype" {
			header.Method = zip.Store
		}
		part, err := w.CreateHeader(header)
		if err != nil {
			t.Fatal(err)
		}
		part.Write([]byte(pairs[i+1]))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	wordNS  = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	sheetNS = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	core    = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">%s</cp:coreProperties>`
)

// docx makes a Word document that says text, with more parts.
func docx(t testing.TB, text string, more ...string) []byte {
	return zipOf(t, append([]string{"[Content_Types].xml", "<Types/>",
		"word/document.xml", "<w:document " + wordNS + "><w:body><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:body></w:document>"}, more...)...)
}

// exif makes the TIFF structure of EXIF with an artist, the author as Windows
// has it and, if asked, a position.
func exif(artist, windows string, position bool) []byte {
	type entry struct {
		tag, kind uint16
		data      []byte
	}
	wide := []byte{}
	for _, u := range append(utf16.Encode([]rune(windows)), 0) {
		wide = binary.LittleEndian.AppendUint16(wide, u)
	}
	var b []byte
	table := func(entries []entry, base int) []byte {
		n := len(entries)
		head := binary.LittleEndian.AppendUint16(nil, uint16(n))
		var tail []byte
		at := base + 2 + 12*n + 4
		for _, e := range entries {
			size := map[uint16]int{1: 1, 2: 1, 4: 4, 5: 8}[e.kind]
			head = binary.LittleEndian.AppendUint16(head, e.tag)
			head = binary.LittleEndian.AppendUint16(head, e.kind)
			head = binary.LittleEndian.AppendUint32(head, uint32(len(e.data)/size))
			if len(e.data) <= 4 {
				head = append(head, append(e.data, make([]byte, 4-len(e.data))...)...)
				continue
			}
			head = binary.LittleEndian.AppendUint32(head, uint32(at+len(tail)))
			tail = append(tail, e.data...)
		}
		return append(append(head, 0, 0, 0, 0), tail...)
	}
	b = append(b, "II*\x00\x08\x00\x00\x00"...)
	var entries []entry
	if artist != "" {
		entries = append(entries, entry{0x13b, 2, []byte(artist + "\x00")})
	}
	gps := len(entries)
	if position {
		entries = append(entries, entry{0x8825, 4, make([]byte, 4)})
	}
	if windows != "" {
		entries = append(entries, entry{0x9c9d, 1, wide})
	}
	first := table(entries, 8)
	if position {
		binary.LittleEndian.PutUint32(entries[gps].data, uint32(8+len(first)))
		first = table(entries, 8)
		degrees := []byte{}
		for _, n := range []uint32{45, 1, 8, 1, 0, 1} {
			degrees = binary.LittleEndian.AppendUint32(degrees, n)
		}
		first = append(first, table([]entry{{1, 2, []byte("N\x00")}, {2, 5, degrees}, {3, 2, []byte("E\x00")}, {4, 5, degrees}}, 8+len(first))...)
	}
	return append(b, first...)
}

// jpegOf makes a JPEG with segments after its start.
func jpegOf(t testing.TB, segments ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	out := append([]byte{}, b.Bytes()[:2]...)
	for _, s := range segments {
		out = append(out, 0xff, s[0])
		out = binary.BigEndian.AppendUint16(out, uint16(len(s)-1+2))
		out = append(out, s[1:]...)
	}
	return append(out, b.Bytes()[2:]...)
}

// pngOf makes a PNG with chunks (name and body) after its header.
func pngOf(t testing.TB, chunks ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	const head = 8 + 25
	out := append([]byte{}, b.Bytes()[:head]...)
	for _, c := range chunks {
		out = binary.BigEndian.AppendUint32(out, uint32(len(c)-4))
		out = append(out, c...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE([]byte(c)))
	}
	return append(out, b.Bytes()[head:]...)
}

// iptc makes the segment of JPEG that holds one record of IPTC.
func iptc(number byte, value string) string {
	record := append([]byte{0x1c, 2, number}, binary.BigEndian.AppendUint16(nil, uint16(len(value)))...)
	record = append(record, value...)
	block := append([]byte("Photoshop 3.0\x008BIM\x04\x04\x00\x00"), binary.BigEndian.AppendUint32(nil, uint32(len(record)))...)
	return "\xed" + string(append(block, record...))
}
