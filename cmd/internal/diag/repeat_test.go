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

// Of a file with very many faults the first are shown; of what comes later, each
// code is shown some times and then counted. Counting again changes nothing, and
// what stood for others still does.
func TestManyInAFile(t *testing.T) {
	var l List
	add := func(file string, from, n int, code string, severity Severity) {
		for i := range n {
			l.Add(Diagnostic{Pos: token.Position{Filename: file, Line: from + i, Column: 1}, Code: code, Severity: severity, Message: code})
		}
	}
	add("a.toml", 1, 100_000, "many", Error)
	add("a.toml", 50_000, 30_000, "other", Warning)
	add("a.toml", 90_000, 3, "few", Warning)
	add("a.toml", 90_010, 11, "one-more", Incomplete)
	add("a.toml", 90_030, 12, "two-more", Incomplete)
	add("b.toml", 1, mostInFile, "many", Error)
	for range 2 {
		got := make(map[string]int)
		var again List
		for _, d := range l.Sorted() {
			got[d.Pos.Filename+" "+d.Code]++
			if d.Message != d.Code {
				got[fmt.Sprintf("%s:%d: %s", d.Pos.Filename, d.Pos.Line, d.Message)] += d.More
			}
			again.Add(d)
		}
		want := map[string]int{
			"a.toml many": 501, "a.toml other": 11, "a.toml few": 3, "a.toml one-more": 11, "a.toml two-more": 11, "b.toml many": 500,
			"a.toml:501: lo stesso errore c'è altre 99500 volte in questo file":    99499,
			"a.toml:50010: lo stesso avviso vale altre 29990 volte in questo file": 29989,
			"a.toml:90040: la stessa cosa manca altre 2 volte in questo file":      1,
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		l = List{all: again.all}
	}
}

// What is counted on each of many lines is counted in the file with all that it
// stands for.
func TestManyOnManyLines(t *testing.T) {
	var l List
	for i := range 100 {
		for j := range 100 {
			l.Add(Diagnostic{Pos: token.Position{Filename: "a.toml", Line: i + 1, Column: j + 1}, Code: "many", Message: "many"})
		}
	}
	sum := 0
	for _, d := range l.Sorted() {
		sum += 1 + d.More
	}
	last := l.Sorted()[l.Len()-1]
	if sum != 10_000 || l.Len() != mostInFile+1 || last.Message != fmt.Sprintf("lo stesso errore c'è altre %d volte in questo file", last.More+1) {
		t.Errorf("%d shown for %d, the last says %q", l.Len(), sum, last.Message)
	}
}
