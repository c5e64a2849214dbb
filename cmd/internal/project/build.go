// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sync"

	"golang.org/x/net/html"

	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/page"
	"vetro/cmd/internal/proof"
	"vetro/cmd/internal/site"
)

// A build is a site while it is made, file by file.
type build struct {
	prover *proof.Prover
	emit   func(site.File) error

	mu        sync.Mutex
	files     []manifest.File
	sizes     map[string]int // of the files that are no pages
	disagrees []disagreement
}

// A disagreement is a page that does not say what the data say.
type disagreement struct {
	page string
	err  error
}

// Build makes the site of in, compares its pages with its data and hands over
// each file once, several at a time. It returns what the site consists of,
// sorted by path.
func Build(ctx context.Context, in page.Input, emit func(site.File) error) ([]manifest.File, error) {
	pages, err := page.Prepare(ctx, in)
	if err != nil {
		return nil, err
	}
	b := &build{emit: emit, sizes: map[string]int{}}
	b.prover, err = proof.New(pages.Proofs(), func(path string) (int, bool) { n, ok := b.sizes[path]; return n, ok })
	if err != nil {
		return nil, err
	}
	if err := pages.Files(func(f site.File) error {
		b.sizes[f.Path] = len(f.Data)
		return b.add(f)
	}); err != nil {
		return nil, err
	}
	if err := pages.Pages(ctx, b.page); err != nil {
		return nil, err
	}
	if err := b.disagreement(); err != nil {
		return nil, err
	}
	lists, err := pages.Listing(b.files)
	if err != nil {
		return nil, err
	}
	for _, f := range lists {
		if err := emit(f); err != nil {
			return nil, err
		}
	}
	return b.files, nil
}

// page proves a page and adds it.
func (b *build) page(f site.File) error {
	root, err := html.Parse(bytes.NewReader(f.Data))
	if err != nil {
		return fmt.Errorf("%s: %w", f.Path, err)
	}
	if err := b.prover.Page(f.Path, root); err != nil {
		b.mu.Lock()
		b.disagrees = append(b.disagrees, disagreement{f.Path, err})
		b.mu.Unlock()
	}
	return b.add(f)
}

// add sums up a file and hands it on.
func (b *build) add(f site.File) error {
	sum := sha256.Sum256(f.Data)
	b.mu.Lock()
	b.files = append(b.files, manifest.File{Path: f.Path, Size: len(f.Data), SHA256: hex.EncodeToString(sum[:])})
	b.mu.Unlock()
	return b.emit(f)
}

// disagreement returns the first page, by name, that its data contradict.
func (b *build) disagreement() error {
	if len(b.disagrees) == 0 {
		return b.prover.Missing()
	}
	return slices.MinFunc(b.disagrees, func(a, c disagreement) int { return cmp.Compare(a.page, c.page) }).err
}

// Site makes the site of in and keeps it in memory.
func Site(ctx context.Context, in page.Input) (*site.Site, error) {
	var mu sync.Mutex
	var files []site.File
	_, err := Build(ctx, in, func(f site.File) error {
		mu.Lock()
		defer mu.Unlock()
		files = append(files, f)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return site.New(files)
}
