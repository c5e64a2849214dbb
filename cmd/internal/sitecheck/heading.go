// SPDX-License-Identifier: EUPL-1.2

package sitecheck

// checkHeadings holds that there is one h1 and that no level is skipped.
func (p *Page) checkHeadings(r *Record) {
	h1, last := 0, 0
	for _, n := range p.elements {
		if !headings[n.DataAtom] {
			continue
		}
		level := int(n.Data[1] - '0')
		if level == 1 {
			h1++
			r.Heading = content(n)
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
