// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/language"
	"vetro/cmd/internal/plan"
)

// The pages that come with the program are read with the data that come with
// it. Which addresses and charts exist is for the site to say.
func TestShippedPages(t *testing.T) {
	root := os.DirFS("../../..")
	report := new(diag.List)
	pub := plan.Load(root, report)
	known := Known{
		Charts: func(string) []string {
			return []string{"progetti-per-settore", "dipendenti-per-settore", "personale-smart-teaching"}
		},
		Routes: func(address string) bool {
			for _, page := range []string{"il-piano", "leggere-le-cifre", "come-e-fatto"} {
				if strings.HasSuffix(address, "/"+page+"/") {
					return false
				}
			}
			return strings.HasPrefix(address, "/") && strings.HasSuffix(address, "/")
		},
	}
	pages := Load(root, pub, known, report)
	for _, d := range report.Sorted() {
		if d.Severity == diag.Error {
			t.Errorf("%s\n%s", d, d.Hint)
		}
	}
	if len(pages) < 3 {
		t.Fatalf("%d pages, want at least 3", len(pages))
	}
	for _, p := range pages {
		index, words := language.Gulpease(p.Text())
		t.Logf("%s: Gulpease %.1f on %d words", p.Address(), index, words)
		if index < 65 {
			t.Errorf("%s: Gulpease %.1f, want at least 65", p.Address(), index)
		}
		if words < 200 || words > 450 {
			t.Errorf("%s: %d words of prose", p.Address(), words)
		}
		if n := utf8.RuneCountInString(p.Title); n > 65 || strings.HasSuffix(p.Title, ".") {
			t.Errorf("%s: title of %d characters: %s", p.Address(), n, p.Title)
		}
		if n := utf8.RuneCountInString(p.Summary); n > 150 || !strings.HasSuffix(p.Summary, ".") {
			t.Errorf("%s: summary of %d characters: %s", p.Address(), n, p.Summary)
		}
		if strings.ContainsAny(p.Title+p.Summary+p.Text(), `'"`) {
			t.Errorf("%s: a straight quote in %q", p.Address(), p.Text())
		}
	}
}
