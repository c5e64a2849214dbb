// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"strconv"

	"vetro/cmd/internal/chart"
)

// digestOf sums up rows of the open data and what is drawn of them.
func digestOf(charts []chart.Chart, rows ...[]record) string {
	sum := sha256.New()
	for _, all := range rows {
		io.WriteString(sum, strconv.Itoa(len(all))+"\n")
		for _, r := range all {
			writeRow(sum, r)
		}
	}
	for _, c := range charts {
		fmt.Fprintf(sum, "%q\n", fmt.Sprint(c))
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func writeRow(sum hash.Hash, r record) {
	var line []byte
	for i, v := range r.row {
		line = append(line, r.table.Columns[i].Name...)
		line = append(line, '=')
		line = strconv.AppendQuote(line, r.table.Written(v))
	}
	sum.Write(append(line, '\n'))
}

// about returns the digest of what belongs to a project or a settore: "progetto x".
func (v *evidence) about(row record, owner string) string {
	var charts []chart.Chart
	if c, ok := v.charts[staffCharts+row.key()]; ok && row.table.Name == "progetti" {
		charts = append(charts, c)
	}
	return digestOf(charts, []record{row}, v.rows["progetti "+owner], v.rows["attivita "+owner], v.rows["personale "+owner], v.rows["indicatori "+owner])
}

// whole returns the digest of all that the edition says.
func (v *evidence) whole() string {
	v.once.Do(func() {
		var rows [][]record
		for _, t := range v.edition.Tables {
			rows = append(rows, v.rows[t.Name])
		}
		var charts []chart.Chart
		for _, c := range v.edition.Charts {
			charts = append(charts, c.Chart)
		}
		sum := sha256.New()
		io.WriteString(sum, digestOf(charts, append(rows, v.rows["dizionario"])...))
		for _, f := range v.edition.Files {
			fmt.Fprintf(sum, "%q %q\n", f.Path, f.Title)
		}
		for _, n := range v.edition.Prose {
			fmt.Fprintf(sum, "%q %q\n", n.Address, n.ID)
			for _, f := range n.Figures {
				fmt.Fprintf(sum, "%q\n", f.Name)
			}
		}
		if list := v.edition.Changes; list != nil {
			for _, c := range list.Changes {
				fmt.Fprintf(sum, "%q\n", c.Sentence)
			}
		}
		fmt.Fprintf(sum, "%q", v.edition.ChangesCSV)
		v.sum = hex.EncodeToString(sum.Sum(nil))
	})
	return v.sum
}
