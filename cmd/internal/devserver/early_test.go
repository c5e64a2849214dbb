// SPDX-License-Identifier: EUPL-1.2

package devserver

import (
	"context"
	"io/fs"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"
)

// TestPreparing: before the first build ends nothing has failed.
func TestPreparing(t *testing.T) {
	s := New(Options{Hosts: []string{"example.com"}})
	w := get(s, "GET", "http://example.com/")
	if body := w.Body.String(); w.Code != 503 || !strings.Contains(body, "Sto preparando l’anteprima") || strings.Contains(body, "correggere") {
		t.Errorf("the first page is %d %s", w.Code, body)
	}
}

// TestEarly: a page is shown as soon as it can be made, then the verdict comes.
func TestEarly(t *testing.T) {
	early := testSite()
	early["index.html"] = &fstest.MapFile{Data: []byte(strings.Replace(page, "trentasette", "trentotto", 1))}
	results := []Result{{Site: testSite()}, {Site: early}, faulty()}
	var s *Server
	shown := 0
	s = New(Options{
		Hosts: []string{"example.com"},
		Build: func(_ context.Context, show func(fs.FS)) Result {
			r := results[0]
			results = results[1:]
			if len(results) == 2 {
				return r
			}
			show(early)
			shown++
			body := get(s, "GET", "http://example.com/").Body.String()
			if !strings.Contains(body, "trentotto") || !strings.Contains(body, "il verdetto arriva qui") || strings.Contains(body, "anteprima-errori") {
				t.Errorf("the early page is %s", body)
			}
			return r
		},
	})
	for range 3 {
		s.Rebuild(context.Background())
	}
	body := get(s, "GET", "http://example.com/").Body.String()
	if shown != 2 || !strings.Contains(body, "trentotto") || strings.Contains(body, "il verdetto arriva qui") || !strings.Contains(body, "anteprima-errori") {
		t.Errorf("after %d early pages the page with its verdict is %s", shown, body)
	}
}

// TestChangeWhileBuilding: what is saved while a build is at work ends it, and is
// shown at once; a fault then leaves the last site that was checked, not the one
// that was only shown.
func TestChangeWhileBuilding(t *testing.T) {
	early := testSite()
	early["index.html"] = &fstest.MapFile{Data: []byte(strings.Replace(page, "trentasette", "trentotto", 1))}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var input atomic.Int64
	builds, finished := 0, make(chan struct{})
	s := New(Options{
		Hosts:    []string{"example.com"},
		Interval: time.Millisecond,
		Snapshot: func() (string, error) { return strconv.FormatInt(input.Load(), 10), nil },
		Build: func(ctx context.Context, show func(fs.FS)) Result {
			switch builds++; builds {
			case 1:
				defer input.Add(1)
				return Result{Site: testSite()}
			case 2:
				show(early)
				input.Add(1)
				<-ctx.Done()
				return Result{Err: ctx.Err()}
			}
			return faulty()
		},
		Built: func(Result, time.Duration) {
			if builds == 3 {
				close(finished)
			}
		},
	})
	var watching sync.WaitGroup
	watching.Go(func() { s.Watch(ctx) })
	select {
	case <-finished:
	case <-time.After(time.Minute):
		t.Fatal("the change that came while a build was at work is not built")
	}
	body := get(s, "GET", "http://example.com/").Body.String()
	if !strings.Contains(body, "trentasette") || !strings.Contains(body, "anteprima-errori") {
		t.Errorf("below the fault stands %s", body)
	}
	cancel()
	watching.Wait()
	if builds != 3 {
		t.Errorf("there were %d builds, want 3", builds)
	}
}

// TestMediaTypes: the preview sends a file as the manifest calls it.
func TestMediaTypes(t *testing.T) {
	site := testSite()
	for name, want := range map[string]string{
		"a.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "b.jsonld": "application/ld+json; charset=utf-8", "c.ttl": "text/turtle; charset=utf-8",
		"d.csv": "text/csv; charset=utf-8", "e.gif": "image/gif", "f.odt": "application/vnd.oasis.opendocument.text", "g.svg": "image/svg+xml", "h.xyz": "application/octet-stream",
	} {
		site[name] = &fstest.MapFile{Data: []byte("x")}
		w := get(start(t, Result{Site: site}), "GET", "http://example.com/"+name)
		if got := w.Header().Get("Content-Type"); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}
