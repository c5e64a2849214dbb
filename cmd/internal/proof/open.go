// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"vetro/cmd/internal/change"
	"vetro/cmd/internal/dataset"
	"vetro/cmd/internal/route"
)

// proveFiles compares what the page of open data says of each table, and the
// files it offers, with the tables and the files.
func (v *evidence) proveFiles(p *comparison, root *html.Node) {
	t := readingOf(root).tables[filesHead]
	p.count("dizionario", len(t.rows), len(v.edition.Tables)+1)
	var offered []string
	said := map[string]string{}
	for a := range descend(root, "a") {
		name := path.Join(path.Dir(p.page), attribute(a, "href"))
		offered, said[name] = append(offered, name), fold(nodeText(a))
	}
	for i, want := range append(slices.Clone(v.edition.Tables), v.edition.Dictionary) {
		if p.err != nil {
			return
		}
		about := record{&want, make([]dataset.Value, len(want.Columns))}
		rows, _ := t.column(t.rows[i], "Righe")
		p.same(about, "titolo", t.rows[i][0].text, want.Title+" "+stopped(want.Meaning))
		if !readCount(rows.text, len(want.Rows)) {
			p.same(about, "righe", rows.text, strconv.Itoa(len(want.Rows)))
		}
		for _, form := range [][2]string{{".csv", "CSV"}, {"-excel.csv", "CSV per Excel"}, {".json", "JSON"}} {
			name := want.Name + form[0]
			label := said[path.Join(path.Dir(p.page), name)]
			// How large it is downloads looks at.
			if size := labelled.FindStringIndex(label); size != nil {
				label = label[:size[0]] + label[size[1]:]
			}
			p.same(about, name, label, form[1]+" di "+want.Title)
		}
	}
	for _, f := range v.edition.Files {
		if p.err == nil && !slices.Contains(offered, f.Path) {
			p.err = &disagreement{p.page, "–", f.Path, "–", "", f.Title}
		}
	}
}

// proveDictionary compares the page of the dictionary with dizionario.
func (v *evidence) proveDictionary(p *comparison, root *html.Node) {
	tables := sections(root)
	for _, table := range v.edition.Tables {
		rows := v.rows["dizionario "+table.Name]
		var t readTable
		if n := tables["tabella-"+table.Name]; n != nil {
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
				words = quoted(all)
			}
			p.same(want, "campo", cell(fieldsHead), want.text("campo"))
			p.same(want, "significato", cell("Che cosa dice"), stopped(want.text("significato")))
			p.same(want, "tipo", cell("Tipo"), kind)
			p.same(want, "valori", cell("Valori"), words)
		}
	}
}

// proveChanges compares what the page says has changed with the sentences of
// cosa-cambia.csv: all of them, and no other. The page says them under headings
// that name what changed, or what was and what is side by side; paper only says
// them.
func (v *evidence) proveChanges(p *comparison, root *html.Node) {
	list, paper := v.edition.Changes, p.page == route.Print.File(v.edition.ID)
	if list == nil {
		return
	}
	records, err := csv.NewReader(bytes.NewReader(v.edition.ChangesCSV)).ReadAll()
	if err != nil {
		p.err = err
		return
	}
	var want []string
	titles := map[string]string{} // of what changed, by the headings they may have
	column := slices.Index(records[0], "frase")
	for i, r := range records[1:] {
		c := list.Changes[i]
		if said := dataset.Restore(r[column]); p.err == nil && said != c.Sentence {
			p.err = &disagreement{p.page, "cosa-cambia", "–", "frase", c.Sentence, said}
		}
		said := c.Brief()
		if pair, ok := c.Pair(); ok && !paper {
			said = strings.TrimPrefix(pair.Of+": ", ": ") + pair.What + " " + cmp.Or(pair.Before, "–") + " " + cmp.Or(pair.After, "–")
		}
		if title := fold(c.Subject.Title); !paper && c.Subject.Scope != change.Plan {
			titles[title], titles[title+" "+fold(c.Subject.DepartmentName)] = title, title
			if said = title + ": " + said; c.Kind == change.ProjectAdded || c.Kind == change.ProjectDescribed {
				said = title // being there is the change
			}
		}
		want = append(want, fold(said))
	}
	var got []string
	heading := ""
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
			continue
		case hasClass(n, "riga-nome"):
			heading = fold(nodeText(n))
			if title, ok := titles[heading]; ok {
				heading = title
			}
			if hasClass(n, "cambia") {
				got = append(got, heading)
				continue
			}
			heading += ": "
		case n.Data == "table" || n.Data == "li":
			heading = ""
		}
		if at := n.Parent.Parent; hasClass(n, "cambia") || n.Data == "li" && at != nil && attribute(at, "aria-labelledby") == "cosa-cambia" {
			var cells []string
			for c := range n.ChildNodes() {
				if c.Type == html.TextNode {
					cells = append(cells, c.Data)
				} else {
					cells = append(cells, nodeText(c))
				}
			}
			got = append(got, fold(heading+strings.Join(cells, " ")))
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
