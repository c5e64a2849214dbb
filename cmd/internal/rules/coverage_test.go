// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"strings"
	"testing"

	"vetro/cmd/internal/diag"
)

// TestRequirements holds that of everything that is asked the manual can say what
// verifies it, or why nothing does.
func TestRequirements(t *testing.T) {
	all := Requirements()
	if len(all) != 65 {
		t.Errorf("%d requirements, want 65", len(all))
	}
	seen := map[string]bool{}
	for _, r := range all {
		if !strings.HasSuffix(r.Text, ".") || strings.Contains(r.Text, ". ") && !strings.Contains(r.Text, "D.Lgs. ") || seen[r.Text] {
			t.Errorf("%q is not one sentence of its own", r.Text)
		}
		seen[r.Text] = true
		if r.Source == "" {
			t.Errorf("%q: nobody asks for it", r.Text)
		}
		if len(r.Codes) == 0 && r.Note == "" {
			t.Errorf("%q: neither codes nor a reason", r.Text)
		}
		if strings.HasSuffix(r.Note, ".") {
			t.Errorf("%q: the note ends with a full stop", r.Text)
		}
		for _, code := range r.Codes {
			if _, ok := diag.Lookup(code); !ok {
				t.Errorf("%q: there is no code %s", r.Text, code)
			}
		}
	}
}
