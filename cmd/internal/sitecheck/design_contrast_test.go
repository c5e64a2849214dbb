// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The ratios of WCAG 2.1, level AA: 1.4.3 for words (of any size here), 1.4.11
// for what is drawn and for the edges of fields.
const (
	textContrast    = 4.5
	graphicContrast = 3.0
)

// decorative are shapes that need not be seen: the ground of a bar, on which
// the bar itself is.
const decorative = "barra-fondo"

// families are the typefaces that the municipal model allows (criterion
// C.SI.1.1).
var families = []string{"Titillium Web", "Lora", "Roboto Mono"}

// allowed compares as browsers and the validator do: without case.
func allowed(family string) bool {
	return slices.ContainsFunc(families, func(f string) bool { return strings.EqualFold(f, family) })
}

// checkColours compares what is written and drawn with what is behind it, in
// every view, each way of looking once: it is reported for the first page that
// has it. Typefaces of headings and paragraphs are judged on the way.
func (s *design) checkColours() []flaw {
	var out []flaw
	done := map[*look]bool{}
	said := map[string]bool{}
	for _, p := range s.pages {
		for _, l := range slices.SortedFunc(maps.Keys(p.seen), func(a, b *look) int { return cmp.Compare(a.path, b.path) }) {
			if done[l] {
				continue
			}
			done[l] = true
			for _, f := range l.faults(p.name) {
				if !said[f.message] {
					said[f.message] = true
					out = append(out, f)
				}
			}
		}
	}
	return out
}

// faults judges l in every view.
func (l *look) faults(at string) []flaw {
	var out []flaw
	report := func(code, format string, args ...any) {
		out = append(out, flawAt(at, code, format, args...))
	}
	for _, v := range views {
		s := l.in(v)
		if s.hidden {
			continue
		}
		faint := func(c, ground colour) colour {
			c.a *= s.opacity
			return c.over(ground)
		}
		switch {
		case l.text:
			c := faint(s.colour, s.ground)
			if l.node.Namespace == "svg" {
				c = faint(s.fill, s.ground)
			}
			if ratio := contrast(c, s.ground); ratio < textContrast {
				report("contrast-text", "%s: il testo %s su %s ha contrasto %s, %s", l, c, s.ground, decimal(ratio), v.name)
			}
		case l.chart:
			if s.ground != white {
				report("contrast-graphics", "%s: un grafico è disegnato per il bianco e sta su %s, %s", l, s.ground, v.name)
			}
		case drawn(l.node) && s.fill.a > 0 && !hasClass(l.node, decorative):
			for _, ground := range append(l.grounds(v), s.ground) {
				if ratio := contrast(faint(s.fill, ground), ground); ratio < graphicContrast {
					report("contrast-graphics", "%s: il disegno %s su %s ha contrasto %s, %s", l, s.fill, ground, decimal(ratio), v.name)
				}
			}
		case control(l.node):
			outer := l.parent.in(v).ground
			if edge := s.edge; contrast(s.ground, outer) < graphicContrast && (!s.edged || contrast(edge, outer) < graphicContrast) {
				report("contrast-graphics", "%s: il bordo %s del campo su %s si vede troppo poco, %s", l, edge, outer, v.name)
			}
		}
	}
	if l.text && slices.Contains([]string{"h1", "h2", "h3", "h4", "h5", "h6", "p"}, l.node.Data) {
		if family := l.in(views[0]).family; !allowed(family) {
			report("style-typeface", "%s: il primo carattere è %q", l, family)
		}
	}
	return out
}

// grounds are the colours of the decorative shapes that l may lie on.
func (l *look) grounds(v view) []colour {
	var out []colour
	for _, key := range slices.Sorted(maps.Keys(l.parent.below)) {
		if beside := l.parent.below[key]; drawn(beside.node) && hasClass(beside.node, decorative) {
			out = append(out, beside.in(v).fill)
		}
	}
	return out
}

// decimal writes a ratio as people read it, rounded down: 4.499 is not 4,5.
func decimal(ratio float64) string {
	tenths := int(ratio*100 + 1e-9)
	return fmt.Sprintf("%d,%02d", tenths/100, tenths%100)
}
