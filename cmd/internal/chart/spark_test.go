// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"strings"
	"testing"
)

func TestSpark(t *testing.T) {
	for i, want := range []string{
		`<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-spark" viewBox="0 0 120 36" width="120" height="36" aria-hidden="true">` +
			`<path class="c-line" d="M7 7L60 16.5L113 23.5" fill="none" stroke="#5c6f82" stroke-width="1.5"/>` +
			`<circle class="c-start" cx="7" cy="7" r="3.5" fill="#ffffff" stroke="#455b71" stroke-width="1.5"/>` +
			`<circle class="c-result" cx="60" cy="16.5" r="3.5" fill="#003366" stroke="#ffffff" stroke-width="1.5"/>` +
			`<path class="c-goal" d="M60 14l5 5l-5 5l-5 -5z" fill="none" stroke="#17324d" stroke-width="1.5"/>` +
			`<circle class="c-result" cx="113" cy="23.5" r="3.5" fill="#003366" stroke="#ffffff" stroke-width="1.5"/>` +
			`<path class="c-goal" d="M113 24l5 5l-5 5l-5 -5z" fill="none" stroke="#17324d" stroke-width="1.5"/></svg>`,
		"", // not to scale of the first
		`<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-spark" viewBox="0 0 120 36" width="120" height="36" aria-hidden="true">` +
			`<circle class="c-result" cx="60" cy="18" r="3.5" fill="#003366" stroke="#ffffff" stroke-width="1.5"/>` +
			`<path class="c-goal" d="M60 13l5 5l-5 5l-5 -5z" fill="none" stroke="#17324d" stroke-width="1.5"/></svg>`,
	} {
		got := string(multiples().Spark(i))
		if want != "" && got != want {
			t.Errorf("Spark(%d) = %s\nwant %s", i, got, want)
		}
		marks := strings.Count(got, "<circle") + strings.Count(got, "c-goal")
		if known := []int{5, 5, 2}[i]; marks != known {
			t.Errorf("Spark(%d) has %d marks for %d known values", i, marks, known)
		}
	}
}
