// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"slices"
	"strings"
)

// The text that the municipal model fixes for the legal notes (criterion
// C.SI.3.4). It is written here again, so that a change in a template is seen.
const (
	legalTitle = "Licenza dei contenuti"
	legalBody  = "In applicazione del principio open by default ai sensi dell’articolo 52 del decreto legislativo 7 marzo 2005, n. 82 (CAD) e salvo dove diversamente specificato (compresi i contenuti incorporati di terzi), i dati, i documenti e le informazioni pubblicati sul sito sono rilasciati con licenza CC-BY 4.0. Gli utenti sono quindi liberi di condividere (riprodurre, distribuire, comunicare al pubblico, esporre in pubblico), rappresentare, eseguire e recitare questo materiale con qualsiasi mezzo e formato e modificare (trasformare il materiale e utilizzarlo per opere derivate) per qualsiasi fine, anche commerciale con il solo onere di attribuzione, senza apporre restrizioni aggiuntive."
)

// declarationHost is where AgID keeps the declarations of accessibility: no
// other is one (criterion C.SI.3.2).
const declarationHost = "https://form.agid.gov.it/"

// checkFooter judges the links of the footer whose address is in the data, and
// the legal notes where they are on the page, as the validator of the municipal
// model reads both.
func (p *Page) checkFooter(r *Record) {
	for _, n := range p.hooks("accessibility-link") {
		if !strings.HasPrefix(attr(n, "href"), declarationHost) {
			p.fault("page-hook-address", "la dichiarazione di accessibilità non sta su %s ma a %q", declarationHost, attr(n, "href"))
		}
	}
	for _, n := range p.hooks("privacy-policy-link") {
		if !strings.HasPrefix(attr(n, "href"), "https://") {
			p.fault("page-hook-address", "l'informativa sulla privacy non ha un indirizzo https: %q", attr(n, "href"))
		}
	}
	title, body := p.hooks("legal-notes-section"), p.hooks("legal-notes-body")
	if r.Terms = len(title)+len(body) > 0; !r.Terms {
		return
	}
	if len(title) != 1 || len(body) != 1 {
		p.fault("page-legal-text", "il titolo o il testo delle note legali manca o c'è due volte")
		return
	}
	if got := content(title[0]); !sameText(got, legalTitle) {
		p.fault("page-legal-text", "il titolo delle note legali è %q, non %q", got, legalTitle)
	}
	if got := content(body[0]); !sameText(got, legalBody) {
		p.fault("page-legal-text", "il testo delle note legali non è quello fissato: %s", firstDifference(got, legalBody))
	}
}

// sameText compares as the validator does: small letters, one kind of
// apostrophe, white space folded.
func sameText(a, b string) bool { return normal(a) == normal(b) }

func normal(s string) string {
	return fold(strings.ToLower(strings.ReplaceAll(s, "'", "’")))
}

// firstDifference shows where two texts part.
func firstDifference(got, want string) string {
	g, w := strings.Fields(normal(got)), strings.Fields(normal(want))
	for i, word := range w {
		if i >= len(g) {
			return "finisce prima di «" + word + "»"
		}
		if g[i] != word {
			return "«" + g[i] + "» al posto di «" + word + "»"
		}
	}
	return "ha parole in più alla fine"
}

// checkLegalText holds that who gives a licence says which.
func (s *siteIndex) checkLegalText() []Fault {
	licensed := slices.IndexFunc(s.pages, func(p *Record) bool { return p.Licensed })
	if licensed < 0 || slices.ContainsFunc(s.pages, func(p *Record) bool { return p.Terms }) {
		return nil
	}
	return []Fault{newFault(s.pages[licensed].Path, "page-legal-text", "la pagina indica una licenza, ma le note legali non ne hanno il testo")}
}
