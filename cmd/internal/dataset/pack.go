// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
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
type parts map[string]*bytes.Buffer

// Create implements excelize.ZipWriter.
func (p parts) Create(name string) (io.Writer, error) {
	p[name] = new(bytes.Buffer)
	return p[name], nil
}

// AddFS implements excelize.ZipWriter, which never calls it.
func (p parts) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close implements excelize.ZipWriter.
func (p parts) Close() error { return nil }

// pack zips the parts of the workbook of s.
func (p parts) pack(s Set) ([]byte, error) {
	p["docProps/core.xml"] = bytes.NewBuffer(coreProperties(s))
	p["docProps/app.xml"] = bytes.NewBufferString(xml.Header +
		`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>` + generator + `</Application></Properties>`)
	var files []File
	// [Content_Types].xml comes first, as who reads a stream expects.
	for _, name := range slices.Sorted(maps.Keys(p)) {
		files = append(files, File{Name: name, Data: p[name].Bytes()})
	}
	return zipped(files)
}

// zipped returns an archive of files, in their order and without times.
func zipped(files []File) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		to, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err == nil {
			_, err = to.Write(f.Data)
		}
		if err != nil {
			return nil, fmt.Errorf("writing %s: %w", f.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("writing an archive: %w", err)
	}
	return b.Bytes(), nil
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
