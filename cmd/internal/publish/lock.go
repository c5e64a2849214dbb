// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// lock takes the lock of the target, making the work folder. It does not wait:
// a target that another run is writing is refused.
//
// The file of the lock is removed when it is let go, so a run may lock a file
// that the run before has just removed, and another a new one of the same
// name. Hence the second look: only the file that still has the name counts.
func (w *writer) lock(ctx context.Context, at place) (*os.File, error) {
	if err := w.begin(ctx, "lock"); err != nil {
		return nil, err
	}
	for range 100 {
		if err := os.Mkdir(at.work, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("cartella di lavoro accanto a %s: %w", at.given, err)
		}
		f, err := os.OpenFile(at.lock(), os.O_RDWR|os.O_CREATE, 0o600)
		if errors.Is(err, fs.ErrNotExist) {
			continue // the run before has just removed the folder
		}
		if err != nil {
			return nil, fmt.Errorf("cartella di lavoro accanto a %s: %w", at.given, err)
		}
		locked, err := tryLock(f)
		if err != nil {
			f.Close()
			return nil, fmt.Errorf("cartella di lavoro accanto a %s: %w", at.given, err)
		}
		if !locked {
			f.Close()
			break
		}
		mine, err1 := f.Stat()
		named, err2 := os.Stat(at.lock())
		if err1 == nil && err2 == nil && os.SameFile(mine, named) {
			return f, nil
		}
		f.Close()
	}
	return nil, &RefusedError{Reason: Busy, Target: at.given}
}

// unlock lets the lock go and removes the work folder, unless something is
// left in it.
func (w *writer) unlock(at place, f *os.File) {
	removeLock(f)
	os.Remove(at.work)
}
