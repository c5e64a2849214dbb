// SPDX-License-Identifier: EUPL-1.2

package plan

import "testing"

func TestEditionName(t *testing.T) {
	for title, want := range map[string]string{
		"Piano per il lavoro agile":           "Piano per il lavoro agile 2023",
		"Piano per il lavoro agile 2023":      "Piano per il lavoro agile 2023",
		"Piano 2023-2025":                     "Piano 2023-2025",
		"Piano 2023/25 del Comune":            "Piano 2023/25 del Comune",
		"Piano 2022-2024":                     "Piano 2022-2024 2023", // of another year
		"Piano approvato con l’atto n. 12023": "Piano approvato con l’atto n. 12023 2023",
	} {
		if got := (&Edition{ID: "2023", Title: title}).Name(); got != want {
			t.Errorf("%q is called %q, want %q", title, got, want)
		}
	}
}
