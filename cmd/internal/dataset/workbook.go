// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Limits of a cell and of the name of a sheet in Excel.
const (
	maxCell  = 32767 // UTF-16 units
	maxSheet = 31    // characters
)

// Cut stands at the end of a text that does not fit in a cell of Excel.
const Cut = "… (il testo continua nei file CSV e JSON)"

// Workbook writes tables as one XLSX workbook: a sheet "leggimi" that says what
// it is, then a sheet a table with typed cells. The bytes depend on the
// arguments alone.
func Workbook(s Set, tables []Table) (_ []byte, err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }() // a long sheet may stand in a temporary file
	styles, err := newStyles(f)
	if err == nil {
		err = f.SetSheetName("Sheet1", readmeSheet)
	}
	if err == nil {
		err = writeReadme(f, styles, s, tables)
	}
	for _, t := range tables {
		if err == nil {
			err = writeSheet(f, styles, t)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("writing the workbook: %w", err)
	}
	collected := make(parts)
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return collected })
	if _, err := f.WriteToBuffer(); err != nil {
		return nil, fmt.Errorf("writing the workbook: %w", err)
	}
	return collected.pack(s)
}

// styles are the numbers that excelize gave to the looks of cells.
type styles struct{ header, text, number, title, day int }

func newStyles(f *excelize.File) (styles, error) {
	var st styles
	dayFormat := "dd/mm/yyyy"
	top := excelize.Alignment{Vertical: "top", WrapText: true}
	for _, style := range []struct {
		number *int
		style  excelize.Style
	}{
		{&st.header, excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E6ECF2"}}, Alignment: &top}},
		{&st.text, excelize.Style{NumFmt: 49, Alignment: &top}}, // 49 is text: what looks like a date stays as it is
		{&st.number, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&st.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}, Alignment: &top}},
		{&st.day, excelize.Style{CustomNumFmt: &dayFormat, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left"}}},
	} {
		n, err := f.NewStyle(&style.style)
		if err != nil {
			return st, err
		}
		*style.number = n
	}
	return st, nil
}

// writeSheet adds the sheet of t: a header that stays in sight and filters, and
// typed cells. Cells that are empty are not there.
func writeSheet(f *excelize.File, st styles, t Table) error {
	if utf8.RuneCountInString(t.Name) > maxSheet {
		return fmt.Errorf("the name %q is too long for a sheet", t.Name)
	}
	if _, err := f.NewSheet(t.Name); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(t.Name)
	if err != nil {
		return err
	}
	header := make([]any, len(t.Columns))
	looks := make([]int, len(t.Columns))
	for j, c := range t.Columns {
		looks[j] = st.text
		switch c.Kind {
		case Integer, Decimal, Year, Boolean:
			looks[j] = st.number
		}
		if err := w.SetColStyle(j+1, j+1, looks[j]); err != nil {
			return err
		}
		if err := w.SetColWidth(j+1, j+1, columnWidth(t, j)); err != nil {
			return err
		}
		header[j] = excelize.Cell{StyleID: st.header, Value: c.Name}
	}
	if err := w.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}},
	}); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(t.Columns), len(t.Rows)+1)
	if err != nil {
		return err
	}
	if err := f.AutoFilter(t.Name, "A1:"+last, nil); err != nil {
		return err
	}
	if err := w.SetRow("A1", header, excelize.RowOpts{StyleID: st.header}); err != nil {
		return err
	}
	cells := make([]any, len(t.Columns))
	for i, r := range t.Rows {
		for j, v := range r {
			cells[j] = cellOf(t, v, looks[j])
		}
		if err := w.SetRow("A"+strconv.Itoa(i+2), cells); err != nil {
			return err
		}
	}
	return w.Flush()
}

// cellOf is v as a cell; nil where there is to be none.
func cellOf(t Table, v Value, look int) any {
	switch v := v.(type) {
	case nil:
		return nil
	case int, float64, bool:
		return excelize.Cell{StyleID: look, Value: v}
	default:
		return excelize.Cell{StyleID: look, Value: Fit(t.Written(v))}
	}
}

// Fit returns s as a cell of Excel can hold it: what is too long ends in Cut.
func Fit(s string) string {
	if len(s) <= maxCell || len(utf16.Encode([]rune(s))) <= maxCell {
		return s
	}
	room := maxCell - len(utf16.Encode([]rune(Cut)))
	for i, r := range s {
		if room -= utf16.RuneLen(r); room < 0 {
			return s[:i] + Cut
		}
	}
	return s
}

// columnWidth is that of the longest line in column j, within reason.
func columnWidth(t Table, j int) float64 {
	longest := utf8.RuneCountInString(t.Columns[j].Name) + 3 // for the button of the filter
	for _, r := range t.Rows {
		for line := range strings.SplitSeq(t.Written(r[j]), "\n") {
			longest = max(longest, utf8.RuneCountInString(line))
			if longest > 60 {
				return 60
			}
		}
	}
	return float64(min(60, longest+1))
}
