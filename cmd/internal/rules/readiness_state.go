// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
)

// progress doubts the states that the dates of their projects contradict on the
// day of the last update: concluded before its end, or not begun after its
// beginning. Only what both dates say is compared: "2024" is no day.
func (j *judge) progress(name string, e *plan.Edition, projects []*plan.Project) {
	if e.Updated.IsZero() {
		return
	}
	updated := e.Updated.String()
	for i, p := range projects {
		switch title := diag.Quote(p.Title); {
		case p.Progress == plan.Completed && order(p.End, updated) > 0:
			j.add(j.Publication.At(name, fmt.Sprintf("progetto.%d.fine", i)), "date-implausible",
				fmt.Sprintf("il progetto %s è «concluso», ma «fine» è %s e i dati sono aggiornati al %s", title, p.End, updated),
				`se è finito prima scrivi in «fine» quando; se non è finito scrivi avanzamento = "in corso"`)
		case p.Progress == plan.NotStarted && order(p.Start, updated) < 0:
			j.add(j.Publication.At(name, fmt.Sprintf("progetto.%d.inizio", i)), "date-implausible",
				fmt.Sprintf("il progetto %s è «da avviare», ma «inizio» è %s e i dati sono aggiornati al %s", title, p.Start, updated),
				`se è cominciato scrivi avanzamento = "in corso"; se comincia più tardi correggi «inizio»`)
		}
	}
}

// order compares a time of a project with a day, both as ISO 8601 writes them, as
// far as the time goes; 0 where it is in words.
func order(when, day string) int {
	if when == "" || when[0] < '0' || when[0] > '9' {
		return 0
	}
	n := min(len(when), len(day))
	switch {
	case when[:n] < day[:n]:
		return -1
	case when[:n] > day[:n]:
		return 1
	}
	return 0
}
