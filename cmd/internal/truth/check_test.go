// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"bytes"
	"encoding/csv"
	"path"
	"regexp"
	"slices"
	"strings"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/site"
)

// everyForm is all sentences that the test knows.
var everyForm = slices.Concat(sentences, listForms, indicatorForms, homeForms)

// computed finds what may be a claim about people, projects or indicators: a
// number or a comparison, and what is counted.
var (
	claims  = regexp.MustCompile(`\d|(?i)\b(?:unic|nessun|tutt[ie]\b|più\b|altr[io]\b|meno\b|almeno\b|fino a\b|ciascun|ogni\b|maggior|minor|mai\b|sempre\b|solo\b)`)
	subject = regexp.MustCompile(`(?i)progett|settor|dipendent|persone|indicator|profil|risultat|obiettiv|traguard|coinvolg|» (?:fino|almeno|circa|tra|meno|più|\d)`)
)

// fixed are the texts with such words that no datum changes, and those that name
// a page, a file or a part of the plan.
var fixed = []*regexp.Regexp{
	regexp.MustCompile(`^(?:Home/|Piano di prova 2024/?|Il piano|Tutt[oi] .*da stampare.*|Stampa tutto il piano|Torna a tutti i progetti|Tutti i grafici del piano)$`),
	regexp.MustCompile(`^(?:Fonte|Fonte delle cifre|Fonte di tutte le righe|Precedente|Successivo|Grafico|Descrizione di|Per citare questa pagina|Dati in tabella): ?.*|^(?:Precedente|Successivo|Descrizione di) .*`),
	regexp.MustCompile(`^«.*edizione 2024, ricostruzione non ufficiale, aggiornamento del 15 febbraio 2024$`),
	regexp.MustCompile(`^(?:[^.]* · )?Piano di prova 2024$`),
	regexp.MustCompile(`^Tutta l’edizione 2024 in una pagina sola, da leggere su carta$`),
	regexp.MustCompile(`^Tutto il piano in una pagina sola, da stampare: progetti, settori, persone, grafici, parole e fonti$`),
	regexp.MustCompile(`^(?:I settori del Comune che hanno progetti|I progetti (?:conclusi|in corso|da avviare|sospesi) del piano|I progetti del piano) .*, (?:con quanti progetti e quante persone|con il settore e le persone di ciascuno|settore per settore, e quanti ne restano da descrivere)$`),
	regexp.MustCompile(`^Attività che la fonte cita .*|^Altri (?:progetti|settori)$|^Più dipendenti prima$|^(?:Progetti|Dipendenti) .*CSV.*|^Scarica .*|^(?:Immagine|Disegno|Dati) di «.*|^Nessun progetto corrisponde$|^Svolti insieme ad altri settori$|^Ogni quadrato è un progetto(?: L’elenco dei progetti)?$`),
}

// chartTitle is what stands before the sentence of a chart in a list.
var chartTitle = regexp.MustCompile(`^(?:Progetti per settore|Dipendenti per settore|Avanzamento dei progetti|Indicatori e obiettivi|(\pL+): dipendenti per profilo) ?`)

// skipped are the pages that say nothing of the plan, or only name its parts.
var skipped = regexp.MustCompile(`^(?:404\.html|(?:glossario|note-legali|come-verificare|mappa-del-sito)/.*|2024/(?:dati|mappa|cosa-cambia)/.*)$`)

// site holds all that a site says of the plan against the world.
func (c *checker) site(s *site.Site) {
	for _, f := range s.Files() {
		switch {
		case skipped.MatchString(f.Path) && path.Ext(f.Path) == ".html":
		case path.Ext(f.Path) == ".html":
			r := read(f.Path, f.Data)
			for _, l := range r.out {
				c.line(l)
			}
			for _, t := range r.tables {
				c.table(f.Path, t)
			}
		case path.Ext(f.Path) == ".csv" && strings.HasPrefix(f.Path, "2024/dati/") && !strings.Contains(f.Path, "excel"):
			c.data(f.Path, f.Data)
		case path.Ext(f.Path) == ".csv" && strings.HasPrefix(f.Path, "2024/grafici/"):
			c.chart(f.Path, f.Data)
		}
	}
}

