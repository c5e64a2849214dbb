// SPDX-License-Identifier: EUPL-1.2

package chart

// A Table is a chart's values in writing: what HTML and CSV print.
type Table struct {
	Header []string   // the heading of the categories, then a series each
	Rows   [][]string // a category each, in the chart's order
}

// Table returns the chart’s values as written. An unknown one says so in its
// own words.
func (c Chart) Table() Table {
	t := Table{Header: make([]string, 0, 1+len(c.Series)), Rows: make([][]string, 0, len(c.Categories))}
	t.Header = append(t.Header, c.Category)
	for _, s := range c.Series {
		t.Header = append(t.Header, s.Name)
	}
	for i, name := range c.Categories {
		row := make([]string, 0, len(t.Header))
		row = append(row, name)
		for _, s := range c.Series {
			row = append(row, s.Values[i].Label)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
