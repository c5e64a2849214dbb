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
		read func(Table, []byte, func([]Value) error) error
		data []byte
	}{
		{t.Name + ".csv", strictForm.read, csv},
		{t.Name + "-excel.csv", excelForm.read, excelCSV},
		{t.Name + ".json", readJSON, json},
	} {
		rows := 0
		err := form.read(t, form.data, func(got []Value) error {
			rows++
			return sameRow(t, rows, got)
		})
		if err == nil && rows != len(t.Rows) {
			err = fmt.Errorf("there are %d rows, the data have %d", rows, len(t.Rows))
		}
		if err != nil {
			return fmt.Errorf("%s: %w", form.name, err)
		}
	}
	return nil
}

// sameRow compares got with the row of t that has the number n, from 1; how many
// there are is for who calls it.
func sameRow(t Table, n int, got []Value) error {
	if n > len(t.Rows) {
		return nil
	}
	for j, c := range t.Columns {
		if want := t.Rows[n-1][j]; !same(got[j], want) {
			return fmt.Errorf("row %d, column %s is %#v, the data have %#v", n, c.Name, got[j], want)
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
