// SPDX-License-Identifier: EUPL-1.2

package transparency

import "slices"

// An Obligation is a duty to publish that a plan of smart working can answer.
type Obligation struct {
	Labels  []string // the section it belongs to and, below it, its own name
	Norm    string
	Meaning string // Italian, for who chooses where to publish
}

var obligations = []Obligation{
	{
		Labels:  []string{"Performance", "Piano della Performance"},
		Norm:    "D.Lgs. 33/2013, art. 10, c. 8, lett. b; D.L. 80/2021, art. 6",
		Meaning: "qui sta il piano approvato, da solo o come parte del PIAO",
	},
	{
		Labels:  []string{"Disposizioni generali", "Atti generali", "Documenti di programmazione strategico-gestionale"},
		Norm:    "D.Lgs. 33/2013, art. 12, c. 1",
		Meaning: "qui stanno l'atto che lo approva e i documenti di programmazione dell'ente",
	},
	{
		Labels:  []string{"Altri contenuti", "Accessibilità e Catalogo dei dati, metadati e banche dati", "Obiettivi di accessibilità"},
		Norm:    "D.L. 179/2012, art. 9, c. 7",
		Meaning: "qui ogni anno, entro il 31 marzo, va lo stato di attuazione del piano per l'utilizzo del telelavoro",
	},
}

// Obligations returns what a plan of smart working may be published for. No
// sub-section is named after smart working, so the choice is the ente's.
func Obligations() []Obligation {
	list := slices.Clone(obligations)
	for i := range list {
		list[i].Labels = slices.Clone(list[i].Labels)
	}
	return list
}
