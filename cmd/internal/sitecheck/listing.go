// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// Names of the files that list all others.
const (
	manifestName = "manifest.json"
	sumsName     = "SHA256SUMS.txt"
)

func (f *file) checkJSON(data []byte) {
	if !utf8.Valid(data) || !json.Valid(data) {
		f.fault("file-json", "il file non è JSON")
	}
}

func (f *file) checkXML(data []byte) {
	if err := wellFormed(data); err != nil {
		f.fault("file-xml", "il file non è XML: %v", err)
	}
}

func wellFormed(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	elements := 0
	for {
		t, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && elements == 0:
			return errors.New("non c'è nessun elemento")
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if _, ok := t.(xml.StartElement); ok {
			elements++
		}
	}
}

// checkListings holds that the two lists of files tell the truth, and all of
// it: who downloads the site checks it with them.
func (s *site) checkListings() []Fault {
	var out []Fault
	if f := s.byPath[sumsName]; f != nil {
		listed := map[string]bool{}
		for line := range strings.Lines(string(f.text)) {
			sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
			if !ok || len(sum) != 64 {
				out = append(out, newFault(f.path, "file-listing", "la riga %q non è una somma e un file", strings.TrimSpace(line)))
				continue
			}
			out = append(out, s.checkListed(f, listed, name, sum, -1)...)
		}
		out = append(out, s.unlisted(f, listed)...)
	}
	if f := s.byPath[manifestName]; f != nil && len(f.faults) == 0 {
		var m struct {
			Files []struct {
				Path   string `json:"path"`
				Size   int    `json:"size"`
				SHA256 string `json:"sha256"`
			} `json:"files"`
		}
		if err := json.Unmarshal(f.text, &m); err != nil {
			return append(out, newFault(f.path, "file-listing", "il file non ha la forma prevista"))
		}
		listed := map[string]bool{}
		for _, e := range m.Files {
			out = append(out, s.checkListed(f, listed, e.Path, e.SHA256, e.Size)...)
		}
		out = append(out, s.unlisted(f, listed)...)
	}
	return out
}

// checkListed compares an entry with the file. Size -1 is not known.
func (s *site) checkListed(in *file, listed map[string]bool, name, sum string, size int) []Fault {
	twice := listed[name]
	listed[name] = true
	switch f := s.byPath[name]; {
	case f == nil:
		return []Fault{newFault(in.path, "file-listing", "%s è elencato ma non c'è", name)}
	case twice:
		return []Fault{newFault(in.path, "file-listing", "%s è elencato due volte", name)}
	case f.sum != sum:
		return []Fault{newFault(in.path, "file-listing", "la somma di %s non è quella del file", name)}
	case size >= 0 && f.size != size:
		return []Fault{newFault(in.path, "file-listing", "%s è lungo %d byte, non %d", name, f.size, size)}
	}
	return nil
}

// unlisted returns what a list leaves out; the lists need not be in themselves.
func (s *site) unlisted(in *file, listed map[string]bool) []Fault {
	var out []Fault
	for _, f := range s.files {
		if !listed[f.path] && f.path != sumsName && f.path != manifestName {
			out = append(out, newFault(in.path, "file-listing", "manca %s", f.path))
		}
	}
	return out
}
