// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"strings"

	"vetro/cmd/internal/diag"
)

// missingInEnte reports what the ente must still say before it publishes.
func missingInEnte(t, contacts, links *table, m *Municipality) {
	toFill(t, "nome", m.Name)
	toFill(t, "regione", m.Region)
	toFill(t, "ufficio_responsabile", m.Office)
	switch {
	case m.Fictional:
		gap(t, t.at("fittizio"), "fictional", "l'ente è un esempio inventato: queste pagine non si pubblicano",
			"per pubblicare sostituisci i dati con quelli veri e togli fittizio")
	case !m.Confirmed:
		d := t.file()()
		if t.has("confermato") {
			d = t.at("confermato")
		}
		gap(t, d, "to-confirm", "i dati dell'ente non sono confermati",
			"quando l'ente li ha controllati scrivi confermato = true")
	}
	if m.Office == "" {
		gap(t, t.file()(), "to-complete", "manca l'ufficio responsabile dei dati", t.toml.Lacking("ufficio_responsabile", `"…"`))
	}
	if m.TaxCode == "" && !m.Fictional {
		gap(t, t.file()(), "to-complete", "manca il codice fiscale dell'ente, che va in fondo a ogni pagina", t.toml.Lacking("codice_fiscale", `"…"`))
	}
	if !t.has("collocazione") {
		gap(t, t.file()(), "to-verify", "la collocazione in Amministrazione trasparente è quella proposta: "+strings.Join(m.Placement, " › "),
			"se l'ente è d'accordo "+t.toml.Lacking("collocazione", `["`+strings.Join(m.Placement, `", "`)+`"]`))
	}
	missing(t, contacts, "contatti", "mancano contatti dell'ente",
		want{m.Contacts.Address, "indirizzo"}, want{m.Contacts.Phone, "telefono"}, want{m.Contacts.Email, "email"}, want{m.Contacts.PEC, "pec"})
	missing(t, links, "collegamenti", "mancano collegamenti dell'ente",
		want{m.Links.Transparency, "amministrazione_trasparente"}, want{m.Links.Privacy, "privacy"}, want{m.Links.LegalNotes, "note_legali"},
		want{m.Links.Accessibility, "accessibilita"}, want{m.Links.CivicAccess, "accesso_civico"}, want{m.Links.Corrections, "correzioni"})
}

// toFill reports the text at key when it is one of those that a new project
// begins with, in place of the ente's own.
func toFill(t *table, key, s string) {
	if strings.HasSuffix(s, " da indicare") {
		gap(t, t.at(key), "to-complete", fmt.Sprintf("%s è ancora %s", diag.Quote(key), diag.Quote(s)), "scrivi al suo posto il dato vero")
	}
}

// A want is a text that should be there, and its key.
type want struct{ have, key string }

// missing reports in one go which keys of the table called name are absent.
func missing(t, sub *table, name, message string, wants ...want) {
	var keys []string
	for _, w := range wants {
		if w.have == "" {
			keys = append(keys, w.key)
		}
	}
	if len(keys) > 0 {
		d := t.file()()
		if sub != nil {
			d = t.at(name)
		}
		gap(t, d, "to-complete", message+": "+strings.Join(keys, ", "), "scrivi queste chiavi sotto la riga ["+name+"]")
	}
}

// missingInEdition reports what the edition must still say.
func (l *loader) missingInEdition(t, act *table, e *Edition) {
	if e.Updated.IsZero() {
		gap(t, t.file()(), "to-complete", "manca la data dell'ultimo aggiornamento dei dati", t.toml.Lacking("aggiornato", "2026-11-22")+", con la data giusta")
	}
	if e.State == Draft {
		gap(t, t.at("stato"), "to-confirm", "l'edizione è una bozza: prima di pubblicarla serve l'atto che la approva",
			"dopo l'approvazione scrivi stato = \"approvato\" e completa [atto]")
	} else {
		missingInAct(t, act, &e.Act)
	}
	for _, d := range e.Departments {
		toFill(l.tables[d], "nome", d.Name)
	}
	l.toDescribe(t, e)
}

func missingInAct(t, act *table, a *Act) {
	if act == nil {
		gap(t, t.file()(), "to-complete", "manca l'atto che approva l'edizione", "aggiungi una tabella [atto] con tipo, organo, numero, data e collegamento")
		return
	}
	if !a.Firm() {
		gap(act, act.here(), "to-confirm", "l'atto non è confermato", "controlla tipo, numero e data sull'atto, poi scrivi confermato = true")
	}
	missing(t, act, "atto", "all'atto mancano dati", want{a.Kind.String(), "tipo"}, want{a.Body, "organo"}, want{a.Number, "numero"}, want{a.Date.String(), "data"}, want{a.URL + a.File, "collegamento"})
}

// toDescribe reports the projects not yet described: once a settore and once
// for the rest, not once a project.
func (l *loader) toDescribe(t *table, e *Edition) {
	shared := e.shared()
	for _, row := range e.Account().Rows {
		if row.Rest() {
			restToDescribe(t, e, row)
			continue
		}
		if n := row.ToDescribe; row.Department != nil && n.Number > 0 && (n.least() > 0 || len(shared[row.Department.ID]) == 0) {
			s := l.tables[row.Department]
			gap(s, s.at("progetti_nel_piano"), "to-describe",
				fmt.Sprintf("progetti da descrivere: %s su %s", n, row.InPlan), "aggiungi in fondo al file una tabella [[progetto]] per ciascuno")
		}
	}
	if e.ProjectsInPlan.IsMissing() {
		gap(t, t.file()(), "to-complete", "manca il numero dei progetti del piano", t.toml.Lacking("progetti_nel_piano", "37")+", con il numero giusto")
	}
}

func restToDescribe(t *table, e *Edition, row AccountRow) {
	switch {
	case row.Outside && row.ToDescribe.Number > 0:
		gap(t, t.at("progetti_nel_piano"), "to-describe",
			fmt.Sprintf("progetti da descrivere fuori dai settori: %s", row.ToDescribe), "aggiungi in piano.toml una tabella [[progetto]] per ciascuno")
	case !row.Outside && row.InPlan.Number > 0:
		cure := "scrivi progetti_nel_piano nei file dei settori, quando si sa, e descrivi i progetti"
		if e.everyCounted() {
			cure = "aggiungi i settori che mancano; se sono già tutti qui, e il resto è di nessun settore, scrivi in piano.toml settori_completi = true"
		}
		gap(t, t.at("progetti_nel_piano"), "to-describe",
			fmt.Sprintf("manca il numero per settore di %s su %s", projects(row.InPlan), e.ProjectsInPlan),
			cure)
	}
}
