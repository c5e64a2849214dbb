// SPDX-License-Identifier: EUPL-1.2

// Package diag holds what vetro says about faults in its input.
//
// A Diagnostic names a place, a severity, a stable code, an Italian message
// and, where there is one, what to do next. Every stage of the program adds to
// one List, so that a single run shows the press office all there is to mend.
//
// The package knows nothing of files or of TOML: whoever reports a fault hands
// over its position and the source line (see package source).
package diag

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
	"sync/atomic"
)

// Severity says what a fault stops.
type Severity int

const (
	// Error: no site can be built ("errore").
	Error Severity = iota
	// Warning: the site is built, something in it is doubtful ("avviso").
	Warning
	// Incomplete: the site builds and previews but must not be published yet
	// ("da completare").
	Incomplete
)

// String returns the Italian word printed in a diagnostic.
func (s Severity) String() string {
	switch s {
	case Error:
		return "errore"
	case Warning:
		return "avviso"
	case Incomplete:
		return "da completare"
	}
	return fmt.Sprintf("Severity(%d)", int(s))
}

// A Diagnostic is one fault in the input.
type Diagnostic struct {
	// Pos is where the fault is. Filename is slash-separated and relative to
	// the project. Line and Column count from 1; a column counts characters
	// (Unicode code points), as editors show it. Line 0 means the whole file.
	Pos token.Position
	// Length is how many characters of the line the fault covers; 0 is shown
	// as one caret.
	Length int
	// Line is the text of the source line at Pos, without its line ending.
	// Empty when there is none to show. Of a long line a List keeps what stands
	// around the fault, and Before says how many characters come before that.
	Line   string
	Before int
	// Personal says that all the fault covers is hidden: it may be only the first
	// half of what goes on in the next line, which nobody would know for what it is.
	Personal bool

	Severity Severity
	Code     string // one of Codes
	Message  string // what was read and what was expected: Italian, no capital, no full stop
	Hint     string // what to do now; may be empty
	Related  []Related
	// More is how many others of its kind it stands for, which are not shown.
	More int
	// Fix is what following the hint to the letter does to the file at Pos;
	// empty where the hint leaves something to be known or chosen.
	Fix []Edit
}

// Related points at another place that explains a diagnostic, such as the
// first of two equal ids.
type Related struct {
	Pos     token.Position
	Message string
}

// String returns the one-line form "file:riga:colonna: errore: messaggio [codice]".
func (d Diagnostic) String() string {
	return fmt.Sprintf("%s: %s: %s [%s]", Place(d.Pos), d.Severity, d.Message, d.Code)
}

// Place formats a position as "file:riga:colonna", leaving out what is unknown.
func Place(p token.Position) string {
	switch {
	case p.Line == 0:
		return p.Filename
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.Filename, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.Filename, p.Line, p.Column)
}

// A List collects diagnostics. The zero value is empty and ready to use.
// Nothing may be added while others read it.
type List struct {
	all    []Diagnostic
	errors int
	sorted atomic.Pointer[[]Diagnostic] // what Sorted returns, once somebody asked
}

// Add appends d, which Sorted will return with the personal data in it hidden,
// whatever it is about.
func (l *List) Add(d Diagnostic) {
	l.sorted.Store(nil)
	l.all = append(l.all, d)
	if d.Severity == Error {
		l.errors++
	}
}

// Append adds all diagnostics of m, which may be nil, but those of some
// severities.
func (l *List) Append(m *List, but ...Severity) {
	if m == nil {
		return
	}
	for _, d := range m.all {
		if !slices.Contains(but, d.Severity) {
			l.Add(d)
		}
	}
}

// Len returns how many diagnostics Sorted returns: those that are printed.
func (l *List) Len() int { return len(l.Sorted()) }

// Count returns how many diagnostics of severity s Sorted returns.
func (l *List) Count(s Severity) int {
	n := 0
	for _, d := range l.Sorted() {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// Errors returns how many diagnostics of severity Error were added.
func (l *List) Errors() int { return l.errors }

// HasErrors reports whether any diagnostic is of severity Error.
func (l *List) HasErrors() bool { return l.errors > 0 }

// Sorted returns the diagnostics ordered by file, line, column, severity,
// code and message, without exact repeats; many of a kind on one line or in one
// file are counted. Personal data are hidden: in the message and the hint, in
// the source line, in the names of the files. A terminal, a log and the preview
// show the list, and a report of a fault is sent around. Columns stay true.
// The result is not to be changed.
func (l *List) Sorted() []Diagnostic {
	if known := l.sorted.Load(); known != nil {
		return *known
	}
	out := slices.Clone(l.all)
	slices.SortStableFunc(out, compare)
	same := func(a, b Diagnostic) bool { return compare(a, b) == 0 }
	out = counted(slices.CompactFunc(out, same))
	hide(out)
	slices.SortStableFunc(out, compare) // what is hidden does not rule the order
	out = slices.Clip(slices.CompactFunc(out, same))
	l.sorted.Store(&out)
	return out
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.Pos.Filename, b.Pos.Filename),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Column, b.Pos.Column),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Message, b.Message),
	)
}
