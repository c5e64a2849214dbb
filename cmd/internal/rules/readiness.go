// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// readiness holds what keeps "pronto per la pubblicazione: sì" from being true:
// a plan that is complete in form and is last year's, an example's, or nobody's.
func (j *judge) readiness() {
	for i, e := range j.Publication.Editions {
		for _, before := range j.Publication.Editions[i+1:] {
			if before.State == plan.Approved {
				j.copied(e, before)
				break
			}
		}
		if e.State != plan.Approved {
			continue
		}
		j.publication(e)
		j.plausible(e)
		j.behind(e)
		j.reconstruction(e)
	}
	j.plausibleSources()
}

// place covers a key of the file of an edition: "aggiornato", "atto.data".
func (j *judge) place(e *plan.Edition, key string) diag.Diagnostic {
	return j.Publication.At(planFile(e.ID), key)
}

// publication asks for the day of the first publication: without it nobody knows
// until when the data must stay online (ANAC, delibera 1310/2016; D.Lgs.
// 33/2013, art. 8, c. 3).
func (j *judge) publication(e *plan.Edition) {
	if e.Published.IsZero() {
		j.add(j.place(e, "aggiornato"), "publication-date-missing", "manca «pubblicato», il giorno della prima pubblicazione",
			"quando metti il sito in rete scrivi pubblicato = anno-mese-giorno in "+diag.Quote(planFile(e.ID))+", prima della prima tabella")
	}
}

// A dated is a date of an edition and where it stands.
type dated struct {
	what  string
	date  tomldoc.Date
	at    func() diag.Diagnostic
	young bool // may be of any later year: a reconstruction, a correction
}

func (j *judge) datesOf(e *plan.Edition) []dated {
	here := func(key string) func() diag.Diagnostic {
		return func() diag.Diagnostic { return j.place(e, key) }
	}
	all := []dated{
		{"la data dell'atto", e.Act.Date, here("atto.data"), false},
		{"«pubblicato»", e.Published, here("pubblicato"), false},
		{"«aggiornato»", e.Updated, here("aggiornato"), !e.Act.Confirmed},
	}
	for _, c := range e.Corrections {
		all = append(all, dated{"la data della rettifica", c.Date, func() diag.Diagnostic { return j.place(e, "rettifica") }, !e.Act.Confirmed})
	}
	return all
}

// How many years after that of its edition a date cannot be, unless somebody
// says what day it is, and how many the end of a plan cannot be.
const (
	laterBy = 2
	endsBy  = 10
)

// lastYear returns the last year in which something of e can have happened: the
// one after the newest edition, or after the last year in which e has effects.
func (j *judge) lastYear(e *plan.Edition) int {
	last := year(j.Publication.Editions[0].ID)
	if end := e.InForceUntil.Year; end > last && end < year(e.ID)+endsBy {
		last = end
	}
	return last + laterBy - 1
}

// plausible doubts the dates that have not come yet: later than the day given,
// or, where none is, than the last year in which they can have come.
func (j *judge) plausible(e *plan.Edition) {
	for _, d := range j.datesOf(e) {
		j.come(d, j.lastYear(e))
	}
	if e.InForceUntil.Year >= year(e.ID)+endsBy {
		j.add(j.place(e, "in_vigore_fino"), "date-implausible",
			fmt.Sprintf("il piano del %s avrebbe effetto fino al %s: sembra un errore", e.ID, e.InForceUntil), "controlla l'anno")
	}
	j.results(planFile(e.ID), e, e.Transversal)
	j.progress(planFile(e.ID), e, e.Transversal)
	for _, d := range e.Departments {
		name := path.Join("data/piani", e.ID, "settori", d.ID+".toml")
		j.results(name, e, d.Described)
		j.progress(name, e, d.Described)
	}
}

