// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"regexp"
	"strconv"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/route"
)

// embedTemplate is the template of the pages that other sites show in a frame.
const embedTemplate = "incorpora"

// An embedView is the data of incorpora.html: a chart alone, with what it says,
// its source and the way back, for the frame of another site. It has no
// script, and a policy that allows none.
type embedView struct {
	DocumentTitle string
	Description   string
	Canonical     string // of the chart's own page
	Style         string
	Fonts         []string
	Bands         []Band
	Chart         ChartFigure
	Site          string
}

func (p page) embedPage(c *drawn) *embedView {
	v := &embedView{
		DocumentTitle: italian.Clip("Grafico: "+c.Title, 65),
		Description:   italian.Clip(italian.Sentence("Da mostrare su un altro sito. "+c.Finding), 150),
		Canonical:     p.absolute(route.Chart.At(p.edition.ID, c.Chart.ID)),
		Style:         p.link(p.b.assets.style),
		Fonts:         p.fonts(),
		Bands:         p.bands(),
		Chart:         p.chartFigure(c),
		Site:          p.header().Title,
	}
	v.Chart.Page.Label = "Dati, tabella e fonte"
	return v
}

// embedCode is what shows c on another site, "" while the address of this one
// is not known. A frame does not grow with its content: the height is that of
// the narrow picture and of what stands around it.
func (p page) embedCode(c *drawn) string {
	at := p.absolute(route.Embed.At(p.edition.ID, c.Chart.ID))
	if at == "" {
		return ""
	}
	return `<iframe src="` + at + `" title="` + template.HTMLEscapeString(c.Title) +
		`" width="100%" height="` + strconv.Itoa(tall(c.svg.Narrow)+embedAround) + `" style="border:0;max-width:44rem" loading="lazy"></iframe>`
}

// tall is how tall a picture is when no smaller than it was drawn, in pixels.
func tall(svg []byte) int {
	if m := viewBox.FindSubmatch(svg); m != nil {
		n, _ := strconv.Atoi(string(m[1])) // the pattern has digits alone
		return n
	}
	return 0
}

var viewBox = regexp.MustCompile(`viewBox="0 0 \d+ (\d+)"`)

// embedAround is the room of the words around an embedded picture, in pixels, on
// a phone.
const embedAround = 280
