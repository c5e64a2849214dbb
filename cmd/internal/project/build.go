// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"sync"

	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/page"
	"vetro/cmd/internal/proof"
	"vetro/cmd/internal/route"
	"vetro/cmd/internal/site"
	"vetro/cmd/internal/sitecheck"
)

// An Output is where the files of a site go, from several goroutines. The zero
// value drops them: what is wrong with a site can be told without keeping it.
type Output struct {
	// Write takes a file and returns its SHA-256, hexadecimal; it keeps no part
	// of the data.
	Write func(site.File) (sum string, err error)
	// Keep reports whether the output has the file already, with that sum, from
	// the last time. Nil means that it never has.
	Keep func(manifest.File) (bool, error)
}

func (o Output) write(f site.File) (string, error) {
	if o.Write == nil {
		sum := sha256.Sum256(f.Data)
		return hex.EncodeToString(sum[:]), nil
	}
	return o.Write(f)
}

func (o Output) keep(f manifest.File) (bool, error) {
	switch {
	case o.Keep != nil:
		return o.Keep(f)
	case o.Write == nil:
		return true, nil
	}
	return false, nil
}

// lenient lets a file that out has kept be written after all: it has the same
// bytes.
func lenient(out Output) Output {
	if out.Keep == nil {
		return out
	}
	var mu sync.Mutex
	kept := map[string]string{}
	return Output{
		Write: func(f site.File) (string, error) {
			mu.Lock()
			sum, ok := kept[f.Path]
			mu.Unlock()
			if ok {
				return sum, nil
			}
			return out.Write(f)
		},
		Keep: func(f manifest.File) (bool, error) {
			mu.Lock()
			sum, ok := kept[f.Path]
			mu.Unlock()
			if ok {
				return sum == f.SHA256, nil
			}
			is, err := out.Keep(f)
			if is {
				mu.Lock()
				kept[f.Path] = f.SHA256
				mu.Unlock()
			}
			return is, err
		},
	}
}

// A build is a site while it is made, file by file. Of a file that was handed
// on, only what the checks of the whole site need is left.
type build struct {
	out    Output
	phase  func(name string)
	memory *memory
	prover *proof.Prover
	frames sitecheck.Frames

	mu        sync.Mutex
	files     []manifest.File
	texts     map[string][]byte // of the files that sitecheck.Kept names
	sizes     map[string]int    // of the files that are no pages
	records   []sitecheck.Record
	faults    []sitecheck.Fault
	disagrees []disagreement
}

// A disagreement is a page that does not say what the data say.
type disagreement struct {
	page string
	err  error
}

// newBuild makes ready for a site whose files go to out; what memory knows is
// not made again.
func newBuild(out Output, memory *memory) *build {
	return &build{out: out, phase: func(string) {}, memory: memory, texts: map[string][]byte{}, sizes: map[string]int{}}
}

// run makes the site of in, compares its pages with its data, judges each file
// and hands it on.
func (b *build) run(ctx context.Context, in page.Input) error {
	b.phase("grafici e dati aperti")
	pages, err := page.Prepare(ctx, in, b.file)
	if err != nil {
		return err
	}
	b.prover, err = proof.New(pages.Proofs(), func(path string) (int, bool) { n, ok := b.sizes[path]; return n, ok })
	if err != nil {
		return err
	}
	b.phase("file")
	if err := pages.Files(b.file); err != nil {
		return err
	}
	b.phase("pagine, con prova e controllo")
	if err := pages.Pages(ctx, b.page); err != nil {
		return err
	}
	if err := b.disagreement(); err != nil {
		return err
	}
	lists, err := pages.Listing(slices.Clone(b.files))
	if err != nil {
		return err
	}
	for _, f := range lists {
		if err := b.file(f); err != nil {
			return err
		}
	}
	return nil
}

// file judges a file that is no page and hands it on.
func (b *build) file(f site.File) error {
	faults := sitecheck.CheckFile(f.Path, f.Data)
	sum, err := b.out.write(f)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.sizes[f.Path] = len(f.Data)
	b.files = append(b.files, manifest.File{Path: f.Path, Size: len(f.Data), SHA256: sum})
	b.faults = append(b.faults, faults...)
	if sitecheck.Kept(f.Path) {
		b.texts[f.Path] = f.Data
	}
	return err
}

// page proves and judges a page, on one reading of it, and hands it on. A page
// that is made from the same as the last time is known.
func (b *build) page(p page.Page) error {
	digest := ""
	if b.memory != nil {
		digest = p.Digest() + b.prover.Digest(p.Path)
	}
	known, ok := b.memory.page(p.Path, digest)
	if ok {
		b.prover.Known(p.Path)
		kept, err := b.out.keep(known.file(p.Path))
		if err != nil {
			return err
		}
		if kept {
			b.enter(p.Path, known)
			return nil
		}
	}
	data, err := p.Render()
	if err != nil {
		return err
	}
	v := verdict{Digest: digest}
	if ok {
		v = known
	} else {
		read := b.frames.Parse(p.Path, data)
		if err := b.prover.Page(p.Path, read.Root); err != nil {
			b.mu.Lock()
			b.disagrees = append(b.disagrees, disagreement{p.Path, err})
			b.mu.Unlock()
		}
		v.Record, v.Faults = sitecheck.CheckPage(read)
	}
	v.Size = len(data)
	v.SHA256, err = b.out.write(site.File{Path: p.Path, Data: data})
	b.enter(p.Path, v)
	return err
}

// enter adds what came of a page.
func (b *build) enter(name string, v verdict) {
	b.frames.Adopt(&v.Record)
	b.memory.enter(name, v)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.files = append(b.files, v.file(name))
	b.records = append(b.records, v.Record)
	b.faults = append(b.faults, v.Faults...)
}

// disagreement returns the first page, by name, that its data contradict.
func (b *build) disagreement() error {
	if len(b.disagrees) == 0 {
		return b.prover.Missing()
	}
	return slices.MinFunc(b.disagrees, func(a, c disagreement) int { return cmp.Compare(a.page, c.page) }).err
}

// check returns all that is wrong with the site.
func (b *build) check() []sitecheck.Fault {
	files := make([]sitecheck.File, len(b.files))
	for i, f := range b.files {
		files[i] = sitecheck.File{Path: f.Path, Size: f.Size, SHA256: f.SHA256, Text: b.texts[f.Path]}
	}
	return sitecheck.Gather(slices.Concat(b.faults, sitecheck.CheckSite(b.records, files)))
}

// count counts the pages and the charts of the site: what is there, not what
// the data allow.
func (b *build) count() (pages, charts int) {
	for _, f := range b.files {
		switch path.Ext(f.Path) {
		case ".html":
			pages++
		case ".svg":
			if _, ok := route.Chart.Match("/" + path.Dir(f.Path) + "/"); ok {
				charts++
			}
		}
	}
	return pages, charts
}

// Site makes the site of in and keeps it in memory.
func Site(ctx context.Context, in page.Input) (*site.Site, error) {
	var c Collector
	if err := newBuild(c.Output(), nil).run(ctx, in); err != nil {
		return nil, err
	}
	return c.Site()
}
