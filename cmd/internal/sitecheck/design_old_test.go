// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

var (
	comments = regexp.MustCompile(`(?s)/\*.*?\*/`)
	maths    = regexp.MustCompile(`(?:^|[^-a-z])(?:clamp|min|max)\(`)
	// news are selectors that an old browser does not know: with one in a list, it
	// drops the whole rule.
	news = regexp.MustCompile(`:(?:has|focus-visible|popover-open|open|dir|not\([^)]*[ ,])`)
)

// TestOldBrowsers: in Chrome 60 and Safari 12 no rule of ours is lost with what
// the page needs. They drop a declaration whose value they do not know, a list of
// selectors in which there is one, and the space between the items of a flexible
// box. Paper is printed from newer ones.
func TestOldBrowsers(t *testing.T) {
	const folder = "../../../static/css/src"
	files, err := fs.ReadDir(os.DirFS(folder), ".")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d stylesheets of ours, %v", len(files), err)
	}
	for _, f := range files {
		data, err := os.ReadFile(path.Join(folder, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range tooNew(comments.ReplaceAllString(string(data), "")) {
			t.Errorf("%s: %s", f.Name(), fault)
		}
	}
	for _, bad := range []string{
		"a{width:min(1rem,2vw)}", "a{width:clamp(1px,2vw,3px);width:2px}", "a :is(b,i){color:red}", "a,b:has(i){color:red}", "a:focus-visible,b{color:red}",
		"a{inset:0}", "a{aspect-ratio:1}", "a{display:flex;gap:1rem}", "@media (width>1px){a{color:red}}", "@media (min-width:1px){a{display:flex;column-gap:1rem}}",
	} {
		if len(tooNew(bad)) == 0 {
			t.Errorf("nothing is wrong with %s", bad)
		}
	}
}

// tooNew returns what an old browser would drop of a sheet, outside paper and
// outside what asks first.
func tooNew(sheet string) (faults []string) {
	var around []string
	skipped := func() bool {
		at := strings.Join(around, " ")
		return strings.Contains(at, "@supports") || strings.Contains(at, "@media print")
	}
	for {
		i := strings.IndexAny(sheet, "{}")
		if i < 0 {
			return faults
		}
		text, sign := strings.TrimSpace(sheet[:i]), sheet[i]
		sheet = sheet[i+1:]
		switch {
		case sign == '{':
			if _, selector, ok := strings.Cut(text, "}"); ok {
				text = selector
			}
			around = append(around, text)
			if !skipped() && (strings.Contains(text, ":is(") || strings.Contains(text, ":where(") || strings.Contains(text, ",") && news.MatchString(text) ||
				strings.HasPrefix(text, "@media") && strings.ContainsAny(text, "<>")) {
				faults = append(faults, "the whole rule is dropped: "+text)
			}
		case len(around) > 0:
			if !skipped() {
				for _, fault := range dropped(text) {
					faults = append(faults, around[len(around)-1]+": "+fault)
				}
			}
			around = around[:len(around)-1]
		}
	}
}

// dropped returns the declarations of a block that an old browser drops and that
// none before stands in for.
func dropped(block string) (faults []string) {
	stands := map[string]bool{}
	for declaration := range strings.SplitSeq(block, ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(declaration), ":")
		// A grid without columns is one column, as on a phone.
		isNew := maths.MatchString(value) && name != "grid-template-columns" || name == "inset" || name == "aspect-ratio" ||
			(name == "gap" || name == "column-gap") && strings.Contains(block, "display:flex")
		if isNew && !stands[name] {
			faults = append(faults, declaration)
		}
		stands[name] = stands[name] || !isNew
	}
	return faults
}
