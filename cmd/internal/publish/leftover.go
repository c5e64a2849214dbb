// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// note writes down, before the exchange, which folder is going to be the
// target. Should the run end right after it, the next one knows that nuovo is
// the old tree, where there may be files of others.
func (w *writer) note(at place) error {
	info, err := os.Lstat(at.fresh())
	if err != nil {
		return err
	}
	out, err := os.OpenFile(at.noted(), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = out.WriteString(identity(info))
	if err != nil {
		out.Close()
		return err
	}
	if err := w.flush(out); err != nil {
		return err
	}
	return w.syncFolder(at.work)
}

// exchanged reports whether nuovo is the old tree of a run that ended after the
// exchange.
func (at place) exchanged() bool {
	info, there := lstat(at.folder)
	noted, wrote := lstat(at.noted())
	if !there || !wrote || !noted.Mode().IsRegular() || noted.Size() != int64(len(identity(info))) {
		return false
	}
	text, err := os.ReadFile(at.noted())
	return err == nil && len(text) > 0 && string(text) == identity(info)
}

// clear removes what is left of a new site that was not exchanged, and settles
// the old tree of one that was. It is called while a site of ours stands at the
// target, or an empty folder: otherwise the old one in vecchio is all there is.
// It reports whether there was anything.
func (w *writer) clear(at place, site map[string]Sum) (bool, error) {
	var was bool
	for _, tree := range []string{at.fresh(), at.aside()} {
		if _, there := lstat(tree); !there {
			continue
		}
		was = true
		if tree == at.fresh() && !at.exchanged() {
			if err := w.remove(tree); err != nil {
				return was, err
			}
			continue
		}
		s := settling{w: w, from: tree, to: at.folder, site: site}
		s.ours, _ = readManifest(tree)
		s.folders = above(sortedKeys(s.ours))
		if err := s.run(); err != nil {
			return was, fmt.Errorf("pulizia di %s: %w", tree, err)
		}
	}
	os.Remove(at.noted()) // where there is one
	return was, nil
}

// tidy undoes or clears away what an interrupted run left, and looks at the
// target.
func (w *writer) tidy(ctx context.Context, at place) (old *oldSite, recovered bool, err error) {
	if recovered, err = w.recover(ctx, at); err != nil {
		return nil, recovered, err
	}
	old, err = look(at)
	if err != nil {
		return nil, recovered, err
	}
	was, err := w.clear(at, old.ours)
	if err == nil && was {
		old, err = look(at)
	}
	return old, recovered, err
}

// Recover undoes the exchange that an earlier run left half done in target, if
// there is one, and reports whether it did; whatever else that run left is
// cleared away. Open begins with it; a run that may end before calls it so that
// the old site is back, and the disk free, at once.
func Recover(ctx context.Context, target string, opts Options) (bool, error) {
	at, err := locate(target, opts)
	if err != nil {
		return false, err
	}
	if _, there := lstat(at.work); !there {
		return false, nil
	}
	w := newWriter()
	lock, err := w.lock(ctx, at)
	if err != nil {
		return false, err
	}
	defer w.unlock(at, lock)
	_, recovered, err := w.tidy(ctx, at)
	if _, refused := errors.AsType[*RefusedError](err); refused {
		err = nil // Open will say so
	}
	return recovered, err
}

// remove removes a folder of ours and what it holds, folders that nobody may
// write in included.
func (w *writer) remove(folder string) error {
	if _, err := os.Lstat(folder); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	err := w.step("remove")
	if err == nil {
		err = os.RemoveAll(folder)
	}
	if errors.Is(err, fs.ErrPermission) {
		_ = filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			if d != nil && d.IsDir() {
				_ = os.Chmod(name, 0o700)
			}
			return nil
		})
		err = os.RemoveAll(folder)
	}
	if err != nil {
		return fmt.Errorf("pulizia di %s: %w", folder, err)
	}
	return nil
}
