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

var tree = fstest.MapFS{
	"data/ente.toml": {Data: []byte("nome")},
	"content/a.md":   {Data: []byte("a")},
	"LEGGIMI.txt":    {Data: []byte("leggi")},
}

var treeTexts = map[string]string{
	"data/": "", "data/ente.toml": "nome", "content/": "", "content/a.md": "a", "LEGGIMI.txt": "leggi",
}

func TestCreate(t *testing.T) {
	for _, name := range []string{"new", "empty"} {
		t.Run(name, func(t *testing.T) {
			target := filepath.Join(t.TempDir(), "a", "b")
			var before fs.FileInfo
			if name == "empty" {
				if err := os.MkdirAll(target, 0o755); err != nil {
					t.Fatal(err)
				}
				before, _ = os.Stat(target)
			}
			if err := Create(t.Context(), target, tree); err != nil {
				t.Fatal(err)
			}
			noWork(t, target)
			if diff := cmp.Diff(treeTexts, texts(t, target)); diff != "" {
				t.Errorf("target (-want +got):\n%s", diff)
			}
			if after, err := os.Stat(target); before != nil && (err != nil || !os.SameFile(before, after)) {
				t.Error("an empty folder was replaced by another, want it filled")
			}
		})
	}
}

func TestCreateRefused(t *testing.T) {
	target := t.TempDir()
	put(t, filepath.Join(target, "x"), "x")
	for name, want := range map[string]Reason{target: NotEmpty, filepath.Join(target, "x"): NotFolder} {
		err := Create(t.Context(), name, tree)
		var refused *RefusedError
		if !errors.As(err, &refused) || refused.Reason != want {
			t.Errorf("Create = %v, want reason %d", err, want)
			continue
		}
		if words := refused.Error() + refused.Hint(); strings.Contains(words, "sito") || strings.Contains(words, "-o") {
			t.Errorf("Create says %q, which is about a site", words)
		}
	}
	if diff := cmp.Diff(map[string]string{"x": "x"}, texts(t, target)); diff != "" {
		t.Errorf("target (-want +got):\n%s", diff)
	}
}

// A fault at any change leaves the folder absent, or empty, as it was.
func TestCreateFaults(t *testing.T) {
	for _, exists := range []bool{false, true} {
		failures := 0
		for n := 1; ; n++ {
			dir := t.TempDir()
			target := filepath.Join(dir, "p")
			if exists {
				if err := os.Mkdir(target, 0o755); err != nil {
					t.Fatal(err)
				}
			}
			before := texts(t, dir)
			count := 0
			steps := make(chan struct{}, 1)
			w := newWriter()
			w.step = func(string) error {
				steps <- struct{}{}
				defer func() { <-steps }()
				if count++; count == n {
					return errInjected
				}
				return nil
			}
			err := w.create(t.Context(), target, tree)
			if count < n {
				break
			}
			if err != nil {
				failures++
				if diff := cmp.Diff(before, texts(t, dir)); diff != "" {
					t.Errorf("fault %d (-want +got):\n%s", n, diff)
				}
			}
		}
		if failures < 5 {
			t.Errorf("only %d faults made a run fail", failures)
		}
	}
}
