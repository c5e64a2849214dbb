// SPDX-License-Identifier: EUPL-1.2

package privacy

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCases holds the detectors to whole sentences, rows and names of files of
// which a person has said what is in them.
func TestCases(t *testing.T) {
	for file, want := range map[string]bool{"da-trovare.tsv": true, "da-lasciare.tsv": false} {
		data, err := os.ReadFile(filepath.Join("testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for line := range strings.Lines(string(data)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			place, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			text, what, _ := strings.Cut(rest, "\t")
			n++
			if got := toldIn(place, strings.ReplaceAll(text, `\n`, "\n")); (got != "") != want {
				t.Errorf("%s (%s): %s: found %q", file, what, text, got)
			}
		}
		if n < 50 {
			t.Errorf("%s: %d cases", file, n)
		}
	}
}

// toldIn writes what is found in a text that stands in a place.
func toldIn(place, text string) string {
	switch place {
	case "attach-name":
		return told(text) + write(text, FindFileName(text))
	case "table", "csv-attach":
		var b strings.Builder
		rows := strings.Split(text, "|")
		heads := strings.Split(rows[0], ";")
		for _, row := range rows[1:] {
			var cells []Cell
			for i, cell := range strings.Split(row, ";") {
				cells = append(cells, Cell{heads[i], cell})
				b.WriteString(write(heads[i]+": "+cell, FindHeaded(Cell{heads[i], cell})))
			}
			for i, found := range FindRow(cells) {
				b.WriteString(write(cells[i].Text, found))
			}
		}
		return b.String()
	}
	return told(text)
}

// BenchmarkLine doubles one long line of each kind: the time should double too.
func BenchmarkLine(b *testing.B) {
	for _, piece := range []string{"RSSMRA85T10A562S ", "Mario Rossi, legge 104, ", "la collega, disabilità ", "(347) 123 ", "via Verdi 3, Anna Bianchi ", "a@b ", "matricola 12 ", "iscritta alla CGIL "} {
		for _, n := range []int{1 << 15, 1 << 16} {
			text := strings.Repeat(piece, n/len(piece))
			b.Run(strings.TrimSpace(piece)+"/"+strings.Repeat("I", n>>15), func(b *testing.B) {
				for b.Loop() {
					Find(text)
				}
			})
		}
	}
}
