// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"io/fs"
	"os"
)

// special are the bits of a mode that we keep.
const special = fs.ModePerm | fs.ModeSetgid | fs.ModeSetuid | fs.ModeSticky

// own gives what is at name the owner and group of like, as far as this user
// may: the group alone, if not both. What could not be given is found out in
// the end: see strangers.
func (w *writer) own(name string, like fs.FileInfo) {
	user, group, known := owner(like)
	if is, there := lstat(name); !known || !there || sameOwner(is, like) {
		return
	}
	if w.chown(name, user, group) != nil {
		_ = w.chown(name, -1, group)
	}
}

func sameOwner(a, b fs.FileInfo) bool {
	au, ag, _ := owner(a)
	bu, bg, _ := owner(b)
	return au == bu && ag == bg
}

// finishFolder flushes a folder's list of names and gives it its permissions,
// those of was as far as they are kept; was is nil for one that is new.
func (w *writer) finishFolder(folder, from string, was fs.FileInfo, mode fs.FileMode, times bool) error {
	if err := w.syncFolder(folder); err != nil {
		return err
	}
	if was != nil {
		w.own(folder, was)
		mode |= was.Mode() & (fs.ModeSetgid | fs.ModeSticky)
		copyRights(from, folder)
	}
	// After the owner, whose change takes bits away.
	if err := os.Chmod(folder, mode&special); err != nil {
		return err
	}
	if times {
		_ = os.Chtimes(folder, was.ModTime(), was.ModTime()) // only its owner may
	}
	return nil
}

// strangers returns what was kept but has another owner, group or mode now.
func (s *Staging) strangers(seen *oldSite) (names []string) {
	check := func(name string, was fs.FileInfo) {
		is, there := lstat(s.at.standing(name))
		if there && was != nil && (!sameOwner(is, was) || is.Mode()&special != was.Mode()&special) {
			names = append(names, name)
		}
	}
	if seen.exists {
		check(".", seen.info)
	}
	for _, name := range append(s.changes.folders, s.changes.kept...) {
		check(name, seen.entries[name])
	}
	return names
}
