// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
)

// TestLinksOut: whatever is a link out of the project, or to nothing, is said
// to be that and nothing else.
func TestLinksOut(t *testing.T) {
	const (
		out      = ": errore: è un collegamento che porta fuori dalla cartella del progetto [symlink-escapes]\n  suggerimento: metti al suo posto una copia di ciò a cui porta\n"
		dangling = ": errore: è un collegamento che non porta a niente [dangling-link]\n  suggerimento: metti al suo posto il file o la cartella che ci vuole\n"
	)
	for _, c := range []struct{ link, to, at, want string }{
		{"data", "out", "data", out},
		{"data/piani", "out", "data/piani", out},
		{"data/piani/2022", "out", "data/piani/2022", out},
		{"data/piani/2023", "out", "data/piani/2023", out},
		{"data/piani/2023", "nowhere", "data/piani/2023", dangling},
		{"data/piani/2022/settori", "out", "data/piani/2022/settori", out},
		{"data/piani/2022/settori/musei.toml", "out", "data/piani/2022/settori/musei.toml", out},
		{"data/note.txt", "out", "data/note.txt", out},
		{"data/glossario.toml", "nowhere", "data/glossario.toml", dangling},
		{"content/immagini", "out", "content/immagini", out},
		{"content/immagini/stemma.png", "out", "content/immagini/stemma.png", out},
	} {
		t.Run(c.link+" "+c.to, func(t *testing.T) {
			dir := t.TempDir()
			outside := t.TempDir()
			files := map[string]string{"content/immagini/stemma.png": ""}
			for name, text := range base {
				files[name] = text
			}
			files["data/ente.toml"] += "stemma = \"stemma.png\"\n"
			for name, text := range files {
				path := filepath.Join(dir, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			path := filepath.Join(dir, filepath.FromSlash(c.link))
			if err := os.RemoveAll(path); err != nil {
				t.Fatal(err)
			}
			if c.to == "nowhere" {
				outside = "nessuno"
			}
			if err := os.Symlink(outside, path); err != nil {
				t.Skipf("symbolic links cannot be made here: %v", err)
			}
			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			var report diag.List
			pub := Load(root.FS(), &report)
			if diff := cmp.Diff(c.at+c.want, lines(&report, false)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if edition := filepath.Base(c.link); c.at == "data/piani/"+edition && !pub.Doubtful(edition) {
				t.Errorf("Doubtful(%s) = false", edition)
			}
		})
	}
}
