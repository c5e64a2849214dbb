// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"fmt"
	"go/token"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What is wrong more than ten times on a line is counted; on other lines, of
// another code, of a whole file and when it is only one more it is not.
func TestRepeatsAreCounted(t *testing.T) {
	var l List
	add := func(n int, line int, code string, severity Severity) {
		for i := range n {
			l.Add(Diagnostic{Pos: token.Position{Filename: "a.toml", Line: line, Column: min(line, 1) * (i + 1)}, Code: code, Severity: severity, Message: fmt.Sprint(code, " ", i), Hint: "togli " + code})
		}
	}
	add(12, 0, "whole", Error)
	add(20_000, 1, "many", Error)
	add(3, 1, "few", Warning)
	add(11, 2, "one-more", Warning)
	add(12, 3, "two-more", Warning)
	add(12, 3, "two-more", Warning) // the same again
	add(10, 4, "two-more", Incomplete)
	got := make(map[string]int)
	for _, d := range l.Sorted() {
		got[fmt.Sprintf("%d %s", d.Pos.Line, d.Code)]++
		if d.Message == "lo stesso errore c'è altre 19990 volte su questa riga" && d.Pos.Column == 11 && d.Hint == "togli many" {
			got["counted"]++
		}
		if d.Message == "lo stesso avviso vale altre 2 volte su questa riga" {
			got["counted"]++
		}
	}
	want := map[string]int{"0 whole": 12, "1 many": 11, "1 few": 3, "2 one-more": 11, "3 two-more": 11, "4 two-more": 10, "counted": 2}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
