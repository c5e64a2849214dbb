// SPDX-License-Identifier: EUPL-1.2

package devserver

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
)

// Snapshot sums up names, sizes and times of all files below the folders of
// fsys; a folder that does not exist counts as empty. Two equal snapshots mean
// that nothing was saved in between.
func Snapshot(fsys fs.FS, folders ...string) (string, error) {
	sum := sha256.New()
	for _, folder := range folders {
		err := fs.WalkDir(fsys, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			fmt.Fprintf(sum, "%q %d %d %v\n", name, info.Size(), info.ModTime().UnixNano(), info.Mode())
			return nil
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("guardo i file di %s: %w", folder, err)
		}
	}
	return string(sum.Sum(nil)), nil
}
