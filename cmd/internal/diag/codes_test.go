// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestCodesAreInOrder(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for i, c := range Codes {
		if !kebab.MatchString(c.Name) {
			t.Errorf("code %q is not kebab-case", c.Name)
		}
		if i > 0 && Codes[i-1].Name >= c.Name {
			t.Errorf("code %q stands after %q: want sorted and unique", c.Name, Codes[i-1].Name)
		}
		first, _ := utf8.DecodeRuneInString(c.Meaning)
		if !unicode.IsUpper(first) || !strings.HasSuffix(c.Meaning, ".") || strings.Contains(c.Meaning, ". ") {
			t.Errorf("meaning of %q = %q, want one sentence", c.Name, c.Meaning)
		}
		if c.Severity.Word() == "incomplete" && c.Severity != Incomplete {
			t.Errorf("severity of %q = %d, want a known one", c.Name, c.Severity)
		}
	}
}

func TestLookup(t *testing.T) {
	if c, ok := Lookup("missing-key"); !ok || c.Name != "missing-key" || c.Severity != Error {
		t.Errorf("Lookup(missing-key) = %+v, %v", c, ok)
	}
	if _, ok := Lookup("no-such-code"); ok {
		t.Error("Lookup(no-such-code) found something")
	}
}
