// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/page"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/project"
)

// benchInput loads the shipped data.
func benchInput(b *testing.B, dir string) (*plan.Publication, []*narrative.Page) {
	b.Helper()
	var report diag.List
	fsys := os.DirFS(dir)
	pub := plan.Load(fsys, &report)
	pages := narrative.Load(fsys, pub, project.Known(pub), &report)
	if report.HasErrors() {
		b.Fatalf("the data have errors: %v", report.Sorted())
	}
	return pub, pages
}

// BenchmarkLoad reads and validates data/ and content/.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		benchInput(b, filepath.Join("..", ".."))
	}
}

// BenchmarkRender makes the pages, with charts drawn already.
func BenchmarkRender(b *testing.B) {
	pub, pages := benchInput(b, filepath.Join("..", ".."))
	drawn := map[string]chart.SVG{}
	drawer, err := chart.New(chart.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer drawer.Close()
	for _, e := range pub.Editions {
		for _, c := range page.Charts(e) {
			if drawn[e.ID+"/"+c.ID], err = drawer.Draw(b.Context(), c); err != nil {
				b.Fatal(err)
			}
		}
	}
	in := page.Input{
		Publication: pub, Pages: pages, Version: "bench",
		Draw: func(_ context.Context, c chart.Chart) (chart.SVG, error) {
			return drawn[pub.Editions[0].ID+"/"+c.ID], nil
		},
	}
	for b.Loop() {
		if _, err := project.Site(b.Context(), in); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkChart draws one chart, the start of its engine included.
func BenchmarkChart(b *testing.B) {
	pub, _ := benchInput(b, filepath.Join("..", ".."))
	c := page.Charts(pub.Editions[0])[0]
	for b.Loop() {
		drawer, err := chart.New(chart.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := drawer.Draw(b.Context(), c); err != nil {
			b.Fatal(err)
		}
		drawer.Close()
	}
}

// BenchmarkBuild is the whole command, to a new target (new) or one that is
// up to date (same), without a chart cache (cold) or with one (warm).
func BenchmarkBuild(b *testing.B) {
	dir, cache := b.TempDir(), b.TempDir()
	copyProject(b, dir)
	run(b, dir, cache, "build", "-o", "warm")
	for _, bb := range []struct {
		name, cache string
		fresh       bool
	}{{"cold/new", "", true}, {"warm/new", cache, true}, {"warm/same", cache, false}} {
		b.Run(bb.name, func(b *testing.B) {
			for b.Loop() {
				run(b, dir, bb.cache, "build", "-o", "public")
				if bb.fresh {
					b.StopTimer()
					if err := os.RemoveAll(filepath.Join(dir, "public")); err != nil {
						b.Fatal(err)
					}
					b.StartTimer()
				}
			}
		})
	}
}
