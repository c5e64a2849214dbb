// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestListIsCurrent fails when a module was added, dropped or updated and the
// list was not made anew. The texts of the Go distribution itself may differ
// from one release to the next and are not compared.
func TestListIsCurrent(t *testing.T) {
	root := filepath.Join("..", "..", "..", "..")
	want, err := gather(root)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(root, "cmd", "internal", "command", "help", "licenze.txt"))
	if err != nil {
		t.Fatal(err)
	}
	strip := func(text []byte) string {
		before, rest, _ := strings.Cut(string(text), "Go (linguaggio e libreria standard)")
		_, after, _ := strings.Cut(rest, strings.Repeat("=", 72)+"\n"+"github.com/")
		return before + after
	}
	if strip(got) != strip(want) {
		t.Error("help/licenze.txt is out of date: run go generate ./cmd/internal/command")
	}
	for _, name := range []string{"github.com/yuin/goldmark ", "Apache License", "SIL Open Font", "modernc.org/quickjs "} {
		if !strings.Contains(string(got), name) {
			t.Errorf("help/licenze.txt lacks %q", name)
		}
	}
}
