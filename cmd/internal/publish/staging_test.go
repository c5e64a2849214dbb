// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/manifest"
)

func open(t testing.TB, target string) *Staging {
	t.Helper()
	s, err := Open(t.Context(), target, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Files come from many goroutines, whole, streamed or known by their sums.
func TestStaging(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	site := siteOf(t, "index.html", "uno", "a/b/c.html", "abc", "grande.pdf", "un allegato", "resta.html", "resta")
	for round := range 2 {
		s := open(t, target)
		var group sync.WaitGroup
		for name, file := range site {
			group.Go(func() {
				sum := Sum{int64(len(file.Data)), checksum(file.Data)}
				kept, err := s.Keep(name, sum)
				// The manifest cannot know its own sum, nor that of the list of sums.
				if want := round == 1 && name != manifest.Name && name != manifest.SumsName; err != nil || kept != want {
					t.Errorf("round %d: Keep(%s) = %v, %v, want %v", round, name, kept, err, want)
				}
				if kept {
					return
				}
				var got Sum
				if name == "grande.pdf" {
					got, err = s.Copy(name, func() (io.ReadCloser, error) { return site.Open(name) })
				} else {
					buffer := bytes.Clone(file.Data)
					got, err = s.Write(name, buffer)
					clear(buffer) // the caller may use it again
				}
				if err != nil || got != sum {
					t.Errorf("%s: %v, %v, want %v", name, got, err, sum)
				}
			})
		}
		group.Wait()
		report, err := s.Finish(t.Context())
		if err != nil || report.Files != 6 || report.Written() != 6*(1-round) {
			t.Errorf("round %d: Finish = %+v, %v", round, report, err)
		}
		noWork(t, target)
	}
	want := map[string]string{"index.html": "uno", "a/": "", "a/b/": "", "a/b/c.html": "abc", "grande.pdf": "un allegato", "resta.html": "resta"}
	if diff := cmp.Diff(want, texts(t, target)); diff != "" {
		t.Errorf("target (-want +got):\n%s", diff)
	}
}

// Abort leaves what was there, and no folder made for nothing.
func TestStagingAbort(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "a", "b", "public")
	s := open(t, target)
	if _, err := s.Write("index.html", []byte("x")); err != nil {
		t.Fatal(err)
	}
	if err := s.Abort(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{}, texts(t, dir)); diff != "" {
		t.Errorf("left behind (-want +got):\n%s", diff)
	}
	target = filepath.Join(dir, "public")
	before, _ := prepare(t, target)
	s = open(t, target)
	if _, err := s.Write("index.html", []byte("x")); err != nil {
		t.Fatal(err)
	}
	if err := s.Abort(); err != nil {
		t.Fatal(err)
	}
	noWork(t, target)
	if diff := cmp.Diff(before, texts(t, target)); diff != "" {
		t.Errorf("target (-want +got):\n%s", diff)
	}
}

// A site that met an error, even one that its maker overlooked, is not put in
// place.
func TestStagingFailed(t *testing.T) {
	for name, spoil := range map[string]func(s *Staging){
		"a path that climbs": func(s *Staging) { s.Write("../x", nil) },
		"twice": func(s *Staging) {
			s.Write("index.html", []byte("x"))
			s.Write("index.html", []byte("y"))
		},
		"cannot be opened": func(s *Staging) {
			s.Copy("p.pdf", func() (io.ReadCloser, error) { return nil, fs.ErrPermission })
		},
		"a flush": func(s *Staging) {
			s.w.syncFile = func(*os.File) error { return errInjected }
			s.Write("b.html", nil)
		},
	} {
		target := filepath.Join(t.TempDir(), "public")
		before, _ := prepare(t, target)
		s := open(t, target)
		spoil(s)
		if _, err := s.Finish(t.Context()); err == nil || errors.Is(err, context.Canceled) {
			t.Errorf("%s: Finish = %v, want the error", name, err)
		}
		noWork(t, target)
		if diff := cmp.Diff(before, texts(t, target)); diff != "" {
			t.Errorf("%s: target (-want +got):\n%s", name, diff)
		}
	}
}

// A file is taken for what the manifest tells as long as nobody touched it, and
// read again when somebody did, whatever time they gave it.
func TestUntouched(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	files := []string{"index.html", "uno"}
	for i := range 40 {
		files = append(files, fmt.Sprintf("%d.html", i), strings.Repeat("x", i))
	}
	at, err := locate(target, Options{})
	if err != nil {
		t.Fatal(err)
	}
	count := func() (n int, one bool) {
		old, err := look(at)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 40 {
			if old.untouched(fmt.Sprintf("%d.html", i)) {
				n++
			}
		}
		return n, old.untouched("5.html")
	}
	mustWrite(t, newWriter(), target, siteOf(t, files...))
	time.Sleep(20 * time.Millisecond) // a clock of the disk ticks
	files[1] = "due"
	w := newWriter()
	w.step = func(name string) error {
		if name == "seal" {
			time.Sleep(20 * time.Millisecond)
		}
		return nil
	}
	mustWrite(t, w, target, siteOf(t, files...))
	if _, known := changed(mustStat(t, target)); !known {
		t.Skip("this system does not tell when a file was changed")
	}
	if n, _ := count(); n < 40 {
		t.Errorf("%d of 40 files are taken for untouched, want all", n)
	}
	edited := filepath.Join(target, "5.html")
	was := mustStat(t, edited).ModTime()
	put(t, edited, "yyyyy")
	if err := os.Chtimes(edited, was, was); err != nil {
		t.Fatal(err)
	}
	if n, one := count(); n != 39 || one {
		t.Errorf("%d files are taken for untouched, want all but the edited one", n)
	}
	report := mustWrite(t, newWriter(), target, siteOf(t, files...))
	if diff := cmp.Diff([]string{"5.html"}, report.Edited); diff != "" || texts(t, target)["5.html"] != "xxxxx" {
		t.Errorf("Edited (-want +got):\n%s", diff)
	}
}

func mustStat(t testing.TB, name string) fs.FileInfo {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// Errors name the file in full.
func TestNamed(t *testing.T) {
	at := place{folder: filepath.Join(t.TempDir(), "public")}
	err := at.named(fmt.Errorf("x: %w", &fs.PathError{Op: "open", Path: "a/b", Err: fs.ErrPermission}))
	path, _ := errors.AsType[*fs.PathError](err)
	if want := filepath.Join(at.folder, "a", "b"); path.Path != want {
		t.Errorf("named: path %q, want %q", path.Path, want)
	}
}
