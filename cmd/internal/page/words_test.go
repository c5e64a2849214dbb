// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"regexp"
	"testing"
)

// TestPeriod: words of the source stand beside days without a clash of prepositions.
func TestPeriod(t *testing.T) {
	tags := regexp.MustCompile(`<[^>]+>`)
	for _, test := range []struct{ start, end, want string }{
		{"2024-08-08", "2024-11-11", "dall’8 agosto 2024 all’11 novembre 2024"},
		{"I trimestre 2024", "fino a revoca", "dal I trimestre 2024, fino a revoca"},
		{"I trimestre 2024", "2025-12", "dal I trimestre 2024 a dicembre 2025"},
		{"2023-11", "autunno 2025", "da novembre 2023; fine: autunno 2025"},
		{"", "fino a revoca", "fino a revoca"},
	} {
		got := regexp.MustCompile("\u00a0").ReplaceAllString(tags.ReplaceAllString(string(period(test.start, test.end)), ""), " ")
		if got != test.want {
			t.Errorf("period(%q, %q) = %q, want %q", test.start, test.end, got, test.want)
		}
	}
}

// TestApart: two names that are the same lead to two pages, and say to which.
func TestApart(t *testing.T) {
	got := apart([]IndexEntry{
		{"Scrivere", "a", "attività", "Uno"}, {"Scrivere", "b", "attività", "Due"}, {"Anagrafe", "c", "settore", ""}, {"Anagrafe", "d", "servizio", "Tre"}, {"Sport", "e", "settore", ""},
	})
	for i, want := range []string{"Scrivere (Uno)", "Scrivere (Due)", "Anagrafe (settore)", "Anagrafe (Tre)", "Sport"} {
		if got[i].Label != want {
			t.Errorf("entry %d is called %q, want %q", i, got[i].Label, want)
		}
	}
}
