// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// A power cut after the exchange must find the new site whole: every file that
// was written and every folder is flushed before it, and the names of the two
// folders after it.
func TestFlushed(t *testing.T) {
	for kind, make := range plainly() {
		t.Run(kind, func(t *testing.T) {
			dir := t.TempDir()
			target := filepath.Join(dir, "public")
			prepare(t, target)
			w := make()
			var mu sync.Mutex
			var before, after []string // the exchange
			swapped := false
			note := func(name string) {
				mu.Lock()
				defer mu.Unlock()
				rel, err := filepath.Rel(dir, name)
				if err != nil {
					t.Error(err)
				}
				if rel = filepath.ToSlash(rel); swapped {
					after = append(after, rel)
				} else {
					before = append(before, rel)
				}
			}
			step, syncFile, syncFolder := w.step, w.syncFile, w.syncFolder
			w.step = func(name string) error {
				mu.Lock()
				defer mu.Unlock()
				swapped = swapped || name == "swap"
				return step(name)
			}
			w.syncFile = func(f *os.File) error { note(f.Name()); return syncFile(f) }
			w.syncFolder = func(folder string) error { note(folder + "/"); return syncFolder(folder) }
			mustWrite(t, w, target, newSiteOf(t))
			const fresh = ".public.vetro/nuovo/"
			want := []string{".public.vetro", ".public.vetro/scambio", ".public.vetro/nuovo", fresh + ".well-known", fresh + "index.html", fresh + "manifest.json",
				fresh + "nuova", fresh + "nuova/index.html", fresh + "resta"}
			if kind != "this system" { // without hard links what stays is copied, and so flushed too
				want = append(want, fresh+".well-known/x", fresh+"SHA256SUMS.txt", fresh+"resta/index.html")
			}
			slices.Sort(want)
			slices.Sort(before)
			if diff := cmp.Diff(want, before); diff != "" {
				t.Errorf("flushed before the exchange (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff([]string{".", ".public.vetro"}, after); diff != "" {
				t.Errorf("flushed after the exchange (-want +got):\n%s", diff)
			}
		})
	}
}

// A broken is a site with a file that cannot be read without a panic.
type broken struct{ fstest.MapFS }

func (b broken) ReadFile(name string) ([]byte, error) {
	if name == "rotto.html" {
		panic("indice 3")
	}
	return fs.ReadFile(b.MapFS, name)
}

// A defect in the site, met while it is written in a goroutine, ends the run
// with the name of the file and leaves the old site.
func TestPanicWhileWriting(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	before, _ := prepare(t, target)
	_, err := newWriter().write(t.Context(), target, broken{siteOf(t, "index.html", "due", "rotto.html", "r")}, Options{})
	if err == nil || !strings.Contains(err.Error(), "rotto.html: indice 3") {
		t.Fatalf("write = %v, want an error that names rotto.html", err)
	}
	noWork(t, target)
	if diff := cmp.Diff(before, texts(t, target)); diff != "" {
		t.Errorf("target (-want +got):\n%s", diff)
	}
}

func TestPublished(t *testing.T) {
	for name, want := range map[string]string{
		"/w/.public.vetro":                    "/w/public",
		"/w/.public.vetro/blocco":             "/w/public",
		"/w/.public.vetro/nuovo/a/index.html": "/w/public/a/index.html",
		"/w/public/a":                         "/w/public/a",
		"/w/.vetro/a":                         "/w/.vetro/a",
		"a":                                   "a",
		"":                                    "",
		"/":                                   "/",
	} {
		if got := filepath.ToSlash(Published(filepath.FromSlash(name))); got != want {
			t.Errorf("Published(%q) = %q, want %q", name, got, want)
		}
	}
}
