// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// workbook makes the workbook of s and opens it.
func workbook(t testing.TB, s Set, tables []Table) (*excelize.File, []byte) {
	t.Helper()
	data, err := Workbook(s, tables)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return f, data
}

// TestWorkbook: the sheets of every project, read back, have the cells of the
// tables with their types.
func TestWorkbook(t *testing.T) {
	for name, s := range sets(t) {
		tables := Tables(s.Edition)
		tables = append(tables, Dictionary(tables))
		f, _ := workbook(t, s, tables)
		want := []string{readmeSheet}
		for _, table := range tables {
			want = append(want, table.Name)
		}
		if got := f.GetSheetList(); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: sheets %q, want %q", name, got, want)
		}
		for _, table := range tables {
			rows, err := f.GetRows(table.Name, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			if len(rows) != len(table.Rows)+1 {
				t.Errorf("%s, %s: %d rows, want %d", name, table.Name, len(rows), len(table.Rows)+1)
			}
			for i, row := range table.Rows {
				for j, v := range row {
					cell, err := excelize.CoordinatesToCellName(j+1, i+2)
					if err != nil {
						t.Fatal(err)
					}
					raw, err := f.GetCellValue(table.Name, cell, excelize.Options{RawCellValue: true})
					if err != nil {
						t.Fatal(err)
					}
					kind, err := f.GetCellType(table.Name, cell)
					if err != nil {
						t.Fatal(err)
					}
					wantRaw, wantKind := table.Written(v), excelize.CellTypeUnset // a number has no type of its own
					switch v.(type) {
					case string, []string:
						wantKind = excelize.CellTypeInlineString
					case bool:
						wantKind, wantRaw = excelize.CellTypeBool, map[string]string{"true": "1", "false": "0"}[wantRaw]
					}
					if raw != wantRaw || kind != wantKind {
						t.Errorf("%s, %s!%s is %q (type %v), want %q (%v)", name, table.Name, cell, raw, kind, wantRaw, wantKind)
					}
				}
			}
			filtered := false
			for _, n := range f.GetDefinedName() {
				last, err := excelize.CoordinatesToCellName(len(table.Columns), len(table.Rows)+1, true)
				if err != nil {
					t.Fatal(err)
				}
				filtered = filtered || n.Name == "_xlnm._FilterDatabase" && n.Scope == table.Name && strings.HasSuffix(n.RefersTo, "!$A$1:"+last)
			}
			if !filtered {
				t.Errorf("%s, %s: the header does not filter", name, table.Name)
			}
			for j, c := range table.Columns {
				letter, err := excelize.ColumnNumberToName(j + 1)
				if err != nil {
					t.Fatal(err)
				}
				if width, err := f.GetColWidth(table.Name, letter); err != nil || width < min(60, float64(len(c.Name))) || width > 60 || width > 20 && len(table.Rows) == 0 && len(c.Name) < 16 {
					t.Errorf("%s, %s: column %s is %v wide, %v", name, table.Name, c.Name, width, err)
				}
			}
			panes, err := f.GetPanes(table.Name)
			if err != nil || !panes.Freeze || panes.YSplit != 1 {
				t.Errorf("%s, %s: the header is not frozen: %+v, %v", name, table.Name, panes, err)
			}
		}
	}
}

// TestReadme: the first sheet says what the workbook is; days are dates.
func TestReadme(t *testing.T) {
	all := sets(t)
	for _, test := range []struct {
		set       string
		want, not []string
	}{
		{"trial", []string{"Piano per il lavoro agile, edizione 2022", "Comune di Prova", "Licenza", licenceAddress, "https://www.comune.prova.example/lavoro-agile/2022/dati/", "deliberazione", "meno di", "Correzioni", "Le giornate sono 4. Era un errore. (progetto formule)"}, []string{"Avvertenza"}},
		{"shipped 2022", []string{"Avvertenza", notice, "articolo di stampa"}, []string{"Licenza", "CC BY", "Cremona", "Correzioni"}},
		{"demo 2023", []string{"Comune di Esempio non esiste: questo piano è inventato."}, []string{"Licenza", "CC BY"}},
	} {
		f, _ := workbook(t, all[test.set], Tables(all[test.set].Edition))
		rows, err := f.GetRows(readmeSheet)
		if err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprint(rows)
		for _, want := range test.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: leggimi does not say %q:\n%s", test.set, want, text)
			}
		}
		for _, not := range test.not {
			if strings.Contains(text, not) {
				t.Errorf("%s: leggimi says %q", test.set, not)
			}
		}
		if test.set != "trial" {
			continue
		}
		for i, row := range rows {
			if len(row) > 1 && row[0] == "Ultimo aggiornamento" {
				raw, err := f.GetCellValue(readmeSheet, fmt.Sprint("B", i+1), excelize.Options{RawCellValue: true})
				n, _ := strconv.ParseFloat(raw, 64)
				if day, dayErr := excelize.ExcelDateToTime(n, false); err != nil || dayErr != nil || !day.Equal(time.Date(2024, 2, 20, 0, 0, 0, 0, time.UTC)) || row[1] != "20/02/2024" {
					t.Errorf("the last update is %q (%q), want 20 February 2024 as a date", raw, row[1])
				}
			}
		}
	}
}

