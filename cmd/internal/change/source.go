// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"maps"
	"slices"

	"vetro/cmd/internal/plan"
)

// Each edition has sources of its own, so that nearly every figure comes from
// another document than the year before. That is told once for each document:
// the one that most of its figures now come from took its place. What goes
// another way is told by itself.

// sources finds which source took the place of which.
func (c *comparison) sources() {
	count := map[string]map[string]int{}
	note := func(old, now *plan.Source) {
		was, is := sourceID(old), sourceID(now)
		if count[was] == nil {
			count[was] = map[string]int{}
		}
		count[was][is]++
	}
	note(c.a.Source, c.b.Source)
	people := func(before, after []*plan.StaffProfile) {
		for _, p := range profiles(before, after) {
			if p.old != nil && p.new != nil {
				note(p.old.Source, p.new.Source)
			}
		}
	}
	for _, d := range c.b.Departments {
		if old := c.links.oldSettore[d.ID]; old != nil {
			note(old.Source, d.Source)
			people(old.Staff, d.Staff)
		}
	}
	for _, p := range c.b.AllProjects() {
		old := c.links.oldProject[p.ID]
		if old == nil {
			continue
		}
		note(old.Source, p.Source)
		people(old.Staff, p.Staff)
		for _, i := range indicators(old.Indicators, p.Indicators) {
			if i.old != nil && i.new != nil {
				note(i.old.Source, i.new.Source)
			}
		}
	}
	c.replace = make(map[string]string, len(count))
	for was, all := range count {
		best := ""
		for _, is := range slices.Sorted(maps.Keys(all)) {
			// Among equals the one that stays, then the first by id.
			if all[is] > all[best] || all[is] == all[best] && is == was {
				best = is
			}
		}
		c.replace[was] = best
	}
}

// replaced tells which source took the place of which.
func (c *comparison) replaced() {
	names := map[string]*plan.Source{}
	for _, e := range []*plan.Edition{c.a, c.b} {
		for _, s := range sourcesOf(e) {
			names[sourceID(s)] = s
		}
	}
	for _, was := range slices.Sorted(maps.Keys(c.replace)) {
		if is := c.replace[was]; is != was {
			old, now := names[was], names[is]
			c.add(SourceChanged, []string{"fonte", was}, sourceValue(old), sourceValue(now),
				"Le cifre che venivano da "+quote(sourceValue(old).Text)+" ora vengono da "+quote(sourceValue(now).Text)+".")
		}
	}
	if is := sourceID(c.b.Source); is != c.replace[sourceID(c.a.Source)] {
		c.ownSource(c.a.Source, c.b.Source, []string{"fonte"}, "per il piano")
	}
}

// ownSource compares the source of one thing with what took the place of the one
// it had; where says which thing it is ("per il progetto «T»").
func (c *comparison) ownSource(old, now *plan.Source, path []string, where string) {
	was, is := sourceID(old), sourceID(now)
	if c.replace[was] == is {
		return
	}
	s := " la fonte ora è " + quote(sourceValue(now).Text) + "; prima era " + quote(sourceValue(old).Text) + "."
	if was == is {
		s = " la fonte resta " + quote(sourceValue(now).Text) + "."
	}
	c.add(SourceChanged, path, sourceValue(old), sourceValue(now), upperFirst(where)+s)
}

// sourcesOf returns the sources that the parts of e name.
func sourcesOf(e *plan.Edition) []*plan.Source {
	out := []*plan.Source{e.Source}
	people := func(list []*plan.StaffProfile) {
		for _, s := range list {
			out = append(out, s.Source)
		}
	}
	for _, d := range e.Departments {
		out = append(out, d.Source)
		people(d.Staff)
	}
	for _, p := range e.AllProjects() {
		out = append(out, p.Source)
		people(p.Staff)
		for _, i := range p.Indicators {
			out = append(out, i.Source)
		}
	}
	return out
}

func sourceID(s *plan.Source) string {
	if s == nil {
		return ""
	}
	return s.ID
}

func sourceValue(s *plan.Source) Value {
	if s == nil {
		return Value{}
	}
	if title := clean(s.Title); title != "" {
		return Value{Text: title, ID: s.ID}
	}
	return Value{Text: s.ID, ID: s.ID}
}
