// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
)

// Options says what a target may not be. The zero value protects drive roots
// and folders of others only.
type Options struct {
	// Project is the folder the site is read from: the target may not be it,
	// hold it, or lie in its data/ or content/.
	Project string
	// Home is the user's home folder: the target may not be it or hold it.
	Home string
}

// A Report says what Write did. Paths are slash-separated, relative to the
// target and sorted.
type Report struct {
	Folder    string   // the target, absolute, links followed
	Files     int      // files of the site
	Bytes     int64    // their size
	Added     []string // new files
	Changed   []string // files whose bytes changed
	Removed   []string // files of the old site that the new one has not
	Edited    []string // files of the old site that someone had changed by hand
	Kept      []string // files that are not ours, carried over
	Aside     []string // files that are not ours and appeared where the site now has its own: their new names
	Strangers []string // what was kept, but could not keep its owner, group or mode
	Recovered bool     // an interrupted exchange of an earlier run was undone first
	Leftover  string   // a work folder that could not be removed; the next run tries again
}

// Written returns how many files are not those of the old site.
func (r Report) Written() int { return len(r.Added) + len(r.Changed) }

// Write makes target hold exactly the files of site and the files already
// there that are not ours. It makes the folders above target.
//
// After an error, a cancelled ctx or a kill at any instant target holds the old
// site, byte for byte, or the new one; see the package comment. Errors are a
// *RefusedError, the error of ctx, or one of the operating system, wrapped.
func Write(ctx context.Context, target string, site fs.FS, opts Options) (Report, error) {
	return newWriter().write(ctx, target, site, opts)
}

// A writer carries out one Write. Its fields are what the tests replace.
type writer struct {
	// step is called before each change of the disk.
	step func(name string) error
	// exchange swaps two folders in one call; errors.ErrUnsupported when this
	// volume cannot.
	exchange func(a, b string) error
	// link makes a hard link.
	link func(old, new string) error
	// move renames a folder, and held reports whether its error passes by itself.
	move func(old, new string) error
	held func(error) bool
	// chown changes the owner and group of a file, folder or link.
	chown func(name string, user, group int) error
	// syncFile and syncFolder flush a file and a folder's list of names.
	syncFile   func(f *os.File) error
	syncFolder func(folder string) error
}

func newWriter() *writer {
	return &writer{
		step:       func(string) error { return nil },
		exchange:   exchange,
		link:       os.Link,
		move:       os.Rename,
		held:       held,
		chown:      os.Lchown,
		syncFile:   (*os.File).Sync,
		syncFolder: syncFolder,
	}
}

func (w *writer) write(ctx context.Context, target string, site fs.FS, opts Options) (Report, error) {
	files, err := list(site)
	if err != nil {
		return Report{}, err
	}
	s, err := w.open(ctx, target, opts)
	if err != nil {
		return Report{}, err
	}
	if err := s.writeAll(site, files); err != nil {
		return Report{}, errors.Join(err, s.Abort())
	}
	return s.Finish(ctx)
}

// begin is called before each change of the disk: it says whether to go on.
func (w *writer) begin(ctx context.Context, step string) error {
	if err := w.step(step); err != nil {
		return err
	}
	return context.Cause(ctx)
}
