// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

// TestArchive: a large data set has an archive of all its files but the workbook,
// byte for byte and without times; a small one has none.
func TestArchive(t *testing.T) {
	s := trial(t)
	files, err := made(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if f.Name == s.ArchiveName() {
			t.Errorf("a small data set has %s", f.Name)
		}
	}
	s.Edition.AllProjects()[0].Note = strings.Repeat("Una nota lunga. ", maxLoose/16)
	if files, err = made(s); err != nil {
		t.Fatal(err)
	}
	loose, archive := map[string][]byte{}, []byte(nil)
	for _, f := range files {
		switch f.MediaType {
		case typeZIP:
			archive = f.Data
		case typeXLSX:
		default:
			loose[f.Name] = f.Data
		}
	}
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.File) != len(loose) {
		t.Errorf("the archive has %d files, want %d", len(r.File), len(loose))
	}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if want, ok := loose[f.Name]; err != nil || !ok || !bytes.Equal(data, want) {
			t.Errorf("%s in the archive: %v, %d bytes, want %d", f.Name, err, len(data), len(want))
		}
		if !f.Modified.IsZero() && f.Modified.Year() > 1980 {
			t.Errorf("%s has the time %v", f.Name, f.Modified)
		}
	}
}
