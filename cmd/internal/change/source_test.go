// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/plan"
)

// sourced returns an edition whose plan and whose four projects come from the
// given sources.
func sourced(id string, source *plan.Source, projects ...*plan.Source) *plan.Edition {
	e := small(id, "a", "b", "c", "d")
	e.Source = source
	for i, d := range e.Departments {
		d.Source = source
		d.Described[0].Source = projects[i]
	}
	return e
}

// TestSources: a document that takes the place of another is told once, and only
// what goes another way by itself.
func TestSources(t *testing.T) {
	zero, one, two := pool[0], pool[1], pool[2]
	before := sourced("2022", zero, zero, zero, zero, zero)
	for name, tt := range map[string]struct {
		after *plan.Edition
		want  []string
	}{
		"none": {sourced("2023", zero, zero, zero, zero, zero), nil},
		"all": {sourced("2023", one, one, one, one, one), []string{
			"Le cifre che venivano da «Fonte zero» ora vengono da «Fonte uno».",
		}},
		"all but some": {sourced("2023", one, one, zero, one, two), []string{
			"Le cifre che venivano da «Fonte zero» ora vengono da «Fonte uno».",
			"Per il progetto «b» la fonte resta «Fonte zero».",
			"Per il progetto «d» la fonte ora è «Fonte due»; prima era «Fonte zero».",
		}},
		"some": {sourced("2023", zero, one, zero, zero, two), []string{
			"Per il progetto «a» la fonte ora è «Fonte uno»; prima era «Fonte zero».",
			"Per il progetto «d» la fonte ora è «Fonte due»; prima era «Fonte zero».",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, c := range Between(before, tt.after).Changes {
				got = append(got, c.Sentence)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("sentences (-want +got):\n%s", diff)
			}
		})
	}
	// Of as many that stay as go, those that go are told.
	a, b := small("2022", "a"), small("2023", "a")
	a.Source, b.Source = zero, zero
	a.Departments[0].Source, b.Departments[0].Source = one, two
	a.Departments[0].Described[0].Source, b.Departments[0].Described[0].Source = one, one
	want := []string{"Per il settore «a» la fonte ora è «Fonte due»; prima era «Fonte uno»."}
	if l := Between(a, b); len(l.Changes) != 1 || l.Changes[0].Sentence != want[0] {
		t.Errorf("as many: %q, want %q", sentences(l), want)
	}
}

// TestPairs: two of the same name are two.
func TestPairs(t *testing.T) {
	list := func(names ...string) []*string {
		var out []*string
		for _, s := range names {
			out = append(out, &s)
		}
		return out
	}
	text := func(s *string) string {
		if s == nil {
			return "-"
		}
		return *s
	}
	for _, tt := range []struct{ before, after, want []string }{
		{[]string{"a", "a", "b"}, []string{"b", "a", "a", "a"}, []string{"b b", "a a", "a a", "- a"}},
		{[]string{"A", "a"}, []string{"a", "A"}, []string{"a a", "A A"}},
		{[]string{"A", "B"}, []string{"c", "a"}, []string{"- c", "A a", "B -"}},
		{nil, nil, nil},
	} {
		var got []string
		for _, p := range pairs(list(tt.before...), list(tt.after...), text, func(s *string) string { return fold(*s) }) {
			got = append(got, text(p.old)+" "+text(p.new))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%v to %v (-want +got):\n%s", tt.before, tt.after, diff)
		}
	}
}
