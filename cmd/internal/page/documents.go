// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
	"vetro/cmd/internal/site"
	"vetro/cmd/internal/source"
)

// A document is a file published with an edition: its act, or an attachment.
type document struct {
	name   string
	data   []byte
	sum    string // SHA-256, hexadecimal
	format string // "PDF"
	// barrier says, in Italian, why a screen reader cannot follow it; "" when it can.
	barrier string
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

// readDocuments reads the documents that the editions shown name. One that is
// not there is reported before the site is built.
func (b *Builder) readDocuments() error {
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
			data, err := source.ReadFile(b.in.Content, route.Attachments(e.ID)+path.Base(name), attachment.MaxSize)
			if err != nil {
				return &DocumentError{name, e.ID, err}
			}
			sum := sha256.Sum256(data)
			info := b.in.Documents.Known(name, data)
			format := info.Format.Name
			if format == "" {
				format = strings.ToUpper(strings.TrimPrefix(path.Ext(name), "."))
			}
			b.documents[e][name] = &document{
				name: name, data: data, sum: hex.EncodeToString(sum[:]), format: format,
				barrier: barrier(info),
			}
		}
	}
	return nil
}

// barrier says what keeps a screen reader out of a document, "" for nothing.
func barrier(info attachment.Info) string {
	switch pdf := info.Format.MediaType == "application/pdf"; {
	case pdf && info.ImageOnly:
		return "Questo PDF contiene solo immagini: uno screen reader non ci trova niente da leggere."
	case pdf && !info.Tagged:
		return "Questo PDF può essere difficile da leggere con uno screen reader."
	case strings.HasPrefix(info.Format.MediaType, "image/"):
		return "Questo documento è un’immagine: uno screen reader non ci trova niente da leggere."
	}
	return ""
}

// noAlternative follows a barrier that no page makes up for.
const noAlternative = " Una versione accessibile non c’è ancora."

// documentFiles returns the documents as files of the site.
func (b *Builder) documentFiles() []site.File {
	var out []site.File
	for _, e := range b.shown {
		for _, d := range b.documents[e] {
			out = append(out, site.File{Path: route.Attachments(e.ID) + d.name, Data: d.data})
		}
	}
	return out
}

// documentLink names d by title, with format and size.
func (p page) documentLink(e *plan.Edition, d *document, title string) Download {
	return Download{title + " (" + d.format + ", " + italian.Size(len(d.data)) + ")", p.link("/" + route.Attachments(e.ID) + d.name)}
}

// actDocument is the act itself as a file; empty when there is none.
func (p page) actDocument(e *plan.Edition) []Document {
	d := p.b.documents[e][e.Act.File]
	if d == nil {
		return nil
	}
	doc := Document{Link: p.documentLink(e, d, "Testo dell’atto"), Sum: d.sum}
	if d.barrier != "" {
		doc.Barrier = d.barrier + noAlternative
	}
	return []Document{doc}
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
		same := Link{Label: "Leggi «" + a.Title + "» in una pagina accessibile"}
		switch address, _, _ := strings.Cut(a.Alternative, "#"); {
		case p.b.addresses[address]:
			same.Href = p.link(a.Alternative)
		default:
			same.Href = outside(a.Alternative)
		}
		if same.Href != "" {
			doc.Alternative = &same
		}
		if d.barrier != "" && doc.Alternative == nil {
			doc.Barrier = d.barrier + noAlternative
		}
		out = append(out, doc)
	}
	return out
}
