// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

var update = flag.Bool("update", false, "rewrite what testdata/diag wants; read the diff")

// TestDiagnostics reads each input of testdata/diag as its "read" section says
// and compares every line reported. A section of reads has one a line: the
// method, then its keys; what is read in a table stands between "table" or
// "tables" and "end".
func TestDiagnostics(t *testing.T) {
	files, err := filepath.Glob("testdata/diag/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("Glob: %d files, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var reads []string
			var report diag.List
			var input *source.File
			want := -1
			for i, f := range archive.Files {
				switch f.Name {
				case "read":
					reads = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
				case "want":
					want = i
				default:
					input = source.New(f.Name, unpicture(f.Data), &report)
				}
			}
			if input == nil || want < 0 {
				t.Fatal("no input, or no want")
			}
			readAll(t, input, reads, &report)
			checkFixes(t, input, reads, &report)
			var got bytes.Buffer
			if err := diag.Write(&got, &report, false); err != nil {
				t.Fatal(err)
			}
			for _, d := range report.Sorted() {
				if _, ok := diag.Lookup(d.Code); !ok {
					t.Errorf("code %q is not in diag.Codes", d.Code)
				}
			}
			if *update {
				archive.Files[want].Data = got.Bytes()
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(archive.Files[want].Data), got.String()); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// readAll reads the whole of a case.
func readAll(t *testing.T, input *source.File, reads []string, report *diag.List) {
	t.Helper()
	if table := Parse(input, report, guideOf(reads)); table != nil && len(reads) > 0 {
		if rest := read(t, []*Table{table}, reads); len(rest) > 0 {
			t.Fatalf("reads left over: %q", rest)
		}
		table.Close()
	}
}

// guideOf makes a guide of reads: what is read as a date is to be one.
func guideOf(reads []string) Guide {
	forms := map[string]Form{"text": TextForm, "int": WholeForm, "number": NumberForm, "bool": FlagForm, "date": DayForm, "strings": ListForm, "table": TableForm, "tables": TablesForm, "slug": TextForm}
	wants := make(map[string]Want)
	var path []string
	for _, line := range reads {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		if words[0] == "end" {
			path = path[:len(path)-1]
			continue
		}
		for _, key := range words[1:] {
			at := append(slices.Clone(path), key)
			wants[strings.Join(at, ".")] = Want{Form: forms[words[0]], Header: strings.Join(at, ".")}
		}
		if strings.HasPrefix(words[0], "table") {
			path = append(path, words[1])
		}
	}
	return func(path []string) Want { return wants[strings.Join(path, ".")] }
}

// checkFixes follows every hint that can be followed to the letter: the fault
// is gone, and none is new.
func checkFixes(t *testing.T, input *source.File, reads []string, report *diag.List) {
	t.Helper()
	for _, d := range report.Sorted() {
		if len(d.Fix) == 0 {
			continue
		}
		data := apply(input.Data, d.Fix)
		var after diag.List
		if f := source.New(input.Name, data, &after); f != nil {
			readAll(t, f, reads, &after)
		}
		if n := report.Len(); after.Len() >= n {
			t.Errorf("%s\nfollowing «%s» gives\n%s\nand %d faults, were %d: %v", d, d.Hint, data, after.Len(), n, after.Sorted())
		}
	}
}

// apply returns data with edits made, none of which overlaps another.
func apply(data []byte, edits []diag.Edit) []byte {
	out := slices.Clone(data)
	edits = slices.SortedFunc(slices.Values(edits), func(a, b diag.Edit) int { return b.Offset - a.Offset })
	for _, e := range edits {
		out = slices.Replace(out, e.Offset, e.Offset+e.Length, []byte(e.Text)...)
	}
	return out
}

// unpicture turns ␍, ␛ and ␁, which an editor keeps, into the characters they
// stand for, and cuts the input at ␄.
func unpicture(data []byte) []byte {
	text, _, _ := strings.Cut(string(data), "␄")
	return []byte(strings.NewReplacer("␍", "\r", "␛", "\x1b", "␁", "\x01").Replace(text))
}

// read does the reads on every table, up to the "end" of its level, and
// returns those after it.
func read(t *testing.T, tables []*Table, reads []string) (rest []string) {
	for len(reads) > 0 {
		words := strings.Fields(reads[0])
		reads = reads[1:]
		if len(words) == 0 {
			continue
		}
		if words[0] == "end" {
			return reads
		}
		var inner []*Table
		for _, table := range tables {
			for _, key := range words[1:] {
				switch words[0] {
				case "text":
					table.Text(key)
				case "int":
					table.Int(key)
				case "number":
					table.Number(key)
				case "bool":
					table.Bool(key)
				case "date":
					table.Date(key)
				case "strings":
					table.Strings(key)
				case "slug":
					Value(table, key, slug)
				case "require":
					table.Require(key)
				case "table":
					if sub := table.Table(key); sub != nil {
						inner = append(inner, sub)
					}
				case "tables":
					inner = append(inner, table.Tables(key)...)
				default:
					t.Fatalf("no method %q", words[0])
				}
			}
		}
		if strings.HasPrefix(words[0], "table") {
			reads = read(t, inner, reads)
		}
	}
	return nil
}

func slug(s string) (string, error) {
	if regexp.MustCompile(`^[a-z0-9-]+$`).MatchString(s) {
		return s, nil
	}
	if strings.Contains(s, " ") {
		return "", &ValueError{Message: diag.Quote(s) + " contiene uno spazio", Hint: "usa un trattino"}
	}
	return "", errors.New(diag.Quote(s) + " non è un identificativo")
}

// Every code that this package reports has a case in testdata/diag.
func TestEveryCodeHasACase(t *testing.T) {
	seen := make(map[string]bool)
	files, _ := filepath.Glob("testdata/diag/*.txtar")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)\[([a-z0-9-]+)\]$`).FindAllSubmatch(data, -1) {
			seen[string(m[1])] = true
		}
	}
	sources, _ := filepath.Glob("*.go")
	reCode := regexp.MustCompile(`(?:Code|Code, d\.Message(?:, d\.Hint)?)(?:: +| = )"([a-z0-9-]+)"|, "(invalid-[a-z]+)", "`)
	var codes []string
	for _, file := range sources {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range reCode.FindAllSubmatch(data, -1) {
			codes = append(codes, string(m[1])+string(m[2]))
		}
	}
	slices.Sort(codes)
	if codes = slices.Compact(codes); len(codes) < 10 {
		t.Errorf("found only the codes %q in the sources", codes)
	}
	for _, code := range codes {
		if !seen[code] && code != "too-many-faults" && code != "too-many-values" { // hostile_test.go
			t.Errorf("no case for code %q", code)
		}
	}
}
