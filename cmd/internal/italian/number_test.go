// SPDX-License-Identifier: EUPL-1.2

package italian_test

import (
	"math"
	"testing"

	"vetro/cmd/internal/italian"
)

func TestNumbers(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1.000", -7: "−7", -12500: "−12.500", 1234567: "1.234.567"} {
		if got := italian.Digits(n); got != want {
			t.Errorf("Digits(%d) = %q, want %q", n, got, want)
		}
	}
	for v, want := range map[float64]string{0: "0", 12.5: "12,5", 1250.25: "1.250,25", -2.5: "−2,5", -0.125: "−0,125", -1250: "−1.250", math.Copysign(0.5, -1): "−0,5"} {
		if got := italian.Decimal(v); got != want {
			t.Errorf("Decimal(%v) = %q, want %q", v, got, want)
		}
	}
}

// TestArticles: eight and eleven begin with a vowel when they are read aloud.
func TestArticles(t *testing.T) {
	for n, want := range map[int]string{2: "i 2", 8: "gli 8", 11: "gli 11", 18: "i 18", 80: "gli 80", 88: "gli 88", 110: "i 110", 800: "gli 800", 1100: "i 1.100", 8000: "gli 8.000", 11000: "gli 11.000"} {
		if got := italian.The(n); got != want {
			t.Errorf("The(%d) = %q, want %q", n, got, want)
		}
	}
	if one, many := italian.Count(1, "progetto", "progetti"), italian.Count(1200, "progetto", "progetti"); one != "1 progetto" || many != "1.200 progetti" {
		t.Errorf("Count = %q, %q", one, many)
	}
}
