// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"context"
	"errors"
	"runtime"
	"sync"
)

// A pool is as many engines as drawings can run at once. An engine starts when
// a drawing finds none idle, so that a site of few charts starts few.
type pool struct {
	start func() (Engine, error)
	seats chan struct{} // one taken for each drawing under way

	mu     sync.Mutex // held over the two below
	idle   []Engine
	closed bool
}

// maxEngines bounds memory, not work: an engine takes about 30 MB.
const maxEngines = 8

func newPool(start func() (Engine, error)) *pool {
	return &pool{start: start, seats: make(chan struct{}, min(runtime.GOMAXPROCS(0), maxEngines))}
}

// draw draws with an engine of the pool. One that failed is not trusted again.
func (p *pool) draw(ctx context.Context, option []byte, width, height float64) ([]byte, error) {
	select {
	case p.seats <- struct{}{}:
		defer func() { <-p.seats }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	// Both cases above may be ready.
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	engine, err := p.take()
	if err != nil {
		return nil, err
	}
	raw, err := engine.Draw(ctx, option, width, height)
	if err != nil {
		return nil, errors.Join(err, engine.Close())
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.idle = append(p.idle, engine)
	return raw, nil
}

// take returns an idle engine, the last one used first, or a new one.
func (p *pool) take() (Engine, error) {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return nil, errors.New("the drawer is closed")
	}
	if last := len(p.idle) - 1; last >= 0 {
		engine := p.idle[last]
		p.idle = p.idle[:last]
		p.mu.Unlock()
		return engine, nil
	}
	p.mu.Unlock()
	return p.start()
}

// close waits for the drawings under way, then stops the engines.
func (p *pool) close() error {
	for range cap(p.seats) {
		p.seats <- struct{}{}
		defer func() { <-p.seats }()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	var err error
	for _, engine := range p.idle {
		err = errors.Join(err, engine.Close())
	}
	p.idle = nil
	return err
}
