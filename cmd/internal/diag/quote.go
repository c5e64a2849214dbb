// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"vetro/cmd/internal/privacy"
)

// quoteMax is how many characters Quote keeps: enough to recognise a title,
// short enough for a message to stay on one line.
const quoteMax = 48

// quoteSight is how many bytes of a text Quote looks at: all that it keeps and
// the rest of what begins there.
const quoteSight = 1 << 10

// Quote returns s as «s» for use in a message: on one line, shortened, and
// with nothing in it that could drive a terminal. Personal data are hidden
// first: what is cut in two would not be known for what it is.
func Quote(s string) string {
	s = privacy.Mask(s[:runeStart(s, min(len(s), quoteSight))])
	var b strings.Builder
	b.WriteString("«")
	n := 0
	for _, r := range s {
		if n == quoteMax {
			b.WriteString("…")
			break
		}
		if r == '\n' || r == '\r' || r == '\t' {
			r = ' '
		}
		text, _ := glyph(r)
		b.WriteString(text)
		n++
	}
	b.WriteString("»")
	return b.String()
}

// Clean returns s with every character that could drive a terminal or reorder
// the line written out, and line breaks turned into spaces.
func Clean(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if r == '\n' || r == '\r' || r == '\t' {
			r = ' '
		}
		text, _ := glyph(r)
		b.WriteString(text)
	}
	return b.String()
}

// isPlain reports whether s is printable ASCII, which most lines are.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// Invisible reports whether r has no place in a text: it drives a terminal, is
// not seen, or changes the order in which the rest is (ESC, BEL, soft hyphens,
// zero-width spaces, bidirectional overrides, line separators). A line feed and
// a tab are not among them; a carriage return is.
func Invisible(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < 0x7f:
		return r < ' '
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// glyph returns what is shown for r and how many columns of a terminal it
// takes. Control characters become their Unicode pictures; invisible and
// reordering ones (bidirectional overrides, zero-width spaces) become their
// number, because what cannot be seen cannot be mended.
func glyph(r rune) (text string, columns int) {
	switch {
	case r >= ' ' && r <= '~':
		return string(r), 1
	case r < ' ':
		return string(rune(0x2400) + r), 1 // ␀ … ␟
	case r == 0x7f:
		return "␡", 1
	case Invisible(r) || unicode.In(r, unicode.Co, unicode.Cs):
		text = fmt.Sprintf("<U+%04X>", r)
		return text, len(text)
	case unicode.In(r, unicode.Mn, unicode.Me):
		return string(r), 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return string(r), 2
	}
	return string(r), 1
}
