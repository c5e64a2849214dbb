// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"go/token"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSorted(t *testing.T) {
	at := func(file string, line, column int) Diagnostic {
		return Diagnostic{Pos: token.Position{Filename: file, Line: line, Column: column}, Code: "c", Message: "m"}
	}
	var l, more List
	l.Add(at("b", 1, 1))
	l.Add(at("a", 10, 2))
	l.Add(at("a", 10, 1))
	more.Add(at("a", 9, 5))
	more.Add(at("b", 1, 1)) // a repeat
	l.Append(&more)
	l.Append(nil)
	var got []string
	for _, d := range l.Sorted() {
		got = append(got, d.String())
	}
	want := []string{
		"a:9:5: errore: m [c]", "a:10:1: errore: m [c]", "a:10:2: errore: m [c]", "b:1:1: errore: m [c]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	// The counts are those of what is printed: a repeat is one.
	if l.Len() != 4 || !l.HasErrors() || l.Count(Error) != 4 || l.Count(Warning) != 0 {
		t.Errorf("Len, HasErrors, Count(Error), Count(Warning) = %d, %v, %d, %d, want 4, true, 4, 0", l.Len(), l.HasErrors(), l.Count(Error), l.Count(Warning))
	}
}
