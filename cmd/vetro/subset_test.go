// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestSubsetLooksLikeTheLibrary holds that the stylesheet, cut down to what our
// pages use, draws one page of each template like the whole of Bootstrap
// Italia: the same pixels on a phone, a tablet and a desk.
func TestSubsetLooksLikeTheLibrary(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a browser")
	}
	library, err := os.ReadFile(filepath.Join("..", "..", "static", "vendor", "bootstrap-italia", "bootstrap-italia.min.css"))
	if err != nil {
		t.Fatal(err)
	}
	library = bytes.TrimPrefix(library, []byte("\ufeff"))
	browser := newBrowser(t)
	for name, dir := range sitesUnderTest(t) {
		full := filepath.Join(t.TempDir(), "full")
		if err := os.CopyFS(full, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		sheets, err := fs.Glob(os.DirFS(full), "assets/*.css")
		if err != nil || len(sheets) != 1 {
			t.Fatalf("stylesheets: %v, %v; want one", sheets, err)
		}
		sheet := filepath.Join(full, filepath.FromSlash(sheets[0]))
		built, err := os.ReadFile(sheet)
		if err != nil {
			t.Fatal(err)
		}
		// Our own rules follow those of the library and begin with the typeface,
		// which the subset never takes from the library.
		own := bytes.Index(built, []byte("@font-face"))
		if own < 0 || len(built)-own > len(built)*2/3 {
			t.Fatalf("our own rules begin at %d of %d bytes", own, len(built))
		}
		whole := append(append([]byte{}, library...), built[own:]...)
		if err := os.WriteFile(sheet, whole, 0o644); err != nil {
			t.Fatal(err)
		}
		cut, uncut := serveFolder(t, dir), serveFolder(t, full)
		for _, file := range onePageOfEach(t, dir) {
			if file == "404.html" || strings.Contains(file, "/stampa/") {
				continue // the first has a style of its own, the second is many pages long
			}
			widths := []int64{375, 768, 1280}
			if name != "demo" {
				widths = widths[:1] // the same templates, with less in them
			}
			for _, width := range widths {
				t.Run(fmt.Sprintf("%s/%s/%d", name, strings.ReplaceAll(file, "/", "_"), width), func(t *testing.T) {
					// A typeface that comes too late is left out of that visit, on a
					// busy machine of one of the two: a true difference stays.
					same := false
					for try := 0; try < 4 && !same; try++ {
						got := screenshot(t, openTab(t, browser, cut+file, view{width, true, false}))
						want := screenshot(t, openTab(t, browser, uncut+file, view{width, true, false}))
						same = bytes.Equal(got, want)
					}
					if !same {
						t.Error("the page looks different with the whole library")
					}
				})
			}
		}
	}
}

// screenshot takes a picture of the whole page once its typeface is there.
func screenshot(t *testing.T, tb *tab) []byte {
	t.Helper()
	var ready bool
	tb.eval(t, `document.fonts.ready.then(()=>true)`, &ready)
	var png []byte
	if err := chromedp.Run(tb.ctx, chromedp.FullScreenshot(&png, 100)); err != nil {
		t.Fatal(err)
	}
	return png
}
