// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/tool/stylesheet/subset"

	"github.com/andybalholm/brotli"
)

const (
	static  = "../../../../static"
	library = static + "/vendor/bootstrap-italia/bootstrap-italia.min.css"
)

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestOurRulesAreInTheBuiltStylesheet fails when css/src was changed and
// go generate was not run.
func TestOurRulesAreInTheBuiltStylesheet(t *testing.T) {
	own, err := readOwn(static + "/css/src")
	if err != nil {
		t.Fatal(err)
	}
	want, err := subset.Minify(own)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(string(read(t, static+"/css/sito.css")), want+"\n") {
		t.Error("static/css/sito.css does not end with the rules of static/css/src; run go generate ./static")
	}
	var size counter
	w := brotli.NewWriterLevel(&size, brotli.BestCompression)
	if _, err := w.Write([]byte(want)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("our own rules: %d bytes, %d with brotli", len(want), size)
	// Of the 13 kB of the whole stylesheet; a tenth of them are the dark colours.
	if size > 8_200 {
		t.Errorf("our own rules are %d bytes with brotli, want at most 8200", size)
	}
}

// A counter counts the bytes written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// TestEveryPageIsStyled fails when a template, or an element that Markdown can
// yield, uses what the library styles and the built stylesheet lacks.
func TestEveryPageIsStyled(t *testing.T) {
	pages := new(subset.Pages)
	if err := pages.Add(markdownPage); err != nil {
		t.Fatal(err)
	}
	if err := addProjects(t.Context(), pages, os.DirFS("../../../..")); err != nil {
		t.Fatal(err)
	}
	own, err := readOwn(static + "/css/src")
	if err != nil {
		t.Fatal(err)
	}
	ours, err := subset.Minify(own)
	if err != nil {
		t.Fatal(err)
	}
	fromLibrary := bytes.TrimSuffix(read(t, static+"/css/sito.css"), []byte(ours+"\n"))
	missing, err := subset.Missing(read(t, library), fromLibrary, pages)
	if err != nil {
		t.Fatal(err)
	}
	if len(missing) > 0 {
		t.Errorf("the stylesheet lacks %q; run go generate ./static", missing)
	}
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	full := write("full.css", "\ufeff/*! Licence */:root{--bootstrap-italia-version: '2.18.3'}.btn , .unused{ color : red }.other{top:0}h2{top:0}")
	write("src/20-b.css", "/* b */ .ours { left : 0px }")
	write("src/10-a.css", ".first{top:1px}")
	out := filepath.Join(dir, "out.css")
	if err := run(t.Context(), full, dir+"/src", nil, out); err != nil {
		t.Fatal(err)
	}
	const want = "/*! Licence */\n:root{--bootstrap-italia-version:\"2.18.3\"}.btn{color:red}h2{top:0}.first{top:1px}.ours{left:0}\n"
	if got := string(read(t, out)); got != want {
		t.Errorf("run wrote %q, want %q", got, want)
	}
	if err := run(t.Context(), full, "", nil, out); err == nil {
		t.Error("run without -src: no error")
	}
	if err := run(t.Context(), full, dir+"/src", []fs.FS{fstest.MapFS{}}, out); err == nil {
		t.Error("run with a project without data: no error")
	}
}
