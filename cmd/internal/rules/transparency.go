// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"go/token"
	"io/fs"
	"path"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/source"
	"vetro/cmd/internal/tomldoc"
)

// transparency judges what the law on transparency asks and the data can tell.
// What is merely absent Load has reported.
//
// No rule asks what day it is: the same input must give the same report in five
// years. Where a term has to be compared with today, it is compared with the
// newest date that the data hold.
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
}

// A judge carries what the rules about transparency share.
type judge struct {
	Input
	report *diag.List
	ente   *tomldoc.Table // see enteTable
	asked  bool
}

const enteFile = "data/ente.toml"

// planFile is the file of an edition.
func planFile(id string) string { return path.Join("data/piani", id, "piano.toml") }

// enteTable returns ente.toml with the places of its keys, nil when it cannot
// be read.
func (j *judge) enteTable() *tomldoc.Table {
	if !j.asked {
		j.ente, j.asked = reread(j.Project, enteFile), true
	}
	return j.ente
}

// reread parses a file that Load has read, for the places of its keys; nil when
// it cannot be read. Load has reported its faults, so they are dropped here.
func reread(fsys fs.FS, name string) *tomldoc.Table {
	var reported diag.List
	f := source.Read(fsys, name, &reported)
	if f == nil {
		return nil
	}
	return tomldoc.Parse(f, &reported)
}

// at returns a diagnostic that covers key in t, or the whole file called name
// where it is not known.
func at(t *tomldoc.Table, key, name string) diag.Diagnostic {
	if t == nil || !t.Has(key) {
		return diag.Diagnostic{Pos: token.Position{Filename: name}}
	}
	return t.At(key)
}

// inner returns the table at key of t, nil when there is none.
func inner(t *tomldoc.Table, key string) *tomldoc.Table {
	if t == nil {
		return nil
	}
	return t.Table(key)
}

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
