// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"path"
	"strings"
)

// A Frame is what stands above and below a page, as it is written. The many
// pages of one folder share one.
type Frame struct {
	Top    template.HTML
	Bottom template.HTML // the footer
}

// frame returns the frame of p. Below an edition's own sections all pages of a
// folder have the same: the same addresses lead to the same places, and the menu
// stands at the same voice.
func (p page) frame() (*Frame, error) {
	key := ""
	if strings.Count(p.file, "/") > 2 {
		key = path.Dir(path.Dir(p.file))
		if known, ok := p.b.frames.Load(key); ok {
			return known.(*Frame), nil
		}
	}
	data := struct {
		Header Header
		Footer Footer
	}{p.header(), p.footer()}
	var f Frame
	for _, part := range []struct {
		name string
		to   *template.HTML
	}{{"header", &f.Top}, {"footer", &f.Bottom}} {
		var b strings.Builder
		if err := p.b.templates["parti"].ExecuteTemplate(&b, part.name, data); err != nil {
			return nil, err
		}
		*part.to = template.HTML(b.String())
	}
	if key != "" {
		p.b.frames.Store(key, &f)
	}
	return &f, nil
}
