// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/passage"
)

// everyTable returns each table of Keys once, with a name for messages.
func everyTable() map[string]*TableKeys {
	all := make(map[string]*TableKeys)
	var walk func(path string, t *TableKeys)
	walk = func(path string, t *TableKeys) {
		all[path] = t
		for i := range t.Keys {
			if k := &t.Keys[i]; k.Table != nil {
				walk(path+"."+k.Name, k.Table)
			}
		}
	}
	for _, f := range Keys() {
		walk(f.Name, f.Table)
	}
	return all
}

// TestKeysAreWhole: each key says all that its readers, the manual and the
// schemas need.
func TestKeysAreWhole(t *testing.T) {
	name := regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
	for path, table := range everyTable() {
		if table.Title == "" {
			t.Errorf("%s has no title", path)
		}
		seen := make(map[string]bool)
		for i := range table.Keys {
			k := &table.Keys[i]
			at := path + ": " + k.Name
			if !name.MatchString(k.Name) || seen[k.Name] || k.Kind.String() == "" {
				t.Errorf("%s: twice %v, kind %q", at, seen[k.Name], k.Kind)
			}
			seen[k.Name] = true
			if k.Meaning == "" || strings.HasSuffix(k.Meaning, ".") || strings.Contains(k.Meaning, "'") {
				t.Errorf("%s: meaning %q, want a phrase without full stop, with ’ for the apostrophe", at, k.Meaning)
			}
			isTable := k.Kind == KindTable || k.Kind == KindTables
			isQuantity := k.Kind == KindQuantity || k.Kind == KindPeople
			if (k.Table != nil) != (isTable || isQuantity) || (k.Example == "") != isTable {
				t.Errorf("%s is a %s: table %v, example %q", at, k.Kind, k.Table != nil, k.Example)
			}
			if (k.Unit != "") != isQuantity || (len(k.Words) > 0) != (k.Kind == KindChoice) || (k.Pattern != "") != (k.Kind == KindCode) || (k.form != nil) != (k.Kind == KindCode) {
				t.Errorf("%s is a %s: unit %q, words %q, pattern %q", at, k.Kind, k.Unit, k.Words, k.Pattern)
			}
			bounded := k.Kind == KindInt || k.Kind == KindYear
			if bounded && k.Max <= k.Min || k.Max > 0 && !bounded && k.Kind != KindTables && (k.tooLong == "") == (k.tooBig == "") {
				t.Errorf("%s is a %s from %d to %d, and says %q and %q beyond", at, k.Kind, k.Min, k.Max, k.tooLong, k.tooBig)
			}
			text := k.Kind == KindLine || k.Kind == KindProse || k.Kind == KindTexts || k.Kind == KindEmail || k.Kind == KindPhone
			if (k.Says != 0) != (text && !k.Hidden) {
				t.Errorf("%s is a %s: published %v, says %v", at, k.Kind, !k.Hidden, k.Says)
			}
			for _, w := range k.Words {
				if w == "" {
					t.Errorf("%s: the words %q have a hole", at, k.Words)
				}
			}
		}
	}
}

