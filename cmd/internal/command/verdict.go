// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"fmt"
	"strings"

	"vetro/cmd/internal/diag"
)

// tally counts diagnostics by severity.
type tally struct{ errors, warnings, gaps int }

func tallyOf(l *diag.List) tally {
	return tally{l.Count(diag.Error), l.Count(diag.Warning), l.Count(diag.Incomplete)}
}

// groupTable counts what is shown by group, those that have something, and in
// all. It is empty when there is nothing to count.
func groupTable(shown *diag.List) string {
	counts := map[diag.Group]*tally{}
	for _, d := range shown.Sorted() {
		code, _ := diag.Lookup(d.Code)
		if counts[code.Group] == nil {
			counts[code.Group] = new(tally)
		}
		switch t := counts[code.Group]; d.Severity {
		case diag.Error:
			t.errors++
		case diag.Warning:
			t.warnings++
		default:
			t.gaps++
		}
	}
	if len(counts) == 0 {
		return ""
	}
	const row = "  %-12s %7d  %6d  %13d\n"
	var b strings.Builder
	fmt.Fprintf(&b, "  %-12s %7s  %6s  %13s\n", "gruppo", "errori", "avvisi", "da completare")
	for _, g := range diag.Groups {
		if t := counts[g]; t != nil {
			fmt.Fprintf(&b, row, g, t.errors, t.warnings, t.gaps)
		}
	}
	if len(counts) > 1 {
		t := tallyOf(shown)
		fmt.Fprintf(&b, row, "in tutto", t.errors, t.warnings, t.gaps)
	}
	return b.String()
}

// verdict says whether the site can be published, and if not for what. It
// speaks of what is counted in t: partial says that this is not everything.
func verdict(t tally, partial bool) string {
	subject := "pronto per la pubblicazione"
	if partial {
		subject += ", per la parte che hai chiesto"
	}
	var parts []string
	if t.errors > 0 {
		parts = append(parts, counted(t.errors, "errore da correggere", "errori da correggere"))
	}
	switch {
	case t.gaps == 1:
		parts = append(parts, "manca 1 cosa")
	case t.gaps > 1:
		parts = append(parts, fmt.Sprintf("mancano %d cose", t.gaps))
	}
	if t.warnings > 0 {
		parts = append(parts, counted(t.warnings, "avviso da guardare", "avvisi da guardare"))
	}
	switch {
	case len(parts) == 0:
		return subject + ": sì"
	case t.errors+t.gaps == 0:
		return subject + ": sì, ma con " + parts[0]
	}
	return subject + ": no, " + strings.Join(parts, ", ")
}

// String counts in words, leaving out what there is none of.
func (t tally) String() string {
	var parts []string
	if t.errors > 0 {
		parts = append(parts, counted(t.errors, "errore", "errori"))
	}
	if t.warnings > 0 {
		parts = append(parts, counted(t.warnings, "avviso", "avvisi"))
	}
	if t.gaps > 0 {
		parts = append(parts, counted(t.gaps, "cosa da completare", "cose da completare"))
	}
	return strings.Join(parts, ", ")
}
