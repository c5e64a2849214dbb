// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"regexp"
	"strings"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/route"
	"vetro/cmd/internal/site"
)

// A drawn chart of an edition, and the files beside its page.
type drawn struct {
	chart.Chart
	svg   chart.SVG
	png   []byte      // nil where none is made
	files []site.File // SVG, CSV and what describes it, PNG
}

// worthy reports whether c is shown without being asked for: it is about the whole
// edition, and says more than the tables beside it.
func (d *drawn) worthy() bool { return !strings.HasPrefix(d.ID, staffChartPrefix) && d.Worth() }

// A ChartFigure is a chart on a page: picture, finding, table, source.
type ChartFigure struct {
	ID      string
	Title   string
	Finding string
	Wide    template.HTML
	Narrow  template.HTML
	Note    string
	Table   Table
	Open    bool // the table is open from the start
	Paper   bool // one picture only, and nothing that needs a screen
	Source  *Link
	Page    *Link // to the chart's own page
}

// A Table is a table of plain text.
type Table struct {
	Caption string
	Header  []string
	Rows    [][]string
}

// chartFigure places c on p. Chart pages do not link to themselves.
func (p page) chartFigure(c *drawn) ChartFigure {
	t := c.Table()
	f := ChartFigure{
		ID: c.ID, Title: c.Title, Finding: c.Finding, Note: c.Note,
		Wide: inline(c.svg.Wide), Narrow: inline(c.svg.Narrow),
		Table:  Table{Caption: c.Title, Header: t.Header, Rows: t.Rows},
		Source: p.chartSource(c),
	}
	switch address := route.Chart.At(p.edition.ID, c.Chart.ID); {
	case p.spots != nil:
		f.Paper = true
	case address == p.address:
		f.Open = true
	default:
		f.Page = &Link{Label: "Pagina del grafico «" + c.Title + "»", Href: p.link(address)}
	}
	return f
}

// described finds what a picture says of itself besides its name.
var described = regexp.MustCompile(` aria-describedby="[^"]*"|<desc[^>]*>[^<]*</desc>`)

// inline is a picture beside whose finding it stands: it does not say it again.
func inline(svg []byte) template.HTML { return template.HTML(described.ReplaceAll(svg, nil)) }

// chartSource is the source a chart names, as a link.
func (p page) chartSource(c *drawn) *Link {
	for _, s := range p.b.in.Publication.Sources {
		if c.Source != "" && s.Title == c.Source {
			return p.source(s)
		}
	}
	return nil
}

// A chartsView is the data of grafici.html.
type chartsView struct {
	Layout
	Charts []ChartCard
}

// A ChartCard is a chart in the gallery.
type ChartCard struct {
	Finding string
	Title   string
	Href    string
	Picture template.HTML // the narrow one
}

func (p page) chartsPage() *chartsView {
	e := p.edition
	v := &chartsView{Layout: p.layout("Grafici",
		"Che cosa dicono i numeri del piano. Ogni grafico si apre con la tabella, i file e il modo di citarlo.",
		"I grafici del piano per il lavoro agile, ciascuno con la tabella dei dati e la fonte.",
		step{"Grafici", route.Charts.At(e.ID)})}
	for _, c := range p.b.charts[e] {
		v.Charts = append(v.Charts, ChartCard{c.Finding, c.Title, p.link(route.Chart.At(e.ID, c.Chart.ID)), inline(c.svg.Narrow)})
	}
	return v
}

// A chartView is the data of grafico.html.
type chartView struct {
	Layout
	Chart           ChartFigure
	Downloads       []Download
	Citation        string
	Embed           string // HTML that shows it on another site; "" while the address is not known
	Previous, Next  *Link
	NeighboursLabel string
}

func (p page) chartPage(c, previous, next *drawn) *chartView {
	e := p.edition
	v := &chartView{
		Layout: p.layout(c.Title, "", c.Finding,
			step{"Grafici", route.Charts.At(e.ID)}, step{c.Title, route.Chart.At(e.ID, c.Chart.ID)}),
		Chart:           p.chartFigure(c),
		Citation:        p.citation(c.Title, route.Chart.At(e.ID, c.Chart.ID)),
		Embed:           p.embedCode(c),
		NeighboursLabel: "Altri grafici",
	}
	v.CiteAs = "" // its own section says it
	for _, format := range []struct{ ending, label string }{
		{".png", "Immagine di «" + c.Title + "» (PNG, "},
		{".svg", "Disegno di «" + c.Title + "» (SVG, "},
		{".csv", "Dati di «" + c.Title + "» (CSV, "},
	} {
		for _, f := range c.files {
			if strings.HasSuffix(f.Path, format.ending) {
				v.Downloads = append(v.Downloads, Download{format.label + italian.Size(len(f.Data)) + ")", p.link("/" + f.Path)})
			}
		}
	}
	if previous != nil {
		v.Previous = &Link{Label: previous.Title, Href: p.link(route.Chart.At(e.ID, previous.Chart.ID))}
	}
	if next != nil {
		v.Next = &Link{Label: next.Title, Href: p.link(route.Chart.At(e.ID, next.Chart.ID))}
	}
	return v
}
