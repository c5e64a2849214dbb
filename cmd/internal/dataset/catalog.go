// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"fmt"
	"net/url"
	"strings"
)

// A Published is a file of the site, as the list of checksums has it.
type Published struct {
	Path      string // below the base address: "2022/dati/progetti.csv"
	Size      int    // bytes
	SHA256    string // hexadecimal
	MediaType string // without parameters: "text/csv"
	Title     string // Italian: what it holds
}

// CatalogGaps lists what is missing before the data can be described to the
// national catalogue: what DCAT-AP_IT makes mandatory, and the confirmations
// without which nobody may speak in the name of the ente. Italian, each with
// the key where it is written; empty when nothing is missing.
func CatalogGaps(s Set) []string {
	m, e := s.Publication.Municipality, s.Edition
	var out []string
	for _, gap := range []struct {
		missing bool
		what    string
	}{
		{m.Fictional, "un ente vero: questo è inventato (fittizio in ente.toml)"},
		{!m.Confirmed, "la conferma dell’ente (confermato in ente.toml)"},
		{m.Name == "", "il nome dell’ente (nome in ente.toml)"},
		{m.IPACode == "", "il codice IPA (codice_ipa in ente.toml)"},
		{s.Base == "", "l’indirizzo del sito (indirizzo in ente.toml)"},
		{m.Contacts.Email == "", "la posta elettronica dell’ufficio (email in ente.toml, tabella contatti)"},
		{!s.approved(), "l’approvazione del piano (stato in piano.toml)"},
		{!e.Act.Firm(), "la conferma dell’atto (tipo e confermato in piano.toml, tabella atto)"},
		{e.Published.IsZero(), "il giorno della prima pubblicazione (pubblicato in piano.toml)"},
		{e.Updated.IsZero(), "il giorno dell’ultimo aggiornamento (aggiornato in piano.toml)"},
	} {
		if gap.missing {
			out = append(out, gap.what)
		}
	}
	return out
}

// An Entry is an edition and its published files.
type Entry struct {
	Set   Set
	Files []Published
}

// Catalog describes editions and their files in DCAT-AP_IT, as Turtle and as
// JSON-LD that say the same: one catalogue, a dataset an edition, a
// distribution a file. Descriptions of CSV files are no data and stay out. All
// entries have the same ente and base address. It is an error to ask while
// CatalogGaps finds something, or without files.
//
// The profile is that of AgID, "Linee guida per i cataloghi dati" (DCAT-AP_IT):
// every resource has its type twice, of the profile and of DCAT, and terms of
// controlled vocabularies are addresses.
func Catalog(entries ...Entry) (turtle, jsonLD []byte, err error) {
	if len(entries) == 0 {
		return nil, nil, fmt.Errorf("the catalogue has no editions")
	}
	for _, e := range entries {
		if gaps := CatalogGaps(e.Set); len(gaps) > 0 {
			return nil, nil, fmt.Errorf("edition %s is not complete: %s", e.Set.Edition.ID, strings.Join(gaps, ", "))
		}
	}
	words, err := vocabularies()
	if err != nil {
		return nil, nil, err
	}
	c := catalogue{words: words, base: entries[0].Set.Base}
	if err := c.fill(entries); err != nil {
		return nil, nil, err
	}
	jsonLD, err = c.graph.jsonLD()
	return c.graph.turtle(), jsonLD, err
}

// address returns the absolute address of a path below the base.
func (s Set) address(p string) string { return s.Base + (&url.URL{Path: p}).EscapedPath() }

// keywords are the words under which the data are looked for.
var keywords = []string{"lavoro agile", "smart working", "personale", "organizzazione"}
