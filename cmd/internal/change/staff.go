// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"slices"

	"vetro/cmd/internal/plan"
)

// A pair is what something was and is; one of the two may be nil.
type pair[T any] struct{ old, new *T }

// pairs matches the items of two lists by name: first those that are written
// the same, then those whose key is the same. What is new comes in the order of
// the new list, then what is gone in that of the old one.
func pairs[T any](before, after []*T, name, key func(*T) string) []pair[T] {
	out := make([]pair[T], len(after))
	taken := make([]bool, len(before))
	for _, same := range []func(*T) string{name, key} {
		at := map[string][]int{}
		for i, old := range before {
			if !taken[i] {
				at[same(old)] = append(at[same(old)], i)
			}
		}
		for i, now := range after {
			if out[i].new = now; out[i].old != nil {
				continue
			}
			if free := at[same(now)]; len(free) > 0 {
				out[i].old, taken[free[0]] = before[free[0]], true
				at[same(now)] = free[1:]
			}
		}
	}
	for i, old := range before {
		if !taken[i] {
			out = append(out, pair[T]{old: old})
		}
	}
	return out
}

func profiles(before, after []*plan.StaffProfile) []pair[plan.StaffProfile] {
	return pairs(before, after,
		func(s *plan.StaffProfile) string { return clean(s.Profile) },
		func(s *plan.StaffProfile) string { return plan.ProfileID(s.Profile) })
}

// staff compares the people of the subject, profile by profile.
func (c *comparison) staff(before, after []*plan.StaffProfile) {
	in := c.subject.in()
	for _, p := range profiles(before, after) {
		switch {
		case p.old == nil:
			name := clean(p.new.Profile)
			s := upperFirst(in) + " si aggiunge il profilo " + quote(name)
			if q := p.new.Employees; q.IsMissing() {
				s += "; la fonte non dice quanti dipendenti sono."
			} else {
				s += ": " + employees(q) + "."
			}
			c.add(ProfileAdded, []string{"personale", name}, Value{}, staffValue(p.new), s)
			c.staffDetails(name, &plan.StaffProfile{}, p.new)
		case p.new == nil:
			name := clean(p.old.Profile)
			s := upperFirst(in) + " non compare più il profilo " + quote(name)
			if q := p.old.Employees; !q.IsMissing() {
				s += ": prima " + employees(q)
			}
			c.add(ProfileGone, []string{"personale", name}, staffValue(p.old), Value{}, s+".")
		default:
			was, name := clean(p.old.Profile), clean(p.new.Profile)
			path := []string{"personale", name}
			if was != name {
				c.add(TextChanged, append(path, "profilo"), textValue(was), textValue(name),
					upperFirst(in)+" il profilo "+quote(was)+" è ora scritto "+quote(name)+".")
			}
			c.quantity(StaffChanged, append(path, "dipendenti"), in, "i dipendenti del profilo "+quote(name), p.old.Employees, p.new.Employees)
			c.staffDetails(name, p.old, p.new)
			c.ownSource(p.old.Source, p.new.Source, append(path, "fonte"), "per il profilo "+quote(name)+" "+c.subject.of())
		}
	}
}

// staffDetails compares what is said of a profile besides how many they are.
func (c *comparison) staffDetails(name string, old, now *plan.StaffProfile) {
	in, path := c.subject.in(), []string{"personale", name}
	c.quantity(StaffChanged, append(path, "donne"), in, "le donne del profilo "+quote(name), old.Women, now.Women)
	c.quantity(StaffChanged, append(path, "uomini"), in, "gli uomini del profilo "+quote(name), old.Men, now.Men)
	c.quantity(StaffChanged, append(path, "equivalenti"), in, "i dipendenti a tempo pieno a cui corrisponde il profilo "+quote(name), old.FullTime, now.FullTime)
	if was, is := old.SameAs, now.SameAs; was != is {
		s := " non sono più contate anche in un altro progetto"
		if is != "" {
			s = " ora sono contate anche nel progetto " + quote(c.titleOf(is))
		}
		c.add(TextChanged, append(path, "stesse_persone"), textValue(was), textValue(is), upperFirst(in)+" le persone del profilo "+quote(name)+s+".")
	}
}

// titleOf returns the title of a project of the later edition.
func (c *comparison) titleOf(id string) string {
	for _, p := range c.b.AllProjects() {
		if p.ID == id {
			return clean(p.Title)
		}
	}
	return id
}

// namesOf returns the names of settori, as the later edition has them if it can.
func (c *comparison) namesOf(ids []string) []string {
	out := slices.Clone(ids)
	for i, id := range ids {
		for _, d := range slices.Concat(c.a.Departments, c.b.Departments) {
			if d.ID == id {
				out[i] = clean(d.Name)
			}
		}
	}
	return out
}

// staffValue is a whole profile: how many they are, and who says so.
func staffValue(s *plan.StaffProfile) Value {
	v := countValue(s.Employees)
	v.ID = sourceID(s.Source)
	return v
}
