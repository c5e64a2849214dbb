// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"cmp"
	"strings"

	"vetro/cmd/internal/plan"
)

// Headings of the first column of the tables of pages, by which they are told
// from each other.
const (
	accountHead    = "Settore"
	staffHead      = "Profilo"
	indicatorsHead = "Indicatore"
	filesHead      = "Tabella"
	fieldsHead     = "Campo"
)

// proveAccount compares «Il conto dei N», its total included, with conto.
func (v *evidence) proveAccount(p *comparison, r *reading) {
	t, rows := r.tables[accountHead], v.rows["conto"]
	p.count("conto", len(t.rows), len(rows))
	for i, want := range rows {
		if p.err != nil {
			return
		}
		row := t.rows[i]
		p.same(want, "voce", row[0].own, accountWords(want.text("voce")))
		for _, column := range [][2]string{{"Nel piano", "nel_piano"}, {"Descritti", "descritti"}, {"Da descrivere", "da_descrivere"}} {
			c, _ := t.column(row, column[0])
			p.quantity(want, column[1], c, plan.NotSaid)
		}
		p.rowSource(want, t, row)
	}
}

// rowSource compares where a row comes from, said in it or once for all.
func (p *comparison) rowSource(want record, t readTable, row []cell) {
	c, ok := t.column(row, "Fonte")
	if !ok {
		c = t.source
	}
	p.source(want, c)
}

// proveStaff compares the employees of owner, a project or a settore, with
// personale.
func (v *evidence) proveStaff(p *comparison, r *reading, owner record, rows []record) {
	t := r.tables[staffHead]
	said := len(t.rows)
	if t.total {
		said--
	}
	p.count("personale", said, len(rows))
	if p.err != nil {
		return
	}
	var all []plan.Quantity
	for i, want := range rows {
		row := t.rows[i]
		p.same(want, "profilo", row[0].own, want.text("profilo"))
		if id := want.text("stesse_persone"); id != "" || strings.Contains(row[0].text, "le stesse persone") && !strings.Contains(row[0].own, "le stesse persone") {
			p.same(want, "stesse_persone", row[0].text, want.text("profilo")+" le stesse persone del progetto «"+v.title(id)+"»")
		}
		c, _ := t.column(row, "Dipendenti")
		p.quantity(want, "dipendenti", c, plan.NotSaid)
		for _, more := range [][2]string{{"Donne", "donne"}, {"Uomini", "uomini"}, {"A tempo pieno", "equivalenti"}} {
			c, missing := cell{}, ""
			if there, ok := t.column(row, more[0]); ok {
				c, missing = there, "–"
			}
			p.quantity(want, more[1], c, missing)
		}
		p.rowSource(want, t, row)
		all = append(all, want.quantity("dipendenti"))
	}
	total := cell{}
	if t.total {
		total, _ = t.column(t.rows[said], "Dipendenti")
	}
	want := ""
	if sum, ok := plan.Sum(all...); ok && len(all) > 1 && !sum.IsMissing() {
		want = sum.String()
	}
	p.same(owner, "dipendenti_testo", total.text, want)
}

// title is that of the project called id.
func (v *evidence) title(id string) string {
	for _, r := range v.rows["progetti"] {
		if r.key() == id {
			return r.text("titolo")
		}
	}
	return id
}

// proveIndicators compares the indicators of a project with indicatori, which
// has a row for each of their values.
func (v *evidence) proveIndicators(p *comparison, r *reading, project string) {
	t := r.tables[indicatorsHead]
	all := indicatorsOf(v.rows["indicatori progetto "+project])
	p.count("indicatori", len(t.rows), len(all))
	for i, want := range all {
		if p.err != nil {
			return
		}
		row, first := t.rows[i], want.rows[0]
		p.same(first, "indicatore", row[0].own, want.Name)
		p.same(first, "dimensione, unita", row[0].text, want.Name+" "+want.details())
		cell := func(heading string) cell {
			c, _ := t.column(row, heading)
			return c
		}
		said := map[string]string{}
		for _, r := range want.rows {
			if kind := r.text("tipo"); kind != "" {
				said[kind] += " " + want.words(r)
			}
		}
		p.same(first, "base", cell("Valore iniziale").text, cmp.Or(said["base"], first.text("senza_base"), plan.NotSaid))
		p.same(first, "risultato", cell("Risultati").text, cmp.Or(said["risultato"], plan.NotSaid))
		p.same(first, "obiettivo", cell("Obiettivi").text, cmp.Or(said["obiettivo"], plan.NotSaid))
		p.same(first, "valore", cell("Avanzamento").text, want.progress())
		p.rowSource(first, t, row)
	}
}
