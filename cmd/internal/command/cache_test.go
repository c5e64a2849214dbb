// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// What was asked for least recently goes first, then what is old, and what a
// killed run left.
func TestStorePrune(t *testing.T) {
	now := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	s := store{t.TempDir()}
	age := func(name string, size int64, old time.Duration) {
		t.Helper()
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(name, size); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, now.Add(-old), now.Add(-old)); err != nil {
			t.Fatal(err)
		}
	}
	for day := range 6 {
		age(s.file(strconv.Itoa(day)), 12<<20, time.Duration(day)*24*time.Hour)
	}
	age(s.file("vecchio"), 1, storeAge+time.Hour)
	age(filepath.Join(s.dir, storeNew+"1"), 1, 2*time.Hour)
	age(filepath.Join(s.dir, storeNew+"2"), 1, time.Minute)
	if err := os.Mkdir(s.file("cartella"), 0o700); err != nil {
		t.Fatal(err)
	}
	s.prune(now)
	for key, want := range map[string]bool{"0": true, "4": true, "5": false, "vecchio": false, "cartella": true} {
		if _, err := os.Lstat(s.file(key)); (err == nil) != want {
			t.Errorf("%s is kept: %v, want %v", key, err == nil, want)
		}
	}
	for name, want := range map[string]bool{"1": false, "2": true} {
		if _, err := os.Lstat(filepath.Join(s.dir, storeNew+name)); (err == nil) != want {
			t.Errorf("the file of a run, %s, is kept: %v, want %v", name, err == nil, want)
		}
	}
	// What is asked for is new again.
	if _, ok := s.get("4"); !ok {
		t.Fatal("a kept file is not given")
	}
	if info, err := os.Stat(s.file("4")); err != nil || time.Since(info.ModTime()) > time.Hour {
		t.Errorf("a file that was asked for has the time %v", info.ModTime())
	}
	store{}.prune(now)
}

// Only files are read: a pipe never ends, and what is too large is no picture.
func TestStoreFilesOnly(t *testing.T) {
	s := store{t.TempDir()}
	if err := os.Mkdir(s.file("cartella"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(s.dir, "altrove"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("altrove", s.file("collegamento")); err != nil {
		t.Log("no symbolic links here:", err)
	}
	if err := os.WriteFile(s.file("grande"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(s.file("grande"), storeFile+1); err != nil {
		t.Fatal(err)
	}
	pipe(t, s.file("pipe"))
	for _, key := range []string{"cartella", "collegamento", "grande", "pipe"} {
		if _, ok := s.get(key); ok {
			t.Errorf("%s is read", key)
		}
	}
	s.put("troppo", []byte(strings.Repeat("x", storeFile+1)))
	if _, err := os.Lstat(s.file("troppo")); err == nil {
		t.Error("a file above the limit is kept")
	}
}

// A project folder that is deleted and made again is seen.
func TestFollowed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "p")
	make := func(text string) {
		t.Helper()
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "a"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	make("uno")
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	here := follow(dir, root)
	defer here.close()
	if _, another := here.now(); another {
		t.Error("the same folder is another")
	}
	if err := os.Rename(dir, dir+"-prima"); err != nil {
		t.Skip("a folder that is open cannot be renamed here:", err)
	}
	if _, another := here.now(); another {
		t.Error("no folder is another")
	}
	make("due")
	if _, another := here.now(); !another {
		t.Error("another folder is the same")
	}
	if data, err := here.root.ReadFile("a"); err != nil || string(data) != "due" {
		t.Errorf("read %q, %v, want due", data, err)
	}
}
