// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"encoding/json"
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

// An entry is what a list says of a file.
type entry struct {
	Path   string `json:"path"`
	Size   int    `json:"size"` // -1: not said
	SHA256 string `json:"sha256"`
}

// checkListings holds that the two lists of files tell the truth, and all of
// it: who downloads the site checks it with them.
func (s *siteIndex) checkListings() []Fault {
	var out []Fault
	if f := s.file(sumsName); f != nil {
		var entries []entry
		for line := range strings.Lines(string(f.Text)) {
			sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
			if !ok || len(sum) != 64 {
				out = append(out, newFault(f.Path, "file-listing", "la riga %q non è una somma e un file", strings.TrimSpace(line)))
				continue
			}
			entries = append(entries, entry{name, -1, sum})
		}
		out = append(out, s.compare(f.Path, entries)...)
	}
	if f := s.file(manifestName); f != nil && json.Valid(f.Text) {
		var m struct {
			Files []entry `json:"files"`
		}
		if err := json.Unmarshal(f.Text, &m); err != nil {
			return append(out, newFault(f.Path, "file-listing", "il file non ha la forma prevista"))
		}
		out = append(out, s.compare(f.Path, m.Files)...)
	}
	return out
}

// compare compares a list with the files. The lists need not be in themselves.
func (s *siteIndex) compare(list string, entries []entry) []Fault {
	var out []Fault
	report := func(format string, args ...any) { out = append(out, newFault(list, "file-listing", format, args...)) }
	listed := make(map[string]bool, len(entries))
	for _, e := range entries {
		switch f := s.file(e.Path); {
		case f == nil:
			report("%s è elencato ma non c'è", e.Path)
		case listed[e.Path]:
			report("%s è elencato due volte", e.Path)
		case f.SHA256 != e.SHA256:
			report("la somma di %s non è quella del file", e.Path)
		case e.Size >= 0 && f.Size != e.Size:
			report("%s è lungo %d byte, non %d", e.Path, f.Size, e.Size)
		}
		listed[e.Path] = true
	}
	for _, f := range s.files {
		if !listed[f.Path] && f.Path != sumsName && f.Path != manifestName {
			report("manca %s", f.Path)
		}
	}
	return out
}
