// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"fmt"
	"go/token"
	"slices"

	"vetro/cmd/internal/diag"
)

// editionNames and rootNames are addresses that the program uses itself, or
// keeps for later, below an edition and at the root of the site.
var (
	editionNames = [...]string{"cosa-cambia", "dati", "grafici", "index", "progetti", "settori", "stampa"}
	rootNames    = [...]string{"404", "assets", "glossario", "immagini", "index", "licenze", "mappa-del-sito", "note-legali"}
)

// checkName reports a file name that is no slug: it becomes an address, which
// has to be the same on every disk and easy to read aloud.
func checkName(name, base string, report *diag.List) bool {
	want := slug(base)
	if base == want {
		return true
	}
	d := diag.Diagnostic{
		Pos:     token.Position{Filename: name},
		Code:    "invalid-slug",
		Message: "il nome del file diventa un indirizzo: può avere solo lettere minuscole senza accento, cifre e trattini, al massimo 60 caratteri",
	}
	if want != "" {
		d.Hint = fmt.Sprintf("rinominalo in %s", diag.Quote(want+".md"))
	}
	report.Add(d)
	return false
}

// reserved reports whether the page would stand where another page stands.
func (lib *library) reserved(p *Page) bool {
	if lib.known.Routes != nil && lib.known.Routes(p.Address()) {
		return true
	}
	if p.Edition != "" {
		return slices.Contains(editionNames[:], p.Slug)
	}
	for _, e := range lib.pub.Editions {
		if e.ID == p.Slug {
			return true
		}
	}
	return slices.Contains(rootNames[:], p.Slug)
}

func reservedName(p *Page) diag.Diagnostic {
	return diag.Diagnostic{
		Pos:     p.Pos,
		Code:    "reserved-name",
		Message: fmt.Sprintf("l'indirizzo %s è già di un'altra pagina del sito", diag.Quote(p.Address())),
		Hint:    "dai al file un altro nome",
	}
}
