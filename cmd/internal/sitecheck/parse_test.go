// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"vetro/cmd/internal/diag"
)

// outline writes a tree, one node a line, without what Parse does not make:
// elements that are implied, white space, capitals in svg.
func outline(root *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		switch {
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "":
			fmt.Fprintf(&b, "%*s%q\n", depth, "", strings.TrimLeft(n.Data, "\n"))
		case n.Type == html.ElementNode && n.Data != "tbody" && n.Data != "colgroup":
			fmt.Fprintf(&b, "%*s%s %s", depth, "", n.Namespace, strings.ToLower(n.Data))
			var attrs []string
			for _, a := range n.Attr {
				attrs = append(attrs, fmt.Sprintf(" %s=%q", strings.ToLower(a.Key), a.Val))
			}
			slices.Sort(attrs)
			b.WriteString(strings.Join(attrs, ""))
			b.WriteByte('\n')
			depth++
		}
		for c := range n.ChildNodes() {
			walk(c, depth)
		}
	}
	walk(root, 0)
	return b.String()
}

// sameAsABrowser compares the tree of a page without a fault of its markup with
// the one that a parser of the whole standard makes.
func sameAsABrowser(t *testing.T, page string) {
	t.Helper()
	p := Parse("p.html", []byte(page))
	for _, f := range p.faults {
		if f.Code == "page-markup" || f.Code == "page-too-deep" {
			return
		}
	}
	want, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatalf("%v, and Parse finds nothing", err)
	}
	if diff := cmp.Diff(outline(want), outline(p.Root)); diff != "" {
		t.Errorf("%s\na browser reads it otherwise, and it is no fault (-browser +Parse):\n%s", page, diff)
	}
}

func TestParse(t *testing.T) {
	for _, v := range verdicts() {
		for name, text := range v.site(t) {
			if strings.HasSuffix(name, ".html") && utf8HTML(text) {
				sameAsABrowser(t, text)
			}
		}
	}
}

// utf8HTML leaves out what no test of a page is about.
func utf8HTML(text string) bool { return !strings.ContainsRune(text, 0) }

// skeleton is a page around a part.
const skeleton = `<!DOCTYPE html><html lang="it"><head><title>T</title></head><body><header>H</header><main><h1>T</h1>%s</main></body></html>`

