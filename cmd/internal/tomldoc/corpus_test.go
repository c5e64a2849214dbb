// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

// TestCorpus runs the suite of toml-test, some 900 documents, which the
// decoder's module carries: the scanner must agree on the valid ones, and on
// every invalid one the fault must be told in our words at a place that exists.
func TestCorpus(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/BurntSushi/toml").Output()
	dir := filepath.Join(strings.TrimSpace(string(out)), "internal", "toml-test", "tests")
	if _, statErr := os.Stat(dir); err != nil || statErr != nil {
		t.Skip("the module cache does not hold the suite")
	}
	n := 0
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) != ".toml" {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		n++
		t.Run(name, func(t *testing.T) {
			if strings.HasPrefix(name, "valid") {
				checkScan(t, string(data))
				if s := scan(string(data)); len(s.twice) > 0 || s.stopped >= 0 {
					t.Errorf("%q: the scanner finds %d keys twice and stops at %d", data, len(s.twice), s.stopped)
				}
			}
			checkFaults(t, data)
		})
		return nil
	})
	if err != nil || n < 700 {
		t.Errorf("%d documents, %v; want the whole suite", n, err)
	}
}

// checkFaults holds what Parse reports on any document to what is promised:
// nil exactly when something is reported, known codes, places in the file,
// and no words but ours.
func checkFaults(t *testing.T, data []byte) {
	t.Helper()
	var report diag.List
	f := source.New("f.toml", data, &report)
	if f == nil {
		return
	}
	table := Parse(f, &report, nil)
	if (table == nil) != (report.Len() > 0) {
		t.Errorf("%q: Parse = %v with %d diagnostics", data, table, report.Len())
	}
	for _, d := range report.Sorted() {
		if _, ok := diag.Lookup(d.Code); !ok {
			t.Errorf("%q: unknown code %q", data, d.Code)
		}
		checkPlace(t, f, d)
		if d.Message == "" || strings.Contains(d.Message, "$") && !strings.Contains(string(data), "$") {
			t.Errorf("%q: message %q", data, d.Message)
		}
		if _, err := decode(string(f.Data)); d.Message == fallbackMessage && err != nil {
			t.Errorf("%q: no words for what the decoder says: %v", data, err)
		}
	}
}

func checkPlace(t *testing.T, f *source.File, d diag.Diagnostic) {
	t.Helper()
	if d.Pos.Line < 1 || d.Pos.Line > f.Lines() || d.Line != f.Line(d.Pos.Line) {
		t.Errorf("%q: no such line: %+v", f.Data, d)
	}
	if n := utf8.RuneCountInString(d.Line); d.Pos.Column < 1 || d.Pos.Column+d.Length > n+2 {
		t.Errorf("%q: column %d+%d in a line of %d", f.Data, d.Pos.Column, d.Length, n)
	}
}