// line holds a text of a page against the world, sentence by sentence.
func (c *checker) line(l line) {
	if l.kind == "dd" && c.measured(l) {
		return
	}
	if l.kind == "dd" && subject.MatchString(l.label) {
		c.fact(l)
		return
	}
	if m := chartTitle.FindStringSubmatch(l.text); m != nil {
		l.text = l.text[len(m[0]):]
		if m[1] != "" {
			l.context = "progetto-" + lower(m[1])
		}
	}
	if l.kind == "li" && (c.homeRow(l) || c.departmentRow(l)) {
		return
	}
	for _, clause := range clauses(l.text) {
		if claim(clause) {
			c.says(l, clause, everyForm)
		}
	}
}

// claim reports whether a text says something of the plan.
func claim(text string) bool {
	if v, ok := seen.Load(text); ok {
		return v.(bool)
	}
	is := claims.MatchString(text) && subject.MatchString(text) && !slices.ContainsFunc(fixed, func(re *regexp.Regexp) bool { return re.MatchString(text) })
	seen.Store(text, is)
	return is
}

// sharedFact names the projects of others that a settore shares.
const sharedFact = "Svolti insieme ad altri settori"

// fact holds the value of a named fact against the world.
func (c *checker) fact(l line) {
	s := &saying{checker: c, line: l}
	d, p := s.about()
	name, ok := "", true
	switch {
	case d != nil && l.label != sharedFact:
		name, ok = map[string]string{
			"Progetti nel piano": "progetti", "Progetti descritti": "descritti", "Dipendenti": "dipendenti",
			"Dipendenti nei progetti descritti": "dipendenti_descritti", "Dipendenti in tutto il settore": "dotazione",
		}[l.label]
		name = "settore." + d.ID + "." + name
	case p != nil && l.label == "Settore":
		return
	case d != nil && l.label == sharedFact:
		if other := c.describedProject(l.text); other == nil || c.real(other).With != d.ID {
			c.fault("false: %s (%s): %s: %s", l.page, l.context, l.label, l.text)
		}
		return
	case p != nil:
		name, ok = "progetto."+p.ID+".dipendenti", l.label == "Dipendenti"
	default:
		ok = false
	}
	if !ok {
		c.fault("unknown: %s (%s): %s: %s", l.page, l.context, l.label, l.text)
		return
	}
	c.cell(l.page+" "+l.label, name, l.text)
}

// cell holds a printed quantity against a figure of the world.
func (c *checker) cell(where, name, text string) {
	if text == plan.NotSaid || text == "–" || text == "" {
		return
	}
	if c.share(name, text) {
		return
	}
	n, ok := c.figure(name)
	switch {
	case !ok:
		c.fault("unknown figure: %s: %s", where, name)
	case !holds(text, n):
		c.fault("false: %s: %s is %d, not %q", where, name, n, text)
	}
}

