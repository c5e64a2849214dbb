// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"slices"

	"vetro/cmd/internal/passage"
)

// A ValueKind is the kind of value that a key takes.
type ValueKind int

const (
	KindLine     ValueKind = iota + 1 // text on one line
	KindProse                         // text that may go over several lines
	KindTexts                         // list of texts
	KindDate                          // day, 2026-11-22 without quotes
	KindMonth                         // "2022", "2022-03" or "2022-03-15"
	KindQuantity                      // number, or table that says how firm it is
	KindPeople                        // quantity of people: small groups are not published
	KindChoice                        // one of a few words
	KindBool                          // true or false
	KindInt                           // whole number between two bounds
	KindYear                          // year of four digits
	KindNumber                        // number, with or without decimals
	KindMeasured                      // number, or yes or no, or a day
	KindWhen                          // year, month, day, or words: "I trimestre 2023", "fino a revoca"
	KindPeriod                        // half, third or quarter of a year
	KindLink                          // address that begins with https:// or http://
	KindAddress                       // permanent address of the site, or https:// link
	KindEmail                         // e-mail address
	KindPhone                         // telephone number
	KindSlug                          // name that becomes part of an address
	KindSlugs                         // list of such names
	KindSource                        // id of a source of fonti.toml
	KindCode                          // official code
	KindPicture                       // file in content/immagini
	KindFile                          // file in content/<anno>/allegati
	KindTable                         // one table
	KindTables                        // list of tables
)

var kindWords = [...]string{
	KindLine: "testo su una riga", KindProse: "testo", KindTexts: "elenco di testi", KindDate: "data",
	KindMonth: "anno, mese o giorno", KindQuantity: "quantità", KindPeople: "quantità di persone",
	KindChoice: "una parola tra quelle previste", KindBool: "sì o no (true o false)", KindInt: "numero intero",
	KindYear: "anno", KindNumber: "numero", KindMeasured: "numero, sì o no, o una data", KindWhen: "anno, mese, giorno o parole", KindPeriod: "parte di un anno", KindLink: "indirizzo web", KindAddress: "indirizzo di una pagina",
	KindEmail: "indirizzo di posta elettronica", KindPhone: "numero di telefono", KindSlug: "nome per un indirizzo",
	KindSlugs: "elenco di nomi per un indirizzo", KindSource: "id di una fonte", KindCode: "codice",
	KindPicture: "immagine", KindFile: "file", KindTable: "tabella", KindTables: "elenco di tabelle",
}

// String returns the kind in Italian, as people read it.
func (k ValueKind) String() string {
	if k < KindLine || int(k) >= len(kindWords) {
		return ""
	}
	return kindWords[k]
}

// A FileKeys describes one kind of TOML file of data/. What the readers accept,
// the manual explains, the schemas of the editors know and the field dictionary
// lists is what stands here.
type FileKeys struct {
	Name     string // "ente", "fonti", "glossario", "piano", "settore"
	Path     string // where it stands, with <anno> and <id> for what varies
	Title    string // what it holds: Italian, no capital, no full stop
	Optional bool   // a project may do without it
	Table    *TableKeys
}

// A TableKeys describes a table of a file, or the file itself.
type TableKeys struct {
	Name  string // the header without brackets, "progetto.personale"; "" for a file or a table between braces
	Title string // what it holds: Italian, no capital, no full stop
	Keys  []Key

	// Instead says what to do with what people look for here and there is no
	// key for.
	Instead map[string]string
}

// A Key describes a key of a table. Texts are Italian with ’ as on the pages.
type Key struct {
	Name     string
	Kind     ValueKind
	Required bool
	Meaning  string // what it says, one phrase without capital and full stop
	Example  string // a right value, as written in TOML

	Unit    string   // what a quantity counts
	Words   []string // of a choice, in their order
	Pattern string   // of a code: regular expression for the whole of it
	Min     int      // of a whole number or a year
	Max     int      // of a whole number, a year or a quantity; of a text, how many characters are read in full

	Decimals int      // of a quantity: how many digits after the point it may have, 0 for what is counted
	Also     []string // what people call it
	Replaces string   // the key whose place it takes: a table has one of the two

	Says   passage.Kind // what a text is to the readers of the site; 0 for what they do not read
	Hidden bool         // works behind the scenes: neither the pages nor the open data have it
	Table  *TableKeys   // of a table, a list of tables or a quantity

	form    *codeForm
	missing [2]string // message and hint where it is required and absent, unless they are the usual ones
	tooBig  string    // why a quantity cannot go beyond Max
	tooLong string    // the code for a text beyond Max
}

// maxItems is how long a list about one project or one settore may be: longer
// ones come from a mistake, and no page could show them.
const maxItems = 500

// maxDepartments and maxProjects are how many settori and described projects a
// plan may have: each makes pages and drawings. The largest of Italy have some
// tens of the ones and hundreds of the others. Tests lower them.
var (
	maxDepartments = 5_000
	maxProjects    = 200_000
)

// Key returns the key called name, or nil.
func (t *TableKeys) Key(name string) *Key {
	for i := range t.Keys {
		if t.Keys[i].Name == name {
			return &t.Keys[i]
		}
	}
	return nil
}

// ReplacedBy returns the keys that may take the place of the one called name.
func (t *TableKeys) ReplacedBy(name string) []string {
	var names []string
	for i := range t.Keys {
		if t.Keys[i].Replaces == name {
			names = append(names, t.Keys[i].Name)
		}
	}
	return names
}

// The files, each described in its own file of this package.
var (
	municipalityFile = FileKeys{"ente", "data/ente.toml", "chi pubblica", false, &municipalityKeys}
	sourcesFile      = FileKeys{"fonti", "data/fonti.toml", "da dove vengono le cifre", false, &sourcesKeys}
	glossaryFile     = FileKeys{"glossario", "data/glossario.toml", "le parole difficili", true, &glossaryKeys}
	editionFile      = FileKeys{"piano", "data/piani/<anno>/piano.toml", "il piano", false, &editionKeys}
	acceptedFile     = FileKeys{"accettati", "data/accettati.toml", "gli avvisi già guardati", true, &acceptedKeys}
	departmentFile   = FileKeys{"settore", "data/piani/<anno>/settori/<id>.toml", "un settore, un file", true, &departmentKeys}
)

// Keys describes every kind of file of data/. The tables are shared: they are
// to be read, not changed.
func Keys() []FileKeys {
	return []FileKeys{municipalityFile, sourcesFile, glossaryFile, editionFile, departmentFile, acceptedFile}
}

// wordsOf returns the words of a choice in the order of their values, which
// begin at 1.
func wordsOf[T ~int](words map[T]string) []string {
	list := make([]string, len(words))
	for v, w := range words {
		list[v-1] = w
	}
	return list
}

// with returns keys and, after them, more.
func with(keys []Key, more ...Key) []Key { return slices.Concat(keys, more) }
