// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// maxPaper is how many projects the page for paper has in full. A plan of more
// is hundreds of sheets and millions of bytes, and nobody prints it whole: each
// settore then has a page for paper of its own.
const maxPaper = 100

// A sheetView is the data of stampa-settore.html: the projects of a settore in
// full, for paper.
type sheetView struct {
	Layout
	Contents []Chapter
	Projects []PrintProject
	Whole    Link // the rest of the plan, for paper
}

// sheets are the settori whose projects have a page for paper of their own.
func sheets(e *plan.Edition) []*plan.Department {
	var out []*plan.Department
	described := 0
	for _, d := range e.Departments {
		if described += len(d.Described); len(d.Described) > 0 {
			out = append(out, d)
		}
	}
	if described <= maxPaper {
		return nil
	}
	return out
}

func sheetHeading(d *plan.Department) string { return d.Name + ": i progetti da stampare" }

func (p page) printSheet(d *plan.Department) (*sheetView, error) {
	e := p.edition
	v := &sheetView{
		Layout: p.layout(sheetHeading(d), italian.Capital(italian.Count(len(d.Described), "progetto", "progetti"))+" per intero, da leggere su carta.",
			"I progetti di «"+d.Name+"» in una pagina sola, da stampare.",
			step{"Tutto il piano da stampare", route.Print.At(e.ID)}, step{d.Name, route.PrintSheet.At(e.ID, d.ID)}),
		Whole: Link{Label: "Il resto del piano, da stampare", Href: p.link(route.Print.At(e.ID))},
	}
	v.Record.Folded = "" // nothing unfolds on paper
	p.spots = map[string]spot{}
	p.b.addSpots(p.spots, e, d.Described)
	var err error
	v.Projects, err = p.printProjects(d.Described)
	v.Contents = projectChapters(v.Projects)
	return v, err
}
