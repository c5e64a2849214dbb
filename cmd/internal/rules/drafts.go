// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/plan"
)

// drafts reports links that lead from a page of the site to a draft, which the
// site does not have. They are right in the data, where the draft is.
func drafts(in Input, report *diag.List) {
	if in.Drafts {
		return
	}
	hidden := map[string]bool{}
	for _, e := range in.Publication.Editions {
		if e.State == plan.Draft {
			hidden[e.ID] = true
		}
	}
	if len(hidden) == 0 {
		return
	}
	for _, page := range in.Pages {
		if hidden[page.Edition] {
			continue
		}
		for _, p := range page.Passages {
			if p.Kind != passage.Link || !strings.HasPrefix(p.Address, "/") {
				continue
			}
			edition, _, _ := strings.Cut(p.Address[1:], "/")
			if !hidden[edition] {
				continue
			}
			d := p.At(0, len(p.Text))
			d.Code, d.Severity = "link-to-draft", diag.Error
			d.Message = fmt.Sprintf("il collegamento porta all'edizione %s, che è una bozza: nel sito non c'è", edition)
			d.Hint = "togli il collegamento finché l'edizione non è approvata"
			report.Add(d)
		}
	}
}
