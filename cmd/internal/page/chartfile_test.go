// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/dataset"
	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/proof"
	"vetro/cmd/internal/route"
)

func testChart() chart.Chart {
	known := func(n float64, label string) chart.Value { return chart.Value{Number: n, Known: true, Label: label} }
	return chart.Chart{
		ID: "prova", Title: "Prova", Finding: "Il dato più alto è 1.200.", Category: "Settore", Kind: chart.Bars,
		Categories: []string{"Città, \"bella\"", "=SOMMA(A1)", "Tributi"},
		Series: []chart.Series{
			{Name: "Descritti", Values: []chart.Value{known(1200, "fino a 1.200"), known(0, "0"), {Label: "La fonte non lo dice"}}},
			{Name: "Altri", Fill: chart.Dotted, Values: []chart.Value{{Label: "–"}, known(3, "3"), known(4, "almeno 4")}},
		},
	}
}

func TestChartCSV(t *testing.T) {
	got, err := chartCSV(testChart())
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"Settore,Descritti,Descritti (numero),Altri,Altri (numero)",
		`"Città, ""bella""",fino a 1.200,1200,–,`,
		"'=SOMMA(A1),0,0,3,3",
		"Tributi,La fonte non lo dice,,almeno 4,4",
		"",
	}, "\r\n")
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("CSV (-want +got):\n%s", diff)
	}
}

// TestChartTable: the description names each column of the file, in its order.
func TestChartTable(t *testing.T) {
	c := testChart()
	data, err := chartCSV(c)
	if err != nil {
		t.Fatal(err)
	}
	header, _, _ := strings.Cut(string(data), "\r\n")
	var titles, names []string
	for _, column := range chartTable(c).Columns {
		titles, names = append(titles, column.Title), append(names, column.Name)
	}
	if got := strings.Join(titles, ","); got != header {
		t.Errorf("the description has the columns %q, the file %q", got, header)
	}
	want := []string{"voce", "serie_1", "serie_1_numero", "serie_2", "serie_2_numero"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func TestStandaloneSVG(t *testing.T) {
	c := testChart()
	c.Title = "A <b> & c"
	svg, err := draw(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	got, err := standaloneSVG(&drawn{Chart: c, svg: svg}, "«A», <2022> & oltre")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	d := xml.NewDecoder(strings.NewReader(string(got)))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := token.(xml.StartElement); ok {
			if e.Name.Space != "http://www.w3.org/2000/svg" {
				t.Errorf("%s is not of SVG", e.Name.Local)
			}
			names = append(names, e.Name.Local)
		}
	}
	if diff := cmp.Diff([]string{"svg", "title", "desc", "metadata", "style", "rect"}, names[:6]); diff != "" {
		t.Errorf("elements (-want +got):\n%s", diff)
	}
	for _, want := range []string{`<?xml version="1.0" encoding="UTF-8"?>`, ` width="640" height="120"`, "font-family=", "&lt;2022&gt; &amp; oltre"} {
		if !strings.Contains(string(got), want) {
			t.Errorf("the file lacks %q:\n%s", want, got)
		}
	}
	for _, bad := range []string{"<svg>", `<svg viewBox="0 0 1 1"></svg>`, ""} {
		if got, err := standaloneSVG(&drawn{svg: chart.SVG{Wide: []byte(bad)}}, ""); err == nil {
			t.Errorf("standaloneSVG(%q) = %q, want an error", bad, got)
		}
	}
}

// TestProve changes one form after the other.
func TestProve(t *testing.T) {
	c := testChart()
	for _, test := range []struct {
		name   string
		change func(svg *chart.SVG, page, csv *string)
		want   string
	}{
		{"nothing", func(*chart.SVG, *string, *string) {}, ""},
		{"word in the CSV", func(_ *chart.SVG, _, csv *string) { *csv = strings.Replace(*csv, "almeno", "circa", 1) }, "the table"},
		{"number in the CSV", func(_ *chart.SVG, _, csv *string) { *csv = strings.Replace(*csv, "1200,", "1201,", 1) }, "1201"},
		{"number of a gap", func(_ *chart.SVG, _, csv *string) { *csv = strings.Replace(*csv, "dice,,", "dice,0,", 1) }, `"0"`},
		{"heading of the CSV", func(_ *chart.SVG, _, csv *string) { *csv = strings.Replace(*csv, "Settore", "Ufficio", 1) }, "Ufficio"},
		{"line of the CSV", func(_ *chart.SVG, _, csv *string) { *csv = (*csv)[:strings.Index(*csv, "Tributi")] }, "lines"},
		{"mark missing", func(svg *chart.SVG, _, _ *string) {
			svg.Narrow = []byte(strings.Replace(string(svg.Narrow), `data-s="1" data-c="2"`, "", 1))
		}, "narrow picture"},
		{"mark twice", func(svg *chart.SVG, _, _ *string) {
			svg.Wide = append(svg.Wide, `<rect data-s="0" data-c="0"/>`...)
		}, "wide picture"},
		{"mark of a gap", func(svg *chart.SVG, _, _ *string) {
			svg.Wide = append(svg.Wide, `<rect data-s="0" data-c="2"/>`...)
		}, "wide picture"},
		{"cell of the page", func(_ *chart.SVG, page, _ *string) { *page = strings.Replace(*page, "almeno 4", "4", 1) }, "table of the page"},
		{"finding", func(_ *chart.SVG, page, _ *string) { *page = strings.ReplaceAll(*page, "più alto", "più basso") }, "does not say"},
	} {
		t.Run(test.name, func(t *testing.T) {
			svg, err := draw(context.Background(), c)
			if err != nil {
				t.Fatal(err)
			}
			data, err := chartCSV(c)
			if err != nil {
				t.Fatal(err)
			}
			text, csv := sitePage(c, svg), string(data)
			test.change(&svg, &text, &csv)
			root, err := html.Parse(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			edition := proof.Edition{
				ID: "2022", Charts: []proof.Chart{{Chart: c, Pictures: svg, CSV: []byte(csv)}}, Prose: []proof.Prose{{Address: "/2022/pagina/"}},
				Tables: []dataset.Table{{Name: "cifre"}},
			}
			prover, err := proof.New([]proof.Edition{edition}, nil)
			if err == nil {
				err = prover.Page("2022/pagina/index.html", root)
			}
			switch {
			case test.want == "" && err != nil:
				t.Error(err)
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
				t.Errorf("prove = %v, want an error that says %q", err, test.want)
			}
		})
	}
}

// sitePage is a page that agrees with c.
func sitePage(c chart.Chart, svg chart.SVG) string {
	var b strings.Builder
	b.WriteString(`<main><figure id="grafico_` + c.ID + `">` + string(svg.Wide) + string(svg.Narrow) + "<p>" + c.Finding + "</p><table>")
	t := c.Table()
	for _, row := range append([][]string{t.Header}, t.Rows...) {
		b.WriteString("<tr><td>" + strings.Join(row, "</td><td>") + "</td></tr>")
	}
	return b.String() + "</table></figure></main>"
}

// TestBuildDisagrees: a picture without a mark stops the build.
func TestBuildDisagrees(t *testing.T) {
	in := bigInput(12)
	in.Draw = func(ctx context.Context, c chart.Chart) (chart.SVG, error) {
		svg, err := draw(ctx, c)
		svg.Narrow = []byte(strings.Replace(string(svg.Narrow), `data-s="0" data-c="0"`, "", 1))
		return svg, err
	}
	if _, err := Build(context.Background(), in); err == nil || !strings.Contains(err.Error(), "disagree") {
		t.Errorf("Build = %v, want a disagreement", err)
	}
}

// painted stands for a picture that leaves the site.
func painted(width, height int) ([]byte, error) {
	var b bytes.Buffer
	err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height)))
	return b.Bytes(), err
}

