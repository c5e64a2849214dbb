// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"bytes"
	"fmt"

	"vetro/cmd/internal/completeness"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/project"
)

// reportCompleteness prints what the plan is asked to tell, what is there and
// who can write the rest. Data with errors are looked at as far as they could
// be read.
func (a *app) reportCompleteness(json bool) error {
	root, err := a.openProject()
	if err != nil {
		return err
	}
	defer root.Close()
	report := new(diag.List)
	found := completeness.Look(plan.Load(root.FS(), report))
	faulty := new(diag.List)
	for _, d := range report.Sorted() {
		if d.Severity == diag.Error {
			faulty.Add(d)
		}
	}
	if faulty.Len() > 0 {
		if err := diag.Write(a.Err, faulty, a.colours(a.Err)); err != nil {
			return err
		}
		fmt.Fprintln(a.Err)
		a.say("nei dati ci sono errori: il rapporto è su quello che si è potuto leggere")
	}
	write := found.WriteText
	if json {
		write = found.WriteJSON
	}
	if err := write(a.Out); err != nil {
		return err
	}
	if faulty.Len() > 0 {
		return &failure{code: exitContent}
	}
	return nil
}

// missingPage is the same for the preview.
func missingPage(c *project.Result) ([]byte, error) {
	var page bytes.Buffer
	if err := completeness.Look(c.Publication).WritePage(&page, !c.Readable); err != nil {
		return nil, &project.DefectError{Err: err}
	}
	return page.Bytes(), nil
}
