// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"fmt"
	"go/token"
	"path"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
)

// checkName reports a page whose file name cannot stand in its address, or
// whose address another page has.
func (lib *library) checkName(p *Page, report *diag.List) bool {
	d := diag.Diagnostic{Pos: token.Position{Filename: p.Pos.Filename}}
	taken := lib.known.Routes != nil && lib.known.Routes(p.Address())
	for _, e := range lib.pub.Editions {
		taken = taken || p.Edition == "" && e.ID == p.Slug
	}
	if taken {
		d.Code = "reserved-name"
		d.Message = fmt.Sprintf("l'indirizzo %s è già di un'altra pagina del sito", diag.Quote(p.Address()))
		d.Hint = "dai al file un altro nome"
		report.Add(d)
		return false
	}
	d.Code, d.Message, d.Hint = plan.SlugFault("il nome", p.Slug, " di una pagina")
	if d.Code == "" {
		return true
	}
	report.Add(d)
	return false
}

// address returns the permanent address of the page that the file name means,
// whatever is wrong with the name: links to it are then not wrong too.
func address(edition, name string) string {
	stem := path.Base(name)
	for stem != "" && path.Ext(stem) != "" {
		stem = stem[:len(stem)-len(path.Ext(stem))]
	}
	return (&Page{Edition: edition, Slug: plan.Slug(stem)}).Address()
}
