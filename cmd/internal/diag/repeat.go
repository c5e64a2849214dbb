// SPDX-License-Identifier: EUPL-1.2

package diag

import "fmt"

// mostOnLine is how many diagnostics with the same code are shown of one line:
// a line can be megabytes long, and the eleventh says what the tenth said.
const mostOnLine = 10

// again says how many more diagnostics there are, by severity.
var again = map[Severity]string{
	Error:      "lo stesso errore c'è altre %d volte su questa riga",
	Warning:    "lo stesso avviso vale altre %d volte su questa riga",
	Incomplete: "la stessa cosa manca altre %d volte su questa riga",
}

// counted replaces, in a sorted list, what is beyond mostOnLine by one
// diagnostic that counts it, where the first of them stands.
func counted(sorted []Diagnostic) []Diagnostic {
	type fault struct {
		code     string
		severity Severity
	}
	out := sorted[:0]
	for len(sorted) > 0 {
		here := sorted[0].Pos
		n := 1
		for n < len(sorted) && sorted[n].Pos.Filename == here.Filename && sorted[n].Pos.Line == here.Line {
			n++
		}
		line := sorted[:n]
		sorted = sorted[n:]
		if n <= mostOnLine || here.Line == 0 {
			out = append(out, line...)
			continue
		}
		times, seen := make(map[fault]int), make(map[fault]int)
		for _, d := range line {
			times[fault{d.Code, d.Severity}]++
		}
		for _, d := range line {
			f := fault{d.Code, d.Severity}
			seen[f]++
			if more := times[f] - mostOnLine; seen[f] == mostOnLine+1 && more > 1 {
				d.Message, d.Related, d.Fix = fmt.Sprintf(again[d.Severity], more), nil, nil
			} else if seen[f] > mostOnLine && more > 1 {
				continue
			}
			out = append(out, d)
		}
	}
	return out
}
