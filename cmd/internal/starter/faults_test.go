// SPDX-License-Identifier: EUPL-1.2

package starter_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/starter"
)

// TestOnlyTheTrueFault: a fault in the data makes addresses, figures and charts
// disappear. The pages that refer to them are not wrong, and it is not said
// that they are.
func TestOnlyTheTrueFault(t *testing.T) {
	const piano, settore = "data/piani/2023/piano.toml", "data/piani/2023/settori/scuola.toml"
	replace := func(name, old, new string) func(t *testing.T, m fstest.MapFS) {
		return func(t *testing.T, m fstest.MapFS) {
			text := string(m[name].Data)
			if !strings.Contains(text, old) {
				t.Fatalf("no %q in %s", old, name)
			}
			m[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
		}
	}
	move := func(from, to string) func(t *testing.T, m fstest.MapFS) {
		return func(_ *testing.T, m fstest.MapFS) {
			for name, file := range m {
				if rest, ok := strings.CutPrefix(name, from); ok {
					delete(m, name)
					if to != "" {
						m[to+rest] = file
					}
				}
			}
		}
	}
	for _, c := range []struct {
		name   string
		change func(t *testing.T, m fstest.MapFS)
		want   []string // file and code
	}{
		{"no piano.toml", move(piano, ""), []string{piano + " missing-file"}},
		{"UTF-16", func(_ *testing.T, m fstest.MapFS) {
			m[piano] = &fstest.MapFile{Data: []byte("\xff\xfet\x00i\x00")}
		}, []string{piano + " not-utf8"}},
		{"no titolo", replace(piano, "titolo =", "#titolo ="), []string{piano + " missing-key"}},
		{"bad id", replace(settore, "id = \"", "id = \"È "), []string{settore + " invalid-slug"}},
		{"bad TOML", replace(settore, "nome = ", "nome "), []string{settore + " toml-syntax"}},
		{"no settori", move("data/piani/2023/settori/scuola.toml", "data/piani/2023/settori/Scuola.toml"),
			[]string{"data/piani/2023/settori/Scuola.toml invalid-slug"}},
		{"bad edition", move("data/piani/2023/", "data/piani/2023-copia/"), []string{"data/piani/2023-copia invalid-edition"}},
		{"no data", move("data/", ""), []string{"data no-data"}},
		{"bad glossary", replace("data/glossario.toml", "[[termine]]", "[[termine]"), []string{"data/glossario.toml toml-syntax"}},
		{"page in UTF-16", func(_ *testing.T, m fstest.MapFS) {
			m["content/2023/il-piano.md"] = &fstest.MapFile{Data: []byte("\xff\xfet\x00i\x00")}
		}, []string{"content/2023/il-piano.md not-utf8"}},
		{"a fault of the page too", func(t *testing.T, m fstest.MapFS) {
			move(piano, "")(t, m)
			const page = "content/questo-esempio.md"
			m[page] = &fstest.MapFile{Data: append(m[page].Data, "\n#\n\n[nessuna](/nessuna/)\n"...)}
		}, []string{"content/questo-esempio.md heading-level-1", "content/questo-esempio.md broken-link", piano + " missing-file"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := make(fstest.MapFS)
			for name, text := range contents(t, starter.Demo()) {
				m[name] = &fstest.MapFile{Data: []byte(text)}
			}
			// Pages that refer to all there is, in case those shipped do not.
			m["content/riferimenti.md"] = &fstest.MapFile{Data: []byte("+++\ntitolo = \"Riferimenti\"\nsommario = \"Una frase.\"\n+++\n\n" +
				"[Uno](/2023/), [due](/2023/settori/scuola/), [tre](/2023/il-piano/), [quattro](/glossario/#lavoro-agile).\n")}
			m["content/2023/cifre.md"] = &fstest.MapFile{Data: []byte("+++\ntitolo = \"Cifre\"\nsommario = \"Una frase.\"\n+++\n\n" +
				"Qui {{ progetti.nel_piano }} e {{ settore.scuola.progetti }}.\n\n```grafico\nid = \"progetti-per-settore\"\n```\n")}
			if _, _, report := load(t, fs.FS(m)); report.HasErrors() {
				t.Fatalf("before the change:\n%s", lines(report))
			}
			c.change(t, m)
			_, _, report := load(t, m)
			var got []string
			for _, d := range report.Sorted() {
				if d.Severity == 0 {
					got = append(got, d.Pos.Filename+" "+d.Code)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("errori (-want +got):\n%s\n%s", diff, lines(report))
			}
		})
	}
}
