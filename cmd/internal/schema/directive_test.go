// SPDX-License-Identifier: EUPL-1.2

package schema

import (
	"path"
	"strings"
	"testing"

	"vetro/cmd/internal/plan"
)

func TestDirective(t *testing.T) {
	for name, want := range map[string]string{
		"data/ente.toml":                          "#:schema ./schemi/ente.schema.json",
		"data/glossario.toml":                     "#:schema ./schemi/glossario.schema.json",
		"data/piani/2022/piano.toml":              "#:schema ../../schemi/piano.schema.json",
		"data/piani/2022/settori/biblioteca.toml": "#:schema ../../../schemi/settore.schema.json",
		"data/altro.toml":                         "",
		"data/piani/2022/settori/biblioteca.txt":  "",
		"content/2022/il-piano.md":                "",
	} {
		if got := directive(name); got != want {
			t.Errorf("Directive(%s) = %q, want %q", name, got, want)
		}
		if want != "" {
			_, to, _ := strings.Cut(want, " ")
			if file := path.Join(path.Dir(name), to); path.Dir(file) != Folder {
				t.Errorf("%s leads to %s, want a file of %s", want, file, Folder)
			}
		}
	}
}

// directive returns the line that tells an editor which schema the file called
// name follows: "#:schema ./schemi/ente.schema.json". It stands among the
// comments at the top of the file. It is "" for what is no file of data.
func directive(name string) string {
	for _, f := range plan.Keys() {
		if up, ok := matches(name, f.Path); ok {
			return "#:schema " + up + "schemi/" + f.Name + ".schema.json"
		}
	}
	return ""
}

// matches reports whether name is a file that stands at path, where a part such
// as <anno> is any name, and how to go up from its folder to data.
func matches(name, path string) (up string, ok bool) {
	names, parts := strings.Split(name, "/"), strings.Split(path, "/")
	if len(names) != len(parts) {
		return "", false
	}
	for i, part := range parts {
		stem, end, open := strings.Cut(part, "<")
		if !open && names[i] != part {
			return "", false
		}
		if _, end, open = strings.Cut(end, ">"); open && (!strings.HasPrefix(names[i], stem) || !strings.HasSuffix(names[i], end)) {
			return "", false
		}
	}
	if len(parts) == 2 {
		return "./", true
	}
	return strings.Repeat("../", len(parts)-2), true
}
