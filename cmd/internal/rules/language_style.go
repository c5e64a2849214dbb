// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/language"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/passage"
)

// Of a text of minNominal words, one in nominalShare may be a noun made of a
// verb.
const (
	minNominal   = 25
	nominalShare = 8
)

// style judges what is a fault only sometimes: these rules are off unless asked
// for.
func (s *stylist) style(p passage.Passage) {
	if nouns, words := language.Nominal(p.Text); words >= minNominal && len(nouns)*nominalShare > words {
		s.warn(p, nouns[0], "nominal-style", fmt.Sprintf("in questo testo %d parole su %d finiscono in -zione o -mento", len(nouns), words),
			"di' chi fa che cosa, con un verbo: «completa il modulo», non «procedi al completamento»")
	}
	for _, at := range language.Impersonal(p.Text) {
		s.warn(p, at, "impersonal", fmt.Sprintf("%s non dice chi può", quoted(p, at)), "rivolgiti a chi legge: «puoi»")
	}
	for _, at := range language.Citations(p.Text) {
		s.warn(p, at, "norm-in-text", fmt.Sprintf("la norma %s è citata dentro il testo", quoted(p, at)), "di' che cosa chiede, e cita la norma in fondo con il collegamento a Normattiva")
	}
	s.roles(p)
}

func (s *stylist) roles(p passage.Passage) {
	for _, f := range language.Roles(p.Text) {
		s.warn(p, f.Span, "role-capital", fmt.Sprintf("%s: le cariche si scrivono con la minuscola, %s", quoted(p, f.Span), diag.Quote(f.Better)), "")
	}
}

// item judges an item of a list that follows a colon; rest are the passages
// after it.
func (s *stylist) item(p passage.Passage, rest []passage.Passage) {
	for len(rest) > 0 && (rest[0].Kind == passage.Link || rest[0].Kind == passage.Alt) {
		rest = rest[1:] // part of the item
	}
	end, name := ";", "con il punto e virgola"
	if len(rest) == 0 || rest[0].What != narrative.ListItem {
		end, name = ".", "con il punto"
	}
	first, _ := utf8.DecodeRuneInString(p.Text)
	if !unicode.IsLower(first) || !strings.HasSuffix(p.Text, end) {
		s.warn(p, whole(p), "list-punctuation", "la voce segue i due punti: comincia con la minuscola e finisce "+name, "")
	}
}
