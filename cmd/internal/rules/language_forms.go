// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/language"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/passage"
)

// forms judges how dates, times and numbers are written. In a table dates may
// stand in figures.
func (s *stylist) forms(p passage.Passage) {
	if !strings.ContainsAny(p.Text, "0123456789") {
		return
	}
	tell := func(found []language.Finding, code, message, hint string) {
		for _, f := range found {
			if p.ByHand(f.Start, f.End) {
				s.warn(p, f.Span, code, fmt.Sprintf(message, quoted(p, f.Span), diag.Quote(f.Better)), hint)
			}
		}
	}
	if p.What != narrative.Cell {
		tell(language.Dates(p.Text), "date-form", "%s: la data si legge meglio scritta %s", "")
		tell(language.Percents(p.Text), "percent-sign", "%s: in una frase si scrive %s", "")
	}
	tell(language.Times(p.Text), "time-form", "%s: l'ora si scrive %s", "")
	tell(language.Ordinals(p.Text), "number-form", "%s: l'ordinale si scrive %s", "«°» è il segno dei gradi")
	tell(language.Amounts(p.Text), "number-form", "%s: in italiano il numero si scrive %s", "il punto divide le migliaia, la virgola i decimali")
}

// after is how much of the text behind a link may still say its format; blocks
// longer than longBlock are not searched for it.
const (
	after     = 40
	longBlock = 1 << 15
)

// link judges the text of a link, which stands in block.
func (s *stylist) link(p, block passage.Passage) {
	if language.VagueLink(p.Text) {
		s.warn(p, whole(p), "click-here", fmt.Sprintf("%s non dice dove porta il collegamento", diag.Quote(p.Text)),
			"scrivi che cosa si trova là: «l'elenco dei progetti», «il piano del 2022»")
	}
	format, ok := language.Document(p.Address)
	if !ok {
		return
	}
	named, sized := language.SaysFormat(p.Text+" "+behind(p.Text, block.Text), format)
	missing := "il formato e il peso"
	switch {
	case named && sized:
		return
	case named:
		missing = "il peso"
	case sized:
		missing = "il formato"
	}
	s.warn(p, whole(p), "document-link", "il collegamento a un documento non dice "+missing, fmt.Sprintf("aggiungili in fondo al testo, per esempio «(%s, 240 kB)»", format))
}

// behind returns what follows the link in its block, up to the end of its
// brackets: "Il piano" may be followed by "(PDF, 240 kB)".
func behind(link, block string) string {
	if len(block) > longBlock {
		return ""
	}
	_, rest, ok := strings.Cut(block, link)
	rest = strings.TrimLeft(rest, " ,")
	if !ok || !strings.HasPrefix(rest, "(") {
		return ""
	}
	rest = rest[:min(len(rest), after)]
	for !utf8.ValidString(rest) {
		rest = rest[:len(rest)-1]
	}
	inside, _, _ := strings.Cut(rest, ")")
	return inside
}

// clicks reports "clicca qui" in a text that has no links.
func (s *stylist) clicks(p passage.Passage) {
	for _, f := range language.Clicks(p.Text) {
		s.warn(p, f.Span, "click-here", fmt.Sprintf("%s: nei dati non ci sono collegamenti", quoted(p, f.Span)), "di' dove si trova, oppure spostalo in una pagina di content/")
	}
}
