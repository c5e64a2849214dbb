// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"errors"
	"fmt"
	"html/template"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
)

func TestContentMayBeAbsent(t *testing.T) {
	report := new(diag.List)
	if pages := Load(fstest.MapFS{}, nil, Known{}, report); len(pages) != 0 || report.Len() != 0 {
		t.Errorf("Load of nothing = %d pages, %s", len(pages), written(t, report))
	}
	report = new(diag.List)
	Load(fstest.MapFS{"content": {Data: []byte("x")}}, nil, Known{}, report)
	if got := written(t, report); !strings.Contains(got, "[misplaced-file]") {
		t.Errorf("content is a file: %s", got)
	}
}

func TestPagesAreSorted(t *testing.T) {
	page := func(order int) *fstest.MapFile {
		return &fstest.MapFile{Data: fmt.Appendf(nil, "+++\ntitolo = \"T\"\nsommario = \"S.\"\nordine = %d\n+++\nTesto.\n", order)}
	}
	fsys := fstest.MapFS{
		"content/2022/b.md": page(1), "content/2022/a.md": page(2), "content/2022/c.md": page(1), "content/z.md": page(9),
	}
	report := new(diag.List)
	var got []string
	for _, p := range Load(fsys, testPublication(), testKnown(), report) {
		got = append(got, p.Address())
	}
	if diff := cmp.Diff([]string{"/z/", "/2022/b/", "/2022/c/", "/2022/a/"}, got); diff != "" || report.Len() > 0 {
		t.Errorf("addresses (-want +got):\n%s%s", diff, written(t, report))
	}
}

func TestFrontMatter(t *testing.T) {
	page, report := load(t, "+++\ntitolo = \"\"\"Una\n pagina\"\"\"\nsommario = \"Una  frase.\"\nordine = 3\n+++\nTesto.\n")
	if report.Len() > 0 {
		t.Fatal(written(t, report))
	}
	if page.Title != "Una pagina" || page.Summary != "Una frase." || page.Order != 3 || page.Pos.Filename != "content/2022/pagina.md" {
		t.Errorf("page = %q, %q, %d, %v", page.Title, page.Summary, page.Order, page.Pos)
	}
}

// Windows editors write a byte order mark and CRLF; both leave page and
// positions as they are.
func TestWindowsFile(t *testing.T) {
	unix := head + "\nPrima riga\\\nseconda {{ progetti.nel_piano }}.\n\nTabella: A\n\n| a |\n|---|\n| è {{ no }} |\n\n```grafico\nid = \"tort\"\n```\n\n```\ncodice\n```\n"
	windows := "\ufeff" + strings.ReplaceAll(unix, "\n", "\r\n")
	a, reportA := load(t, unix)
	b, reportB := load(t, windows)
	if diff := cmp.Diff(written(t, reportA), written(t, reportB)); diff != "" || reportA.Len() != 2 {
		t.Errorf("%d diagnostics (-unix +windows):\n%s", reportA.Len(), diff)
	}
	htmlA, _ := a.HTML(testResolver())
	htmlB, _ := b.HTML(testResolver())
	if diff := cmp.Diff(string(htmlA), string(htmlB)); diff != "" || !strings.Contains(string(htmlA), "<br>") {
		t.Errorf("HTML (-unix +windows):\n%s", diff)
	}
}

// What source refuses is reported, and the other pages are still read.
func TestForeignEncoding(t *testing.T) {
	fsys := fstest.MapFS{
		"content/2022/a.md": {Data: []byte("\xff\xfe+\x00")},
		"content/2022/b.md": {Data: []byte(head + "citt\xe0\n")},
		"content/2022/c.md": {Data: []byte(head + "Testo \x00.\n")},
		"content/2022/d.md": {Data: []byte(head + "Testo.\n")},
	}
	report := new(diag.List)
	pages := Load(fsys, testPublication(), testKnown(), report)
	var got []string
	for _, d := range report.Sorted() {
		got = append(got, diag.Place(d.Pos)+" "+d.Code)
	}
	want := []string{"content/2022/a.md:1:1 not-utf8", "content/2022/b.md:5:5 not-utf8", "content/2022/c.md:5:7 nul-byte"}
	if diff := cmp.Diff(want, got); diff != "" || len(pages) != 1 {
		t.Errorf("%d pages (-want +got):\n%s", len(pages), diff)
	}
}

