// SPDX-License-Identifier: EUPL-1.2

// Package manifest reads and writes manifest.json, the file of a site that lists
// all others, and knows the media type of each.
package manifest

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"vetro/cmd/internal/route"
)

// Names of the two files that list all others.
const (
	Name     = "manifest.json"
	SumsName = "SHA256SUMS.txt"
)

// A Manifest says what a site consists of and what it was made from. Its own
// file and SumsName are not in it.
type Manifest struct {
	Generator string    `json:"generator"` // "vetro" and its version
	Input     string    `json:"input_sha256,omitempty"`
	Editions  []Edition `json:"editions"` // newest first
	Files     []File    `json:"files"`    // sorted by path
}

// An Edition is an edition of the plan that the site holds. Dates are
// written year-month-day; a draft has none.
type Edition struct {
	ID        string `json:"id"`
	State     string `json:"state"` // "approved" or "draft"
	Published string `json:"published,omitempty"`
	Updated   string `json:"updated,omitempty"`
	// OnlineUntil is the last day on which the edition must be online: see
	// transparency.OnlineUntil.
	OnlineUntil string `json:"online_until,omitempty"`
}

// A File is one file of a Manifest.
type File struct {
	Path      string `json:"path"`
	Size      int    `json:"size"`
	SHA256    string `json:"sha256"` // hexadecimal
	MediaType string `json:"media_type"`
	Edition   string `json:"edition,omitempty"` // id of the edition the file belongs to
}

// Generator is how the program, in the version given, signs a manifest.
func Generator(version string) string { return generator + version }

const generator = "vetro "

// Encode returns the bytes of manifest.json.
func (m *Manifest) Encode() ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(m); err != nil {
		return nil, fmt.Errorf("writing the manifest: %w", err)
	}
	return out.Bytes(), nil
}

// Sums returns SHA256SUMS.txt, which "sha256sum -c" reads.
func (m *Manifest) Sums() []byte {
	var out bytes.Buffer
	for _, f := range m.Files {
		out.WriteString(f.SHA256 + "  " + f.Path + "\n")
	}
	return out.Bytes()
}

// MaxSize is the largest manifest that is read, in bytes: some ten times that of
// the largest site that was measured.
const MaxSize = 256 << 20

// Read reads the manifest of the site in a folder. It is false where there is no
// file of this name that Encode wrote: what stands there may be a pipe, or huge.
func Read(site fs.FS) (*Manifest, bool) {
	info, err := fs.Lstat(site, Name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > MaxSize {
		return nil, false
	}
	data, err := fs.ReadFile(site, Name)
	if err != nil {
		return nil, false
	}
	return Parse(data)
}

// Parse reads a manifest that Encode wrote. It is false for anything else: web
// applications too have a file of this name.
func Parse(data []byte) (*Manifest, bool) {
	m := new(Manifest)
	if json.Unmarshal(data, m) != nil || !strings.HasPrefix(m.Generator, generator) || len(m.Files) == 0 {
		return nil, false
	}
	home := false
	for _, f := range m.Files {
		if !fs.ValidPath(f.Path) || f.Size < 0 || len(f.SHA256) != 2*sha256.Size {
			return nil, false
		}
		home = home || f.Path == route.HomeFile
	}
	return m, home
}
