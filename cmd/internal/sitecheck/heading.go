// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// levels are the names of headings.
var levels = []string{"h1", "h2", "h3", "h4", "h5", "h6"}

// checkHeadings holds that there is one h1 and that no level is skipped.
func (p *page) checkHeadings() {
	h1, last := 0, 0
	for _, n := range p.all(levels...) {
		level := int(n.Data[1] - '0')
		if level == 1 {
			h1++
			p.heading = content(n)
		}
		if level > last+1 {
			p.fault("page-heading-skip", "dopo un titolo h%d ce n'è uno h%d", last, level)
		}
		last = level
		if p.text(n) == "" {
			p.fault("page-heading-skip", "un titolo h%d è vuoto", level)
		}
	}
	if h1 != 1 {
		p.fault("page-heading-count", "i titoli h1 sono %d", h1)
	}
}

// outline keeps the headings of a page of the kinds that repeat, each with
// those it stands under.
func (p *page) outline() {
	if kind(p.name) == "" {
		return
	}
	var above [7]string
	for _, n := range p.all(levels...) {
		level := int(n.Data[1] - '0')
		if level == 1 || within(n, named("main")) == nil || within(n, named("nav")) != nil {
			continue
		}
		above[level] = content(n)
		p.sections = append(p.sections, strings.Join(above[2:level+1], " › "))
	}
}

// repeating are the folders of an edition whose pages are all of one kind.
var repeating = []string{"progetti", "settori", "grafici"}

// kind returns the folder of pages alike that the page stands in, "" when it is
// one of its own. A page that lists projects has a heading for each: it has no
// sections, and stands here like any other.
func kind(name string) string {
	folder := path.Dir(path.Dir(name))
	if path.Base(name) != "index.html" || !slices.Contains(repeating, path.Base(folder)) {
		return ""
	}
	return folder
}

// checkSequences holds that pages of one kind have their sections in one order
// (omogeneità, D.Lgs. 33/2013, art. 6): what the data lack may be left out, but
// nothing changes place.
func (s *site) checkSequences() []Fault {
	var out []Fault
	type pair struct{ kind, before, after string }
	first := map[pair]*page{}
	for _, p := range s.pages {
		reported := false
		for i, before := range p.sections {
			for _, after := range p.sections[i+1:] {
				k := kind(p.name)
				if other := first[pair{k, after, before}]; other != nil && !reported {
					out = append(out, newFault(p.name, "page-sequence", "«%s» viene prima di «%s», che in %s viene dopo", before, after, other.name))
					reported = true
				}
				if first[pair{k, before, after}] == nil {
					first[pair{k, before, after}] = p
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Fault) int { return cmp.Compare(a.Path, b.Path) })
	return out
}
