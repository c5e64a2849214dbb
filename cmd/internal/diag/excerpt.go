// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"strings"
	"unicode/utf8"
)

// lineWidth is how many columns of a source line are shown: with the gutter
// it fits a terminal of 100.
const lineWidth = 90

// tabWidth is what a tab counts for when a long line is cut; where tabs stop
// does not matter for the caret, since its line repeats them.
const tabWidth = 8

// A cell is one character of a source line as shown.
type cell struct {
	text  string
	width int // columns of the terminal
}

func cellOf(r rune) cell {
	if r == '\t' {
		return cell{"\t", tabWidth}
	}
	text, columns := glyph(r)
	return cell{text, columns}
}

// excerpt returns the part of line around column (characters, from 1) that
// fits, and the line with carets to print below it: "" when column is 0. Tabs
// stand in both, so the carets align wherever tabs stop.
func excerpt(line string, column, length int) (text, caret string) {
	if column < 1 {
		cells, more := take(line, lineWidth)
		return join(cells) + more, ""
	}
	before, marked, after, longer := split(line, column, length)
	// The marked part comes first, then a good part of what leads to it.
	budget := lineWidth
	marked, cut := fit(marked, budget*2/3)
	for _, c := range marked {
		budget -= c.width
	}
	head, lead := "", 0
	first := len(before)
	for first > 0 && lead+before[first-1].width <= budget*2/3 {
		first--
		lead += before[first].width
	}
	if first > 0 || longer {
		head = "…"
	}
	before = before[first:]
	budget -= lead
	tail := ""
	if cut {
		tail = "…"
	} else {
		rest, more := take(after, budget)
		tail = join(rest) + more
	}
	var pad strings.Builder
	pad.WriteString(strings.Repeat(" ", len([]rune(head))))
	for _, c := range before {
		if c.text == "\t" {
			pad.WriteByte('\t')
		} else {
			pad.WriteString(strings.Repeat(" ", c.width))
		}
	}
	carets := 0
	for _, c := range marked {
		if c.text == "\t" {
			c.width = 1
		}
		carets += c.width
	}
	return head + join(before) + join(marked) + tail, pad.String() + strings.Repeat("^", max(carets, 1))
}

// nearby is how many bytes of a line are looked at on either side of the
// caret: the line may be megabytes long, or all of it combining accents.
const nearby = 4 * lineWidth

// split cuts line into the characters before column, those marked, and the
// text after them. Of what is before only the end can be shown; longer says
// that there is more.
func split(line string, column, length int) (before, marked []cell, after string, longer bool) {
	start, end := covered(line, column, length)
	from := runeStart(line, max(0, start-nearby))
	to := max(start, runeStart(line, min(end, start+nearby)))
	for _, r := range line[from:start] {
		before = append(before, cellOf(r))
	}
	for _, r := range line[start:to] {
		marked = append(marked, cellOf(r))
	}
	return before, marked, line[to:], from > 0
}

// runeStart returns i, or the start of the next character when i is inside one.
func runeStart(s string, i int) int {
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return i
}

// fit keeps of cells what is at most width columns wide.
func fit(cells []cell, width int) (kept []cell, cut bool) {
	for i, c := range cells {
		if width -= c.width; width < 0 {
			return cells[:i], true
		}
	}
	return cells, false
}

// take returns the characters of text that fit in width, and "…" when there
// are more.
func take(text string, width int) (cells []cell, more string) {
	for _, r := range text {
		c := cellOf(r)
		if width -= c.width; width < 0 || len(cells) == nearby {
			return cells, "…"
		}
		cells = append(cells, c)
	}
	return cells, ""
}

func join(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
	}
	return b.String()
}
