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

// Create writes tree into target, which must not exist yet or be an empty
// folder. It makes the folders above target. After an error target is as it was.
// Errors are those of Write.
func Create(ctx context.Context, target string, tree fs.FS) error {
	err := newWriter().create(ctx, target, tree)
	if refused, ok := errors.AsType[*RefusedError](err); ok {
		refused.Create = true
	}
	return err
}

func (w *writer) create(ctx context.Context, target string, tree fs.FS) error {
	files, err := list(tree)
	if err != nil {
		return err
	}
	at, err := locate(target, Options{})
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(at.folder)
	exists := err == nil
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("lettura di %s: %w", target, err)
	}
	if len(entries) > 0 {
		return &RefusedError{Reason: NotEmpty, Target: target}
	}
	s := &Staging{w: w, at: at}
	defer s.close()
	if s.made, err = makeAbove(at.folder); err != nil {
		return fmt.Errorf("cartella che conterrà %s: %w", target, err)
	}
	if s.lock, err = w.lock(ctx, at); err != nil {
		return err
	}
	if err := w.remove(at.fresh()); err != nil {
		return err
	}
	if err := s.begin(ctx, &oldSite{mode: folderMode}); err != nil {
		return err
	}
	err = s.writeAll(tree, files)
	err = errors.Join(err, s.ready())
	if err == nil {
		s.changes.sort()
		err = s.join(ctx, s.old)
	}
	if err == nil && exists {
		err = w.fill(ctx, at)
	} else if err == nil {
		_, err = w.swap(ctx, at, s.old)
	}
	defer os.Remove(at.noted())
	if err != nil {
		return errors.Join(err, w.remove(at.fresh()))
	}
	// All is in its place: an empty folder left behind is no failure.
	_ = w.remove(at.fresh())
	return nil
}

// fill moves what was staged into the empty folder that is there: somebody may
// be standing in it, and would be left in a folder that is gone.
func (w *writer) fill(ctx context.Context, at place) error {
	entries, err := os.ReadDir(at.fresh())
	if err != nil {
		return fmt.Errorf("scrittura di %s: %w", at.given, err)
	}
	for i, entry := range entries {
		err := w.begin(ctx, "fill")
		if err == nil {
			err = w.rename(ctx, filepath.Join(at.fresh(), entry.Name()), filepath.Join(at.folder, entry.Name()))
		}
		if err != nil {
			for _, moved := range entries[:i] {
				err = errors.Join(err, os.RemoveAll(filepath.Join(at.folder, moved.Name())))
			}
			return fmt.Errorf("scrittura di %s: %w", at.given, err)
		}
	}
	return nil
}
