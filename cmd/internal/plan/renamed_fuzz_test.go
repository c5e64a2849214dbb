// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"strings"
	"testing"
)

// FuzzRenamed follows chains of [[rinomina]], also those that go round: it ends,
// and at an id that the chain names, or at the one it began with.
func FuzzRenamed(f *testing.F) {
	f.Add("a b\nb c", "a")
	f.Add("a b\nb a", "a")
	f.Add("a a", "a")
	f.Fuzz(func(t *testing.T, chain, id string) {
		e, known := &Edition{}, map[string]bool{id: true}
		for line := range strings.Lines(chain) {
			if from, to, ok := strings.Cut(strings.TrimSpace(line), " "); ok && len(e.Renames) < 200 {
				e.Renames = append(e.Renames, &Rename{Kind: RenamedProject, From: from, To: to})
				known[to] = true
			}
		}
		if got := e.Renamed(RenamedProject, id); !known[got] {
			t.Errorf("%q leads to %q, which nothing names", id, got)
		}
	})
}
