// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"cmp"
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// A narrativeView is the data of narrativa.html.
type narrativeView struct {
	Layout
	Index  []Anchor
	Body   template.HTML
	Others []PageLink
}

func (p page) narrativePage(n *narrative.Page) (*narrativeView, error) {
	v := &narrativeView{Layout: p.layout(n.Title, n.Summary, n.Summary, step{n.Title, n.Address()})}
	for _, h := range n.Headings {
		if h.Level == 2 {
			v.Index = append(v.Index, Anchor{h.ID, h.Text})
		}
	}
	if len(v.Index) < 2 {
		v.Index = nil
	}
	for _, other := range p.b.narrative {
		if other != n && other.Edition == n.Edition {
			v.Others = append(v.Others, PageLink{other.Title, p.link(other.Address()), other.Summary})
		}
	}
	words := p.newGloss()
	v.Lead = words.text(n.Summary)
	body, err := p.body(n, narrative.Resolver{Chart: p.chartMarkup})
	v.Body = words.html(body)
	return v, err
}

// body draws the text of n; r says what is not the same on every page.
func (p page) body(n *narrative.Page, r narrative.Resolver) (template.HTML, error) {
	var broken error
	r.Figure = func(name string) template.HTML {
		name, phrase := strings.CutSuffix(name, plan.PhraseSuffix)
		f, _ := p.edition.Figure(name)
		if phrase && !f.Value.IsMissing() {
			return quantityMarkup(f.Value, f.Singular(), f.Unit)
		}
		return bare(f.Value)
	}
	r.Link = func(address string) string {
		link, err := p.resolve(address)
		if err != nil && broken == nil {
			broken = fmt.Errorf("%s: %w", n.Pos.Filename, err)
		}
		return link
	}
	body, err := n.HTML(r)
	return body, cmp.Or(err, broken)
}

// resolve turns a permanent address, or a picture's, into a link from p.
func (p page) resolve(address string) (string, error) {
	if name, ok := strings.CutPrefix(address, "/immagini/"); ok {
		if file, ok := p.b.image(name); ok {
			return p.link(file), nil
		}
		return "", fmt.Errorf("no picture %q", name)
	}
	target, _, _ := strings.Cut(address, "#")
	for e, documents := range p.b.documents {
		if name, ok := strings.CutPrefix(target, "/"+route.Attachments(e.ID)); ok {
			if plain, err := url.PathUnescape(name); err == nil && documents[plain] != nil {
				return p.link("/" + route.Attachments(e.ID) + plain), nil
			}
		}
	}
	if !p.b.addresses[target] {
		return "", fmt.Errorf("no page %q on this site (drafts are left out once an edition is approved)", target)
	}
	return p.link(address), nil
}

// chartMarkup draws a chart of the page's edition in the middle of its prose.
func (p page) chartMarkup(id string) (template.HTML, error) {
	for _, c := range p.b.charts[p.edition] {
		if c.ID == id {
			var b strings.Builder
			f := p.chartFigure(c)
			err := p.b.templates["parti"].ExecuteTemplate(&b, "chart", &f)
			return template.HTML(b.String()), err
		}
	}
	return "", fmt.Errorf("no chart %q", id)
}
