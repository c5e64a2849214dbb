// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/manifest"
)

// siteOf makes a site of path and text pairs, with its manifest and checksums.
func siteOf(t testing.TB, files ...string) fstest.MapFS {
	t.Helper()
	site := fstest.MapFS{manifest.SumsName: {Data: []byte("-")}}
	type entry struct {
		Path   string `json:"path"`
		Size   int    `json:"size"`
		SHA256 string `json:"sha256"`
	}
	var m struct {
		Generator string  `json:"generator"`
		Files     []entry `json:"files"`
	}
	m.Generator = manifest.Generator("prova")
	for i := 0; i < len(files); i += 2 {
		data := []byte(files[i+1])
		site[files[i]] = &fstest.MapFile{Data: data}
		m.Files = append(m.Files, entry{files[i], len(data), checksum(data)})
	}
	data, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	site[manifest.Name] = &fstest.MapFile{Data: data}
	return site
}

// texts returns the files below dir with their text, links with their target
// and folders, without the manifest and the checksums of the site.
func texts(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		switch {
		case rel == "." || rel == manifest.Name || rel == manifest.SumsName:
		case d.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(name)
			out[rel] = "→ " + target
			return err
		case d.IsDir():
			out[rel+"/"] = ""
		default:
			data, err := os.ReadFile(name)
			out[rel] = string(data)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func put(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// mustWrite writes site and fails the test on an error or on anything left
// beside the target.
func mustWrite(t testing.TB, w *writer, target string, site fs.FS) Report {
	t.Helper()
	report, err := w.write(t.Context(), target, site, Options{})
	if err != nil {
		t.Fatalf("write: %v", err)
	}
	noWork(t, target)
	return report
}

func noWork(t testing.TB, target string) {
	t.Helper()
	work := filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+".vetro")
	if _, err := os.Lstat(work); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the work folder %s is still there (%v)", work, err)
	}
}

// plainly are the writers a test should go through: with the exchange of this
// system and without, with hard links and without.
func plainly() map[string]func() *writer {
	return map[string]func() *writer{
		"this system": newWriter,
		"no exchange, no links": func() *writer {
			w := newWriter()
			w.exchange = func(_, _ string) error { return errors.ErrUnsupported }
			w.link = func(_, _ string) error { return errors.ErrUnsupported }
			return w
		},
	}
}

func TestWrite(t *testing.T) {
	for name, make := range plainly() {
		t.Run(name, func(t *testing.T) {
			target := filepath.Join(t.TempDir(), "www", "public")
			report := mustWrite(t, make(), target, siteOf(t, "index.html", "uno", "a/b/index.html", "ab", "via/index.html", "via"))
			if diff := cmp.Diff([]string{"SHA256SUMS.txt", "a/b/index.html", "index.html", "manifest.json", "via/index.html"}, report.Added); diff != "" {
				t.Errorf("Added (-want +got):\n%s", diff)
			}
			long := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
			same := filepath.Join(target, "a", "b", "index.html")
			if err := os.Chtimes(same, long, long); err != nil {
				t.Fatal(err)
			}
			put(t, filepath.Join(target, ".htaccess"), "deny")
			put(t, filepath.Join(target, ".well-known", "security.txt"), "x")
			put(t, filepath.Join(target, "via", "nostro.pdf"), "pdf")
			put(t, filepath.Join(target, "index.html"), "ritoccato")
			if err := os.Mkdir(filepath.Join(target, "vuota"), 0o700); err != nil {
				t.Fatal(err)
			}

			report = mustWrite(t, make(), target, siteOf(t, "index.html", "due", "a/b/index.html", "ab", "nuova/index.html", "n"))
			want := map[string]string{
				"index.html": "due", "a/": "", "a/b/": "", "a/b/index.html": "ab", "nuova/": "", "nuova/index.html": "n",
				".htaccess": "deny", ".well-known/": "", ".well-known/security.txt": "x", "via/": "", "via/nostro.pdf": "pdf", "vuota/": "",
			}
			if diff := cmp.Diff(want, texts(t, target)); diff != "" {
				t.Errorf("target (-want +got):\n%s", diff)
			}
			wantReport := Report{
				Folder: report.Folder, Bytes: report.Bytes, Files: 5,
				Added: []string{"nuova/index.html"}, Changed: []string{"index.html", "manifest.json"},
				Removed: []string{"via/index.html"}, Edited: []string{"index.html"},
				Kept: []string{".htaccess", ".well-known/security.txt", "via/nostro.pdf"},
			}
			if diff := cmp.Diff(wantReport, report); diff != "" {
				t.Errorf("Report (-want +got):\n%s", diff)
			}
			info, err := os.Stat(same)
			if err != nil {
				t.Fatal(err)
			}
			if !info.ModTime().Equal(long) {
				t.Errorf("time of an unchanged file = %v, want %v", info.ModTime(), long)
			}
		})
	}
}

func TestWriteNothingChanged(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	site := siteOf(t, "index.html", "uno")
	mustWrite(t, newWriter(), target, site)
	put(t, filepath.Join(target, ".htaccess"), "deny")
	w := newWriter()
	w.exchange = func(_, _ string) error { t.Error("an equal site was exchanged"); return nil }
	report := mustWrite(t, w, target, site)
	if report.Written() != 0 || report.Files != 3 || len(report.Kept) != 1 {
		t.Errorf("Report = %+v, want nothing written, 3 files, 1 kept", report)
	}
}

func TestPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no permission bits")
	}
	target := filepath.Join(t.TempDir(), "public")
	mustWrite(t, newWriter(), target, siteOf(t, "index.html", "uno", "a/index.html", "a"))
	put(t, filepath.Join(target, "privata", "nota"), "n")
	for name, mode := range map[string]fs.FileMode{
		"": 0o775, "a": 0o700, "index.html": 0o600, "privata/nota": 0o640, "privata": 0o500,
	} {
		if err := os.Chmod(filepath.Join(target, name), mode); err != nil {
			t.Fatal(err)
		}
	}
	mustWrite(t, newWriter(), target, siteOf(t, "index.html", "uno", "a/index.html", "a"))
	t.Cleanup(func() { os.Chmod(filepath.Join(target, "privata"), 0o700) })
	for name, want := range map[string]fs.FileMode{
		"": 0o775, "a": 0o755, "index.html": 0o644, "privata/nota": 0o640, "privata": 0o500, "a/index.html": 0o644,
	} {
		info, err := os.Stat(filepath.Join(target, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("permissions of %q = %o, want %o", name, got, want)
		}
	}
}

