// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"vetro/cmd/internal/dataset"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/proof"
	"vetro/cmd/internal/route"
)

// Proofs returns what the pages of each edition shown are compared with.
func (b *Builder) Proofs() []proof.Edition {
	var out []proof.Edition
	for _, e := range b.shown {
		d := b.data[e]
		p := proof.Edition{
			ID: e.ID, Home: e == b.current() && e.State == plan.Approved, Tables: d.tables, Dictionary: dataset.Dictionary(d.tables),
		}
		for _, f := range d.files {
			p.Files = append(p.Files, proof.File{Path: f.Path, Title: f.Title})
		}
		for _, c := range b.charts[e] {
			p.Charts = append(p.Charts, proof.Chart{Chart: c.Chart, Pictures: c.svg, CSV: c.files[1].Data, PNG: c.png})
		}
		for _, n := range b.narrative {
			if n.Edition == e.ID {
				p.Prose = append(p.Prose, proof.Prose{Address: n.Address(), ID: narrativeSpot(n).id, Figures: n.Figures})
			}
		}
		for _, project := range e.AllProjects() {
			if n := b.texts[route.Project.At(e.ID, project.ID)]; n != nil {
				p.Prose = append(p.Prose, proof.Prose{Address: n.Address(), ID: projectSpot(project), Project: true, Figures: n.Figures})
			}
		}
		if list, before := b.compared(e); before != nil {
			p.Changes, p.ChangesCSV = &list, changesCSV(list)
		}
		out = append(out, p)
	}
	return out
}
