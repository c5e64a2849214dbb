// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import "strings"

// The text that the municipal model fixes for the legal notes (criterion
// C.SI.3.4). It is written here again, so that a change in a template is seen.
const (
	legalTitle = "Licenza dei contenuti"
	legalBody  = "In applicazione del principio open by default ai sensi dell’articolo 52 del decreto legislativo 7 marzo 2005, n. 82 (CAD) e salvo dove diversamente specificato (compresi i contenuti incorporati di terzi), i dati, i documenti e le informazioni pubblicati sul sito sono rilasciati con licenza CC-BY 4.0. Gli utenti sono quindi liberi di condividere (riprodurre, distribuire, comunicare al pubblico, esporre in pubblico), rappresentare, eseguire e recitare questo materiale con qualsiasi mezzo e formato e modificare (trasformare il materiale e utilizzarlo per opere derivate) per qualsiasi fine, anche commerciale con il solo onere di attribuzione, senza apporre restrizioni aggiuntive."
)

// terms are the legal notes of a page, as the validator reads them.
type terms struct{ title, body string }

func (p *page) readTerms() {
	title, body := p.hooks("legal-notes-section"), p.hooks("legal-notes-body")
	if len(title)+len(body) == 0 {
		return
	}
	p.terms = &terms{}
	if len(title) != 1 || len(body) != 1 {
		p.fault("page-legal-text", "il titolo o il testo delle note legali manca o c'è due volte")
		return
	}
	p.terms.title, p.terms.body = content(title[0]), content(body[0])
	if !sameText(p.terms.title, legalTitle) {
		p.fault("page-legal-text", "il titolo delle note legali è %q, non %q", p.terms.title, legalTitle)
	}
	if !sameText(p.terms.body, legalBody) {
		p.fault("page-legal-text", "il testo delle note legali non è quello fissato: %s", firstDifference(p.terms.body, legalBody))
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

// checkLegalText holds that the links to the legal notes lead to their text,
// where the site has it, and that who gives a licence says which.
func (s *site) checkLegalText() []Fault {
	var out []Fault
	at := ""
	for _, p := range s.pages {
		if p.terms != nil {
			at = p.name
			break
		}
	}
	for _, p := range s.pages {
		switch to := s.byName[p.notes]; {
		case at == "" && p.licensed:
			return []Fault{newFault(p.name, "page-legal-text", "la pagina indica una licenza, ma le note legali non ne hanno il testo")}
		case at != "" && to != nil && to.terms == nil:
			out = append(out, newFault(p.name, "page-hook", "il collegamento alle note legali porta a %s, ma il testo sta in %s", p.notes, at))
		}
	}
	return out
}
