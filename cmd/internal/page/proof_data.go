// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/sync/errgroup"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
	"vetro/cmd/internal/site"
)

// The pages and the open data of an edition say the same: Build reads back the
// pages about to be published and compares them with the tables of which the
// files have been proved to be copies. What a page words in a way of its own is
// in proof_words.go. A difference is a defect of the program, and nothing is
// published.

// A disagreement is a place where a page does not say what the data say.
type disagreement struct {
	Page, Table, Row, Column string // Row is the key of the row
	Said, Data               string
}

// Error names the place and both texts.
func (d *disagreement) Error() string {
	return fmt.Sprintf("%s: table %s, row %s, column %s: the page says %q, the data %q", d.Page, d.Table, d.Row, d.Column, d.Said, d.Data)
}

// A proof compares what one page says with the data. It keeps the first
// difference.
type proof struct {
	page string // its file
	err  error
}

// same compares what the page says with what the data say at column of r.
func (p *proof) same(r record, column, said, data string) {
	if p.err == nil && fold(said) != fold(data) {
		p.err = &disagreement{p.page, r.table.Name, r.key(), column, said, data}
	}
}

// list compares lists item by item.
func (p *proof) list(r record, column string, said, data []string) {
	for i := range max(len(said), len(data)) {
		p.same(r, column, item(said, i), item(data, i))
	}
}

// item is the text at i, "" beyond the end.
func item(all []string, i int) string {
	if i < len(all) {
		return all[i]
	}
	return ""
}

// quantity compares a cell with the quantity called name of r; missing is what
// stands there when there is none.
func (p *proof) quantity(r record, name string, c cell, missing string) {
	p.same(r, name+"_testo", c.text, r.words(name, missing))
	p.same(r, name+"_numero", c.number, r.text(name+"_numero"))
	p.same(r, name+"_massimo", c.high, r.text(name+"_massimo"))
}

// source compares where a cell leads with the document of r.
func (p *proof) source(r record, c cell) {
	_, id, _ := strings.Cut(c.href, "#fonte-")
	p.same(r, "fonte", id, r.text("fonte"))
}

// count compares how many rows the page and the data have.
func (p *proof) count(table string, said, data int) {
	if p.err == nil && said != data {
		p.err = &disagreement{p.page, table, "–", "–", italian.Count(said, "row", "rows"), italian.Count(data, "row", "rows")}
	}
}

// provers returns what proves each page of e, by its file.
func (v *evidence) provers(b *builder) map[string]func(*proof, *html.Node) {
	e := v.edition
	out := map[string]func(*proof, *html.Node){
		route.File(route.Edition.At(e.ID)):     v.provePlan,
		route.File(route.Departments.At(e.ID)): v.proveDepartments,
		route.File(route.Projects.At(e.ID)):    v.proveProjects,
		route.File(route.Print.At(e.ID)):       func(p *proof, root *html.Node) { v.provePaper(p, root, b) },
		route.File(route.Dictionary.At(e.ID)):  v.proveDictionary,
		route.File(route.Data.At(e.ID)):        v.proveFiles,
		route.File(route.Changes.At(e.ID)):     func(p *proof, root *html.Node) { b.proveChanges(p, root, e) },
	}
	if b.current() == e && e.State == plan.Approved {
		out[route.File(route.Home.At())] = v.provePlan
	}
	for _, r := range v.rows["progetti"] {
		out[route.File(route.Project.At(e.ID, r.key()))] = func(p *proof, root *html.Node) { v.proveProject(p, readingOf(root), r, false) }
	}
	for _, r := range v.rows["settori"] {
		out[route.File(route.Department.At(e.ID, r.key()))] = func(p *proof, root *html.Node) { v.proveDepartment(p, readingOf(root), r, false) }
	}
	if statesProgress(e) {
		for _, s := range progressStates() {
			out[route.File(s.kind.At(e.ID))] = func(p *proof, root *html.Node) { v.proveState(p, root, s) }
		}
	}
	for _, c := range b.charts[e] {
		out[route.File(route.Chart.At(e.ID, c.Chart.ID))] = func(p *proof, root *html.Node) { v.proveChart(p, c.Chart) }
	}
	for _, n := range b.narrative {
		if n.Edition == e.ID {
			out[route.File(n.Address())] = func(p *proof, root *html.Node) { v.proveNarrative(p, body(root), n.Figures) }
		}
	}
	return out
}

// proveData compares the pages of every edition shown, as they will be
// published, with its open data. Each page is parsed once.
func (b *builder) proveData(ctx context.Context, files []site.File) error {
	byName := make(map[string][]byte, len(files))
	for _, f := range files {
		byName[f.Path] = f.Data
	}
	provers := map[string]func(*proof, *html.Node){}
	charts := map[string][]*drawn{} // of the edition that a page belongs to
	for _, e := range b.shown {
		for name, prover := range evidenceOf(e, b.data[e]).provers(b) {
			provers[name], charts[name] = prover, b.charts[e]
		}
	}
	names := slices.SortedFunc(maps.Keys(provers), func(a, c string) int {
		return cmp.Or(cmp.Compare(len(byName[c]), len(byName[a])), cmp.Compare(a, c)) // the longest takes longest
	})
	errs := make([]error, len(names))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range names {
		group.Go(func() (err error) {
			defer func() {
				if v := recover(); v != nil {
					err = fmt.Errorf("reading %s back: %v", name, v)
				}
			}()
			if err := ctx.Err(); err != nil {
				return err
			}
			root, err := readMain(byName[name])
			if err != nil {
				errs[i] = fmt.Errorf("%s: %w", name, err)
				return nil
			}
			p := &proof{page: name}
			p.numbers(root)
			p.downloads(root, byName)
			provers[name](p, root)
			p.charts(root, charts[name])
			errs[i] = p.err
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for _, err := range errs { // the same one, whoever came first
		if err != nil {
			return fmt.Errorf("pages and data disagree: %w", err)
		}
	}
	return nil
}
