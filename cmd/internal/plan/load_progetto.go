// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
)

// project reads a [[progetto]]. Its id is unique in the edition, whatever the
// settore: /2022/progetti/<id>/ is one address.
func (r *reading) project(t *table, inherited *Source, d *Department) *Project {
	id := t.slug("id")
	t.page = projectPage(r.edition, id)
	p := &Project{
		ID:           id,
		Title:        t.line("titolo"),
		Summary:      t.prose("sintesi"),
		Service:      t.line("servizio"),
		Activities:   t.texts("attivita"),
		Goals:        t.texts("obiettivi"),
		DaysPerMonth: t.quantity("giornate_al_mese"),
		Responsible:  t.line("responsabile"),
		Cost:         t.quantity("costo"),
		Funding:      t.quantity("finanziamento"),
		FundedBy:     t.line("fonte_finanziamento"),
		Contribution: t.prose("contributo"),
		Start:        t.when("inizio"),
		End:          t.when("fine"),
		Progress:     choice[Progress](t, "avanzamento"),
		Featured:     t.flag("in_evidenza"),
		Note:         t.prose("nota"),
		Source:       t.source(inherited),
		Department:   d,
		Pos:          t.here().Pos,
	}
	p.With = t.slugs("insieme_a")
	if len(p.With) > 0 {
		r.shared = append(r.shared, sharing{t, p})
	}
	r.projects.add(r.report, valueOf(t, "id"), p.ID, "duplicate-id")
	// "2022" may end in "2022-05": only what both say is compared.
	if n := min(len(p.Start), len(p.End)); n > 0 && isTime(p.Start) && isTime(p.End) && p.End[:n] < p.Start[:n] {
		fault(t, t.at("fine"), "dates-out-of-order", fmt.Sprintf("la fine (%s) non può venire prima dell'inizio (%s)", p.End, p.Start), "controlla le due date")
	}
	if p.Funding.more(p.Cost) {
		fault(t, t.at("finanziamento"), "contradiction", fmt.Sprintf("il finanziamento (%s euro) è più del costo (%s euro)", p.Funding, p.Cost),
			"correggi i due numeri: finanziamento è la parte del costo che paga qualcun altro")
	}
	if c := t.table("condizioni"); c != nil {
		p.Conditions = Conditions{
			Organisational: c.texts("organizzative"),
			Technological:  c.texts("tecnologiche"),
			Training:       c.texts("formative"),
			Safety:         c.texts("sicurezza"),
		}
	}
	for _, link := range t.tables("collegamenti") {
		p.Links = append(p.Links, ProjectLink{link.line("titolo"), link.link("collegamento")})
	}
	p.Staff = r.staff(t, p.Source)
	p.NoIndicators = t.prose("senza_indicatori")
	names := make(register)
	for _, i := range t.tables("indicatori") {
		p.Indicators = append(p.Indicators, i.indicator(p.Source))
		names.add(r.report, valueOf(i, "nome"), p.Indicators[len(p.Indicators)-1].Name, "duplicate-value")
	}
	return p
}
