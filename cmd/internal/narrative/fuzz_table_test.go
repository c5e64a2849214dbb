// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"regexp"
	"strings"
	"testing"
)

// FuzzTable holds that a table which no fault is found in loses no cell: each
// row has as many as there are columns, and every word of a cell is shown.
func FuzzTable(f *testing.F) {
	for _, s := range []string{"uno|due", "a | b |", "| `x|y` | 2", "a\\|b|c", "|", "**a|b**", "[a|b](/2022/)|c", "{{ progetti.nel_piano }}|x", "\\\\|a", "`\\|`|`"} {
		f.Add(s)
	}
	word := regexp.MustCompile(`[\pL\d]+`)
	f.Fuzz(func(t *testing.T, row string) {
		if strings.ContainsAny(row, "\n\r\x00") {
			return
		}
		page, report := load(t, head+"Tabella: A\n\n|a|b|\n|-|-|\n"+row+"\n")
		if page == nil || report.Len() > 0 {
			return
		}
		markup, err := page.HTML(testResolver())
		if err != nil {
			t.Fatal(err)
		}
		rows := strings.Split(string(markup), "<tr>")
		if len(rows) > 2 && strings.Count(rows[2], "<td") != 2 {
			t.Errorf("%q has %d cells in\n%s", row, strings.Count(rows[2], "<td"), markup)
		}
		if strings.ContainsAny(row, "&[](){}<>!\\`*_~^=:'") {
			return // marks, addresses and names of characters change words
		}
		for _, w := range word.FindAllString(row, -1) {
			if !strings.Contains(shown(t, string(markup)), w) {
				t.Errorf("%q of %q is not shown in\n%s", w, row, markup)
			}
		}
	})
}

// FuzzReferences holds that what notes and addresses refer to is there: every
// link inside the page leads to an id, and no id stands twice.
func FuzzReferences(f *testing.F) {
	for _, s := range []string{
		"a[^1]\n\n[^1]: b", "a[^1][^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]", "[^a]: x\n\n> y[^a]", "- [^1]: x\n- y[^1]", "[a][b]\n\n[b]: /2022/",
		"## Nota 1\n\na[^1]\n\n[^1]: b", "## Note\n\n[x](#note)[^1]\n\n[^1]:\n    b", "[^1]: a\n\n    b[^1]", "a![^1]\n\n[^1]: b", "[b]: #note\n\n[b]", "|a[^1]|\n|-|\n\n[^1]: b",
	} {
		f.Add(s)
	}
	id, inner := regexp.MustCompile(` id="([^"]*)"`), regexp.MustCompile(` href="#([^"]*)"`)
	f.Fuzz(func(t *testing.T, text string) {
		page, report := load(t, head+text)
		checkPositions(t, report)
		if page == nil || report.HasErrors() {
			return
		}
		markup, err := page.HTML(testResolver())
		if err != nil {
			t.Fatal(err)
		}
		ids := map[string]bool{}
		for _, m := range id.FindAllStringSubmatch(string(markup), -1) {
			if ids[m[1]] {
				t.Errorf("the id %q stands twice in\n%s", m[1], markup)
			}
			ids[m[1]] = true
		}
		for _, m := range inner.FindAllStringSubmatch(string(markup), -1) {
			if !ids[m[1]] {
				t.Errorf("#%s leads nowhere in\n%s", m[1], markup)
			}
		}
	})
}
