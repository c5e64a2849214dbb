// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/plan"
)

// rounds is how many pairs of editions the properties are tried on.
const rounds = 400

// told returns the changes that are not computed.
func told(l List) []Change {
	return slices.DeleteFunc(slices.Clone(l.Changes), func(c Change) bool { return c.Computed })
}

// TestComplete: the changes turn one edition into the other, so they tell every
// difference.
func TestComplete(t *testing.T) {
	differ := 0
	for seed := range uint64(rounds) {
		g := newGenerator(seed)
		a, b := g.edition("2022"), g.edition("2023")
		for _, way := range [][2]*plan.Edition{{a, b}, {b, a}} {
			l := Between(way[0], way[1])
			differ += len(l.Changes)
			if diff := cmp.Diff(factsOf(way[1]), apply(factsOf(way[0]), l.Changes)); diff != "" {
				t.Fatalf("seed %d, %s to %s: the changes applied (-want +got):\n%s\n%s", seed, l.From, l.To, diff, sentences(l))
			}
		}
	}
	if differ < rounds*20 {
		t.Errorf("%d changes in all: the generated editions hardly differ", differ)
	}
}

// TestNothingElse: each change is needed, so none tells what did not happen.
func TestNothingElse(t *testing.T) {
	for seed := range uint64(rounds / 5) {
		g := newGenerator(seed)
		a, b := g.edition("2022"), g.edition("2023")
		l := Between(a, b)
		all, from, want := told(l), factsOf(a), factsOf(b)
		for i := int(seed) % 7; i < len(all); i += 7 { // one in seven: each is a whole run
			c := all[i]
			if c.Kind == DepartmentMerged && c.Department == nil && len(c.Ended) == 0 {
				continue // where a settore grew from, not what it is
			}
			without := slices.Concat(all[:i], all[i+1:])
			if maps.Equal(want, apply(from, without)) {
				t.Errorf("seed %d: not needed: %s %s", seed, c.Kind, c.Sentence)
			}
			if reflect.DeepEqual(c.Before, c.After) && c.Kind != SourceChanged {
				t.Errorf("seed %d: before and after are the same: %s", seed, c.Sentence)
			}
		}
	}
}

// TestSameIsEmpty: an edition does not differ from itself, nor from one that is
// written with other spaces and in another order.
func TestSameIsEmpty(t *testing.T) {
	for seed := range uint64(rounds) {
		a, b := newGenerator(seed).edition("2022"), newGenerator(seed).edition("2022")
		if l := Between(a, a); !l.Empty() {
			t.Fatalf("seed %d: an edition differs from itself:\n%s", seed, sentences(l))
		}
		for _, p := range b.AllProjects() {
			p.Title = " " + strings.ReplaceAll(p.Title, " ", "\u00a0 ")
			slices.Reverse(p.Goals)
			slices.Reverse(p.Staff)
			slices.Reverse(p.Indicators)
		}
		slices.Reverse(b.Departments)
		if l := Between(a, b); !l.Empty() {
			t.Fatalf("seed %d: other spaces and another order are a difference:\n%s", seed, sentences(l))
		}
	}
}

// TestComputed: the figures of ours and the targets reached are told when they
// differ, and only then.
func TestComputed(t *testing.T) {
	for seed := range uint64(rounds) {
		g := newGenerator(seed)
		a, b := g.edition("2022"), g.edition("2023")
		b.Renames = nil
		for _, d := range b.Departments {
			d.From = nil
		}
		want := map[string]bool{}
		was, is := map[string]plan.Figure{}, map[string]plan.Figure{}
		for _, f := range a.Figures() {
			was[f.Name] = f
		}
		for _, f := range b.Figures() {
			is[f.Name] = f
		}
		for _, f := range b.Figures() {
			whole, described := strings.CutSuffix(f.Name, "_descritti")
			if described && was[whole].Value == was[f.Name].Value && is[whole].Value == f.Value {
				continue // the figure of the whole settore says it
			}
			if old, ok := was[f.Name]; ok && f.Name != "dipendenti.nel_piano" && old.Value != f.Value && (old.Computed || f.Computed) &&
				(old.Value.Precision != plan.InWords || f.Value.Precision != plan.InWords) {
				want[f.Name] = true
			}
		}
		for _, p := range a.AllProjects() {
			for _, q := range b.AllProjects() {
				for _, i := range p.Indicators {
					for _, j := range q.Indicators {
						before, _ := i.Met()
						after, known := j.Met()
						if p.ID == q.ID && strings.EqualFold(i.Name, j.Name) && known && before != after {
							want[fmt.Sprintf("%s %s %t", q.ID, strings.ToLower(j.Name), after)] = true
						}
					}
				}
			}
		}
		got := map[string]bool{}
		for _, c := range Between(a, b).Changes {
			switch {
			case c.Kind == FigureChanged:
				got[c.Field()] = true
			case c.Kind == TargetReached || c.Kind == TargetLost:
				got[fmt.Sprintf("%s %s %t", c.Subject.ID, strings.ToLower(c.Path[1]), c.Kind == TargetReached)] = true
			case c.Computed:
				t.Errorf("%s is computed", c.Kind)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("seed %d: computed changes (-want +got):\n%s", seed, diff)
		}
	}
}

// TestSameEveryTime: the same editions give the same list.
func TestSameEveryTime(t *testing.T) {
	for seed := range uint64(40) {
		g := newGenerator(seed)
		a, b := g.edition("2022"), g.edition("2023")
		first := sentences(Between(a, b))
		for range 5 {
			if diff := cmp.Diff(first, sentences(Between(a, b))); diff != "" {
				t.Fatalf("seed %d: another time (-first +second):\n%s", seed, diff)
			}
		}
	}
}

// TestSentences: each change is told in one sentence that stands by itself, and
// no two in the same words.
func TestSentences(t *testing.T) {
	for seed := range uint64(rounds) {
		g := newGenerator(seed)
		seen := map[string]Change{}
		for _, c := range Between(g.edition("2022"), g.edition("2023")).Changes {
			s := c.Sentence
			if !strings.HasSuffix(s, ".") || strings.HasSuffix(s, "..") || strings.Contains(s, "  ") || strings.Contains(s, "«»") ||
				strings.Contains(s, "'") || strings.Contains(s, " .") || s != upperFirst(s) || strings.Contains(s, ": .") {
				t.Errorf("seed %d: %s: %q", seed, c.Kind, s)
			}
			if other, ok := seen[s]; ok {
				t.Errorf("seed %d: %s %v and %s %v both say %q", seed, c.Kind, c.Path, other.Kind, other.Path, s)
			}
			seen[s] = c
			if c.Kind.Label() == string(c.Kind) {
				t.Errorf("%s has no Italian name", c.Kind)
			}
		}
	}
}

func sentences(l List) string {
	var b strings.Builder
	for _, c := range l.Changes {
		fmt.Fprintf(&b, "%s %s\n", c.Kind, c.Sentence)
	}
	return b.String()
}
