// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadBack: every form of every table of every project, read by the
// standard library, has the cells of the table.
func TestReadBack(t *testing.T) {
	for name, s := range sets(t) {
		tables := Tables(s.Edition)
		for _, table := range append(tables, Dictionary(tables)) {
			for _, form := range []struct {
				name    string
				comma   rune
				data    []byte
				decimal string
			}{{"strict", ',', CSV(table), "."}, {"Excel", ';', ExcelCSV(table), ","}} {
				data, marked := bytes.CutPrefix(form.data, []byte("\uFEFF"))
				if marked != (form.name == "Excel") {
					t.Errorf("%s, %s, %s: byte order mark %v", name, table.Name, form.name, marked)
				}
				r := csv.NewReader(bytes.NewReader(data))
				r.Comma = form.comma
				records, err := r.ReadAll() // all lines have as many cells as the first
				if err != nil {
					t.Fatalf("%s, %s, %s: %v", name, table.Name, form.name, err)
				}
				want := [][]string{{}}
				for _, c := range table.Columns {
					want[0] = append(want[0], c.Name)
				}
				for _, row := range table.Rows {
					var cells []string
					for _, v := range row {
						cell := table.Written(v)
						switch v.(type) {
						case string, []string:
							cell = Neutralise(cell)
						case float64:
							cell = strings.Replace(cell, ".", form.decimal, 1)
						case bool:
							if form.name == "Excel" {
								cell = map[string]string{"true": "VERO", "false": "FALSO"}[cell]
							}
						}
						cells = append(cells, cell)
					}
					want = append(want, cells)
				}
				if diff := cmp.Diff(want, records); diff != "" {
					t.Errorf("%s, %s, %s (-want +got):\n%s", name, table.Name, form.name, diff)
				}
				if !bytes.HasSuffix(form.data, []byte("\r\n")) || bytes.Contains(form.data, []byte("\r\n\r\n")) {
					t.Errorf("%s, %s, %s: lines do not all end in CRLF", name, table.Name, form.name)
				}
			}
			data, err := JSON(table)
			if err != nil {
				t.Fatal(err)
			}
			var objects []map[string]any
			if err := json.Unmarshal(data, &objects); err != nil {
				t.Fatalf("%s, %s: %v", name, table.Name, err)
			}
			if len(objects) != len(table.Rows) {
				t.Errorf("%s, %s: %d objects, want %d", name, table.Name, len(objects), len(table.Rows))
			}
			for i, o := range objects {
				want := map[string]any{}
				for j, v := range table.Rows[i] {
					switch v := v.(type) {
					case int:
						want[table.Columns[j].Name] = float64(v)
					case []string:
						var list []any
						for _, item := range v {
							list = append(list, item)
						}
						want[table.Columns[j].Name] = list
					default:
						want[table.Columns[j].Name] = v
					}
				}
				if diff := cmp.Diff(want, o); diff != "" {
					t.Errorf("%s, %s, object %d (-want +got):\n%s", name, table.Name, i+1, diff)
				}
			}
		}
	}
}

// TestWholeJSON: the file of the whole edition holds the tables as their own
// files do, and speaks in the name of the ente only when it may.
func TestWholeJSON(t *testing.T) {
	for name, s := range sets(t) {
		tables := Tables(s.Edition)
		data, err := WholeJSON(s, tables)
		if err != nil {
			t.Fatal(err)
		}
		var whole struct {
			Notice, Licence *string
			Licenza         *string                      `json:"licenza"`
			Avvertenza      *string                      `json:"avvertenza"`
			Ente            map[string]any               `json:"ente"`
			Fonti           []map[string]any             `json:"fonti"`
			Tabelle         map[string][]json.RawMessage `json:"tabelle"`
		}
		if err := json.Unmarshal(data, &whole); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, table := range tables {
			alone, err := JSON(table)
			if err != nil {
				t.Fatal(err)
			}
			var rows []json.RawMessage
			if err := json.Unmarshal(alone, &rows); err != nil {
				t.Fatal(err)
			}
			if len(rows) != len(whole.Tabelle[table.Name]) {
				t.Fatalf("%s: %s has %d rows, want %d", name, table.Name, len(whole.Tabelle[table.Name]), len(rows))
			}
			for i := range rows {
				var a, b any
				if json.Unmarshal(rows[i], &a) != nil || json.Unmarshal(whole.Tabelle[table.Name][i], &b) != nil || !cmp.Equal(a, b) {
					t.Errorf("%s: %s, row %d differs:\n%s", name, table.Name, i+1, cmp.Diff(a, b))
				}
			}
		}
		official := name == "trial"
		if got := whole.Licenza != nil; got != official {
			t.Errorf("%s: has a licence: %v", name, got)
		}
		if got := whole.Ente["codice_ipa"] != nil; got != official {
			t.Errorf("%s: has the code of the ente: %v", name, got)
		}
		if got := whole.Avvertenza == nil; got != official {
			t.Errorf("%s: has no notice: %v", name, got)
		}
		for _, f := range whole.Fonti {
			if f["id"] == "mai-citata" {
				t.Errorf("%s lists a document that nothing comes from", name)
			}
		}
	}
}

