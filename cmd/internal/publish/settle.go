// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"vetro/cmd/internal/manifest"
)

// A settling empties the old tree after the exchange: what was ours goes, what
// was not comes to the target, even if it appeared, changed or was replaced
// while the new site was being made. In the end the target has the very files,
// links and folders of others, not likenesses of them.
type settling struct {
	w        *writer
	from, to string // the old tree and the target

	ours    map[string]Sum  // files of the old site
	folders map[string]bool // those that hold them
	site    map[string]Sum  // files of the new one; of their sums only the names count
	// seen is what the new site was made from, and placed what it got of others.
	// Both are nil when an earlier run did it.
	seen, placed map[string]fs.FileInfo

	edited []string // files of ours that somebody had just written
	aside  []string // files of others that the new site left no room for, as they are called now
}

// rounds is how often a folder is looked at again because something came into
// it while it was being emptied.
const rounds = 10

// run settles all; what it could not move or remove is still in the old tree
// after an error.
func (s *settling) run() error {
	if err := s.w.step("remove"); err != nil {
		return err
	}
	s.dropRemoved()
	s.bringBack()
	var err error
	for range rounds {
		if err = s.folder("."); err == nil {
			break
		}
	}
	return err
}

func (s *settling) old(name string) string { return filepath.Join(s.from, filepath.FromSlash(name)) }
func (s *settling) new(name string) string { return filepath.Join(s.to, filepath.FromSlash(name)) }

// dropRemoved removes from the target what was carried over and then removed
// from the old tree by its owner.
func (s *settling) dropRemoved() {
	for _, name := range slices.Backward(sortedKeys(s.placed)) {
		_, err := os.Lstat(s.old(name))
		if is, there := lstat(s.new(name)); there && errors.Is(err, fs.ErrNotExist) && os.SameFile(is, s.placed[name]) {
			os.Remove(s.new(name)) // fails, rightly, on a folder with something in it
		}
	}
}

// bringBack puts whole folders of others in the place of their likenesses, where
// the system can exchange them: they stay what they are for whoever has them
// open, with rights that we know nothing of.
func (s *settling) bringBack() {
	for _, name := range sortedKeys(s.placed) {
		if s.placed[name].IsDir() && s.placed[path.Dir(name)] == nil {
			_ = s.w.exchange(s.old(name), s.new(name)) // else its likeness does
		}
	}
}

