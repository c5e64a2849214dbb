// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"html/template"
	"regexp"
	"strconv"
	"strings"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/dataset"
)

// A Download is a file with its format and size in words.
type Download struct {
	Label string
	Href  string
}

// chartFile is the name, without its ending, of the files beside a chart's
// page: "2022/grafici/avanzamento/avanzamento".
func chartFile(address, id string) string {
	return strings.TrimPrefix(address, "/") + id
}

// svgStart finds the size by the viewBox, since a picture in a page has no size of its own.
var svgStart = regexp.MustCompile(`^<svg[^>]* viewBox="0 0 ([0-9.]+) ([0-9.]+)"[^>]*>`)

// standaloneSVG makes the wide picture a file of its own: with a size, a ground,
// a family of type that every program has, and its own colours for a dark ground.
func standaloneSVG(d *drawn, citation string) ([]byte, error) {
	m := svgStart.FindSubmatchIndex(d.svg.Wide)
	if m == nil {
		return nil, fmt.Errorf("the picture does not start with a size")
	}
	start, rest := string(d.svg.Wide[:m[1]]), d.svg.Wide[m[1]:]
	width, height := string(d.svg.Wide[m[2]:m[3]]), string(d.svg.Wide[m[4]:m[5]])
	const space = ` xmlns="http://www.w3.org/2000/svg"`
	start = strings.Replace(start, space, "", 1)
	start = strings.Replace(start, "<svg", `<svg`+space+` width="`+width+`" height="`+height+`" font-family="'Titillium Web', Arial, sans-serif"`, 1)
	var b bytes.Buffer
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + start)
	// Title and description stay first, as programs expect them.
	named, rest, found := bytes.Cut(rest, []byte("</desc>"))
	if !found {
		return nil, fmt.Errorf("the picture has no description")
	}
	b.Write(named)
	b.WriteString("</desc>")
	b.WriteString(`<metadata>` + template.HTMLEscapeString(citation) + `</metadata><style>` + chart.Stylesheet() + `</style><rect class="c-ground" width="` + width + `" height="` + height + `" fill="#ffffff"/>`)
	b.Write(rest)
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// caption is what the picture of d says once it has left the site: the finding,
// what it is about, the document, and whose it is or that it is nobody's.
func (p page) caption(d *drawn) chart.Caption {
	c := chart.Caption{Title: d.Finding, Text: d.Title + ", " + p.edition.Name(), Licence: p.b.muni.Name + ", CC BY 4.0"}
	if d.Source != "" {
		c.Source = "Fonte: " + d.Source
	}
	if s := p.standing(); s != "" {
		c.Licence = s
	}
	return c
}

// numberColumn is the heading of the column that has a series as numbers.
func numberColumn(series string) string { return series + " (numero)" }

// chartCSV is the table of a chart as RFC 4180 has it, in UTF-8: the category,
// then for each series the value as written and as a number, which is empty
// where it is not known.
func chartCSV(c chart.Chart) ([]byte, error) {
	t := c.Table()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	header := []string{dataset.Neutralise(t.Header[0])}
	for _, name := range t.Header[1:] {
		header = append(header, dataset.Neutralise(name), dataset.Neutralise(numberColumn(name)))
	}
	records := [][]string{header}
	for i, row := range t.Rows {
		record := []string{dataset.Neutralise(row[0])}
		for j, cell := range row[1:] {
			record = append(record, dataset.Neutralise(cell), numberCell(c.Series[j].Values[i]))
		}
		records = append(records, record)
	}
	if err := w.WriteAll(records); err != nil {
		return nil, fmt.Errorf("writing CSV: %w", err)
	}
	return b.Bytes(), nil
}

// chartTable describes the columns of chartCSV; it has no rows.
func chartTable(c chart.Chart) dataset.Table {
	t := c.Table()
	out := dataset.Table{Name: c.ID, Title: c.Title, Meaning: "Una riga per ogni voce del grafico", Separator: "|"}
	column := func(name, title, meaning, unit string, kind dataset.Kind) {
		out.Columns = append(out.Columns, dataset.Column{Name: name, Title: dataset.Neutralise(title), Meaning: meaning, Unit: unit, Kind: kind})
	}
	column("voce", t.Header[0], "La voce del grafico", "", dataset.Text)
	for i, series := range t.Header[1:] {
		n := strconv.Itoa(i + 1)
		column("serie_"+n, series, "Il valore, come si legge nelle pagine", "", dataset.Text)
		column("serie_"+n+"_numero", numberColumn(series), "Il valore come numero; vuoto se non si conosce", c.Unit, dataset.Decimal)
	}
	return out
}

func numberCell(v chart.Value) string {
	if !v.Known {
		return ""
	}
	return strconv.FormatFloat(v.Number, 'f', -1, 64)
}
