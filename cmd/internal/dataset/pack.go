// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"maps"
	"slices"

	"vetro/cmd/internal/tomldoc"
)

// generator is who made the file where no ente may be named.
const generator = "vetro"

// parts collects the parts of a workbook where excelize would zip them, so that
// the same data give the same bytes: in a fixed order, without times, and with
// properties of ours in the place of those of the library.
type parts map[string]*part

// A part is compressed as it comes: a long sheet is tens of megabytes.
type part struct {
	packed  bytes.Buffer
	deflate *flate.Writer
	sum     hash.Hash32
	size    uint64
}

// Write implements io.Writer.
func (p *part) Write(data []byte) (int, error) {
	p.size += uint64(len(data))
	p.sum.Write(data) // never fails
	return p.deflate.Write(data)
}

// Create implements excelize.ZipWriter.
func (p parts) Create(name string) (io.Writer, error) {
	to := &part{sum: crc32.NewIEEE()}
	var err error
	to.deflate, err = flate.NewWriter(&to.packed, flate.DefaultCompression)
	p[name] = to
	return to, err
}

// AddFS implements excelize.ZipWriter, which never calls it.
func (p parts) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close implements excelize.ZipWriter.
func (p parts) Close() error { return nil }

// pack zips the parts of the workbook of s.
func (p parts) pack(s Set) ([]byte, error) {
	for name, data := range map[string][]byte{
		"docProps/core.xml": coreProperties(s),
		"docProps/app.xml": []byte(xml.Header +
			`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>` + generator + `</Application></Properties>`),
	} {
		to, err := p.Create(name)
		if err == nil {
			_, err = to.Write(data)
		}
		if err != nil {
			return nil, fmt.Errorf("writing %s: %w", name, err)
		}
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	// [Content_Types].xml comes first, as who reads a stream expects.
	for _, name := range slices.Sorted(maps.Keys(p)) {
		if err := p[name].pack(w, name); err != nil {
			return nil, fmt.Errorf("writing %s: %w", name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("writing an archive: %w", err)
	}
	return b.Bytes(), nil
}

// pack adds p to w.
func (p *part) pack(w *zip.Writer, name string) error {
	if err := p.deflate.Close(); err != nil {
		return err
	}
	to, err := w.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: p.sum.Sum32(), UncompressedSize64: p.size, CompressedSize64: uint64(p.packed.Len()),
	})
	if err != nil {
		return err
	}
	_, err = p.packed.WriteTo(to)
	return err
}

// coreProperties names no person: the author is the ente, or the program while
// nothing may be said in the name of the ente. The times are the days of the
// edition.
func coreProperties(s Set) []byte {
	author := generator
	if s.Official() {
		author = s.Publication.Municipality.Name
	}
	var b bytes.Buffer
	b.WriteString(xml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	text := func(name, value string) {
		if value == "" {
			return
		}
		b.WriteString("<" + name + ">")
		xml.EscapeText(&b, []byte(value)) // never fails: the buffer takes all
		b.WriteString("</" + name + ">")
	}
	day := func(name string, d tomldoc.Date) {
		if !d.IsZero() {
			b.WriteString("<" + name + ` xsi:type="dcterms:W3CDTF">` + d.String() + "T00:00:00Z</" + name + ">")
		}
	}
	text("dc:title", s.Title())
	text("dc:description", s.Notice)
	text("dc:creator", author)
	text("cp:lastModifiedBy", author)
	text("dc:language", "it")
	created := s.Edition.Published
	if created.IsZero() {
		created = s.Edition.Updated
	}
	day("dcterms:created", created)
	day("dcterms:modified", s.Edition.Updated)
	b.WriteString("</cp:coreProperties>")
	return b.Bytes()
}
