// SPDX-License-Identifier: EUPL-1.2

package command

import "time"

// A stopwatch tells how long each part of the work takes.
type stopwatch struct {
	now    func() time.Time
	phases []phase
	began  time.Time // of the last
}

// A phase is one part of the work.
type phase struct {
	name string
	took time.Duration
}

// start ends the part that is running and begins another; "" begins none.
func (s *stopwatch) start(name string) {
	now := s.now()
	if n := len(s.phases); n > 0 {
		s.phases[n-1].took += now.Sub(s.began)
	}
	if s.began = now; name != "" {
		s.phases = append(s.phases, phase{name: name})
	}
}
