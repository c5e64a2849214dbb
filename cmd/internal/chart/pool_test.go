// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// A waiter is an engine whose drawing lasts until it may end.
type waiter struct {
	drawing chan<- struct{} // told of each drawing that starts
	end     <-chan struct{}
	closed  *atomic.Int32
}

func (w waiter) Draw(ctx context.Context, _ []byte, _, _ float64) ([]byte, error) {
	w.drawing <- struct{}{}
	select {
	case <-w.end:
		return []byte("drawn"), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (w waiter) Close() error { w.closed.Add(1); return nil }

// waiters returns a pool of n waiters, and what they are told by and of.
func waiters(t *testing.T, n int) (p *pool, starts *atomic.Int32, w waiter, end chan struct{}, drawing chan struct{}) {
	t.Helper()
	before := runtime.GOMAXPROCS(n)
	t.Cleanup(func() { runtime.GOMAXPROCS(before) })
	starts, end, drawing = new(atomic.Int32), make(chan struct{}), make(chan struct{}, 100)
	w = waiter{drawing, end, new(atomic.Int32)}
	return newPool(func() (Engine, error) { starts.Add(1); return w, nil }), starts, w, end, drawing
}

func TestPoolDrawsAsManyAtOnceAsThereAreProcessors(t *testing.T) {
	p, starts, w, end, drawing := waiters(t, 3)
	var wait sync.WaitGroup
	for range 9 {
		wait.Go(func() {
			if _, err := p.draw(t.Context(), nil, 1, 1); err != nil {
				t.Error(err)
			}
		})
	}
	for range 3 { // for ever, if fewer drew at once
		<-drawing
	}
	select {
	case <-drawing:
		t.Error("a fourth drawing has started")
	case <-time.After(20 * time.Millisecond):
	}
	close(end)
	wait.Wait()
	if n := starts.Load(); n != 3 {
		t.Errorf("%d engines for 9 drawings, want 3", n)
	}
	if err := p.close(); err != nil {
		t.Error(err)
	}
	if n := w.closed.Load(); n != 3 {
		t.Errorf("%d engines are closed, want 3", n)
	}
}

func TestPoolStartsNoEngineThatItDoesNotNeed(t *testing.T) {
	p, starts, _, end, _ := waiters(t, 3)
	close(end)
	for range 5 {
		if _, err := p.draw(t.Context(), nil, 1, 1); err != nil {
			t.Fatal(err)
		}
	}
	if n := starts.Load(); n != 1 {
		t.Errorf("%d engines for drawings one after the other, want 1", n)
	}
}

func TestPoolStopsWaiting(t *testing.T) {
	p, _, w, _, drawing := waiters(t, 1)
	ctx, cancel := context.WithCancel(t.Context())
	var wait sync.WaitGroup
	for range 2 {
		wait.Go(func() {
			if _, err := p.draw(ctx, nil, 1, 1); !errors.Is(err, context.Canceled) {
				t.Errorf("draw: %v, want that it was cancelled", err)
			}
		})
	}
	<-drawing
	cancel()
	wait.Wait()
	if n := w.closed.Load(); n != 1 {
		t.Errorf("%d engines are closed, want the one that was interrupted", n)
	}
}

// Close waits for the drawings under way: an engine must not be stopped while it draws.
func TestPoolClosesAfterItsDrawings(t *testing.T) {
	p, _, w, end, drawing := waiters(t, 2)
	var wait sync.WaitGroup
	wait.Go(func() {
		if _, err := p.draw(t.Context(), nil, 1, 1); err != nil {
			t.Error(err)
		}
	})
	<-drawing
	wait.Go(func() {
		if err := p.close(); err != nil {
			t.Error(err)
		}
	})
	time.Sleep(10 * time.Millisecond)
	if w.closed.Load() != 0 {
		t.Error("the engine is closed while it draws")
	}
	close(end)
	wait.Wait()
	if n := w.closed.Load(); n != 1 {
		t.Errorf("%d engines are closed, want 1", n)
	}
	if _, err := p.draw(t.Context(), nil, 1, 1); err == nil {
		t.Error("a closed pool drew")
	}
}
