// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// layEnds decides where each value is written and how long the bars can be,
// and returns the most lines that stand at the end of a bar.
func (l *layout) layEnds(r ruler, c Chart) int {
	room := l.width - l.left - 1
	switch {
	case c.Max > 0 && l.narrow:
		lines := l.wrapEnds(r, c, l.width, l.width)
		l.span = room - 1 // half of the line of a goal at the end
		return lines
	case c.Max > 0:
		lines := l.wrapEnds(r, c, room*0.45, room*0.45)
		widest := 0.0
		for _, row := range l.rows {
			widest = max(widest, r.widest(strings.Split(row.end, "\n"), bold))
		}
		l.span = math.Floor(room - valueGap - widest)
		return lines
	}
	if severalIn(c) {
		for i := range l.rows {
			for j := range c.Series {
				l.rows[i].inside[j] = c.Series[j].Values[i].Number > 0
			}
		}
	}
	// Each pass may move values from inside a mark to the end of the bar, which
	// shortens the bars; none moves back, so this ends.
	for {
		lines := l.fitSpan(r, c, room)
		if !l.moveOut(r, c) {
			return lines
		}
	}
}

// severalIn says whether some bar has more than one part.
func severalIn(c Chart) bool {
	for i := range c.Categories {
		parts := 0
		for _, s := range c.Series {
			if s.Values[i].Number > 0 {
				parts++
			}
		}
		if parts > 1 {
			return true
		}
	}
	return false
}

// fitSpan finds the longest bars that leave room for what stands at their
// ends, which is wrapped only if the bars would take less than half of the room.
func (l *layout) fitSpan(r ruler, c Chart, room float64) int {
	lines := 0
	for _, share := range []float64{0.6, 0.5, 0.4, 0.3} {
		lines = l.wrapEnds(r, c, room*share, room-valueGap)
		l.span = room
		for _, row := range l.rows {
			if row.end == "" || row.sum == 0 {
				continue
			}
			w := r.widest(strings.Split(row.end, "\n"), bold)
			l.span = min(l.span, (room-valueGap-w)*l.most/row.sum)
		}
		if l.span >= room*0.5 {
			break
		}
	}
	l.span = math.Floor(l.span)
	return lines
}

// moveOut takes the values of a row out of their marks when one does not fit.
func (l *layout) moveOut(r ruler, c Chart) bool {
	moved := false
	for i := range l.rows {
		for j, s := range c.Series {
			if !l.rows[i].inside[j] {
				continue
			}
			around := 16.0 // room for the box that a pattern needs
			if !looks[s.Fill].boxed {
				around = 6
			}
			if r.width(s.Values[i].Label, bold, typeSize*slack)+around > l.drawn(c, j, i)/l.most*l.span {
				clear(l.rows[i].inside)
				moved = true
				break
			}
		}
	}
	return moved
}

// wrapEnds writes what stands at the end of each bar: limit is the width
// beside a bar, open that in a row without one.
func (l *layout) wrapEnds(r ruler, c Chart, limit, open float64) int {
	most := 1
	for i := range l.rows {
		row := &l.rows[i]
		text, muted := endOf(c, i, row.inside, row.total)
		row.muted, row.end = muted, ""
		if text == "" {
			continue
		}
		width := limit
		if row.sum == 0 {
			width = open
		}
		lines := r.wrap(text, bold, typeSize*slack, width)
		most = max(most, len(lines))
		row.end = strings.Join(lines, "\n")
	}
	return most
}

// endOf is what the end of a bar says: the values that do not stand inside
// their marks, of shares the whole, and what is not known. muted when nothing is
// known.
func endOf(c Chart, category int, inside []bool, total float64) (text string, muted bool) {
	var values, zeros, unknown []string
	known := false
	for j, s := range c.Series {
		v := s.Values[category]
		switch {
		case v.Known && v.Number == 0:
			zeros = append(zeros, v.Label)
		case v.Known && !inside[j]:
			values = append(values, v.Label)
		}
		known = known || v.Known
	}
	for _, s := range c.Series {
		v := s.Values[category]
		if v.Known || !says(v.Label) {
			continue
		}
		said := v.Label
		if known {
			said = s.Name + ": " + v.Label
		}
		if len(unknown) == 0 || unknown[len(unknown)-1] != said {
			unknown = append(unknown, said)
		}
	}
	anyInside := slices.Contains(inside, true)
	text = strings.Join(values, " + ")
	if c.Kind == Shares && (anyInside || len(values) > 1) {
		text = strings.TrimPrefix(text+" = "+grouped(total), " = ")
	}
	switch none := text == "" && !anyInside && len(zeros) > 0; {
	case none && c.Kind == Shares:
		text = "0"
	case none:
		text = zeros[0]
	}
	if len(unknown) > 0 {
		if text != "" {
			text += " · "
		}
		text += strings.Join(unknown, " · ")
	}
	return text, !known
}

// says tells words from a dash.
func says(label string) bool {
	return strings.ContainsFunc(label, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// grouped writes a count as Italian does: "1.234".
func grouped(n float64) string {
	s := strconv.FormatFloat(n, 'f', 0, 64)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "." + s[at:]
	}
	return s
}
