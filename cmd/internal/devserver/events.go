// SPDX-License-Identifier: EUPL-1.2

package devserver

import (
	"fmt"
	"net/http"
	"sync"
)

// A hub tells open pages that there is a new build, by server-sent events.
type hub struct {
	mu      sync.Mutex
	clients map[chan int]struct{}
	closed  chan struct{}
	once    sync.Once
}

// publish sends version to every page that listens. A page that has not taken
// the last one yet gets only the newest: it reloads once.
func (h *hub) publish(version int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for c := range h.clients {
		select {
		case <-c:
		default:
		}
		c <- version
	}
}

// close ends all open streams, so that the server can stop.
func (h *hub) close() { h.once.Do(func() { close(h.closed) }) }

func (h *hub) subscribe() chan int {
	c := make(chan int, 1)
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.clients == nil {
		h.clients = map[chan int]struct{}{}
	}
	h.clients[c] = struct{}{}
	return c
}

func (h *hub) unsubscribe(c chan int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.clients, c)
}

// serve streams versions to one page. The version now shown is sent first: a
// page that was loaded just before a build and connects just after it learns
// that it is out of date.
func (h *hub) serve(w http.ResponseWriter, r *http.Request, now func() int) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "eventi non disponibili", http.StatusNotImplemented)
		return
	}
	c := h.subscribe()
	defer h.unsubscribe(c)
	version := now() // asked after subscribing, so that no build falls in between
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	w.WriteHeader(http.StatusOK)
	for {
		if _, err := fmt.Fprintf(w, "retry: 500\ndata: %d\n\n", version); err != nil {
			return
		}
		flusher.Flush()
		select {
		case version = <-c:
		case <-r.Context().Done():
			return
		case <-h.closed:
			return
		}
	}
}
