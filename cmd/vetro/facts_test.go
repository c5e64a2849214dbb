// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A document is a page of the site, to be asked as a reader would look: which
// value stands beside this name, in this row.
type document struct{ root *html.Node }

func parsePage(t testing.TB, site fs.FS, name string) document {
	t.Helper()
	f, err := site.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	root, err := html.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	return document{root}
}

// textOf returns the text of an element as a reader sees it, white space folded.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "style" && d.Parent.Data != "script" {
			b.WriteString(d.Data)
		}
		if d.Type == html.ElementNode && !slices.Contains([]string{"a", "data", "span", "strong", "em", "abbr"}, d.Data) {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func hasClass(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && slices.Contains(strings.Fields(a.Val), class) {
			return true
		}
	}
	return false
}

// elements returns the elements with this name below n, in order.
func elements(n *html.Node, name string) (all []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			all = append(all, d)
		}
	}
	return all
}

// definition returns the value beside a name in a list of names and values.
func (d document) definition(name string) string {
	for _, dt := range elements(d.root, "dt") {
		if textOf(dt) == name {
			for next := dt.NextSibling; next != nil; next = next.NextSibling {
				if next.Data == "dd" {
					return textOf(next)
				}
			}
		}
	}
	return ""
}

// cell returns the text of a cell by the names of its row and column, from the
// first table that has both.
func (d document) cell(row, column string) string {
	for _, table := range elements(d.root, "table") {
		at := -1
		for _, tr := range elements(table, "tr") {
			var cells []string
			for n := range tr.ChildNodes() {
				if n.Data == "th" || n.Data == "td" {
					cells = append(cells, textOf(n))
				}
			}
			if i := slices.Index(cells, column); i >= 0 && at < 0 {
				at = i
			} else if at > 0 && len(cells) > at && cells[0] == row {
				return cells[at]
			}
		}
	}
	return ""
}

// keyFigure returns what the page shows in large print over a name.
func (d document) keyFigure(name string) string {
	for _, li := range elements(d.root, "li") {
		if all := textOf(li); hasClass(li, "cifra-chiave") && strings.Contains(all, " "+name) {
			figure, _, _ := strings.Cut(all, " "+name)
			return figure
		}
	}
	return ""
}

// TestShippedFacts looks for every figure of the source on the page where a
// citizen would look for it, beside its name.
func TestShippedFacts(t *testing.T) {
	site := shipped(t)
	page := func(name string) document { return parsePage(t, site, name+"index.html") }
	home, edition, list := page(""), page("2022/"), page("2022/progetti/")
	law, design := page("2022/settori/avvocatura/"), page("2022/settori/progettazione/")
	secretary, social := page("2022/settori/segreteria-generale/"), page("2022/settori/politiche-sociali/")
	teaching := page("2022/progetti/smart-teaching/")
	narrative := textOf(page("2022/il-piano/").root)
	const (
		notSaid     = "La fonte non lo dice"
		lawName     = "Avvocatura – contratti – patrimonio"
		designName  = "Progettazione – programmazione – protezione civile – mobilità sostenibile"
		inPlan      = "Nel piano"
		projects    = "Progetti nel piano"
		employees   = "Dipendenti"
		nurseryName = "Asili nido e scuole dell’infanzia"
	)
	tests := []struct{ fact, got, want string }{
		{"projects in the plan, first page", home.keyFigure("progetti nel piano"), "37"},
		{"projects in the plan, its page", edition.keyFigure("progetti nel piano"), "37"},
		{"projects in the plan, the account", list.cell("Totale del piano", inPlan), "37"},
		{"employees, in the words of the source", edition.keyFigure("di dipendenti"), "diverse decine"},
		{"projects without a count by settore", list.cell("Non contati per settore", inPlan), "21"},
		{"Segreteria generale, the account", list.cell("Segreteria generale", inPlan), "9"},
		{"Segreteria generale, its page", secretary.definition(projects), "9"},
		{"Avvocatura, the account", list.cell(lawName, inPlan), "5"},
		{"Avvocatura, its page", law.definition(projects), "5"},
		{"Avvocatura, employees", law.definition(employees), notSaid},
		{"Progettazione, the account", list.cell(designName, inPlan), "2"},
		{"Progettazione, its page", design.definition(projects), "2"},
		{"Progettazione, employees", design.definition(employees), "2"},
		{"asili nidi, projects", list.cell(nurseryName, inPlan), notSaid},
		{"social workers", social.definition(employees), "fino a circa 40"},
		{"coordinators of Smart Teaching", teaching.cell("Coordinatori", employees), "fino a 12"},
		{"section teachers", teaching.cell("Insegnanti di sezione", employees), "fino a 89"},
		{"support teachers", teaching.cell("Insegnanti di sostegno", employees), "fino a 22"},
		{"their sum, in the table", teaching.cell("Totale", employees), "fino a 123"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: the page says %q, want %q", tt.fact, tt.got, tt.want)
		}
	}
	phrases := []struct{ fact, text, want string }{
		{"the date as the source has it", edition.definition("Data"), `^5 ottobre\b`},
		{"projects counted by settore", textOf(edition.root), `\b37 progetti\b[^.]*\b16\b[^.]*\b3 settori\b`},
		{"not official", textOf(edition.root), `Ricostruzione da un articolo di stampa`},
		{"the transversal project", textOf(page("2022/progetti/trasversale/").root), `in tutti i settori|di tutti i settori`},
		{"whom the transversal project is for", page("2022/progetti/trasversale/").cell("Dipendenti del Comune", employees), `^tutti, in caso di bisogno o di emergenza$`},
		{"the transversal project was held necessary", narrative, `era necessario`},
		{"what the act says of 2022", narrative, `nel 2022 il Comune ha gestito lo smart working partendo dalle soluzioni trovate nell’emergenza COVID-19`},
		{"an aim, no fact", narrative, `ha l’obiettivo di portare questo modo di lavorare in più settori`},
		{"not only emergencies", textOf(home.root), `non serve più solo nelle emergenze: diventa anche`},
		{"the tax databases", narrative, `banche dati, per scoprire l’evasione`},
		{"INPS, competitions, INAIL", narrative, `posizioni INPS, i concorsi e le pratiche INAIL`},
		{"who approved", narrative, `Giunta Galimberti il «5 ottobre»`},
		{"who speaks", textOf(page("2022/come-e-fatto/").root), `Non è il Comune e non parla a suo nome`},
	}
	for _, tt := range phrases {
		if !regexp.MustCompile(tt.want).MatchString(tt.text) {
			t.Errorf("%s: no %q on the page", tt.fact, tt.want)
		}
	}
}
