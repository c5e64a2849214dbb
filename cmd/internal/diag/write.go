// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A style wraps text in terminal colours, or leaves it alone. What colour says
// is always said in words or signs too.
type style bool

const (
	bold   = "1"
	dim    = "2"
	red    = "1;31"
	yellow = "1;33"
	blue   = "1;36"
)

func (on style) paint(sgr, s string) string {
	if !on || s == "" {
		return s
	}
	return "\x1b[" + sgr + "m" + s + "\x1b[0m"
}

// colourOf returns the colour of a severity.
func colourOf(s Severity) string {
	switch s {
	case Error:
		return red
	case Warning:
		return yellow
	}
	return blue
}

// Write writes the diagnostics of l in order for people to read:
//
//	data/ente.toml:3:8: errore: «nome» è vuoto [empty-value]
//	  3 | nome = ""
//	    |        ^^
//	  suggerimento: scrivi il testo, oppure togli la riga
//	  data/ente.toml:1:1: la prima è qui
//
// with an empty line between two of them. Nothing in the input can drive the
// terminal: control characters are shown as signs.
func Write(w io.Writer, l *List, color bool) error {
	var b bytes.Buffer
	for i, d := range l.Sorted() {
		if i > 0 {
			b.WriteByte('\n')
		}
		writeOne(&b, d, style(color))
	}
	_, err := w.Write(b.Bytes())
	return err
}

func writeOne(b *bytes.Buffer, d Diagnostic, on style) {
	fmt.Fprintf(b, "%s: %s: %s %s\n", on.paint(bold, Clean(Place(d.Pos))),
		on.paint(colourOf(d.Severity), d.Severity.String()), Clean(d.Message), on.paint(dim, "["+Clean(d.Code)+"]"))
	if d.Line != "" && d.Pos.Line > 0 {
		number := strconv.Itoa(d.Pos.Line)
		text, caret := excerpt(d.Line, d.Pos.Column-d.Before, d.Length)
		fmt.Fprintf(b, "  %s %s\n", on.paint(dim, number+" |"), text)
		if caret != "" {
			pad, marks := caret[:strings.IndexByte(caret, '^')], strings.TrimLeft(caret, " \t")
			fmt.Fprintf(b, "  %s %s%s\n", on.paint(dim, strings.Repeat(" ", len(number))+" |"), pad, on.paint(colourOf(d.Severity), marks))
		}
	}
	if d.Hint != "" {
		fmt.Fprintf(b, "  %s %s\n", on.paint(bold, "suggerimento:"), Clean(d.Hint))
	}
	for _, r := range d.Related {
		fmt.Fprintf(b, "  %s: %s\n", on.paint(bold, Clean(Place(r.Pos))), Clean(r.Message))
	}
}
