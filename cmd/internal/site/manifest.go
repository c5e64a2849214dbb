// SPDX-License-Identifier: EUPL-1.2

package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
	"vetro/cmd/internal/transparency"
)

// Names of the two files that list all others.
const (
	ManifestName = "manifest.json"
	SumsName     = "SHA256SUMS.txt"
)

// A Manifest says what a site consists of and what it was made from. Its own
// file and SumsName are not in it.
type Manifest struct {
	Generator string            `json:"generator"` // "vetro" and its version
	Input     string            `json:"input_sha256,omitempty"`
	Editions  []ManifestEdition `json:"editions"` // newest first
	Files     []ManifestFile    `json:"files"`    // sorted by path
}

// A ManifestEdition is an edition of the plan that the site holds. Dates are
// written year-month-day; a draft has none.
type ManifestEdition struct {
	ID        string `json:"id"`
	State     string `json:"state"` // "approved" or "draft"
	Published string `json:"published,omitempty"`
	Updated   string `json:"updated,omitempty"`
	// OnlineUntil is the last day on which the edition must be online: see
	// transparency.OnlineUntil.
	OnlineUntil string `json:"online_until,omitempty"`
}

// A ManifestFile is one file of a Manifest.
type ManifestFile struct {
	Path      string `json:"path"`
	Size      int    `json:"size"`
	SHA256    string `json:"sha256"` // hexadecimal
	MediaType string `json:"media_type"`
	Edition   string `json:"edition,omitempty"` // id of the edition the file belongs to
}

// listing returns SHA256SUMS.txt, which "sha256sum -c" reads, and
// manifest.json for files, which must be sorted.
func (b *builder) listing(files []File) ([]File, error) {
	m := Manifest{
		Generator: "vetro " + b.in.Version, Input: b.in.Digest,
		Editions: make([]ManifestEdition, len(b.shown)), Files: make([]ManifestFile, len(files)),
	}
	for i, e := range b.shown {
		m.Editions[i] = manifestEdition(e)
	}
	var sums bytes.Buffer
	for i, f := range files {
		sum := sha256.Sum256(f.Data)
		m.Files[i] = ManifestFile{Path: f.Path, Size: len(f.Data), SHA256: hex.EncodeToString(sum[:]), MediaType: mediaType(f.Path)}
		first, _, _ := strings.Cut(f.Path, "/")
		for _, e := range b.shown {
			if e.ID == first {
				m.Files[i].Edition = first
			}
		}
		fmt.Fprintf(&sums, "%s  %s\n", m.Files[i].SHA256, f.Path)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(m); err != nil {
		return nil, fmt.Errorf("writing the manifest: %w", err)
	}
	return []File{{SumsName, sums.Bytes()}, {ManifestName, out.Bytes()}}, nil
}

func manifestEdition(e *plan.Edition) ManifestEdition {
	if e.State != plan.Approved {
		return ManifestEdition{ID: e.ID, State: "draft"}
	}
	return ManifestEdition{
		ID: e.ID, State: "approved", Published: e.Published.String(), Updated: e.Updated.String(),
		OnlineUntil: onlineUntil(e).String(),
	}
}

// onlineUntil is the last day on which e must be online, at the earliest; zero
// before it is published.
func onlineUntil(e *plan.Edition) tomldoc.Date {
	return tomldoc.Date(transparency.OnlineUntil(transparency.Day(e.Published), transparency.Day(e.InForceUntil)))
}

// mediaTypes are those of the files a site may hold, by ending. The tables of
// the machine are not asked: they differ from one to the next.
var mediaTypes = map[string]string{
	".avif": "image/avif", ".css": "text/css", ".csv": "text/csv",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".gif":  "image/gif", ".html": "text/html", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".js": "text/javascript",
	".json": "application/json", ".jsonld": "application/ld+json",
	".odp": "application/vnd.oasis.opendocument.presentation", ".ods": "application/vnd.oasis.opendocument.spreadsheet",
	".odt": "application/vnd.oasis.opendocument.text", ".pdf": "application/pdf", ".png": "image/png",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".svg":  "image/svg+xml", ".ttl": "text/turtle", ".txt": "text/plain", ".webp": "image/webp", ".woff2": "font/woff2",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xml": "application/xml",
}

func mediaType(name string) string {
	if strings.HasSuffix(name, "csv-metadata.json") { // of one table, or of all
		return "application/csvm+json"
	}
	if name == feedFile {
		return feedType
	}
	if t := mediaTypes[strings.ToLower(path.Ext(name))]; t != "" {
		return t
	}
	return "application/octet-stream"
}
