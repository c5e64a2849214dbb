// SPDX-License-Identifier: EUPL-1.2

// Package devserver shows the site as it will be published while someone is
// still writing it: it serves the last good build, rebuilds when a file is
// saved, reloads the page and lays the diagnostics of a failed build over it.
//
// What it serves is what build writes. The band "Anteprima", the reload
// script and one word of the Content-Security-Policy are added on the way out
// and exist nowhere else (see inject.go).
//
// Changes are found by polling (see Snapshots), not by file system events:
// network shares and OneDrive folders send none, editors that save by renaming
// confuse them, and a plan is a few dozen small files, so looking at them all
// costs well under a millisecond. The worst delay is two polls and a build.
package devserver

import (
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"vetro/cmd/internal/diag"
)

// A Result is what one build gave.
type Result struct {
	Site   fs.FS      // nil when the input has errors
	Report *diag.List // what the input causes; may be nil
	Err    error      // what the machine causes

	// Missing is the main part, HTML, of the page that says what the plan
	// lacks: see MissingPath. It is there for input with errors too.
	Missing []byte
}

// Options configures a Server.
type Options struct {
	// Build makes the site anew from the files as they are now. Before it is
	// checked, it may show pages that are made as they are asked for.
	Build func(ctx context.Context, show func(fs.FS)) Result
	// Snapshot returns a value that changes when an input file does.
	Snapshot func() (string, error)
	// Interval is the time between two looks at the files; 0 is 20 ms.
	Interval time.Duration
	// Hosts are the values of the Host header that are answered, with port. A
	// page elsewhere that points its own name at this machine is refused.
	Hosts []string
	// Built, when not nil, is told of each build and how long it took.
	Built func(r Result, took time.Duration)
}

// A Server serves the newest site that could be built. It is an http.Handler.
type Server struct {
	opts    Options
	current atomic.Pointer[state]
	hub     hub
}

// A state is what is shown now: immutable once stored.
type state struct {
	version int
	site    fs.FS // nil when there never was one
	good    fs.FS // the last site that was checked: site, but where that is early
	early   bool  // site is not checked yet
	failure *failure
	missing []byte // of the newest input
}

// New returns a server that has built nothing yet: call Rebuild or Watch.
func New(opts Options) *Server {
	if opts.Interval == 0 {
		opts.Interval = 20 * time.Millisecond
	}
	s := &Server{opts: opts, hub: hub{closed: make(chan struct{})}}
	s.current.Store(&state{})
	return s
}

// Rebuild builds the site and shows the result: the new site, or the last good
// one with the diagnostics over it. Open pages are told to reload.
func (s *Server) Rebuild(ctx context.Context) {
	began := time.Now()
	before := s.current.Load()
	result := s.build(ctx, func(site fs.FS) {
		next := &state{version: before.version + 1, site: site, good: before.good, early: true, missing: before.missing}
		s.current.Store(next)
		s.hub.publish(next.version)
	})
	if ctx.Err() != nil {
		return
	}
	next := &state{version: s.current.Load().version + 1, site: before.good, good: before.good, failure: failureOf(result), missing: result.Missing}
	if next.failure == nil {
		next.site, next.good = result.Site, result.Site
	}
	s.current.Store(next)
	if s.opts.Built != nil {
		s.opts.Built(result, time.Since(began))
	}
	s.hub.publish(next.version)
}

// build shields the server from a defect in a build: the preview stays up and
// says what happened.
func (s *Server) build(ctx context.Context, show func(fs.FS)) (r Result) {
	defer func() {
		if v := recover(); v != nil {
			r = Result{Err: fmt.Errorf("errore interno: %v", v)}
		}
	}()
	return s.opts.Build(ctx, show)
}

// Watch rebuilds after each change of the input, until ctx is done. A change is
// taken up once two looks in a row agree, so that a file being written in
// several steps gives one build. One that comes while a build is at work ends it:
// nobody waits for the verdict on what is no longer there.
func (s *Server) Watch(ctx context.Context) {
	shown, _ := s.opts.Snapshot()
	stop := s.start(ctx)
	defer func() {
		stop()
		s.hub.close()
	}()
	tick := time.NewTicker(s.opts.Interval)
	defer tick.Stop()
	previous := shown
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now, err := s.opts.Snapshot()
		if err != nil {
			// A file that is being replaced can vanish for a moment: look again.
			continue
		}
		if now != shown && now == previous {
			shown = now
			stop()
			stop = s.start(ctx)
		}
		previous = now
	}
}

// start begins to rebuild. What it returns ends that, and waits until it has.
func (s *Server) start(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var building sync.WaitGroup
	building.Go(func() { s.Rebuild(ctx) })
	return func() {
		cancel()
		building.Wait()
	}
}

// Handler returns the server behind the checks every request must pass.
func (s *Server) Handler() http.Handler { return http.HandlerFunc(s.serve) }
