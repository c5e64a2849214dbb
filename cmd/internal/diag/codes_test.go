// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestCodesAreInOrder(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	codes := Codes()
	for i, c := range codes {
		if !kebab.MatchString(c.Name) {
			t.Errorf("code %q is not kebab-case", c.Name)
		}
		if i > 0 && codes[i-1].Name >= c.Name {
			t.Errorf("code %q stands after %q: want sorted and unique", c.Name, codes[i-1].Name)
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

// TestCodesAreWhole holds that nothing is written in the files of the codes that
// is not read: written again, they are what they were.
func TestCodesAreWhole(t *testing.T) {
	for _, g := range Groups {
		text, err := codesText.ReadFile("codes/" + string(g) + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for i, c := range parseCodes(g, string(text)) {
			if i > 0 {
				b.WriteString("\n")
			}
			b.WriteString("[" + c.Name + "] " + c.Severity.String() + "\n")
			for _, key := range []string{"meaning", "reason", "source", "link", "wrong", "right", "off"} {
				if value := *c.field(key); value != "" {
					b.WriteString(key + ": " + strings.ReplaceAll(value, "\n", "\n\t") + "\n")
				}
			}
		}
		if diff := cmp.Diff(string(text), b.String()); diff != "" {
			t.Errorf("%s (-file +read):\n%s", g, diff)
		}
	}
}

func BenchmarkParseCodes(b *testing.B) {
	text, err := codesText.ReadFile("codes/sito.txt")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		parseCodes(SiteFiles, string(text))
	}
}