// come doubts d when it has not come yet; last is the last year in which it can
// have come where nobody says what day it is.
func (j *judge) come(d dated, last int) {
	switch {
	case d.date.IsZero():
	case !j.Today.IsZero():
		if d.date.Compare(j.Today) > 0 {
			j.add(d.at(), "date-implausible", fmt.Sprintf("%s è il %s, dopo il %s che è oggi", d.what, d.date, j.Today), "controlla giorno, mese e anno")
		}
	case !d.young && d.date.Year > last:
		j.add(d.at(), "date-implausible", fmt.Sprintf("%s è il %s: dopo il %d sembra un errore", d.what, d.date, last),
			"controlla l'anno; se è giusto, dillo con vetro check --oggi e la data di oggi")
	}
}

// plausibleSources doubts the documents that have not been written yet. Where
// nobody says what day it is, a reconstruction may draw on one of any year.
func (j *judge) plausibleSources() {
	young, last := false, 0
	for _, e := range j.Publication.Editions {
		young, last = young || !e.Act.Confirmed, max(last, j.lastYear(e))
	}
	for i, s := range j.Publication.Sources {
		j.come(dated{"la data della fonte " + diag.Quote(s.Title), s.Date, func() diag.Diagnostic {
			return j.Publication.At("data/fonti.toml", fmt.Sprintf("fonte.%d.data", i))
		}, young}, last)
	}
}

// results doubts the results of a year that has not come yet.
func (j *judge) results(name string, e *plan.Edition, projects []*plan.Project) {
	last := j.lastYear(e)
	if !j.Today.IsZero() {
		last = j.Today.Year
	}
	for i, p := range projects {
		for _, n := range p.Indicators {
			if k := slices.IndexFunc(n.Results, func(v plan.YearValue) bool { return v.Year > last }); k >= 0 {
				j.add(j.project(name, i), "date-implausible",
					fmt.Sprintf("l'indicatore %s ha già un risultato del %d", diag.Quote(n.Name), n.Results[k].Year), "controlla l'anno del risultato; quello che si vuole raggiungere va in «obiettivi»")
			}
		}
	}
}

