// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/source"
)

// TestSitemapIndex: more addresses than one sitemap may have go into several,
// which an index lists.
func TestSitemapIndex(t *testing.T) {
	b := &Builder{base: "https://comune.example/"}
	for i := range maxSitemap + 1 {
		b.jobs = append(b.jobs, job{file: fmt.Sprintf("p-%d/index.html", i), address: fmt.Sprintf("/p-%d/", i)})
	}
	files, err := b.sitemaps()
	if err != nil || len(files) != 3 {
		t.Fatalf("%d files, %v, want three", len(files), err)
	}
	for i, want := range []struct {
		path string
		locs int
	}{{"sitemap-1.xml", 50_000}, {"sitemap-2.xml", 1}, {"sitemap.xml", 2}} {
		if got := strings.Count(string(files[i].Data), "<loc>"); files[i].Path != want.path || got != want.locs {
			t.Errorf("%s has %d addresses, want %s with %d", files[i].Path, got, want.path, want.locs)
		}
	}
	b.jobs = b.jobs[1:]
	if files, err = b.sitemaps(); err != nil || len(files) != 1 {
		t.Errorf("%d addresses make %d files, %v, want one", maxSitemap, len(files), err)
	}
}

// TestReadDocument: a link inside the folder is followed, what is no file is not
// read.
func TestReadDocument(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "piano.pdf"), []byte("testo"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "cartella.pdf"), 0o755); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"atto.pdf": "piano.pdf", "vuoto.pdf": "cartella.pdf"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	for name, want := range map[string]string{"piano.pdf": "testo", "atto.pdf": "testo", "cartella.pdf": "", "vuoto.pdf": "", "manca.pdf": ""} {
		data, err := source.ReadFile(os.DirFS(dir), name, attachment.MaxSize)
		if string(data) != want || (err == nil) != (want != "") {
			t.Errorf("%s is %q, %v, want %q", name, data, err, want)
		}
	}
}

// TestCorrectionLink: the query that the Comune's own form needs stays.
func TestCorrectionLink(t *testing.T) {
	for form, want := range map[string]string{
		"https://comune.example/modulo?tipo=errore&pagina=1": "https://comune.example/modulo?edizione=2022&pagina=1&tipo=errore",
		"https://comune.example/modulo":                      "https://comune.example/modulo?edizione=2022&pagina=%2F2022%2F",
		"mailto:urp@comune.example":                          "mailto:urp@comune.example",
	} {
		p := page{b: &Builder{muni: &plan.Municipality{Links: plan.Links{Corrections: form}}}, address: "/2022/", edition: &plan.Edition{ID: "2022"}}
		if l := p.correction("Il piano"); l == nil || l.Href != want {
			t.Errorf("%s becomes %+v, want %s", form, l, want)
		}
	}
}
