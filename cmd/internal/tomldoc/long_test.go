// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"strings"
	"testing"
)

// TestLongValueHasNoCure: sign after sign could be taken off a value for ever, so
// what is too long for a number is not looked at.
func TestLongValueHasNoCure(t *testing.T) {
	for signs, want := range map[int]bool{1: true, 30: true, maxCured / 3: false, 9000: false} {
		raw := strings.Repeat("≥ ", signs) + "10"
		if got := cure("valore", raw, Want{Form: MeasuredForm}).hint != ""; got != want {
			t.Errorf("%d signs before a number: a hint %v, want %v", signs, got, want)
		}
	}
}
