// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Rows returns the changes as the rows of cosa-cambia.csv, in the order
// of its columns (see page). Numbers have a decimal point
// and no dots between thousands; what there is not is empty.
func (l List) Rows() [][]string {
	rows := make([][]string, 0, len(l.Changes))
	for _, c := range l.Changes {
		before, after := c.Before, c.After
		rows = append(rows, []string{
			c.Kind.Label(), c.Subject.Scope.String(), c.Subject.ID, c.Subject.Title, c.Subject.DepartmentName, c.Field(),
			before.Text, after.Text, before.number(), before.precision(), after.number(), after.precision(), c.Sentence,
		})
	}
	return rows
}

// Field returns what of the subject changed as one text, with the keys of the
// data: "personale › Coordinatori › dipendenti".
func (c Change) Field() string { return strings.Join(c.Path, " › ") }

// number returns the number of v for machines, "" when it has none.
func (v Value) number() string {
	switch {
	case v.Measure != nil && v.Measure.Measured():
		return strconv.FormatFloat(v.Measure.Value, 'f', -1, 64)
	case v.Counted && v.Quantity.Known():
		return strconv.FormatFloat(v.Quantity.Value(), 'f', -1, 64)
	}
	return ""
}

// precision returns how firm the quantity v is, "" when it is none or in words.
// "meno di" stands without a number.
func (v Value) precision() string {
	if v.Counted {
		return v.Quantity.Precision.String()
	}
	return ""
}

// record is a change as one line of JSON. The fields are a promise to other
// programs: none is left out, none is added lightly.
type record struct {
	Kind       Kind    `json:"kind"`
	Scope      string  `json:"scope"` // plan, department or project
	ID         string  `json:"id"`
	OldID      *string `json:"old_id"` // null when it is not in the first edition
	Title      string  `json:"title"`
	Department *string `json:"department"` // id, null for none
	Field      string  `json:"field"`
	Before     *was    `json:"before"` // null for nothing
	After      *was    `json:"after"`
	Computed   bool    `json:"computed"`
	Sentence   string  `json:"sentence"`
}

// was is a Value in JSON.
type was struct {
	Text      string   `json:"text"`
	Number    *float64 `json:"number"`
	Precision *string  `json:"precision"`
	Items     []string `json:"items"`
}

// WriteJSON writes the changes in order, one JSON object a line.
func (l List) WriteJSON(w io.Writer) error {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for _, c := range l.Changes {
		s := c.Subject
		r := record{
			Kind: c.Kind, Scope: [...]string{"", "plan", "department", "project"}[s.Scope],
			ID: s.ID, OldID: optional(s.OldID), Title: s.Title, Department: optional(s.Department),
			Field: c.Field(), Before: c.Before.json(), After: c.After.json(), Computed: c.Computed, Sentence: c.Sentence,
		}
		if err := enc.Encode(r); err != nil {
			return fmt.Errorf("JSON of change %s of %s: %w", c.Kind, s.ID, err)
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (v Value) json() *was {
	if v.Text == "" && v.ID == "" && !v.Counted && v.Measure == nil && v.Items == nil {
		return nil
	}
	out := &was{Text: v.Text, Precision: optional(v.precision()), Items: v.Items}
	switch {
	case v.Measure != nil && v.Measure.Measured():
		out.Number = &v.Measure.Value
	case v.Counted && v.Quantity.Known():
		n := v.Quantity.Value()
		out.Number = &n
	}
	return out
}
