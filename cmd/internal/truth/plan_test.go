// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A statement is the files of a plan of a world, by path, and what of the world
// it does not hide: which settori and projects it writes of.
type statement map[string]string

const edition = "2024"

// state writes down a plan of w as a Comune would: all of it is true, and most
// of it is missing.
func (d dice) state(w *world) statement {
	s := statement{
		"data/ente.toml":  "nome = \"Comune di Prova\"\nconfermato = false\n",
		"data/fonti.toml": "[[fonte]]\nid = \"piano\"\ntitolo = \"Testo del piano\"\ntipo = \"deliberazione\"\n",
	}
	if d.in(1, 4) {
		s["data/ente.toml"] += fmt.Sprintf("soglia_anonimato = %d\n", []int{4, 5, 7, 10}[d.IntN(4)])
	}
	var plan strings.Builder
	plan.WriteString("titolo = \"Piano di prova\"\nstato = \"approvato\"\n")
	d.quantity(&plan, "progetti_nel_piano", len(w.Projects), false)
	all := d.in(1, 3) // nothing is left out of the settori
	if all && d.in(1, 2) && w.Veiled == "" && !slices.ContainsFunc(w.Projects, func(p *project) bool { return p.Common && p.Department != "" }) {
		plan.WriteString("settori_completi = true\n")
	}
	d.quantity(&plan, "dipendenti", people(w.Projects...), true)
	plan.WriteString("fonte = \"piano\"\naggiornato = 2024-02-15\n[atto]\ntipo = \"da verificare\"\nconfermato = false\n")
	for _, p := range w.Projects {
		if p.Common && d.in(2, 3) {
			d.project(&plan, p)
		}
	}
	s["data/piani/"+edition+"/piano.toml"] = plan.String()
	for _, department := range w.Departments {
		if !all && d.in(1, 4) && !slices.ContainsFunc(w.Projects, func(p *project) bool { return p.Both && (p.Department == department.ID || p.With == department.ID) }) {
			continue
		}
		s["data/piani/"+edition+"/settori/"+department.ID+".toml"] = d.department(w, department, all)
	}
	if w.Veiled != "" {
		var b strings.Builder
		b.WriteString("nome = \"Velata\"\nnome_fonte = false\n")
		for _, p := range w.of(veiled) {
			d.project(&b, p)
		}
		s["data/piani/"+edition+"/settori/"+veiled+".toml"] = b.String()
	}
	for name, text := range s { // a settore that nobody has written yet shares nothing
		s[name] = sharedWith.ReplaceAllStringFunc(text, func(line string) string {
			if s["data/piani/"+edition+"/settori/"+sharedWith.FindStringSubmatch(line)[1]+".toml"] == "" {
				return ""
			}
			return line
		})
	}
	dropped := false
	for name, text := range s { // nobody is the same as in a project that is not described, or says nothing of its people
		s[name] = samePeople.ReplaceAllStringFunc(text, func(line string) string {
			id := samePeople.FindStringSubmatch(line)[1]
			for _, other := range s {
				_, own, ok := strings.Cut(other, "id = \""+id+"\"\n")
				own, _, _ = strings.Cut(own, "[[progetto]]")
				if ok && strings.Contains(own, "[[progetto.personale]]") {
					return line
				}
			}
			dropped = true
			return ""
		})
	}
	if dropped { // who cannot say that two groups are the same people gives no total that tells
		plan := "data/piani/" + edition + "/piano.toml"
		s[plan] = employees.ReplaceAllString(s[plan], "")
		for name := range s {
			s[name] = workforce.ReplaceAllString(s[name], "")
		}
	}
	return s
}

var workforce = regexp.MustCompile(`(?m)^dotazione = .*\n`)

var employees = regexp.MustCompile(`(?m)^dipendenti = .*\n`)

var sharedWith = regexp.MustCompile(`insieme_a = \["(\pL+)"\]\n`)

var samePeople = regexp.MustCompile(`stesse_persone = "(\pL+)"\n`)

func (d dice) department(w *world, department *department, all bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "nome = %q\n", department.Name)
	mine := w.of(department.ID)
	d.quantity(&b, "progetti_nel_piano", w.count(department.ID), false)
	if d.in(1, 3) {
		fmt.Fprintf(&b, "dotazione = %d\n", w.workforce(department.ID))
	}
	if d.in(1, 3) && !w.lends(mine) {
		for _, g := range w.profiles(department.ID) {
			fmt.Fprintf(&b, "[[personale]]\nprofilo = %q\n", g.Profile)
			d.quantity(&b, "dipendenti", g.People, true)
		}
	}
	for _, p := range mine {
		if w.Veiled != department.ID && (all || p.Both || d.in(1, 2)) {
			d.project(&b, p)
		}
	}
	return b.String()
}

