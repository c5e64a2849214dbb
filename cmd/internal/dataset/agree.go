// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"fmt"
	"reflect"
)

// Agree reads the files about to be published back and compares them with t and
// so with each other, cell by cell: CSV, CSV for Excel and JSON say the same.
// The error names the first cell that does not. A difference is a defect of the
// program, and nothing may be published.
func Agree(t Table, csv, excelCSV, json []byte) error {
	for _, form := range []struct {
		name string
		read func(Table, []byte) ([][]Value, error)
		data []byte
	}{
		{t.Name + ".csv", strictForm.read, csv},
		{t.Name + "-excel.csv", excelForm.read, excelCSV},
		{t.Name + ".json", readJSON, json},
	} {
		rows, err := form.read(t, form.data)
		if err != nil {
			return fmt.Errorf("%s: %w", form.name, err)
		}
		if err := sameRows(t, rows); err != nil {
			return fmt.Errorf("%s: %w", form.name, err)
		}
	}
	return nil
}

// sameRows compares rows with those of t.
func sameRows(t Table, rows [][]Value) error {
	if len(rows) != len(t.Rows) {
		return fmt.Errorf("there are %d rows, the data have %d", len(rows), len(t.Rows))
	}
	for i, want := range t.Rows {
		for j, c := range t.Columns {
			if got := rows[i][j]; !same(got, want[j]) {
				return fmt.Errorf("row %d, column %s is %#v, the data have %#v", i+1, c.Name, got, want[j])
			}
		}
	}
	return nil
}

// same compares two values. Only lists cannot be compared directly.
func same(a, b Value) bool {
	if _, ok := a.([]string); ok {
		return reflect.DeepEqual(a, b)
	}
	if _, ok := b.([]string); ok {
		return false
	}
	return a == b
}
