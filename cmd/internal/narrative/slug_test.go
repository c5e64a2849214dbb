// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"strings"
	"testing"

	"vetro/cmd/internal/plan"
)

func TestSlug(t *testing.T) {
	tests := []struct{ text, want string }{
		{"La città", "la-citta"},
		{"Perché è così? Già, più d’uno", "perche-e-cosi-gia-piu-d-uno"},
		{"L’orario: com’è", "l-orario-com-e"},
		{"  Smart  Teaching  ", "smart-teaching"},
		{"INPS — 2022/2023", "inps-2022-2023"},
		{"ﬁne", "fine"},
		{"Il señor Müller", "il-senor-muller"},
		{"Ελλάδα", ""},
		{"…", ""},
		{"", ""},
		{strings.Repeat("abcd ", 40), strings.TrimSuffix(strings.Repeat("abcd-", 12), "-")},
	}
	for _, tt := range tests {
		if got := plan.Slug(tt.text); got != tt.want {
			t.Errorf("Slug(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestIDsAreUnique(t *testing.T) {
	ids := idSet{}
	var got []string
	for _, text := range []string{"La città", "La citta", "la-citta 2", "La città", "…", "?"} {
		got = append(got, ids.take(text, "paragrafo"))
	}
	want := "la-citta la-citta-2 la-citta-2-2 la-citta-3 paragrafo paragrafo-2"
	if strings.Join(got, " ") != want {
		t.Errorf("take = %v, want %v", got, want)
	}
}
