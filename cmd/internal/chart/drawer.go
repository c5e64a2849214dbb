// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"context"
	"fmt"
)

// Options are what a Drawer works with. The zero value draws with QuickJS and
// keeps nothing.
type Options struct {
	Cache  Cache
	Engine func() (Engine, error) // nil for QuickJS; called from several goroutines
}

// A Drawer draws charts. Many goroutines may use it at once: each drawing that
// the cache has not takes an engine of the pool.
type Drawer struct {
	cache  Cache
	pool   *pool
	ruler  ruler
	recipe string
}

// New returns a Drawer, which must be closed.
func New(opts Options) (*Drawer, error) {
	r, err := newRuler()
	if err != nil {
		return nil, err
	}
	start := opts.Engine
	if start == nil {
		start = quickJSStarter(opts.Cache)
	}
	return &Drawer{cache: opts.Cache, pool: newPool(start), ruler: r, recipe: recipe()}, nil
}

// Draw draws c, as Pictured, in both widths. An error is a fault of the chart, of the engine
// or of what it drew; the data of a plan cannot cause one.
func (d *Drawer) Draw(ctx context.Context, c Chart) (SVG, error) {
	if err := c.Validate(); err != nil {
		return SVG{}, err
	}
	c = c.Pictured().cleaned()
	wide, err := d.draw(ctx, c, false)
	if err != nil {
		return SVG{}, fmt.Errorf("chart %q, wide: %w", c.ID, err)
	}
	narrow, err := d.draw(ctx, c, true)
	if err != nil {
		return SVG{}, fmt.Errorf("chart %q, narrow: %w", c.ID, err)
	}
	return SVG{Wide: wide, Narrow: narrow}, nil
}

func (d *Drawer) draw(ctx context.Context, c Chart, narrow bool) ([]byte, error) {
	plan := newDrawing(d.ruler, c, narrow)
	f := frame{id: c.ID + "-w", class: "chart-wide", title: c.Title, desc: c.Finding, first: plan.first, series: len(c.Series)}
	if narrow {
		f.id, f.class = c.ID+"-n", "chart-narrow"
	}
	asked, lines, err := plan.option()
	if err != nil {
		return nil, err
	}
	key := d.key(asked, lines, plan, f)
	if svg, ok := d.cache.picture(key); ok {
		return svg, nil
	}
	raw, err := d.pool.draw(ctx, asked, plan.width, plan.height)
	if err != nil {
		return nil, err
	}
	p, err := readPicture(raw)
	if err != nil {
		return nil, err
	}
	if err := p.resolve(lines); err != nil {
		return nil, err
	}
	if err := plan.check(p); err != nil {
		return nil, err
	}
	svg := encode(p, f)
	d.cache.keepPicture(key, svg)
	return svg, nil
}

// A drawing is what the layout of either kind of chart comes to.
type drawing struct {
	width, height float64
	first         int // the chart's first series among those of the option
	option        func() (data []byte, lines []string, err error)
	check         func(*picture) error
}

func newDrawing(r ruler, c Chart, narrow bool) drawing {
	if c.Kind == Lines {
		t := newTimeline(r, c, narrow)
		return drawing{t.width, t.height, len(t.lines),
			func() ([]byte, []string, error) { return t.option(r, c) }, func(p *picture) error { return t.check(c, p) }}
	}
	l := newLayout(r, c, narrow)
	return drawing{l.width, l.height, l.before(),
		func() ([]byte, []string, error) { return option(r, c, l) }, func(p *picture) error { return p.check(c, l) }}
}

// Close stops the engines once they are done. Nothing can be drawn afterwards
// but what the cache has.
func (d *Drawer) Close() error { return d.pool.close() }