// TestMarkup has what browsers move, close or drop, and what comes near it.
func TestMarkup(t *testing.T) {
	for part, want := range map[string]bool{
		`<p>a</p><ul><li>b</li></ul>`:                     true,
		`<p>a<ul><li>b</li></ul></p>`:                     false,
		`<p><span><div>a</div></span></p>`:                false,
		`<p><button><div>a</div></button></p>`:            true,
		`<p>a<p>b</p></p>`:                                false,
		`<ul><li>a<li>b</li></li></ul>`:                   false,
		`<ul><li>a<ul><li>b</li></ul></li></ul>`:          true,
		`<ul><li><div><li>b</li></div></li></ul>`:         false,
		`<dl><dt>a</dt><dd>b</dd></dl>`:                   true,
		`<dl><dt>a<dd>b</dd></dt></dl>`:                   false,
		`<h2>a<h3>b</h3></h2>`:                            false,
		`<h2>a</h2><h3>b</h3>`:                            true,
		`<a href="x">a<a href="y">b</a></a>`:              false,
		`<a href="x">a<button>b</button></a>`:             false,
		`<table><tr><td>a</td></tr></table>`:              true,
		`<table><td>a</td></table>`:                       false,
		`<table>a<tr><td>a</td></tr></table>`:             false,
		`<table><tr><div>a</div></tr></table>`:            false,
		`<table><tr><td><p>a</p></td></tr></table>`:       true,
		`<p><table><tr><td>a</td></tr></table></p>`:       false,
		`<tr><td>a</td></tr>`:                             false,
		`<form><div><form>a</form></div></form>`:          false,
		`<select><option>a</option></select>`:             true,
		`<select><p>a</p></select>`:                       false,
		`<svg><title>a &amp; b</title><path/></svg>`:      true,
		`<svg><path><p>a</p></path></svg>`:                false,
		`<svg><desc><p>a</p></desc></svg>`:                true,
		`<svg><path></svg>`:                               false,
		`<b><p>a</p></b>`:                                 true,
		`<b>a<i>b</b></i>`:                                false,
		`<font>a</font>`:                                  false,
		`<body>a</body>`:                                  false,
		`<p>a`:                                            false,
		`</p>`:                                            false,
		`<p class="a" class="b">a</p>`:                    false,
		`<pre>` + "\n" + `a</pre>`:                        true,
		`<template><p>a</p></template>`:                   false,
		`<details><summary>a</summary><p>b</p></details>`: true,
		`<figure><figcaption>a</figcaption></figure>`:     true,
		`<script>var a = "</p>";</script>`:                true,
	} {
		page := fmt.Sprintf(skeleton, part)
		sound := true
		for _, f := range Parse("p.html", []byte(page)).faults {
			sound = sound && f.Code != "page-markup"
		}
		if sound != want {
			t.Errorf("%s: sound is %v, want %v", part, sound, want)
		}
		sameAsABrowser(t, page)
	}
	for page, want := range map[string]bool{
		`<!DOCTYPE html><html><head></head><body></body></html>`:              true,
		`<!doctype HTML><html><head></head><body></body></html>`:              true,
		`<html><head></head><body></body></html>`:                             false,
		`<!DOCTYPE html><html><head><p>a</p></head><body></body></html>`:      false,
		`<!DOCTYPE html><html><body></body><head></head></html>`:              false,
		`<!DOCTYPE html>a<html><head></head><body></body></html>`:             false,
		`<!DOCTYPE html><html><head></head>a<body></body></html>`:             false,
		`<!DOCTYPE html><html><head></head><body></body></html><p>a</p>`:      false,
		`<!DOCTYPE html><html><head></head><body></body><body></body></html>`: false,
		`<!DOCTYPE html><html><head></head><head></head><body></body></html>`: false,
		`<!DOCTYPE html><html><head></head><body></body></html><html></html>`: false,
		``: false,
	} {
		sound := true
		for _, f := range Parse("p.html", []byte(page)).faults {
			sound = sound && f.Code != "page-markup"
		}
		if sound != want {
			t.Errorf("%s: sound is %v, want %v", page, sound, want)
		}
		sameAsABrowser(t, page)
	}
}

// TestParseAny nests elements at random, each closed in its turn.
func TestParseAny(t *testing.T) {
	names := strings.Fields("a b blockquote br button code dd desc div dl dt em figure footer form h2 h3 header i img input li main nav ol option optgroup p path pre section " +
		"select small span strong summary svg table tbody td text textarea tfoot th thead title tr ul caption colgroup col details sup label script style fieldset hr address iframe")
	random := rand.New(rand.NewPCG(1, 2))
	var grow func(b *strings.Builder, left int)
	grow = func(b *strings.Builder, left int) {
		for range random.IntN(3) + 1 {
			name := names[random.IntN(len(names))]
			tag := "<" + name
			if name == "a" && random.IntN(2) == 0 {
				tag += ` href="x"`
			}
			b.WriteString(tag + ">")
			if slices.Contains(strings.Fields("br img input col hr"), name) {
				continue
			}
			if random.IntN(3) == 0 {
				b.WriteString("x")
			}
			if left > 0 && !slices.Contains(strings.Fields("script style textarea iframe title"), name) {
				grow(b, left-1)
			}
			b.WriteString("</" + name + ">")
		}
	}
	sound := 0
	for range 20_000 {
		var b strings.Builder
		grow(&b, random.IntN(4))
		page := fmt.Sprintf(skeleton, b.String())
		if len(Parse("p.html", []byte(page)).faults) == 0 {
			sound++
		}
		sameAsABrowser(t, page)
		if t.Failed() {
			return
		}
	}
	if sound < 1000 {
		t.Errorf("only %d of the pages are sound", sound)
	}
}

