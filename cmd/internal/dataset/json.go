// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// JSON writes t as an array of objects, a row each, with the columns as keys in
// their order: null for nothing, numbers as numbers, lists as arrays.
func JSON(t Table) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(len(t.Rows) * len(t.Columns) * 40)
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
	switch v := v.(type) {
	case nil:
		b.WriteString("null")
		return nil
	case float64:
		b.WriteString(decimal(v))
		return nil
	case int:
		b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(v), 10))
		return nil
	case string:
		if unescaped(v) {
			b.WriteByte('"')
			b.WriteString(v)
			b.WriteByte('"')
			return nil
		}
	case []string:
		b.WriteByte('[')
		for i, item := range v {
			if i > 0 {
				b.WriteByte(',')
			}
			if err := writeValue(b, item); err != nil {
				return err
			}
		}
		b.WriteByte(']')
		return nil
	}
	data, err := marshal(v, "")
	b.Write(data)
	return err
}

// unescaped reports whether s stands in JSON as it is.
func unescaped(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < 0x20 || c == '"' || c == '\\' || c == 0x7f {
			return false
		}
	}
	return utf8.ValidString(s) && !strings.ContainsAny(s, "\u2028\u2029")
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

// readJSON hands over the rows of data, whose objects must have exactly the
// columns of t in their order, one after the other in the same place.
func readJSON(t Table, data []byte, row func([]Value) error) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := expect(d, json.Delim('[')); err != nil {
		return err
	}
	values := make([]Value, len(t.Columns))
	for n := 1; d.More(); n++ {
		if err := readObject(d, t, values); err != nil {
			return fmt.Errorf("row %d, %w", n, err)
		}
		if err := row(values); err != nil {
			return err
		}
	}
	if err := expect(d, json.Delim(']')); err != nil {
		return err
	}
	if d.More() {
		return fmt.Errorf("something follows the array")
	}
	return nil
}

// readObject reads a row into values.
func readObject(d *json.Decoder, t Table, values []Value) error {
	if err := expect(d, json.Delim('{')); err != nil {
		return err
	}
	for j, c := range t.Columns {
		if err := expect(d, c.Name); err != nil {
			return err
		}
		v, err := d.Token()
		if err == nil {
			values[j], err = jsonValue(d, c, v)
		}
		if err != nil {
			return fmt.Errorf("column %s: %w", c.Name, err)
		}
	}
	return expect(d, json.Delim('}'))
}

// expect reads a token, which must be want.
func expect(d *json.Decoder, want json.Token) error {
	got, err := d.Token()
	if err != nil {
		return fmt.Errorf("reading JSON: %w", err)
	}
	if got != want {
		return fmt.Errorf("%v stands where %v should", got, want)
	}
	return nil
}

// jsonValue makes v, the token that a value begins with, a value of the column c.
func jsonValue(d *json.Decoder, c Column, v json.Token) (Value, error) {
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
	case json.Delim:
		if c.Kind == List && v == '[' {
			return readList(d)
		}
	}
	return nil, fmt.Errorf("%v is no %s", v, c.Kind)
}

// readList reads the texts of an array whose beginning was read: at least one.
func readList(d *json.Decoder) (Value, error) {
	var items []string
	for d.More() {
		item, err := d.Token()
		if err != nil {
			return nil, err
		}
		s, ok := item.(string)
		if !ok {
			return nil, fmt.Errorf("%v is no text", item)
		}
		items = append(items, s)
	}
	if strings.Join(items, "") == "" {
		return nil, fmt.Errorf("a list is empty")
	}
	return items, expect(d, json.Delim(']'))
}
