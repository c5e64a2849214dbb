// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestFormsOfTheData opens the files of open data as they lie in the folder,
// with readers that know nothing of the program: CSV, CSV for Excel, JSON, the
// whole as JSON and the workbook say the same, cell by cell and with the same
// types.
func TestFormsOfTheData(t *testing.T) {
	for _, dir := range []string{buildDemo(t), buildShipped(t)} {
		folders, err := filepath.Glob(filepath.Join(dir, "20*", "dati"))
		if err != nil || len(folders) == 0 {
			t.Fatalf("no open data in %s: %v", dir, err)
		}
		for _, folder := range folders {
			sameForms(t, folder, "piano-"+filepath.Base(filepath.Dir(folder)))
		}
	}
}

func sameForms(t *testing.T, folder, whole string) {
	t.Helper()
	book, err := excelize.OpenFile(filepath.Join(folder, whole+".xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var all struct {
		Tables map[string][]map[string]any `json:"tabelle"`
	}
	decode(t, filepath.Join(folder, whole+".json"), &all)
	names := book.GetSheetList()[1:] // after leggimi
	if len(names) != 8 || len(all.Tables) != 8 {
		t.Errorf("%s: %d sheets and %d tables, want 8", folder, len(names), len(all.Tables))
	}
	for _, name := range names {
		var rows []map[string]any
		decode(t, filepath.Join(folder, name+".json"), &rows)
		separator := separatorOf(t, filepath.Join(folder, name+".csv-metadata.json"))
		strict := records(t, filepath.Join(folder, name+".csv"), ',')
		excel := records(t, filepath.Join(folder, name+"-excel.csv"), ';')
		for _, n := range []int{len(strict) - 1, len(excel) - 1, len(all.Tables[name])} {
			if n != len(rows) {
				t.Fatalf("%s, %s: %d rows, the JSON has %d", folder, name, n, len(rows))
			}
		}
		for j, column := range strict[0] {
			if got := cellOf(t, book, name, j, 0); got != column || excel[0][j] != column {
				t.Errorf("%s, %s: column %d is %q in the workbook, %q for Excel, want %q", folder, name, j+1, got, excel[0][j], column)
			}
			for i, row := range rows {
				v, ok := row[column]
				if !ok {
					t.Fatalf("%s, %s: row %d has no key %s", folder, name, i+1, column)
				}
				plain, forExcel, raw, kind := written(v, separator)
				at := func(form, got, want string) {
					if got != want {
						t.Errorf("%s, %s: row %d, column %s is %q in the %s, want %q", folder, name, i+1, column, got, form, want)
					}
				}
				at("CSV", strict[i+1][j], plain)
				at("CSV for Excel", excel[i+1][j], forExcel)
				at("workbook", cellOf(t, book, name, j, i+1), raw)
				of, _ := json.Marshal(all.Tables[name][i][column])
				alone, _ := json.Marshal(v)
				at("whole JSON", string(of), string(alone))
				cell, err := excelize.CoordinatesToCellName(j+1, i+2)
				if err != nil {
					t.Fatal(err)
				}
				if got, err := book.GetCellType(name, cell); err != nil || got != kind {
					t.Errorf("%s, %s!%s is of type %v, want %v for %v", folder, name, cell, got, kind, v)
				}
			}
		}
	}
}

// written is how a value of JSON stands in the other forms, and the type of its
// cell in the workbook.
func written(v any, separator string) (plain, excel, raw string, kind excelize.CellType) {
	text := func(s string) (string, string, string, excelize.CellType) {
		safe := s
		if strings.ContainsAny(s[:1], "=+-@") {
			safe = "'" + s // no text of these projects begins in any other unsafe way
		}
		return safe, safe, s, excelize.CellTypeInlineString
	}
	switch v := v.(type) {
	case string:
		return text(v)
	case []any:
		var items []string
		for _, item := range v {
			items = append(items, item.(string))
		}
		return text(strings.Join(items, separator))
	case json.Number:
		return v.String(), strings.Replace(v.String(), ".", ",", 1), v.String(), excelize.CellTypeUnset
	case bool:
		if v {
			return "true", "VERO", "1", excelize.CellTypeBool
		}
		return "false", "FALSO", "0", excelize.CellTypeBool
	}
	return "", "", "", excelize.CellTypeUnset
}

// cellOf is what is stored in column j of line i of a sheet, both from 0.
func cellOf(t *testing.T, book *excelize.File, sheet string, j, i int) string {
	t.Helper()
	name, err := excelize.CoordinatesToCellName(j+1, i+1)
	if err == nil {
		name, err = book.GetCellValue(sheet, name, excelize.Options{RawCellValue: true})
	}
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func decode(t *testing.T, name string, into any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(readFile(t, name)))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// separatorOf is what the description of a CSV says stands between the items of
// a list.
func separatorOf(t *testing.T, name string) string {
	t.Helper()
	var described struct {
		Schema struct {
			Columns []struct {
				Separator string `json:"separator"`
			} `json:"columns"`
		} `json:"tableSchema"`
	}
	decode(t, name, &described)
	for _, c := range described.Schema.Columns {
		if c.Separator != "" {
			return c.Separator
		}
	}
	return ""
}

func records(t *testing.T, name string, separator rune) [][]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(readFile(t, name), []byte("\uFEFF"))))
	r.Comma = separator
	out, err := r.ReadAll()
	if err != nil || len(out) == 0 {
		t.Fatalf("%s: %d lines, %v", name, len(out), err)
	}
	return out
}
