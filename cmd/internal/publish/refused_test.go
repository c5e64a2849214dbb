// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestRefused(t *testing.T) {
	site := siteOf(t, "index.html", "nuovo", "grafici/index.html", "g")
	ours := func(t *testing.T, dir string) {
		mustWrite(t, newWriter(), dir, siteOf(t, "index.html", "vecchio"))
	}
	tests := []struct {
		name   string
		target string // below the temporary folder
		set    func(t *testing.T, target string)
		want   Reason
		path   string
	}{
		{"a file", "f", func(t *testing.T, f string) { put(t, f, "x") }, NotFolder, ""},
		{"a link to nowhere", "l", func(t *testing.T, l string) { symlink(t, "manca", l) }, NotFolder, ""},
		{"a link to the data", "l", func(t *testing.T, l string) { symlink(t, "p/data", l) }, HoldsInput, ""},
		{"files of others", "d", func(t *testing.T, d string) { put(t, filepath.Join(d, "tesi.doc"), "x") }, NotOurs, ""},
		{"the manifest of a web application", "d", func(t *testing.T, d string) {
			put(t, filepath.Join(d, "manifest.json"), `{"name":"app","icons":[]}`)
		}, NotOurs, ""},
		{"a manifest that climbs", "d", func(t *testing.T, d string) {
			put(t, filepath.Join(d, "manifest.json"), `{"files":[{"path":"../x","size":1,"sha256":"`+strings.Repeat("0", 64)+`"},
				{"path":"index.html","size":1,"sha256":"`+strings.Repeat("0", 64)+`"}]}`)
		}, NotOurs, ""},
		{"the project", "p", nil, IsProject, ""},
		{"above the project", ".", nil, IsProject, ""},
		{"the data", "p/data", nil, HoldsInput, ""},
		{"new in the data", "p/data/a/b", nil, HoldsInput, ""},
		{"new in the content", "p/content/../content/sito", nil, HoldsInput, ""},
		{"the home folder", "h", nil, IsHome, ""},
		{"a folder of a site", "d/grafici/uno", func(t *testing.T, uno string) {
			d := filepath.Dir(filepath.Dir(uno))
			mustWrite(t, newWriter(), d, siteOf(t, "index.html", "i", "grafici/uno/index.html", "g"))
		}, InsideSite, ""},
		{"new in a site", "d/sotto", func(t *testing.T, d string) { ours(t, filepath.Dir(d)) }, InsideSite, ""},
		{"a site in a site", "d/sotto", func(t *testing.T, d string) {
			ours(t, d)
			ours(t, filepath.Dir(d)+"2")
			must(t, os.Rename(filepath.Dir(d), filepath.Join(filepath.Dir(d)+"2", "sotto")))
			must(t, os.Rename(filepath.Dir(d)+"2", filepath.Dir(d)))
		}, InsideSite, ""},
		{"a file in the way of a page", "d", func(t *testing.T, d string) {
			ours(t, d)
			put(t, filepath.Join(d, "grafici", "index.html"), "mio")
		}, Conflict, "grafici/index.html"},
		{"a file in the way of a folder", "d", func(t *testing.T, d string) {
			ours(t, d)
			put(t, filepath.Join(d, "grafici"), "mio")
		}, Conflict, "grafici"},
		{"a link in the way of a folder", "d", func(t *testing.T, d string) {
			ours(t, d)
			symlink(t, "../p/data", filepath.Join(d, "grafici"))
		}, Conflict, "grafici"},
		{"a folder in the way of a page", "d", func(t *testing.T, d string) {
			ours(t, d)
			put(t, filepath.Join(d, "grafici", "index.html", "mio"), "mio")
		}, Conflict, "grafici/index.html"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, filepath.Join(dir, "p", "data", "ente.toml"), "nome")
			put(t, filepath.Join(dir, "p", "content", "a.md"), "a")
			put(t, filepath.Join(dir, "h", "lettera.txt"), "caro")
			target := filepath.Join(dir, filepath.FromSlash(tt.target))
			if tt.set != nil {
				tt.set(t, target)
			}
			before := texts(t, dir)
			_, err := Write(t.Context(), target, site, Options{Project: filepath.Join(dir, "p"), Home: filepath.Join(dir, "h")})
			var refused *RefusedError
			if !errors.As(err, &refused) || refused.Reason != tt.want || refused.Path != tt.path {
				t.Errorf("Write = %#v (%v), want reason %d, path %q", refused, err, tt.want, tt.path)
			}
			if diff := cmp.Diff(before, texts(t, dir)); diff != "" {
				t.Errorf("the disk changed (-want +got):\n%s", diff)
			}
		})
	}
}

func symlink(t *testing.T, to, name string) {
	t.Helper()
	if err := os.Symlink(filepath.FromSlash(to), name); err != nil {
		t.Skip("no symbolic links here:", err)
	}
}

func TestRefusedRoot(t *testing.T) {
	root := filepath.VolumeName(t.TempDir()) + string(filepath.Separator)
	_, err := Write(t.Context(), root, siteOf(t, "index.html", "x"), Options{})
	var refused *RefusedError
	if !errors.As(err, &refused) || refused.Reason != IsRoot {
		t.Errorf("Write(%q) = %v, want reason IsRoot", root, err)
	}
}

func TestRefusedPath(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	for name, site := range map[string]fstest.MapFS{
		"a NUL":  {"a\x00b": {Data: []byte("x")}},
		"a link": {"l": {Mode: fs.ModeSymlink, Data: []byte("/etc")}},
	} {
		_, err := Write(t.Context(), target, site, Options{})
		var refused *RefusedError
		if !errors.As(err, &refused) || refused.Reason != BadPath {
			t.Errorf("%s: Write = %v, want reason BadPath", name, err)
		}
	}
}

func TestBusy(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	at, err := locate(target, Options{})
	if err != nil {
		t.Fatal(err)
	}
	first := newWriter()
	lock, err := first.lock(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	site := siteOf(t, "index.html", "x")
	_, err = Write(t.Context(), target, site, Options{})
	var refused *RefusedError
	if !errors.As(err, &refused) || refused.Reason != Busy {
		t.Errorf("Write while locked = %v, want reason Busy", err)
	}
	first.unlock(at, lock)
	mustWrite(t, newWriter(), target, site)
}

// Every reason has words of its own and says what to do.
func TestReasons(t *testing.T) {
	seen := map[string]bool{}
	fallback := (&RefusedError{Target: "public"}).Error()
	for r := NotFolder; r <= Meanwhile; r++ {
		e := &RefusedError{Reason: r, Target: "public", Path: "a"}
		if text := e.Error(); seen[text] || text == fallback || e.Hint() == "" {
			t.Errorf("reason %d says %q, hint %q", r, text, e.Hint())
		}
		seen[e.Error()] = true
	}
}

// A link that leads to itself, or a folder behind one, is the error of the
// system, with its path.
func TestLoop(t *testing.T) {
	loop := filepath.Join(t.TempDir(), "l")
	symlink(t, "l", loop)
	for _, target := range []string{loop, filepath.Join(loop, "public")} {
		_, err := Write(t.Context(), target, siteOf(t, "index.html", "x"), Options{})
		if path, ok := errors.AsType[*fs.PathError](err); !ok || path.Path != target {
			t.Errorf("Write(%s) = %v, want an error about it", target, err)
		}
	}
}