// table holds a table of a page against the world.
func (c *checker) table(at string, t table) {
	s := &saying{checker: c, line: line{page: at, context: t.context}}
	d, p := s.about()
	for _, row := range t.rows {
		if profile, other, same := strings.Cut(row[0], " le stesse persone del progetto «"); same && p != nil {
			row[0] = profile
			if !slices.ContainsFunc(c.real(p).Staff, func(g *group) bool {
				return g.Profile == profile && c.describedProject(g.Same) != nil && c.describedProject(g.Same).Title+"»" == other
			}) {
				c.fault("false: %s: %s are the same as in «%s", at, profile, other)
			}
		}
		for i, text := range row[1:] {
			heading := t.header[i+1]
			name := ""
			switch {
			case heading == "Fonte":
				continue
			case t.header[0] == "Settore":
				name = c.rowFigure(row[0], heading)
			case t.header[0] == "Profilo" && row[0] == "Totale" && d != nil:
				name = "settore." + d.ID + ".dipendenti"
			case t.header[0] == "Profilo" && row[0] == "Totale" && p != nil:
				name = "progetto." + p.ID + ".dipendenti"
			case t.header[0] == "Profilo" && staffColumns[heading]:
				if p != nil {
					c.staffCell(at, p, row[0], heading, text)
				}
				continue
			case t.header[0] == "Profilo" && d != nil:
				name = "settore." + d.ID + ".personale." + plan.ProfileID(row[0])
			case t.header[0] == "Profilo" && p != nil:
				name = "progetto." + p.ID + ".personale." + plan.ProfileID(row[0])
			case t.header[0] == "Indicatore" && p != nil:
				c.indicatorCell(at, p, row[0], heading, text)
				continue
			}
			if name == "" {
				c.fault("unknown: %s: the column %q of a table of %q", at, heading, t.header[0])
				return
			}
			c.cell(at+" "+row[0]+", "+heading, name, text)
		}
	}
}

// measured holds the cost, the days and the share of a project or a settore against
// the world; it is false for what is none of them.
func (c *checker) measured(l line) bool {
	s := &saying{checker: c, line: l}
	d, p := s.about()
	var n float64
	switch {
	case p != nil && l.label == "Costo":
		n = c.real(p).Cost.Value
	case p != nil && l.label == "Giornate al mese":
		n = c.real(p).Days.Value
	case d != nil && l.label == "Quanti il piano può coinvolgere":
		n = 100 * float64(c.people(d.ID)) / float64(c.w.workforce(d.ID))
	default:
		return false
	}
	text := strings.TrimSuffix(strings.TrimSuffix(l.text, " su cento"), " euro")
	if low, high, ok := bounds(text); text != plan.NotSaid && (!ok || n < low || n > high) {
		c.fault("false: %s: %s is %v, not %q", l.page, l.label, n, l.text)
	}
	return true
}

// staffColumns are what a group says besides how many it has.
var staffColumns = map[string]bool{"Donne": true, "Uomini": true, "A tempo pieno": true}

// staffCell holds one of these against the world. Women and men are never so few
// that they could be recognised.
func (c *checker) staffCell(at string, p *plan.Project, profile, heading, text string) {
	i := slices.IndexFunc(c.real(p).Staff, func(g *group) bool { return g.Profile == profile }) // the plan has them in the same order
	if text == "–" || text == "" || i < 0 {
		return
	}
	g := c.real(p).Staff[i]
	n, others := float64(g.Women), g.People-g.Women
	switch heading {
	case "Uomini":
		n, others = float64(g.People-g.Women), g.Women
	case "A tempo pieno":
		n, others = float64(g.Tenths)/10, g.People
	}
	if low, high, ok := bounds(text); !ok || n < low || n > high {
		c.fault("false: %s: %s of %s are %v, not %q", at, heading, profile, n, text)
	}
	if few := func(n int) bool { return n > 0 && n < 3 }; few(others) && p.Staff[i].Employees.Precision == plan.Exact || heading != "A tempo pieno" && few(int(n)) {
		c.fault("told: %s: %s of %s, %q of %d", at, heading, profile, text, g.People)
	}
}

// rowFigure names what a column says of a row: of a settore, of the rest, of the
// projects of all, of the plan.
func (c *checker) rowFigure(row, column string) string {
	column, known := map[string]string{
		"Nel piano": "progetti", "Descritti": "descritti", "Da descrivere": "da_descrivere", "Dipendenti": "dipendenti", "Non contati per settore": "progetti",
		"Conclusi": "conclusi", "In corso": "in_corso", "Da avviare": "da_avviare", "Sospesi": "sospesi", centred: "centrati", missed: "mancati", unjudged: "senza_confronto",
	}[column]
	if !known {
		return ""
	}
	if d := c.written(row); d != nil {
		return "settore." + d.ID + "." + column
	}
	return map[string]string{"Non contati per settore": "resto.", "Fuori dai settori": "fuori.", "Totale del piano": "totale."}[row] + column
}

