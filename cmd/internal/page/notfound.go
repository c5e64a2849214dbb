// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"io/fs"
	"strings"

	"vetro/cmd/internal/route"
	"vetro/templates"
)

// A notFoundView is the data of 404.html. A server shows that page at any
// depth, so it carries its own style, allowed by its hash, and links only by
// absolute address.
type notFoundView struct {
	StyleHash template.HTMLAttr
	Style     template.CSS
	Title     string
	Tagline   string
	Bands     []Band
	Links     []Link
}

func (p page) notFoundPage() (*notFoundView, error) {
	css, err := fs.ReadFile(templates.FS, "404.css")
	if err != nil {
		return nil, fmt.Errorf("reading the style of 404.html: %w", err)
	}
	// The licence line is for the source; html/template drops comments anyway.
	if i := bytes.Index(css, []byte("*/\n")); i >= 0 {
		css = css[i+len("*/\n"):]
	}
	sum := sha256.Sum256(css)
	header := p.header()
	v := &notFoundView{
		StyleHash: template.HTMLAttr("sha256-" + base64.StdEncoding.EncodeToString(sum[:])),
		Style:     template.CSS(css),
		Title:     header.Title, Tagline: header.Tagline, Bands: p.bands(),
	}
	if p.b.base != "" {
		to := func(label, address string) {
			v.Links = append(v.Links, Link{Label: label, Href: p.b.base + strings.TrimPrefix(address, "/")})
		}
		to("Vai alla pagina iniziale del piano", route.Home.At())
		if e := p.edition; e != nil {
			to("Cerca nell’elenco dei progetti", route.Projects.At(e.ID))
		}
		to("Guarda la mappa del sito", route.Map.At())
	}
	if href := outside(p.b.muni.Links.Transparency); href != "" {
		v.Links = append(v.Links, Link{Label: "Torna ad Amministrazione trasparente", Href: href})
	}
	return v, nil
}
