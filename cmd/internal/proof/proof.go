// SPDX-License-Identifier: EUPL-1.2

// Package proof reads pages back and compares them with the open data of their
// edition, cell by cell, and every chart with its pictures, its table and its
// CSV. A difference is a defect of the program, and nothing is published.
//
// It shares no code with what makes the pages: it words numbers, days and gaps
// in its own way (words.go) and reads those of the pages instead of writing
// them (number.go), so that one mistake cannot stand on both sides.
package proof

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"vetro/cmd/internal/change"
	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/dataset"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// An Edition is what the pages of an edition are compared with.
type Edition struct {
	ID         string
	Home       bool // the home page shows it
	Tables     []dataset.Table
	Dictionary dataset.Table
	Files      []File
	Charts     []Chart
	Prose      []Prose
	Changes    *change.List // nil where there is no edition before
	ChangesCSV []byte       // what is published of Changes
}

// A File is one of the open data.
type File struct {
	Path, Title string
}

// A Chart is a chart as it is drawn and published.
type Chart struct {
	chart.Chart
	Pictures chart.SVG
	CSV      []byte
	PNG      []byte // nil where none is made
}

// Prose is a text of content/ that belongs to the edition: a page, or the longer
// text of a project, which is a part of the project's page.
type Prose struct {
	Address string
	ID      string        // of its chapter on the page for paper, or of the project's
	Project bool          // it belongs to a project
	Figures []plan.Figure // that its text asks for
}

// A Prover compares pages, from several goroutines.
type Prover struct {
	pages map[string]proving
	size  func(path string) (bytes int, ok bool)

	mu   sync.Mutex
	seen map[string]bool
}

// proving is what to do with a page.
type proving struct {
	evidence *evidence
	compare  func(*comparison, *html.Node)
	digest   func() string // of what it compares with
}

// New compares the forms of every chart and returns what proves the pages of
// editions. size tells how large a file is that pages offer, and whether there
// is one.
func New(editions []Edition, size func(path string) (bytes int, ok bool)) (*Prover, error) {
	v := &Prover{pages: map[string]proving{}, size: size, seen: map[string]bool{}}
	for _, e := range editions {
		for _, c := range e.Charts {
			if err := c.forms(); err != nil {
				return nil, fmt.Errorf("the forms of the chart %q of %s disagree: %w", c.ID, e.ID, err)
			}
		}
		evidence := evidenceOf(e)
		for name, compare := range evidence.comparisons() {
			v.pages[name] = proving{evidence, compare, evidence.whole}
		}
		// The many pages depend on little, so that few change with it.
		for _, r := range evidence.rows["progetti"] {
			name := route.Project.File(e.ID, r.key())
			v.pages[name] = proving{evidence, v.pages[name].compare, func() string { return evidence.about(r, "progetto "+r.key()) }}
		}
		for _, r := range evidence.rows["settori"] {
			name := route.Department.File(e.ID, r.key())
			v.pages[name] = proving{evidence, v.pages[name].compare, func() string { return evidence.about(r, "settore "+r.key()) }}
		}
	}
	return v, nil
}

// Page compares the page at path, whose document or main part is root, with the
// data; what no data are about it leaves alone.
func (v *Prover) Page(path string, root *html.Node) error {
	proving, ok := v.pages[path]
	if !ok {
		return nil
	}
	v.mu.Lock()
	v.seen[path] = true
	v.mu.Unlock()
	main := mainOf(root)
	if main == nil {
		return fmt.Errorf("pages and data disagree: %s: the page has no content", path)
	}
	p := &comparison{page: path}
	p.numbers(main)
	p.downloads(main, v.size)
	proving.compare(p, main)
	p.charts(main, proving.evidence)
	if p.err != nil {
		return fmt.Errorf("pages and data disagree: %w", p.err)
	}
	return nil
}

// Known tells that the page at path has been proved before: see Digest.
func (v *Prover) Known(path string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.seen[path] = true
}

// Digest sums up what the page at path is compared with. The same page and the
// same digest are the same verdict; "" of a page that no data are about.
func (v *Prover) Digest(path string) string {
	proving, ok := v.pages[path]
	if !ok {
		return ""
	}
	return proving.digest()
}

