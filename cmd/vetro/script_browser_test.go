// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// shownRows lists the titles of the projects a reader sees, in their order.
const shownRows = `[...document.querySelectorAll(".riga-progetto")].filter(e=>e.checkVisibility()).map(e=>e.querySelector(".riga-nome").textContent.trim())`

// TestFilterByKeyboard narrows, sorts and shares the list of projects with the
// keyboard alone.
func TestFilterByKeyboard(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a browser")
	}
	browser := newBrowser(t)
	base := serveFolder(t, buildDemo(t))
	list := base + "2023/progetti/index.html"
	tb := openTab(t, browser, list, view{1280, true, false})
	var rows []string
	tb.eval(t, shownRows, &rows)
	if len(rows) != 37 {
		t.Fatalf("%d projects are listed, want 37", len(rows))
	}
	var at string
	for i := 0; i < 60 && at != "q"; i++ {
		tb.press(t, kb.Tab)
		tb.eval(t, `document.activeElement.name||""`, &at)
	}
	if at != "q" {
		t.Fatal("Tab never reaches the search field")
	}
	// Accents and case do not count, and all words must be there.
	tb.press(t, "CITTA albero")
	tb.eval(t, shownRows, &rows)
	if len(rows) != 1 || rows[0] != "Un registro per ogni albero della città" {
		t.Errorf("after typing «CITTA albero»: %q, want the one project with both words", rows)
	}
	var status, fragment string
	tb.eval(t, `document.querySelector("#filtro [role=status]").textContent`, &status)
	tb.eval(t, `location.hash`, &fragment)
	if status != "1 progetto su 37" || !strings.Contains(fragment, "q=CITTA%20albero") {
		t.Errorf("status %q, fragment %q; want the count said and the view in the address", status, fragment)
	}
	// An apostrophe is found as keyboards write it.
	apostrophe := openTab(t, browser, list+"#q=l'affitto", view{1280, true, false})
	apostrophe.eval(t, shownRows, &rows)
	if len(rows) != 1 {
		t.Errorf("«l'affitto» shows %d projects, want 1", len(rows))
	}
	tb.eval(t, shownRows, &rows)
	// The address shared with somebody else shows the same.
	shared := openTab(t, browser, list+fragment, view{375, true, false})
	var sharedRows []string
	shared.eval(t, shownRows, &sharedRows)
	if strings.Join(sharedRows, "|") != strings.Join(rows, "|") {
		t.Errorf("the shared address shows %q, want %q", sharedRows, rows)
	}
	// Nothing found is said in words; the reset shows all again.
	tb.press(t, " xyzzy")
	var kind bool
	tb.eval(t, `document.getElementById("elenco-vuoto").checkVisibility()`, &kind)
	if !kind {
		t.Error("an empty result is not explained")
	}
	tb.eval(t, `document.querySelector("#filtro [type=reset]").focus()`, nil)
	tb.press(t, kb.Enter)
	tb.eval(t, `new Promise(r=>setTimeout(r))`, nil)
	tb.eval(t, shownRows, &rows)
	tb.eval(t, `location.hash`, &fragment)
	if len(rows) != 37 || fragment != "" {
		t.Errorf("after the reset: %d projects, fragment %q; want 37 and none", len(rows), fragment)
	}
	// Going back from a shared view is going back to the whole list.
	const settled = `new Promise(r=>addEventListener("hashchange",()=>setTimeout(r),{once:true}))`
	tb.eval(t, `(()=>{const p=`+settled+`;location.hash="q=albero";return p})()`, nil)
	tb.eval(t, shownRows, &rows)
	narrowed := len(rows)
	tb.eval(t, `(()=>{const p=`+settled+`;history.back();return p})()`, nil)
	tb.eval(t, shownRows, &rows)
	if narrowed >= 37 || len(rows) != 37 {
		t.Errorf("%d projects in the view, %d after going back; want fewer than 37, then 37", narrowed, len(rows))
	}
	// By title: as an Italian index sorts.
	sorted := openTab(t, browser, list+"#ordine=titolo", view{1280, true, false})
	var inOrder bool
	sorted.eval(t, `(()=>{const r=`+shownRows+`;return r.length===37&&r.every((x,i)=>!i||r[i-1].localeCompare(x,"it")<=0)})()`, &inOrder)
	if !inOrder {
		t.Error("«ordine=titolo» does not sort all 37 projects by title")
	}
	for _, line := range append(tb.complaints(), sorted.complaints()...) {
		t.Error(line)
	}
}

