// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
)

// TestLinksOut: a page, picture or folder that is a link out of the project is
// said to be that and nothing else, whatever refers to it.
func TestLinksOut(t *testing.T) {
	const page = head + "\nVedi [il piano](/2022/il-piano/#titolo) e ![la sede](/immagini/sedi/sede.png).\n"
	for _, link := range []string{
		"content", "content/2022", "content/2022/il-piano.md", "content/2022/altro", "content/altro",
		"content/immagini", "content/immagini/sedi", "content/immagini/sedi/sede.png",
	} {
		t.Run(link, func(t *testing.T) {
			dir := t.TempDir()
			for name, data := range map[string]string{
				"content/2022/il-piano.md":       head + "\n## Titolo\n\nTesto.\n",
				"content/2022/pagina.md":         page,
				"content/prova.md":               page,
				"content/immagini/sedi/sede.png": string(picture()),
			} {
				path := filepath.Join(dir, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			path := filepath.Join(dir, filepath.FromSlash(link))
			if err := os.RemoveAll(path); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(t.TempDir(), path); err != nil {
				t.Skipf("symbolic links cannot be made here: %v", err)
			}
			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			report := new(diag.List)
			Load(root.FS(), testPublication(), testKnown(), report)
			var got []string
			for _, d := range report.Sorted() {
				got = append(got, d.String())
			}
			want := link + ": errore: è un collegamento che porta fuori dalla cartella del progetto [symlink-escapes]"
			if diff := cmp.Diff(want, strings.Join(got, "\n")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
