// SPDX-License-Identifier: EUPL-1.2

// Package project turns a project, the folders data/ and content/, into a site:
// it loads, judges, builds and checks, and says in one list of diagnostics all
// that the press office can mend.
package project

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/page"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/rules"
	"vetro/cmd/internal/sitecheck"
	"vetro/cmd/internal/tomldoc"
)

// Options are what a site depends on besides the project.
type Options struct {
	Cache    chart.Cache  // of charts; the zero value keeps none
	BaseURL  string       // absolute address of the site; "" for that of the data
	Previous fs.FS        // the last published site, nil when there is none
	Target   string       // the folder that faults of the site itself are shown in
	Today    tomldoc.Date // the day it is, zero when nobody said
	Drafts   bool         // the site has also the editions that nobody has approved yet
	Version  string       // of the program, for the manifest
	Program  string       // names the program among all versions; "" when it is not known, and nothing is kept
	// Early, when not nil, is given the pages as soon as the plan is read, in
	// place among the files of Last, the last whole site.
	Early func(fs.FS)
	Last  fs.FS
	Phase func(name string) // told when a part of the work begins, in Italian; may be nil
	Store Store             // what is known from one build to the next; the zero value keeps nothing
}

// phase tells that a part of the work begins.
func (o Options) phase(name string) {
	if o.Phase != nil {
		o.Phase(name)
	}
}

// A Result is what came of a project.
type Result struct {
	Publication *plan.Publication // nil where nothing has changed since the last build
	Drafts      []string          // ids of the editions that are drafts
	Readable    bool              // the data and the pages have no errors, so that all there is to say was said
	Built       bool              // the output has the whole site; false when there are errors
	Report      *diag.List        // of every rule, also of those that are off by default
	Accepted    int               // warnings that data/accettati.toml lets stand; they are not in Report
	Pages       int               // of the site
	Charts      int               // of the site
}

// A DefectError is an error that only a defect of the program, or a machine that
// is failing, can cause.
type DefectError struct{ Err error }

func (e *DefectError) Error() string { return e.Err.Error() }
func (e *DefectError) Unwrap() error { return e.Err }

// Compile loads, judges, builds and checks the project in fsys and hands the
// files of its site to out, which must throw them away unless Built. What the input
// causes is in the report; an error is the machine's, or a DefectError. As much
// is judged as could be read, and the site that a fault keeps from being written
// is built and checked all the same, so that one run tells everything.
func Compile(ctx context.Context, fsys fs.FS, opts Options, out Output) (*Result, error) {
	opts.phase("che cosa è cambiato")
	memory := recall(opts.Store, opts.Program)
	digest := ""
	if memory != nil {
		digest = everything(fsys, opts)
		out = lenient(out)
	}
	if r, err := memory.again(against(digest, published(opts.Previous)), out); r != nil || err != nil {
		if r != nil {
			r.add(foreign(opts.Previous), opts)
			r.Built = !r.Report.HasErrors()
			r.accept(memory.last.Accepted)
		}
		return r, err
	}
	opts.phase("lettura")
	var r *Result
	var pages []*narrative.Page
	if err := computing(ctx, func() { r, pages = read(fsys) }); err != nil {
		return nil, err
	}
	limitGarbage(r.Publication)
	stopped := false
	defer func() {
		if !stopped {
			r.accept(r.Publication.Accepted)
		}
	}()
	documents := new(attachment.Memory)
	judge := func() error {
		err := computing(ctx, func() { r.judge(fsys, pages, documents, opts) })
		stopped = err != nil // r may still be at work
		return err
	}
	if !r.Readable {
		if err := judge(); err != nil {
			return nil, err
		}
		return r, nil
	}
	in, err := input(fsys, r.Publication, pages, opts)
	if err != nil {
		return nil, err
	}
	drawer, err := chart.New(chart.Options{Cache: opts.Cache})
	if err != nil {
		return nil, &DefectError{fmt.Errorf("preparing the charts: %w", err)}
	}
	defer drawer.Close()
	in.Documents = documents
	in.Draw, in.Picture, in.Card = drawer.Draw, drawer.PNG, drawer.Card
	show(ctx, in, opts)
	opts.phase("regole")
	if err := judge(); err != nil {
		return nil, err
	}
	if r.Report.HasErrors() {
		out = Output{} // nothing will be kept: what else is wrong is all there is to say
	}
	b := newBuild(out, memory)
	b.phase = opts.phase
	err = b.run(ctx, in)
	var document *page.DocumentError
	switch {
	case errors.As(err, &document) && r.Report.HasErrors():
		return r, nil // the report has said what is wrong with it
	case err != nil && linksToDraft(r.Report):
		return r, nil // there is no page to lead to, and the report says so
	case errors.As(err, &document):
		return nil, err
	case err != nil:
		return nil, &DefectError{fmt.Errorf("building the site: %w", err)}
	}
	opts.phase("controllo dell’insieme")
	if err := computing(ctx, func() { r.check(b, opts) }); err != nil {
		stopped = true
		return nil, err
	}
	if !r.Report.HasErrors() {
		r.Built = true
		r.Pages, r.Charts = b.count()
	}
	r.remember(memory, digest, opts, b)
	r.add(foreign(opts.Previous), opts)
	r.Built = !r.Report.HasErrors()
	return r, nil
}

