// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// Who takes a deliberazione and who a determinazione (D.Lgs. 267/2000, articles
// 42, 48 and 107): the words by which an organo is recognised. "Commissario"
// takes both, in the place of the Giunta and of the Consiglio. The sindaco takes
// no deliberazione alone; in a small municipality he may take a determinazione
// (L. 388/2000, art. 53, c. 23).
var (
	collegial = []string{"giunta", "consiglio", "assemblea", "commissione", "presidenza", "commissario", "conferenza"}
	managing  = []string{"dirigente", "dirigenti", "direttore", "direttrice", "responsabile", "segretario", "segretaria", "segreteria",
		"funzionario", "funzionaria", "sindaco", "sindaca", "settore", "servizio", "ufficio", "area", "direzione", "ripartizione", "commissario"}
)

// act judges the act that approves e.
func (j *judge) act(e *plan.Edition) {
	a := e.Act
	name := planFile(e.ID)
	place := func(key string) diag.Diagnostic { return j.Publication.At(name, "atto."+key) }
	byCollegial, byManager := mentions(a.Body, collegial), mentions(a.Body, managing)
	switch {
	case a.Kind == plan.ActDeliberazione && byManager && !byCollegial:
		j.add(place("organo"), "act-kind-body-mismatch",
			fmt.Sprintf("una deliberazione è della Giunta o del Consiglio, ma l'organo è %s", diag.Quote(a.Body)),
			"guarda l'intestazione dell'atto: quella di un dirigente è una determinazione")
	case a.Kind == plan.ActDeterminazione && byCollegial && !byManager:
		j.add(place("organo"), "act-kind-body-mismatch",
			fmt.Sprintf("una determinazione è di un dirigente, ma l'organo è %s", diag.Quote(a.Body)),
			"guarda l'intestazione dell'atto: se l'ha approvato la Giunta è una deliberazione")
	}
	if fault, hint := numberFault(a.Number, a.Date); fault != "" {
		j.add(place("numero"), "act-number-form", fmt.Sprintf("il numero dell'atto è %s: %s", diag.Quote(a.Number), fault), hint)
	}
	if what := j.unspecific(a.URL); what != "" {
		j.add(place("collegamento"), "act-link-not-specific", fmt.Sprintf("il collegamento all'atto porta %s, non all'atto", what),
			"apri l'atto nell'albo o nell'archivio del Comune e copia il suo indirizzo per intero")
	}
}

// mentions reports whether one of words stands in s as a word.
func mentions(s string, words []string) bool {
	for _, have := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, w := range words {
			if have == w {
				return true
			}
		}
	}
	return false
}

// numberMax is the longest number of an act, in characters: registers add a
// prefix, a year, a sub-number.
const numberMax = 40

var (
	dateForm = regexp.MustCompile(`^(\d{1,2}[/.-]\d{1,2}[/.-](19|20)\d\d|(19|20)\d\d-\d\d-\d\d)$`)
	withYear = regexp.MustCompile(`(?:^|\D)\d{1,6}\s*/\s*((?:19|20)\d\d)$`)
)

// numberFault says why s cannot be the number of an act of that date; "" when it
// can, or when there is none.
func numberFault(s string, date tomldoc.Date) (fault, hint string) {
	switch {
	case s == "":
		return "", ""
	case !strings.ContainsAny(s, "0123456789"):
		return "non ha cifre", "copia il numero dall'atto, per esempio «123» o «123/2022», oppure togli la riga finché non si sa"
	case len([]rune(s)) > numberMax:
		return "è troppo lungo per un numero", "scrivi solo il numero; il resto va nella nota"
	case dateForm.MatchString(s):
		return "sembra una data", "scrivi qui il numero dell'atto e la data alla chiave «data»"
	}
	if m := withYear.FindStringSubmatch(s); m != nil && !date.IsZero() {
		if year, err := strconv.Atoi(m[1]); err == nil && year != date.Year {
			return fmt.Sprintf("dopo la barra c'è il %d, ma l'atto è del %d", year, date.Year), "controlla numero e data sull'atto"
		}
	}
	return "", ""
}

// unspecific says where address leads when it cannot be a single document; "" when
// it can.
func (j *judge) unspecific(address string) string {
	u, err := url.Parse(address)
	if err != nil || address == "" || u.RawQuery != "" || strings.Trim(u.Fragment, "/!") != "" {
		return ""
	}
	if strings.Trim(u.Path, "/") == "" {
		return "alla prima pagina di un sito"
	}
	k := j.Publication.Municipality.Links
	for _, page := range []struct{ address, what string }{
		{k.Site, "alla prima pagina del sito del Comune"},
		{k.Transparency, "all'inizio di Amministrazione trasparente"},
		{k.Privacy, "all'informativa sulla privacy"},
		{k.LegalNotes, "alle note legali"},
		{k.CivicAccess, "alla pagina dell'accesso civico"},
	} {
		if page.address != "" && strings.TrimRight(page.address, "/") == strings.TrimRight(strings.TrimSuffix(address, "#"), "/") {
			return page.what
		}
	}
	return ""
}
