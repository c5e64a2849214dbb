// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/diag"
)

var update = flag.Bool("update", false, "rewrite the wanted lines in testdata")

// base is a project without faults, on which each case lays its files.
var base = map[string]string{
	"data/ente.toml":                          "nome = \"Comune di Prova\"\n",
	"data/fonti.toml":                         "[[fonte]]\nid = \"atto\"\ntitolo = \"L'atto\"\n",
	"data/piani/2022/piano.toml":              "titolo = \"Piano\"\nstato = \"approvato\"\nprogetti_nel_piano = 9\nfonte = \"atto\"\n",
	"data/piani/2022/settori/biblioteca.toml": "nome = \"Biblioteca\"\nprogetti_nel_piano = 4\n",
}

// TestDiagnostics runs each case of testdata/diag. Its comment says why; the
// line "without:" names files of base to leave out, the line "incomplete" asks
// for what is merely missing too. The file "want" holds what is reported.
func TestDiagnostics(t *testing.T) {
	cases, err := filepath.Glob("testdata/diag/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fsys, want := project(archive)
			var report diag.List
			if Load(fsys, &report) == nil {
				t.Error("Load returned nil")
			}
			checkFixes(t, fsys, &report)
			got := lines(&report, strings.Contains(string(archive.Comment), "\nincomplete\n"))
			if *update {
				rewrite(t, name, archive, got)
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
		})
	}
}

// checkFixes follows every hint that can be followed to the letter: the fault
// is gone, and none is new.
func checkFixes(t *testing.T, fsys fstest.MapFS, report *diag.List) {
	t.Helper()
	for _, d := range report.Sorted() {
		if len(d.Fix) == 0 {
			continue
		}
		mended := maps.Clone(fsys)
		data := slices.Clone(fsys[d.Pos.Filename].Data)
		for _, e := range slices.SortedFunc(slices.Values(d.Fix), func(a, b diag.Edit) int { return b.Offset - a.Offset }) {
			data = slices.Replace(data, e.Offset, e.Offset+e.Length, []byte(e.Text)...)
		}
		mended[d.Pos.Filename] = &fstest.MapFile{Data: data}
		var after diag.List
		Load(mended, &after)
		// What a file that could not be read hid in others is not new.
		if was, now := faultsIn(report, d.Pos.Filename), faultsIn(&after, d.Pos.Filename); now >= was {
			t.Errorf("%s\nfollowing «%s» gives\n%s\nand %d faults, were %d:\n%s", d, d.Hint, data, now, was, lines(&after, false))
		}
	}
}

func faultsIn(report *diag.List, file string) (n int) {
	for _, d := range report.Sorted() {
		if d.Pos.Filename == file && d.Severity != diag.Incomplete {
			n++
		}
	}
	return n
}

// faults counts what is more than merely absent.
func faults(report *diag.List) int { return report.Count(diag.Error) + report.Count(diag.Warning) }

// project lays the files of a case over base.
func project(archive *txtar.Archive) (fsys fstest.MapFS, want string) {
	fsys = make(fstest.MapFS)
	for name, text := range base {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for line := range strings.Lines(string(archive.Comment)) {
		if rest, ok := strings.CutPrefix(line, "without:"); ok {
			for _, name := range strings.Fields(rest) {
				delete(fsys, name)
			}
		}
	}
	for _, f := range archive.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys, want
}

// lines prints a report as the terminal does, without the source lines.
func lines(report *diag.List, incomplete bool) string {
	var b strings.Builder
	for _, d := range report.Sorted() {
		if d.Severity == diag.Incomplete && !incomplete {
			continue
		}
		fmt.Fprintln(&b, d)
		if d.Hint != "" {
			fmt.Fprintf(&b, "  suggerimento: %s\n", d.Hint)
		}
		for _, r := range d.Related {
			fmt.Fprintf(&b, "  %s: %s\n", diag.Place(r.Pos), r.Message)
		}
	}
	return b.String()
}

func rewrite(t *testing.T, name string, archive *txtar.Archive, want string) {
	t.Helper()
	archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
	archive.Files = append(archive.Files, txtar.File{Name: "want", Data: []byte(want)})
	if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestEveryCodeHasACase finds the codes in the source of this package: each
// stands in the wanted lines of a case, and all that is reported is in the list
// that the manual prints.
func TestEveryCodeHasACase(t *testing.T) {
	shown := make(map[string]bool)
	cases, _ := filepath.Glob("testdata/diag/*.txtar")
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, want := project(archive)
		for _, m := range regexp.MustCompile(`(?m): (?:errore|avviso|da completare): .* \[([a-z-]+)\]$`).FindAllStringSubmatch(want, -1) {
			shown[m[1]] = true
		}
	}
	// A folder that cannot be read needs a file system that fails: see
	// TestUnreadableFolder.
	shown["unreadable"] = true
	used := make(map[string]bool)
	sources, _ := filepath.Glob("[kl]*.go") // keys*.go, length.go, load*.go
	literal := regexp.MustCompile(`"([a-z0-9-]+)"`)
	for _, name := range sources {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range literal.FindAllStringSubmatch(string(text), -1) {
			if _, ok := diag.Lookup(m[1]); ok {
				used[m[1]] = true
			}
		}
	}
	if len(used) < 20 {
		t.Errorf("found only %d codes in the source: %v", len(used), slices.Sorted(maps.Keys(used)))
	}
	for _, code := range slices.Sorted(maps.Keys(used)) {
		if !shown[code] {
			t.Errorf("%s has no case in testdata/diag", code)
		}
	}
	for code := range shown {
		if _, ok := diag.Lookup(code); !ok {
			t.Errorf("%s is reported but not in diag.Codes", code)
		}
	}
}
