// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"image/png"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/dataset"
)

// forms compares the pictures and the CSV of a chart with its table; Page does
// so with its pages. The four, with the sentence, are one series.
func (c Chart) forms() error {
	if err := proveCSV(c.Chart, c.CSV); err != nil {
		return err
	}
	for _, picture := range []struct {
		name string
		svg  []byte
	}{{"wide", c.Pictures.Wide}, {"narrow", c.Pictures.Narrow}} {
		if err := proveMarks(c.Chart, picture.svg); err != nil {
			return fmt.Errorf("%s picture: %w", picture.name, err)
		}
	}
	if c.PNG == nil {
		return nil
	}
	picture, err := png.DecodeConfig(bytes.NewReader(c.PNG))
	if err == nil && picture.Width != 1600 {
		err = fmt.Errorf("it is %d pixels wide", picture.Width)
	}
	if err != nil {
		return fmt.Errorf("reading the PNG back: %w", err)
	}
	return nil
}

// proveCSV reads the file back: the texts are those of the table, the numbers
// those of the series.
func proveCSV(c chart.Chart, data []byte) error {
	records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return fmt.Errorf("reading the CSV back: %w", err)
	}
	t := c.Table()
	rows := append([][]string{t.Header}, t.Rows...)
	if len(records) != len(rows) {
		return fmt.Errorf("the CSV has %d lines, the table %d", len(records), len(rows))
	}
	for i, record := range records {
		if len(record) != 2*len(c.Series)+1 {
			return fmt.Errorf("line %d of the CSV has %d cells", i+1, len(record))
		}
		for j, want := range rows[i] {
			at := max(0, 2*j-1)
			if record[at] != dataset.Neutralise(want) {
				return fmt.Errorf("line %d of the CSV says %q, the table %q", i+1, record[at], want)
			}
			if i == 0 || j == 0 {
				continue
			}
			v := c.Series[j-1].Values[i-1]
			number, err := strconv.ParseFloat(record[at+1], 64)
			if known := err == nil; known != v.Known || known && number != v.Number {
				return fmt.Errorf("line %d of the CSV has the number %q, the data %v", i+1, record[at+1], v)
			}
		}
	}
	return nil
}

var markPlace = regexp.MustCompile(` data-s="(\d+)" data-c="(\d+)"`)

// proveMarks counts the marks: one for each value that is known, and no other.
func proveMarks(c chart.Chart, svg []byte) error {
	got := map[string]int{}
	for _, m := range markPlace.FindAllSubmatch(svg, -1) {
		got[string(m[1])+" "+string(m[2])]++
	}
	return sameMarks(c, got)
}

// sameMarks compares the marks of a picture, by series and category, with the
// values that are known.
func sameMarks(c chart.Chart, got map[string]int) error {
	want := map[string]int{}
	for s, series := range c.Pictured().Series {
		for i, v := range series.Values {
			if v.Known {
				want[strconv.Itoa(s)+" "+strconv.Itoa(i)] = 1
			}
		}
	}
	if !maps.Equal(want, got) {
		return fmt.Errorf("the marks (series, category) are %v, the known values %v",
			slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
	}
	return nil
}

// proveFramed reads finding and marks back from a chart in the frame of another
// site.
func proveFramed(p *comparison, c chart.Chart, root *html.Node) {
	for h := range descend(root, "h1") {
		if said := fold(nodeText(h)); p.err == nil && said != fold(c.Finding) {
			p.err = fmt.Errorf("%s: the finding is %q, want %q", p.page, said, c.Finding)
		}
	}
	pictures := 0
	for svg := range descend(root, "svg") {
		got := map[string]int{}
		for n := range svg.Descendants() {
			if place := attribute(n, "data-s") + " " + attribute(n, "data-c"); place != " " {
				got[place]++
			}
		}
		if err := sameMarks(c, got); p.err == nil && err != nil {
			p.err = fmt.Errorf("%s: %w", p.page, err)
		}
		pictures++
	}
	if p.err == nil && pictures != 2 {
		p.err = fmt.Errorf("%s: it has %d pictures, want 2", p.page, pictures)
	}
}

// provePage reads finding and table back from a chart on a page.
func provePage(c chart.Chart, root *html.Node) error {
	var rows [][]string
	finding := false
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "tr":
			var row []string
			for cell := range n.ChildNodes() {
				if cell.Type == html.ElementNode {
					row = append(row, nodeText(cell))
				}
			}
			rows = append(rows, row)
		case n.Data == "p":
			finding = finding || nodeText(n) == c.Finding
		}
	}
	t := c.Table()
	want := append([][]string{t.Header}, t.Rows...)
	if !slices.EqualFunc(rows, want, func(a, b []string) bool { return slices.Equal(a, b) }) {
		return fmt.Errorf("the table of the page is %q, the data %q", rows, want)
	}
	if !finding {
		return fmt.Errorf("the page does not say %q", c.Finding)
	}
	return nil
}

// nodeText is the text of n and of all below it.
func nodeText(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ") // set by italian.Bind
}

// proveGallery compares the pictures of the gallery with the charts they lead to:
// what each says is the finding of its chart.
func (v *evidence) proveGallery(p *comparison, root *html.Node) {
	for a := range descend(root, "a") {
		if !hasClass(a, "riga-nome") || p.err != nil {
			continue
		}
		id := path.Base(path.Dir(path.Join(path.Dir(p.page), attribute(a, "href"))))
		if c, ok := v.charts[id]; !ok || fold(c.Finding) != fold(nodeText(a)) {
			p.err = fmt.Errorf("%s: the chart %q: the finding is %q, want %q", p.page, id, fold(nodeText(a)), fold(c.Finding))
		}
	}
}
