// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/change"
	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/dataset"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
	"vetro/cmd/internal/site"
	"vetro/static"
)

// Input is all a site is made from.
type Input struct {
	Publication *plan.Publication
	Pages       []*narrative.Page
	Images      fs.FS              // content/immagini, or nil
	Content     fs.FS              // content, or nil: where the documents of the editions are
	Documents   *attachment.Memory // what is known of them already, or nil
	// Draw draws a chart. It is called from several goroutines.
	Draw func(context.Context, chart.Chart) (chart.SVG, error)
	// Picture and Card make the pictures that leave the site, likewise: of a
	// chart, and of a page for who shares it. Nil makes none.
	Picture func(context.Context, chart.Chart, chart.Caption) ([]byte, error)
	Card    func(chart.Card) ([]byte, error)
	BaseURL string // absolute address of the site; "" leaves it to the ente's data, which may not have one
	Version string // of the program, for the manifest
	Digest  string // SHA-256 of what the site is made from, for the manifest; may be ""
	Drafts  bool   // also the editions that nobody has approved yet
}

// A Builder holds what all pages share. Nothing in it changes once it is
// prepared.
type Builder struct {
	in        Input
	muni      *plan.Municipality
	base      string // absolute, ends in "/"; "" while unknown
	shown     []*plan.Edition
	narrative []*narrative.Page             // of the editions shown and of none, in reading order
	texts     map[string]*narrative.Page    // of projects, by their address
	changed   map[*plan.Edition]change.List // what differs from the edition before
	news      []atomEntry
	data      map[*plan.Edition]*openData
	catalog   []site.File
	documents map[*plan.Edition]map[string]*document
	charts    map[*plan.Edition][]*drawn
	addresses map[string]bool
	assets    *assets
	words     []word // of the glossary
	templates map[string]*template.Template
	cards     map[string]site.File // by the address of their page
	jobs      []job
	frames    sync.Map // *Frame by folder
}

// Prepare reads the documents, draws the charts and makes the open data of a
// site: all that its pages offer. It hands the files of open data to emit, from
// several goroutines, and does not keep them; with nil they are not made, and only
// Early may be called. Errors of a Builder are defects of the machine or of the
// program; what the press office can mend is reported earlier.
func Prepare(ctx context.Context, in Input, emit func(site.File) error) (*Builder, error) {
	b := &Builder{
		in: in, muni: cmp.Or(in.Publication.Municipality, &plan.Municipality{}), words: glossWords(in.Publication.Glossary),
		charts: map[*plan.Edition][]*drawn{}, data: map[*plan.Edition]*openData{}, documents: map[*plan.Edition]map[string]*document{},
		addresses: map[string]bool{}, texts: map[string]*narrative.Page{},
	}
	b.base = baseURL(cmp.Or(in.BaseURL, b.muni.BaseURL))
	b.shown = shown(in.Publication, in.Drafts)
	b.changed = b.compare()
	b.news = b.entries()
	for _, n := range in.Pages {
		if n.Project != "" {
			b.texts[n.Address()] = n
		} else if n.Edition == "" || slices.ContainsFunc(b.shown, func(e *plan.Edition) bool { return e.ID == n.Edition }) {
			b.narrative = append(b.narrative, n)
		}
	}
	slices.SortStableFunc(b.narrative, func(a, c *narrative.Page) int {
		return cmp.Or(cmp.Compare(a.Edition, c.Edition), cmp.Compare(a.Order, c.Order), cmp.Compare(a.Slug, c.Slug))
	})
	var err error
	if b.assets, err = loadAssets(static.FS, in.Images); err != nil {
		return nil, err
	}
	if err := b.readDocuments(); err != nil {
		return nil, err
	}
	if err := b.drawCharts(ctx); err != nil {
		return nil, err
	}
	if err := b.makeData(ctx, emit); err != nil {
		return nil, err
	}
	if err := b.drawCards(ctx); err != nil {
		return nil, err
	}
	if b.templates, err = parsed(); err != nil {
		return nil, err
	}
	b.jobs = b.listJobs()
	return b, b.makeSearch(page{b: b, file: route.Search.File(), address: route.Search.At(), edition: b.current()})
}

// Files hands over every file that is no page and that Prepare has not handed
// over, but for the two that list all others: see Listing.
func (b *Builder) Files(emit func(site.File) error) error {
	machine, err := b.machineFiles()
	if err != nil {
		return err
	}
	changes, err := b.changesFiles()
	if err != nil {
		return err
	}
	files := slices.Concat(b.assets.files, machine, changes, b.catalog, b.documentFiles())
	for _, e := range b.shown {
		for _, d := range b.charts[e] {
			files = append(files, d.files...)
		}
	}
	for _, address := range slices.Sorted(maps.Keys(b.cards)) {
		files = append(files, b.cards[address])
	}
	for _, f := range files {
		if err := emit(f); err != nil {
			return err
		}
	}
	return nil
}

// baseURL makes address end in one slash.
func baseURL(address string) string {
	if outside(address) == "" {
		return ""
	}
	return strings.TrimRight(address, "/") + "/"
}

