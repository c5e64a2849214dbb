// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"maps"
	"slices"
	"strings"

	"github.com/andybalholm/cascadia"
)

// A match is a rule that speaks of an element, with its weight in the cascade.
type match struct {
	*rule
	weight cascadia.Specificity
}

// A style is how an element looks in a view.
type style struct {
	own     map[string]string // custom properties
	colour  colour
	fill    colour
	ground  colour // what is behind its words, opaque
	edge    colour // of its border
	edged   bool
	opacity float64
	hidden  bool
	family  string // first of its typefaces
}

// match finds the rules that speak of l, once for all views.
func (l *look) match() []match {
	if l.matched == nil {
		l.matched = []match{}
		for _, sheet := range l.sheets {
			for i := range sheet.rules {
				r := &sheet.rules[i]
				if r.selector.Match(l.node) {
					l.matched = append(l.matched, match{r, r.selector.Specificity()})
				}
			}
		}
		slices.SortStableFunc(l.matched, func(a, b match) int {
			switch {
			case a.weight.Less(b.weight):
				return -1
			case b.weight.Less(a.weight):
				return 1
			}
			return 0
		})
	}
	return l.matched
}

// in returns how l looks in v.
func (l *look) in(v view) *style {
	if l.node == nil {
		return &style{own: map[string]string{}, colour: black, fill: black, ground: white, opacity: 1}
	}
	if s := l.styles[v.name]; s != nil {
		return s
	}
	above := l.parent.in(v)
	s := *above
	s.edge, s.edged = colour{}, false
	set := map[string]string{}
	if fill := attr(l.node, "fill"); fill != "" {
		set["fill"] = fill
	}
	for _, important := range []bool{false, true} {
		for _, m := range l.match() {
			if m.state != "" && m.state != v.state || !v.sees(m.media) {
				continue
			}
			for _, d := range m.set {
				if d.important == important {
					assign(set, d)
				}
			}
		}
	}
	s.own = inherited(above.own, set)
	s.apply(set, above)
	for _, class := range strings.Fields(attr(l.node, "class")) {
		s.hidden = s.hidden || class == "visually-hidden" || class == "visually-hidden-focusable" && v.state != "focus"
	}
	if l.styles == nil {
		l.styles = map[string]*style{}
	}
	l.styles[v.name] = &s
	return &s
}

// assign sets a property, and undoes what a shorthand covers.
func assign(set map[string]string, d declaration) {
	switch d.property {
	case "background":
		delete(set, "background-color")
	case "background-color":
		delete(set, "background")
	case "border":
		delete(set, "border-color")
		delete(set, "border-width")
		delete(set, "border-style")
	case "font":
		delete(set, "font-family")
	case "font-family":
		delete(set, "font")
	}
	set[d.property] = d.value
}

// inherited returns the custom properties of an element.
func inherited(above, set map[string]string) map[string]string {
	own, cloned := above, false
	for name, value := range set {
		if !strings.HasPrefix(name, "--") || above[name] == value {
			continue
		}
		if !cloned {
			own, cloned = maps.Clone(above), true
		}
		own[name] = value
	}
	return own
}

// apply works out what set means below a parent that looks like above.
func (s *style) apply(set map[string]string, above *style) {
	value := func(property string) string { return s.resolve(set[property], 0) }
	if c, ok := s.read(value("color"), above.colour); ok {
		s.colour = c
	}
	if fill := value("fill"); fill == "none" {
		s.fill = transparent
	} else if c, ok := s.read(fill, above.fill); ok {
		s.fill = c
	} else if strings.HasPrefix(fill, "url(") {
		s.fill = transparent // a pattern, judged by itself
	}
	for _, property := range []string{"background", "background-color"} {
		if text := value(property); text != "" {
			s.ground = s.layer(text).over(above.ground)
		}
	}
	for _, property := range []string{"border", "border-color"} {
		for _, word := range split(value(property), " ") {
			if c, ok := s.read(word, above.colour); ok {
				s.edge, s.edged = c.over(s.ground), c.a > 0
			}
		}
	}
	if text := value("opacity"); text != "" {
		if c, ok := parseColour("rgb(0 0 0/" + text + ")"); ok {
			s.opacity = above.opacity * c.a
		}
	}
	s.hidden = above.hidden || value("display") == "none" || value("visibility") == "hidden"
	for _, property := range []string{"font", "font-family"} {
		if text := value(property); text != "" && text != "inherit" {
			s.family = firstFamily(text, property == "font")
		}
	}
}

// layer is the colour of a background, transparent where it sets none.
func (s *style) layer(text string) colour {
	parts := split(text, ",")
	for _, word := range split(parts[len(parts)-1], " ") {
		if c, ok := s.read(word, transparent); ok {
			return c
		}
	}
	if c, ok := s.read(text, transparent); ok {
		return c
	}
	return transparent
}

// read is parseColour with the words that point elsewhere.
func (s *style) read(text string, inherit colour) (colour, bool) {
	switch strings.ToLower(text) {
	case "inherit":
		return inherit, true
	case "currentcolor":
		return s.colour, true
	}
	return parseColour(text)
}

// resolve puts custom properties in their place.
func (s *style) resolve(text string, depth int) string {
	for depth < 20 {
		before, rest, found := strings.Cut(text, "var(")
		if !found {
			return strings.TrimSpace(text)
		}
		end := indexOutside(rest, ")")
		if end < 0 {
			return ""
		}
		name, otherwise, _ := strings.Cut(rest[:end], ",")
		value, ok := s.own[strings.TrimSpace(name)]
		if !ok {
			value = otherwise
		}
		text = before + s.resolve(value, depth+1) + rest[end+1:]
		depth++
	}
	return ""
}

// firstFamily is the first typeface of a list, or of the shorthand "font".
func firstFamily(text string, shorthand bool) string {
	first := split(text, ",")[0]
	if shorthand {
		words := split(first, " ")
		for i, w := range words {
			if w != "" && (w[0] >= '0' && w[0] <= '9') {
				first = strings.Join(words[i+1:], " ")
			}
		}
	}
	return strings.Trim(first, `"'`)
}
