// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/source"
)

// copied reports what e, an edition made by copying the one before, has kept of
// it and cannot share. It looks at drafts too: who copies begins with one.
func (j *judge) copied(e, before *plan.Edition) {
	j.sameAct(e, before)
	j.sameTerms(e, before)
	j.sameSources(e, before)
	if e.State == plan.Approved {
		j.pages(e, before)
		j.sameFigures(e, before)
	}
}

// ofAnother reports that the key of e says what belongs to the edition before.
func (j *judge) ofAnother(e *plan.Edition, key, message, hint string) {
	j.add(j.place(e, key), "act-of-another-edition", message, hint)
}

func (j *judge) sameAct(e, before *plan.Edition) {
	a, b := e.Act, before.Act
	same := !a.Date.IsZero() && a.Date == b.Date && a.Number == b.Number ||
		a.Number != "" && a.Number == b.Number && a.Date.Year == b.Date.Year && a.Kind == b.Kind && a.Body == b.Body ||
		a.DateText != "" && a.DateText == b.DateText && a.Body == b.Body
	switch {
	case same:
		key := "atto.data"
		if a.Date.IsZero() {
			key = "atto"
		}
		j.ofAnother(e, key, "l'atto è lo stesso dell'edizione "+before.ID+": i dati sono stati copiati?",
			"scrivi in [atto] tipo, numero, data e collegamento dell'atto che approva questa edizione; finché non c'è scrivi stato = \"bozza\" e togli [atto]")
	case a.URL != "" && a.URL == b.URL:
		j.ofAnother(e, "atto.collegamento", "il collegamento porta all'atto dell'edizione "+before.ID, "scrivi l'indirizzo dell'atto che approva questa edizione")
	case a.File != "" && j.sameFile(e, before, a.File, b.File):
		j.ofAnother(e, "atto.file", "il documento è l'atto dell'edizione "+before.ID, "metti al suo posto l'atto che approva questa edizione")
	case !a.Date.IsZero() && a.Date.Year < year(e.ID)-1:
		j.ofAnother(e, "atto.data", fmt.Sprintf("l'atto è del %s, molto prima del piano %s", a.Date, e.ID), "controlla la data dell'atto che approva questa edizione")
	}
}

// sameFile reports whether two editions have the same document among their
// attachments.
func (j *judge) sameFile(e, before *plan.Edition, name, old string) bool {
	a, err := source.ReadFile(j.Project, path.Join("content", e.ID, "allegati", name), attachment.MaxSize)
	if err != nil {
		return false // told of by who needs it
	}
	b, err := source.ReadFile(j.Project, path.Join("content", before.ID, "allegati", old), attachment.MaxSize)
	return err == nil && bytes.Equal(a, b)
}

// sameTerms compares the days, the corrections and the old names.
func (j *judge) sameTerms(e, before *plan.Edition) {
	if !e.Published.IsZero() && e.Published == before.Published {
		j.ofAnother(e, "pubblicato", "«pubblicato» è lo stesso giorno dell'edizione "+before.ID+": i dati sono stati copiati?", "scrivi il giorno in cui hai pubblicato questa, oppure togli la riga")
	}
	switch end := e.InForceUntil; {
	case end.IsZero():
	case end.Year < year(e.ID), end == before.InForceUntil && e.State == plan.Draft:
		j.ofAnother(e, "in_vigore_fino", fmt.Sprintf("il piano del %s avrebbe effetto fino al %s: è il termine dell'edizione %s?", e.ID, end, before.ID),
			"scrivi l'ultimo giorno di questa edizione, oppure togli la riga")
	}
	for i, c := range e.Corrections {
		if slices.ContainsFunc(before.Corrections, func(old *plan.Correction) bool { return old.What == c.What && old.Why == c.Why }) {
			j.ofAnother(e, fmt.Sprintf("rettifica.%d", i), "la rettifica è dell'edizione "+before.ID+": questa non è stata corretta", "togli la tabella [[rettifica]]")
		}
	}
	for i, r := range e.Renames {
		if slices.ContainsFunc(before.Renames, func(old *plan.Rename) bool { return *old == *r }) {
			j.ofAnother(e, fmt.Sprintf("rinomina.%d", i), "il nome di prima, "+diag.Quote(r.From)+", è dell'edizione "+before.ID+": in questa nessuno l'ha usato", "togli la tabella [[rinomina]]")
		}
	}
}