// TestProperties: the workbook names no person and no library, and its parts
// carry no time but the days of the edition.
func TestProperties(t *testing.T) {
	for name, s := range sets(t) {
		_, data := workbook(t, s, Tables(s.Edition))
		r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		if r.File[0].Name != "[Content_Types].xml" {
			t.Errorf("%s: the first part is %s", name, r.File[0].Name)
		}
		for _, part := range r.File {
			if !part.Modified.IsZero() && part.Modified.Year() > 1980 {
				t.Errorf("%s: %s has the time %v", name, part.Name, part.Modified)
			}
			in, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(in)
			if err != nil {
				t.Fatal(err)
			}
			text := strings.ToLower(string(content))
			for _, bad := range []string{"xuri", "excelize", "2006-09-16"} {
				if strings.Contains(text, bad) {
					t.Errorf("%s: %s contains %q", name, part.Name, bad)
				}
			}
			if part.Name != "docProps/core.xml" {
				continue
			}
			author := "<dc:creator>vetro</dc:creator>"
			if name == "trial" {
				author = "<dc:creator>Comune di Prova</dc:creator>"
				for _, want := range []string{">2022-04-04T00:00:00Z</dcterms:created>", ">2024-02-20T00:00:00Z</dcterms:modified>"} {
					if !strings.Contains(string(content), want) {
						t.Errorf("%s does not contain %q:\n%s", part.Name, want, content)
					}
				}
			}
			if !strings.Contains(string(content), author) {
				t.Errorf("%s: %s does not contain %q:\n%s", name, part.Name, author, content)
			}
		}
	}
}

// TestFit: what a cell of Excel cannot hold is cut between characters, and says
// so.
func TestFit(t *testing.T) {
	for _, test := range []struct {
		text string
		cut  bool
	}{
		{"", false}, {strings.Repeat("a", maxCell), false}, {strings.Repeat("à", maxCell), false},
		{strings.Repeat("a", maxCell+1), true}, {strings.Repeat("😀", maxCell/2), false}, {strings.Repeat("😀", maxCell/2+1), true},
	} {
		got := Fit(test.text)
		if n := len(utf16.Encode([]rune(got))); n > maxCell || n < min(maxCell-2, len(utf16.Encode([]rune(test.text)))) {
			t.Errorf("Fit of %d bytes has %d units", len(test.text), n)
		}
		if cut := got != test.text; cut != test.cut || cut && !strings.HasSuffix(got, Cut) || !strings.HasPrefix(test.text, strings.TrimSuffix(got, Cut)) {
			t.Errorf("Fit of %d bytes: cut %v, want %v", len(test.text), cut, test.cut)
		}
	}
	table := Table{Name: "t", Primary: "a", Columns: []Column{{Name: "a", Kind: Text}}, Rows: [][]Value{{strings.Repeat("a", maxCell+1)}}}
	f, _ := workbook(t, trial(t), []Table{table})
	got, err := f.GetCellValue("t", "A2")
	if err != nil || !strings.HasSuffix(got, Cut) {
		t.Errorf("the cell ends in %q, %v, want %q", got[max(0, len(got)-60):], err, Cut)
	}
	table.Name = strings.Repeat("a", maxSheet+1)
	if _, err := Workbook(trial(t), []Table{table}); err == nil {
		t.Error("a name that is too long for a sheet was taken")
	}
}

// TestLibreOffice converts the workbook of the demo and of the trial project to
// CSV with LibreOffice, and compares every cell of every table.
func TestLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("VETRO_CI") != "" {
			t.Fatal("LibreOffice is missing: install libreoffice-calc")
		}
		t.Skip("LibreOffice is not installed")
	}
	if testing.Short() {
		t.Skip("slow")
	}
	all := sets(t)
	for _, name := range []string{"trial", "demo 2023"} {
		s := all[name]
		dir := t.TempDir()
		tables := Tables(s.Edition)
		tables = append(tables, Dictionary(tables))
		_, data := workbook(t, s, tables)
		file := filepath.Join(dir, "piano.xlsx")
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		// Comma, double quotes, UTF-8, from line 1, as in English, quotes only where
		// needed, numbers as they are stored, every sheet.
		filter := `csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false,false,false,-1`
		out, err := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", filter, "--outdir", dir, file).CombinedOutput()
		if err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
		for _, table := range tables {
			got, err := os.ReadFile(filepath.Join(dir, "piano-"+table.Name+".csv"))
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			r := csv.NewReader(bytes.NewReader(got))
			records, err := r.ReadAll()
			if err != nil {
				t.Fatalf("%s, %s: %v", name, table.Name, err)
			}
			if len(records) != len(table.Rows)+1 {
				t.Errorf("%s, %s: %d lines, want %d", name, table.Name, len(records), len(table.Rows)+1)
				continue
			}
			for j, c := range table.Columns {
				if records[0][j] != c.Name {
					t.Errorf("%s, %s: column %d is %q, want %q", name, table.Name, j+1, records[0][j], c.Name)
				}
				for i, row := range table.Rows {
					want := table.Written(row[j])
					if c.Kind == Boolean {
						want = strings.ToUpper(want)
					}
					if cell := records[i+1][j]; cell != want {
						t.Errorf("%s, %s: row %d, column %s is %q, want %q", name, table.Name, i+1, c.Name, cell, want)
					}
				}
			}
		}
	}
}

// TestSheetXML: texts are strings of the workbook and never formulas.
func TestSheetXML(t *testing.T) {
	_, data := workbook(t, trial(t), Tables(trial(t).Edition))
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	formula := regexp.MustCompile(`<f[ >]`)
	for _, part := range r.File {
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(part.Name, "xl/worksheets/") && formula.Match(content) {
			t.Errorf("%s has a formula", part.Name)
		}
	}
}
