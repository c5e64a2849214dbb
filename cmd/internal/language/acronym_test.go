// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAcronyms(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // a plus follows one that is explained
	}{
		{"unknown", "Il POLA è nel PIAO.", []string{"POLA", "PIAO"}},
		{"dotted", "La banca dati I.R.A.P. è piena", []string{"IRAP"}},
		{"in brackets after", "Piano organizzativo del lavoro agile (POLA)", []string{"POLA+"}},
		{"in brackets with words", "il piano (di seguito POLA) vale", []string{"POLA+"}},
		{"spelled out in brackets", "Il POLA (Piano organizzativo del lavoro agile)", []string{"POLA+"}},
		{"spelled out after a comma", "Il POLA, cioè il piano", []string{"POLA+"}},
		{"spelled out before a comma", "il Piano organizzativo lavoro agile, POLA, vale", []string{"POLA+"}},
		{"brackets about something else", "Il POLA (2022) vale", []string{"POLA"}},

		{"known everywhere", "La PA paga l’IVA: vedi il PDF, con SPID e PIN.", nil},
		{"Roman numbers", "Il titolo V, il capo XXIV e via IV Novembre, settori IX, XIX e XXIX", nil},
		{"file, code and address", "SHA256SUMS.txt, SIGLA.txt, COVID-19, PIAO-2022, www.example.it/POLA, UNI_EN", nil},
		{"norm with its number", "Il DM 132/2022 e la LR n. 5", nil},
		{"province", "Abita a Casalmaggiore (CR)", nil},
		{"shouting", "AVVISO IMPORTANTE DEL COMUNE", nil},
		{"shouting with a word of one letter", "TUTTI I PIANI", nil},
		{"alone", "GRAFICI", nil},
		{"stressed", "ATTENZIONE! NON si paga: è GRATIS.", nil},
		{"sizes", "Pesa 2 MB", nil},
		{"initials of a name", "G. B. Rossi", nil},
		{"mixed case", "pagoPA e McDonald", nil},
		{"one capital", "Il piano A", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, a := range Acronyms(tt.text) {
				s := a.Letters
				if a.Explained {
					s += "+"
				}
				got = append(got, s)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Acronyms(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestShouted(t *testing.T) {
	text := "Leggi bene. IL PIANO È APPROVATO. Il POLA ISTAT INAIL c’è. AVVISO.\nLE SCUOLE RESTANO APERTE"
	if diff := cmp.Diff([]string{"IL PIANO È APPROVATO.", "LE SCUOLE RESTANO APERTE"}, parts(text, Shouted(text))); diff != "" {
		t.Errorf("Shouted(%q) (-want +got):\n%s", text, diff)
	}
}
