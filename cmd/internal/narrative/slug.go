// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"strconv"

	"vetro/cmd/internal/plan"
)

// An idSet hands out ids that are unique on a page.
type idSet map[string]bool

// take returns the slug of text, or of fallback when nothing is left of text,
// numbered from 2 when it is taken.
func (s idSet) take(text, fallback string) string {
	base := plan.Slug(text)
	if base == "" {
		base = fallback
	}
	id := base
	for n := 2; s[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	s[id] = true
	return id
}