// folder empties one folder of the old tree and removes it. The manifest goes
// last: without it nothing would say any more what is ours.
func (s *settling) folder(name string) error {
	entries, err := os.ReadDir(s.old(name))
	if err != nil {
		return err
	}
	was, there := lstat(s.old(name))
	if there && was.Mode()&0o700 != 0o700 {
		_ = os.Chmod(s.old(name), 0o700) // one that nobody may write in
	}
	var failed error
	for _, entry := range entries {
		child := path.Join(name, entry.Name())
		switch {
		case child == manifest.Name:
		case !entry.IsDir():
			failed = errors.Join(failed, s.file(child))
		case s.ours != nil && s.foreign(child) && s.move(child) == nil:
		default:
			failed = errors.Join(failed, s.folder(child))
		}
	}
	if failed != nil {
		return failed
	}
	if name == "." {
		if err := os.Remove(s.old(manifest.Name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := os.Remove(s.old(name)); err != nil {
		return err
	}
	if s.placed[name] != nil && there && !isFolder(s.new(name), s.seen[name]) {
		_ = os.Chtimes(s.new(name), was.ModTime(), was.ModTime()) // the likeness of one of others
	}
	return nil
}

// foreign reports whether a folder of the old tree is new to us and can be
// moved as it is.
func (s *settling) foreign(name string) bool {
	_, there := lstat(s.new(name))
	return !s.folders[name] && s.placed[name] == nil && !there
}

// file settles what is no folder.
func (s *settling) file(name string) error {
	is, there := lstat(s.old(name))
	if !there {
		return nil // removed in this instant
	}
	if _, ours := s.ours[name]; ours {
		if was := s.seen[name]; was != nil && !asItWas(was, is) {
			s.edited = append(s.edited, name)
		}
		return os.Remove(s.old(name))
	}
	placed := s.placed[name]
	other, there := lstat(s.new(name))
	_, taken := s.site[name]
	switch {
	case !there && placed != nil:
		return os.Remove(s.old(name)) // its owner has just removed it
	case !there:
		return s.move(name)
	case os.SameFile(is, other):
		return os.Remove(s.old(name))
	case taken || other.IsDir():
		return s.setAside(name)
	case placed != nil && os.SameFile(is, placed):
		return os.Remove(s.old(name)) // our likeness: see bringBack
	case placed != nil && os.SameFile(other, placed), placed != nil && later(is, other):
		return s.replace(name, other)
	case placed != nil:
		return os.Remove(s.old(name)) // its owner wrote it anew after the exchange
	case s.placed == nil && (!later(other, is) || s.equal(name)):
		return os.Rename(s.old(name), s.new(name))
	}
	return s.setAside(name)
}

// replace puts a file in the place of other, and gives way to what may have come
// there since other was seen: then the next round settles the two.
func (s *settling) replace(name string, other fs.FileInfo) error {
	err := s.w.exchange(s.old(name), s.new(name))
	if errors.Is(err, errors.ErrUnsupported) {
		return os.Rename(s.old(name), s.new(name))
	}
	if err != nil {
		return err
	}
	if was, there := lstat(s.old(name)); there && !os.SameFile(was, other) {
		err := s.w.exchange(s.old(name), s.new(name))
		return errors.Join(fmt.Errorf("%s: %w", name, fs.ErrExist), err)
	}
	return os.Remove(s.old(name))
}

// equal reports whether a file in the target is only a likeness of that in the
// old tree.
func (s *settling) equal(name string) bool {
	read := func(name string) (Sum, error) {
		if to, err := os.Readlink(name); err == nil {
			return Sum{-1, to}, nil
		}
		in, err := os.Open(name)
		if err != nil {
			return Sum{}, err
		}
		defer in.Close()
		return summed(in)
	}
	a, err := read(s.old(name))
	b, err2 := read(s.new(name))
	return err == nil && err2 == nil && a == b
}

// later reports whether a was changed after b.
func later(a, b fs.FileInfo) bool {
	at, known := changed(a)
	bt, _ := changed(b)
	if !known {
		at, bt = a.ModTime(), b.ModTime()
	}
	return at.After(bt)
}

// move brings a file, or a folder with all it holds, to the target.
func (s *settling) move(name string) error {
	if err := os.MkdirAll(filepath.Dir(s.new(name)), folderMode); err != nil {
		return s.setAside(name)
	}
	// A link is refused where something has come meanwhile: then the next round
	// settles the two.
	if err := s.w.link(s.old(name), s.new(name)); err == nil {
		return os.Remove(s.old(name))
	} else if errors.Is(err, fs.ErrExist) {
		return err
	}
	return os.Rename(s.old(name), s.new(name))
}

// setAside brings a file to the target under another name, as near as can be.
func (s *settling) setAside(name string) error {
	at := name
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if info, there := lstat(s.new(dir)); !there || !info.IsDir() {
			at = path.Join(path.Dir(dir), strings.ReplaceAll(strings.TrimPrefix(name, path.Dir(dir)+"/"), "/", "-"))
		}
	}
	for n := 1; ; n++ {
		free := fmt.Sprintf("%s.conservato-%d", at, n)
		if _, there := lstat(s.new(free)); there {
			continue
		}
		err := os.Rename(s.old(name), s.new(free))
		if err == nil {
			s.aside = append(s.aside, free)
		}
		return err
	}
}

func lstat(name string) (fs.FileInfo, bool) {
	info, err := os.Lstat(name)
	return info, err == nil
}