func (d dice) project(b *strings.Builder, p *project) {
	fmt.Fprintf(b, "[[progetto]]\nid = %q\ntitolo = %q\nsintesi = \"Una frase.\"\n", p.ID, p.Title)
	if p.With != "" {
		fmt.Fprintf(b, "insieme_a = [%q]\n", p.With)
	}
	if d.in(2, 3) {
		fmt.Fprintf(b, "avanzamento = %q\n", p.Progress)
	}
	d.measure(b, "costo", p.Cost.Value)
	d.measure(b, "giornate_al_mese", p.Days.Value)
	if d.in(4, 5) {
		for _, g := range p.Staff {
			fmt.Fprintf(b, "[[progetto.personale]]\nprofilo = %q\n", g.Profile)
			d.quantity(b, "dipendenti", g.People, true)
			if d.in(1, 3) {
				fmt.Fprintf(b, "donne = %d\n", g.Women)
			}
			if d.in(1, 4) {
				fmt.Fprintf(b, "uomini = %d\n", g.People-g.Women)
			}
			if d.in(1, 4) {
				fmt.Fprintf(b, "equivalenti = %s\n", strconv.FormatFloat(float64(g.Tenths)/10, 'f', -1, 64))
			}
			if g.Same != "" {
				fmt.Fprintf(b, "stesse_persone = %q\n", g.Same)
			}
		}
	}
	for _, i := range p.Indicators {
		fmt.Fprintf(b, "[[progetto.indicatori]]\nnome = %q\nunita = \"giorni\"\n", i.Name)
		if d.in(4, 5) {
			fmt.Fprintf(b, "operatore = %q\n", i.Operator)
		}
		if i.Base != nil && d.in(3, 4) {
			fmt.Fprintf(b, "base = %s\n", written(i.Kind, i.Base))
		}
		if d.in(5, 6) {
			d.values(b, "obiettivi", i.Kind, i.Targets)
		}
		if d.in(5, 6) {
			d.values(b, "risultati", i.Kind, i.Results)
		}
	}
}

// measure writes a true statement of a measure, or none.
func (d dice) measure(b *strings.Builder, key string, n float64) {
	exact := func(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
	switch d.IntN(6) {
	case 0, 1:
		fmt.Fprintf(b, "%s = %s\n", key, exact(n))
	case 2:
		fmt.Fprintf(b, "%s = { numero = %s, precisione = \"fino a\" }\n", key, exact(n+float64(d.IntN(3))))
	case 3:
		fmt.Fprintf(b, "%s = { da = %s, a = %s }\n", key, exact(n), exact(n+2))
	case 4:
		fmt.Fprintf(b, "%s = { numero = %s, precisione = \"circa\" }\n", key, exact(n))
	}
}

// values writes the last of all, and most of the others.
func (d dice) values(b *strings.Builder, key, kind string, all []*value) {
	var said []string
	for i, v := range all {
		if i == len(all)-1 || d.in(5, 6) {
			said = append(said, written(kind, v))
		}
	}
	if len(said) > 0 {
		fmt.Fprintf(b, "%s = [%s]\n", key, strings.Join(said, ", "))
	}
}

// written writes a value as TOML.
func written(kind string, v *value) string {
	n := int(v.Value)
	said := strconv.FormatFloat(v.Value, 'f', max(v.Digits, decimals(v.Value)), 64)
	switch kind {
	case "sì":
		said = strconv.Quote(v.said(kind))
	case "giorno":
		said = fmt.Sprintf("%04d-%02d-%02d", n/10000, n/100%100, n%100)
	}
	if v.Period != "" {
		return fmt.Sprintf("{ periodo = %q, valore = %s }", v.when(), said)
	}
	return fmt.Sprintf("{ anno = %d, valore = %s }", v.Year, said)
}

// quantity writes a true statement of n at key, or none.
func (d dice) quantity(b *strings.Builder, key string, n int, people bool) {
	said := ""
	switch k := d.IntN(16); {
	case k < 8:
		said = fmt.Sprint(n)
	case k == 8 && n > 0:
		said = fmt.Sprintf("{ numero = %d, precisione = \"fino a\" }", n+d.IntN(2)*d.IntN(6))
	case k == 9 && n > 0:
		said = fmt.Sprintf("{ numero = %d, precisione = \"almeno\" }", max(1, n-d.IntN(2)*d.IntN(6)))
	case k == 10 && n > 0:
		said = fmt.Sprintf("{ numero = %d, precisione = \"circa\" }", d.rounded(n))
	case k == 11 && n > 0:
		said = fmt.Sprintf("{ numero = %d, precisione = \"fino a circa\" }", d.rounded(n+d.IntN(6)))
	case k == 12 && n > 1:
		said = fmt.Sprintf("{ testo = %q }", words(n))
	case k == 13 && n > 0:
		said = fmt.Sprintf("{ da = %d, a = %d }", max(1, n-d.IntN(4)), n+1+d.IntN(4))
	}
	if said != "" {
		fmt.Fprintf(b, "%s = %s\n", key, said)
	}
}

// rounded is n as people round it.
func (d dice) rounded(n int) int {
	for _, step := range []int{10, 5} {
		r := int(math.Round(float64(n)/float64(step))) * step
		if roughly(float64(n), float64(r)) {
			return r
		}
	}
	return n
}

// roughly reports whether n may be called about as much as said: one part in
// ten. Sums of what is about right are about right in the same way.
func roughly(n, said float64) bool { return math.Abs(n-said) <= said/10 }

// words are true of n and no number.
func words(n int) string {
	switch {
	case n >= 30 && n < 100:
		return "diverse decine"
	case n >= 18 && n <= 22:
		return "una ventina"
	}
	return "alcuni"
}
