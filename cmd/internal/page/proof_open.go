// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"bytes"
	"encoding/csv"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"vetro/cmd/internal/dataset"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
)

// proveFiles compares what the page of open data says of each table, and the
// files it offers, with the tables and the files.
func (v *evidence) proveFiles(p *proof, root *html.Node) {
	t := readingOf(root).tables[filesHead]
	p.count("dizionario", len(t.rows), len(v.data.tables)+1)
	var offered []string
	said := map[string]string{}
	for a := range descend(root, "a") {
		name := path.Join(path.Dir(p.page), attribute(a, "href"))
		offered, said[name] = append(offered, name), fold(nodeText(a))
	}
	for i, want := range append(slices.Clone(v.data.tables), *v.tables["dizionario"]) {
		if p.err != nil {
			return
		}
		of := record{&want, make([]dataset.Value, len(want.Columns))}
		rows, _ := t.column(t.rows[i], "Righe")
		p.same(of, "titolo", t.rows[i][0].text, want.Title+" "+italian.Sentence(want.Meaning))
		p.same(of, "righe", rows.text, italian.Digits(len(want.Rows)))
		for _, form := range dataLabels {
			f := v.data.file(want.Name + form[0])
			p.same(of, f.Name, said[v.data.set.Folder()+f.Name], form[1]+" ("+italian.Size(len(f.Data))+") di "+want.Title)
		}
	}
	for _, f := range v.data.files {
		if name := v.data.set.Folder() + f.Name; p.err == nil && !slices.Contains(offered, name) {
			p.err = &disagreement{p.page, "–", name, "–", "", f.Title}
		}
	}
}

// proveDictionary compares the page of the dictionary with dizionario.
func (v *evidence) proveDictionary(p *proof, root *html.Node) {
	sections := map[string]*html.Node{}
	for n := range descend(root, "section") {
		sections[attribute(n, "aria-labelledby")] = n
	}
	for _, table := range v.data.tables {
		rows := v.rows["dizionario "+table.Name]
		var t readTable
		if n := sections["tabella-"+table.Name]; n != nil {
			t = readingOf(n).tables[fieldsHead]
		}
		p.count("dizionario", len(t.rows), len(rows))
		for i, want := range rows {
			if p.err != nil {
				return
			}
			cell := func(heading string) string {
				c, _ := t.column(t.rows[i], heading)
				return c.text
			}
			kind := want.text("tipo")
			if unit := want.text("unita"); unit != "" {
				kind += ", " + unit
			}
			if required, _ := want.value("obbligatorio").(bool); required {
				kind += ", sempre presente"
			}
			words := "–"
			if all := want.list("valori"); len(all) > 0 {
				words = italian.List(italian.Quoted(all))
			}
			p.same(want, "campo", cell(fieldsHead), want.text("campo"))
			p.same(want, "significato", cell("Che cosa dice"), italian.Sentence(want.text("significato")))
			p.same(want, "tipo", cell("Tipo"), kind)
			p.same(want, "valori", cell("Valori"), words)
		}
	}
}

// proveChanges compares what the page says has changed with the sentences of
// cosa-cambia.csv: all of them, and no other. The page says them under headings
// that name what changed.
func (b *builder) proveChanges(p *proof, root *html.Node, e *plan.Edition) {
	list, before := b.compared(e)
	if before == nil {
		return
	}
	records, err := csv.NewReader(bytes.NewReader(changesCSV(list))).ReadAll()
	if err != nil {
		p.err = err
		return
	}
	var want []string
	column := slices.Index(records[0], "frase")
	for i, r := range records[1:] {
		c := list.Changes[i]
		if said := dataset.Restore(r[column]); p.err == nil && said != c.Sentence {
			p.err = &disagreement{p.page, "cosa-cambia", "–", "frase", c.Sentence, said}
		}
		want = append(want, fold(c.Brief()))
	}
	var got []string
	for n := range descend(root, "li") {
		if at := n.Parent.Parent; at != nil && (strings.HasPrefix(attribute(at, "aria-labelledby"), "cambia-") || attribute(at, "aria-labelledby") == "di-conseguenza" || attribute(at, "aria-labelledby") == "cosa-cambia") {
			got = append(got, fold(nodeText(n)))
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	for i := range max(len(want), len(got)) {
		if said, data := item(got, i), item(want, i); p.err == nil && said != data {
			p.err = &disagreement{p.page, "cosa-cambia", "–", "frase", said, data}
		}
	}
}
