// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"strconv"

	"vetro/cmd/internal/plan"
)

// An idSet hands out ids that are unique on a page: for each id that is taken,
// the number to try next.
type idSet map[string]int

// take returns the slug of text, or of fallback when nothing is left of text,
// numbered from 2 when it is taken.
func (s idSet) take(text, fallback string) string {
	base := plan.Slug(text)
	if base == "" {
		base = fallback
	}
	id := base
	for s[id] > 0 {
		s[base]++
		id = base + "-" + strconv.Itoa(s[base])
	}
	s[id] = 1
	return id
}
