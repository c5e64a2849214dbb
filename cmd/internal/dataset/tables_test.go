// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/plan"
)

// TestGolden holds files of the trial project: read the diff. Those that repeat
// the meanings of the keys are held by other tests.
func TestGolden(t *testing.T) {
	s := trial(t)
	files, err := made(s)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]byte{}
	for _, name := range []string{"progetti.csv", "settori.csv", "conto.csv", "personale.csv", "attivita.csv", "indicatori.csv", "cifre.csv",
		"progetti-excel.csv", "indicatori-excel.csv", "progetti.json", "indicatori.json"} {
		got[name] = file(t, files, name)
	}
	whole := file(t, files, "piano-2022.json")
	got["piano-2022-inizio.json"] = whole[:bytes.Index(whole, []byte("tabelle"))]
	some := published(s, files)[:2]
	some = append(some, Published{Path: "2022/dati/piano-2022.xlsx", Size: 1234, SHA256: strings.Repeat("0f", 32), MediaType: typeXLSX, Title: "Tutto il piano"})
	if got["catalogo.ttl"], got["catalogo.jsonld"], err = Catalog(Entry{s, some}); err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]any{
		"dataset.jsonld": Dataset(s, some), "ente.jsonld": Organization(s),
		"pagina.jsonld": WebPage(s, "Il <titolo>", "Una & due.", s.Base+"2022/", []Crumb{{"Home", s.Base}, {"Edizione 2022", ""}}),
	} {
		if got[name], err = Script(v); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range got {
		name = filepath.Join("testdata", "golden", name)
		if *update {
			if err := os.WriteFile(name, data, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(data)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestSameBytes: the same data give the same files, whatever the order in which
// a map is walked.
func TestSameBytes(t *testing.T) {
	first, err := made(trial(t))
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := made(trial(t))
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range again {
			if string(f.Data) != string(first[i].Data) {
				t.Errorf("%s differs from one time to the next", f.Name)
			}
		}
	}
}

// accepts says which values a kind has.
func accepts(c Column, v Value) bool {
	switch v := v.(type) {
	case nil:
		return !c.Required
	case string:
		switch c.Kind {
		case Code:
			return slices.Contains(c.Allowed, v)
		case Period:
			return regexp.MustCompile(`^(\d{4}(-\d\d(-\d\d)?)?|\pL.*)$`).MatchString(v) // a date, or words
		}
		return v != "" && (c.Kind == Text || c.Kind == Identifier)
	case int:
		return c.Kind == Integer || c.Kind == Year && v > 999
	case float64:
		return c.Kind == Decimal
	case bool:
		return c.Kind == Boolean
	case []string:
		return c.Kind == List && len(v) > 0 && !slices.Contains(v, "")
	}
	return false
}

var columnName = regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)

// TestTables: on every project, rows have the values their columns promise,
// keys tell rows apart, and what refers to another table finds it there.
func TestTables(t *testing.T) {
	for name, s := range sets(t) {
		tables := Tables(s.Edition)
		tables = append(tables, Dictionary(tables))
		values := map[string]map[Value]bool{}
		for _, table := range tables {
			if table.Column(table.Primary) < 0 {
				t.Errorf("%s, %s: the key %q is no column", name, table.Name, table.Primary)
			}
			for j, c := range table.Columns {
				column := table.Name + "." + c.Name
				if !columnName.MatchString(c.Name) || c.Meaning == "" || strings.HasSuffix(c.Meaning, ".") || c.Title == "" || c.Kind < Text || c.Kind > List || (c.Kind == Code) != (c.Allowed != nil) {
					t.Errorf("%s: %s is not well described: %+v", name, column, c)
				}
				if table.Column(c.Name) != j {
					t.Errorf("%s: there are two columns %s", name, column)
				}
				values[column] = map[Value]bool{}
				for i, r := range table.Rows {
					if len(r) != len(table.Columns) {
						t.Fatalf("%s, %s: row %d has %d values, want %d", name, table.Name, i+1, len(r), len(table.Columns))
					}
					if !accepts(c, r[j]) {
						t.Errorf("%s, %s: row %d has %#v, which is no %s (required: %v)", name, column, i+1, r[j], c.Kind, c.Required)
					}
					if _, isList := r[j].([]string); isList {
						continue
					}
					if c.Name == table.Primary && values[column][r[j]] {
						t.Errorf("%s: two rows have the %s %v", name, column, r[j])
					}
					values[column][r[j]] = true
				}
			}
		}
		for _, table := range tables {
			for j, c := range table.Columns {
				for i, r := range table.Rows {
					if c.References != "" && r[j] != nil && !values[c.References][r[j]] {
						t.Errorf("%s: %s.%s of row %d is %v, which no %s is", name, table.Name, c.Name, i+1, r[j], c.References)
					}
				}
			}
		}
	}
}

// TestNothingLost: every project, settore, profile, activity, value and figure
// has its row, and the account is that of the pages.
func TestNothingLost(t *testing.T) {
	for name, s := range sets(t) {
		e := s.Edition
		profiles, activities, values := 0, 0, 0
		for _, d := range e.Departments {
			profiles, activities = profiles+len(d.Staff), activities+len(d.Activities)
		}
		for _, p := range e.AllProjects() {
			profiles, activities = profiles+len(p.Staff), activities+len(p.Activities)
			for _, i := range p.Indicators {
				n := len(i.Targets) + len(i.Results)
				if i.Baseline != nil {
					n++
				}
				values += max(1, n)
			}
		}
		want := map[string]int{
			"progetti": len(e.AllProjects()), "settori": len(e.Departments), "conto": len(e.Account().Rows) + 1,
			"personale": profiles, "attivita": activities, "indicatori": values, "cifre": len(e.Figures()),
		}
		got := map[string]int{}
		for _, table := range Tables(e) {
			got[table.Name] = len(table.Rows)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: rows (-want +got):\n%s", name, diff)
		}
	}
}

// TestShipped: the facts of the source, as the files have them.
func TestShipped(t *testing.T) {
	s := sets(t)["shipped 2022"]
	tables := map[string]Table{}
	for _, table := range Tables(s.Edition) {
		tables[table.Name] = table
	}
	cell := func(table, id, column string) string {
		tab := tables[table]
		for _, r := range tab.Rows {
			if r[tab.Column(tab.Primary)] == id {
				return tab.Written(r[tab.Column(column)])
			}
		}
		return "no such row"
	}
	for _, test := range []struct{ table, id, column, want string }{
		{"conto", "totale", "nel_piano_numero", "37"},
		{"conto", "totale", "descritti_testo", "2"},
		{"conto", "resto", "nel_piano_numero", "21"},
		{"conto", "resto", "voce", "Non contati per settore"},
		{"conto", "resto", "da_descrivere_numero", ""},
		{"conto", "settore.segreteria-generale", "da_descrivere_numero", "9"},
		{"cifre", "dipendenti.nel_piano", "numero", ""},
		{"cifre", "dipendenti.nel_piano", "precisione", ""},
		{"cifre", "dipendenti.nel_piano", "testo", "diverse decine"},
		{"cifre", "settore.politiche-sociali.dipendenti", "precisione", "fino a circa"},
		{"settori", "istruzione", "nome_fonte", "false"},
		{"settori", "avvocatura", "non_detto", "dipendenti"},
		{"settori", "avvocatura", "dipendenti_testo", ""},
		{"progetti", "smart-teaching", "dipendenti_testo", "fino a 123"},
		{"progetti", "trasversale", "settore", ""},
		{"progetti", "trasversale", "trasversale", "true"},
		{"personale", "progetto.smart-teaching.personale.insegnanti-di-sezione", "dipendenti_numero", "89"},
	} {
		if got := cell(test.table, test.id, test.column); got != test.want {
			t.Errorf("%s, %s, %s = %q, want %q", test.table, test.id, test.column, got, test.want)
		}
	}
	for _, table := range tables {
		for i, r := range table.Rows {
			if at := max(table.Column("fonte"), table.Column("fonti")); table.Written(r[at]) != "articolo" {
				t.Errorf("%s: row %d has the source %v, want the article", table.Name, i+1, r[at])
			}
		}
	}
}

// TestQuantities: four columns for every precision; a number that may not be
// published is in none of them but as "meno di".
func TestQuantities(t *testing.T) {
	for _, test := range []struct {
		q    plan.Quantity
		want row
	}{
		{plan.Quantity{}, row{nil, nil, nil, nil}},
		{plan.Count(0), row{0, nil, "esatto", "0"}},
		{plan.Count(1234), row{1234, nil, "esatto", "1.234"}},
		{plan.Quantity{Number: 12, Precision: plan.UpTo}, row{12, nil, "fino a", "fino a 12"}},
		{plan.Quantity{Number: 12, Precision: plan.AtLeast}, row{12, nil, "almeno", "almeno 12"}},
		{plan.Quantity{Number: 12, Precision: plan.About}, row{12, nil, "circa", "circa 12"}},
		{plan.Quantity{Number: 12, Precision: plan.UpToAbout}, row{12, nil, "fino a circa", "fino a circa 12"}},
		{plan.Range(5, 1234), row{5, 1234, "tra", "tra 5 e 1.234"}},
		{plan.Quantity{Number: 12, Precision: plan.MoreThan}, row{12, nil, "più di", "più di 12"}},
		{plan.Quantity{Precision: plan.InWords, Text: "molti"}, row{nil, nil, nil, "molti"}},
		{plan.Quantity{Number: 3, Precision: plan.FewerThan}, row{nil, nil, "meno di", "meno di 3"}},
	} {
		if diff := cmp.Diff(test.want, row{}.quantity(test.q)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", test.q, diff)
		}
	}
	if diff := cmp.Diff(row{6.5, 8.25, "tra", "tra 6,50 e 8,25"}, row{}.measure(plan.Quantity{Number: 650, To: 825, Decimals: 2, Precision: plan.Between})); diff != "" {
		t.Errorf("with decimals (-want +got):\n%s", diff)
	}
	var words []string
	for _, m := range precisionMeanings {
		words = append(words, m[0])
	}
	if diff := cmp.Diff(precisionWords("dipendenti"), words); diff != "" {
		t.Errorf("the words that are explained (-want +got):\n%s", diff)
	}
}

// TestDictionary: a column that comes from a key says what the key says.
func TestDictionary(t *testing.T) {
	tables := Tables(trial(t).Edition)
	d := Dictionary(tables)
	said := map[string]string{}
	for _, r := range d.Rows {
		said[r[0].(string)] = d.Written(r[d.Column("significato")]) + " / " + d.Written(r[d.Column("tipo")]) + " / " + d.Written(r[d.Column("valori")])
	}
	key, origin := find("settore/progetto.avanzamento")
	if want := capital(key.Meaning) + " / codice / " + strings.Join(key.Words, d.Separator); said["progetti.avanzamento"] != want {
		t.Errorf("progetti.avanzamento is %q, want %q", said["progetti.avanzamento"], want)
	}
	if want := "settori/<id>.toml: progetto.avanzamento"; origin != want {
		t.Errorf("it comes from %q, want %q", origin, want)
	}
	if !strings.HasSuffix(strings.Split(said["settori.uffici"], " / ")[0], "separate da "+tables[1].Separator) {
		t.Errorf("settori.uffici does not name the separator of its file: %q", said["settori.uffici"])
	}
	for _, path := range []string{"settore/niente", "niente/nome", "settore/nome.altro"} {
		if key, _ := find(path); key != nil {
			t.Errorf("find(%q) = %v", path, key)
		}
	}
}

// elsewhere are the keys of the plan that no column has the name of: why, or
// where they are.
var elsewhere = map[string]string{
	"settore: attivita": "attivita.attivita", "settore: fonte": "settori.fonte", "settore: personale": "table personale", "settore: progetto": "table progetti",
	"settore: progetto.fonte": "progetti.fonte", "settore: progetto.condizioni": "four columns", "settore: progetto.personale": "table personale",
	"settore: progetto.indicatori": "table indicatori", "settore: progetto.personale.fonte": "personale.fonte", "settore: progetto.indicatori.fonte": "indicatori.fonte",
	"settore: progetto.indicatori.base": "indicatori.tipo", "settore: progetto.indicatori.obiettivi": "indicatori.tipo", "settore: progetto.indicatori.risultati": "indicatori.tipo",
	"piano: progetto": "table progetti", "settore: progetto.collegamenti": "progetti.collegamenti",
	"settore: progetto.collegamenti.titolo": "progetti.collegamenti", "settore: progetto.collegamenti.collegamento": "progetti.collegamenti",
}

// TestEveryKeyIsPublished: what the files of data/ may say and the site shows is
// in the tables, or in the file of the whole edition.
func TestEveryKeyIsPublished(t *testing.T) {
	origins := map[string]bool{}
	for _, table := range Tables(trial(t).Edition) {
		for _, c := range table.Columns {
			if at := strings.Index(c.Origin, ": "); at >= 0 {
				origins["settore"+c.Origin[at:]] = true
			}
		}
	}
	whole := string(mustJSON(t, Set.head, trial(t)))
	tags := map[string]string{"atto": "atto", "rettifica": "rettifiche", "allegato": "allegati", "fonte": "fonti"}
	var walk func(file, path string, table *plan.TableKeys)
	walk = func(file, path string, table *plan.TableKeys) {
		for _, k := range table.Keys {
			id := strings.TrimPrefix(path+"."+k.Name, ".")
			at := file + ": " + id
			_, known := elsewhere[at]
			inHead := file != "settore" && (strings.Contains(whole, `"`+k.Name+`":`) || tags[k.Name] != "" && strings.Contains(whole, `"`+tags[k.Name]+`":`))
			hidden := k.Table != nil && !slices.ContainsFunc(k.Table.Keys, func(k plan.Key) bool { return !k.Hidden })
			if !k.Hidden && !hidden && !origins[at] && !known && !inHead {
				t.Errorf("%s is published by the site and not by the data", at)
			}
			if k.Table != nil && k.Kind != plan.KindQuantity && k.Kind != plan.KindPeople && !strings.HasPrefix(at, "settore: progetto.indicatori.") && at != "piano: progetto" {
				if at == "settore: personale" {
					continue // the keys are those of the personale of a project
				}
				walk(file, id, k.Table)
			}
		}
	}
	for _, f := range plan.Keys() {
		switch f.Name {
		case "settore", "piano", "fonti":
			walk(f.Name, "", f.Table)
		}
	}
}

func mustJSON(t *testing.T, head func(Set) wholeHead, s Set) []byte {
	t.Helper()
	h := head(s)
	// One of each, so that their keys are written.
	h.Corrections, h.Attachments = append(h.Corrections, wholeCorrection{}), append(h.Attachments, wholeAttachment{})
	data, err := marshal(h, "")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestSeparator: no item of a list contains what stands between them.
func TestSeparator(t *testing.T) {
	for _, items := range [][]string{{"a", "b"}, {"a|b", "c"}, {"|", "─", "━"}, {"a|─━│c", "d"}} {
		table := Table{Columns: []Column{{Name: "a", Kind: List}}, Rows: [][]Value{{items}}}
		table.separate()
		if got := strings.Split(table.Written(items), table.Separator); !slices.Equal(got, items) {
			t.Errorf("%q split at %q = %q", items, table.Separator, got)
		}
	}
}
