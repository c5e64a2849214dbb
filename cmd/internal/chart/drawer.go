// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// Options are what a Drawer works with. The zero value draws with QuickJS and
// keeps nothing.
type Options struct {
	Cache  Cache
	Engine func() (Engine, error) // nil for QuickJS
}

// A Drawer draws charts. It starts its engine with the first chart that the
// cache has not, and may be used by many goroutines; they take turns at the
// engine.
type Drawer struct {
	cache  Cache
	start  func() (Engine, error)
	ruler  ruler
	recipe string

	mu     sync.Mutex
	engine Engine
	closed bool
}

// New returns a Drawer, which must be closed.
func New(opts Options) (*Drawer, error) {
	r, err := newRuler()
	if err != nil {
		return nil, err
	}
	start := opts.Engine
	if start == nil {
		start = func() (Engine, error) { return newQuickJS(opts.Cache) }
	}
	return &Drawer{cache: opts.Cache, start: start, ruler: r, recipe: recipe()}, nil
}

// Draw draws c in both widths. An error is a fault of the chart, of the engine
// or of what it drew; the data of a plan cannot cause one.
func (d *Drawer) Draw(ctx context.Context, c Chart) (SVG, error) {
	if err := c.Validate(); err != nil {
		return SVG{}, err
	}
	c = c.cleaned()
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
	l := newLayout(d.ruler, c, narrow)
	f := frame{id: c.ID + "-w", class: "chart-wide", title: c.Title, desc: c.Finding, first: l.before(), series: len(c.Series)}
	if narrow {
		f.id, f.class = c.ID+"-n", "chart-narrow"
	}
	asked, lines, err := option(d.ruler, c, l)
	if err != nil {
		return nil, err
	}
	key := d.key(asked, lines, l, f)
	if svg, ok := d.cache.picture(key); ok {
		return svg, nil
	}
	raw, err := d.run(ctx, asked, l)
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
	if err := p.check(c, l); err != nil {
		return nil, err
	}
	svg := encode(p, f)
	d.cache.keepPicture(key, svg)
	return svg, nil
}

// run draws with the engine. One that failed is not trusted again.
func (d *Drawer) run(ctx context.Context, asked []byte, l layout) ([]byte, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil, errors.New("the drawer is closed")
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if d.engine == nil {
		engine, err := d.start()
		if err != nil {
			return nil, err
		}
		d.engine = engine
	}
	raw, err := d.engine.Draw(ctx, asked, l.width, l.height)
	if err != nil {
		err = errors.Join(err, d.engine.Close())
		d.engine = nil
	}
	return raw, err
}

// Close stops the engine. Nothing can be drawn afterwards but what the cache has.
func (d *Drawer) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.closed = true
	if d.engine == nil {
		return nil
	}
	err := d.engine.Close()
	d.engine = nil
	return err
}