// exampleFiles writes every file of Keys with every key there is. Of a quantity
// it writes one of the forms: the example, a number with all that goes with it,
// the two ends of a range, words.
func exampleFiles(form int) fstest.MapFS {
	fsys := fstest.MapFS{"content/immagini/stemma.svg": {Data: []byte("<svg/>")}}
	for _, f := range Keys() {
		name := strings.NewReplacer("<anno>", "2022", "<id>", "primo-settore").Replace(f.Path)
		var b strings.Builder
		exampleTable(&b, f.Table, form)
		text := b.String()
		if f.Name == "settore" { // an id is unique in the edition
			text = strings.ReplaceAll(text, "progetto-di-tutti", "progetto-del-settore")
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	// What the examples name.
	fsys["data/piani/2022/settori/altro-settore.toml"] = &fstest.MapFile{Data: []byte(`nome = "Altro settore"
[[progetto]]
id = "altro-progetto"
titolo = "Altro progetto"
[[progetto.personale]]
profilo = "Bibliotecari"
`)}
	return fsys
}

func exampleTable(b *strings.Builder, t *TableKeys, form int) {
	for i := range t.Keys {
		if k := &t.Keys[i]; t.replaced(k, form) {
			continue
		} else if k.Kind != KindTable && k.Kind != KindTables {
			fmt.Fprintf(b, "%s = %s\n", k.Name, exampleValue(k, form))
		} else if k.Table.Name == "" { // written between braces
			var pairs []string
			for _, inner := range k.Table.Keys {
				if !k.Table.replaced(&inner, form) {
					pairs = append(pairs, inner.Name+" = "+inner.Example)
				}
			}
			value := "{ " + strings.Join(pairs, ", ") + " }"
			if k.Kind == KindTables {
				value = "[" + value + "]"
			}
			fmt.Fprintf(b, "%s = %s\n", k.Name, value)
		}
	}
	for i := range t.Keys {
		switch k := &t.Keys[i]; {
		case t.replaced(k, form):
		case k.Kind == KindTable && k.Table.Name != "":
			fmt.Fprintf(b, "[%s]\n", k.Table.Name)
			exampleTable(b, k.Table, form)
		case k.Kind == KindTables && k.Table.Name != "":
			fmt.Fprintf(b, "[[%s]]\n", k.Table.Name)
			exampleTable(b, k.Table, form)
		}
	}
}

// replaced reports whether a form does without k: the second has the keys that
// take the place of others, but for that of all the indicators, which the third
// has; the others have what these replace.
func (t *TableKeys) replaced(k *Key, form int) bool {
	alternative := func(other Key) bool { return other.Replaces != "" && form == 1+len(other.Replaces)/len("indicatori") }
	if k.Replaces != "" {
		return !alternative(*k)
	}
	return slices.ContainsFunc(t.Keys, func(other Key) bool { return alternative(other) && other.Replaces == k.Name })
}

func exampleValue(k *Key, form int) string {
	if k.Table == nil || form == 0 {
		return k.Example
	}
	var pairs []string
	for _, inner := range k.Table.Keys {
		if slices.Contains(quantityParts[form], inner.Name) {
			pairs = append(pairs, inner.Name+" = "+inner.Example)
		}
	}
	return "{ " + strings.Join(pairs, ", ") + " }"
}

// quantityParts are the keys of each form of a quantity.
var quantityParts = [...][]string{1: {"numero", "precisione", "pubblicabile"}, 2: {"da", "a", "pubblicabile"}, 3: {"testo"}}

// TestEveryKeyIsRead: a file with every key there is, each with its example,
// loads without a fault. A key that no reader asks for would be one.
func TestEveryKeyIsRead(t *testing.T) {
	for form := range quantityParts {
		var report diag.List
		pub := Load(exampleFiles(form), &report)
		if n := report.Count(diag.Error) + report.Count(diag.Warning); n > 0 {
			t.Errorf("form %d of the quantities: %d faults:\n%s", form, n, lines(&report, false))
		}
		project := pub.Editions[0].Departments[0].Described[0]
		if form == 2 && (project.NoIndicators == "" || pub.Editions[0].Departments[0].Described[0].Indicators != nil) {
			t.Error("the reason why there are no indicators was not read")
		}
		if settore := pub.Editions[0].Departments[0]; !project.Featured || !settore.Featured && settore.ID == "primo-settore" {
			t.Error("what is in evidenza was not read")
		}
		if form != 2 && form != 1 && project.Indicators[0].Baseline.Value != 12.5 {
			t.Error("the example of a value in a year was not read")
		}
	}
}

// TestReadersGoThroughKeys: outside the readers that check a key against Keys,
// nobody reads a value of the TOML table.
func TestReadersGoThroughKeys(t *testing.T) {
	files, err := filepath.Glob("load*.go")
	if err != nil || len(files) < 10 {
		t.Fatalf("files %v, %v", files, err)
	}
	literal := regexp.MustCompile(`toml\.(Text|Line|Int|Number|Bool|Date|Strings|Table|Tables|Has|Require|Kind|Piece)\("`)
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if m := literal.Find(text); m != nil {
			t.Errorf("%s reads a key by name: %s…", name, m)
		}
		if !strings.HasSuffix(name, "_test.go") && strings.Contains(string(text), "*tomldoc.Table") && name != "load_table.go" && name != "load.go" {
			t.Errorf("%s has a TOML table of its own", name)
		}
	}
}

// TestUnknownReadersPanic: a reader and Keys that disagree are found by the
// first test that reads such a file.
func TestUnknownReadersPanic(t *testing.T) {
	for name, ask := range map[string]func(*table){
		"a key that is not there": func(t *table) { t.line("titoli") },
		"another kind":            func(t *table) { t.prose("titolo") },
		"a key asked whether":     func(t *table) { t.has("titoli") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			ask(&table{keys: &projectKeys})
		}()
	}
}

// TestPassages: each text of a file is a passage, with its key, its page and
// the place of every word in it.
func TestPassages(t *testing.T) {
	fsys := exampleFiles(0)
	name := "data/piani/2022/settori/primo-settore.toml"
	text := strings.Replace(string(fsys[name].Data), `"Che cosa cambia per chi usa il servizio."`, "\"\"\"\nChe cosa \\\n   cambia\"\"\"", 1)
	fsys[name] = &fstest.MapFile{Data: []byte(text)}
	var report diag.List
	pub := Load(fsys, &report)
	if report.HasErrors() {
		t.Fatal(lines(&report, false))
	}
	type key struct{ what, page string }
	want := map[key]passage.Passage{
		{"titolo", "/2022/"}:                                   {Text: "Piano per il lavoro agile", Kind: passage.Title},
		{"cosa", "/2022/"}:                                     {Text: "Le giornate al mese sono 4: prima qui c’era scritto 8.", Kind: passage.Prose},
		{"testo", "/2022/"}:                                    {Text: "diverse decine", Kind: passage.Label},
		{"titolo", "/2022/progetti/progetto-di-tutti/"}:        {Text: "Un progetto di tutto il Comune", Kind: passage.Title},
		{"nome", "/2022/settori/primo-settore/"}:               {Text: "Primo settore", Kind: passage.Title},
		{"sintesi", "/2022/progetti/progetto-del-settore/"}:    {Text: "Che cosa cambia", Kind: passage.Summary},
		{"sicurezza", "/2022/progetti/progetto-del-settore/"}:  {Text: "Nessun dato copiato sui computer", Kind: passage.Item},
		{"definizione", "/glossario/"}:                         {Text: "Un modo di lavorare per obiettivi, in parte fuori sede.", Kind: passage.Prose},
		{"email", ""}:                                          {Text: "ufficio@comune.example", Kind: passage.Label},
		{"editore", ""}:                                        {Text: "Comune di Esempio", Kind: passage.Label},
		{"dimensione", "/2022/progetti/progetto-del-settore/"}: {Text: "efficienza", Kind: passage.Label},
		{"descrizione", "/2022/"}:                              {Text: "I risultati del primo anno, progetto per progetto.", Kind: passage.Prose},
	}
	last := diag.Diagnostic{}
	for _, p := range pub.Passages {
		at := p.At(0, len(p.Text))
		if at.Pos.Filename == last.Pos.Filename && at.Pos.Offset < last.Pos.Offset {
			t.Errorf("%s of %s stands after %v", p.What, p.Page, last.Pos)
		}
		last = at
		if w, ok := want[key{p.What, p.Page}]; ok {
			if w.Text != p.Text || w.Kind != p.Kind {
				t.Errorf("%s of %q is %q, kind %v, want %q, %v", p.What, p.Page, p.Text, p.Kind, w.Text, w.Kind)
			}
			delete(want, key{p.What, p.Page})
		}
		if inEdition := strings.HasPrefix(p.Page, "/2022/"); inEdition != (p.Edition == "2022") {
			t.Errorf("%s of %q belongs to the edition %q", p.What, p.Page, p.Edition)
		}
		if p.What == "sintesi" && p.Text == "Che cosa cambia" {
			d := p.At(len("Che cosa "), len("cambia"))
			if runes := []rune(d.Line); string(runes[d.Pos.Column-1:d.Pos.Column-1+d.Length]) != "cambia" {
				t.Errorf("«cambia» is at %v of %q", d.Pos, d.Line)
			}
		}
	}
	for k := range want {
		t.Errorf("no passage for %s of %q", k.what, k.page)
	}
}

// TestEveryTextIsAPassage: in files with every key, as many texts are passed on
// as Keys says that people read.
func TestEveryTextIsAPassage(t *testing.T) {
	got := make(map[string]int)
	for form := range quantityParts {
		for _, p := range Load(exampleFiles(form), new(diag.List)).Passages {
			got[p.What]++
		}
	}
	for path, table := range everyTable() {
		for _, k := range table.Keys {
			if k.Says != 0 && got[k.Name] == 0 {
				t.Errorf("%s: %s is a text for people, and no passage", path, k.Name)
			}
		}
	}
}
