// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"slices"
	"strings"
	"vetro/cmd/internal/plan"

	"golang.org/x/net/html"
)

// proveProject compares the page of a project, or its chapter on paper, with
// progetti, attivita, personale and indicatori.
func (v *evidence) proveProject(p *comparison, r *reading, want record, paper bool) {
	id := want.key()
	p.same(want, "titolo", r.title.text, want.text("titolo"))
	p.same(want, "avanzamento", r.badge, progressWords(want.text("avanzamento")))
	for _, column := range []string{"sintesi", "senza_indicatori", "contributo", "nota"} {
		p.paragraph(want, column, r)
	}
	p.same(want, "servizio", r.facts["Servizio"].text, want.text("servizio"))
	if _, said := r.facts["Dipendenti"]; said || len(v.rows["personale progetto "+id]) == 0 { // else the table of the staff says it
		p.quantity(want, "dipendenti", r.facts["Dipendenti"], plan.NotSaid)
	}
	p.quantity(want, "giornate_al_mese", r.facts["Giornate al mese"], "")
	p.same(want, "responsabile", r.facts["Responsabile"].text, want.text("responsabile"))
	p.same(want, "fonte_finanziamento", r.facts["Finanziato da"].text, want.text("fonte_finanziamento"))
	for _, sum := range [][2]string{{"Costo", "costo"}, {"Finanziamento", "finanziamento"}} {
		c := r.facts[sum[0]]
		if number := want.text(sum[1] + "_precisione"); number != "" {
			p.same(want, sum[1], c.text, want.words(sum[1], "")+" euro")
			c.text = strings.TrimSuffix(c.text, " euro")
		}
		p.quantity(want, sum[1], c, "")
	}
	links := want.list("collegamenti")
	said := r.links["Da leggere"]
	p.list(want, "collegamenti", said[:min(len(links), len(said))], links) // documents follow
	var days []string
	for _, column := range []string{"inizio", "fine"} {
		// What is no date for machines is none on the page either.
		if s := want.text(column); s != "" && strings.Trim(s, "0123456789-") == "" {
			days = append(days, s)
		}
	}
	p.list(want, "inizio, fine", r.facts["Periodo"].times, slices.Compact(days))
	if !paper {
		places := []string{want.text("settore_nome")}
		if trasversal, _ := want.value("trasversale").(bool); trasversal {
			places = []string{everywhere}
			if len(want.list("insieme_a")) > 0 {
				places = nil
			}
		}
		with := want.list("insieme_a")
		for _, d := range v.rows["settori"] {
			if len(with) > 0 && slices.Contains(with, d.key()) {
				places = append(places, d.text("nome"))
			}
		}
		p.list(want, "settore_nome, insieme_a", r.named("Settore"), places)
		p.source(want, r.facts["Fonte delle cifre"])
	}
	p.list(want, "obiettivi", r.lists["Obiettivi"], want.list("obiettivi"))
	for _, c := range conditionHeads {
		p.list(want, c[1], r.lists[c[0]], want.list(c[1]))
	}
	p.list(want, "non_detto", r.lists[gapHead], gapWords(want, projectGapPhrases))
	p.activities(r, "Attività", v.rows["attivita progetto "+id])
	v.proveStaff(p, r, want, v.rows["personale progetto "+id])
	v.proveIndicators(p, r, id)
	v.proveMeasures(p, r.root, want)
}

