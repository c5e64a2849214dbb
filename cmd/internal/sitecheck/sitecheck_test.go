// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

const csp = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">`

const head = `<!DOCTYPE html><html lang="it"><head>` + csp + `<title>T</title><meta name="description" content="D."></head><body>`

var checkTests = []struct {
	name string
	page string   // index.html
	want []string // codes
}{
	{"sound", head + `<h1 id="a">A</h1><h2>B</h2><a href="#a">a</a><a href="b/index.html#c">b</a><a href="https://www.example.it/x">c</a><a href="mailto:a@example.it">d</a>`, nil},
	{"data block", head + `<h1>A</h1><script type="application/ld+json">{}</script>`, nil},
	{"table", head + `<h1>A</h1><table><caption>C</caption><tr><th scope="col">x</th></tr></table>`, nil},
	{"broken link", head + `<h1>A</h1><a href="c/index.html">c</a>`, []string{"broken-link"}},
	{"folder link", head + `<h1>A</h1><a href="b/">b</a>`, []string{"broken-link"}},
	{"empty link", head + `<h1>A</h1><a href="">b</a>`, []string{"broken-link"}},
	{"broken fragment", head + `<h1>A</h1><a href="#b">b</a>`, []string{"broken-fragment"}},
	{"broken fragment elsewhere", head + `<h1>A</h1><a href="b/index.html#d">b</a>`, []string{"broken-fragment"}},
	{"bare fragment", head + `<h1>A</h1><a href="#">b</a>`, []string{"broken-fragment"}},
	{"absolute", head + `<h1>A</h1><a href="/b/index.html">b</a>`, []string{"absolute-link"}},
	{"protocol-relative", head + `<h1>A</h1><a href="//example.it/">b</a>`, []string{"absolute-link"}},
	{"script address", head + `<h1>A</h1><a href="javascript:alert(1)">b</a>`, []string{"unsafe-url"}},
	{"third-party style sheet", head + `<link rel="stylesheet" href="https://cdn.example/x.css"><h1>A</h1>`, []string{"third-party"}},
	{"third-party picture", head + `<h1>A</h1><img alt="" src="https://cdn.example/x.png">`, []string{"third-party"}},
	{"data picture", head + `<h1>A</h1><img alt="" src="data:image/png;base64,AA">`, []string{"third-party"}},
	{"svg use", head + `<h1>A</h1><svg><use href="https://cdn.example/x.svg#a"/></svg>`, []string{"third-party"}},
	{"canonical", strings.Replace(head, "<title>", `<link rel="canonical" href="https://www.example.it/"><title>`, 1) + `<h1>A</h1>`, nil},
	{"style attribute", head + `<h1 style="color:red">A</h1>`, []string{"inline-style"}},
	{"style element", head + `<style>p{}</style><h1>A</h1>`, []string{"inline-style"}},
	{"handler", head + `<h1 onclick="x()">A</h1>`, []string{"inline-handler"}},
	{"script", head + `<h1>A</h1><script>x()</script>`, []string{"inline-script"}},
	{"no h1", head + `<p>A</p>`, []string{"heading-count"}},
	{"two h1", head + `<h1>A</h1><h1>B</h1>`, []string{"heading-count"}},
	{"skipped heading", head + `<h1>A</h1><h3>B</h3>`, []string{"heading-skip"}},
	{"duplicate id", head + `<h1 id="a">A</h1><p id="a">B</p>`, []string{"duplicate-id"}},
	{"dangling label", head + `<h1>A</h1><section aria-labelledby="b"></section>`, []string{"dangling-reference"}},
	{"no caption", head + `<h1>A</h1><table><tr><td>x</td></tr></table>`, []string{"table-caption"}},
	{"no scope", head + `<h1>A</h1><table><caption>C</caption><tr><th>x</th></tr></table>`, []string{"table-scope"}},
	{"no alt", head + `<h1>A</h1><img src="x.png">`, []string{"image-alt"}},
	{"nothing at all", `<h1>A</h1>`, []string{"no-lang", "no-title", "no-description", "no-csp"}},
	{"weak policy", strings.Replace(head, "style-src 'self'", "style-src 'unsafe-inline'", 1) + `<h1>A</h1>`, []string{"no-csp"}},
}

func TestCheck(t *testing.T) {
	for _, test := range checkTests {
		t.Run(test.name, func(t *testing.T) {
			faults, err := Check(fstest.MapFS{
				"index.html":   {Data: []byte(test.page)},
				"b/index.html": {Data: []byte(head + `<h1 id="c">B</h1>`)},
				"x.png":        {Data: []byte("x")},
			})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range faults {
				if f.Path != "index.html" {
					t.Errorf("unexpected fault %v", f)
				}
				got = append(got, f.Code)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("Check of %s (-want +got):\n%s", test.page, diff)
			}
		})
	}
}

func TestCheckNotFound(t *testing.T) {
	// The hash is of "p{}".
	hashed := strings.Replace(head, "'self'", "'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='", 1)
	faults, err := Check(fstest.MapFS{
		"404.html": {Data: []byte(hashed + `<style>p{}</style><h1 id="a">A</h1><a href="#a">a</a><a href="index.html">b</a>`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range faults {
		got = append(got, f.Code)
	}
	if diff := cmp.Diff([]string{"relative-in-404"}, got); diff != "" {
		t.Errorf("Check (-want +got):\n%s\n%v", diff, faults)
	}
}

func TestCheckStyleSheet(t *testing.T) {
	faults, err := Check(fstest.MapFS{
		"assets/sito.css":      {Data: []byte(`@import "https://cdn.example/a.css"; a{background:url('data:x')} b{src:url(fonts/a.woff2)} c{src:url("fonts/b.woff2")} d{fill:url(#x)}`)},
		"assets/fonts/a.woff2": {Data: []byte("x")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range faults {
		got = append(got, f.Code)
	}
	if diff := cmp.Diff([]string{"third-party", "third-party", "broken-link"}, got); diff != "" {
		t.Errorf("Check (-want +got):\n%s", diff)
	}
}

// TestCodes: every code is documented, and every documented code is provoked
// by a test.
func TestCodes(t *testing.T) {
	want := []string{"relative-in-404"} // by TestCheckNotFound
	for _, test := range checkTests {
		want = append(want, test.want...)
	}
	slices.Sort(want)
	want = slices.Compact(want)
	var got []string
	for _, c := range Codes() {
		got = append(got, c[0])
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Codes() (-want +got):\n%s", diff)
	}
}
