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
	if p.Project != "" {
		return lib.checkProject(p, report)
	}
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
func address(name string) string {
	dir, stem := path.Split(name)
	for stem != "" && path.Ext(stem) != "" {
		stem = stem[:len(stem)-len(path.Ext(stem))]
	}
	return pageOf(dir + plan.Slug(stem)).Address()
}

// checkProject reports a text whose project is not in the data.
func (lib *library) checkProject(p *Page, report *diag.List) bool {
	var e *plan.Edition
	for _, candidate := range lib.pub.Editions {
		if candidate.ID == p.Edition {
			e = candidate
		}
	}
	if e == nil {
		return false // its folder was reported, or the data of the edition were
	}
	var ids []string
	for _, project := range e.AllProjects() {
		if project.ID == p.Project {
			return true
		}
		ids = append(ids, project.ID)
	}
	if lib.doubtful(p.Edition) {
		return false
	}
	d := diag.Diagnostic{Pos: token.Position{Filename: p.Pos.Filename}, Code: "unknown-project",
		Message: fmt.Sprintf("nell'edizione %s nessun progetto descritto ha l'id %s", p.Edition, diag.Quote(p.Project)),
		Hint:    diag.DidYouMean(p.Project, ids)}
	if now := e.Renamed(plan.RenamedProject, p.Project); now != p.Project {
		d.Hint = "il progetto ha cambiato id: chiama il file " + diag.Quote(now+".md")
	} else if d.Hint == "" {
		d.Hint = "il nome del file è l'id di un progetto, come è scritto in data/piani/" + p.Edition
	}
	report.Add(d)
	return false
}
