// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"testing"
	"unicode/utf8"
)

// FuzzFindings holds that whatever is found lies in the text, in order, without
// overlaps, and does not cut a character.
func FuzzFindings(f *testing.F) {
	f.Add("In ottemperanza all’art. 5, il «POLA» (P.O.L.A.) del 05/10/2022 costa 1,000.50 euro alle 9.30.")
	f.Add("AB.CD (EF) «\n“ ” A.B.C. 1.2.3.4 1 Ottobre 2022 50 % l'è  È POSSIBILE")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip() // source reads no other
		}
		spans := func(found []Finding) (out []Span) {
			for _, f := range found {
				out = append(out, f.Span)
			}
			return out
		}
		var words, acronyms, lexicon []Span
		for _, w := range Words(text) {
			words = append(words, w.Span)
		}
		for _, a := range Acronyms(text) {
			acronyms = append(acronyms, a.Span)
		}
		for _, m := range Lexicon(text) {
			lexicon = append(lexicon, m.Span)
		}
		nominal, _ := Nominal(text)
		for name, found := range map[string][]Span{
			"Sentences": Sentences(text), "Words": words, "Acronyms": acronyms, "Lexicon": lexicon, "Quoted": Quoted(text),
			"Dates": spans(Dates(text)), "Times": spans(Times(text)), "Amounts": spans(Amounts(text)), "Percents": spans(Percents(text)),
			"Roles": spans(Roles(text)), "Nominal": nominal, "Impersonal": Impersonal(text), "Citations": Citations(text), "Shouted": Shouted(text),
			"DoubleSpaces": DoubleSpaces(text),
		} {
			end := 0
			for _, s := range found {
				if s.Start < end || s.End <= s.Start || s.End > len(text) || !utf8.ValidString(s.Of(text)) {
					t.Fatalf("%s(%q) = %v", name, text, found)
				}
				end = s.End
			}
		}
		for _, c := range Clicks(text) {
			if c.End > len(text) {
				t.Fatalf("Clicks(%q) = %v", text, c)
			}
		}
		if index, _ := Gulpease(text); index < 0 || index > 100 {
			t.Fatalf("Gulpease(%q) = %v", text, index)
		}
		VagueLink(text)
		SaysFormat(text, "PDF")
	})
}
