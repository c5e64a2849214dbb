// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"os"
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/language"
)

func elementsFS(b *testing.B) fstest.MapFS {
	source, err := os.ReadFile("testdata/elements.md")
	if err != nil {
		b.Fatal(err)
	}
	return fstest.MapFS{
		"content/2022/pagina.md":    {Data: source},
		"content/immagini/sede.png": {Data: picture()},
	}
}

func BenchmarkLoad(b *testing.B) {
	fsys, pub, known := elementsFS(b), testPublication(), testKnown()
	for b.Loop() {
		if pages := Load(fsys, pub, known, new(diag.List)); len(pages) != 1 {
			b.Fatal("no page")
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	page := Load(elementsFS(b), testPublication(), testKnown(), new(diag.List))[0]
	r := testResolver()
	for b.Loop() {
		if _, err := page.HTML(r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGulpease(b *testing.B) {
	page := Load(elementsFS(b), testPublication(), testKnown(), new(diag.List))[0]
	for b.Loop() {
		language.Gulpease(page.Text())
	}
}
