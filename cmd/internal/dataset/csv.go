// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// A csvForm is a way of writing CSV.
type csvForm struct {
	separator  rune
	mark       string // what the file begins with
	decimal    string // between the whole part of a number and the rest
	yes, no    string
	quotedWith string // characters that need quotes
}

var (
	// strictForm is RFC 4180 in UTF-8. Quotes are also put around what another
	// program could take for a separator.
	strictForm = csvForm{separator: ',', decimal: ".", yes: "true", no: "false", quotedWith: ",;\"\t\r\n"}
	// excelForm is what Excel opens well where the decimal sign is a comma: it
	// needs the mark to read UTF-8. It takes a month for a date whatever is done:
	// the page of the data says so beside the links.
	excelForm = csvForm{separator: ';', mark: "\uFEFF", decimal: ",", yes: "VERO", no: "FALSO", quotedWith: ";\"\t\r\n"}
)

// CSV writes t as RFC 4180 has it: UTF-8 without a mark, comma, lines that end
// in CRLF, one header, quotes where needed. See FormulaNote for texts that look
// like formulas.
func CSV(t Table) []byte { return strictForm.write(t) }

// ExcelCSV writes t for Excel set to Italian: semicolon, byte order mark,
// decimal comma, VERO and FALSO.
func ExcelCSV(t Table) []byte { return excelForm.write(t) }

func (f csvForm) write(t Table) []byte {
	var b bytes.Buffer
	b.Grow(len(t.Rows) * len(t.Columns) * 20)
	b.WriteString(f.mark)
	for i, c := range t.Columns {
		f.cell(&b, i, c.Name)
	}
	b.WriteString("\r\n")
	for _, r := range t.Rows {
		for i, v := range r {
			f.cell(&b, i, f.written(t, v))
		}
		b.WriteString("\r\n")
	}
	return b.Bytes()
}

// cell writes the cell at column i of a line.
func (f csvForm) cell(b *bytes.Buffer, i int, s string) {
	if i > 0 {
		b.WriteRune(f.separator)
	}
	if strings.ContainsAny(s, f.quotedWith) || strings.TrimSpace(s) != s {
		s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	b.WriteString(s)
}

func (f csvForm) written(t Table, v Value) string {
	switch v := v.(type) {
	case string, []string:
		return Neutralise(t.Written(v))
	case float64:
		return strings.Replace(decimal(v), ".", f.decimal, 1)
	case bool:
		if v {
			return f.yes
		}
		return f.no
	}
	return t.Written(v)
}

// read hands over the rows of data, which must have the columns of t, one after
// the other in the same place.
func (f csvForm) read(t Table, data []byte, row func([]Value) error) error {
	data, marked := bytes.CutPrefix(data, []byte(f.mark))
	if !marked || f.mark == "" && bytes.HasPrefix(data, []byte(excelForm.mark)) {
		return fmt.Errorf("the byte order mark is not as it should be")
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = f.separator
	r.FieldsPerRecord = len(t.Columns)
	r.ReuseRecord = true
	header, err := r.Read()
	if err != nil {
		return fmt.Errorf("reading the header: %w", err)
	}
	for i, c := range t.Columns {
		if header[i] != c.Name {
			return fmt.Errorf("column %d is called %q, not %q", i+1, header[i], c.Name)
		}
	}
	values := make([]Value, len(t.Columns))
	for n := 1; ; n++ {
		record, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading a line: %w", err)
		}
		for i, c := range t.Columns {
			if values[i], err = f.value(t, c, record[i]); err != nil {
				return fmt.Errorf("row %d, column %s: %w", n, c.Name, err)
			}
		}
		if err := row(values); err != nil {
			return err
		}
	}
}

// value reads the cell s of the column c.
func (f csvForm) value(t Table, c Column, s string) (Value, error) {
	if s == "" {
		return nil, nil
	}
	switch c.Kind {
	case Integer, Year:
		return strconv.Atoi(s)
	case Decimal:
		return strconv.ParseFloat(strings.Replace(s, f.decimal, ".", 1), 64)
	case Boolean:
		if i := slices.Index([]string{f.no, f.yes}, s); i >= 0 {
			return i == 1, nil
		}
		return nil, fmt.Errorf("%q is neither %s nor %s", s, f.yes, f.no)
	case List:
		return strings.Split(Restore(s), t.Separator), nil
	}
	return Restore(s), nil
}
