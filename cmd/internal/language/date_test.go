// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func findings(text string, found []Finding) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Of(text)+" → "+f.Better)
	}
	return out
}

func TestDates(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"Dal 5/10/2022 al 31-12-2022.", []string{"5/10/2022 → 5 ottobre 2022", "31-12-2022 → 31 dicembre 2022"}},
		{"Il 05.10.2022, il 2022-10-05 e il 1/2/22", []string{"05.10.2022 → 5 ottobre 2022", "2022-10-05 → 5 ottobre 2022", "1/2/22 → 1º febbraio 2022"}},
		{"Il 05 ottobre e il 1 marzo 2023", []string{"05 ottobre → 5 ottobre", "1 marzo 2023 → 1º marzo 2023"}},
		{"Il 5 Ottobre 2022 e ad Ottobre 2022", []string{"5 Ottobre 2022 → 5 ottobre 2022", "Ottobre 2022 → ottobre 2022"}},
		{"Il 1° Ottobre", []string{"1° Ottobre → 1º ottobre"}},

		{"Dal 5 ottobre al 1° novembre 2022, ogni 10 giorni di marzo", nil},
		{"Ottobre 2022 è passato. Marzo 2023 no.", nil},
		{"In via 4 Novembre, piazza XX Settembre e scuola media 8 Marzo", nil},
		{"Il 25 Aprile e il 1 Maggio è festa", nil},
		{"DM 132/2022, legge 81/2017, delibera 5/10, versione 1.2.10, pagina 3-5-7", nil},
		{"https://example.it/2022/10/05/x e codice A/5/10/2022/B, 32/13/2022", nil},
		{"La signora Aprile e il sindaco Maggio", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, findings(tt.text, Dates(tt.text))); diff != "" {
			t.Errorf("Dates(%q) (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestAmounts(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"Costa 1,000.50 euro, o 1,000,000.", []string{"1,000.50 → 1.000,50", "1,000,000 → 1.000.000"}},
		{"In 3.5 giorni, il 12.5% e il 2.5 per cento", []string{"3.5 → 3,5", "12.5 → 12,5", "2.5 → 2,5"}},
		{"Sono 12000 euro e 100000 abitanti", []string{"12000 → 12.000", "100000 → 100.000"}},

		{"Costa 1.000,50 euro, 3,5 giorni, 1.234 dipendenti, 1,000 metri", nil},
		{"Il punto 3.2, la versione 4.0, CC BY 4.0, WCAG 2.1, alle 9.30", nil},
		{"26100 Cremona, codice 019036, nel 2022 euro no, 2022 progetti, A_12000 euro", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, findings(tt.text, Amounts(tt.text))); diff != "" {
			t.Errorf("Amounts(%q) (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestTimes(t *testing.T) {
	text := "Ore 9.30, dalle 8,15 alle 12:30; alle 3.50 euro, alle 25.10 e le 4.20, alle 3.5, art. 9.30"
	if diff := cmp.Diff([]string{"9.30 → 9:30", "8,15 → 8:15"}, findings(text, Times(text))); diff != "" {
		t.Errorf("Times(%q) (-want +got):\n%s", text, diff)
	}
}

func TestPercents(t *testing.T) {
	text := "Sale del 10% e del 2,5 %, non del 3 per cento."
	if diff := cmp.Diff([]string{"10% → 10 per cento", "2,5 % → 2,5 per cento"}, findings(text, Percents(text))); diff != "" {
		t.Errorf("Percents(%q) (-want +got):\n%s", text, diff)
	}
}
