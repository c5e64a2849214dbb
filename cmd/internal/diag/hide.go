// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"slices"
	"unicode/utf8"

	"vetro/cmd/internal/privacy"
)

// hide hides the personal data in all.
func hide(all []Diagnostic) {
	var line, shown string // the last, since a line may have many faults
	for i := range all {
		d := &all[i]
		switch {
		case d.Personal && d.Line != "" && d.Pos.Column > 0 || len(d.Line) > longLine:
			d.Line, d.Before = around(*d)
		case d.Line != line:
			line, shown = d.Line, privacy.Mask(d.Line)
			fallthrough
		default:
			d.Line = shown
		}
		d.Pos.Filename = privacy.Mask(d.Pos.Filename)
		d.Message = privacy.Mask(d.Message)
		d.Hint = privacy.Mask(d.Hint)
		d.Related = slices.Clone(d.Related)
		for i := range d.Related {
			r := &d.Related[i]
			r.Pos.Filename, r.Message = privacy.Mask(r.Pos.Filename), privacy.Mask(r.Message)
		}
	}
}

// longLine is how many bytes a line may have that is kept whole: more than are
// left of a longer one, which may be added to another List.
const longLine = 16 * nearby

// around returns what is kept of the line of d, with the personal data in it
// hidden, and how many characters come before it. Of a long line that is what
// stands near the fault; what is hidden is told on twice as much, so that no
// half of a name or number is left at the ends.
func around(d Diagnostic) (kept string, before int) {
	line := d.Line
	start, end := covered(line, d.Pos.Column-d.Before, d.Length)
	from, to := 0, len(line)
	if len(line) > longLine {
		end = min(end, runeStart(line, start+nearby))
		from, to = runeStart(line, max(0, start-2*nearby)), runeStart(line, min(to, end+2*nearby))
	}
	part := line[from:to]
	if d.Personal {
		part = privacy.Hide(part, start-from, end-from)
	}
	part = privacy.Mask(part)
	if len(line) <= longLine {
		return part, d.Before
	}
	shown := []rune(part)
	lead := utf8.RuneCountInString(line[from:start])
	first := max(0, lead-nearby)
	last := min(len(shown), lead+utf8.RuneCountInString(line[start:end])+nearby)
	return string(shown[first:last]), d.Before + utf8.RuneCountInString(line[:from]) + first
}

// covered returns the bytes of line from column (from 1) on, as many characters
// as length.
func covered(line string, column, length int) (start, end int) {
	start, end = len(line), len(line)
	n := 1
	for i := range line {
		if n == column {
			start = i
		}
		if n == column+max(length, 0) {
			end = i
			break
		}
		n++
	}
	return min(start, end), end
}
