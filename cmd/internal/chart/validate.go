// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

var slug = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// Validate says everything that is wrong with the chart, or returns nil. A
// fault here is one of the program that made the chart, not of the data.
func (c Chart) Validate() error {
	var faults []error
	fault := func(format string, args ...any) { faults = append(faults, fmt.Errorf(format, args...)) }

	if !slug.MatchString(c.ID) {
		fault("the id is no slug")
	}
	if c.Kind < Bars || c.Kind > Lines {
		fault("unknown kind %d", c.Kind)
	}
	if c.Kind == Lines {
		faults = append(faults, c.faultsOfPanels()...)
	}
	for _, text := range []struct{ name, value string }{
		{"title", c.Title}, {"finding", c.Finding}, {"heading of the categories", c.Category},
	} {
		if clean(text.value) == "" {
			fault("no %s", text.name)
		}
	}
	if len(c.Categories) == 0 {
		fault("no categories")
	}
	for i, name := range c.Categories {
		if clean(name) == "" {
			fault("category %d has no name", i)
		}
	}
	if c.Kind == Shares && len(c.Series) < 2 {
		fault("shares of one series")
	}
	if len(c.Series) == 0 {
		fault("no series")
	}
	names, fills, tints, letters := map[string]bool{}, map[Fill]bool{}, 0, map[string]bool{"": true}
	for i, s := range c.Series {
		if clean(s.Name) == "" {
			fault("series %d has no name", i)
		}
		if names[s.Name] {
			fault("two series are called %q", s.Name)
		}
		if s.Fill < Solid || int(s.Fill) >= len(looks) {
			fault("series %q has unknown fill %d", s.Name, s.Fill)
		} else if (s.Fill >= Start) != (c.Kind == Lines) {
			fault("series %q is filled as those of another kind", s.Name)
		} else if fills[s.Fill] {
			fault("series %q is filled as another is: nobody could tell them apart", s.Name)
		}
		if fills[s.Fill] = true; c.Kind != Lines && s.Fill != Hatched && s.Fill != Dotted {
			tints++
			letters[clean(s.Letter)] = true
		}
		names[s.Name] = true
		if len(s.Values) != len(c.Categories) {
			fault("series %q has %d values for %d categories", s.Name, len(s.Values), len(c.Categories))
		}
		for j, v := range s.Values {
			switch {
			case v.Number < 0 && c.Kind != Lines || math.IsNaN(v.Number) || math.IsInf(v.Number, 0):
				fault("series %q, value %d: %v cannot be drawn", s.Name, j, v.Number)
			case v.High != 0 && (!v.Known || !(v.High > v.Number) || math.IsInf(v.High, 0)):
				fault("series %q, value %d: no range from %v to %v", s.Name, j, v.Number, v.High)
			case v.High != 0 && (c.Kind != Bars || c.Max > 0 || len(c.Series) > 1):
				fault("series %q, value %d: a range among parts of a whole", s.Name, j)
			case c.Kind == Shares && len(c.Series[0].Values) > j && v.Known != c.Series[0].Values[j].Known:
				fault("series %q, value %d: a whole of which only a part is known", s.Name, j)
			case v.Known && clean(v.Label) == "":
				fault("series %q, value %d is known but not written", s.Name, j)
			case !v.Known && v.Number != 0:
				fault("series %q, value %d is unknown but has a number", s.Name, j)
			}
		}
	}
	if tints > 1 && len(letters) <= tints {
		fault("%d series of a tint, with %d letters: nobody could tell them apart", tints, len(letters)-1)
	}
	if c.Max < 0 || math.IsNaN(c.Max) || math.IsInf(c.Max, 0) {
		fault("the maximum is %v", c.Max)
	}
	if c.Max > 0 && (len(c.Series) > 1 || c.Kind != Bars) {
		fault("a maximum with %d series", len(c.Series))
	}
	if len(faults) > 0 {
		return fmt.Errorf("chart %q: %w", c.ID, errors.Join(faults...))
	}
	return nil
}

// faultsOfPanels says what is wrong with the panels.
func (c Chart) faultsOfPanels() []error {
	var faults []error
	moments := 0
	for i, p := range c.Panels {
		if clean(p.Title) == "" && len(c.Panels) > 1 {
			faults = append(faults, fmt.Errorf("panel %d has no title", i))
		}
		known := false
		for j, m := range p.Moments {
			if math.IsNaN(m.At) || math.IsInf(m.At, 0) || j > 0 && !(m.At > p.Moments[j-1].At) {
				faults = append(faults, fmt.Errorf("panel %d, moment %d: %v is not later than the one before", i, j, m.At))
			}
			for _, s := range c.Series {
				known = known || moments+j < len(s.Values) && s.Values[moments+j].Known
			}
		}
		if !known {
			faults = append(faults, fmt.Errorf("panel %d has no known value", i))
		}
		moments += len(p.Moments)
	}
	if moments != len(c.Categories) {
		faults = append(faults, fmt.Errorf("%d moments for %d categories", moments, len(c.Categories)))
	}
	return faults
}

// clean makes a text fit for a line of XML: control characters, which XML
// cannot hold, and line breaks become spaces, and spaces at the ends go.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r < ' ', r >= 0x7f && r < 0xa0, r == 0x2028, r == 0x2029:
			return ' '
		case r == utf8.RuneError, r == 0xfffe, r == 0xffff:
			return utf8.RuneError
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}

// cleaned returns a copy of c whose texts are fit to be drawn, each with the
// letter of its series.
func (c Chart) cleaned() Chart {
	c.Title, c.Finding, c.MaxLabel = clean(c.Title), clean(c.Finding), clean(c.MaxLabel)
	categories := make([]string, len(c.Categories))
	for i, name := range c.Categories {
		categories[i] = clean(name)
	}
	series := make([]Series, len(c.Series))
	for i, s := range c.Series {
		values := make([]Value, len(s.Values))
		for j, v := range s.Values {
			v.Label = clean(v.Label)
			if v.Known {
				v.Label = clean(s.Letter + "\u00a0" + v.Label) // on one line
			}
			values[j] = v
		}
		series[i] = Series{Name: clean(s.Letter + " " + s.Name), Fill: s.Fill, Values: values}
	}
	panels := make([]Panel, len(c.Panels))
	for i, p := range c.Panels {
		panels[i] = Panel{clean(p.Title), clean(p.Better), slices.Clone(p.Moments)}
		for j := range p.Moments {
			panels[i].Moments[j].Label = clean(p.Moments[j].Label)
		}
	}
	c.Categories, c.Series, c.Panels = categories, series, panels
	return c
}
