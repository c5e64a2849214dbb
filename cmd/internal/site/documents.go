// SPDX-License-Identifier: EUPL-1.2

package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/plan"
)

// A document is a file published with an edition: its act, or an attachment.
type document struct {
	name   string
	data   []byte
	sum    string // SHA-256, hexadecimal
	format string // "PDF"
	hard   bool   // a PDF that a screen reader cannot follow
}

// A Document is a document for people.
type Document struct {
	Link        Download
	Description template.HTML
	Sum         string
	Alternative *Link  // the same said accessibly
	Barrier     string // said where there is none
}

// A DocumentError says which document could not be read.
type DocumentError struct {
	Name    string // as the data have it
	Edition string // its id
	Err     error
}

func (e *DocumentError) Error() string {
	return fmt.Sprintf("lettura del documento %s dell'edizione %s: %v", e.Name, e.Edition, e.Err)
}

func (e *DocumentError) Unwrap() error { return e.Err }

// documentsFolder is where documents stand, in content/ and on the site.
func documentsFolder(e *plan.Edition) string { return e.ID + "/allegati/" }

// readDocuments reads the documents that the editions shown name. One that is
// not there is reported before the site is built.
func (b *builder) readDocuments() error {
	for _, e := range b.shown {
		names := make([]string, 0, len(e.Attachments)+1)
		if e.Act.File != "" {
			names = append(names, e.Act.File)
		}
		for _, a := range e.Attachments {
			names = append(names, a.File)
		}
		b.documents[e] = map[string]*document{}
		for _, name := range names {
			if b.documents[e][name] != nil {
				continue
			}
			if b.in.Content == nil {
				return &DocumentError{name, e.ID, fs.ErrNotExist}
			}
			data, err := fs.ReadFile(b.in.Content, documentsFolder(e)+path.Base(name))
			if err != nil {
				return &DocumentError{name, e.ID, err}
			}
			sum := sha256.Sum256(data)
			info := attachment.Inspect(name, data)
			format := info.Format.Name
			if format == "" {
				format = strings.ToUpper(strings.TrimPrefix(path.Ext(name), "."))
			}
			b.documents[e][name] = &document{
				name: name, data: data, sum: hex.EncodeToString(sum[:]), format: format,
				hard: strings.EqualFold(path.Ext(name), ".pdf") && !info.Tagged,
			}
		}
	}
	return nil
}

// documentFiles returns the documents as files of the site.
func (b *builder) documentFiles() []File {
	var out []File
	for _, e := range b.shown {
		for _, d := range b.documents[e] {
			out = append(out, File{documentsFolder(e) + d.name, d.data})
		}
	}
	return out
}

// documentLink names d by title, with format and size.
func (p page) documentLink(e *plan.Edition, d *document, title string) Download {
	return Download{title + " (" + d.format + ", " + fileSize(len(d.data)) + ")", p.link("/" + documentsFolder(e) + d.name)}
}

// attachments lists the documents of e in the order of its file.
func (p page) attachments(e *plan.Edition, words *gloss) []Document {
	var out []Document
	for _, a := range e.Attachments {
		d := p.b.documents[e][a.File]
		if d == nil {
			continue
		}
		doc := Document{Link: p.documentLink(e, d, a.Title), Description: words.text(a.Description), Sum: d.sum}
		switch {
		case strings.HasPrefix(a.Alternative, "/"):
			if address, _, _ := strings.Cut(a.Alternative, "#"); p.b.addresses[address] {
				doc.Alternative = &Link{Label: "Leggi lo stesso contenuto in una pagina", Href: p.link(a.Alternative)}
			}
		case outside(a.Alternative) != "":
			doc.Alternative = &Link{Label: "Leggi lo stesso contenuto in una pagina", Href: outside(a.Alternative)}
		}
		if d.hard && doc.Alternative == nil {
			doc.Barrier = "Questo PDF può essere difficile da leggere con uno screen reader e non ha ancora una versione accessibile."
		}
		out = append(out, doc)
	}
	return out
}
