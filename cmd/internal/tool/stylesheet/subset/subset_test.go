// SPDX-License-Identifier: EUPL-1.2

package subset

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pagesOf parses fragments of HTML as pages.
func pagesOf(t *testing.T, fragments ...string) *Pages {
	t.Helper()
	pages := new(Pages)
	for _, f := range fragments {
		if err := pages.Add([]byte("<!DOCTYPE html><html lang=it><body>" + f)); err != nil {
			t.Fatal(err)
		}
	}
	return pages
}

func TestCut(t *testing.T) {
	const used = `<div class="a"><p class="b" id="x"></p></div><input class="i" type=checkbox>`
	for _, test := range []struct {
		name, css, own, want string
	}{
		{"byte order mark", "\ufeff.a{top:0}", "", ".a{top:0}\n"},
		{"unused class", ".a{top:0}.z{top:0}", "", ".a{top:0}\n"},
		{"unused id and tag", "#y{top:0}#x{top:0}table{top:0}", "", "#x{top:0}\n"},
		{"list split on top-level commas", ".container,.a,.z{top:0}", "", ".a{top:0}\n"},
		{"comma inside brackets is no split", `p:not(.k,.j),.z{top:0}`, "", "p:not(.k,.j){top:0}\n"},
		{"comma inside an attribute", `[data-x="1,2"],.a{top:0}`, "", ".a{top:0}\n"},
		{"matched against the pages, not by token alone", ".b>.a{top:0}.a>.b{top:0}", "", ".a>.b{top:0}\n"},
		{"pseudo-element", ".a::before,.a:after,.z::before{top:0}", "", ".a::before,.a:after{top:0}\n"},
		{"pseudo-element alone", "::selection,*::before{top:0}", "", "::selection,*::before{top:0}\n"},
		{"pseudo-element where no element is", ".b>.a::placeholder{top:0}", "", ""},
		{"a moment of a descendant", ".a:has(.b:focus){top:0}.b:has(.a:focus){top:0}", "", ".a:has(.b:focus){top:0}\n.b:has(.a:focus){top:0}\n"},
		{"a moment", ".a:hover .b:focus-visible,.i:checked,.z:hover{top:0}", "", ".a:hover .b:focus-visible,.i:checked{top:0}\n"},
		{"a moment between combinators", ".a>:hover{top:0}:hover>.b{top:0}.b>:hover{top:0}", "", ".a>:hover{top:0}\n:hover>.b{top:0}\n"},
		{"moments on every step", ":hover>:focus>:hover>:hover>:hover>.b{top:0}", "", ""},
		{"not a moment", ".a:not(:disabled):not(.b:hover){top:0}", "", ".a:not(:disabled):not(.b:hover){top:0}\n"},
		{"not what is there", ".b:not(#x){top:0}.b:not(#y){top:0}", "", ".b:not(#y){top:0}\n"},
		{"vendor pseudo", ".i::-webkit-inner-spin-button,.i:-moz-focusring{top:0}", "", ".i::-webkit-inner-spin-button,.i:-moz-focusring{top:0}\n"},
		{"open details", "p[open]{top:0}p[hidden]{top:0}", "", "p[open]{top:0}\n"},
		{"cannot parse, keep", ".a:is(.z,.y){top:0}", "", ".a:is(.z,.y){top:0}\n"},
		{"cannot parse, but asks for what is nowhere", ".z:is(.a){top:0}", "", ""},
		{"escaped class", `.a\:b{top:0}.a{top:0}`, "", ".a{top:0}\n"},
		{"media", "@media print{.z{top:0}.a{top:0}}@media screen{.z{top:0}}", "", "@media print{\n.a{top:0}\n}\n"},
		{"nested groups", "@supports (x:y){@media print{.a{top:0}}}", "", "@supports (x:y){\n@media print{\n.a{top:0}\n}\n}\n"},
		{"font face and charset", `@charset "utf-8";@font-face{src:url(data:x)}.a{top:0}`, "", ".a{top:0}\n"},
		{"page rule stays", "@page{size:a4}", "", "@page{size:a4}\n"},
		{"semicolon and brace in a string", `.a::after{content:";}"}.b{top:0}`, "", ".a::after{content:\";}\"}\n.b{top:0}\n"},
		{"unused variable", ":root{--bs-x:1;--bs-y:2}.a{top:var(--bs-y)}", "", ":root{--bs-y:2}\n.a{top:var(--bs-y)}\n"},
		{"variables until stable", ":root{--bs-x:var(--bs-y);--bs-y:var(--bs-z);--bs-z:1}", "", ""},
		{"variable of a dropped rule", ":root{--bs-x:1}.z{top:var(--bs-x)}.a{top:0}", "", ".a{top:0}\n"},
		{"variable of our own sheet", ":root{--bs-x:1}", ".k{top:var(--bs-x)}", ":root{--bs-x:1}\n"},
		{"name that another begins with", ":root{--bs-x:1;--bs-x-y:2}.a{top:var(--bs-x-y)}", "", ":root{--bs-x-y:2}\n.a{top:var(--bs-x-y)}\n"},
		{"version stays", ":root{--bootstrap-italia-version: '2.18.3'}", "", ":root{--bootstrap-italia-version:'2.18.3'}\n"},
		{"unused keyframes", "@keyframes k{from{top:0}}.a{top:0}", "", ".a{top:0}\n"},
		{"used keyframes", "@keyframes k{from{top:0}to{top:1px}}.a{animation:1s k}", "", "@keyframes k{\nfrom{top:0}\nto{top:1px}\n}\n.a{animation:1s k}\n"},
		{"keyframes of a longer name", "@keyframes k{from{top:0}}@keyframes k-2{from{top:0}}.a{animation-name:k-2}", "", "@keyframes k-2{\nfrom{top:0}\n}\n.a{animation-name:k-2}\n"},
		{"variable read by dropped keyframes only", ":root{--bs-x:1}@keyframes k{from{top:var(--bs-x)}}", "", ""},
		{"banner", "/*! licence */.z{top:0}/* no */.a{top:0}/*! other */", "", "/*! licence */\n.a{top:0}\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Cut([]byte(test.css), test.own, pagesOf(t, used))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("Cut (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCutDoesNotDependOnHowManyPages(t *testing.T) {
	const css = ".a{top:0}.b{top:0}.a .b{top:0}.z{top:0}"
	one, err := Cut([]byte(css), "", pagesOf(t, `<p class="a"><i class="b">`))
	if err != nil {
		t.Fatal(err)
	}
	many, err := Cut([]byte(css), "", pagesOf(t, `<p class="b">`, `<p class="a"><i class="b">`, `<p class="a">`))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(one, many); diff != "" {
		t.Errorf("same elements on more pages (-one +many):\n%s", diff)
	}
}

func TestCutRefusesBrokenSheets(t *testing.T) {
	for _, test := range []struct{ name, css, want string }{
		{"brace left open", ".a{top:0", "no closing brace"},
		{"group left open", "@media print{.a{top:0}", "no closing brace"},
		{"brace too many", ".a{top:0}}", "without its {"},
		{"text after the last rule", ".a{top:0}.b", "ends inside"},
		{"no colon", ".a{top}", "not a declaration"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Cut([]byte(test.css), "", pagesOf(t, `<p class="a">`))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("Cut(%q): error %v, want one that says %q", test.css, err, test.want)
			}
		})
	}
}

func TestMissing(t *testing.T) {
	const library = `.a,.b > .c{top:0}@media print{.a{left:0}}.d:hover{top:0}[data-x="y"]{top:0}.v{--bs-x:1}.z{top:0}`
	page := `<p class="a v" data-x=y></p><p class="b"><i class="c d">`
	for _, test := range []struct {
		name, built string
		want        []string
	}{
		{"nothing built", "", []string{".a", ".b > .c", ".d:hover", `[data-x="y"]`}},
		{"one lacking", `.a{top:0}.a{left:0}.d:hover{top:0}[data-x=y]{top:0}`, []string{".b > .c"}},
		{"one rule of two lacking", `.a,.b>.c{top:0}.d:hover{top:0}[data-x=y]{top:0}`, []string{".a"}},
		{"all there, minified", `.a,.b>.c{top:0}@media print{.a{left:0}}.d:hover{top:0}[data-x=y]{top:0}`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Missing([]byte(library), []byte(test.built), pagesOf(t, page))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("Missing (-want +got):\n%s", diff)
			}
		})
	}
}
