// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"strconv"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/privacy"
)

// tables looks at the tables of a page row by row: what is harmless in a cell
// may not be beside its neighbour.
func (c *personalCheck) tables(all []passage.Passage) {
	heads := map[int]string{}
	var row []passage.Passage
	flush := func() {
		if len(row) > 0 {
			c.row(heads, row)
			row = nil
		}
	}
	line := 0
	for _, p := range all {
		switch {
		case p.Column == 0:
		case p.What == narrative.ColumnName:
			flush()
			if p.Column == 1 || p.At(0, 1).Pos.Line != line {
				clear(heads)
			}
			heads[p.Column] = p.Text
			line = p.At(0, 1).Pos.Line
		default:
			if at := p.At(0, 1).Pos.Line; at != line {
				flush()
				line = at
			}
			row = append(row, p)
		}
	}
	flush()
}

// row looks at one row: persons and what stands beside them, small groups.
func (c *personalCheck) row(heads map[int]string, row []passage.Passage) {
	cells := make([]privacy.Cell, len(row))
	for i, p := range row {
		cells[i] = privacy.Cell{Head: heads[p.Column], Text: p.Text}
		c.smallCell(heads, p)
	}
	for i, found := range privacy.FindRow(cells) {
		for _, f := range found {
			d := row[i].At(f.Start, f.End-f.Start)
			if key := (place{d.Pos.Filename, d.Pos.Line, personals[f.Kind].code}); !c.seen[key] {
				c.seen[key] = true
				c.add(d, f.Kind)
			}
		}
	}
}

// smallCell reports a cell typed by hand that says how few people a group has:
// below the threshold of the ente, under a head that counts people.
func (c *personalCheck) smallCell(heads map[int]string, p passage.Passage) {
	least := c.Publication.Municipality.AnonymityThreshold
	n, err := strconv.Atoi(strings.TrimSpace(p.Text))
	if err != nil || n < 1 || n >= least || !p.ByHand(0, len(p.Text)) || !headCountsPeople(heads[p.Column]) {
		return
	}
	d := p.At(0, len(p.Text))
	d.Code, d.Severity = "small-group", diag.Warning
	d.Message = fmt.Sprintf("la tabella dice che un gruppo ha meno di %d persone: chi lo conosce può riconoscerle", least)
	d.Hint = fmt.Sprintf("scrivi «meno di %d», oppure metti insieme più gruppi; controlla che il totale non lo faccia ricavare", least)
	c.report.Add(d)
}

// headCountsPeople reports whether the head of a column is of numbers of people.
func headCountsPeople(head string) bool {
	if strings.Contains(head, "%") {
		return false
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(head), func(r rune) bool { return r == ' ' || r == '(' || r == ')' || r == '/' || r == ',' }) {
		switch w {
		case "dipendenti", "persone", "lavoratori", "lavoratrici", "donne", "uomini", "addetti", "addette", "impiegati", "impiegate", "insegnanti",
			"educatori", "educatrici", "funzionari", "operatori", "operatrici", "maschi", "femmine", "personale", "unità", "teste":
			return true
		}
	}
	return false
}
