// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzCSV holds that a table taken for sound is read by another reader, with as
// many cells in every row.
func FuzzCSV(f *testing.F) {
	for _, text := range []string{"a,b\r\n1,2\r\n", "a\r\n\"\"\"x\"\"\r\n\"\r\n", "a,b\r\n,\r\n", "\"a\"b\r\n", "a\r\n\r\n", "a\"\r\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := &file{path: "a.csv"}
		file.checkCSV([]byte(text))
		if len(file.faults) > 0 {
			return
		}
		got, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil || len(got) == 0 {
			t.Fatalf("%q is taken for sound, but: %v", text, err)
		}
		var want [][]string
		for rest := []byte(text); len(rest) > 0; {
			cells, after, err := record4180(rest, ',')
			if err != nil {
				t.Fatal(err)
			}
			for i, c := range cells {
				cells[i] = strings.ReplaceAll(c, "\r\n", "\n") // as that reader has it
			}
			want, rest = append(want, cells), after
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-ours +encoding/csv):\n%s", text, diff)
		}
	})
}
