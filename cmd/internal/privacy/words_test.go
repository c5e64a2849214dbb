// SPDX-License-Identifier: EUPL-1.2

package privacy

import (
	"strings"
	"testing"
)

// TestEveryTellingWord says each of the words that tell of health or care, one at
// a time, of a person by name: none is left to the company of another.
func TestEveryTellingWord(t *testing.T) {
	for _, phrase := range strings.Split(`motivi di salute;motivi di famiglia;problemi di salute;ragioni di salute;ragioni di famiglia;condizioni di salute;
		motivi familiari;motivi sanitari;motivi personali;problemi familiari;ragioni personali;congedo parentale;congedo straordinario;
		un intervento chirurgico;permessi 104;una categoria protetta;un figlio piccolo;una figlia piccola;figli minori;figli minorenni;disagio psichico`, ";") {
		phrase = strings.TrimSpace(phrase)
		text := "Anna Rossi lavora da casa per " + phrase + "."
		if got := told(text); !strings.Contains(got, "salute") {
			t.Errorf("%q tells %q, want her health", text, got)
		}
	}
	for _, text := range []string{
		"Anna Rossi aspetta un bambino.", "Anna Rossi aspetta una bambina.", "Anna Rossi aspetta un figlio.", "Anna Rossi aspetta una figlia.",
		"Anna Rossi è in dolce attesa.", "Anna Rossi assiste il padre.", "Anna Rossi si prende cura della madre.", "Anna Rossi si occupa del padre anziano.",
	} {
		if got := told(text); !strings.Contains(got, "salute") {
			t.Errorf("%q tells %q, want her health", text, got)
		}
	}
	for _, before := range []string{"n.", "nr.", "numero", "num.", "è", "aziendale", "aziendale n."} {
		text := "La matricola " + before + " 123456 può lavorare da casa."
		if got := told(text); !strings.Contains(got, "matricola") {
			t.Errorf("%q tells %q, want a personnel number", text, got)
		}
	}
}
