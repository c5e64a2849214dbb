// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/rules"
	"vetro/cmd/internal/site"
	"vetro/cmd/internal/sitecheck"
)

// A compilation is a project turned into a site.
type compilation struct {
	publication *plan.Publication
	readable    bool       // the data and the pages have no errors, so that all there is to say was said
	site        *site.Site // nil when there are errors
	report      *diag.List // of every rule, also of those that are off: see selection
	pages       int
	charts      int
}

// A setting is what a compilation depends on besides the project.
type setting struct {
	cache    chart.Cache
	baseURL  string // "" for that of the data
	previous fs.FS  // the last published site; nil when there is none
	target   string // the folder that faults of the site itself are shown in
	drafts   bool   // the site has also the editions that nobody has approved yet
}

// compile loads, validates, judges, renders and checks the project in fsys.
// What the input causes is in the report; an error is the machine's, or a
// defect. As much is judged as could be read, and the site that a fault keeps
// from being written is built and checked all the same, so that one run tells
// everything.
func compile(ctx context.Context, fsys fs.FS, set setting) (*compilation, error) {
	c := &compilation{report: new(diag.List)}
	pub := plan.Load(fsys, c.report)
	pages := narrative.Load(fsys, pub, known(pub), c.report)
	c.publication, c.readable = pub, !c.report.HasErrors()
	judged := new(diag.List)
	rules.Check(rules.Input{Project: fsys, Publication: pub, Pages: pages, Previous: set.previous, Drafts: set.drafts}, judged)
	for _, d := range judged.Sorted() {
		// What could not be read is not what is missing.
		if c.readable || d.Severity != diag.Incomplete {
			c.report.Add(d)
		}
	}
	if !c.readable {
		return c, nil
	}
	drawer, err := chart.New(chart.Options{Cache: set.cache})
	if err != nil {
		return nil, &defectError{fmt.Errorf("preparing the charts: %w", err)}
	}
	defer drawer.Close()
	in := site.Input{
		Publication: pub,
		Pages:       pages,
		Draw:        drawer.Draw,
		BaseURL:     cmp.Or(set.baseURL, webAddress(pub.Municipality.BaseURL)),
		Version:     version,
		Drafts:      set.drafts,
	}
	for _, folder := range []struct {
		name string
		to   *fs.FS
	}{{"content", &in.Content}, {"content/immagini", &in.Images}} {
		if _, err := fs.Stat(fsys, folder.name); err == nil {
			if *folder.to, err = fs.Sub(fsys, folder.name); err != nil {
				return nil, fmt.Errorf("lettura di %s: %w", folder.name, err)
			}
		}
	}
	if in.Digest, err = inputDigest(fsys); err != nil {
		return nil, err
	}
	built, err := site.Build(ctx, in)
	var document *site.DocumentError
	switch {
	case errors.As(err, &document) && c.report.HasErrors():
		return c, nil // the report has said what is wrong with it
	case err != nil && linksToDraft(c.report):
		return c, nil // there is no page to lead to, and the report says so
	case errors.As(err, &document):
		return nil, err
	case err != nil:
		return nil, &defectError{fmt.Errorf("building the site: %w", err)}
	}
	faults, err := sitecheck.Audit(built)
	if err != nil {
		return nil, &defectError{fmt.Errorf("checking the site: %w", err)}
	}
	for _, f := range faults {
		d := f.Diagnostic()
		d.Pos.Filename = path.Join(set.target, d.Pos.Filename)
		c.report.Add(d)
	}
	has := make(map[string]bool, len(built.Files()))
	for _, f := range built.Files() {
		has[f.Path] = true
	}
	rules.Addresses(set.previous, func(name string) bool { return has[name] }, pub, c.report)
	if c.report.HasErrors() {
		return c, nil
	}
	c.site = built
	for _, f := range built.Files() {
		if path.Ext(f.Path) == ".html" {
			c.pages++
		}
	}
	for _, e := range pub.Editions {
		c.charts += len(site.Charts(e))
	}
	return c, nil
}

// linksToDraft reports whether a page of the site leads to one that is left out:
// such a site cannot be built.
func linksToDraft(report *diag.List) bool {
	return slices.ContainsFunc(report.Sorted(), func(d diag.Diagnostic) bool { return d.Code == "link-to-draft" })
}

// known says what pages may refer to besides each other.
func known(pub *plan.Publication) narrative.Known {
	addresses := site.Addresses(pub)
	exists := make(map[string]bool, len(addresses))
	for _, address := range addresses {
		exists[address] = true
	}
	return narrative.Known{
		Routes:    func(address string) bool { return exists[address] },
		Addresses: addresses,
		Charts: func(edition string) []string {
			i := slices.IndexFunc(pub.Editions, func(e *plan.Edition) bool { return e.ID == edition })
			if i < 0 {
				return nil
			}
			var ids []string
			for _, c := range site.Charts(pub.Editions[i]) {
				ids = append(ids, c.ID)
			}
			return ids
		},
	}
}

// summary is the last line of a run: counts of what was shown, and time.
func (c *compilation) summary(shown tally, took string) string {
	s := fmt.Sprintf("%s, %s", counted(shown.errors, "errore", "errori"), counted(shown.warnings, "avviso", "avvisi"))
	if c.site != nil {
		s = fmt.Sprintf("%s, %s, %s", counted(c.pages, "pagina", "pagine"), counted(c.charts, "grafico", "grafici"), s)
	}
	if shown.gaps > 0 || c.site != nil {
		s += ", " + counted(shown.gaps, "cosa da completare", "cose da completare")
	}
	return s + ", in " + took
}
