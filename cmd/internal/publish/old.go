// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
)

// Permissions of what we write, whatever the umask: a web server runs as
// another user.
const (
	fileMode   fs.FileMode = 0o644
	folderMode fs.FileMode = 0o755
)

// An oldSite is what stands at the target before a run.
type oldSite struct {
	exists  bool
	mode    fs.FileMode            // of the target itself: kept
	entries map[string]fs.FileInfo // everything below the target, folders too
	ours    map[string]string      // files of the old manifest: path → SHA-256
}

// look reads the target without following links. It refuses a target that
// holds files of others only.
func look(at place) (*oldSite, error) {
	old := &oldSite{mode: folderMode, entries: map[string]fs.FileInfo{}}
	root, err := os.OpenRoot(at.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return old, nil
	}
	if err != nil {
		return nil, fmt.Errorf("lettura di %s: %w", at.given, err)
	}
	defer root.Close()
	old.exists = true
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if name == "." {
			old.mode = info.Mode()
			return nil
		}
		if info.Mode()&^(fs.ModePerm|fs.ModeDir|fs.ModeSymlink|fs.ModeSetgid|fs.ModeSetuid|fs.ModeSticky) != 0 {
			return &RefusedError{Reason: Special, Target: at.given, Path: name}
		}
		old.entries[name] = info
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("lettura di %s: %w", at.given, err)
	}
	if len(old.entries) == 0 {
		return old, nil
	}
	var ours bool
	if data, err := root.ReadFile(manifestName); err == nil {
		old.ours, ours = parseManifest(data)
	}
	if !ours && insideSite(at.folder) {
		return nil, &RefusedError{Reason: InsideSite, Target: at.given}
	}
	if !ours {
		return nil, &RefusedError{Reason: NotOurs, Target: at.given}
	}
	return old, nil
}

// insideSite reports whether a folder above folder is a site of ours.
func insideSite(folder string) bool {
	for above := filepath.Dir(folder); above != folder; folder, above = above, filepath.Dir(above) {
		data, err := os.ReadFile(filepath.Join(above, manifestName))
		if err != nil {
			continue
		}
		if _, ours := parseManifest(data); ours {
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

// compare works out what becomes of each file of the old site and the new.
func compare(at place, old *oldSite, site fs.FS, files []string) (*changes, error) {
	c := &changes{}
	var root *os.Root
	if old.exists {
		var err error
		if root, err = os.OpenRoot(at.folder); err != nil {
			return nil, fmt.Errorf("lettura di %s: %w", at.given, err)
		}
		defer root.Close()
	}
	conflict := func(name string) error {
		return &RefusedError{Reason: Conflict, Target: at.given, Path: name}
	}
	ours := above(slices.Sorted(maps.Keys(old.ours)))
	for _, name := range files {
		data, err := fs.ReadFile(site, name)
		if err != nil {
			return nil, fmt.Errorf("lettura del sito: %w", err)
		}
		c.bytes += int64(len(data))
		info, exists := old.entries[name]
		sum, mine := old.ours[name]
		switch {
		case !exists, info.IsDir() && ours[name]:
			c.added = append(c.added, name)
			continue
		case !info.Mode().IsRegular() && mine:
			c.changed = append(c.changed, name)
			continue
		case !info.Mode().IsRegular():
			return nil, conflict(name)
		}
		was, err := root.ReadFile(filepath.FromSlash(name))
		if err != nil {
			return nil, fmt.Errorf("lettura di %s: %w", at.given, err)
		}
		equal := bytes.Equal(was, data)
		if !equal && !mine {
			return nil, conflict(name)
		}
		if !equal && sum != "" && sum != checksum(was) {
			c.edited = append(c.edited, name)
		}
		if equal && rightMode(info, fileMode) {
			c.same = append(c.same, name)
		} else {
			c.changed = append(c.changed, name)
		}
	}
	if name := c.others(old, files, ours); name != "" {
		return nil, conflict(name)
	}
	return c, nil
}

// others sorts out the entries of the old site that are no file of the new one.
// It returns the path of one that is not ours and stands in the way, or "".
func (c *changes) others(old *oldSite, files []string, ours map[string]bool) string {
	folders := above(files)
	for _, name := range slices.Sorted(maps.Keys(old.entries)) {
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

func checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// rightMode reports whether info has the permissions we would give it. Windows
// has none of these.
func rightMode(info fs.FileInfo, mode fs.FileMode) bool {
	return runtime.GOOS == "windows" || info.Mode().Perm() == mode
}