// sameSources looks at the documents that the figures come from. Two editions
// that nobody has confirmed may well come from the same article.
func (j *judge) sameSources(e, before *plan.Edition) {
	if e.State != plan.Draft && !(e.Act.Firm() && before.Act.Firm()) {
		return
	}
	const hint = "aggiungi in data/fonti.toml il documento di questa edizione e scrivi qui il suo id"
	old := before.Source
	if old == nil {
		return
	}
	if e.Source == old {
		j.ofAnother(e, "fonte", "la fonte delle cifre è la stessa dell'edizione "+before.ID+": "+diag.Quote(old.Title), hint)
		return
	}
	stale := func(name, key string) {
		j.add(j.Publication.At(name, key), "act-of-another-edition", "le cifre vengono dal documento dell'edizione "+before.ID+": "+diag.Quote(old.Title), "controlla le cifre sul documento di questa edizione e scrivi il suo id, oppure togli la riga")
	}
	for _, d := range e.Departments {
		name := path.Join("data/piani", e.ID, "settori", d.ID+".toml")
		if d.Source == old {
			stale(name, "fonte")
			continue
		}
		for i, p := range d.Described {
			if p.Source == old {
				stale(name, fmt.Sprintf("progetto.%d", i))
			}
		}
	}
	for i, p := range e.Transversal {
		if p.Source == old {
			stale(planFile(e.ID), fmt.Sprintf("progetto.%d", i))
		}
	}
}

// fewFigures is how many equal figures chance may bring about.
const fewFigures = 3

// sameFigures reports an edition whose every figure is that of the edition before:
// a year in which nothing at all has changed is rarer than a copy.
func (j *judge) sameFigures(e, before *plan.Edition) {
	now, old := figuresOf(e), figuresOf(before)
	if len(now) > fewFigures && slices.Equal(now, old) {
		j.add(j.place(e, "progetti_nel_piano"), "act-of-another-edition", fmt.Sprintf("tutte le %d cifre sono quelle dell'edizione %s: i dati sono stati copiati?", len(now), before.ID),
			"scrivi le cifre di questa edizione; finché non ci sono scrivi stato = \"bozza\"")
	}
}

// figuresOf lists the figures of e, each with what it is of.
func figuresOf(e *plan.Edition) (all []string) {
	add := func(of string, q plan.Quantity) {
		if !q.IsMissing() {
			all = append(all, of+"="+q.String())
		}
	}
	add("progetti", e.ProjectsInPlan)
	add("dipendenti", e.Employees)
	for _, d := range e.Departments {
		add(d.ID, d.Projects)
		for _, s := range d.Staff {
			add(d.ID+"."+s.Profile, s.Employees)
		}
	}
	for _, p := range e.AllProjects() {
		add(p.ID+".giornate", p.DaysPerMonth)
		add(p.ID+".costo", p.Cost)
		for _, s := range p.Staff {
			add(p.ID+"."+s.Profile, s.Employees)
		}
		for _, i := range p.Indicators {
			for _, v := range i.Results {
				all = append(all, p.ID+"."+i.Name+"."+v.When()+"="+v.String())
			}
		}
	}
	return all
}

// pages reports an edition without the pages that the one before it had, or
// without some of them.
func (j *judge) pages(e, before *plan.Edition) {
	var have, had []string
	titles := map[string]string{}
	for _, p := range j.Pages {
		switch {
		case p.Project != "": // a project may well have no text of its own
		case p.Edition == e.ID:
			have = append(have, p.Slug)
		case p.Edition == before.ID:
			had = append(had, p.Slug)
			titles[p.Slug] = p.Title
		}
	}
	for _, slug := range had {
		renamed := slices.ContainsFunc(e.Renames, func(r *plan.Rename) bool { return r.Kind == plan.RenamedPage && r.From == slug })
		if len(have) > 0 && !slices.Contains(have, slug) && !renamed {
			j.add(wholeFile(path.Join("content", e.ID, slug+".md")), "edition-page-missing",
				fmt.Sprintf("l'edizione %s aveva la pagina %s, la %s no", before.ID, diag.Quote(titles[slug]), e.ID),
				fmt.Sprintf("copia content/%s/%s.md in content/%s e aggiornala; se non serve più dillo in data/accettati.toml con codice = \"edition-page-missing\"", before.ID, slug, e.ID))
		}
	}
	if len(have) == 0 && len(had) > 0 {
		j.add(wholeFile(path.Join("content", e.ID)), "edition-pages-missing",
			fmt.Sprintf("l'edizione %s non ha pagine; la %s ne aveva %d: %s", e.ID, before.ID, len(had), strings.Join(had, ", ")),
			fmt.Sprintf("copia content/%s in content/%s, poi aggiorna i testi e i collegamenti che cominciano con /%s/", before.ID, e.ID, before.ID))
	}
}
