// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestStyle(t *testing.T) {
	nominal := func(text string) []Span { spans, _ := Nominal(text); return spans }
	roles := func(text string) []Span {
		var out []Span
		for _, f := range Roles(text) {
			out = append(out, f.Span)
		}
		return out
	}
	tests := []struct {
		name string
		find func(string) []Span
		text string
		want []string
	}{
		{"nominal", nominal, "Il completamento della semplificazione, un documento dell’amministrazione, la zione", []string{"completamento", "semplificazione"}},
		{"impersonal", Impersonal, "È possibile iscriversi. Sarà possibile. È possibile che piova. Se possibile.", []string{"È possibile", "Sarà possibile"}},
		{"citations", Citations, "Lo dice ex art. 20 comma 2 e il D.Lgs. 33/2013, art. 5; l’articolo di stampa e la legge no.",
			[]string{"ex art. 20 comma 2", "D.Lgs. 33/2013, art. 5"}},
		{"roles", roles, "Decide il Sindaco, con l’Assessore. Il Presidente della Repubblica e il Sindaco Mario Rossi. Sindaco e sindaco.",
			[]string{"Sindaco", "Assessore"}},
		{"double spaces", DoubleSpaces, "Ufficio  tributi\n  e   casa  ", []string{"  ", "   "}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, parts(tt.text, tt.find(tt.text))); diff != "" {
				t.Errorf("in %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}
