// SPDX-License-Identifier: EUPL-1.2

package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// Names of the two files that list all others.
const (
	ManifestName = "manifest.json"
	SumsName     = "SHA256SUMS.txt"
)

// A Manifest says what a site consists of. Its own file and SumsName are not
// in it.
type Manifest struct {
	Generator string         `json:"generator"` // "vetro" and its version
	Files     []ManifestFile `json:"files"`     // sorted by path
}

// A ManifestFile is one file of a Manifest.
type ManifestFile struct {
	Path   string `json:"path"`
	Size   int    `json:"size"`
	SHA256 string `json:"sha256"` // hexadecimal
}

// listing returns SHA256SUMS.txt, which "sha256sum -c" reads, and
// manifest.json for files, which must be sorted.
func listing(files []File, version string) ([]File, error) {
	m := Manifest{Generator: "vetro " + version, Files: make([]ManifestFile, len(files))}
	var sums bytes.Buffer
	for i, f := range files {
		sum := sha256.Sum256(f.Data)
		m.Files[i] = ManifestFile{Path: f.Path, Size: len(f.Data), SHA256: hex.EncodeToString(sum[:])}
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
