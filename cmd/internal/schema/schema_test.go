// SPDX-License-Identifier: EUPL-1.2

package schema

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
)

var update = flag.Bool("update", false, "rewrite the schemas that we ship")

const root = "../../.."

// projects are the folders with data that vetro ships.
var projects = []string{root, "../starter/demo", "../starter/skeleton"}

// TestShippedSchemas: data/schemi of what we ship holds what Files returns, and
// nothing else.
func TestShippedSchemas(t *testing.T) {
	want := make(map[string]string)
	for _, f := range Files() {
		want[f.Name] = string(f.Data)
	}
	for _, project := range projects {
		folder := filepath.Join(project, Folder)
		if *update {
			rewrite(t, folder)
		}
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		got := make(map[string]string)
		for _, e := range entries {
			data, err := os.ReadFile(filepath.Join(folder, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			got[e.Name()] = string(data)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got), rewrite it with -update:\n%s", folder, diff)
		}
	}
	for i, f := range Files() {
		if !bytes.Equal(f.Data, Files()[i].Data) {
			t.Errorf("%s is not the same each time", f.Name)
		}
	}
}

func rewrite(t *testing.T, folder string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range Files() {
		if err := os.WriteFile(filepath.Join(folder, f.Name), f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// compiled returns the schemas by kind of file, read by a library that had no
// part in writing them.
func compiled(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	all := make(map[string]*jsonschema.Schema)
	for _, f := range Files() {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource(f.Name, doc); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		s, err := c.Compile(f.Name)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		all[strings.TrimSuffix(f.Name, ".schema.json")] = s
	}
	return all
}

// validate judges a TOML file as an editor does: its values as JSON, its dates
// as texts.
func validate(t *testing.T, s *jsonschema.Schema, text string) error {
	t.Helper()
	var values map[string]any
	if _, err := toml.Decode(text, &values); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	data, err := json.Marshal(plain(values))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any)
		for key, value := range v {
			out[key] = plain(value)
		}
		return out
	case []map[string]any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = plain(v[i])
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = plain(v[i])
		}
		return out
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return v
}

// kindOf returns the kind of file that the directive of name names.
func kindOf(name string) string {
	return strings.TrimSuffix(path.Base(directive(name)), ".schema.json")
}

var commentedKey = regexp.MustCompile(`(?m)^#(\[{0,2}[a-z])`)

// TestShippedFilesFollowTheirSchemas: every TOML file we ship names its schema
// where editors look for it, and follows it; so do the lines that the skeleton
// shows behind a #, which are every key there is.
func TestShippedFilesFollowTheirSchemas(t *testing.T) {
	schemas := compiled(t)
	files := 0
	for _, project := range projects {
		err := fs.WalkDir(os.DirFS(project), "data", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(name) != ".toml" {
				return err
			}
			files++
			data, err := os.ReadFile(filepath.Join(project, name))
			if err != nil {
				return err
			}
			at := path.Join(project, name)
			head, _, _ := strings.Cut(string(data), "\n\n")
			if !slices.Contains(strings.Split(head, "\n"), directive(name)) {
				t.Errorf("%s does not have %q among the comments at its top", at, directive(name))
			}
			texts := []string{string(data)}
			if strings.Contains(project, "skeleton") {
				texts = append(texts, commentedKey.ReplaceAllString(string(data), "$1"))
			}
			for _, text := range texts {
				if err := validate(t, schemas[kindOf(name)], text); err != nil {
					t.Errorf("%s: %v", at, err)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 20 {
		t.Errorf("only %d files", files)
	}
}

// right is a file of each kind that is right.
var right = map[string]string{
	"ente": `nome = "Comune di Prova"
soglia_anonimato = 5
codice_istat = "019036"
[contatti]
email = "ufficio@comune.example"
telefono = "0372 0000"
[collegamenti]
privacy = "https://www.comune.example/privacy"
`,
	"fonti": `[[fonte]]
id = "atto"
titolo = "L'atto"
data = 2022-03-24
`,
	"glossario": `[[termine]]
id = "piao"
termine = "PIAO"
definizione = "Un piano."
forme = ["Piao"]
`,
	"piano": `titolo = "Piano"
stato = "bozza"
fonte = "atto"
progetti_nel_piano = 9
dipendenti = { testo = "diverse decine" }
frequenza = "annuale"
[[rinomina]]
tipo = "progetto"
da = "prima"
a = "protocollo"
[[allegato]]
file = "relazione-2022.PDF"
titolo = "La relazione"
alternativa = "/2022/il-piano/"
[[rettifica]]
data = 2022-05-02
cosa = "Una cosa."
perche = "Un perché."
[[progetto]]
id = "protocollo"
titolo = "Il protocollo"
inizio = "2022-03"
giornate_al_mese = 8
[progetto.condizioni]
formative = ["Un corso"]
[[progetto.personale]]
profilo = "Addetti"
dipendenti = { numero = 2, precisione = "fino a", pubblicabile = "Lo dice già la fonte." }
[[progetto.indicatori]]
nome = "Giorni"
operatore = "al massimo"
base = { anno = 2021, valore = 30 }
obiettivi = [{ anno = 2022, valore = 12.5 }]
`,
	"settore": `nome = "Biblioteca"
progetti_nel_piano = 4
nasce_da = ["musei"]
uffici = ["Uno"]
`,
}

// asProject lays the right files out as a project, with one in the place of its
// own.
func asProject(kind, text string) fstest.MapFS {
	fsys := make(fstest.MapFS)
	for _, f := range plan.Keys() {
		name := strings.NewReplacer("<anno>", "2022", "<id>", "biblioteca").Replace(f.Path)
		data := right[f.Name]
		if f.Name == kind {
			data = text
		}
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

// TestRefused: what an editor marks, vetro reports, and what is right neither
// does. Each case changes one thing of a right file.
func TestRefused(t *testing.T) {
	schemas := compiled(t)
	check := func(t *testing.T, kind, text string, want bool) {
		t.Helper()
		var report diag.List
		plan.Load(asProject(kind, text), &report)
		if loaded := !report.HasErrors(); loaded != want {
			t.Errorf("vetro accepts it: %v, want %v: %v", loaded, want, report.Sorted())
		}
		if err := validate(t, schemas[kind], text); (err == nil) != want {
			t.Errorf("the schema says %v, want accepted %v", err, want)
		}
	}
	for kind, text := range right {
		t.Run(kind, func(t *testing.T) { check(t, kind, text, true) })
	}
	for _, c := range []struct{ kind, old, new string }{
		{"ente", `nome =`, `nom =`},
		{"ente", `nome = "Comune di Prova"`, `nome = ""`},
		{"ente", `"Comune di Prova"`, `"Comune\ndi Prova"`},
		{"ente", `"Comune di Prova"`, `37`},
		{"ente", `soglia_anonimato = 5`, `soglia_anonimato = 2`},
		{"ente", `soglia_anonimato = 5`, `soglia_anonimato = 11`},
		{"ente", `soglia_anonimato = 5`, `soglia_anonimato = "5"`},
		{"ente", `019036`, `19036`},
		{"ente", `ufficio@comune`, `ufficio comune`},
		{"ente", `0372 0000`, `centralino`},
		{"ente", `https://www`, `www`},
		{"ente", `privacy =`, `privaci =`},
		{"fonti", `[[fonte]]`, `[fonte]`},
		{"fonti", `"atto"`, `"L'Atto"`},
		{"fonti", `data = 2022-03-24`, `data = "24 marzo"`},
		{"fonti", `titolo = `, `# titolo = `},
		{"glossario", `["Piao"]`, `"Piao"`},
		{"glossario", `definizione =`, `spiegazione =`},
		{"piano", `"bozza"`, `"bozze"`},
		{"piano", `progetti_nel_piano = 9`, `progetti_nel_piano = "9"`},
		{"piano", `progetti_nel_piano = 9`, `progetti_nel_piano = -1`},
		{"piano", `progetti_nel_piano = 9`, `progetti_nel_piano = 9.5`},
		{"piano", `progetti_nel_piano = 9`, `progetti_nel_piano = 1000001`},
		{"piano", `progetti_nel_piano = 9`, `progetti_nel_piano = { numero = 9, pubblicabile = "Non sono persone." }`},
		{"piano", `progetti_nel_piano = 9`, `progetti_nel_piano = {}`},
		{"piano", `{ testo = "diverse decine" }`, `{ testo = "diverse decine", precisione = "circa" }`},
		{"piano", `{ testo = "diverse decine" }`, `{ testo = "diverse decine", numero = 40 }`},
		{"piano", `{ testo = "diverse decine" }`, `{ testo = "diverse decine", pubblicabile = "Perché sì." }`},
		{"piano", `"annuale"`, `"mensile"`},
		{"piano", `tipo = "progetto"`, `tipo = "ufficio"`},
		{"piano", `a = "protocollo"`, `x = "protocollo"`},
		{"piano", `relazione-2022.PDF`, `allegati/relazione.pdf`},
		{"piano", `relazione-2022.PDF`, `relazione.zip`},
		{"piano", `relazione-2022.PDF`, `.relazione.pdf`},
		{"piano", `/2022/il-piano/`, `/2022/../il-piano/`},
		{"piano", `/2022/il-piano/`, `http://www.comune.example/`},
		{"piano", `perche =`, `perché =`},
		{"piano", `"2022-03"`, `"2022/03"`},
		{"piano", `giornate_al_mese = 8`, `giornate_al_mese = 32`},
		{"piano", `["Un corso"]`, `[""]`},
		{"piano", `"fino a"`, `"meno di"`},
		{"piano", `"Lo dice già la fonte."`, `true`},
		{"piano", `anno = 2021`, `anno = 21`},
		{"piano", `valore = 12.5`, `valore = "12,5"`},
		{"piano", `anno = 2022, valore`, `anno = 2022, mese = 3, valore`},
		{"settore", `["musei"]`, `["Musei civici"]`},
		{"settore", `["Uno"]`, `[1]`},
		{"settore", `nasce_da`, `nasceda`},
	} {
		t.Run(c.kind+" "+c.new, func(t *testing.T) {
			if strings.Count(right[c.kind], c.old) != 1 {
				t.Fatalf("%q stands %d times in the right file, want once", c.old, strings.Count(right[c.kind], c.old))
			}
			if c.new == `perché =` {
				c.new = `"perché" =`
			}
			check(t, c.kind, strings.Replace(right[c.kind], c.old, c.new, 1), false)
		})
	}
}

// TestEveryKeyIsInItsSchema: the schemas have each key, in the order of the
// table, with a description that ends in a full stop or in an example.
func TestEveryKeyIsInItsSchema(t *testing.T) {
	for i, f := range plan.Keys() {
		text := string(Files()[i].Data)
		at := 0
		for _, k := range f.Table.Keys {
			next := strings.Index(text[at:], fmt.Sprintf("\n    %q: {", k.Name))
			if next < 0 {
				t.Errorf("%s: %s is not after the key before it", f.Name, k.Name)
				continue
			}
			at += next + 1
		}
		if strings.Contains(text, `\u00`) || strings.Contains(text, "$ref") {
			t.Errorf("%s has escapes that nobody can read, or a reference", f.Name)
		}
	}
}
