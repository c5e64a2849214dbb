// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"vetro/cmd/internal/dataset"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
	"vetro/cmd/internal/site"
)

// An openData is an edition as open data.
type openData struct {
	set    dataset.Set
	tables []dataset.Table
	files  []dataset.Published // handed over already
	gaps   []string            // what keeps the edition out of the catalogue
}

// makeData makes the open data of every edition shown and hands their files over,
// from several goroutines; then the catalogue.
func (b *Builder) makeData(ctx context.Context, emit func(site.File) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, e := range b.shown {
		d := &openData{set: b.dataSet(e)}
		b.data[e] = d
		if emit == nil {
			continue
		}
		group.Go(func() (err error) {
			defer func() {
				if v := recover(); v != nil {
					err = fmt.Errorf("the open data of %s: %v", e.ID, v)
				}
			}()
			if err := ctx.Err(); err != nil {
				return err
			}
			d.tables = dataset.Tables(e)
			d.gaps = dataset.CatalogGaps(d.set)
			err = dataset.Files(d.set, d.tables, func(f dataset.File) error {
				if err := ctx.Err(); err != nil {
					return err
				}
				sum := sha256.Sum256(f.Data)
				published := dataset.Published{
					Path: d.set.Folder() + f.Name, Size: len(f.Data), SHA256: hex.EncodeToString(sum[:]), MediaType: f.MediaType, Title: f.Title,
				}
				d.files = append(d.files, published)
				return emit(site.File{Path: published.Path, Data: f.Data})
			})
			if err != nil {
				return fmt.Errorf("the open data of %s: %w", e.ID, err)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if emit == nil {
		return nil
	}
	return b.makeCatalog()
}

// dataSet is e to be published as data.
func (b *Builder) dataSet(e *plan.Edition) dataset.Set {
	return dataset.Set{Publication: b.in.Publication, Edition: e, Base: b.base, Notice: b.notice(e)}
}

// notice is what the files of e say of themselves when they are not official:
// the words of the bands, since no band goes with a file.
func (b *Builder) notice(e *plan.Edition) string {
	unofficial := page{b: b, edition: e}.unofficial()
	if m := b.muni; m.Fictional {
		return strings.TrimSpace(m.Name + " non esiste: questo piano è inventato. " + unofficial)
	}
	return unofficial
}

// makeCatalog describes the editions that have all a catalogue asks for.
func (b *Builder) makeCatalog() error {
	var entries []dataset.Entry
	for _, e := range b.shown {
		if d := b.data[e]; len(d.gaps) == 0 {
			entries = append(entries, dataset.Entry{Set: d.set, Files: d.files})
		}
	}
	if len(entries) == 0 {
		return nil
	}
	turtle, jsonLD, err := dataset.Catalog(entries...)
	if err != nil {
		return fmt.Errorf("the catalogue: %w", err)
	}
	b.catalog = []site.File{{Path: route.CatalogJSON, Data: jsonLD}, {Path: route.CatalogTurtle, Data: turtle}}
	return nil
}

// file returns the file called name; its size is 0 when there is none.
func (d *openData) file(name string) dataset.Published {
	for _, f := range d.files {
		if f.Path == d.set.Folder()+name {
			return f
		}
	}
	return dataset.Published{}
}
