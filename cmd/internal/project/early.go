// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"context"
	"io/fs"
	"time"

	"vetro/cmd/internal/page"
	"vetro/cmd/internal/site"
)

// An early site shows pages as soon as the plan is read: each is rendered when
// it is asked for, without proof. What is no page, or needs the open data, is as
// it was in the last whole site.
type early struct {
	pages *page.Builder
	last  fs.FS
}

// show hands the early site of in to opts.Early. What cannot be shown early is
// left to the build, which says why.
func show(ctx context.Context, in page.Input, opts Options) {
	if opts.Early == nil || opts.Last == nil {
		return
	}
	pages, err := page.Prepare(ctx, in, nil)
	if err != nil {
		return
	}
	opts.Early(early{pages, opts.Last})
}

// Open implements fs.FS.
func (e early) Open(name string) (fs.File, error) {
	data, err := e.ReadFile(name)
	if err != nil {
		return e.last.Open(name)
	}
	s, err := site.New([]site.File{{Path: name, Data: data}})
	if err != nil {
		return nil, err
	}
	return s.Open(name)
}

// ReadFile implements fs.ReadFileFS.
func (e early) ReadFile(name string) ([]byte, error) {
	if data, ok, err := e.pages.Early(name); ok && err == nil {
		return data, nil
	}
	return fs.ReadFile(e.last, name)
}

// Stat implements fs.StatFS. A page is not rendered for it.
func (e early) Stat(name string) (fs.FileInfo, error) {
	if e.pages.Has(name) {
		return there(name), nil
	}
	return fs.Stat(e.last, name)
}

// there is all that is known of a page that nobody has asked for.
type there string

func (t there) Name() string       { return string(t) }
func (t there) Size() int64        { return 0 }
func (t there) Mode() fs.FileMode  { return 0o444 }
func (t there) ModTime() time.Time { return time.Time{} }
func (t there) IsDir() bool        { return false }
func (t there) Sys() any           { return nil }
