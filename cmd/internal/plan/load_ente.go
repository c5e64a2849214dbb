// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
)

// DefaultPlacement is where a page stands that no sub-section of Amministrazione
// Trasparente is meant for. The labels are those of the annex to D.Lgs. 33/2013.
var DefaultPlacement = []string{"Altri contenuti", "Dati ulteriori"}

// newMunicipality returns an ente that has said nothing yet.
func newMunicipality() *Municipality {
	return &Municipality{Placement: slices.Clone(DefaultPlacement), AnonymityThreshold: defaultThreshold}
}

// municipality reads ente.toml.
func (l *loader) municipality(name string) *Municipality {
	m := newMunicipality()
	t := l.read(name, &municipalityKeys, "")
	if t == nil {
		return m
	}
	defer t.close()
	m.Name = t.line("nome")
	m.Region = t.line("regione")
	m.Tagline = t.line("motto")
	m.Confirmed = t.flag("confermato")
	m.Fictional = t.flag("fittizio")
	m.Note = t.prose("nota")
	m.IPACode = t.code("codice_ipa")
	m.ISTATCode = t.code("codice_istat")
	m.Belfiore = t.code("codice_belfiore")
	m.TaxCode = t.code("codice_fiscale")
	m.BaseURL = baseURL(t)
	m.Emblem = l.emblem(t)
	m.Office = t.line("ufficio_responsabile")
	if labels := t.texts("collocazione"); len(labels) > 0 {
		m.Placement = labels
	}
	m.AnonymityThreshold = t.count("soglia_anonimato", defaultThreshold)
	l.threshold = m.AnonymityThreshold
	contacts, links := t.table("contatti"), t.table("collegamenti")
	if c := contacts; c != nil {
		m.Contacts = Contacts{Address: c.street("indirizzo"), Phone: c.phone("telefono"), Email: c.email("email"), PEC: c.email("pec")}
	}
	if c := links; c != nil {
		m.Links = municipalLinks(c)
	}
	if m.Fictional && m.Confirmed {
		fault(t, t.at("confermato"), "contradiction", "un ente di esempio non può essere confermato",
			"togli confermato, oppure togli fittizio se i dati sono veri")
	}
	l.later = append(l.later, func() { missingInEnte(t, contacts, links, m) })
	return m
}

// street returns where the office is. The address of the site has the same key,
// in the file itself: written at the end of the file it lands here.
func (t *table) street(name string) string {
	s := t.line(name)
	if !strings.Contains(s, "://") {
		return s
	}
	d := t.at(name)
	t.toml.MoveUp(&d, name)
	fault(t, d, "invalid-value", fmt.Sprintf("%s qui è una via: %s è l'indirizzo del sito", diag.Quote(name), diag.Quote(s)), d.Hint)
	return ""
}

func municipalLinks(t *table) Links {
	k := Links{
		Site:          t.link("sito"),
		Transparency:  t.link("amministrazione_trasparente"),
		Privacy:       t.link("privacy"),
		LegalNotes:    t.link("note_legali"),
		Accessibility: t.link("accessibilita"),
		CivicAccess:   t.link("accesso_civico"),
		FAQ:           t.link("domande_frequenti"),
		Booking:       t.link("prenotazione"),
		ReportIssue:   t.link("disservizio"),
		PersonalArea:  t.link("area_personale"),
		Feedback:      t.link("valutazione"),
		Corrections:   t.link("correzioni"),
		MediaPolicy:   t.link("media_policy"),
		Performance:   t.link("piano_performance"),
		GeneralActs:   t.link("atti_generali"),
	}
	// Criterion C.SI.3.2 of the municipal model: the statement is AGID's form.
	if agid := "https://form.agid.gov.it/"; k.Accessibility != "" && !strings.HasPrefix(k.Accessibility, agid) {
		fault(t, t.at("accessibilita"), "invalid-url", "la dichiarazione di accessibilità deve stare sul sito di AGID",
			"il collegamento comincia con "+agid)
	}
	return k
}

// baseURL returns the address of the published site with a slash at the end.
func baseURL(t *table) string {
	s := t.link("indirizzo")
	if s == "" {
		return ""
	}
	if strings.ContainsAny(s, "?#") {
		fault(t, t.at("indirizzo"), "invalid-url", fmt.Sprintf("%s è l'indirizzo di tutto il sito: non può contenere ? o #", diag.Quote("indirizzo")), "")
		return ""
	}
	return strings.TrimRight(s, "/") + "/"
}
