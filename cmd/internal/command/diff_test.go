// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vetro/cmd/internal/starter"
)

// demoProject writes the demo into a new folder.
func demoProject(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "progetto")
	if err := os.CopyFS(dir, starter.Demo()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// rewrite puts one text in the place of another in a file that has it.
func rewrite(t *testing.T, file, old, now string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(data), old, now, 1)
	if text == string(data) {
		t.Fatalf("%s has no %q", file, old)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// What points at a person is in no form of the comparison, wherever in the data
// it stands.
func TestDiffMasks(t *testing.T) {
	const code, iban = "RSSMRA85T10A562S", "IT60X0542811101000000123456"
	dir := demoProject(t)
	school := filepath.Join(dir, "data", "piani", "2024", "settori", "scuola.toml")
	rewrite(t, school, `titolo = "Iscrizioni ai nidi, posti assegnati a maggio"`, `titolo = "Iscrizioni di `+code+`"`)
	rewrite(t, school, `profilo = "Impiegati delle iscrizioni"`, `profilo = "Impiegati `+code+`"`)
	rewrite(t, school, `"Verificare punteggi e dichiarazioni"`, `"Pagare su `+iban+`"`)
	rewrite(t, school, `nome = "Scuola e nidi"`, `nome = "Scuola `+code+`"`)
	for _, args := range [][]string{{"diff"}, {"diff", "--json"}, {"diff", "2024", "2023"}, {"diff", "2024", "2023", "--json"}} {
		a, out, said := testApp(dir)
		if got := a.main(t.Context(), args); got != exitDiffers {
			t.Fatalf("%v = %d, want %d\n%s", args, got, exitDiffers, said)
		}
		for _, secret := range []string{code, iban} {
			if strings.Contains(out.String()+said.String(), secret) {
				t.Errorf("%v prints %s", args, secret)
			}
		}
		if !strings.Contains(out.String(), "RS••••••••••••••") {
			t.Errorf("%v does not tell the change at all:\n%s", args, out)
		}
		if args[len(args)-1] != "--json" {
			continue
		}
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if !json.Valid(lines.Bytes()) {
				t.Errorf("%v prints a line that is no JSON: %s", args, lines.Bytes())
			}
		}
	}
}

// The demo has nothing to hide.
func TestDiffWhole(t *testing.T) {
	a, out, said := testApp(demoProject(t))
	if got := a.main(t.Context(), []string{"diff"}); got != exitDiffers {
		t.Fatalf("diff = %d, want %d\n%s", got, exitDiffers, said)
	}
	if strings.Contains(out.String(), "•") {
		t.Errorf("something is hidden in\n%s", out)
	}
}
