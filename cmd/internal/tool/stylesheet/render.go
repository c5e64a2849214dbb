// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/page"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/project"
	"vetro/cmd/internal/site"
	"vetro/cmd/internal/starter"
	"vetro/cmd/internal/tool/stylesheet/subset"
)

// addProjects adds every page of the sites that the projects make, and those
// of the two projects the program carries: between them they have every
// template, and in the templates every branch that has a class of its own.
func addProjects(ctx context.Context, pages *subset.Pages, projects ...fs.FS) (err error) {
	drawer, err := chart.New(chart.Options{})
	if err != nil {
		return fmt.Errorf("starting the chart engine: %w", err)
	}
	defer func() { err = errors.Join(err, drawer.Close()) }()
	for _, root := range append(projects, starter.Demo(), starter.Skeleton()) {
		built, err := render(ctx, root, drawer)
		if err != nil {
			return err
		}
		for _, f := range built.Files() {
			if path.Ext(f.Path) != ".html" || f.Path == "404.html" { // which has a style of its own
				continue
			}
			if err := pages.Add(f.Data); err != nil {
				return fmt.Errorf("%s: %w", f.Path, err)
			}
		}
	}
	return nil
}

// render makes the site of a project. Faults in the data are an error here:
// a page that is not there would take its rules with it.
func render(ctx context.Context, root fs.FS, drawer *chart.Drawer) (*site.Site, error) {
	var report diag.List
	pub := plan.Load(root, &report)
	prose := narrative.Load(root, pub, project.Known(pub), &report)
	if report.HasErrors() {
		return nil, fmt.Errorf("the project has faults: %v", report.Sorted())
	}
	images, err := fs.Sub(root, "content/immagini")
	if err != nil {
		return nil, fmt.Errorf("opening the pictures: %w", err)
	}
	return project.Site(ctx, page.Input{Publication: pub, Pages: prose, Images: images, Draw: drawer.Draw})
}
