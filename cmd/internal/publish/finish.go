// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sync/errgroup"
)

// Finish puts the site in the place of the old one and ends s. What has
// appeared in the target since Open is carried over; a file of ours that was
// touched in the meantime ends the run, and so does an error of any call
// before. When nothing changed the target is not touched.
func (s *Staging) Finish(ctx context.Context) (Report, error) {
	defer s.close()
	report := Report{Folder: s.at.folder, Files: len(s.files), Recovered: s.recovered}
	err := s.ready()
	if err == nil {
		err = s.assemble(ctx, &report)
	}
	if err != nil {
		return report, errors.Join(err, s.w.remove(s.at.fresh()))
	}
	// The new site stands: from here on nothing is a failure.
	if s.w.clear(s.at) != nil {
		report.Leftover = s.at.work
	}
	if report.Written()+len(report.Removed) > 0 {
		_ = os.Chmod(filepath.Join(s.at.folder, manifestName), fileMode) // see untouched
	}
	return report, nil
}

// ready waits for what is being flushed and looks for a reason to stop.
func (s *Staging) ready() error {
	if err := s.flush.Wait(); err != nil {
		return fmt.Errorf("scrittura di %s: %w", s.at.given, err)
	}
	if s.failed != nil {
		return s.failed
	}
	if s.conflict != "" {
		return &RefusedError{Reason: Conflict, Target: s.at.given, Path: s.conflict}
	}
	return nil
}

// assemble looks at the target once more, joins what stays to what was written
// and exchanges the two.
func (s *Staging) assemble(ctx context.Context, report *Report) error {
	now, err := s.lookAgain()
	if err != nil {
		return err
	}
	c, files := &s.changes, sortedKeys(s.files)
	if name := c.others(now, files, s.ours); name != "" {
		return &RefusedError{Reason: Conflict, Target: s.at.given, Path: name}
	}
	c.sort()
	c.fill(report)
	if now.exists && c.none() {
		return nil
	}
	if err := s.join(ctx, now); err != nil {
		return err
	}
	if s.root != nil {
		s.root.Close() // a folder that is open cannot be renamed everywhere
		s.root = nil
	}
	return s.w.swap(ctx, s.at, now.exists)
}

// lookAgain lists the target as it is now. It must still be the folder that was
// there at first, and what the new site relies on unchanged.
func (s *Staging) lookAgain() (*oldSite, error) {
	meanwhile := func(name string) error {
		return &RefusedError{Reason: Meanwhile, Target: s.at.given, Path: name}
	}
	now := &oldSite{mode: folderMode}
	if err := now.list(s.at); err != nil {
		return nil, err
	}
	now.ours = s.old.ours
	if now.exists != s.old.exists || s.old.exists && !os.SameFile(now.info, s.old.info) {
		return nil, meanwhile("")
	}
	for _, name := range append(s.changes.same, manifestName) {
		was, had := s.old.entries[name]
		is, has := now.entries[name]
		if had != has || had && !asItWas(was, is) {
			return nil, meanwhile(name)
		}
		if want := s.old.ours[name]; had && want.SHA256 != "" && changedBetween(was, is) {
			if got, err := s.read(name); err != nil || got != want {
				return nil, errors.Join(meanwhile(name), err)
			}
		}
	}
	return now, nil
}

// join brings what stays into the new site, flushes its folders and gives them
// their permissions.
func (s *Staging) join(ctx context.Context, old *oldSite) error {
	if err := s.w.begin(ctx, "folders"); err != nil {
		return err
	}
	c := &s.changes
	modes := map[string]fs.FileMode{".": old.mode}
	for dir := range above(slices.Concat(c.added, c.changed, c.same, c.kept, c.folders)) {
		modes[dir] = folderMode
	}
	for _, dir := range c.folders {
		modes[dir] = old.entries[dir].Mode()
	}
	for dir := range modes {
		if err := s.folder(dir); err != nil {
			return fmt.Errorf("scrittura di %s: %w", s.at.given, err)
		}
	}
	group, gctx := errgroup.WithContext(ctx)
	group.SetLimit(writers)
	for _, name := range slices.Concat(c.same, c.kept) {
		group.Go(func() error {
			if err := s.w.begin(gctx, "keep"); err != nil {
				return err
			}
			return s.w.keep(filepath.Join(s.at.folder, filepath.FromSlash(name)), s.at.path(name))
		})
	}
	if err := group.Wait(); err != nil {
		return fmt.Errorf("scrittura di %s: %w", s.at.given, err)
	}
	// Permissions last, and the deepest first: a folder of others may be one
	// that nobody can write in.
	for _, name := range slices.Backward(slices.Sorted(maps.Keys(modes))) {
		if err := s.w.begin(ctx, "flush"); err != nil {
			return err
		}
		if err := s.w.finishFolder(s.at.path(name), modes[name]); err != nil {
			return fmt.Errorf("scrittura di %s: %w", s.at.given, err)
		}
	}
	return nil
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
	out, _, err := create(to, in, info.Mode().Perm())
	if err != nil {
		return err
	}
	if err := w.flush(out); err != nil {
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
