// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/diag"
)

// TestHintsCure follows the hint about each line of testdata/cures.txt to the
// letter. A line has the place, what somebody who knows spreadsheets writes, and
// what the hint makes of it; ⏎ is a line break. After «=>» stands what the edit of
// the hint gives, after «~>» what a person writes who reads it, each new word of
// which the hint names. Either has no fault.
func TestHintsCure(t *testing.T) {
	text, err := os.ReadFile("testdata/cures.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		t.Run(line, func(t *testing.T) {
			place, rest, _ := strings.Cut(line, "|")
			wrong, right, exact := strings.Cut(rest, " => ")
			if !exact {
				wrong, right, _ = strings.Cut(rest, " ~> ")
			}
			before, name := lineAt(place, wrong)
			want, _ := lineAt(place, right)
			var report, cured diag.List
			Load(before, &report)
			if faults(&report) == 0 {
				t.Fatal("no fault is reported")
			}
			if Load(want, &cured); faults(&cured) > 0 {
				t.Errorf("what the hint makes of it has faults:\n%s", lines(&cured, false))
			}
			d := firstOf(report.Sorted(), name)
			if !exact {
				for _, word := range strings.FieldsFunc(right, func(r rune) bool { return strings.ContainsRune(" ,{}[]⏎\"", r) }) {
					if !strings.Contains(wrong, word) && !strings.Contains(d.Hint, word) {
						t.Errorf("the hint «%s» does not name %q", d.Hint, word)
					}
				}
				return
			}
			got := maps.Clone(before)
			data := string(before[name].Data)
			for _, e := range slices.SortedFunc(slices.Values(d.Fix), func(a, b diag.Edit) int { return b.Offset - a.Offset }) {
				data = data[:e.Offset] + e.Text + data[e.Offset+e.Length:]
			}
			got[name] = &fstest.MapFile{Data: []byte(data)}
			if a, b := strings.Fields(data), strings.Fields(string(want[name].Data)); !slices.Equal(a, b) {
				t.Errorf("the hint «%s» gives\n%s\nwant\n%s", d.Hint, data, want[name].Data)
			}
		})
	}
}

// firstOf returns what is reported first that has an edit, or else what is first.
func firstOf(all []diag.Diagnostic, file string) diag.Diagnostic {
	all = slices.DeleteFunc(all, func(d diag.Diagnostic) bool { return d.Severity == diag.Incomplete || d.Pos.Filename != file })
	if i := slices.IndexFunc(all, func(d diag.Diagnostic) bool { return len(d.Fix) > 0 }); i >= 0 {
		return all[i]
	}
	return all[0]
}

// lineAt returns base with a line at a place, and the file it is in: of the settore,
// of a project, of its staff, of its indicator with or without an operator, or of
// the plan.
func lineAt(place, line string) (fsys fstest.MapFS, name string) {
	const project = "[[progetto]]\nid = \"alfa\"\ntitolo = \"Alfa\"\n"
	const indicator = "[[progetto.indicatori]]\nnome = \"Giorni\"\n"
	name = "data/piani/2022/settori/biblioteca.toml"
	text := base[name]
	switch place {
	case "progetto":
		text += project
	case "personale":
		text += project + "[[progetto.personale]]\nprofilo = \"Tecnici\"\n"
	case "indicatore":
		text += project + indicator + "operatore = \"al massimo\"\n"
	case "operatore":
		text += project + indicator
	case "piano":
		name = "data/piani/2022/piano.toml"
		text = base[name]
	}
	fsys = make(fstest.MapFS)
	for file, text := range base {
		fsys[file] = &fstest.MapFile{Data: []byte(text)}
	}
	fsys["data/piani/2022/settori/sport.toml"] = &fstest.MapFile{Data: []byte("nome = \"Sport\"\n")}
	fsys[name] = &fstest.MapFile{Data: []byte(text + strings.ReplaceAll(line, "⏎", "\n") + "\n")}
	return fsys, name
}
