// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"flag"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseColour(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"#06c", "#0066cc"},
		{"#17324D", "#17324d"},
		{"#0066cc80", "#0066cc"},
		{"rgb(0, 81.6, 163.2)", "#0052a3"},
		{"rgb(0 20 41/.6)", "#001429"},
		{"rgba(100%, 0%, 50%, 1)", "#ff0080"},
		{"hsl(210, 100%, 40%)", "#0066cc"},
		{"hsl(210deg 4% 78%)", "#c5c7c9"},
		{"white", "#ffffff"},
		{"BLACK", "#000000"},
		{"transparent", "#000000"},
		{"#12345", ""},
		{"#ggg", ""},
		{"red", ""}, // no sheet of ours names it
		{"url(#a)", ""},
		{"rgb(1,2)", ""},
		{"rgb(a,b,c)", ""},
		{"", ""},
	} {
		got := ""
		if c, ok := parseColour(test.text); ok {
			got = c.String()
		}
		if got != test.want {
			t.Errorf("parseColour(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

// The values are those of the palette's design, worked out by other means.
func TestContrast(t *testing.T) {
	for _, test := range []struct{ a, b, want string }{
		{"#000", "#fff", "21,00"},
		{"#fff", "#000", "21,00"},
		{"#06c", "#06c", "1,00"},
		{"#06c", "#fff", "5,56"},
		{"#737373", "#fff", "4,74"},
		{"#767676", "#fff", "4,54"},
		{"#777777", "#fff", "4,47"},
		{"#455b71", "#fff", "7,02"},
		{"#455b71", "#f2f7fc", "6,52"},
		{"#cc7a00", "#fff", "3,30"},
	} {
		a, _ := parseColour(test.a)
		b, _ := parseColour(test.b)
		if got := decimal(contrast(a, b)); got != test.want {
			t.Errorf("contrast(%s, %s) = %s, want %s", test.a, test.b, got, test.want)
		}
	}
}

func TestExpand(t *testing.T) {
	for text, want := range map[string][]string{
		".a b":                 {".a b"},
		".a :is(b,.c) d":       {".a b d", ".a .c d"},
		".a:is(b,.c)":          {"b.a", ".a.c"},
		"x>.a:is(b):hover":     {"x>b.a:hover"},
		":is(a,b) :is(c,d)":    {"a c", "a d", "b c", "b d"},
		".a:not(.b,.c):is(.d)": {".a:not(.b,.c).d"},
	} {
		if diff := cmp.Diff(want, expand(text)); diff != "" {
			t.Errorf("expand(%q) (-want +got):\n%s", text, diff)
		}
	}
}

// The style sheet that is shipped can be read whole: what is left out is about
// marks that its script sets on neighbours.
func TestShippedStyleSheet(t *testing.T) {
	text, err := os.ReadFile("../../../static/css/sito.css")
	if err != nil {
		t.Fatal(err)
	}
	s := parseStyle("sito.css", string(text))
	for _, selector := range s.unread {
		if !strings.Contains(selector, ":has(~") {
			t.Errorf("selector %q cannot be read", selector)
		}
	}
	if len(s.rules) < 200 || s.version == "" || len(s.faces) != 3 {
		t.Errorf("%d rules, version %q, typefaces %q", len(s.rules), s.version, s.faces)
	}
}

var update = flag.Bool("update", false, "write classes.txt from the vendored library")

// TestLibraryClasses holds classes.txt equal to the classes of the library.
func TestLibraryClasses(t *testing.T) {
	text, err := os.ReadFile("../../../static/vendor/bootstrap-italia/bootstrap-italia.min.css")
	if err != nil {
		t.Fatal(err)
	}
	plain := cssComment.ReplaceAllString(strings.TrimPrefix(string(text), "\ufeff"), "")
	names := map[string]bool{}
	class := regexp.MustCompile(`\.(-?[A-Za-z_][\w-]*)`)
	for _, head := range regexp.MustCompile(`([^{}]+)\{`).FindAllStringSubmatch(plain, -1) {
		if !strings.HasPrefix(strings.TrimSpace(head[1]), "@") {
			quotes := regexp.MustCompile(`"[^"]*"|'[^']*'`).ReplaceAllString(head[1], "")
			for _, m := range class.FindAllStringSubmatch(quotes, -1) {
				names[m[1]] = true
			}
		}
	}
	var want []string
	for name := range names {
		want = append(want, name)
	}
	slices.Sort(want)
	list := strings.Join(want, "\n") + "\n"
	if *update {
		if err := os.WriteFile("testdata/classes.txt", []byte(list), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(list, classesText); diff != "" {
		t.Errorf("classes.txt (-want +got):\n%s", diff)
	}
}
