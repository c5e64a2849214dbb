// SPDX-License-Identifier: EUPL-1.2

package diag

import "fmt"

const (
	// mostOnLine is how many diagnostics with the same code are shown of one line:
	// a line can be megabytes long, and the eleventh says what the tenth said.
	mostOnLine = 10
	// mostInFile is how many diagnostics are shown of one file: a list of thousands
	// helps nobody, and a small file can cause a million. Beyond them each code is
	// still shown up to mostOnLine times, so that none is buried by another.
	mostInFile = 500
)

// again says how many more diagnostics there are, by severity, and where.
var again = map[Severity]string{
	Error:      "lo stesso errore c'è altre %d volte %s",
	Warning:    "lo stesso avviso vale altre %d volte %s",
	Incomplete: "la stessa cosa manca altre %d volte %s",
}

// A fault is what diagnostics are told apart by when they are counted.
type fault struct {
	code     string
	severity Severity
}

// counted replaces, in a sorted list, what is beyond mostOnLine and mostInFile
// by diagnostics that count it, each where the first of them stands.
func counted(sorted []Diagnostic) []Diagnostic {
	byLine := apart(sorted[:0], sorted, func(a, b Diagnostic) bool {
		return a.Pos.Filename == b.Pos.Filename && a.Pos.Line == b.Pos.Line
	}, func(out, line []Diagnostic) []Diagnostic {
		if line[0].Pos.Line == 0 {
			return append(out, line...)
		}
		return shorten(out, line, 0, "su questa riga")
	})
	return apart(byLine[:0], byLine, func(a, b Diagnostic) bool {
		return a.Pos.Filename == b.Pos.Filename
	}, func(out, file []Diagnostic) []Diagnostic {
		return shorten(out, file, mostInFile, "in questo file")
	})
}

// apart appends to out what do makes of each run of diagnostics that are alike.
func apart(out, all []Diagnostic, alike func(a, b Diagnostic) bool, do func(out, run []Diagnostic) []Diagnostic) []Diagnostic {
	for len(all) > 0 {
		n := 1
		for n < len(all) && alike(all[0], all[n]) {
			n++
		}
		out = do(out, all[:n])
		all = all[n:]
	}
	return out
}

// shorten appends to out the first of run, at most as many as whole, then those
// of which fewer than mostOnLine were seen; of each other fault one that counts.
func shorten(out, run []Diagnostic, whole int, where string) []Diagnostic {
	if len(run) <= max(whole, mostOnLine) {
		return append(out, run...)
	}
	// beyond tells of each diagnostic whether it is not shown.
	seen, left, more := make(map[fault]int), make(map[fault]int), make(map[fault]int)
	beyond := func(i int, d Diagnostic) bool { return i >= whole && seen[fault{d.Code, d.Severity}] >= mostOnLine }
	for i, d := range run {
		f := fault{d.Code, d.Severity}
		if beyond(i, d) {
			left[f]++
			more[f] += 1 + d.More
		}
		seen[f]++
	}
	clear(seen)
	told := make(map[fault]bool)
	for i, d := range run {
		f := fault{d.Code, d.Severity}
		if beyond(i, d) && left[f] > 1 {
			if told[f] {
				continue
			}
			told[f] = true
			d.More = more[f] - 1
			d.Message, d.Related, d.Fix = fmt.Sprintf(again[d.Severity], more[f], where), nil, nil
		}
		seen[f]++
		out = append(out, d)
	}
	return out
}
