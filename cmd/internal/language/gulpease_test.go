// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"math"
	"testing"
)

func TestGulpease(t *testing.T) {
	// index wanted = 89 + (300·sentences − 10·letters)/words, counted by hand.
	index := func(sentences, letters, words int) float64 {
		return min(max(89+float64(300*sentences-10*letters)/float64(words), 0), 100)
	}
	long := "precipitevolissimevolmente precipitevolissimevolmente"
	tests := []struct {
		name, text                string
		sentences, letters, words int
	}{
		{"one sentence", "Il gatto dorme sul divano rosso della nonna.", 1, 36, 8},
		{"two sentences", "Il gatto dorme sul divano rosso. La nonna legge un libro vecchio.", 2, 52, 12},
		{"no full stop", "Il gatto dorme sul divano rosso della nonna", 1, 36, 8},
		{"paragraphs end sentences", "Il gatto dorme sul divano\nLa nonna legge un libro", 2, 40, 10},
		{"blank lines and marks are nothing", "Il gatto – come sempre – dorme.\n\n*** \n", 1, 22, 5},
		{"law", "Lo dice l’art. 18 della legge, al co. 2 e anche alla lett. b) del testo.", 1, 50, 16},
		{"legislative decree", "Vale il D.Lgs. 33 del duemilatredici per ogni ente.", 1, 40, 9},
		{"titles", "Il dott. Rossi e la dott.ssa Bianchi incontrano G. Verdi presso gli uffici.", 1, 59, 13},
		{"and so on, within", "Gli uffici, le scuole ecc. sono aperti anche sabato mattina.", 1, 48, 10},
		{"and so on, at the end", "Gli uffici, le scuole ecc. Sono aperti anche sabato mattina.", 2, 48, 10},
		{"number with a dot", "In tutto sono 1.234 dipendenti del Comune di oggi.", 1, 40, 9},
		{"number with a comma", "La media è 3,5 giornate al mese per ogni dipendente.", 1, 41, 10},
		{"number at the end", "Il Piano parla del 2022. La legge invece no, mai.", 2, 37, 10},
		{"number for short", "La legge n. 81 e gli artt. 2 e 3 valgono ancora.", 1, 34, 12},
		{"question and quote", "«Chi lavora da casa?» Lo decide il dirigente, non il Comune.", 2, 46, 11},
		{"address", "Il sito comune.example.it resta aperto sempre.", 1, 38, 6},
		{"elision", "L’ufficio dell’ente.", 1, 17, 2},
		{"ellipsis", "Si può lavorare da casa… Ma non sempre, dicono.", 2, 36, 9},
		{"clamped at 0", long, 1, 52, 2},
		{"clamped at 100", "Sì. No. Sì. No.", 4, 8, 4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, words := Gulpease(tt.text)
			if want := index(tt.sentences, tt.letters, tt.words); math.Abs(got-want) > 1e-9 || words != tt.words {
				t.Errorf("Gulpease(%q) = %.3f, %d, want %.3f, %d", tt.text, got, words, want, tt.words)
			}
		})
	}
}

func TestGulpeaseOfNothing(t *testing.T) {
	for _, text := range []string{"", " \n\n ", "– … !"} {
		if got, words := Gulpease(text); got != 0 || words != 0 {
			t.Errorf("Gulpease(%q) = %v, %d, want 0, 0", text, got, words)
		}
	}
}
