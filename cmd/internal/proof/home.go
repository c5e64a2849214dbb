// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// provePlan compares an edition at a glance with cifre, conto, progetti,
// personale and indicatori.
func (v *evidence) provePlan(p *comparison, root *html.Node) {
	v.proveFigures(p, root)
	v.proveMosaic(p, root)
	v.proveStories(p, root)
	v.proveWorkers(p, root)
}

// metFigure counts the indicators that meet the target of their year; cifre has
// no such row, indicatori has each of them.
const metFigure = "indicatori.centrati"

// proveFigures compares the key figures, on the screen and on paper, with the row
// of cifre that each names. The projects in the plan are among them.
func (v *evidence) proveFigures(p *comparison, root *html.Node) {
	inPlan := v.figure("progetti.nel_piano")
	said := ""
	for n := range root.Descendants() {
		name := attribute(n, "data-cifra")
		if name == "" {
			continue
		}
		c, r := cellOf(n), v.figure(name)
		if name == metFigure {
			met, judged := 0, 0
			for _, t := range v.indicatorTallies() {
				met, judged = met+t.count[0], judged+t.count[0]+t.count[1]
			}
			p.same(r, "testo", c.text, plan.Count(met).String()+" su "+plan.Count(judged).String())
			continue
		}
		if name == inPlan.key() {
			said = c.text
		}
		p.same(r, "testo", c.text, r.words("", plan.NotSaid))
		p.same(r, "numero", c.number, r.text("numero"))
	}
	p.same(inPlan, "testo", said, inPlan.words("", ""))
}

// project returns the row of progetti that a link of the page leads to.
func (v *evidence) project(p *comparison, link *html.Node) (record, bool) {
	r, ok := v.files[p.leadsTo(link)]
	return r, ok && r.table.Name == "progetti"
}

// department returns the row of settori that a link of the page leads to.
func (v *evidence) department(p *comparison, link *html.Node) (record, bool) {
	r, ok := v.files[p.leadsTo(link)]
	return r, ok && r.table.Name == "settori"
}

// maxSquares is how many projects have a square each, maxBars how many settori a
// bar: of more the page draws none.
const (
	maxSquares = 200
	maxBars    = 60
)

// proveMosaic compares the squares with progetti, each of which is there once, by
// its square or by its name below, and the empty ones with conto.
func (v *evidence) proveMosaic(p *comparison, root *html.Node) {
	section := sections(root)["mosaico"]
	rows := v.rows["progetti"]
	if section == nil {
		p.count("progetti", 0, len(rows))
		return
	}
	seen := map[string]bool{}
	drawn, bars := 0, len(rows) > maxSquares
	for a := range descend(section, "a") {
		r, ok := v.project(p, a)
		if !ok || p.err != nil {
			continue
		}
		if seen[r.key()] {
			p.same(r, "id", r.key()+" "+r.key(), r.key())
		}
		seen[r.key()] = true
		if !hasClass(a, "quadro") {
			p.same(r, "titolo", fold(nodeText(a)), r.text("titolo"))
			continue
		}
		drawn++
		state := r.text("avanzamento")
		if state == "" {
			state = "descritto"
		}
		said := r.text("titolo") + ", " + state
		p.same(r, "titolo, avanzamento", fold(nodeText(a)), said)
		p.same(r, "titolo, avanzamento", attribute(a, "title"), said)
	}
	list := classed(section, "mosaico")
	if list == nil {
		list, bars = new(html.Node), bars || len(v.rows["conto"]) > maxBars
	}
	v.proveMosaicRows(p, list)
	for n := range list.Descendants() {
		bars = bars || hasClass(n, "barra")
	}
	if bars {
		return // they have no place for a name
	}
	p.count("progetti", len(seen), len(rows))
	inPlan := v.figure("progetti.nel_piano").quantity("")
	empty, exact := 0, inPlan.Precision == plan.Exact
	for _, r := range v.rows["conto"] {
		q := r.quantity("nel_piano")
		left := r.quantity("da_descrivere")
		kind := r.text("tipo")
		exact = exact && (kind != "settore" || q.Precision == plan.Exact || q.IsMissing())
		if kind != "settore" || p.err != nil {
			continue
		}
		want, got := 0, 0
		if q.Precision == plan.Exact && left.Precision == plan.Exact {
			want = left.Number
		}
		for li := range list.ChildNodes() {
			if n := classed(li, "mosaico-nome"); n != nil && p.leadsTo(n) == route.Department.File(v.edition.ID, r.text("settore")) {
				got = empties(li)
			}
		}
		p.same(r, "da_descrivere_numero", strconv.Itoa(got), strconv.Itoa(want))
	}
	if empty = empties(list); exact && p.err == nil && v.uncounted() {
		p.same(v.figure("progetti.nel_piano"), "numero", strconv.Itoa(drawn+empty), strconv.Itoa(inPlan.Number))
	}
}

