// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/source"
)

// inputDigest sums up what a site is made from: the names and the contents of
// the files of data/ and content/, in order. How an editor ends the lines of a
// text, and the mark it may begin with, change nothing on the site and count
// for nothing here. Files whose names begin with a dot, which editors and
// systems leave about, are not of the project.
func inputDigest(fsys fs.FS) (string, error) {
	sum := sha256.New()
	for _, root := range []string{"data", "content"} {
		err := fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return nil
			case err != nil:
				return err
			case strings.HasPrefix(path.Base(name), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case !d.Type().IsRegular():
				return nil
			}
			one, err := fileDigest(fsys, name)
			if err != nil {
				return err
			}
			fmt.Fprintf(sum, "%x  %s\n", one, name)
			return nil
		})
		if err != nil {
			return "", fmt.Errorf("lettura di %s: %w", root, err)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

func fileDigest(fsys fs.FS, name string) ([]byte, error) {
	data, err := source.ReadFile(fsys, name, attachment.MaxSize)
	if errors.Is(err, source.ErrTooBig) {
		data = []byte(name) // not read, and no part of the site
	} else if err != nil {
		return nil, err
	}
	if ext := path.Ext(name); ext == ".toml" || ext == ".md" {
		data = bytes.ReplaceAll(bytes.TrimPrefix(data, []byte("\uFEFF")), []byte("\r\n"), []byte("\n"))
	}
	one := sha256.Sum256(data)
	return one[:], nil
}
