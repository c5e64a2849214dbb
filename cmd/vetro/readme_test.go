// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/command"
)

// TestReadmeDiagnostic holds that the fault which the README shows is what check
// prints today.
func TestReadmeDiagnostic(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(readme), "\n## Cambiare una cifra\n")
	section, _, _ = strings.Cut(section, "\n## ")
	_, block, _ := strings.Cut(section, "\n```\n")
	want, _, found := strings.Cut(block, "```\n")
	if !found {
		t.Fatal("README.md has no block of code in «Cambiare una cifra»")
	}

	dir := t.TempDir()
	copyProject(t, dir)
	name := filepath.Join(dir, "data", "piani", "2022", "settori", "avvocatura.toml")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	spoilt := regexp.MustCompile(`(?m)^progetti_nel_piano = \d+$`).ReplaceAll(data, []byte(`progetti_nel_piano = "cinque"`))
	if bytes.Equal(spoilt, data) {
		t.Fatal("avvocatura.toml has no progetti_nel_piano to spoil")
	}
	if err := os.WriteFile(name, spoilt, 0o644); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	std := command.IO{In: strings.NewReader(""), Out: new(bytes.Buffer), Err: &said, Dir: dir}
	if code := command.Main(t.Context(), std, []string{"check"}); code != 1 {
		t.Fatalf("check = %d, want 1\n%s", code, &said)
	}
	// Each diagnostic is a paragraph; the README shows the errors.
	var got []string
	for paragraph := range strings.SplitSeq(said.String(), "\n\n") {
		if strings.Contains(paragraph, ": errore: ") {
			got = append(got, paragraph+"\n")
		}
	}
	if diff := cmp.Diff(want, strings.Join(got, "\n")); diff != "" {
		t.Errorf("README.md, «Cambiare una cifra» (-README +check):\n%s", diff)
	}
}
