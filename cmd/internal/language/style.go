// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"regexp"
	"slices"
	"strings"
)

// concrete are words in -zione and -mento that name a thing rather than an
// action, and have no verb to put in their place.
var concrete = wordSet(`amministrazione amministrazioni informazione informazioni stazione stazioni documento documenti momento momenti elemento elementi
	argomento argomenti strumento strumenti regolamento regolamenti associazione associazioni istituzione istituzioni posizione posizioni
	funzione funzioni appartamento appartamenti monumento monumenti sezione sezioni condizione condizioni azione azioni situazione situazioni
	determinazione determinazioni deliberazione deliberazioni disconnessione`)

// Nominal returns the nouns of text made of a verb with -zione or -mento, and
// how many words text has.
func Nominal(text string) (nouns []Span, words int) {
	all := Words(text)
	for _, w := range all {
		for _, end := range []string{"zione", "zioni", "mento", "menti"} {
			if strings.HasSuffix(w.Lower, end) && len(w.Lower) > len(end)+2 && !concrete[w.Lower] {
				nouns = append(nouns, w.Span)
			}
		}
	}
	return nouns, len(all)
}

// Impersonal returns the places where text says "è possibile".
func Impersonal(text string) []Span {
	if !strings.Contains(text, "possibile") {
		return nil
	}
	var out []Span
	words := Words(text)
	for i := 1; i < len(words); i++ {
		before := words[i-1].Lower
		if words[i].Lower == "possibile" && words[i].Linked() && (before == "è" || before == "sarà" || before == "era") &&
			!(i+1 < len(words) && words[i+1].Lower == "che") {
			out = append(out, Span{words[i-1].Start, words[i].End})
		}
	}
	return out
}

// citation is a norm quoted the way of lawyers. The number is what tells it
// from plain words.
var citation = regexp.MustCompile(`(?i)(?:\bex\s+|\bai sensi (?:dell[’']|del |della |degli ))?\b(?:artt?\.|articol[oi]|comm[ai]|d\. ?lgs\.?|d\.l\.|d\.m\.|d\.p\.r\.|dpcm|dpr|l\.r\.|legge n\.|decreto legislativo n\.)\s*\d+(?:[/-]\d+)?(?:[,\s]+(?:e\s+)?(?:comma|c\.|lett\.|art\.|della legge|del d\.\s?lgs\.?)\s*(?:n\.\s*)?[\w/)]+)*`)

// citing is what one of the words before the number holds: looking for it is much
// cheaper.
var citing = [...]string{"art", "Art", "ART", "omm", "COMM", "gs", "GS", "d.", "D.", "dp", "DP", "Dp", "l.r", "L.R", "egge", "ecreto"}

// Citations returns the norms cited inside text with article, paragraph or
// number.
func Citations(text string) []Span {
	if !strings.ContainsAny(text, "0123456789") || !slices.ContainsFunc(citing[:], func(s string) bool { return strings.Contains(text, s) }) {
		return nil
	}
	var out []Span
	for _, at := range citation.FindAllStringIndex(text, -1) {
		out = append(out, Span{at[0], at[1]})
	}
	return out
}

// roles are offices that people hold; they want a small letter.
var roles = wordSet(`sindaco sindaca assessore assessora assessori dirigente dirigenti segretario segretaria presidente presidenti direttore direttrice
	direttori ministro ministra prefetto prefetta consigliere consigliera consiglieri responsabile responsabili vicesindaco vicesindaca`)

// Roles returns the names of offices written with a capital inside a sentence.
// "Presidente della Repubblica" and "Presidente del Consiglio" keep it, and so
// does who stands with name and surname.
func Roles(text string) []Finding {
	var out []Finding
	words := Words(text)
	for i, w := range words {
		if i == 0 || !roles[w.Lower] || !isCapital(w.Of(text)) || !w.Linked() || startsSentence(text, w.Start) {
			continue
		}
		if i+1 < len(words) && isCapital(words[i+1].Of(text)) && words[i+1].Linked() {
			continue // "il Sindaco Mario Rossi"
		}
		if i+2 < len(words) && (words[i+2].Lower == "repubblica" || words[i+2].Lower == "consiglio") {
			continue
		}
		out = append(out, Finding{w.Span, w.Lower})
	}
	return out
}

// DoubleSpaces returns the runs of more than one space between two words of a
// line.
func DoubleSpaces(text string) []Span {
	var out []Span
	for i := 0; i < len(text); i++ {
		if text[i] != ' ' {
			continue
		}
		start := i
		for i < len(text) && text[i] == ' ' {
			i++
		}
		if i-start > 1 && start > 0 && text[start-1] != '\n' && i < len(text) && text[i] != '\n' {
			out = append(out, Span{start, i})
		}
	}
	return out
}
