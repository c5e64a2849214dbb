// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"errors"
	"io/fs"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// exchange does not exist on Windows: two renames take its place.
func exchange(_, _ string) error { return errors.ErrUnsupported }

// syncFolder does nothing: Windows flushes names by itself.
func syncFolder(string) error { return nil }

// held reports whether err means that another program has the folder, or a file
// in it, open: it may let go at any moment.
func held(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) ||
		errors.Is(err, windows.ERROR_LOCK_VIOLATION) ||
		errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

// tryLock locks f for this process; false when another has it. The lock ends
// with the process, however it ends.
func tryLock(f *os.File) (bool, error) {
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return false, nil
	}
	return err == nil, err
}

// removeLock lets the lock go, then removes its file, which fails, rightly, when
// another process has it open by now.
func removeLock(f *os.File) {
	f.Close()
	os.Remove(f.Name())
}

// changed would return when a file was last changed in any way: what is at hand
// here does not tell.
func changed(fs.FileInfo) (time.Time, bool) { return time.Time{}, false }

// copyRights does nothing: a new folder has the rights of the one it is in.
func copyRights(_, _ string) {}

// owner does not know: a new folder belongs to whoever the one it is in says.
func owner(fs.FileInfo) (user, group int, known bool) { return 0, 0, false }

// identity is not needed: two renames leave no doubt.
func identity(fs.FileInfo) string { return "" }