func TestWriteThroughLinks(t *testing.T) {
	dir := t.TempDir()
	real := filepath.Join(dir, "disco", "sito")
	target := filepath.Join(dir, "public")
	if err := os.MkdirAll(real, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join("disco", "sito"), target); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	mustWrite(t, newWriter(), target, siteOf(t, "index.html", "uno"))
	// A link of others inside the target is carried over as it is.
	if err := os.Symlink("../altrove", filepath.Join(target, "archivio")); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, newWriter(), target, siteOf(t, "index.html", "due"))
	if info, err := os.Lstat(target); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the target is no link any more (%v)", err)
	}
	want := map[string]string{"index.html": "due", "archivio": "→ ../altrove"}
	if diff := cmp.Diff(want, texts(t, real)); diff != "" {
		t.Errorf("target (-want +got):\n%s", diff)
	}
}

// A page of the old site may make room for a folder of the new, and back.
func TestFileBecomesFolder(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	one := siteOf(t, "index.html", "i", "dati", "file")
	two := siteOf(t, "index.html", "i", "dati/index.html", "cartella")
	for _, site := range []fs.FS{one, two, one} {
		mustWrite(t, newWriter(), target, site)
	}
	if diff := cmp.Diff(map[string]string{"index.html": "i", "dati": "file"}, texts(t, target)); diff != "" {
		t.Errorf("target (-want +got):\n%s", diff)
	}
}
