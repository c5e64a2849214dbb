// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"sync"

	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/project"
	"vetro/cmd/internal/publish"
	"vetro/cmd/internal/site"
)

// A staging is the new site beside its target, opened when its first file comes:
// a project that cannot be read leaves the target alone.
type staging struct {
	open func() (*publish.Staging, error)

	once sync.Once
	site *publish.Staging // nil until then
	mu   sync.Mutex
	err  error // the first, of the target and not of the project
}

func (s *staging) output() project.Output { return project.Output{Write: s.write, Keep: s.keep} }

// ready opens the staging.
func (s *staging) ready() error {
	s.once.Do(func() {
		var err error
		s.site, err = s.open()
		s.fail(err)
	})
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}

// fail remembers the first error.
func (s *staging) fail(err error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		s.err = err
	}
	return err
}

func (s *staging) write(f site.File) (string, error) {
	if err := s.ready(); err != nil {
		return "", err
	}
	sum, err := s.site.Write(f.Path, f.Data)
	return sum.SHA256, s.fail(err)
}

func (s *staging) keep(f manifest.File) (bool, error) {
	if err := s.ready(); err != nil {
		return false, err
	}
	kept, err := s.site.Keep(f.Path, publish.Sum{Size: int64(f.Size), SHA256: f.SHA256})
	return kept, s.fail(err)
}

// abort leaves the target as it was.
func (s *staging) abort() error {
	if s.site == nil {
		return nil
	}
	return s.fail(s.site.Abort())
}
