// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/tomldoc"
)

// A reading is what is known of an edition while its files are read.
type reading struct {
	*loader
	edition  *Edition
	projects register // ids of projects
	settori  []string // ids of settori, also of those that cannot be read
	partial  bool     // a file cannot be read: what is missing may stand there
	named    []naming // what names a project, in file order
	shared   []sharing
	renamed  []*table // of the edition's Renames
	passages []passage.Passage
}

// editions reads each folder of data/piani. A folder with a wrong name is not
// read: what it holds belongs to no edition.
func (l *loader) editions(pub *Publication, dir string) {
	before := l.report.Errors()
	entries, _ := l.folder(dir)
	var last *reading
	for _, e := range entries {
		name, before := path.Join(dir, e.name), l.report.Errors()
		if !e.isDir {
			l.stray(dir, e, nil, "")
		} else if message, hint := EditionFault(e.name, dir); message != "" {
			l.whole(name, diag.Error, "invalid-edition", message, hint)
			pub.doubt(unlisted)
		} else {
			r := l.readEdition(name, last)
			pub.Editions = append(pub.Editions, r.edition)
			pub.Passages = append(pub.Passages, r.passages...)
			last = r
		}
		if l.report.Errors() > before {
			pub.doubt(e.name)
		}
	}
	if len(pub.Editions) == 0 {
		if l.report.Errors() == before {
			l.whole(dir, diag.Error, "no-editions", "non c'è nessuna edizione del piano",
				"crea una cartella con il nome dell'anno e, dentro, piano.toml: per esempio data/piani/2022/piano.toml")
		}
		pub.doubt(unlisted)
	}
	slices.SortFunc(pub.Editions, func(a, b *Edition) int { return strings.Compare(b.ID, a.ID) })
}

// readEdition reads the folder of one edition; before is the one before it, or nil.
func (l *loader) readEdition(dir string, before *reading) *reading {
	entries, _ := l.folder(dir)
	l.unexpected(dir, entries, []string{"piano.toml"}, "settori")
	e := &Edition{ID: path.Base(dir)}
	r := &reading{loader: l, edition: e, projects: make(register)}
	var act *table
	t := l.read(path.Join(dir, "piano.toml"), &editionKeys, editionPage(e))
	if t != nil {
		act = r.plan(t)
		r.corrections(t)
		r.renames(t)
		r.attachments(t)
		t.close()
		r.passages = l.passages()
	} else {
		r.partial = true
	}
	e.Departments = r.departments(path.Join(dir, "settori"))
	if n := len(e.AllProjects()); n > maxProjects {
		r.tooLarge(dir, "i progetti descritti", n, maxProjects)
		e.Departments, e.Transversal = nil, nil
	}
	r.protect()
	if t != nil {
		l.checkCounts(t, e)
		l.checkPeople(t, e)
		r.checkCorrections()
		r.checkSharing()
		r.checkRenames()
		l.later = append(l.later, func() { l.missingInEdition(t, act, e) })
	}
	r.checkOrigins(before)
	return r
}

// plan reads piano.toml. It returns the table [atto], nil when there is none.
func (r *reading) plan(t *table) (act *table) {
	e := r.edition
	e.Title = t.line("titolo")
	e.Summary = t.prose("sintesi")
	e.State = choice[State](t, "stato")
	e.Expected = t.month("approvazione_prevista")
	e.ProjectsInPlan = t.quantity("progetti_nel_piano")
	e.Complete = t.flag("settori_completi")
	e.Employees = t.quantity("dipendenti")
	e.Workforce = t.quantity("dotazione")
	e.Source = t.source(nil)
	e.Updated = t.date("aggiornato")
	e.Published = t.date("pubblicato")
	e.Note = t.prose("nota")
	e.InForceUntil = t.date("in_vigore_fino")
	e.Frequency = choice[Frequency](t, "frequenza")
	if act = t.table("atto"); act != nil {
		e.Act = readAct(act)
		checkFoot(t, act, e.Act.Note)
	}
	for _, p := range t.tables("progetto") {
		project := r.project(p, e.Source, nil)
		e.Transversal = append(e.Transversal, project)
		checkFoot(t, p, project.Note)
	}
	if !e.Published.IsZero() {
		inOrder(t, "pubblicato", e.Published, "dell'atto", e.Act.Date)
		inOrder(t, "aggiornato", e.Updated, "della pubblicazione", e.Published)
	}
	inOrder(t, "in_vigore_fino", e.InForceUntil, "dell'atto", e.Act.Date)
	return act
}

// readAct reads the table [atto].
func readAct(t *table) Act {
	a := Act{
		Kind:      choice[ActKind](t, "tipo"),
		Body:      t.line("organo"),
		Number:    t.line("numero"),
		Date:      t.date("data"),
		DateText:  t.line("data_testo"),
		URL:       t.link("collegamento"),
		File:      t.attachedFile("file"),
		Note:      t.prose("nota"),
		Confirmed: t.flag("confermato"),
	}
	if a.Confirmed && a.Kind == ActToVerify {
		fault(t, t.at("confermato"), "contradiction", "un atto di tipo «da verificare» non può essere confermato",
			"scrivi il tipo giusto, deliberazione o determinazione, oppure confermato = false")
	}
	return a
}

// inOrder reports the date at key when it is before another.
func inOrder(t *table, key string, d tomldoc.Date, name string, other tomldoc.Date) {
	if d.IsZero() || other.IsZero() || d.Compare(other) >= 0 {
		return
	}
	fault(t, t.at(key), "dates-out-of-order", fmt.Sprintf("%s (%s) non può venire prima %s (%s)", diag.Quote(key), d, name, other),
		"controlla le due date")
}
