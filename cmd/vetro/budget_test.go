// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"golang.org/x/net/html"
)

// What one page may cost on an old phone: bytes as a server sends them with
// brotli, requests, and nodes for the browser to lay out.
const (
	maxHTML     = 15_000
	maxCSS      = 13_000
	maxJS       = 4_000
	maxFonts    = 40_000
	maxRequests = 8
	maxNodes    = 1_500
)

// TestBudget weighs every page of both sites. The page for paper holds the
// whole plan and is left out.
func TestBudget(t *testing.T) {
	if testing.Short() {
		t.Skip("compresses a hundred pages as hard as it can")
	}
	for name, dir := range sitesUnderTest(t) {
		fsys := os.DirFS(dir)
		assets := map[string]int{} // compressed size of what pages share
		heaviest, weighed := "", 0
		var most int
		err := fs.WalkDir(fsys, ".", func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(file) != ".html" || strings.Contains(file, "/stampa/") {
				return err
			}
			weighed++
			data, err := fs.ReadFile(fsys, file)
			if err != nil {
				return err
			}
			cost := weigh(t, fsys, assets, file, data)
			if cost.html > most {
				most, heaviest = cost.html, fmt.Sprintf("%s %+v", file, cost)
			}
			for _, limit := range []struct {
				what     string
				got, max int
			}{
				{"bytes of HTML", cost.html, maxHTML},
				{"bytes of CSS", cost.css, maxCSS},
				{"bytes of script", cost.js, maxJS},
				{"bytes of fonts", cost.fonts, maxFonts},
				{"requests", cost.requests, maxRequests},
				{"nodes", cost.nodes, maxNodes},
			} {
				if limit.got > limit.max {
					t.Errorf("%s/%s: %d %s, at most %d", name, file, limit.got, limit.what, limit.max)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if weighed < 15 {
			t.Errorf("%s: only %d pages were weighed", name, weighed)
		}
		t.Logf("%s: %d pages, heaviest %s", name, weighed, heaviest)
	}
}

type pageCost struct{ html, css, js, fonts, requests, nodes int }

var fontURL = regexp.MustCompile(`url\(["']?([^"')]+\.woff2)["']?\)`)

// weigh adds up a page and all it asks for.
func weigh(t *testing.T, fsys fs.FS, assets map[string]int, file string, data []byte) pageCost {
	t.Helper()
	cost := pageCost{html: compressed(data), requests: 1}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	fetch := func(ref string) []byte {
		if strings.Contains(ref, ":") || strings.HasPrefix(ref, "//") {
			t.Errorf("%s asks for %s", file, ref)
			return nil
		}
		got, err := fs.ReadFile(fsys, path.Join(path.Dir(file), ref))
		if err != nil {
			t.Errorf("%s: %v", file, err)
		}
		cost.requests++
		return got
	}
	shared := func(ref string, data []byte) int {
		name := path.Join(path.Dir(file), ref)
		size, ok := assets[name]
		if !ok {
			size = compressed(data)
			assets[name] = size
		}
		return size
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		cost.nodes++
		attr := map[string]string{}
		for _, a := range n.Attr {
			attr[a.Key] = a.Val
		}
		switch {
		case n.Data == "link" && attr["rel"] == "stylesheet":
			sheet := fetch(attr["href"])
			cost.css += shared(attr["href"], sheet)
			sheetDir := path.Dir(path.Join(path.Dir(file), attr["href"]))
			for _, m := range fontURL.FindAllSubmatch(sheet, -1) {
				font, err := fs.ReadFile(fsys, path.Join(sheetDir, string(m[1])))
				if err != nil {
					t.Errorf("%s: %v", file, err)
				}
				cost.fonts += len(font)
				cost.requests++
			}
		case n.Data == "link" && attr["rel"] == "icon":
			fetch(attr["href"])
		case n.Data == "script" && attr["src"] != "":
			cost.js += shared(attr["src"], fetch(attr["src"]))
		case n.Data == "img":
			fetch(attr["src"])
		}
	}
	return cost
}

func compressed(data []byte) int {
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, brotli.BestCompression)
	if _, err := w.Write(data); err != nil {
		panic(err) // a bytes.Buffer takes everything
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Len()
}
