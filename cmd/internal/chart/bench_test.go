// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"fmt"
	"os"
	"testing"

	"golang.org/x/sync/errgroup"
)

func BenchmarkOption(b *testing.B) {
	r, c := mustRuler(b), goldens()[3]
	for b.Loop() {
		if _, _, err := option(r, c, newLayout(r, c, false)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStart(b *testing.B) {
	kept := memory{}
	for name, cache := range map[string]Cache{"compiling": {}, "kept": kept.cache()} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				e, err := quickJSStarter(cache)()
				if err != nil {
					b.Fatal(err)
				}
				e.Close()
			}
		})
	}
}

// BenchmarkDraw is one width in a warm engine: option, drawing, reading,
// proof, writing.
func BenchmarkDraw(b *testing.B) {
	charts := append(goldens()[:5], many(37), many(200))
	for _, c := range charts {
		b.Run(c.ID, func(b *testing.B) {
			d := newDrawer(b, Options{})
			for b.Loop() {
				if _, err := d.draw(b.Context(), c, false); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRead is what our part of a drawing takes.
func BenchmarkRead(b *testing.B) {
	raw, err := os.ReadFile("testdata/avanzamento-w.raw.svg")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		p, err := readPicture(raw)
		if err != nil {
			b.Fatal(err)
		}
		encode(p, frame{id: "x", class: "chart-wide"})
	}
}

// BenchmarkCached is both widths from the cache.
func BenchmarkCached(b *testing.B) {
	kept, c := memory{}, goldens()[3]
	d := newDrawer(b, Options{Cache: kept.cache()})
	if _, err := d.Draw(b.Context(), c); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := d.Draw(b.Context(), c); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSite is 100 small charts that nothing was kept of, with as many
// engines as -cpu says.
func BenchmarkSite(b *testing.B) {
	for b.Loop() {
		d := newDrawer(b, Options{})
		var group errgroup.Group
		for i := range 100 {
			c := goldens()[2]
			c.ID = fmt.Sprintf("personale-%d", i)
			group.Go(func() error { _, err := d.Draw(b.Context(), c); return err })
		}
		if err := group.Wait(); err != nil {
			b.Fatal(err)
		}
	}
}
