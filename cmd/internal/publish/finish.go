// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"

	"golang.org/x/sync/errgroup"

	"vetro/cmd/internal/manifest"
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
		if removing := s.w.remove(s.at.fresh()); removing != nil {
			return report, errors.Join(err, removing)
		}
		os.Remove(s.at.noted())
		return report, err
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
	tree, err := s.w.swap(ctx, s.at, now)
	if err != nil {
		return err
	}
	// The new site stands: from here on nothing is a failure.
	s.settle(tree, now, report)
	if s.w.step("seal") == nil {
		_ = os.Chmod(s.at.standing(manifest.Name), fileMode) // see untouched
	}
	return nil
}

// settle brings to the new site what the old tree still has of others, and
// removes it.
func (s *Staging) settle(tree string, seen *oldSite, report *Report) {
	if tree == "" {
		os.Remove(s.at.noted())
	} else {
		after := settling{w: s.w, from: tree, to: s.at.folder, ours: s.old.ours, folders: s.ours,
			site: s.files, seen: seen.entries, placed: s.placed}
		if after.run() != nil {
			report.Leftover = s.at.work
		} else {
			os.Remove(s.at.noted())
		}
		for _, name := range after.edited {
			if !slices.Contains(report.Edited, name) {
				report.Edited = append(report.Edited, name)
			}
		}
		slices.Sort(report.Edited)
		report.Aside = after.aside
	}
	report.Strangers = s.strangers(seen)
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
	switch {
	case !now.exists && len(s.changes.same) == 0: // it was removed, and nothing of it is needed
		return now, nil
	case now.exists && !s.old.exists && len(now.entries) == 0: // somebody made the folder
		return now, nil
	case now.exists != s.old.exists, now.exists && !os.SameFile(now.info, s.old.info):
		return nil, meanwhile("")
	}
	for _, name := range append(s.changes.same, manifest.Name) {
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
			err := s.w.keep(s.at.standing(name), s.at.path(name))
			if _, needed := s.files[name]; errors.Is(err, fs.ErrNotExist) && !needed {
				return nil // its owner has just removed it
			} else if errors.Is(err, fs.ErrNotExist) {
				return &RefusedError{Reason: Meanwhile, Target: s.at.given, Path: name}
			}
			return err
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
		was := old.entries[name]
		if name == "." {
			was = old.info
		}
		_, others := slices.BinarySearch(c.folders, name)
		if err := s.w.finishFolder(s.at.path(name), s.at.standing(name), was, modes[name], others); err != nil {
			return fmt.Errorf("scrittura di %s: %w", s.at.given, err)
		}
	}
	s.placed = map[string]fs.FileInfo{}
	for _, name := range slices.Concat(c.kept, c.folders) {
		if info, there := lstat(s.at.path(name)); there {
			s.placed[name] = info
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
		if err == nil {
			err = os.Symlink(target, to)
		}
		if err == nil {
			w.own(to, info)
		}
		return err
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
	w.own(to, info)
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}