// Missing returns the pages that Page has not been given: the site lacks them.
func (v *Prover) Missing() error {
	var absent []string
	for name := range v.pages {
		if !v.seen[name] {
			absent = append(absent, name)
		}
	}
	if len(absent) == 0 {
		return nil
	}
	return fmt.Errorf("pages and data disagree: %s: the page has no content", slices.Min(absent))
}

// A disagreement is a place where a page does not say what the data say.
type disagreement struct {
	Page, Table, Row, Column string // Row is the key of the row
	Said, Data               string
}

// Error names the place and both texts.
func (d *disagreement) Error() string {
	return fmt.Sprintf("%s: table %s, row %s, column %s: the page says %q, the data %q", d.Page, d.Table, d.Row, d.Column, d.Said, d.Data)
}

// A comparison compares what one page says with the data. It keeps the first
// difference.
type comparison struct {
	page string // its file
	err  error
}

// same compares what the page says with what the data say at column of r.
func (p *comparison) same(r record, column, said, data string) {
	if p.err == nil && said != data && fold(said) != fold(data) {
		p.err = &disagreement{p.page, r.table.Name, r.key(), column, said, data}
	}
}

// list compares lists item by item.
func (p *comparison) list(r record, column string, said, data []string) {
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
func (p *comparison) quantity(r record, name string, c cell, missing string) {
	p.same(r, name+"_testo", c.text, r.words(name, missing))
	p.same(r, name+"_numero", c.number, r.text(name+"_numero"))
	p.same(r, name+"_massimo", c.high, r.text(name+"_massimo"))
}

// source compares where a cell leads with the document of r.
func (p *comparison) source(r record, c cell) {
	_, id, _ := strings.Cut(c.href, "#fonte-")
	p.same(r, "fonte", id, r.text("fonte"))
}

// count compares how many rows the page and the data have.
func (p *comparison) count(table string, said, data int) {
	if p.err == nil && said != data {
		p.err = &disagreement{p.page, table, "–", "–", fmt.Sprint(said, " rows"), fmt.Sprint(data, " rows")}
	}
}

// comparisons returns what compares each page of the edition, by its file.
func (v *evidence) comparisons() map[string]func(*comparison, *html.Node) {
	id := v.edition.ID
	out := map[string]func(*comparison, *html.Node){
		route.Edition.File(id):     v.provePlan,
		route.Departments.File(id): v.proveDepartments,
		route.Projects.File(id):    v.proveProjects,
		route.Print.File(id):       v.provePaper,
		route.Dictionary.File(id):  v.proveDictionary,
		route.Data.File(id):        v.proveFiles,
		route.Changes.File(id):     v.proveChanges,
	}
	if len(v.edition.Charts) > 0 {
		out[route.Charts.File(id)] = v.proveGallery
	}
	if v.edition.Home {
		out[route.Home.File()] = v.provePlan
	}
	progress := false
	for _, r := range v.rows["progetti"] {
		progress = progress || r.text("avanzamento") != ""
		out[route.Project.File(id, r.key())] = func(p *comparison, root *html.Node) { v.proveProject(p, readingOf(root), r, false) }
	}
	for _, r := range v.rows["settori"] {
		if all := v.rows["progetti settore "+r.key()]; len(all) > 0 && v.apart(all[0]) {
			out[route.PrintSheet.File(id, r.key())] = func(p *comparison, root *html.Node) { v.proveSheet(p, root, r.key()) }
		}
		out[route.Department.File(id, r.key())] = func(p *comparison, root *html.Node) { v.proveDepartment(p, readingOf(root), r, false) }
	}
	if progress {
		for _, s := range progressLists {
			if s.word == "sospeso" && !v.anySuspended() {
				continue
			}
			out[s.kind.File(id)] = func(p *comparison, root *html.Node) { v.proveState(p, root, s.word) }
		}
	}
	for _, c := range v.edition.Charts {
		out[route.Chart.File(id, c.ID)] = func(p *comparison, root *html.Node) { v.proveChart(p, c.Chart) }
		out[route.Embed.File(id, c.ID)] = func(p *comparison, root *html.Node) { proveFramed(p, c.Chart, root) }
	}
	for _, n := range v.edition.Prose {
		project := out[route.File(n.Address)]
		out[route.File(n.Address)] = func(p *comparison, root *html.Node) {
			if project != nil {
				project(p, root)
			}
			v.proveNarrative(p, n.in(body(root)), n.Figures)
		}
	}
	return out
}