// proveMosaicRows compares what stands beside the squares of each settore with
// settori.
func (v *evidence) proveMosaicRows(p *comparison, list *html.Node) {
	for li := range list.ChildNodes() {
		name := classed(li, "mosaico-nome")
		if name == nil || attribute(name, "href") == "" {
			continue
		}
		r, ok := v.department(p, name)
		if !ok {
			p.same(v.figure(""), "id", p.leadsTo(name), "")
			return
		}
		p.same(r, "nome", fold(nodeText(name)), fold(r.text("nome")))
		want := []string{phrase(r, "dipendenti", "dipendente", "dipendenti")}
		if r.text("progetti_nel_piano_precisione") != plan.Exact.String() || classed(li, "barra") != nil {
			want = append(want, phrase(r, "progetti_nel_piano", "progetto nel piano", "progetti nel piano"))
		}
		said := ""
		if n := classed(li, "mosaico-persone"); n != nil {
			said = fold(nodeText(n))
		}
		p.same(r, "dipendenti_testo", said, strings.Join(slices.DeleteFunc(want, func(s string) bool { return s == "" }), "; "))
	}
}

// leadsTo returns the file that a link leads to: two settori may have one name.
func (p *comparison) leadsTo(name *html.Node) string {
	return path.Join(path.Dir(p.page), attribute(name, "href"))
}

// uncounted reports whether it is known how many projects no settore counts.
func (v *evidence) uncounted() bool { return v.figure("progetti.non_contati").text("numero") != "" }

// empties counts the squares of what is missing below n.
func empties(n *html.Node) int {
	count := 0
	for c := range n.Descendants() {
		if hasClass(c, "manca") || hasClass(c, "manca-dove") {
			count++
		}
	}
	return count
}

// proveStories compares the projects told in a line with progetti and indicatori.
func (v *evidence) proveStories(p *comparison, root *html.Node) {
	for n := range descend(root, "article") {
		if !hasClass(n, "storia") || p.err != nil {
			continue
		}
		for a := range descend(n, "a") {
			if r, ok := v.project(p, a); ok {
				p.same(r, "titolo", fold(nodeText(a)), r.text("titolo"))
				v.proveMeasures(p, n, r)
			} else {
				p.same(v.figure(""), "progetto", attribute(a, "href"), "")
			}
		}
	}
}

// proveMeasures compares each indicator drawn below n, one of project, with
// indicatori.
func (v *evidence) proveMeasures(p *comparison, n *html.Node, project record) {
	for name := range n.Descendants() {
		if !hasClass(name, "misura-nome") || p.err != nil {
			continue
		}
		all := indicatorsOf(v.rows["indicatori progetto "+project.key()])
		i := slices.IndexFunc(all, func(i writtenIndicator) bool { return fold(i.Name) == fold(nodeText(name)) })
		if i < 0 {
			p.same(project, "indicatore", fold(nodeText(name)), "")
			return
		}
		want := all[i]
		part := func(class string) string {
			for sibling := name.NextSibling; sibling != nil; sibling = sibling.NextSibling {
				if hasClass(sibling, class) {
					return fold(nodeText(sibling))
				}
				if c := classed(sibling, class); c != nil {
					return fold(nodeText(c))
				}
			}
			return ""
		}
		unit := want.Unit + " "
		if want.Unit == "%" || want.Unit == "" {
			unit = ""
		}
		base, last, first := want.rows[0], want.rows[0], ""
		for _, r := range want.rows {
			switch r.text("tipo") {
			case "base":
				base = r
				if r.yearValue().Kind == plan.Numeric {
					first = "x"
				}
			case "risultato":
				last = r
			}
		}
		flat := func(r record, unit string) string {
			words := strings.TrimSuffix(want.words(r), ")")
			return strings.Replace(words, " (", " "+unit+"nel ", 1)
		}
		if first != "" {
			first = flat(base, "")
		}
		p.same(base, "valore", part("misura-prima"), first)
		if verso := part("misura-verso"); verso != "" {
			p.same(last, "operatore", verso, map[plan.Operator]string{plan.OperatorAtMost: "In calo è meglio", plan.OperatorAtLeast: "In crescita è meglio"}[want.Operator])
		}
		p.same(last, "valore", part("misura-dopo"), flat(last, unit))
		p.same(last, "esito", part("misura-esito"), want.outcome(last))
	}
}

