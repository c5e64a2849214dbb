// SPDX-License-Identifier: EUPL-1.2

package diag

import "testing"

func TestDidYouMean(t *testing.T) {
	known := []string{"titolo", "sintesi", "attivita", "giornate_al_mese", "fine", "id"}
	for _, c := range []struct{ name, in, want string }{
		{"missing letter", "titlo", "forse intendevi «titolo»?"},
		{"swapped letters", "tiotlo", "forse intendevi «titolo»?"},
		{"accent", "attività", "forse intendevi «attivita»?"},
		{"hyphens for underscores", "giornate-al-mese", "forse intendevi «giornate_al_mese»?"},
		{"spaces and case", "Giornate al mese", "forse intendevi «giornate_al_mese»?"},
		{"short word, one letter", "fini", "forse intendevi «fine»?"},
		{"swap in a short word", "di", "forse intendevi «id»?"},
		{"short word, nothing alike", "xy", ""},
		{"far", "indicatori", ""},
		{"the same word", "titolo", ""},
		{"empty", "", ""},
		{"only signs", "--", ""},
		{"hostile length", string(make([]rune, 1<<16)), ""},
	} {
		if got := DidYouMean(c.in, known); got != c.want {
			t.Errorf("%s: DidYouMean(%.20q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

// The nearest name wins, and among equals the first: the answer must not
// depend on the order in which a map was read.
func TestNearestPrefersFirst(t *testing.T) {
	if got, _ := Nearest("case", []string{"casa", "cosa", "cane"}); got != "casa" {
		t.Errorf("Nearest = %q, want casa", got)
	}
	if got, ok := Nearest("x", []string{"y"}); ok {
		t.Errorf("Nearest(x) = %q, though no letter is shared", got)
	}
	if got, _ := Nearest("progeti", []string{"progetto", "progetti"}); got != "progetti" {
		t.Errorf("Nearest = %q, want progetti", got)
	}
}