// chart holds the numbers of a chart, which are those of its marks.
func (c *checker) chart(at string, data []byte) {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		c.fault("%s: %v", at, err)
		return
	}
	id := strings.Split(at, "/")[2]
	t := table{context: contextOf("2024/grafici/" + id + "/index.html"), header: []string{rows[0][0]}}
	for i := 1; i < len(rows[0]); i += 2 {
		t.header = append(t.header, rows[0][i])
	}
	for _, row := range rows[1:] {
		cells := []string{row[0]}
		for i := 1; i < len(row); i += 2 {
			label, number := row[i], row[i+1]
			if low, high, ok := bounds(label); number != "" && !strings.HasPrefix(label, "tra ") && (!ok || !strings.HasSuffix(strings.ReplaceAll(label, ".", ""), number)) {
				c.fault("false: %s: a mark of %s is labelled %q (%v to %v)", at, number, label, low, high)
			}
			cells = append(cells, label)
		}
		t.rows = append(t.rows, cells)
	}
	c.table(at, t)
}

// data holds a file of open data against the world.
func (c *checker) data(at string, data []byte) {
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		c.fault("%s: %v", at, err)
		return
	}
	header := rows[0]
	cell := func(row []string, name string) string {
		if i := slices.Index(header, name); i >= 0 {
			return row[i]
		}
		return ""
	}
	for _, row := range rows[1:] {
		if outcome := cell(row, "esito"); outcome != "" {
			c.outcome(at, cell(row, "progetto"), cell(row, "indicatore"), strings.TrimSpace(cell(row, "periodo")+" "+cell(row, "anno")), outcome)
		}
		for _, column := range header {
			name, ok := strings.CutSuffix(column, "testo")
			if !ok {
				continue
			}
			name = strings.TrimSuffix(name, "_")
			prefix := ""
			if name != "" {
				prefix = name + "_"
			}
			text, number, precision := cell(row, column), cell(row, prefix+"numero"), cell(row, prefix+"precisione")
			if !slices.Contains(header, prefix+"numero") {
				continue
			}
			if number != "" && precision != "esatto" && !strings.HasPrefix(text, precision+" ") || number != "" && precision != "tra" && !strings.HasSuffix(strings.NewReplacer(".", "", ",", ".").Replace(text), number) {
				c.fault("false: %s: %q is no %s %s", at, text, precision, number)
			}
			figure := c.dataFigure(path.Base(at), name, func(column string) string { return cell(row, column) })
			if figure != "" {
				c.cell(at+" "+row[0]+", "+name, figure, text)
			}
		}
	}
}

// dataFigure names what a quantity of a row of open data counts; "" for what
// does not count people or projects.
func (c *checker) dataFigure(file, quantity string, cell func(string) string) string {
	switch file {
	case "cifre.csv":
		if strings.HasSuffix(cell("nome"), ".giornate_al_mese") {
			return ""
		}
		return cell("nome")
	case "personale.csv":
		if quantity != "dipendenti" {
			return ""
		}
		return cell("cifra")
	case "progetti.csv":
		if quantity == "dipendenti" {
			return "progetto." + cell("id") + ".dipendenti"
		}
		return ""
	case "settori.csv":
		return "settore." + cell("id") + "." + strings.TrimPrefix(strings.Replace(quantity, "progetti_nel_piano", "progetti", 1), "progetti_")
	case "conto.csv":
		column := map[string]string{"nel_piano": "progetti"}[quantity]
		if column == "" {
			column = quantity
		}
		kind := map[string]string{"non contati per settore": "resto", "fuori dai settori": "fuori", "trasversali": "fuori", "totale": "totale"}[cell("tipo")]
		if kind == "" {
			kind = "settore." + cell("settore")
		}
		return kind + "." + column
	}
	return "unknown " + file
}