// outcome says how the result of a row stands to the target of its time, and what
// is wanted later.
func (i writtenIndicator) outcome(result record) string {
	at := result.yearValue()
	when := func(v plan.YearValue) string { return strings.TrimSpace(v.Period + " " + strconv.Itoa(v.Year)) }
	var said []string
	if met, known := i.onTime(); known {
		word := map[bool]string{true: "raggiunto", false: "non raggiunto"}[met]
		said = append(said, "obiettivo del "+when(at)+" "+word)
	}
	for _, r := range slices.Backward(i.rows) {
		if r.text("tipo") != "obiettivo" {
			continue
		}
		if v := r.yearValue(); v.Compare(at) > 0 {
			words := i.words(r)
			if n := strings.LastIndex(words, " ("); n > 0 {
				words = words[:n]
			}
			said = append(said, "obiettivo del "+when(v)+": "+words)
		}
		break
	}
	s := strings.Join(said, "; ")
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// proveWorkers compares who works in each settore with settori and personale.
func (v *evidence) proveWorkers(p *comparison, root *html.Node) {
	list := classed(root, "chi")
	if list == nil {
		return
	}
	for li := range list.ChildNodes() {
		name := classed(li, "riga-nome")
		if name == nil || p.err != nil {
			continue
		}
		at, owner := "", record{}
		if r, ok := v.department(p, name); ok {
			owner, at = r, "settore "+r.key()
			p.same(r, "nome", fold(nodeText(name)), r.text("nome"))
		}
		if r, ok := v.project(p, name); ok {
			owner, at = r, "progetto "+r.key()
			p.same(r, "titolo", fold(nodeText(name)), r.text("titolo"))
		}
		if at == "" {
			p.same(v.figure(""), "nome", fold(nodeText(name)), "")
			return
		}
		said := map[string]bool{phrase(owner, "dipendenti", "dipendente", "dipendenti"): true}
		staff := v.rows["personale "+at]
		for _, r := range v.rows["progetti settore "+owner.key()] {
			staff = append(staff[:len(staff):len(staff)], v.rows["personale progetto "+r.key()]...)
		}
		for _, r := range staff {
			words := r.text("profilo") + ": " + r.words("dipendenti", "")
			if r.text("stesse_persone") != "" {
				words += ", le stesse persone di un altro progetto"
			}
			said[words] = true
		}
		profiles := map[string]bool{"altri": true}
		for _, r := range staff {
			profiles[fold(r.text("profilo"))] = true
		}
		for c := range li.Descendants() {
			if hasClass(c, "chi-quanti") && !said[fold(nodeText(c))] {
				p.same(owner, "dipendenti_testo", fold(nodeText(c)), "")
			}
			if hasClass(c, "chi-profili") {
				for name := range descend(c, "span") {
					if said := fold(nodeText(name)); !profiles[said] {
						p.same(owner, "profilo", said, "")
					}
				}
			}
		}
	}
}

// sections are the sections of a page by the id of their heading.
func sections(root *html.Node) map[string]*html.Node {
	out := map[string]*html.Node{}
	for n := range descend(root, "section") {
		out[attribute(n, "aria-labelledby")] = n
	}
	return out
}
