// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"go/token"
	"io/fs"
	"path"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
	"vetro/cmd/internal/tomldoc"
)

// dataDir holds all that Load reads; what people write stands elsewhere.
const dataDir = "data"

// dataFiles are the files that stand in it.
var dataFiles = []string{"ente.toml", "fonti.toml", "glossario.toml", "accettati.toml"}

// Load reads and validates data/ in fsys, the root of a project. It reports
// every fault it finds and returns what could be read, never nil; where there
// is no data/ it reports "no-data" alone.
//
// What is merely absent and needed before publishing is reported as Incomplete,
// once the rest has no error: until then it would bury what must be mended.
func Load(fsys fs.FS, report *diag.List) *Publication {
	l := &loader{fsys: fsys, report: report, threshold: defaultThreshold, tables: make(map[*Department]*table), places: make(map[string]tomldoc.Places)}
	pub := &Publication{Municipality: newMunicipality()}
	before := report.Errors()
	entries, ok := l.folder(dataDir)
	if report.Errors() > before || !ok {
		pub.doubt("")
		pub.doubt(unlisted)
	}
	if report.Errors() > before {
		return pub // data is there, but cannot be read
	}
	if !ok {
		l.whole(dataDir, diag.Error, "no-data", "qui non c'è la cartella data/ con i dati del piano",
			"vai nella cartella del progetto, oppure creane uno: vetro init CARTELLA")
		return pub
	}
	l.checkData(entries)
	pub.Municipality = l.municipality(dataDir + "/ente.toml")
	pub.Sources = l.readSources(dataDir + "/fonti.toml")
	pub.Glossary = l.glossary(dataDir, entries)
	pub.Accepted = l.readAccepted(dataDir, entries)
	pub.Passages = l.passages()
	if report.Errors() > before {
		pub.doubt("")
	}
	pub.places = l.places
	l.editions(pub, dataDir+"/piani")
	if report.Errors() == before {
		for _, ask := range l.later {
			ask()
		}
	}
	return pub
}

// A loader carries what the readers of the single files share.
type loader struct {
	fsys      fs.FS
	report    *diag.List
	sources   map[string]*Source // nil when fonti.toml could not be read
	names     []string           // ids of sources, for suggestions
	threshold int                // smaller groups of people are not published
	tables    map[*Department]*table
	later     []func()                  // reports of what is incomplete
	places    map[string]tomldoc.Places // of the keys of each file
	said      []said                    // what the file being read says to people
}

// parse reads and decodes a file that Keys describes; nil after reporting why
// it cannot.
func (l *loader) parse(name string, keys *TableKeys) *tomldoc.Table {
	var faults diag.List
	// A file that is in its place is not another one with a wrong name.
	f := source.Read(l.fsys, name, &faults, dataFiles...)
	for _, d := range faults.Sorted() {
		if d.Code == "missing-file" && d.Hint == "" {
			d.Hint = purpose(path.Base(name))
		}
		l.report.Add(d)
	}
	if f == nil {
		return nil
	}
	return tomldoc.Parse(f, l.report, keys.guide())
}

// read reads and decodes a file of data and opens it by what Keys says; nil
// after reporting why it cannot.
func (l *loader) read(name string, keys *TableKeys, page string) *table {
	toml := l.parse(name, keys)
	if toml == nil {
		return nil
	}
	l.places[name] = toml.Places(keys.placed())
	return l.open(toml, keys, page)
}

// purpose says what a file is for to who does not have it.
func purpose(base string) string {
	switch base {
	case "ente.toml":
		return `dice chi pubblica: crealo e comincia da una riga nome = "Comune di …"`
	case "fonti.toml":
		return "elenca i documenti da cui vengono le cifre: crealo con una tabella [[fonte]] per ciascuno, con id e titolo"
	case "piano.toml":
		return "descrive il piano di quell'anno: crealo con titolo, stato e fonte"
	}
	return ""
}

// whole reports a fault of a whole file or folder.
func (l *loader) whole(name string, s diag.Severity, code, message, hint string) {
	d := fileOf(name)()
	d.Severity, d.Code, d.Message, d.Hint = s, code, message, hint
	l.report.Add(d)
}

// A register finds names that are used twice, whatever their case: on the disks
// of Windows and macOS «Musei» and «musei» are one file.
type register map[string]firstUse

type firstUse struct {
	at   place
	name string
}

// A place returns a diagnostic that covers it. It is a function because a
// position costs a walk through its line, and most places have no fault.
type place func() diag.Diagnostic

// fileOf is the place of a whole file or folder.
func fileOf(name string) place {
	return func() diag.Diagnostic { return diag.Diagnostic{Pos: token.Position{Filename: name}} }
}

// add notes name, or reports that it was there before.
func (r register) add(report *diag.List, at place, name, code string) {
	r.addAs(report, at, strings.ToLower(name), name, code)
}

// addAs notes name under key, which says what names are the same.
func (r register) addAs(report *diag.List, at place, key, name, code string) {
	if d, dup := r.note(at, key, name); dup {
		d.Severity, d.Code = diag.Error, code
		d.Hint = "scegline un altro, oppure togli il doppione"
		report.Add(d)
	}
}

// note notes name under key, or says that and where it was there before.
func (r register) note(at place, key, name string) (d diag.Diagnostic, dup bool) {
	if name == "" {
		return d, false
	}
	first, dup := r[key]
	if !dup {
		r[key] = firstUse{at, name}
		return d, false
	}
	d = at()
	d.Message = fmt.Sprintf("%s c'è già", diag.Quote(name))
	if first.name != name {
		d.Message = fmt.Sprintf("%s c'è già, scritto %s", diag.Quote(name), diag.Quote(first.name))
	}
	d.Related = []diag.Related{{Pos: first.at().Pos, Message: "la prima volta è qui"}}
	return d, true
}
