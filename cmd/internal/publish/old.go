// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"

	"vetro/cmd/internal/manifest"
)

// Permissions of what we write, whatever the umask: a web server runs as
// another user.
const (
	fileMode   fs.FileMode = 0o644
	folderMode fs.FileMode = 0o755
)

// An oldSite is what stands at the target.
type oldSite struct {
	exists  bool
	info    fs.FileInfo            // of the target itself
	mode    fs.FileMode            // of the target itself: kept
	entries map[string]fs.FileInfo // everything below the target, folders too
	ours    map[string]Sum         // files of the old manifest
}

// list reads what is in the target without following links.
func (old *oldSite) list(at place) error {
	old.entries = map[string]fs.FileInfo{}
	root, err := os.OpenRoot(at.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("lettura di %s: %w", at.given, err)
	}
	defer root.Close()
	old.exists = true
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		var info fs.FileInfo
		if err == nil {
			info, err = d.Info()
		}
		if errors.Is(err, fs.ErrNotExist) && name != "." {
			delete(old.entries, name)
			return nil // somebody has just removed it
		}
		if err != nil {
			return err
		}
		if name == "." {
			old.info, old.mode = info, info.Mode()
			return nil
		}
		if info.Mode()&^(fs.ModePerm|fs.ModeDir|fs.ModeSymlink|fs.ModeSetgid|fs.ModeSetuid|fs.ModeSticky) != 0 {
			return &RefusedError{Reason: Special, Target: at.given, Path: name}
		}
		old.entries[name] = info
		return nil
	})
	if err != nil {
		return fmt.Errorf("lettura di %s: %w", at.given, at.named(err))
	}
	return nil
}

// look lists the target and reads its manifest. It refuses a target that holds
// files of others only.
func look(at place) (*oldSite, error) {
	old := &oldSite{mode: folderMode}
	if err := old.list(at); err != nil {
		return nil, err
	}
	if len(old.entries) == 0 {
		return old, nil
	}
	var ours bool
	if old.ours, ours = readManifest(at.folder); !ours {
		return nil, &RefusedError{Reason: NotOurs, Target: at.given}
	}
	return old, nil
}

// untouched reports whether a file of ours must still have the bytes that the
// manifest tells. Whatever is done to a file moves the time of its last change,
// which nobody can set; Finish moves that of the manifest after all others. The
// time of writing is asked too, for what has handed the whole site to another
// owner, and so moved all times at once.
func (old *oldSite) untouched(name string) bool {
	is, last := old.entries[name], old.entries[manifest.Name]
	at, known := changed(is)
	sealed, _ := changed(last)
	return known && is.Size() == old.ours[name].Size && at.Before(sealed) && is.ModTime().Before(last.ModTime())
}

// asItWas reports whether two looks saw the same file with the same time.
func asItWas(a, b fs.FileInfo) bool {
	return os.SameFile(a, b) && a.Size() == b.Size() && a.Mode() == b.Mode() && a.ModTime().Equal(b.ModTime())
}

// changedBetween reports whether something was done to a file between two looks,
// if only another name given to it.
func changedBetween(a, b fs.FileInfo) bool {
	at, _ := changed(a)
	bt, _ := changed(b)
	return !at.Equal(bt)
}

// insideSite reports whether a folder above folder is a site of ours.
func insideSite(folder string) bool {
	for above := filepath.Dir(folder); above != folder; folder, above = above, filepath.Dir(above) {
		if _, ours := readManifest(above); ours {
			return true
		}
	}
	return false
}

// A changes is the work to be done: what becomes of each file.
type changes struct {
	bytes   int64
	same    []string // of the site, already on the disk
	added   []string
	changed []string
	removed []string
	edited  []string
	kept    []string // files and links that are not ours
	folders []string // folders that are not ours
	modes   bool     // a folder of ours has other permissions
}

func (c *changes) none() bool {
	return len(c.added)+len(c.changed)+len(c.removed) == 0 && !c.modes
}

func (c *changes) fill(r *Report) {
	r.Bytes = c.bytes
	r.Added, r.Changed, r.Removed = c.added, c.changed, c.removed
	r.Edited, r.Kept = c.edited, c.kept
}

// sort puts each list in order: files come in as they are made.
func (c *changes) sort() {
	for _, list := range [][]string{c.same, c.added, c.changed, c.removed, c.edited, c.kept, c.folders} {
		slices.Sort(list)
	}
}

// others sorts out the entries of the old site that are no file of the new one.
// It returns the path of one that is not ours and stands in the way, or "".
func (c *changes) others(old *oldSite, files []string, ours map[string]bool) string {
	folders := above(files)
	for _, name := range sortedKeys(old.entries) {
		info := old.entries[name]
		_, mine := old.ours[name]
		_, wanted := slices.BinarySearch(files, name)
		switch {
		case info.IsDir() && folders[name]:
			c.modes = c.modes || !rightMode(info, folderMode)
			continue
		case wanted, info.IsDir() && ours[name]:
			continue
		case mine && !info.IsDir():
			c.removed = append(c.removed, name)
			continue
		case info.IsDir():
			c.folders = append(c.folders, name)
		default:
			c.kept = append(c.kept, name)
		}
		if folders[name] {
			return name
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if _, ok := slices.BinarySearch(files, dir); ok {
				return name
			}
		}
	}
	return ""
}

// above returns the folders that hold the files, without ".".
func above(files []string) map[string]bool {
	out := map[string]bool{}
	for _, name := range files {
		for dir := path.Dir(name); dir != "." && !out[dir]; dir = path.Dir(dir) {
			out[dir] = true
		}
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// rightMode reports whether info has the permissions we would give it. Windows
// has none of these.
func rightMode(info fs.FileInfo, mode fs.FileMode) bool {
	return runtime.GOOS == "windows" || info.Mode().Perm() == mode
}
