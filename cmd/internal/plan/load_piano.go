// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// editions reads each folder of data/piani. A folder with a wrong name is not
// read: what it holds belongs to no edition.
func (l *loader) editions(pub *Publication, dir string) {
	before := l.report.Count(diag.Error)
	entries, _ := l.folder(dir)
	for _, e := range entries {
		name, before := path.Join(dir, e.name), l.report.Count(diag.Error)
		if !e.isDir {
			l.stray(dir, e, nil, "")
		} else if message, hint := EditionFault(e.name, dir); message != "" {
			l.whole(name, diag.Error, "invalid-edition", message, hint)
			pub.doubt(unlisted)
		} else {
			pub.Editions = append(pub.Editions, l.edition(name))
		}
		if l.report.Count(diag.Error) > before {
			pub.doubt(e.name)
		}
	}
	if len(pub.Editions) == 0 {
		if l.report.Count(diag.Error) == before {
			l.whole(dir, diag.Error, "no-editions", "non c'è nessuna edizione del piano",
				"crea una cartella con il nome dell'anno e, dentro, piano.toml: per esempio data/piani/2022/piano.toml")
		}
		pub.doubt(unlisted)
	}
	slices.SortFunc(pub.Editions, func(a, b *Edition) int { return strings.Compare(b.ID, a.ID) })
}

// edition reads the folder of one edition.
func (l *loader) edition(dir string) *Edition {
	entries, _ := l.folder(dir)
	l.unexpected(dir, entries, []string{"piano.toml"}, "settori")
	e := &Edition{ID: path.Base(dir)}
	ids := make(register)
	t := l.parse(path.Join(dir, "piano.toml"))
	if t != nil {
		l.plan(t, e, ids)
		t.Close()
	}
	e.Departments = l.departments(path.Join(dir, "settori"), e, ids)
	if t != nil {
		l.checkCounts(t, e)
		l.later = append(l.later, func() { l.missingInEdition(t, e) })
	}
	return e
}

// plan reads piano.toml.
func (l *loader) plan(t *tomldoc.Table, e *Edition, ids register) {
	t.Require("titolo", "stato", "fonte")
	e.Title = line(t, "titolo")
	e.Summary = prose(t, "sintesi")
	e.State = choice(t, "stato", stateWords)
	e.ProjectsInPlan = quantity(t, "progetti_nel_piano")
	e.Employees = quantity(t, "dipendenti")
	e.Source = l.source(t, nil)
	e.Updated = t.Date("aggiornato")
	e.Published = t.Date("pubblicato")
	e.Note = prose(t, "nota")
	if a := t.Table("atto"); a != nil {
		e.Act = Act{
			Kind:      choice(a, "tipo", actKindWords),
			Body:      line(a, "organo"),
			Number:    line(a, "numero"),
			Date:      a.Date("data"),
			DateText:  line(a, "data_testo"),
			URL:       link(a, "collegamento"),
			Note:      prose(a, "nota"),
			Confirmed: a.Bool("confermato"),
		}
		if e.Act.Confirmed && e.Act.Kind == ActToVerify {
			fault(a, a.At("confermato"), "contradiction", "un atto di tipo «da verificare» non può essere confermato",
				"scrivi il tipo giusto, deliberazione o determinazione, oppure confermato = false")
		}
	}
	for _, p := range t.Tables("progetto") {
		e.Transversal = append(e.Transversal, l.project(p, e.Source, nil, ids))
	}
	if !e.Published.IsZero() {
		inOrder(t, "pubblicato", e.Published, "dell'atto", e.Act.Date)
		inOrder(t, "aggiornato", e.Updated, "della pubblicazione", e.Published)
	}
}

// inOrder reports the date at key when it is before another.
func inOrder(t *tomldoc.Table, key string, d tomldoc.Date, name string, other tomldoc.Date) {
	if d.IsZero() || other.IsZero() || d.Compare(other) >= 0 {
		return
	}
	fault(t, t.At(key), "dates-out-of-order", fmt.Sprintf("%s (%s) non può venire prima %s (%s)", diag.Quote(key), d, name, other),
		"controlla le due date")
}
