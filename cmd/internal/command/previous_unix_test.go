// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"vetro/cmd/internal/manifest"
)

// TestRegularFS holds that a pipe in a published site does not stop a build.
func TestRegularFS(t *testing.T) {
	dir := t.TempDir()
	if err := errors.Join(syscall.Mkfifo(filepath.Join(dir, "manifest.json"), 0o644), os.WriteFile(filepath.Join(dir, "a"), nil, 0o644)); err != nil {
		t.Fatal(err)
	}
	site := regularFS{os.DirFS(dir)}
	if _, ours := manifest.Read(site); ours {
		t.Error("a pipe is taken for a manifest")
	}
	if _, err := fs.ReadFile(site, "a"); err != nil {
		t.Error(err)
	}
	if entries, err := fs.ReadDir(site, "."); err != nil || len(entries) != 2 {
		t.Errorf("%d entries, %v", len(entries), err)
	}
}
