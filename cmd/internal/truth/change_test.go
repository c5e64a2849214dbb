// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"vetro/cmd/internal/change"
	"vetro/cmd/internal/plan"
)

// TestOneWorldToldTwice holds that two editions which tell one world, each in its
// own way, differ in nothing: what one leaves out, rounds or says in words has not
// changed in the other.
func TestOneWorldToldTwice(t *testing.T) {
	each(t, 10**worlds, func(w *world, s statement) ([]string, error) {
		list, err := twice(w, s, len(s))
		if err != nil {
			return nil, err
		}
		var faults []string
		for _, c := range list.Changes {
			told := c.Kind == change.FigureChanged && ofTelling.MatchString(c.Sentence)
			if happened[c.Kind] && !strings.Contains(c.Sentence, "la fonte non diceva") || moved.MatchString(c.Sentence) && !told {
				faults = append(faults, fmt.Sprintf("nothing has changed, but: %s [%s]", c.Sentence, c.Kind))
			}
		}
		return faults, nil
	})
}

// happened are the kinds of changes that happen to the plan, not to its telling.
var happened = map[change.Kind]bool{
	change.ProjectAdded: true, change.ProjectGone: true, change.ProjectMoved: true, change.ProjectCompleted: true,
	change.DepartmentAdded: true, change.DepartmentGone: true, change.DepartmentMerged: true, change.DepartmentSplit: true,
}

// moved finds what says of a count or a state that it is another than it was.
var moved = regexp.MustCompile(`passan?o? da |: da |cambia solo la precisione|È partito|È fermo|È ripartito`)

// ofTelling finds figures of what an edition tells, which is not the world.
var ofTelling = regexp.MustCompile(`descritt[io]|elencati|la fonte`)

// twice compares two tellings of w: s, and one of the year before.
func twice(w *world, s statement, seed int) (change.List, error) {
	both := statement{}
	for name, text := range diceOf(uint64(seed) + 1_000_000).state(w) {
		both[strings.Replace(name, "piani/"+edition, "piani/2023", 1)] = text
	}
	for name, text := range s {
		both[name] = text
	}
	_, pub, err := load(both)
	if err != nil {
		return change.List{}, err
	}
	if len(pub.Editions) != 2 {
		return change.List{}, fmt.Errorf("%d editions", len(pub.Editions))
	}
	return change.Between(pub.Editions[1], pub.Editions[0]), nil
}

// TestTwoWorlds holds that of two worlds, one a year after the other, what is said
// to have come or gone has, and that a count that is said to be another is.
func TestTwoWorlds(t *testing.T) {
	each(t, 10**worlds, func(w *world, s statement) ([]string, error) {
		d := diceOf(uint64(len(s["data/piani/"+edition+"/piano.toml"])))
		before := w.yearBefore(d)
		both := statement{}
		for name, text := range d.state(before) {
			both[strings.Replace(name, "piani/"+edition, "piani/2023", 1)] = text
		}
		for name, text := range s {
			both[name] = text
		}
		_, pub, err := load(both)
		if err != nil {
			return nil, err
		}
		var faults []string
		for _, c := range change.Between(pub.Editions[1], pub.Editions[0]).Changes {
			if told := before.changed(w, c); told != "" {
				faults = append(faults, fmt.Sprintf("%s: %s [%s]", told, c.Sentence, c.Kind))
			}
		}
		return faults, nil
	})
}

// yearBefore is w before some of its projects began, with other people in some.
func (w *world) yearBefore(d dice) *world {
	old := &world{Departments: w.Departments, Veiled: w.Veiled}
	for _, p := range w.Projects {
		bound := p.With != "" || p.Common
		for _, g := range p.Staff {
			bound = bound || g.Same != ""
		}
		for _, other := range w.Projects {
			for _, g := range other.Staff {
				bound = bound || g.Same == p.ID
			}
		}
		if !bound && d.in(1, 4) {
			continue // it has begun since
		}
		q := *p
		if q.Staff = nil; !bound {
			for _, g := range p.Staff {
				h := *g
				if d.in(1, 2) {
					h.People += d.IntN(7)
				}
				q.Staff = append(q.Staff, &h)
			}
		} else {
			q.Staff = p.Staff
		}
		old.Projects = append(old.Projects, &q)
	}
	return old
}

// changed says what is false of a change from w to now; "" when nothing is.
func (w *world) changed(now *world, c change.Change) string {
	find := func(w *world, id string) *project {
		for _, p := range w.Projects {
			if p.ID == id {
				return p
			}
		}
		return nil
	}
	switch {
	case c.Kind == change.ProjectAdded && find(w, c.Subject.ID) != nil:
		return "it was there before"
	case c.Kind == change.ProjectGone && find(now, c.Subject.ID) != nil:
		return "it is still there"
	case c.Kind == change.DepartmentAdded && w.count(c.Subject.ID) > 0:
		return "the settore had projects the year before"
	case c.Kind == change.DepartmentGone && now.count(c.Subject.ID) > 0:
		return "the settore still has projects"
	case !moved.MatchString(c.Sentence) || !c.Before.Counted:
	case c.Subject.Scope == change.Plan && len(c.Path) == 1 && c.Path[0] == "progetti_nel_piano" && len(w.Projects) == len(now.Projects):
		return "there are as many projects as before"
	case c.Subject.Scope == change.Plan && len(c.Path) == 1 && c.Path[0] == "dipendenti" && people(w.Projects...) == people(now.Projects...):
		return "there are as many people as before"
	case c.Subject.Scope == change.Department && len(c.Path) == 1 && c.Path[0] == "progetti_nel_piano" && w.count(c.Subject.ID) == now.count(c.Subject.ID):
		return "the settore has as many projects as before"
	case overlap(c.Before.Quantity, c.After.Quantity):
		return "both may be one number"
	}
	return ""
}

// overlap reports whether some number is what both quantities say.
func overlap(a, b plan.Quantity) bool {
	for n := range 3000 {
		if holds(a.String(), n) && holds(b.String(), n) {
			return true
		}
	}
	return false
}
