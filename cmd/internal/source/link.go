// SPDX-License-Identifier: EUPL-1.2

package source

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"vetro/cmd/internal/diag"
)

// BrokenLink reports whether name, or a folder on the way to it, is a symbolic
// link that cannot be followed: out of the project ("symlink-escapes") or to
// nothing ("dangling-link"). If so it says so in report, at the link. Of what
// is no link, or is not there, it says nothing.
//
// Stat and ReadDir alone do not tell such a link from a file of no interest.
func BrokenLink(fsys fs.FS, name string, report *diag.List) bool {
	if dir := path.Dir(name); dir != "." && BrokenLink(fsys, dir, report) {
		return true
	}
	if !isLink(fsys, name) {
		return false
	}
	_, err := fs.Stat(fsys, name)
	if err == nil || errors.Is(err, fs.ErrPermission) {
		return false
	}
	report.Add(explain(fsys, name, err, nil))
	return true
}

// escapes reports whether err says that a link leads out of the project:
// os.Root exports no error for it.
func escapes(err error) bool { return strings.Contains(err.Error(), "path escapes") }