func FuzzParse(f *testing.F) {
	files := sound()
	f.Add(files[edition22])
	f.Add(files[projects])
	f.Add(fmt.Sprintf(skeleton, `<ul><li><p>a</p></li></ul><table><tr><td>b</td></tr></table><svg><title>c</title></svg>`))
	f.Fuzz(func(t *testing.T, page string) {
		if utf8HTML(page) {
			sameAsABrowser(t, page)
		}
	})
}

// What is nested without end is a fault of a text, and the rest of the page is
// judged all the same.
func TestTooDeep(t *testing.T) {
	for _, part := range []string{
		strings.Repeat("<blockquote>", 2000) + "<p>a</p>" + strings.Repeat("</blockquote>", 2000),
		strings.Repeat("<ul><li>", 1000) + "a" + strings.Repeat("</li></ul>", 1000),
		"<p>" + strings.Repeat("<strong>", 600) + "a" + strings.Repeat("</strong>", 600) + "</p>",
	} {
		files := sound()
		files[uno] = strings.Replace(files[uno], "<p class=\"nota\">Quattro</p>", part+`<p><a href="altrove.html">a</a></p>`, 1)
		list(t, files)
		faults, err := Audit(asSite(files))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range faults {
			got = append(got, f.Code)
			d := f.Diagnostic()
			if f.Code == "page-too-deep" && (strings.Contains(d.Hint, "vetro") || d.Severity != diag.Error) {
				t.Errorf("%v, %s: want an error that content can mend", d, d.Hint)
			}
		}
		slices.Sort(got)
		if diff := cmp.Diff([]string{"page-broken-link", "page-too-deep"}, got); diff != "" {
			t.Errorf("%.30s… (-want +got):\n%s", part, diff)
		}
	}
	sameAsABrowser(t, fmt.Sprintf(skeleton, strings.Repeat("<div>", 480)+strings.Repeat("</div>", 480)))
}

// The checks say the same with and without the frames that they remember, in
// whichever order pages are read.
func TestFrames(t *testing.T) {
	for _, v := range verdicts() {
		t.Run(v.name, func(t *testing.T) {
			files := v.site(t)
			var names []string
			for name := range files {
				if strings.HasSuffix(name, ".html") {
					names = append(names, name)
				}
			}
			slices.Sort(names)
			want := judge(files, names, nil)
			for range 2 {
				frames := new(Frames)
				if diff := cmp.Diff(want, judge(files, names, frames)); diff != "" {
					t.Errorf("without frames and with them (-without +with):\n%s", diff)
				}
				if v.name == "sound" && len(frames.known) < 2 {
					t.Errorf("%d frames are known", len(frames.known))
				}
				slices.Reverse(names)
			}
		})
	}
}

// judge returns what is said of the pages of a site.
func judge(files map[string]string, names []string, frames *Frames) []Fault {
	var out []Fault
	var pages []Record
	var all []File
	for _, name := range names {
		r, faults := CheckPage(frames.Parse(name, []byte(files[name])))
		pages, out = append(pages, r), append(out, faults...)
	}
	for name := range files {
		all = append(all, File{Path: name})
	}
	return Gather(append(out, CheckSite(pages, all)...))
}

// A page whose header is known is read without it.
func TestFramesSkip(t *testing.T) {
	files := sound()
	var frames Frames
	CheckPage(frames.Parse(uno, []byte(files[uno])))
	p := frames.Parse(due, []byte(files[due]))
	for _, n := range p.elements {
		if (n.Data == "header" || n.Data == "footer") && n.FirstChild != nil {
			t.Errorf("%s is read again", n.Data)
		}
	}
	r, faults := CheckPage(p)
	if len(faults) > 0 || len(r.Parts) != 2 || len(r.Parts[0].Links)+len(r.Parts[1].Links) < 2 {
		t.Errorf("record %+v, faults %v", r, faults)
	}
	var other Frames
	kept := r
	kept.Parts = []*Part{{ID: r.Parts[0].ID}, {ID: r.Parts[1].ID}}
	other.Adopt(&r)
	other.Adopt(&kept)
	if kept.Parts[0] != r.Parts[0] || kept.Parts[1] != r.Parts[1] {
		t.Error("Adopt: two records have each its own parts")
	}
}
