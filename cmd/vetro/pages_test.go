// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// sitesUnderTest are the two cases the pages are designed for: the shipped
// data, thin and full of honest gaps, and the demo, rich.
func sitesUnderTest(t *testing.T) map[string]string {
	t.Helper()
	return map[string]string{"shipped": buildShipped(t), "demo": buildDemo(t)}
}

// onePageOfEach returns one page of each template of the site in dir: pages of
// the same folder depth and kind share a template, and the one with the most
// on it is taken.
func onePageOfEach(t *testing.T, dir string) []string {
	t.Helper()
	largest := map[string]int64{}
	chosen := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		kind := path.Dir(name)
		if parts := strings.Split(name, "/"); len(parts) == 5 { // 2022/grafici/<id>/incorpora/index.html
			kind = parts[0] + "/" + parts[1] + "/*/" + parts[3]
		} else if len(parts) == 4 { // 2022/settori/<id>/index.html
			kind = parts[0] + "/" + parts[1] + "/*"
			if slices.Contains([]string{"concluso", "in-corso", "da-avviare"}, parts[2]) {
				kind += "avanzamento" // a list, not a project
			}
		} else if name == "404.html" {
			kind = name
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if info.Size() > largest[kind] {
			largest[kind], chosen[kind] = info.Size(), name
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var pages []string
	for _, name := range chosen {
		pages = append(pages, name)
	}
	sort.Strings(pages)
	if len(pages) < 10 {
		t.Fatalf("only %d kinds of page in %s: %v", len(pages), dir, pages)
	}
	return pages
}

// TestPagesInBrowser looks at one page of each template, on a phone and on a
// desk, with and without script, by day and by night: axe-core finds nothing (WCAG 2.2 A and AA),
// the console stays silent, nothing is asked of another host.
func TestPagesInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a browser")
	}
	browser := newBrowser(t)
	for name, dir := range sitesUnderTest(t) {
		base := serveFolder(t, dir)
		for _, file := range onePageOfEach(t, dir) {
			for _, v := range []view{{375, true, false}, {1280, true, false}, {375, false, false}, {1280, false, false}, {375, true, true}} {
				t.Run(fmt.Sprintf("%s/%s/%v", name, strings.ReplaceAll(file, "/", "_"), v), func(t *testing.T) {
					t.Parallel()
					tb := openTab(t, browser, base+file, v)
					for _, f := range tb.axe(t) {
						for _, n := range f.Nodes {
							t.Errorf("axe %s: %s\n\t%s", f.ID, f.Help, n.HTML)
						}
					}
					for _, line := range tb.complaints() {
						t.Error(line)
					}
				})
			}
		}
	}
}

// TestNarrowScreen holds that no page scrolls sideways at 320 CSS pixels, which
// is also 400 % zoom on a desk (WCAG 2.2, 1.4.10), nor at twice the text size
// on a phone (1.4.4).
func TestNarrowScreen(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a browser")
	}
	browser := newBrowser(t)
	const overflow = `(()=>{
		const w=document.documentElement.clientWidth, wide=[];
		if(document.documentElement.scrollWidth>w)
			for(const e of document.body.querySelectorAll("*")){const r=e.getBoundingClientRect();if(r.right>w+1&&r.width)wide.push(e.tagName+"."+e.className+" "+Math.round(r.right))}
		return wide.slice(0,5)})()`
	for name, dir := range sitesUnderTest(t) {
		base := serveFolder(t, dir)
		for _, file := range onePageOfEach(t, dir) {
			t.Run(name+"/"+strings.ReplaceAll(file, "/", "_"), func(t *testing.T) {
				t.Parallel()
				tb := openTab(t, browser, base+file, view{320, true, false})
				var wide []string
				tb.eval(t, overflow, &wide)
				if len(wide) > 0 {
					t.Errorf("scrolls sideways at 320 px: %v", wide)
				}
				tb = openTab(t, browser, base+file, view{375, true, false})
				tb.eval(t, `document.documentElement.style.fontSize="200%"`, nil)
				tb.eval(t, overflow, &wide)
				if len(wide) > 0 {
					t.Errorf("scrolls sideways with text twice as large: %v", wide)
				}
			})
		}
	}
}

// TestLineLength holds that no line of text has more than 75 characters, on a desk
// and on a wide screen.
func TestLineLength(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a browser")
	}
	browser := newBrowser(t)
	// Words of one block on one height are one line.
	const long = `(()=>{
		const lines=new Map(),range=document.createRange(),walk=document.createTreeWalker(document.body,NodeFilter.SHOW_TEXT),block=e=>{while(getComputedStyle(e).display==="inline")e=e.parentElement;return e};
		for(let n;n=walk.nextNode();){
			if(!n.data.trim()||!n.parentElement.checkVisibility({visibilityProperty:true})||n.parentElement.closest("svg,script,pre,select,.visually-hidden,.incorporato"))continue;
			const b=block(n.parentElement);if(!lines.has(b))lines.set(b,new Map());
			const own=lines.get(b);
			for(const w of n.data.matchAll(/\S+/g)){
				range.setStart(n,w.index);range.setEnd(n,w.index+w[0].length);
				const r=range.getClientRects()[0];if(!r)continue;
				const y=Math.round(r.bottom/8);own.set(y,(own.get(y)||"")+w[0]+" ");
			}
		}
		return [...lines].flatMap(([b,own])=>[...own.values()].filter(l=>l.trim().length>75).map(l=>b.tagName+"."+b.className+" "+l.trim().length+": "+l.trim())).slice(0,5)})()`
	for name, dir := range sitesUnderTest(t) {
		base := serveFolder(t, dir)
		for _, file := range onePageOfEach(t, dir) {
			for _, width := range []int64{1280, 1600} {
				t.Run(fmt.Sprintf("%s/%s/%d", name, strings.ReplaceAll(file, "/", "_"), width), func(t *testing.T) {
					t.Parallel()
					var lines []string
					openTab(t, browser, base+file, view{width, true, false}).eval(t, long, &lines)
					for _, line := range lines {
						t.Error(line)
					}
				})
			}
		}
	}
}

