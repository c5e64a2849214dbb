// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// JSON writes t as an array of objects, a row each, with the columns as keys in
// their order: null for nothing, numbers as numbers, lists as arrays.
func JSON(t Table) ([]byte, error) {
	var b bytes.Buffer
	if err := writeRows(&b, t, ""); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// writeRows writes the array of t where lines begin with indent.
func writeRows(b *bytes.Buffer, t Table, indent string) error {
	if len(t.Rows) == 0 {
		b.WriteString("[]")
		return nil
	}
	b.WriteByte('[')
	for i, r := range t.Rows {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n" + indent + " {")
		for j, v := range r {
			if j > 0 {
				b.WriteByte(',')
			}
			b.WriteString("\n" + indent + "  " + strconv.Quote(t.Columns[j].Name) + ": ") // a name is ASCII
			if err := writeValue(b, v); err != nil {
				return fmt.Errorf("row %d, column %s: %w", i+1, t.Columns[j].Name, err)
			}
		}
		b.WriteString("\n" + indent + " }")
	}
	b.WriteString("\n" + indent + "]")
	return nil
}

// writeValue writes v. A number has the digits that it has in the CSV.
func writeValue(b *bytes.Buffer, v Value) error {
	if f, ok := v.(float64); ok {
		b.WriteString(decimal(f))
		return nil
	}
	data, err := marshal(v, "")
	b.Write(data)
	return err
}

// marshal writes v without the escapes that only HTML needs and without a
// newline at the end.
func marshal(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("writing JSON: %w", err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// readJSON returns the rows of data, whose objects must have exactly the
// columns of t.
func readJSON(t Table, data []byte) ([][]Value, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var objects []map[string]any
	if err := d.Decode(&objects); err != nil {
		return nil, fmt.Errorf("reading JSON: %w", err)
	}
	if d.More() {
		return nil, fmt.Errorf("something follows the array")
	}
	var rows [][]Value
	for i, o := range objects {
		if len(o) != len(t.Columns) {
			return nil, fmt.Errorf("row %d has %d keys, the table %d columns", i+1, len(o), len(t.Columns))
		}
		values := make([]Value, len(t.Columns))
		for j, c := range t.Columns {
			v, ok := o[c.Name]
			if !ok {
				return nil, fmt.Errorf("row %d has no key %s", i+1, c.Name)
			}
			var err error
			if values[j], err = jsonValue(c, v); err != nil {
				return nil, fmt.Errorf("row %d, column %s: %w", i+1, c.Name, err)
			}
		}
		rows = append(rows, values)
	}
	return rows, nil
}

// jsonValue makes v, as the decoder has it, a value of the column c.
func jsonValue(c Column, v any) (Value, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case string:
		if !slices.Contains([]Kind{Integer, Year, Decimal, Boolean, List}, c.Kind) {
			return v, nil
		}
	case bool:
		if c.Kind == Boolean {
			return v, nil
		}
	case json.Number:
		if c.Kind == Decimal {
			return v.Float64()
		}
		if n, err := strconv.Atoi(v.String()); err == nil && (c.Kind == Integer || c.Kind == Year) {
			return n, nil
		}
	case []any:
		var items []string
		for _, item := range v {
			s, ok := item.(string)
			if !ok {
				return nil, fmt.Errorf("%v is no text", item)
			}
			items = append(items, s)
		}
		if c.Kind == List && strings.Join(items, "") != "" {
			return items, nil
		}
	}
	return nil, fmt.Errorf("%v is no %s", v, c.Kind)
}
