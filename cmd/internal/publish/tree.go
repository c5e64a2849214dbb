// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"

	"golang.org/x/sync/errgroup"

	"vetro/cmd/internal/manifest"
)

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

// streamed is the size, in bytes, from which a file of a site is not read into
// memory.
const streamed = 1 << 20

// writeAll writes the files of site, the manifest after all others: see
// oldSite.untouched.
func (s *Staging) writeAll(site fs.FS, files []string) error {
	group, ctx := errgroup.WithContext(s.ctx)
	group.SetLimit(writers)
	last := false
	for _, name := range files {
		if name == manifest.Name {
			last = true
			continue
		}
		group.Go(guarded(name, func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return s.writeOne(site, name)
		}))
	}
	err := group.Wait()
	if err == nil && last {
		err = guarded(manifest.Name, func() error { return s.writeOne(site, manifest.Name) })()
	}
	return err
}

func (s *Staging) writeOne(site fs.FS, name string) error {
	info, err := fs.Stat(site, name)
	if err == nil && info.Size() >= streamed {
		_, err = s.Copy(name, func() (io.ReadCloser, error) { return site.Open(name) })
		return err
	}
	data, err := fs.ReadFile(site, name)
	if err != nil {
		return fmt.Errorf("lettura del sito: %w", err)
	}
	_, err = s.Write(name, data)
	return err
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

// path returns where name is while the new site is made.
func (p place) path(name string) string {
	return filepath.Join(p.fresh(), filepath.FromSlash(name))
}
