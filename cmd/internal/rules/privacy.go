// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/privacy"
	"vetro/cmd/internal/source"
)

// A personal is what is said of a kind of personal data.
type personal struct {
	code string
	what string // after "c'è"
	hint string
}

var personals = map[privacy.Kind]personal{
	privacy.TaxCode:      {"personal-tax-code", "il codice fiscale di una persona", "toglilo: per leggere il piano non serve"},
	privacy.IBAN:         {"personal-iban", "un IBAN, cioè un conto in banca", "toglilo: per leggere il piano non serve"},
	privacy.PrivateEmail: {"private-email", "un indirizzo di posta elettronica privato", "metti al suo posto quello dell'ufficio"},
	privacy.MobilePhone:  {"mobile-number", "un numero di cellulare o di casa", "metti al suo posto il numero fisso dell'ufficio"},
	privacy.HomeAddress: {"home-address", "un indirizzo che sembra di casa",
		"se è di una persona toglilo; se è di una sede o di un ufficio, scrivi accanto che cos'è"},
	privacy.BirthDate: {"birth-date", "la data di nascita di una persona", "toglila: per leggere il piano non serve"},
	privacy.Health: {"health-word", "una parola sulla salute o sulla famiglia accanto a persone che si possono riconoscere",
		"scrivi la regola in generale, senza dire di chi o di quanti si parla"},
	privacy.Union:       {"union-membership", "chi è iscritto a un sindacato, o ne ha i permessi", "toglilo: per leggere il piano non serve"},
	privacy.Name:        {"staff-name", "il nome di chi lavora in Comune", "scrivi l'ufficio o il ruolo; se la legge chiede quel nome, per esempio perché è un dirigente, scrivi accanto la carica"},
	privacy.StaffNumber: {"staff-number", "un numero di matricola", "toglilo: chi lo conosce riconosce la persona"},
}

// exact are the kinds that are what they are wherever they stand, also where
// nobody reads: in code, in an address, in a key that the site does not show.
var exact = map[privacy.Kind]bool{privacy.TaxCode: true, privacy.IBAN: true, privacy.PrivateEmail: true, privacy.MobilePhone: true}

// personalData reports what no published page may tell of anybody: in the
// texts, in the files that hold them, in the names of files, in attachments and
// pictures.
func personalData(in Input, report *diag.List) {
	c := &personalCheck{Input: in, report: report, seen: map[place]bool{}}
	names := c.list()
	for _, name := range names {
		c.fileName(name)
		if ext := path.Ext(name); ext == ".toml" && strings.HasPrefix(name, "data/") || ext == ".md" {
			c.lines(name)
		}
		if strings.HasPrefix(name, "content/immagini/") {
			c.picture(name)
		}
	}
	c.smallIndicators()
	for _, p := range in.Publication.Passages {
		c.passage(p)
		c.smallPhrase(p)
	}
	for _, page := range in.Pages {
		for _, p := range page.Passages {
			c.passage(p)
			c.smallPhrase(p)
		}
		c.tables(page.Passages)
	}
	for _, e := range in.Publication.Editions {
		c.attachments(e, names)
	}
}

// A place is where something was reported: once is enough, however it is found.
type place struct {
	file string
	line int
	code string
}

type personalCheck struct {
	Input
	report *diag.List
	seen   map[place]bool
}

// add reports that something personal stands at d.
func (c *personalCheck) add(d diag.Diagnostic, kind privacy.Kind) {
	p := personals[kind]
	known, _ := diag.Lookup(p.code)
	d.Code, d.Severity = p.code, known.Severity
	d.Message, d.Hint = "c'è "+p.what, p.hint
	d.Personal = true
	c.report.Add(d)
}

// list returns the names of all files and folders of the project that become
// the site, in order, without what desktops and editors leave behind.
func (c *personalCheck) list() []string {
	var names []string
	for _, root := range [...]string{"content", "data"} {
		_ = fs.WalkDir(c.Project, root, func(name string, d fs.DirEntry, err error) error {
			if err != nil { // reported by who reads it
				return nil
			}
			if isLitter(d.Name()) {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if name != root {
				names = append(names, name)
			}
			return nil
		})
	}
	return names
}

// isLitter reports whether name is hidden, a backup or a lock of an editor, or
// what Windows keeps in folders.
func isLitter(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") || strings.HasSuffix(name, "~") ||
		strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// fileName looks at the name of a file or folder, which is published or at
// least read by who gets the folder.
func (c *personalCheck) fileName(name string) {
	var told []privacy.Kind
	for _, f := range append(privacy.Find(path.Base(name)), privacy.FindFileName(path.Base(name))...) {
		if slices.Contains(told, f.Kind) {
			continue
		}
		told = append(told, f.Kind)
		p := personals[f.Kind]
		known, _ := diag.Lookup(p.code)
		c.report.Add(diag.Diagnostic{
			Pos: token.Position{Filename: name}, Code: p.code, Severity: known.Severity,
			Message: "nel nome c'è " + p.what, Hint: "cambia il nome",
		})
	}
}

// lines looks for what is exact in every line of a file, also where passages do
// not come from. A line of TOML that is all comment is not published.
func (c *personalCheck) lines(name string) {
	data, err := source.ReadFile(c.Project, name, source.MaxSize)
	if err != nil {
		return
	}
	f := source.New(name, data, new(diag.List)) // what is wrong with it was reported by who loaded it
	if f == nil {
		return
	}
	text, at := string(f.Data), 0
	for line := range strings.Lines(text) {
		comment := path.Ext(name) == ".toml" && strings.HasPrefix(strings.TrimLeft(line, " \t"), "#")
		if !comment && strings.ContainsAny(line, "@([0123456789") { // every exact kind has one of them
			for _, found := range privacy.FindSource(line) {
				if exact[found.Kind] {
					d := f.At(at+found.Start, found.End-found.Start)
					c.seen[place{name, d.Pos.Line, personals[found.Kind].code}] = true
					c.add(d, found.Kind)
				}
			}
		}
		at += len(line)
	}
}

// passage looks at a text that the site shows.
func (c *personalCheck) passage(p passage.Passage) {
	named := false
	if p.What == "responsabile" {
		named = c.responsible(p)
	}
	for _, f := range privacy.Find(p.Text) {
		if named && f.Kind == privacy.Name {
			continue
		}
		d := p.At(f.Start, f.End-f.Start)
		key := place{d.Pos.Filename, d.Pos.Line, personals[f.Kind].code}
		switch {
		case exact[f.Kind] && c.seen[key]:
			continue
		case f.Kind == privacy.HomeAddress && d.Pos.Filename == "data/ente.toml" && p.What == "indirizzo":
			continue // of the ente
		}
		c.add(d, f.Kind)
	}
}

// responsible reports a person's name where the role belongs: a dirigente changes
// office, and the text would go on naming who is no longer there.
func (c *personalCheck) responsible(p passage.Passage) bool {
	f, ok := privacy.FindNamed(p.Text)
	if !ok {
		return false
	}
	d := p.At(f.Start, f.End-f.Start)
	d.Code, d.Severity = "responsible-named", diag.Error
	d.Message = "«responsabile» dice il nome di una persona: qui va il ruolo"
	d.Hint = "scrivi per esempio «Dirigente del settore Cultura»"
	d.Personal = true
	c.report.Add(d)
	return true
}
