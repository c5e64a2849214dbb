// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/yuin/goldmark"
)

// BenchmarkSized is the whole command on an invented plan of so many projects:
// the first build, one after which nothing changed, one after a project was
// edited; and the floor below it, which no program in Go goes under: the data
// read, the texts made into HTML, each page of the same size put through a
// template and written.
//
//	go test ./cmd/vetro -run '^$' -bench Sized -benchtime 3x
func BenchmarkSized(b *testing.B) {
	for _, n := range []int{37, 1000, 4000} {
		dir, cache := filepath.Join(b.TempDir(), "piano"), b.TempDir()
		run(b, b.TempDir(), cache, "init", "--size", fmt.Sprint(n), dir)
		run(b, dir, cache, "build", "-o", "warm") // the charts are drawn
		settori, err := filepath.Glob(filepath.Join(dir, "data", "piani", "*", "settori", "*.toml"))
		if err != nil || len(settori) == 0 {
			b.Fatal(settori, err)
		}
		was, err := os.ReadFile(settori[0])
		if err != nil {
			b.Fatal(err)
		}
		for name, before := range map[string]func(i int) error{
			"first": func(int) error {
				return os.RemoveAll(filepath.Join(dir, "public"))
			},
			"again": func(int) error { return nil },
			"edit": func(i int) error {
				return os.WriteFile(settori[0], bytes.Replace(was, []byte("sintesi = \""), fmt.Appendf(nil, "sintesi = \"Prova numero %d. ", i), 1), 0o644)
			},
		} {
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					b.StopTimer()
					if name == "first" {
						if err := os.RemoveAll(filepath.Join(cache, "vetro", "pagine")); err != nil {
							b.Fatal(err)
						}
					}
					if err := before(i); err != nil {
						b.Fatal(err)
					}
					b.StartTimer()
					run(b, dir, cache, "build")
				}
			})
		}
		b.Run(fmt.Sprintf("%d/floor", n), func(b *testing.B) {
			for b.Loop() {
				if err := leastWork(dir, b.TempDir()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

var leastPage = template.Must(template.New("").Parse(`<!DOCTYPE html><html lang="it"><head><title>{{ .Title }}</title></head><body>{{ range .Parts }}<p>{{ printf "%s" . }}</p>{{ end }}{{ .Text }}</body></html>`))

// leastWork does what any generator must do for the site that stands in dir/warm.
func leastWork(dir, out string) error {
	var text template.HTML
	walk := func(root string, each func(name string, data []byte) error) error {
		return filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			return each(name, data)
		})
	}
	if err := walk(filepath.Join(dir, "data"), func(name string, data []byte) error {
		if filepath.Ext(name) != ".toml" {
			return nil
		}
		var v map[string]any
		return toml.Unmarshal(data, &v)
	}); err != nil {
		return err
	}
	if err := walk(filepath.Join("..", "..", "content"), func(name string, data []byte) error {
		var html bytes.Buffer
		err := goldmark.Convert(data, &html)
		text = template.HTML(html.String())
		return err
	}); err != nil {
		return err
	}
	warm := filepath.Join(dir, "warm")
	return walk(warm, func(name string, data []byte) error {
		rel, err := filepath.Rel(warm, name)
		if err != nil {
			return err
		}
		to := filepath.Join(out, rel)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if filepath.Ext(name) == ".html" {
			var page bytes.Buffer
			if err := leastPage.Execute(&page, map[string]any{"Title": rel, "Parts": slices.Collect(slices.Chunk(data, len(data)/100+1)), "Text": text}); err != nil {
				return err
			}
			data = page.Bytes()
		}
		return os.WriteFile(to, data, 0o644)
	})
}
