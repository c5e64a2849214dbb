// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"io/fs"
	"os"
)

// A followed is the folder of a project that may be deleted and made again, by a
// restore or a new clone, while the preview is open: the folder is what has the
// name, not what had it.
type followed struct {
	path string
	root *os.Root
	is   fs.FileInfo // nil when it could not be told
}

// follow follows the folder at path, which root is.
func follow(path string, root *os.Root) *followed {
	f := &followed{path: path, root: root}
	f.is, _ = root.Stat(".")
	return f
}

// now returns the folder that has the name now, and whether it is another than
// at the last call. While there is none the last one is all there is.
func (f *followed) now() (fsys fs.FS, another bool) {
	if is, err := os.Stat(f.path); err == nil && is.IsDir() && (f.is == nil || !os.SameFile(is, f.is)) {
		if root, err := os.OpenRoot(f.path); err == nil {
			f.root.Close()
			*f = *follow(f.path, root)
			another = true
		}
	}
	return f.root.FS(), another
}

func (f *followed) close() { f.root.Close() }