// TestPictureDisagrees: a PNG of another size than newspapers are promised stops
// the build.
func TestPictureDisagrees(t *testing.T) {
	in := bigInput(12)
	in.Picture = func(context.Context, chart.Chart, chart.Caption) ([]byte, error) { return painted(160, 9) }
	if _, err := Build(context.Background(), in); err == nil || !strings.Contains(err.Error(), "160 pixels wide") {
		t.Errorf("Build = %v, want a disagreement", err)
	}
}

// TestCards: editions, settori and projects have a card of their own where the
// address of the site is known, the other pages that of their edition; a card
// says first what keeps it from being official.
func TestCards(t *testing.T) {
	in := bigInput(12)
	cards := map[string]chart.Card{}
	var mu sync.Mutex
	in.Card = func(c chart.Card) ([]byte, error) {
		mu.Lock()
		defer mu.Unlock()
		cards[c.Title] = c
		return painted(12, 6)
	}
	if read(t, build(t, in), "2022/index.html"); len(cards) > 0 {
		t.Errorf("%d cards without an address", len(cards))
	}
	in.BaseURL = "https://www.comune.prova.example/piano"
	s := build(t, in)
	for file, image := range map[string]string{
		"2022/index.html":          "2022/anteprima.png",
		"2022/dati/index.html":     "2022/anteprima.png",
		"2022/progetti/index.html": "2022/anteprima.png",
		route.File(route.Project.At("2022", in.Publication.Editions[0].AllProjects()[0].ID)): strings.TrimPrefix(route.Project.At("2022", in.Publication.Editions[0].AllProjects()[0].ID), "/") + "anteprima.png",
	} {
		if want := `<meta property="og:image" content="https://www.comune.prova.example/piano/` + image + `">`; !strings.Contains(read(t, s, file), want) {
			t.Errorf("%s lacks %s", file, want)
		}
		if read(t, s, image) == "" {
			t.Errorf("%s is empty", image)
		}
	}
	for _, c := range cards {
		if !strings.Contains(c.Above, "non ufficiale") || len(c.Figures) > 2 {
			t.Errorf("the card %q says %q above, with %d figures", c.Title, c.Above, len(c.Figures))
		}
	}
}

// TestChartFiles: the files stand beside the page, linked with format and size.
func TestChartFiles(t *testing.T) {
	in := bigInput(12)
	in.Picture = func(_ context.Context, c chart.Chart, caption chart.Caption) ([]byte, error) {
		if caption.Title != c.Finding || !strings.Contains(caption.Licence, "non ufficiale") {
			t.Errorf("the picture of %q says %+v", c.ID, caption)
		}
		return painted(1600, 9)
	}
	s := build(t, in)
	page := read(t, s, "2022/grafici/progetti-per-settore/index.html")
	for _, want := range []string{
		`<a href="progetti-per-settore.svg" download>Disegno di «Progetti per settore» (SVG, `,
		`<a href="progetti-per-settore.png" download>Immagine di «Progetti per settore» (PNG, `,
		`<a href="progetti-per-settore.csv" download>Dati di «Progetti per settore» (CSV, `,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	manifest := read(t, s, manifest.Name)
	for _, name := range []string{"progetti-per-settore.svg", "progetti-per-settore.png", "progetti-per-settore.csv"} {
		if !strings.Contains(manifest, `"2022/grafici/progetti-per-settore/`+name+`"`) {
			t.Errorf("%s is not in the manifest", name)
		}
	}
}
