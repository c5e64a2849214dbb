// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"sync"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/site"
	"vetro/cmd/internal/sitecheck"
)

// A Store keeps one value from a build to the next. What it returns may be old,
// broken or nothing: a build then makes again what it could have known.
type Store struct {
	Get func() []byte
	Put func([]byte)
}

// A memory is what is known from the last build: of the whole and of each page,
// from what it was made and what came of it. The same digest is the same bytes
// and the same verdict. A nil memory knows nothing.
type memory struct {
	store   Store
	program string
	last    whole
	pages   func() map[string]verdict // of the last build

	mu   sync.Mutex
	next map[string]verdict // of this build: pages that are gone are forgotten
}

// A whole is what came of a project.
type whole struct {
	Digests  []string // of all that the site and the report depend on: see remember
	Files    []manifest.File
	Lists    []site.File // the two that list all others
	Report   []diag.Diagnostic
	Drafts   []string
	Accepted []*plan.Accepted // warnings that may stand
	Pages    int
	Charts   int
}

// A verdict is what came of a page.
type verdict struct {
	Digest string // of all that the page and the judgement of it depend on
	Size   int
	SHA256 string
	Record sitecheck.Record
	Faults []sitecheck.Fault
}

func (v verdict) file(name string) manifest.File {
	return manifest.File{Path: name, Size: v.Size, SHA256: v.SHA256}
}

// recall reads what a build of the same program kept. A value that is not whole
// is nothing.
func recall(s Store, program string) *memory {
	if s.Get == nil || program == "" {
		return nil
	}
	m := &memory{store: s, program: program, next: map[string]verdict{}}
	m.pages = func() map[string]verdict { return nil }
	data := s.Get()
	if len(data) < sha256.Size || !bytes.Equal(data[:sha256.Size], m.seal(data[sha256.Size:])) {
		return m
	}
	from := gob.NewDecoder(bytes.NewReader(data[sha256.Size:]))
	if from.Decode(&m.last) != nil {
		m.last = whole{}
		return m
	}
	m.pages = sync.OnceValue(func() (pages map[string]verdict) {
		if from.Decode(&pages) != nil {
			return nil
		}
		return pages
	})
	return m
}

// seal sums up what is kept, for this program alone.
func (m *memory) seal(data []byte) []byte {
	sum := sha256.New()
	sum.Write([]byte(m.program + "\n"))
	sum.Write(data)
	return sum.Sum(nil)
}

// page returns what is known of a page that is made from digest.
func (m *memory) page(name, digest string) (verdict, bool) {
	if m == nil {
		return verdict{}, false
	}
	v, ok := m.pages()[name]
	return v, ok && v.Digest == digest
}

// enter remembers what came of a page.
func (m *memory) enter(name string, v verdict) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.next[name] = v
}

// keep hands what is known now to the next build. A store that fails keeps
// nothing.
func (m *memory) keep(w whole) {
	if m == nil || m.store.Put == nil {
		return
	}
	var b bytes.Buffer
	b.Write(make([]byte, sha256.Size))
	to := gob.NewEncoder(&b)
	if to.Encode(w) != nil || to.Encode(m.next) != nil {
		return
	}
	copy(b.Bytes(), m.seal(b.Bytes()[sha256.Size:]))
	m.store.Put(b.Bytes())
}