// year returns the year of the id of an edition.
func year(id string) int {
	n := 0
	for _, c := range id {
		if c < '0' || c > '9' {
			break
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// behind reports a date of the last update that is before something the edition
// itself dates later.
func (j *judge) behind(e *plan.Edition) {
	if e.Updated.IsZero() {
		return
	}
	for _, c := range e.Corrections {
		if c.Date.Compare(e.Updated) > 0 {
			j.add(j.place(e, "aggiornato"), "updated-behind", fmt.Sprintf("«aggiornato» è il %s, ma c'è una rettifica del %s", e.Updated, c.Date),
				fmt.Sprintf("scrivi aggiornato = %s, o il giorno dell'ultima modifica", c.Date))
			return
		}
	}
	for _, p := range e.AllProjects() {
		for _, n := range p.Indicators {
			if k := slices.IndexFunc(n.Results, func(v plan.YearValue) bool { return v.Year > e.Updated.Year && v.Year <= j.lastYear(e) }); k >= 0 {
				j.add(j.place(e, "aggiornato"), "updated-behind", fmt.Sprintf("«aggiornato» è il %s, ma l'indicatore %s ha un risultato del %d", e.Updated, diag.Quote(n.Name), n.Results[k].Year),
					"scrivi in «aggiornato» il giorno in cui il risultato è arrivato, o correggi il suo anno")
				return
			}
		}
	}
	for _, s := range sourcesOf(e) {
		if s.Date.Compare(e.Updated) > 0 {
			j.add(j.place(e, "aggiornato"), "updated-behind", fmt.Sprintf("«aggiornato» è il %s, ma la fonte %s è del %s", e.Updated, diag.Quote(s.Title), s.Date),
				"controlla le due date: i dati non possono venire da un documento che non c'era ancora")
			return
		}
	}
}

// sourcesOf returns the documents that the figures of an edition come from, once
// each.
func sourcesOf(e *plan.Edition) (all []*plan.Source) {
	add := func(s *plan.Source) {
		if s != nil && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	add(e.Source)
	for _, d := range e.Departments {
		add(d.Source)
		for _, s := range d.Staff {
			add(s.Source)
		}
	}
	for _, p := range e.AllProjects() {
		add(p.Source)
		for _, s := range p.Staff {
			add(s.Source)
		}
		for _, i := range p.Indicators {
			add(i.Source)
		}
	}
	return all
}

var (
	// rebuilt finds in a note or a page that it speaks of a reconstruction, not of
	// an act. The career of an employee is reconstructed too.
	rebuilt = regexp.MustCompile(`(?i)ricostruzion[ei](?:[^\p{L}\s]|\s+(?:[^d\s]|d[^ei])|$)|ricostruit[oaie] d|deduzione|dedott?[oaie]\b|da confermare|non è una pubblicazione ufficiale|\bla fonte non (?:dice|indica|dà|nomina|riporta)`)
	// article finds an article of the press; what follows tells it from one of a law.
	article = regexp.MustCompile(`(?i)\barticolo\b(\s+(?:\d|[ivx]+\b|unico|del(?:la|lo|l['’])?\s*(?:d\.|legge|decreto|codice|regolamento|contratto|statuto|testo unico)|di legge))?`)
)

// speaksOfPress reports whether s speaks of an article of the press.
func speaksOfPress(s string) bool {
	for _, m := range article.FindAllStringSubmatchIndex(s, -1) {
		if m[2] < 0 {
			return true
		}
	}
	return false
}

// press finds in what a source is that it is no document of the ente.
var press = regexp.MustCompile(`(?i)articolo|stampa|giornale|quotidiano|notizia|comunicato`)

// ofPress reports whether s is no document of the ente: by what it is, or where
// nobody says what that is by its title.
func ofPress(s *plan.Source) bool {
	if s.Kind == "" {
		return press.MatchString(s.Title)
	}
	return press.MatchString(s.Kind)
}

// reconstruction reports, once the act is confirmed, what still speaks as if it
// were not: notes, pages, figures that all come from the press.
func (j *judge) reconstruction(e *plan.Edition) {
	if !e.Act.Firm() || !j.Publication.Municipality.Confirmed {
		return
	}
	const hint = "rileggi il testo e scrivi che cosa dice l'atto, oppure toglilo"
	for _, p := range j.Publication.Passages {
		if p.Edition != e.ID && p.Edition != "" || strings.HasSuffix(p.At(0, 1).Pos.Filename, "fonti.toml") {
			continue
		}
		if speaksOfPress(p.Text) || p.What == "nota" && rebuilt.MatchString(p.Text) {
			j.add(p.At(0, len(p.Text)), "still-reconstruction", "l'atto e l'ente sono confermati, ma qui si parla ancora di una ricostruzione", hint)
		}
	}
	for _, page := range j.Pages {
		if page.Edition != e.ID && page.Edition != "" {
			continue
		}
		for _, p := range page.Passages {
			if speaksOfPress(p.Text) || rebuilt.MatchString(p.Text) {
				j.add(p.At(0, len(p.Text)), "still-reconstruction", "l'atto e l'ente sono confermati, ma questa pagina parla ancora di una ricostruzione", hint)
			}
		}
	}
	own := func(s *plan.Source, name, key string) {
		if s != nil && s != e.Source && ofPress(s) {
			j.add(j.Publication.At(name, key), "only-press-source", "l'atto è confermato, ma queste cifre vengono da un articolo di stampa: "+diag.Quote(s.Title),
				"confronta le cifre con l'atto e togli la riga, o scrivi l'id del documento dell'ente")
		}
	}
	for _, d := range e.Departments {
		name := path.Join("data/piani", e.ID, "settori", d.ID+".toml")
		own(d.Source, name, "fonte")
		for i, p := range d.Described {
			if p.Source != d.Source {
				own(p.Source, name, fmt.Sprintf("progetto.%d", i))
			}
		}
	}
	for i, p := range e.Transversal {
		own(p.Source, planFile(e.ID), fmt.Sprintf("progetto.%d", i))
	}
	if e.Source != nil && ofPress(e.Source) {
		j.add(j.place(e, "fonte"), "only-press-source", "l'atto è confermato, ma le cifre del piano vengono da un articolo di stampa: "+diag.Quote(e.Source.Title),
			"aggiungi l'atto in data/fonti.toml, confronta le cifre e scrivi qui il suo id alla chiave «fonte»")
	}
}
