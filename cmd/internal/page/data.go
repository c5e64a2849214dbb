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
	files  []dataset.File // in the folder of the set
	gaps   []string       // what keeps the edition out of the catalogue
}

// makeData makes the open data of every edition shown, and the catalogue.
func (b *Builder) makeData(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, e := range b.shown {
		d := &openData{set: b.dataSet(e)}
		b.data[e] = d
		if b.in.Early {
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
			if d.files, err = dataset.Files(d.set); err != nil {
				return fmt.Errorf("the open data of %s: %w", e.ID, err)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if b.in.Early {
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
			entries = append(entries, dataset.Entry{Set: d.set, Files: d.published()})
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

// published lists the files as they will be found on the site.
func (d *openData) published() []dataset.Published {
	out := make([]dataset.Published, len(d.files))
	for i, f := range d.files {
		sum := sha256.Sum256(f.Data)
		out[i] = dataset.Published{
			Path: d.set.Folder() + f.Name, Size: len(f.Data), SHA256: hex.EncodeToString(sum[:]), MediaType: f.MediaType, Title: f.Title,
		}
	}
	return out
}

// file returns the file called name; its data are empty when there is none.
func (d *openData) file(name string) dataset.File {
	for _, f := range d.files {
		if f.Name == name {
			return f
		}
	}
	return dataset.File{}
}

// dataFiles returns all files of open data.
func (b *Builder) dataFiles() []site.File {
	out := append([]site.File(nil), b.catalog...)
	for _, e := range b.shown {
		d := b.data[e]
		for _, f := range d.files {
			out = append(out, site.File{Path: d.set.Folder() + f.Name, Data: f.Data})
		}
	}
	return out
}
