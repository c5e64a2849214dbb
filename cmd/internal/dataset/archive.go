// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"archive/zip"
	"bytes"
	"fmt"
)

// maxLoose is how many bytes of text the files have together before they are
// offered as one archive too.
const maxLoose = 4 << 20

// An archive takes the files of a data set one after the other and packs them
// once they are worth it: in that order and without times, so that the same files
// give the same bytes.
type archive struct {
	loose  []File
	size   int
	data   bytes.Buffer
	writer *zip.Writer
}

func (a *archive) add(f File) error {
	a.loose = append(a.loose, f)
	if a.size += len(f.Data); a.size <= maxLoose {
		return nil
	}
	if a.writer == nil {
		a.writer = zip.NewWriter(&a.data)
	}
	for _, f := range a.loose {
		to, err := a.writer.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err == nil {
			_, err = to.Write(f.Data)
		}
		if err != nil {
			return fmt.Errorf("packing %s: %w", f.Name, err)
		}
	}
	a.loose = nil
	return nil
}

// close returns the archive, nil when the files are not worth one.
func (a *archive) close() ([]byte, error) {
	if a.writer == nil {
		return nil, nil
	}
	if err := a.writer.Close(); err != nil {
		return nil, fmt.Errorf("closing an archive: %w", err)
	}
	return a.data.Bytes(), nil
}