// image returns the file of a picture named in the data.
func (b *Builder) image(name string) (string, bool) {
	file, ok := b.assets.images[strings.TrimPrefix(name, "/")]
	return "/" + file, ok
}

// drawCharts draws the charts of all editions shown.
func (b *Builder) drawCharts(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, e := range b.shown {
		for _, c := range Charts(e) {
			if strings.HasPrefix(c.ID, staffChartPrefix) && !b.placed(e, c.ID) {
				continue // the table of the project's people is its chart
			}
			d := &drawn{Chart: c}
			b.charts[e] = append(b.charts[e], d)
			group.Go(func() (err error) {
				defer func() {
					if v := recover(); v != nil {
						err = fmt.Errorf("drawing the chart %q of %s: %v", c.ID, e.ID, v)
					}
				}()
				if d.svg, err = b.in.Draw(ctx, c); err != nil {
					return fmt.Errorf("drawing the chart %q of %s: %w", c.ID, e.ID, err)
				}
				if err = b.chartFiles(ctx, e, d); err != nil {
					return fmt.Errorf("the files of the chart %q of %s: %w", c.ID, e.ID, err)
				}
				return nil
			})
		}
	}
	return group.Wait()
}

// placed reports whether a text of e has the chart id.
func (b *Builder) placed(e *plan.Edition, id string) bool {
	return slices.ContainsFunc(b.in.Pages, func(n *narrative.Page) bool { return n.Edition == e.ID && slices.Contains(n.Charts, id) })
}

// chartFiles makes the files beside the page of d.
func (b *Builder) chartFiles(ctx context.Context, e *plan.Edition, d *drawn) error {
	address := route.Chart.At(e.ID, d.Chart.ID)
	p := page{b: b, file: route.File(address), address: address, edition: e}
	svg, err := standaloneSVG(d, p.citation(d.Title, address))
	if err != nil {
		return err
	}
	data, err := chartCSV(d.Chart)
	if err != nil {
		return err
	}
	described, err := dataset.CSVW(b.dataSet(e), chartTable(d.Chart))
	if err != nil {
		return err
	}
	name := chartFile(address, d.ID)
	d.files = []site.File{{Path: name + ".svg", Data: svg}, {Path: name + ".csv", Data: data}, {Path: name + ".csv-metadata.json", Data: described}}
	if b.in.Picture == nil {
		return nil
	}
	if d.png, err = b.in.Picture(ctx, d.Chart, p.caption(d)); err != nil {
		return err
	}
	d.files = append(d.files, site.File{Path: name + ".png", Data: d.png})
	return nil
}

// A job is one page to render: its file, its template and what makes its view.
type job struct {
	file     string
	address  string
	edition  *plan.Edition // the one it speaks of, nil for none
	template string
	view     func() (any, error)
}

// Has reports whether there is a page at path.
func (b *Builder) Has(path string) bool {
	return slices.ContainsFunc(b.jobs, func(j job) bool { return j.file == path })
}

// Early renders the page at path before the open data are made: what it says of
// them in JSON-LD is left out. It is false for a page that shows the data and for
// what is no page.
func (b *Builder) Early(path string) (data []byte, ok bool, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%s: %v", path, v)
		}
	}()
	i := slices.IndexFunc(b.jobs, func(j job) bool { return j.file == path })
	if i < 0 || b.jobs[i].template == "dati" || b.jobs[i].template == "dizionario" {
		return nil, false, nil
	}
	view, err := b.jobs[i].view()
	if err != nil {
		return nil, false, err
	}
	data, err = Page{path, b.jobs[i], view, b}.Render()
	return data, true, err
}

// A Page is a page that is ready to be rendered.
type Page struct {
	Path string

	job  job
	view any
	b    *Builder
}

// Pages makes every page ready and hands it over, several at a time.
func (b *Builder) Pages(ctx context.Context, take func(Page) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, j := range b.jobs {
		group.Go(func() (err error) {
			// A defect in one page ends the build with its name; a panic in a
			// goroutine would end the program, past every handler.
			defer func() {
				if v := recover(); v != nil {
					err = fmt.Errorf("%s: %v", j.file, v)
				}
			}()
			if err := ctx.Err(); err != nil {
				return err
			}
			view, err := j.view()
			if l, ok := view.(interface{ fault() error }); ok && err == nil {
				err = l.fault()
			}
			if err != nil {
				return fmt.Errorf("%s: %w", j.file, err)
			}
			return take(Page{j.file, j, view, b})
		})
	}
	return group.Wait()
}

// Digest sums up what the page is made from: its view and the templates. Two
// pages of one program with the same digest have the same bytes.
func (p Page) Digest() string { return digestOf(p.job.template, p.view) }

// Render returns the bytes of the page.
func (p Page) Render() ([]byte, error) {
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()
	if err := p.b.templates[p.job.template].Execute(buf, p.view); err != nil {
		return nil, fmt.Errorf("%s: %w", p.Path, err)
	}
	return italian.BindHTML(buf.Bytes()), nil
}

// buffers are those that pages are rendered into: grown once, not for each page.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}
