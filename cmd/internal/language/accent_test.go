// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAccents(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"E' cosi', perche' c'e' e puo'.", []string{"E' → È", "cosi' → così", "perche' → perché", "e' → è", "puo' → può"}},
		{"e’ piu’ la’", []string{"e’ → è", "piu’ → più", "la’ → là"}},
		{"Attivita', ATTIVITA', Universita' e citta`", []string{"Attivita' → Attività", "ATTIVITA' → ATTIVITÀ", "Universita' → Università", "citta` → città"}},
		{"ventitre', caffe', cioe', sara', lunedi', virtu', andro'", []string{"ventitre' → ventitré", "caffe' → caffè", "cioe' → cioè", "sara' → sarà", "lunedi' → lunedì", "virtu' → virtù", "andro' → andrò"}},
		{"Un po' di tempo, a mo' di prova, di' la tua, fa' presto, va' là, be'.", nil},
		{"L'ente, dell'8, dell'11, un'idea, Ca' Foscari, de' Medici, gli anni '90.", nil},
		{"La parola 'così', il verbo 'andra' e la frase 'il piano sara' qui.", nil},
		{"('citta') e «'attivita'»", nil},
		{"Il boss' e i bus'.", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, findings(tt.text, Accents(tt.text))); diff != "" {
			t.Errorf("Accents(%q) (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestOrdinals(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"Il 1° piano, il 2° comma e il 1° ottobre.", []string{"1° → 1º", "2° → 2º", "1° → 1º"}},
		{"Ci sono 20 °C, 20° C, 45° nord e 30° di latitudine; il 1º piano; n° 5.", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, findings(tt.text, Ordinals(tt.text))); diff != "" {
			t.Errorf("Ordinals(%q) (-want +got):\n%s", tt.text, diff)
		}
	}
}
