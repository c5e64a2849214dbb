// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/plan"
)

// agreement warns of a figure of the data that the noun after it does not agree
// with: "1 progetti", "una ventina dipendenti".
func agreement(p passage.Passage, report *diag.List) {
	for _, at := range p.Drawn {
		figure := p.Text[at[0]:at[1]]
		rest := strings.TrimLeft(p.Text[at[1]:], " \u00a0")
		noun := rest[:len(rest)-len(strings.TrimLeft(rest, "abcdefghijklmnopqrstuvwxyzàèéìòù"))]
		if len(rest) == len(p.Text[at[1]:]) || !plan.IsPlural(noun) || figure != "1" && !italian.Collective(figure) {
			continue
		}
		d := p.At(at[0], at[1]-at[0])
		d.Severity, d.Code = diag.Warning, "figure-agreement"
		d.Message = "con i dati di adesso si legge " + diag.Quote(figure+" "+noun)
		d.Hint = "scrivi il nome della cifra con «.frase» in fondo e togli il nome che segue: «{{ … .frase }}» dice «1 progetto», «una ventina di dipendenti»"
		report.Add(d)
	}
}
