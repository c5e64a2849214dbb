// SPDX-License-Identifier: EUPL-1.2

package italian_test

import (
	"testing"

	"vetro/cmd/internal/italian"
)

func TestDays(t *testing.T) {
	for _, test := range []struct{ date, of, on string }{
		{"5 ottobre 2022", " del 5 ottobre 2022", "il 5 ottobre 2022"},
		{"8 gennaio 2024", " dell’8 gennaio 2024", "l’8 gennaio 2024"},
		{"11 novembre 2022", " dell’11 novembre 2022", "l’11 novembre 2022"},
		{"18 marzo 2022", " del 18 marzo 2022", "il 18 marzo 2022"},
		{"1º marzo 2022", " del 1º marzo 2022", "il 1º marzo 2022"},
	} {
		if of, on := italian.OfDay(test.date), italian.OnDay(test.date); of != test.of || on != test.on {
			t.Errorf("%s: %q and %q, want %q and %q", test.date, of, on, test.of, test.on)
		}
	}
	for date, want := range map[string]string{"": "", "autunno 2022": ", autunno 2022"} {
		if got := italian.OfDay(date); got != want {
			t.Errorf("OfDay(%q) = %q, want %q", date, got, want)
		}
	}
}

func TestApostrophes(t *testing.T) {
	for s, want := range map[string]string{
		"L'ente dell'8 all'asilo": "L’ente dell’8 all’asilo",
		"un po' di 'parole'":      "un po' di 'parole'",
		"l’ente":                  "l’ente",
		"'":                       "'",
		"è'":                      "è'",
		"5'30":                    "5'30",
	} {
		if got := italian.Apostrophes(s); got != want {
			t.Errorf("Apostrophes(%q) = %q, want %q", s, got, want)
		}
	}
}
