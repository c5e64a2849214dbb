// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"path"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
)

// transparency judges what the law on transparency asks and the data can tell.
// What is merely absent Load has reported.
//
// No rule asks what day it is: the same input must give the same report in five
// years. Where a term has to be compared with today, it is compared with the day
// that was given (Input.Today) or with the newest date that the data hold.
func transparency(in Input, report *diag.List) {
	j := &judge{Input: in, report: report}
	j.placement()
	j.addresses()
	j.codes()
	for _, e := range in.Publication.Editions {
		j.act(e)
		j.dates(e)
		if !replaced(in.Publication, e) {
			j.stale(e)
			j.elements(e)
		}
	}
	j.terms()
	j.readiness()
	j.exampleValues()
}

// A judge carries what the rules about transparency share.
type judge struct {
	Input
	report *diag.List
}

const enteFile = "data/ente.toml"

// planFile is the file of an edition.
func planFile(id string) string { return path.Join("data/piani", id, "piano.toml") }

// add reports d with the usual severity of its code.
func (j *judge) add(d diag.Diagnostic, code, message, hint string) {
	add(j.report, d, code, message, hint)
}

func add(report *diag.List, d diag.Diagnostic, code, message, hint string) {
	known, _ := diag.Lookup(code)
	d.Severity, d.Code, d.Message, d.Hint = known.Severity, code, message, hint
	report.Add(d)
}

// replaced reports whether a newer edition has been approved: e is then a record
// of the past, which nobody completes any more.
func replaced(pub *plan.Publication, e *plan.Edition) bool {
	for _, other := range pub.Editions {
		if other.ID > e.ID && other.State == plan.Approved {
			return true
		}
	}
	return false
}
