// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"slices"
	"strings"

	"vetro/cmd/internal/plan"
)

// links says what of one edition is what of the other.
type links struct {
	oldProject map[string]*plan.Project // by id in b
	newProject map[string]*plan.Project // by id in a

	origins    map[string][]*plan.Department // by id in b: the settori of a it comes from
	successors map[string][]*plan.Department // by id in a: the settori of b it is now
	oldSettore map[string]*plan.Department   // by id in b: the one settore of a that it goes on from
	newSettore map[string]*plan.Department   // by id in a
}

// link finds what of a is what of b. It goes from the older to the newer edition,
// through those in between, and turns the answer round when b is the older.
func link(a, b *plan.Edition, between []*plan.Edition) *links {
	from, to, back := a, b, false
	if a.ID > b.ID {
		from, to, back = b, a, true
	}
	var steps []*plan.Edition
	for _, e := range between {
		if e.ID > from.ID && e.ID < to.ID {
			steps = append(steps, e)
		}
	}
	slices.SortFunc(steps, func(x, y *plan.Edition) int { return strings.Compare(x.ID, y.ID) })
	l := &links{
		oldProject: map[string]*plan.Project{}, newProject: map[string]*plan.Project{},
		origins: map[string][]*plan.Department{}, successors: map[string][]*plan.Department{},
		oldSettore: map[string]*plan.Department{}, newSettore: map[string]*plan.Department{},
	}
	l.linkProjects(a, b, projectsNow(from, to, steps), back)
	l.linkDepartments(a, b, departmentsNow(from, to, steps), back)
	return l
}

// projectsNow returns, for each project of from that to has, the id it has there.
func projectsNow(from, to *plan.Edition, steps []*plan.Edition) map[string]string {
	have := map[string]bool{}
	for _, p := range to.AllProjects() {
		have[p.ID] = true
	}
	now, taken := map[string]string{}, map[string]bool{}
	// What kept its id is itself; only then is it asked what was renamed.
	for _, p := range from.AllProjects() {
		if have[p.ID] {
			now[p.ID], taken[p.ID] = p.ID, true
		}
	}
	for _, p := range from.AllProjects() {
		if now[p.ID] != "" {
			continue
		}
		id := renamed(plan.RenamedProject, p.ID, to, steps)
		if have[id] && !taken[id] {
			now[p.ID], taken[id] = id, true
		}
	}
	return now
}

// renamed follows id through the renames of each edition, oldest first.
func renamed(kind plan.RenameKind, id string, to *plan.Edition, steps []*plan.Edition) string {
	for _, e := range steps {
		id = e.Renamed(kind, id)
	}
	return to.Renamed(kind, id)
}

func (l *links) linkProjects(a, b *plan.Edition, now map[string]string, back bool) {
	in := map[string]*plan.Project{}
	for _, p := range b.AllProjects() {
		in[p.ID] = p
	}
	if back {
		turned := map[string]string{}
		for old, id := range now {
			turned[id] = old
		}
		now = turned
	}
	for _, p := range a.AllProjects() {
		if q := in[now[p.ID]]; q != nil {
			l.newProject[p.ID], l.oldProject[q.ID] = q, p
		}
	}
}

// departmentsNow returns, for each settore of from, the ids of the settori of to
// that it became.
func departmentsNow(from, to *plan.Edition, steps []*plan.Edition) map[string][]string {
	now := map[string][]string{}
	for _, d := range from.Departments {
		now[d.ID] = []string{d.ID}
	}
	before := from
	for _, e := range append(steps[:len(steps):len(steps)], to) {
		became := departmentsNext(before, e)
		for id, ids := range now {
			var next []string
			for _, id := range ids {
				for _, n := range became[id] {
					if !slices.Contains(next, n) {
						next = append(next, n)
					}
				}
			}
			now[id] = next
		}
		before = e
	}
	// One that an edition in between left out, and that is there again.
	for _, d := range to.Departments {
		if ids, was := now[d.ID]; was && len(ids) == 0 {
			now[d.ID] = []string{d.ID}
		}
	}
	return now
}

// departmentsNext is departmentsNow for two editions that follow each other.
func departmentsNext(from, to *plan.Edition) map[string][]string {
	was := map[string]bool{}
	for _, d := range from.Departments {
		was[d.ID] = true
	}
	same := from.ID == to.ID // then nasce_da speaks of the edition before both
	next := map[string][]string{}
	note := func(old, id string) {
		if was[old] && !slices.Contains(next[old], id) {
			next[old] = append(next[old], id)
		}
	}
	for _, d := range to.Departments {
		note(d.ID, d.ID)
		for _, old := range d.From {
			if !same {
				note(old, d.ID)
			}
		}
	}
	for _, d := range from.Departments {
		if len(next[d.ID]) == 0 {
			note(d.ID, to.Renamed(plan.RenamedDepartment, d.ID))
		}
	}
	return next
}

func (l *links) linkDepartments(a, b *plan.Edition, now map[string][]string, back bool) {
	if back {
		turned := map[string][]string{}
		for old, ids := range now {
			for _, id := range ids {
				turned[id] = append(turned[id], old)
			}
		}
		now = turned
	}
	for _, d := range b.Departments { // in the order of b, then in that of a
		for _, old := range a.Departments {
			if slices.Contains(now[old.ID], d.ID) {
				l.origins[d.ID] = append(l.origins[d.ID], old)
				l.successors[old.ID] = append(l.successors[old.ID], d)
			}
		}
	}
	// A settore goes on as the one that has its id, or as the one it became when
	// that comes from no other.
	for _, d := range b.Departments {
		for _, old := range l.origins[d.ID] {
			alone := len(l.origins[d.ID]) == 1 && len(l.successors[old.ID]) == 1
			if old.ID == d.ID || alone {
				l.oldSettore[d.ID], l.newSettore[old.ID] = old, d
			}
		}
	}
}

// expected returns the settore of b in which a project of d is found unless it
// moved; nil when that cannot be told, or for d nil.
func (l *links) expected(d *plan.Department) *plan.Department {
	if d == nil {
		return nil
	}
	if next := l.newSettore[d.ID]; next != nil {
		return next
	}
	if all := l.successors[d.ID]; len(all) == 1 {
		return all[0]
	}
	return nil
}

// ended reports whether d, which does not go on by itself, is now a part of one
// other and of that alone.
func (l *links) ended(d *plan.Department) bool { return len(l.successors[d.ID]) == 1 }
