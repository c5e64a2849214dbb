// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"io/fs"
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
		if e.State != plan.Approved {
			continue
		}
		j.publication(e)
		j.plausible(e)
		j.behind(e)
		j.reconstruction(e)
		for _, before := range j.Publication.Editions[i+1:] {
			if before.State == plan.Approved {
				j.sameAct(e, before)
				j.pages(e, before)
				break
			}
		}
	}
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

// laterBy is how many years after that of its edition a date can be without
// somebody saying what day it is.
const laterBy = 2

// plausible doubts the dates that have not come yet: later than the day given,
// or, where none is, than two years after the newest edition.
func (j *judge) plausible(e *plan.Edition) {
	newest := j.Publication.Editions[0].ID
	for _, d := range j.datesOf(e) {
		switch {
		case d.date.IsZero():
		case !j.Today.IsZero():
			if d.date.Compare(j.Today) > 0 {
				j.add(d.at(), "date-implausible", fmt.Sprintf("%s è il %s, dopo il %s che è oggi", d.what, d.date, j.Today), "controlla giorno, mese e anno")
			}
		case !d.young && d.date.Year > year(newest)+laterBy:
			j.add(d.at(), "date-implausible", fmt.Sprintf("%s è il %s, più di %d anni dopo il piano %s: sembra un errore", d.what, d.date, laterBy, newest),
				"controlla l'anno; se è giusto, dillo con vetro check --oggi e la data di oggi")
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

// sameAct reports what an edition has from the one before it and cannot share:
// it was copied and not brought up to date.
func (j *judge) sameAct(e, before *plan.Edition) {
	copied := "i dati dell'edizione " + before.ID + " sono stati copiati?"
	a, b := e.Act, before.Act
	switch {
	case !a.Date.IsZero() && a.Date == b.Date && a.Number == b.Number, a.Number != "" && a.Number == b.Number && a.Date.Year == b.Date.Year && a.Kind == b.Kind && a.Body == b.Body:
		j.add(j.place(e, "atto.data"), "act-of-another-edition", "l'atto è lo stesso dell'edizione "+before.ID+": "+copied,
			"scrivi in [atto] tipo, numero, data e collegamento dell'atto che approva questa edizione; finché non c'è scrivi stato = \"bozza\"")
	case !a.Date.IsZero() && a.Date.Year < year(e.ID)-1:
		j.add(j.place(e, "atto.data"), "act-of-another-edition", fmt.Sprintf("l'atto è del %s, molto prima del piano %s", a.Date, e.ID), "controlla la data dell'atto che approva questa edizione")
	}
	if !e.Published.IsZero() && e.Published == before.Published {
		j.add(j.place(e, "pubblicato"), "act-of-another-edition", "«pubblicato» è lo stesso giorno dell'edizione "+before.ID+": "+copied, "scrivi il giorno in cui hai pubblicato questa")
	}
	if e.Source != nil && e.Source == before.Source && a.Firm() && b.Firm() {
		j.add(j.place(e, "fonte"), "act-of-another-edition", "la fonte delle cifre è la stessa dell'edizione "+before.ID+": "+diag.Quote(e.Source.Title),
			"aggiungi in data/fonti.toml il documento di questa edizione e scrivi qui il suo id")
	}
}

// pages reports an edition without the pages that the one before it had.
func (j *judge) pages(e, before *plan.Edition) {
	var have, had []string
	for _, p := range j.Pages {
		switch {
		case p.Project != "": // a project may well have no text of its own
		case p.Edition == e.ID:
			have = append(have, p.Slug)
		case p.Edition == before.ID:
			had = append(had, p.Slug)
		}
	}
	if len(have) == 0 && len(had) > 0 {
		j.add(wholeFile(path.Join("content", e.ID)), "edition-pages-missing",
			fmt.Sprintf("l'edizione %s non ha pagine; la %s ne aveva %d: %s", e.ID, before.ID, len(had), strings.Join(had, ", ")),
			fmt.Sprintf("copia content/%s in content/%s, poi aggiorna i testi e i collegamenti che cominciano con /%s/", before.ID, e.ID, before.ID))
	}
}

// rebuilt finds in a text that it speaks of a reconstruction, not of an act.
var rebuilt = regexp.MustCompile(`(?i)ricostruzion|ricostruit|articolo di (stampa|giornale)|deduzione|dedotto|da confermare|non è una pubblicazione ufficiale|\b(la fonte|l['’]articolo) non (dice|indica|dà|nomina|riporta)`)

// press finds in what a source is that it is no document of the ente.
var press = regexp.MustCompile(`(?i)articolo|stampa|giornale|quotidiano|notizia|comunicato`)

// reconstruction reports, once the act is confirmed, what still speaks as if it
// were not: notes, pages, figures that all come from the press.
func (j *judge) reconstruction(e *plan.Edition) {
	if !e.Act.Firm() || !j.Publication.Municipality.Confirmed {
		return
	}
	const hint = "rileggi il testo e scrivi che cosa dice l'atto, oppure toglilo"
	for _, p := range j.Publication.Passages {
		if p.What == "nota" && (p.Edition == e.ID || p.Edition == "") && rebuilt.MatchString(p.Text) && !strings.HasSuffix(p.At(0, 1).Pos.Filename, "fonti.toml") {
			j.add(p.At(0, len(p.Text)), "still-reconstruction", "l'atto e l'ente sono confermati, ma questa nota parla ancora di una ricostruzione", hint)
		}
	}
	for _, page := range j.Pages {
		if page.Edition != e.ID && page.Edition != "" {
			continue
		}
		for _, p := range page.Passages {
			if rebuilt.MatchString(p.Text) {
				j.add(p.At(0, len(p.Text)), "still-reconstruction", "l'atto e l'ente sono confermati, ma questa pagina parla ancora di una ricostruzione", hint)
				break
			}
		}
	}
	all := sourcesOf(e)
	if len(all) > 0 && !slices.ContainsFunc(all, func(s *plan.Source) bool { return !press.MatchString(s.Kind) }) {
		j.add(j.place(e, "fonte"), "only-press-source", "l'atto è confermato, ma tutte le cifre vengono da un articolo di stampa",
			"aggiungi l'atto in data/fonti.toml, confronta le cifre e scrivi qui il suo id alla chiave «fonte»")
	}
}

// SilentChanges reports the editions whose figures differ from those of the last
// published site while the date of the last update is the same. sum tells the
// SHA-256 of a file of the new site, in hexadecimal.
//
// Like Addresses it needs the new site.
func SilentChanges(previous fs.FS, version string, sum func(path string) (string, bool), pub *plan.Publication, report *diag.List) {
	if previous == nil {
		return
	}
	old := readManifest(previous)
	if old == nil || old.Generator != "vetro "+version {
		return // another version may write the same figures in another way
	}
	for _, was := range old.Editions {
		e, certain := shownEdition(pub, was.ID)
		if e == nil || !certain || was.Published == "" || was.Updated == "" || was.Updated != e.Updated.String() {
			continue
		}
		for _, f := range old.Files {
			if f.Edition != e.ID || path.Ext(f.Path) != ".csv" || path.Base(path.Dir(f.Path)) != "dati" {
				continue
			}
			if now, ok := sum(f.Path); ok && now != f.SHA256 {
				name := planFile(e.ID)
				d := wholeFile(name)
				known, _ := diag.Lookup("figures-changed-silently")
				d.Code, d.Severity = known.Name, known.Severity
				d.Message = fmt.Sprintf("le cifre non sono più quelle del sito pubblicato (%s), ma «aggiornato» è ancora il %s", path.Base(f.Path), e.Updated)
				d.Hint = "scrivi in «aggiornato» il giorno della modifica e, se il sito era già in rete, aggiungi una [[rettifica]] che dica che cosa cambia e perché"
				report.Add(d)
				break
			}
		}
	}
}
