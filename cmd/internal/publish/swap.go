// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// swap puts the new site in the place of the old one, seen a moment ago. It
// returns where the old tree is now, "" when there is none.
func (w *writer) swap(ctx context.Context, at place, seen *oldSite) (tree string, err error) {
	if err := w.note(at); err != nil {
		return "", fmt.Errorf("scambio di %s: %w", at.given, err)
	}
	if err := w.begin(ctx, "swap"); err != nil {
		return "", err
	}
	if tree, err = w.turn(ctx, at, seen); err != nil {
		return "", fmt.Errorf("scambio di %s: %w", at.given, err)
	}
	// The names of the two folders are in these lists. A failure costs nothing
	// but the certainty that the exchange outlives a power cut, and the site
	// stands already: it is no failure of the run.
	_ = w.syncFolder(filepath.Dir(at.folder))
	_ = w.syncFolder(at.work)
	return tree, nil
}

func (w *writer) turn(ctx context.Context, at place, seen *oldSite) (tree string, err error) {
	meanwhile := &RefusedError{Reason: Meanwhile, Target: at.given}
	if _, there := lstat(at.folder); !there {
		// Never there, or removed in this instant: the new site is whole.
		return "", w.rename(ctx, at.fresh(), at.folder)
	}
	if !seen.exists {
		return "", meanwhile
	}
	err = w.exchange(at.fresh(), at.folder)
	if err == nil && !isFolder(at.fresh(), seen.info) {
		return "", errors.Join(meanwhile, w.exchange(at.fresh(), at.folder))
	}
	if !errors.Is(err, errors.ErrUnsupported) {
		return at.fresh(), err
	}
	if err := w.rename(ctx, at.folder, at.aside()); err != nil {
		return "", err
	}
	// From here the target is missing: a cancelled ctx no longer counts, and a
	// failure puts the old site back.
	ctx = context.WithoutCancel(ctx)
	err = w.step("between")
	if err == nil && !isFolder(at.aside(), seen.info) {
		err = meanwhile
	}
	if err == nil {
		err = w.rename(ctx, at.fresh(), at.folder)
	}
	if err != nil {
		return "", errors.Join(err, w.rename(ctx, at.aside(), at.folder))
	}
	return at.aside(), nil
}

// isFolder reports whether name is the folder was.
func isFolder(name string, was fs.FileInfo) bool {
	is, there := lstat(name)
	return there && os.SameFile(is, was)
}

// recover puts the old site back when a run ended between the two renames: then
// the target is missing. An empty folder in its place is one that somebody
// made meanwhile, or a web server.
func (w *writer) recover(ctx context.Context, at place) (bool, error) {
	if _, err := os.Lstat(at.aside()); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	entries, err := os.ReadDir(at.folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return false, fmt.Errorf("lettura di %s: %w", at.given, err)
	case len(entries) > 0:
		return false, nil // the exchange was done
	}
	if err := w.begin(ctx, "recover"); err != nil {
		return false, err
	}
	if err == nil {
		if err := os.Remove(at.folder); err != nil {
			return false, fmt.Errorf("ripristino di %s: %w", at.given, err)
		}
	}
	if err := w.rename(ctx, at.aside(), at.folder); err != nil {
		return false, fmt.Errorf("ripristino di %s: %w", at.given, err)
	}
	return true, nil
}

// patience is how long rename waits, in all, for a folder that another program
// has open.
const patience = 3 * time.Second

// rename renames a folder. On Windows an antivirus, an indexer or OneDrive may
// hold a file of it for an instant: then it tries again, ever more slowly.
func (w *writer) rename(ctx context.Context, from, to string) error {
	var waited time.Duration
	for pause := 10 * time.Millisecond; ; pause *= 2 {
		err := w.move(from, to)
		if err == nil || !w.held(err) || waited >= patience {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
			waited += pause
		}
	}
}