// TestAgree: a difference in one cell of one form is found and named.
func TestAgree(t *testing.T) {
	table := Tables(trial(t).Edition)[5]
	if table.Name != "indicatori" {
		t.Fatalf("the table is %s", table.Name)
	}
	plain, excel := CSV(table), ExcelCSV(table)
	data, err := JSON(table)
	if err != nil {
		t.Fatal(err)
	}
	if err := Agree(table, plain, excel, data); err != nil {
		t.Fatal(err)
	}
	change := func(data []byte, old, new string) []byte {
		t.Helper()
		if !bytes.Contains(data, []byte(old)) {
			t.Fatalf("there is no %q in\n%s", old, data)
		}
		return bytes.Replace(data, []byte(old), []byte(new), 1)
	}
	for _, test := range []struct {
		name               string
		plain, excel, data []byte
		want               string
	}{
		{"a number of the CSV", change(plain, "12.75", "12.76"), excel, data, "indicatori.csv: row 1, column valore is 12.76, the data have 12.75"},
		{"a point for a comma", plain, change(excel, "12,75", "12.7"), data, "indicatori-excel.csv: row 1, column valore is 12.7, the data have 12.75"},
		{"a text of the JSON", plain, excel, change(data, `"giorni"`, `"ore"`), `indicatori.json: row 1, column unita is "ore", the data have "giorni"`},
		{"a list of the JSON", plain, excel, change(data, `["dimensione",`, `["dimensioni",`), "indicatori.json: row 5, column non_detto is"},
		{"a number as text", plain, excel, change(data, "12.75", `"12.75"`), "indicatori.json: row 1, column valore: 12.75 is no decimale"},
		{"a row too many", append(plain[:len(plain):len(plain)], plain[bytes.LastIndex(plain[:len(plain)-2], []byte("\r\n"))+2:]...), excel, data, "indicatori.csv: there are 6 rows, the data have 5"},
		{"a row with fewer cells", append(plain[:len(plain):len(plain)], "a,b\r\n"...), excel, data, "wrong number of fields"},
		{"another column", change(plain, "posizione", "ordine"), excel, data, `column 6 is called "ordine", not "posizione"`},
		{"a mark", append([]byte("\uFEFF"), plain...), excel, data, "byte order mark"},
		{"no mark", plain, excel[3:], data, "byte order mark"},
		{"one key fewer", plain, excel, change(data, "\n  \"posizione\": 1,", ""), "indicatore stands where posizione should"},
	} {
		err := Agree(table, test.plain, test.excel, test.data)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: Agree = %v, want %q", test.name, err, test.want)
		}
	}
}

// formulas are texts and what stands in the CSV for them.
var formulas = []struct{ text, cell string }{
	{"=1+1", "'=1+1"}, {"+39", "'+39"}, {"-5", "'-5"}, {"@casa", "'@casa"}, {"\t=1", "'\t=1"}, {"\r=1", "'\r=1"}, {"\n=1", "'\n=1"}, {"\nciao", "'\nciao"}, {"\rciao", "'\rciao"}, {"\tciao", "'\tciao"},
	{" =1", "' =1"}, {"\u00a0=1", "'\u00a0=1"}, {"'=1", "''=1"}, {"''=1", "'''=1"}, {"' =1", "'' =1"}, {"＝1", "'＝1"}, {"－1", "'－1"},
	{"'Ndrangheta", "'Ndrangheta"}, {"’Ndrangheta", "’Ndrangheta"}, {"'", "'"}, {"", ""}, {"a=1", "a=1"}, {"via-libera", "via-libera"}, {"5", "5"}, {" ", " "},
}

func TestNeutralise(t *testing.T) {
	for _, test := range formulas {
		if got := Neutralise(test.text); got != test.cell {
			t.Errorf("Neutralise(%q) = %q, want %q", test.text, got, test.cell)
		}
		if got := Restore(test.cell); got != test.text {
			t.Errorf("Restore(%q) = %q, want %q", test.cell, got, test.text)
		}
	}
}

// FuzzNeutralise: whatever the text, it comes back, and no cell begins like a
// formula.
func FuzzNeutralise(f *testing.F) {
	for _, test := range formulas {
		f.Add(test.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		cell := Neutralise(text)
		if got := Restore(cell); got != text {
			t.Errorf("Restore(Neutralise(%q)) = %q", text, got)
		}
		if strings.IndexAny(strings.TrimSpace(cell), formulaStarts) == 0 {
			t.Errorf("Neutralise(%q) = %q", text, cell)
		}
		table := Table{Name: "t", Columns: []Column{{Name: "a", Kind: Text}, {Name: "b", Kind: List}}, Rows: [][]Value{{row{}.text(text)[0], row{}.list([]string{text, "x"})[0]}}}
		table.separate()
		data, err := JSON(table)
		if err != nil || !json.Valid(data) {
			t.Fatalf("JSON: %v", err)
		}
		if strings.ToValidUTF8(text, "") != text {
			return // no file of data/ that is not UTF-8 is read
		}
		if err := Agree(table, CSV(table), ExcelCSV(table), data); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	})
}

// TestNumbersStay: a number below zero is a number in every form.
func TestNumbersStay(t *testing.T) {
	table := Table{Name: "t", Columns: []Column{{Name: "a", Kind: Decimal}, {Name: "b", Kind: Text}}, Rows: [][]Value{{-0.5, "-0.5"}}}
	if got, want := string(CSV(table)), "a,b\r\n-0.5,'-0.5\r\n"; got != want {
		t.Errorf("CSV = %q, want %q", got, want)
	}
	if got, want := string(ExcelCSV(table)), "\uFEFFa;b\r\n-0,5;'-0.5\r\n"; got != want {
		t.Errorf("ExcelCSV = %q, want %q", got, want)
	}
}
