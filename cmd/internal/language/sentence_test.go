// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func parts(text string, spans []Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, s.Of(text))
	}
	return out
}

func TestSentences(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"two", "Il Piano c’è. Vale un anno.", []string{"Il Piano c’è.", "Vale un anno."}},
		{"abbreviations", "Lo dice l’art. 18, n. 3 del D.Lgs. 33 secondo il dott. Rossi.", []string{"Lo dice l’art. 18, n. 3 del D.Lgs. 33 secondo il dott. Rossi."}},
		{"and so on", "Scuole, nidi ecc. Gli uffici no.", []string{"Scuole, nidi ecc.", "Gli uffici no."}},
		{"number", "Sono 1.234 in tutto. Non 3.5.", []string{"Sono 1.234 in tutto.", "Non 3.5."}},
		{"initial", "La Giunta di G. Verdi decide.", []string{"La Giunta di G. Verdi decide."}},
		{"quotation", "«Si può?» Sì. (Forse.)", []string{"«Si può?»", "Sì.", "(Forse.)"}},
		{"lines", "Prima riga\nSeconda riga", []string{"Prima riga", "Seconda riga"}},
		{"marks alone", "– * – Ecco.\n***", []string{"– * – Ecco."}},
		{"nothing", " \n ", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, parts(tt.text, Sentences(tt.text))); diff != "" {
				t.Errorf("Sentences(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestEnds(t *testing.T) {
	tests := []struct {
		text           string
		stop, sentence bool
	}{
		{"Il piano.", true, true},
		{"«Il piano.»", true, true},
		{"Il piano", false, false},
		{"Uffici, scuole ecc.", false, true},
		{"La società S.p.A.", false, true},
		{"E poi…", false, true},
		{"E poi...", false, true},
		{"Perché?", false, true},
		{"", false, false},
	}
	for _, tt := range tests {
		if got := EndsWithStop(tt.text); got != tt.stop {
			t.Errorf("EndsWithStop(%q) = %v, want %v", tt.text, got, tt.stop)
		}
		if got := EndsSentence(tt.text); got != tt.sentence {
			t.Errorf("EndsSentence(%q) = %v, want %v", tt.text, got, tt.sentence)
		}
	}
}

func TestWords(t *testing.T) {
	text := "L’ufficio ha 1.234,50 euro, dal 5/10/2022."
	var words, gaps []string
	for _, w := range Words(text) {
		words, gaps = append(words, w.Of(text)), append(gaps, w.Gap)
	}
	if diff := cmp.Diff([]string{"L", "ufficio", "ha", "1.234,50", "euro", "dal", "5", "10", "2022"}, words); diff != "" {
		t.Errorf("Words(%q) (-want +got):\n%s", text, diff)
	}
	if diff := cmp.Diff([]string{"", "’", " ", " ", " ", ", ", " ", "/", "/"}, gaps); diff != "" {
		t.Errorf("gaps of %q (-want +got):\n%s", text, diff)
	}
}

func TestQuoted(t *testing.T) {
	text := "La fonte dice «fino a» e “circa”, poi «si apre"
	if diff := cmp.Diff([]string{"«fino a»", "“circa”", "«si apre"}, parts(text, Quoted(text))); diff != "" {
		t.Errorf("Quoted(%q) (-want +got):\n%s", text, diff)
	}
}
