// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"vetro/cmd/internal/diag"
	law "vetro/cmd/internal/transparency"
)

// placement holds that the breadcrumb carries names of the official tree.
func (j *judge) placement() {
	labels := j.Publication.Municipality.Placement
	if _, ok := law.Lookup(labels); ok || len(labels) == 0 {
		return
	}
	message := fmt.Sprintf("%s non è una sottosezione di Amministrazione trasparente: i nomi sono fissati dalla legge", path3(labels))
	fit := [][]string{{"Altri contenuti", "Dati ulteriori"}}
	for _, o := range law.Obligations() {
		fit = append(fit, o.Labels[:2])
	}
	hint := "per un piano del lavoro agile di solito si sceglie " + either(fit)
	if near := law.Nearest(labels); near != nil {
		hint = fmt.Sprintf(`forse intendevi collocazione = ["%s"]`, strings.Join(near, `", "`))
	}
	if len(labels) > 1 && strings.EqualFold(labels[0], law.Root) {
		message = fmt.Sprintf("«collocazione» comincia con %s, che vetro mette già da sé davanti a ogni percorso", diag.Quote(labels[0]))
		if _, ok := law.Lookup(labels[1:]); ok {
			hint = fmt.Sprintf(`scrivi collocazione = ["%s"]`, strings.Join(labels[1:], `", "`))
		}
	}
	j.add(j.Publication.At(enteFile, "collocazione"), "placement-not-official", message, hint)
}

// either lists paths with commas and "o".
func either(paths [][]string) string {
	var b strings.Builder
	for i, p := range paths {
		switch {
		case i > 0 && i == len(paths)-1:
			b.WriteString(" o ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString("«" + strings.Join(p, " › ") + "»")
	}
	return b.String()
}

// path3 shows at most three labels as a path.
func path3(labels []string) string {
	return diag.Quote(strings.Join(labels[:min(len(labels), 3)], " › "))
}

// municipalHost is the form that criterion C.SI.5.2 of the municipal model wants:
// comune.<name>.it, perhaps with the province, also with something in front. The
// ending .example is that of examples (RFC 2606).
var municipalHost = regexp.MustCompile(`^([a-z0-9-]+\.)*comune(\.[a-z0-9-]+){1,3}\.(it|example)$`)

// rehearsal matches a host that is a place to try things.
var rehearsal = regexp.MustCompile(`(?:^|[.-])(?:test|collaudo|staging|stage|dev|preview)\d*\.`)

// addresses judges the addresses of ente.toml that Load has found well formed.
func (j *judge) addresses() {
	m := j.Publication.Municipality
	if u, err := url.Parse(m.BaseURL); err == nil && m.BaseURL != "" {
		d := func() diag.Diagnostic { return j.Publication.At(enteFile, "indirizzo") }
		host := strings.ToLower(u.Hostname())
		switch {
		case u.Scheme != "https":
			j.add(d(), "base-url-host", "l'indirizzo del sito comincia con http://: chi legge non può essere sicuro di chi gli risponde",
				"pubblica il sito in https e scrivi "+diag.Quote("https://"+strings.TrimPrefix(m.BaseURL, "http://")))
		case rehearsal.MatchString(host):
			j.add(d(), "example-value", diag.Quote(host)+" sembra un indirizzo di prova", "scrivi l'indirizzo del sito pubblicato")
		case strings.HasPrefix(strings.ToLower(m.Name), "comune ") && !municipalHost.MatchString(host):
			j.add(d(), "base-url-host", fmt.Sprintf("%s non è il dominio di un Comune, che ha la forma comune.<nome>.it", diag.Quote(host)),
				"pubblica il sito sotto il dominio del Comune, per esempio https://www.comune.<nome>.it/lavoro-agile/")
		}
	}
	for _, l := range []struct{ key, address string }{
		{"amministrazione_trasparente", m.Links.Transparency}, {"privacy", m.Links.Privacy}, {"note_legali", m.Links.LegalNotes},
		{"accesso_civico", m.Links.CivicAccess}, {"correzioni", m.Links.Corrections},
	} {
		if home := strings.TrimRight(m.Links.Site, "/"); home != "" && strings.TrimRight(l.address, "/") == home {
			j.add(j.Publication.At(enteFile, "collegamenti."+l.key), "example-value", diag.Quote(l.key)+" porta alla prima pagina del sito del Comune", "scrivi l'indirizzo della pagina che ne parla")
		}
	}
	if s := m.Links.Privacy; strings.HasPrefix(strings.ToLower(s), "http://") {
		j.add(j.Publication.At(enteFile, "collegamenti.privacy"), "privacy-link-not-https",
			"il collegamento all'informativa sulla privacy comincia con http://: deve essere sicuro", "scrivi "+diag.Quote("https://"+s[len("http://"):]))
	}
}

// provinces is the highest number that can stand for a province in front of a
// code of ISTAT. Today's go a little beyond 110; what will come is not known.
const provinces = 199

// codes compares the official codes with each other. Whether they exist no list
// shipped with vetro can tell: that of the IPA alone has tens of thousands.
func (j *judge) codes() {
	m := j.Publication.Municipality
	if own, ok := strings.CutPrefix(m.IPACode, "c_"); ok && m.Belfiore != "" && !strings.EqualFold(own, m.Belfiore) {
		j.add(j.Publication.At(enteFile, "codice_ipa"), "implausible-code",
			fmt.Sprintf("il codice IPA %s e il codice Belfiore %s sono di due Comuni diversi", diag.Quote(m.IPACode), diag.Quote(m.Belfiore)),
			fmt.Sprintf("con questo Belfiore il codice IPA di solito è %s: controlla su indicepa.gov.it", diag.Quote("c_"+strings.ToLower(m.Belfiore))))
	}
	if s := m.ISTATCode; len(s) == 6 && (s[:3] == "000" || s[:3] > fmt.Sprint(provinces) || s[3:] == "000") {
		j.add(j.Publication.At(enteFile, "codice_istat"), "implausible-code",
			fmt.Sprintf("%s non può essere il codice ISTAT di un Comune: tre cifre per la provincia e tre per il Comune", diag.Quote(s)),
			"cercalo nell'elenco dei codici dei Comuni sul sito dell'ISTAT")
	}
}