func TestText(t *testing.T) {
	page, report := load(t, head+`
## Un titolo

Il Piano ha {{ progetti.nel_piano }} progetti,
*come* si [legge qui](/2022/) e nel `+"`codice`"+` &egrave; \*scritto\*. ![La sede](/immagini/sede.png)

- una voce

  con un capoverso

> Una citazione {{ dipendenti.nel_piano }}.

Tabella: Una tabella

| a |
|---|
| b |

`+"```\ncodice\n```\n\n```grafico\nid = \"progetti-per-settore\"\n```\n")
	if report.Len() > 0 {
		t.Fatal(written(t, report))
	}
	want := "Il Piano ha 37 progetti, come si legge qui e nel codice è *scritto*.\nUna citazione diverse decine."
	if diff := cmp.Diff(want, page.Text()); diff != "" {
		t.Errorf("Text (-want +got):\n%s", diff)
	}
}

// One page is drawn by many goroutines, each with its own resolver.
func TestConcurrentHTML(t *testing.T) {
	page, _ := load(t, head+"Sono {{ progetti.nel_piano }}: [elenco](/2022/progetti/).\n\n```grafico\nid = \"progetti-per-settore\"\n```\n")
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			mark := fmt.Sprint(i)
			html, err := page.HTML(Resolver{
				Figure: func(string) template.HTML { return template.HTML("f" + mark) },
				Chart:  func(string) (template.HTML, error) { return template.HTML("c" + mark), nil },
				Link:   func(address string) string { return mark + address },
			})
			want := fmt.Sprintf("<p>Sono f%d: <a href=\"%d/2022/progetti/\">elenco</a>.</p>\nc%d\n", i, i, i)
			if err != nil || string(html) != want {
				t.Errorf("HTML = %q, %v, want %q", html, err, want)
			}
		})
	}
	wg.Wait()
}

// A caption and a heading of the same words have ids of their own.
func TestIDsOfTables(t *testing.T) {
	page, _ := load(t, head+"## Tabella A\n\nTabella: A\n\n| a |\n|---|\n\nTabella: A\n\n| a |\n|---|\n")
	html, err := page.HTML(testResolver())
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"tabella-a", "tabella-a-2", "tabella-a-3"} {
		if n := strings.Count(string(html), ` id="`+id+`"`); n != 1 {
			t.Errorf("%d elements have the id %s:\n%s", n, id, html)
		}
	}
}

// Notes of pages that are drawn as one have names of their own: two links of
// one name must not lead to two places.
func TestNotesOfManyPages(t *testing.T) {
	page, report := load(t, head+"Sono 37.[^a] E 38.[^a]\n\n[^a]: Una nota.\n")
	if report.Len() > 0 {
		t.Fatal(written(t, report))
	}
	alone, err := page.HTML(testResolver())
	if err != nil {
		t.Fatal(err)
	}
	r := testResolver()
	r.Prefix, r.Deeper = "pagina--", 1
	together, err := page.HTML(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`aria-label="Nota 1 di «Una pagina»"`, `href="#pagina--nota-1"`, `id="pagina--richiamo-1-2"`, `<h3 id="pagina--note">`, "nota 1 di «Una pagina», volta 2"} {
		if !strings.Contains(string(together), want) || strings.Contains(string(alone), want) {
			t.Errorf("%s: together\n%s\nalone\n%s", want, together, alone)
		}
	}
}

func TestChartError(t *testing.T) {
	page, _ := load(t, head+"```grafico\nid = \"progetti-per-settore\"\n```\n")
	failure := errors.New("no engine")
	r := testResolver()
	r.Chart = func(string) (template.HTML, error) { return "", failure }
	if html, err := page.HTML(r); !errors.Is(err, failure) || html != "" {
		t.Errorf("HTML = %q, %v, want %v", html, err, failure)
	}
}
