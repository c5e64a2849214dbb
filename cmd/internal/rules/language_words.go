// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/language"
	"vetro/cmd/internal/passage"
)

// lexicon reports words that have a plainer alternative.
func (s *stylist) lexicon(p passage.Passage) {
	for _, m := range language.Lexicon(p.Text) {
		if !p.ByHand(m.Start, m.End) {
			continue
		}
		word, better := quoted(p, m.Span), m.Alternatives()
		switch {
		case strings.HasPrefix(better[0], "("):
			s.warn(p, m.Span, "bureaucratic", fmt.Sprintf("%s è burocratese: %s", word, strings.Trim(better[0], "()")), "")
		case m.Class == language.English:
			s.warn(p, m.Span, "english-word", fmt.Sprintf("%s è inglese: in italiano si dice %s", word, oneOf(better)),
				"se è un nome, scrivilo con la maiuscola o tra virgolette «…»")
		case m.Class == language.People:
			s.warn(p, m.Span, "not-inclusive", fmt.Sprintf("%s non è un modo rispettoso di parlare di qualcuno: si dice %s", word, oneOf(better)), "")
		default:
			s.warn(p, m.Span, "bureaucratic", fmt.Sprintf("%s è burocratese: si capisce meglio %s", word, oneOf(better)), "")
		}
	}
}

// accents reports the accented letters that are written with an apostrophe.
func (s *stylist) accents(p passage.Passage) {
	for _, f := range language.Accents(p.Text) {
		if p.ByHand(f.Start, f.End) {
			s.warn(p, f.Span, "missing-accent", fmt.Sprintf("%s si scrive con l'accento: %s", quoted(p, f.Span), diag.Quote(f.Better)), "")
		}
	}
}

// acronyms reports those that come first on a page without what they stand for.
func (s *stylist) acronyms(p passage.Passage) {
	page := p.Page
	for _, a := range language.Acronyms(p.Text) {
		if page == "" {
			page = p.At(0, 0).Pos.Filename
		}
		key := meeting{page, a.Letters}
		if s.met[key] || s.glossary[strings.ToLower(a.Letters)] || !p.ByHand(a.Start, a.End) {
			continue
		}
		s.met[key] = true
		if !a.Explained {
			s.warn(p, a.Span, "acronym", fmt.Sprintf("la sigla %s non è spiegata dove compare per la prima volta", diag.Quote(a.Letters)),
				"scrivi il nome per esteso e poi la sigla tra parentesi, oppure aggiungila a data/glossario.toml")
		}
	}
}

// shouting reports sentences in capitals.
func (s *stylist) shouting(p passage.Passage) {
	for _, at := range language.Shouted(p.Text) {
		if p.ByHand(at.Start, at.End) {
			s.warn(p, at, "all-capitals", "la frase è tutta in maiuscolo", "scrivila in minuscolo, con la maiuscola all'inizio e nei nomi")
		}
	}
}