// proveDepartment compares the page of a settore, or its chapter on paper, with
// settori, and what it has of its own with the other tables.
func (v *evidence) proveDepartment(p *comparison, r *reading, want record, paper bool) {
	at := "settore " + want.key()
	p.same(want, "nome", r.title.text, want.text("nome"))
	p.paragraph(want, "nota", r)
	p.quantity(want, "progetti_nel_piano", r.facts["Progetti nel piano"], plan.NotSaid)
	if described, said := r.facts["Progetti descritti"]; said || want.quantity("progetti_nel_piano") != plan.Count(want.value("progetti_descritti").(int)) {
		p.same(want, "progetti_descritti", described.number, want.text("progetti_descritti"))
	}
	p.quantity(want, "dipendenti", r.facts["Dipendenti"], plan.NotSaid)
	if q := want.quantity("dipendenti_descritti"); q != want.quantity("dipendenti") {
		p.quantity(want, "dipendenti_descritti", r.facts["Dipendenti nei progetti descritti"], "")
	}
	p.quantity(want, "dotazione", r.facts["Dipendenti in tutto il settore"], "")
	quota := r.facts["Quanti il piano può coinvolgere"]
	quota.text = strings.TrimSuffix(quota.text, " su cento")
	p.quantity(want, "quota", quota, "")
	var shared []string
	for _, row := range v.shared[want.key()] {
		shared = append(shared, row.text("titolo"))
	}
	p.list(want, "insieme_a", r.named("Svolti insieme ad altri settori"), shared)
	p.list(want, "uffici", r.lists["Uffici"], want.list("uffici"))
	phrases := gapWords(want, departmentGapPhrases)
	if q := want.quantity("progetti_nel_piano"); !q.IsMissing() && q.Text != "" {
		phrases = slices.Insert(phrases, 0, "il numero dei suoi progetti: parla di «"+q.Text+"»")
	}
	p.list(want, "non_detto", r.lists[gapHead], phrases)
	activities := "Attività"
	if paper {
		activities = "Attività non legate a un progetto preciso"
	} else {
		p.source(want, r.facts["Fonte delle cifre"])
		v.proveStories(p, r.root)
		v.proveWorkers(p, r.root)
		v.proveRows(p, r.projects, v.rows["progetti "+at], func(record) string { return "" }, true)
	}
	p.activities(r, activities, v.rows["attivita "+at])
	v.proveStaff(p, r, want, v.rows["personale "+at])
}

// activities compares a list with rows of attivita.
func (p *comparison) activities(r *reading, heading string, rows []record) {
	said := r.lists[heading]
	p.count("attivita", len(said), len(rows))
	for i, want := range rows {
		p.same(want, "attivita", item(said, i), want.text("attivita"))
	}
}

// paragraph looks for a text of r among the paragraphs of the page.
func (p *comparison) paragraph(want record, column string, r *reading) {
	if s := fold(want.text(column)); !r.paragraphs[s] && s != "" {
		p.same(want, column, "", s)
	}
}

// apart reports whether a project stands on the page for paper of its settore.
func (v *evidence) apart(project record) bool {
	return project.text("settore") != "" && len(v.rows["progetti"])-len(v.rows["progetti nessuno"]) > maxPaper
}

// proveSheet compares the page for paper of a settore, project by project.
func (v *evidence) proveSheet(p *comparison, root *html.Node, settore string) {
	parts := sections(root)
	for _, r := range v.rows["progetti settore "+settore] {
		part := parts["progetto-"+r.key()]
		if part == nil {
			part = new(html.Node)
		}
		v.proveProject(p, readingOf(part), r, true)
	}
}

// provePaper compares the page that holds the whole edition, part by part.
func (v *evidence) provePaper(p *comparison, root *html.Node) {
	parts := sections(root)
	part := func(id string) *reading {
		if n := parts[id]; n != nil {
			return readingOf(n)
		}
		return readingOf(new(html.Node))
	}
	v.proveAccount(p, part("conto"))
	v.proveFigures(p, root)
	for _, d := range v.rows["settori"] {
		v.proveDepartment(p, part("settore-"+d.key()), d, true)
	}
	for _, r := range v.rows["progetti"] {
		if !v.apart(r) {
			v.proveProject(p, part("progetto-"+r.key()), r, true)
		}
	}
	for _, n := range v.edition.Prose {
		if part := parts[n.ID]; part != nil {
			v.proveNarrative(p, n.in(part), n.Figures)
		}
	}
	if part := parts["cosa-cambia"]; part != nil {
		v.proveChanges(p, part)
	}
}