// read reads the project.
func read(fsys fs.FS) (*Result, []*narrative.Page) {
	r := &Result{Report: new(diag.List)}
	r.Publication = plan.Load(fsys, r.Report)
	pages := narrative.Load(fsys, r.Publication, Known(r.Publication), r.Report)
	r.Readable = !r.Report.HasErrors()
	for _, e := range r.Publication.Editions {
		if e.State == plan.Draft {
			r.Drafts = append(r.Drafts, e.ID)
		}
	}
	return r, pages
}

// judge holds what was read to the rules.
func (r *Result) judge(fsys fs.FS, pages []*narrative.Page, documents *attachment.Memory, opts Options) {
	judged := new(diag.List)
	rules.Check(rules.Input{Project: fsys, Documents: documents, Publication: r.Publication, Pages: pages, Previous: opts.Previous, Today: opts.Today, Drafts: opts.Drafts}, judged)
	if r.Readable {
		r.Report.Append(judged)
	} else {
		r.Report.Append(judged, diag.Incomplete) // what could not be read is not what is missing
	}
}

// input is what the site of a project without errors is made from, but for what
// draws its charts.
func input(fsys fs.FS, pub *plan.Publication, pages []*narrative.Page, opts Options) (page.Input, error) {
	in := page.Input{
		Publication: pub,
		Pages:       pages,
		BaseURL:     cmp.Or(opts.BaseURL, WebAddress(pub.Municipality.BaseURL)),
		Version:     opts.Version,
		Drafts:      opts.Drafts,
	}
	for _, folder := range []struct {
		name string
		to   *fs.FS
	}{{"content", &in.Content}, {"content/immagini", &in.Images}} {
		if _, err := fs.Stat(fsys, folder.name); err == nil {
			if *folder.to, err = fs.Sub(fsys, folder.name); err != nil {
				return in, fmt.Errorf("lettura di %s: %w", folder.name, err)
			}
		}
	}
	var err error
	in.Digest, err = inputDigest(fsys)
	return in, err
}

// check adds what is wrong with the site that b made, also against the last
// published one.
func (r *Result) check(b *build, opts Options) {
	r.add(b.check(), opts)
	sums := make(map[string]string, len(b.files))
	for _, f := range b.files {
		sums[f.Path] = f.SHA256
	}
	rules.Addresses(opts.Previous, func(name string) bool { return sums[name] != "" }, r.Publication, r.Report)
	rules.SilentChanges(opts.Previous, opts.Version, func(name string) (string, bool) { return sums[name], sums[name] != "" }, r.Publication, r.Report)
}

// add reports faults of the site, or of what stands beside it.
func (r *Result) add(faults []sitecheck.Fault, opts Options) {
	for _, f := range faults {
		d := f.Diagnostic()
		d.Pos.Filename = path.Join(opts.Target, d.Pos.Filename)
		r.Report.Add(d)
	}
}

// foreign judges what others put in the folder of the published site, which
// keeps it.
func foreign(published fs.FS) []sitecheck.Fault {
	if published == nil {
		return nil
	}
	m, ours := manifest.Read(published)
	if !ours {
		return nil
	}
	written := make(map[string]bool, len(m.Files))
	for _, f := range m.Files {
		written[f.Path] = true
	}
	return sitecheck.Foreign(published, func(name string) bool { return written[name] })
}

// accept takes the warnings that somebody lets stand out of the report, and
// reports what they let stand that is not there any more.
func (r *Result) accept(all []*plan.Accepted) {
	if len(all) == 0 {
		return
	}
	left, used := new(diag.List), map[*plan.Accepted]bool{}
	covering := plan.Covering(all)
	for _, d := range r.Report.Sorted() {
		if a := covering(d); a != nil {
			used[a] = true
			r.Accepted += 1 + d.More
		} else {
			left.Add(d)
		}
	}
	for _, a := range all {
		if !used[a] && r.Readable {
			left.Add(diag.Diagnostic{
				Pos: a.Pos, Severity: diag.Warning, Code: "accepted-stale",
				Message: fmt.Sprintf("l'avviso accettato %s in %s non c'è più", diag.Quote(a.Code), diag.Quote(a.Where)),
				Hint:    "togli questo blocco; se l'avviso ha cambiato posto, correggi «dove»",
			})
		}
	}
	r.Report = left
}

// linksToDraft reports whether a page of the site leads to one that is left out:
// such a site cannot be built.
func linksToDraft(report *diag.List) bool {
	return slices.ContainsFunc(report.Sorted(), func(d diag.Diagnostic) bool { return d.Code == "link-to-draft" })
}

// Known says what pages may refer to besides each other.
func Known(pub *plan.Publication) narrative.Known {
	addresses := page.Addresses(pub)
	exists := make(map[string]bool, len(addresses))
	for _, address := range addresses {
		exists[address] = true
	}
	return narrative.Known{
		Routes:    func(address string) bool { return exists[address] },
		Addresses: addresses, ProjectParts: page.ProjectParts(),
		Charts: func(edition string) []string {
			i := slices.IndexFunc(pub.Editions, func(e *plan.Edition) bool { return e.ID == edition })
			if i < 0 {
				return nil
			}
			var ids []string
			for _, c := range page.Charts(pub.Editions[i]) {
				ids = append(ids, c.ID)
			}
			return ids
		},
	}
}
