// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sync/errgroup"
)

// writers is how many files are written at once. Flushing is waiting for the
// disk, and waiting together is one wait: the journal takes them in one go.
const writers = 16

// list returns the paths of the files of site, sorted, and refuses what this
// system cannot hold.
func list(site fs.FS) ([]string, error) {
	var files []string
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if _, err := filepath.Localize(name); err != nil {
			return &RefusedError{Reason: BadPath, Path: name}
		}
		switch {
		case d.IsDir():
		case d.Type().IsRegular():
			files = append(files, name)
		default:
			return &RefusedError{Reason: BadPath, Path: name}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("lettura del sito: %w", err)
	}
	slices.Sort(files)
	return files, nil
}

// stage makes the new site whole in the work folder and flushes it to the disk.
func (w *writer) stage(ctx context.Context, at place, old *oldSite, site fs.FS, c *changes) error {
	folders, err := w.folders(ctx, at, old, c)
	if err != nil {
		return err
	}
	group, gctx := errgroup.WithContext(ctx)
	group.SetLimit(writers)
	for _, name := range slices.Concat(c.added, c.changed) {
		group.Go(guarded(name, func() error {
			if err := w.begin(gctx, "write"); err != nil {
				return err
			}
			return w.writeFile(at.path(name), site, name)
		}))
	}
	for _, name := range slices.Concat(c.same, c.kept) {
		group.Go(guarded(name, func() error {
			if err := w.begin(gctx, "keep"); err != nil {
				return err
			}
			return w.keep(filepath.Join(at.folder, filepath.FromSlash(name)), at.path(name))
		}))
	}
	if err := group.Wait(); err != nil {
		return fmt.Errorf("scrittura di %s: %w", at.given, err)
	}
	// Permissions last, and the deepest first: a folder of others may be one
	// that nobody can write in.
	for _, name := range slices.Backward(slices.Sorted(maps.Keys(folders))) {
		if err := w.begin(ctx, "flush"); err != nil {
			return err
		}
		if err := w.finishFolder(at.path(name), folders[name]); err != nil {
			return fmt.Errorf("scrittura di %s: %w", at.given, err)
		}
	}
	return nil
}

// guarded makes a panic of do an error that names the file: in a goroutine it
// would end the program, past every handler.
func guarded(name string, do func() error) func() error {
	return func() (err error) {
		defer func() {
			if v := recover(); v != nil {
				err = fmt.Errorf("%s: %v", name, v)
			}
		}()
		return do()
	}
}

// folders makes the folders of the new site and returns the permissions each
// is to have.
func (w *writer) folders(ctx context.Context, at place, old *oldSite, c *changes) (map[string]fs.FileMode, error) {
	if err := w.begin(ctx, "folders"); err != nil {
		return nil, err
	}
	modes := map[string]fs.FileMode{".": old.mode}
	for dir := range above(slices.Concat(c.added, c.changed, c.same, c.kept, c.folders)) {
		modes[dir] = folderMode
	}
	for _, dir := range c.folders {
		modes[dir] = old.entries[dir].Mode()
	}
	for _, dir := range slices.Sorted(maps.Keys(modes)) {
		if err := os.Mkdir(at.path(dir), 0o700); err != nil {
			return nil, fmt.Errorf("scrittura di %s: %w", at.given, err)
		}
	}
	return modes, nil
}

// path returns where name is while the new site is made.
func (p place) path(name string) string {
	return filepath.Join(p.fresh(), filepath.FromSlash(name))
}

// writeFile writes one file of the site and flushes it.
func (w *writer) writeFile(to string, site fs.FS, name string) error {
	in, err := site.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	return w.copyTo(to, in, fileMode)
}

// copyTo makes the file to with the bytes of in and flushes it.
func (w *writer) copyTo(to string, in io.Reader, mode fs.FileMode) (err error) {
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if closing := out.Close(); err == nil {
			err = closing
		}
	}()
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	if err := out.Chmod(mode); err != nil {
		return err
	}
	if err := w.step("sync"); err != nil {
		return err
	}
	return w.syncFile(out)
}

// keep brings a file or link of the old site into the new one: the same file
// where the volume has hard links, else a copy with its time.
func (w *writer) keep(from, to string) error {
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(target, to)
	}
	if w.link(from, to) == nil {
		return nil
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	if err := w.copyTo(to, in, info.Mode().Perm()); err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}

// finishFolder gives a folder its permissions and flushes its list of names.
func (w *writer) finishFolder(folder string, mode fs.FileMode) error {
	if err := w.syncFolder(folder); err != nil {
		return err
	}
	return os.Chmod(folder, mode&(fs.ModePerm|fs.ModeSetgid|fs.ModeSticky))
}