// TestTargetsOnAPhone holds that what stands by itself to be touched is 44
// pixels high; a link within a sentence follows its line, and the link of a row
// covers its whole row.
func TestTargetsOnAPhone(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a browser")
	}
	browser := newBrowser(t)
	// The squares of the home page and the names beside them are a picture: each
	// has its row of 44 px in a list one step away, so the least of the norm is
	// enough (WCAG 2.2, 2.5.8: 24 px; 2.5.5 lets an equivalent be large instead).
	const small = `[...document.querySelectorAll("a[href],button,summary,input,select")].filter(e=>e.checkVisibility({visibilityProperty:true})&&getComputedStyle(e).display!=="inline"&&!e.closest("p,td,.skiplinks,.breadcrumb")).map(e=>[Math.round((e.matches(".riga-nome")?e.closest("li"):e).getBoundingClientRect().height),e]).filter(([h,e])=>h>1&&h<(e.closest(".mosaico")?24:44)).map(([h,e])=>h+" "+e.tagName+"."+e.className+" "+e.textContent.trim().slice(0,30)).slice(0,5)`
	for name, dir := range sitesUnderTest(t) {
		base := serveFolder(t, dir)
		for _, file := range onePageOfEach(t, dir) {
			t.Run(name+"/"+strings.ReplaceAll(file, "/", "_"), func(t *testing.T) {
				t.Parallel()
				var found []string
				openTab(t, browser, base+file, view{375, true, false}).eval(t, small, &found)
				if len(found) > 0 {
					t.Errorf("less than 44 px: %q", found)
				}
			})
		}
	}
}

// TestNothingNeedsScript holds that a page without script says all that it says
// with script: every word, in the same order.
func TestNothingNeedsScript(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a browser")
	}
	browser := newBrowser(t)
	// What only makes sense with script (the filter's form) is left out.
	const words = `(()=>{const c=document.body.cloneNode(true);c.querySelectorAll("[data-solo-script]").forEach(e=>e.remove());return c.textContent.split(/\s+/).filter(Boolean)})()`
	for name, dir := range sitesUnderTest(t) {
		base := serveFolder(t, dir)
		for _, file := range onePageOfEach(t, dir) {
			t.Run(name+"/"+strings.ReplaceAll(file, "/", "_"), func(t *testing.T) {
				t.Parallel()
				var with, without []string
				openTab(t, browser, base+file, view{1280, true, false}).eval(t, words, &with)
				openTab(t, browser, base+file, view{1280, false, false}).eval(t, words, &without)
				if len(without) < 20 {
					t.Fatalf("the page has only %d words", len(without))
				}
				if !slices.Equal(with, without) {
					t.Errorf("the words differ with script (%d) and without (%d)", len(with), len(without))
				}
				var hidden []string
				openTab(t, browser, base+file, view{1280, false, false}).eval(t, `[...document.querySelectorAll("main p, main td, main th, main li, main h2, main h3")].filter(e=>!e.closest("details:not([open])")&&!e.closest("[data-solo-script]")&&!e.checkVisibility()&&e.textContent.trim()).map(e=>e.textContent.trim().slice(0,60))`, &hidden)
				if len(hidden) > 0 {
					t.Errorf("hidden without script: %q", hidden)
				}
			})
		}
	}
}

// TestMenuByKeyboard opens the menu of a phone with the keyboard alone, script
// switched off, walks into it and leaves it with Esc.
func TestMenuByKeyboard(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a browser")
	}
	browser := newBrowser(t)
	base := serveFolder(t, buildShipped(t))
	tb := openTab(t, browser, base+"index.html", view{375, false, false})
	const where = `document.activeElement.matches("[popovertarget]")?"button":document.activeElement.closest("[popover]")?"menu":document.activeElement.tagName+" "+document.activeElement.textContent.trim().slice(0,30)`
	var at string
	for i := 0; i < 15 && at != "button"; i++ {
		tb.press(t, kb.Tab)
		tb.eval(t, where, &at)
	}
	if at != "button" {
		t.Fatalf("the menu button is not among the first stops of the keyboard: reached %q", at)
	}
	var open bool
	tb.press(t, kb.Enter)
	tb.eval(t, `!!document.querySelector("[popover]:popover-open")`, &open)
	if !open {
		t.Fatal("Enter on the button does not open the menu")
	}
	for i := 0; i < 3 && at != "menu"; i++ {
		tb.press(t, kb.Tab)
		tb.eval(t, where, &at)
	}
	if at != "menu" {
		t.Errorf("Tab after opening goes to %q, want into the menu", at)
	}
	tb.press(t, kb.Escape)
	tb.eval(t, `!!document.querySelector("[popover]:popover-open")`, &open)
	tb.eval(t, where, &at)
	if open || at != "button" {
		t.Errorf("after Esc: open = %v, focus on %q; want closed, focus on the button", open, at)
	}
}

// buildShipped builds the shipped data into a folder and returns it.
func buildShipped(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	copyProject(t, dir)
	run(t, dir, t.TempDir(), "build")
	return filepath.Join(dir, "public")
}

// buildDemo builds the demo municipality into a folder and returns it.
func buildDemo(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	run(t, dir, t.TempDir(), "init", "--demo", "prova")
	run(t, dir, t.TempDir(), "-C", "prova", "build")
	return filepath.Join(dir, "prova", "public")
}