// TestChartByKeyboard reads a chart mark by mark; what is said is what the
// table says.
func TestChartByKeyboard(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a browser")
	}
	browser := newBrowser(t)
	base := serveFolder(t, buildShipped(t))
	tb := openTab(t, browser, base+"2022/grafici/personale-smart-teaching/index.html", view{1280, true, false})
	var said string
	tb.eval(t, `[...document.querySelectorAll(".grafico svg[tabindex]")].find(e=>e.checkVisibility()).focus()`, nil)
	const spoken = `document.querySelector(".grafico-lettura").textContent`
	for _, want := range []string{"Coordinatori", "Insegnanti di sezione", "Insegnanti di sostegno", "Insegnanti di sostegno"} {
		tb.press(t, kb.ArrowDown)
		tb.eval(t, spoken, &said)
		if !strings.Contains(said, want) || !strings.Contains(said, "fino a") {
			t.Errorf("the chart says %q, want %q and how firm its number is", said, want)
		}
	}
	tb.press(t, kb.Home)
	tb.eval(t, spoken, &said)
	if !strings.Contains(said, "Coordinatori") {
		t.Errorf("Home says %q, want the first mark", said)
	}
	tb.press(t, kb.Escape)
	tb.eval(t, spoken, &said)
	if said != "" {
		t.Errorf("Esc leaves %q", said)
	}
}

// TestFromDisk opens the site from a disk, as from a USB key: style, typeface
// and script work, and a link leads to a page.
func TestFromDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a browser")
	}
	browser := newBrowser(t)
	dir := buildDemo(t)
	tb := openTab(t, browser, "file://"+filepath.ToSlash(dir)+"/index.html", view{1280, true, false})
	var font bool
	tb.eval(t, `document.fonts.ready.then(()=>document.fonts.check("16px 'Titillium Web'")&&[...document.fonts].some(f=>f.status==="loaded"))`, &font)
	if !font {
		t.Error("the typeface does not load from a disk")
	}
	for _, line := range tb.complaints() {
		// From a disk Chromium fetches nothing ahead, and says so; then it loads
		// the same typeface when the style asks for it, as seen above.
		if !strings.Contains(line, ".woff2") {
			t.Error(line)
		}
	}
	list := openTab(t, browser, "file://"+filepath.ToSlash(dir)+"/2023/progetti/index.html#q=albero", view{1280, true, false})
	var rows []string
	list.eval(t, shownRows, &rows)
	if len(rows) != 1 {
		t.Errorf("the filter shows %d projects from a disk, want 1", len(rows))
	}
	var broken []string
	list.eval(t, `[...document.querySelectorAll("a[href]")].filter(a=>a.protocol==="file:"&&!/\.[a-z0-9]+(#|$)/i.test(a.href)).map(a=>a.getAttribute("href"))`, &broken)
	if len(broken) > 0 {
		t.Errorf("links that name no file: %v", broken)
	}
}

// TestPrintedPlan prints the page for paper and finds the tables open and no
// page of screen furniture.
func TestPrintedPlan(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a browser")
	}
	browser := newBrowser(t)
	base := serveFolder(t, buildShipped(t))
	for _, file := range []string{"index.html", "2022/stampa/index.html"} {
		tb := openTab(t, browser, base+file, view{1280, true, false})
		var pdf []byte
		err := chromedp.Run(tb.ctx, chromedp.ActionFunc(func(ctx context.Context) (err error) {
			pdf, _, err = page.PrintToPDF().WithPaperWidth(8.27).WithPaperHeight(11.69).Do(ctx)
			return err
		}))
		if err != nil {
			t.Fatal(err)
		}
		if len(pdf) < 10_000 {
			t.Errorf("%s: the printed page has %d bytes", file, len(pdf))
		}
		if err := chromedp.Run(tb.ctx, emulation.SetEmulatedMedia().WithMedia("print")); err != nil {
			t.Fatal(err)
		}
		var furniture []string
		tb.eval(t, `[...document.querySelectorAll(".menu-principale, .breadcrumb, .filtro, .skiplinks, .it-header-slim-wrapper, .btn")].filter(e=>e.checkVisibility()).map(e=>e.className)`, &furniture)
		if len(furniture) > 0 {
			t.Errorf("%s: on paper there is %q", file, furniture)
		}
		var seen []string
		tb.eval(t, `(()=>{dispatchEvent(new Event("beforeprint"));const closed=[...document.querySelectorAll("details:not([open])")].map(d=>d.textContent.trim().slice(0,40));dispatchEvent(new Event("afterprint"));return closed})()`, &seen)
		if len(seen) > 0 {
			t.Errorf("%s: folded on paper: %q", file, seen)
		}
	}
}
