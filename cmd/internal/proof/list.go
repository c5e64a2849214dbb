// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"path"

	"golang.org/x/net/html"

	"vetro/cmd/internal/route"
)

// proveDepartments compares the list of settori.
func (v *evidence) proveDepartments(p *comparison, root *html.Node) {
	r := readingOf(root)
	v.proveDepartmentRows(p, r.departments)
	v.proveRows(p, r.projects, v.rows["progetti nessuno"], func(record) string { return "" }, true)
}

// proveProjects compares the list of all projects, which a long plan has settore
// by settore only.
func (v *evidence) proveProjects(p *comparison, root *html.Node) {
	r := readingOf(root)
	v.proveAccount(p, r)
	want := v.rows["progetti"]
	if len(want) > maxList {
		want = nil
		if len(v.rows["settori"]) == 0 {
			want = v.rows["progetti"]
		}
	}
	v.proveRows(p, r.projects, want, func(record) string { return "" }, true)
	groups := sections(root)
	for _, d := range v.rows["settori"] {
		if len(v.rows["progetti"]) > maxList {
			break // the account is the list
		}
		group := groups["settore-"+d.key()]
		if group == nil {
			p.same(d, "nome", "", d.text("nome"))
			continue
		}
		p.same(d, "nome", readingOf(group).title.text, d.text("nome"))
		if n := classed(group, "riga-conto"); n != nil { // else the line below says it in its own way
			c := cellOf(n)
			p.same(d, "progetti_nel_piano_testo", c.figure, d.text("progetti_nel_piano_testo"))
			p.same(d, "progetti_nel_piano_numero", c.number, d.text("progetti_nel_piano_numero"))
		}
	}
	if n := groups["trasversali"]; n != nil && p.err == nil {
		r := v.figure("progetti.trasversali")
		p.same(r, "numero", cellOf(classed(n, "riga-conto")).number, r.text("numero"))
	}
}

// proveState compares the list of the projects that have come equally far.
func (v *evidence) proveState(p *comparison, root *html.Node, state string) {
	var want []record
	for _, r := range v.rows["progetti"] {
		if r.text("avanzamento") == state {
			want = append(want, r)
		}
	}
	if len(want) > maxList {
		want = nil
	}
	v.proveRows(p, readingOf(root).projects, want, func(r record) string {
		return v.place(r) + " · "
	}, false)
}

// proveRows compares a list of projects: a row for each, in the same order.
// place is what stands before the details of a row.
func (v *evidence) proveRows(p *comparison, said []*html.Node, want []record, place func(record) string, badges bool) {
	p.count("progetti", len(said), len(want))
	if p.err != nil {
		return
	}
	for i, r := range want {
		row := said[i]
		part := func(class string) cell {
			if n := classed(row, class); n != nil {
				return cellOf(n)
			}
			return cell{}
		}
		name := part("riga-nome")
		p.same(r, "titolo", name.text, r.text("titolo"))
		p.same(r, "id", path.Join(path.Dir(p.page), name.href), route.Project.File(v.edition.ID, r.key()))
		if badges {
			p.same(r, "avanzamento", part("badge").text, progressWords(r.text("avanzamento")))
		}
		people := phrase(r, "dipendenti", "dipendente", "dipendenti")
		details := place(r) + people
		if people == "" && details != "" {
			details = details[:len(details)-len(" · ")]
		}
		p.same(r, "dipendenti_testo", part("riga-dettagli").text, details)
		if q := r.quantity("dipendenti"); q.Known() {
			p.same(r, "dipendenti_numero", part("riga-dettagli").number, r.text("dipendenti_numero"))
		}
		p.same(r, "sintesi", part("riga-nota").text, r.text("sintesi"))
		v.proveKeys(p, row, r)
	}
}

// proveKeys compares what the script filters and sorts by, where a row has it.
func (v *evidence) proveKeys(p *comparison, row *html.Node, r record) {
	department := attribute(row, "data-settore")
	if department == "" {
		return
	}
	id, name, state := r.text("settore"), r.text("settore_nome"), "non-detto"
	if id == "" {
		id, name = "-", v.loose()
	}
	for _, s := range progressLists {
		if s.word == r.text("avanzamento") {
			state = s.kind.Name()
		}
	}
	p.same(r, "settore", department, id)
	p.same(r, "settore_nome", attribute(row, "data-nome-settore"), name)
	p.same(r, "avanzamento", attribute(row, "data-avanzamento"), state)
	p.same(r, "dipendenti_numero", attribute(row, "data-dipendenti"), r.text("dipendenti_numero"))
}

// proveDepartmentRows compares a list of settori.
func (v *evidence) proveDepartmentRows(p *comparison, said []*html.Node) {
	want := v.rows["settori"]
	p.count("settori", len(said), len(want))
	if p.err != nil {
		return
	}
	for i, r := range want {
		row, name := cellOf(said[i]), cellOf(classed(said[i], "riga-nome"))
		p.same(r, "nome", name.text, r.text("nome"))
		p.same(r, "id", path.Join(path.Dir(p.page), name.href), route.Department.File(v.edition.ID, r.key()))
		p.same(r, "progetti_nel_piano_testo", row.figure, r.words("progetti_nel_piano", noCount))
		p.same(r, "progetti_nel_piano_numero", row.number, r.text("progetti_nel_piano_numero"))
		note := cell{}
		if n := classed(said[i], "riga-nota"); n != nil {
			note = cellOf(n)
		}
		p.same(r, "progetti_descritti, dipendenti_testo", note.text,
			departmentNote(r))
	}
}
