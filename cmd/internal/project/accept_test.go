// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"go/token"
	"testing"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
)

// TestAccept lets warnings stand by code and place, never an error, and says
// what nobody needs to accept any more.
func TestAccept(t *testing.T) {
	at := func(file string, line int, code string, s diag.Severity) diag.Diagnostic {
		return diag.Diagnostic{Pos: token.Position{Filename: file, Line: line, Column: 1}, Code: code, Severity: s}
	}
	r := &Result{Report: new(diag.List), Readable: true, Publication: &plan.Publication{}}
	accepted := []*plan.Accepted{
		{Code: "figure-disagrees", Where: "content/2022/a.md"},
		{Code: "number-form", Where: "content/2022/a.md:7"},
		{Code: "broken-link", Where: "content/2022/a.md"},
		{Code: "long-sentence", Where: "content/2022/b.md"},
	}
	for _, d := range []diag.Diagnostic{
		at("content/2022/a.md", 3, "figure-disagrees", diag.Warning),
		at("content/2022/a.md", 9, "figure-disagrees", diag.Warning),
		at("content/2022/b.md", 3, "figure-disagrees", diag.Warning),
		at("content/2022/a.md", 7, "number-form", diag.Warning),
		at("content/2022/a.md", 8, "number-form", diag.Warning),
		at("content/2022/a.md", 1, "broken-link", diag.Error),
	} {
		r.Report.Add(d)
	}
	r.accept(accepted)
	if r.Accepted != 3 {
		t.Errorf("accepted %d, want 3", r.Accepted)
	}
	stale := 0
	for _, d := range r.Report.Sorted() {
		if d.Code == "accepted-stale" {
			stale++
		}
	}
	if stale != 2 {
		t.Errorf("%d are said to be stale, want 2", stale)
	}
	if e, w := r.Report.Count(diag.Error), r.Report.Count(diag.Warning); e != 1 || w != 2+2 {
		t.Errorf("left are %d errors and %d warnings, want 1 and 2, and 2 that are stale", e, w)
	}
}
