// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/command"
)

// TestDoc holds that the manual in doc.go is what "vetro help comandi" prints.
func TestDoc(t *testing.T) {
	var manual, said bytes.Buffer
	std := command.IO{In: strings.NewReader(""), Out: &manual, Err: &said, Dir: t.TempDir()}
	if code := command.Main(t.Context(), std, []string{"help", "comandi"}); code != 0 {
		t.Fatalf("help comandi = %d\n%s", code, said.String())
	}
	data, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	const head, tail = "//\n//\tCOMANDI\n", "package main\n"
	before, _, ok := strings.Cut(string(data), head)
	if !ok {
		t.Fatalf("doc.go does not hold %q", head)
	}
	var want strings.Builder
	want.WriteString(before + "//\n")
	for line := range strings.Lines(manual.String()) {
		if line == "\n" {
			want.WriteString("//\n")
		} else {
			want.WriteString("//\t" + line)
		}
	}
	want.WriteString(tail)
	if *update {
		if err := os.WriteFile("doc.go", []byte(want.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want.String(), string(data)); diff != "" {
		t.Errorf("doc.go is not what help comandi prints; go test ./cmd/vetro -run Doc -update mends it (-want +got):\n%s", diff)
	}
}
