// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"strings"

	"vetro/cmd/internal/dataset"
	"vetro/cmd/internal/route"
)

// linkedData says of p, in words of schema.org, what it is: for machines that
// read pages. It is data and no script: no browser runs it.
func (p page) linkedData(l Layout, steps []step) ([]template.JS, error) {
	e := p.edition
	if e == nil {
		return nil, nil
	}
	d := p.b.data[e]
	crumbs := make([]dataset.Crumb, len(l.Crumbs))
	for i, c := range l.Crumbs {
		crumbs[i].Label = c.Label
		if strings.Contains(c.Href, "://") {
			crumbs[i].Address = c.Href
		}
	}
	// The steps below the edition are pages of ours: their links are relative.
	below := len(crumbs) - len(steps)
	crumbs[below-1].Address = p.absolute(route.Edition.At(e.ID))
	for i, s := range steps {
		crumbs[below+i].Address = p.absolute(s.address)
	}
	values := []any{dataset.WebPage(d.set, l.Heading, l.Description, l.Canonical, crumbs)}
	if len(d.files) > 0 && (p.address == route.Edition.At(e.ID) || p.address == route.Data.At(e.ID)) {
		values = append(values, dataset.Dataset(d.set, d.files))
	}
	if p.file == route.File(route.Home.At()) {
		if o := dataset.Organization(d.set); o != nil {
			values = append(values, o)
		}
	}
	out := make([]template.JS, len(values))
	for i, v := range values {
		data, err := dataset.Script(v)
		if err != nil {
			return nil, err
		}
		out[i] = template.JS(data)
	}
	return out, nil
}
