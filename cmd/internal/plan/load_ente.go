// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// DefaultPlacement is where a page stands that no sub-section of Amministrazione
// Trasparente is meant for. The labels are those of the annex to D.Lgs. 33/2013.
var DefaultPlacement = []string{"Altri contenuti", "Dati ulteriori"}

// municipality reads ente.toml.
func (l *loader) municipality(name string) *Municipality {
	m := &Municipality{Placement: slices.Clone(DefaultPlacement)}
	t := l.parse(name)
	if t == nil {
		return m
	}
	defer t.Close()
	t.Require("nome")
	m.Name = line(t, "nome")
	m.Region = line(t, "regione")
	m.Tagline = line(t, "motto")
	m.Confirmed = t.Bool("confermato")
	m.Fictional = t.Bool("fittizio")
	m.Note = prose(t, "nota")
	m.IPACode = code(t, "codice_ipa", ipaForm)
	m.ISTATCode = code(t, "codice_istat", istatForm)
	m.Belfiore = code(t, "codice_belfiore", belfioreForm)
	m.TaxCode = code(t, "codice_fiscale", taxForm)
	m.BaseURL = baseURL(t)
	m.Emblem = l.emblem(t)
	m.Office = line(t, "ufficio_responsabile")
	if labels := proses(t, "collocazione"); len(labels) > 0 {
		m.Placement = labels
	}
	if c := t.Table("contatti"); c != nil {
		m.Contacts = Contacts{Address: line(c, "indirizzo"), Phone: phone(c, "telefono"), Email: email(c, "email"), PEC: email(c, "pec")}
	}
	if c := t.Table("collegamenti"); c != nil {
		m.Links = links(c)
	}
	if m.Fictional && m.Confirmed {
		fault(t, t.At("confermato"), "contradiction", "un ente di esempio non può essere confermato",
			"togli confermato, oppure togli fittizio se i dati sono veri")
	}
	l.later = append(l.later, func() { missingInEnte(t, m) })
	return m
}

func links(t *tomldoc.Table) Links {
	k := Links{
		Site:          link(t, "sito"),
		Transparency:  link(t, "amministrazione_trasparente"),
		Privacy:       link(t, "privacy"),
		LegalNotes:    link(t, "note_legali"),
		Accessibility: link(t, "accessibilita"),
		CivicAccess:   link(t, "accesso_civico"),
		FAQ:           link(t, "domande_frequenti"),
		Booking:       link(t, "prenotazione"),
		ReportIssue:   link(t, "disservizio"),
		PersonalArea:  link(t, "area_personale"),
		Feedback:      link(t, "valutazione"),
		Corrections:   link(t, "correzioni"),
		MediaPolicy:   link(t, "media_policy"),
	}
	// Criterion C.SI.3.2 of the municipal model: the statement is AGID's form.
	if agid := "https://form.agid.gov.it/"; k.Accessibility != "" && !strings.HasPrefix(k.Accessibility, agid) {
		doubt(t, t.At("accessibilita"), "invalid-url", "la dichiarazione di accessibilità deve stare sul sito di AGID",
			"il collegamento comincia con "+agid)
	}
	return k
}

// baseURL returns the address of the published site with a slash at the end.
func baseURL(t *tomldoc.Table) string {
	s := link(t, "indirizzo")
	if s == "" {
		return ""
	}
	if strings.ContainsAny(s, "?#") {
		fault(t, t.At("indirizzo"), "invalid-url", fmt.Sprintf("%s è l'indirizzo di tutto il sito: non può contenere ? o #", diag.Quote("indirizzo")), "")
		return ""
	}
	return strings.TrimRight(s, "/") + "/"
}
