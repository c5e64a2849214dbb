// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"go/token"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// dates judges the dates of e that Load does not compare.
func (j *judge) dates(e *plan.Edition) {
	name := planFile(e.ID)
	if e.State == plan.Draft && !e.Published.IsZero() {
		j.add(j.Publication.At(name, "pubblicato"), "draft-published",
			fmt.Sprintf("l'edizione è una bozza, ma ha la data di pubblicazione %s", e.Published),
			`se è stata approvata scrivi stato = "approvato", altrimenti togli la data`)
	}
	// Where there is a date of publication, Load has compared it with both.
	if e.State == plan.Approved && e.Published.IsZero() && !e.Updated.IsZero() && e.Updated.Compare(e.Act.Date) < 0 {
		j.add(j.Publication.At(name, "aggiornato"), "dates-out-of-order",
			fmt.Sprintf("«aggiornato» (%s) non può venire prima dell'atto (%s)", e.Updated, e.Act.Date), "controlla le due date")
	}
}

// newest returns the newest date on which, by what the data say, somebody worked
// on them.
func newest(pub *plan.Publication) tomldoc.Date {
	var last tomldoc.Date
	for _, e := range pub.Editions {
		dates := []tomldoc.Date{e.Updated, e.Published, e.Act.Date}
		for _, c := range e.Corrections {
			dates = append(dates, c.Date)
		}
		for _, d := range dates {
			if d.Compare(last) > 0 {
				last = d
			}
		}
	}
	return last
}

// months is how often the data are to be brought up to date.
var months = map[plan.Frequency]int{plan.Annual: 12, plan.Biannual: 6, plan.Quarterly: 3}

// stale reports data in force that were not brought up to date as often as the
// edition itself says they would be.
func (j *judge) stale(e *plan.Edition) {
	n, last := months[e.Frequency], newest(j.Publication)
	if n == 0 || e.State != plan.Approved || e.Updated.IsZero() || !e.InForceUntil.IsZero() && e.InForceUntil.Compare(last) < 0 {
		return
	}
	due := e.Updated
	due.Month += n
	due.Year, due.Month = due.Year+(due.Month-1)/12, (due.Month-1)%12+1
	if last.Compare(due) <= 0 {
		return
	}
	name := planFile(e.ID)
	j.add(j.Publication.At(name, "aggiornato"), "data-stale",
		fmt.Sprintf("i dati si aggiornano ogni %d mesi, ma l'ultima volta è il %s e altri dati del sito sono del %s", n, e.Updated, last),
		"controlla i dati e scrivi la nuova data; se il piano non vale più scrivi in_vigore_fino = … con l'ultimo giorno")
}

// wholeFile covers the file or folder called name.
func wholeFile(name string) diag.Diagnostic {
	return diag.Diagnostic{Pos: token.Position{Filename: name}}
}
