// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/command"
)

// checked runs "vetro check --json" in dir and returns what it reports, without
// lines, which move when a comment does, and the verdict.
func checked(t *testing.T, dir string) (reported []string, verdict string) {
	t.Helper()
	var out, said bytes.Buffer
	std := command.IO{In: strings.NewReader(""), Out: &out, Err: &said, Dir: dir}
	if code := command.Main(t.Context(), std, []string{"check", "--json"}); code != 0 {
		t.Fatalf("check = %d, want 0\n%s%s", code, &out, &said)
	}
	for line := range strings.Lines(out.String()) {
		var d struct{ File, Severity, Code, Message string }
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		reported = append(reported, d.File+": "+d.Severity+": "+d.Message+" ["+d.Code+"]")
	}
	verdict, _, _ = strings.Cut(said.String(), "\n")
	return reported, verdict
}

// TestShippedGaps holds that of the data of this archive check reports no error,
// no warning, and exactly what the source leaves open.
func TestShippedGaps(t *testing.T) {
	dir := t.TempDir()
	copyProject(t, dir)
	got, verdict := checked(t, dir)
	const piano, settori = "data/piani/2022/piano.toml: incomplete: ", "data/piani/2022/settori/"
	want := []string{
		"data/ente.toml: incomplete: manca il codice fiscale dell'ente, che va in fondo a ogni pagina [to-complete]",
		"data/ente.toml: incomplete: manca l'ufficio responsabile dei dati [to-complete]",
		"data/ente.toml: incomplete: la collocazione in Amministrazione trasparente è quella proposta: Altri contenuti › Dati ulteriori [to-verify]",
		"data/ente.toml: incomplete: i dati dell'ente non sono confermati [to-confirm]",
		"data/ente.toml: incomplete: mancano contatti dell'ente: indirizzo, telefono, email, pec [to-complete]",
		"data/ente.toml: incomplete: mancano collegamenti dell'ente: amministrazione_trasparente, privacy, note_legali, accessibilita, accesso_civico, correzioni [to-complete]",
		piano + "manca il numero per settore di 21 progetti su 37 [to-describe]",
		piano + "manca «pubblicato», il giorno della prima pubblicazione [publication-date-missing]",
		piano + "all'atto mancano dati: numero, data, collegamento [to-complete]",
		piano + "l'atto non è confermato [to-confirm]",
		piano + "al progetto «Gestione trasversale dello smart working» mancano elementi del piano: condizioni, obiettivi, contributo, indicatori [project-incomplete]",
		settori + "avvocatura.toml: incomplete: progetti da descrivere: 5 su 5 [to-describe]",
		settori + "istruzione.toml: incomplete: al progetto «Smart Teaching» mancano elementi del piano: condizioni, obiettivi, contributo, indicatori [project-incomplete]",
		settori + "progettazione.toml: incomplete: progetti da descrivere: 2 su 2 [to-describe]",
		settori + "segreteria-generale.toml: incomplete: progetti da descrivere: 9 su 9 [to-describe]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("check of the shipped data (-want +got):\n%s", diff)
	}
	if want := "vetro: pronto per la pubblicazione: no, mancano 15 cose"; verdict != want {
		t.Errorf("verdict = %q, want %q", verdict, want)
	}
}

// TestDemoGaps holds the same of the demo: that it is invented, and what is never
// invented.
func TestDemoGaps(t *testing.T) {
	dir := t.TempDir()
	run(t, dir, "", "init", "--demo", "prova")
	got, _ := checked(t, filepath.Join(dir, "prova"))
	for _, line := range got {
		if !strings.Contains(line, ": incomplete: ") {
			t.Errorf("check of the demo reports %s", line)
		}
	}
	if len(got) == 0 || !strings.Contains(strings.Join(got, "\n"), "[fictional]") {
		t.Errorf("check of the demo does not say that it is invented: %q", got)
	}
}

// TestReady holds that a project that lacks nothing is ready: the demo, made
// true.
func TestReady(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "prova")
	run(t, filepath.Dir(dir), "", "init", "--demo", "prova")
	edit := func(name string, pairs ...string) {
		t.Helper()
		name = filepath.Join(dir, filepath.FromSlash(name))
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.NewReplacer(pairs...).Replace(string(data))
		if text == string(data) {
			t.Fatalf("%s holds none of %q", name, pairs)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	edit("data/ente.toml", "fittizio = true", "codice_fiscale = \"01234567897\"\nconfermato = true", "[contatti]", "[contatti]\ntelefono = \"+39 0000 407000\"",
		"[collegamenti]", "[collegamenti]\naccessibilita = \"https://form.agid.gov.it/view/prova\"")
	for _, edition := range []string{"2023", "2024"} {
		edit("data/piani/"+edition+"/piano.toml", "organo =", "numero = \"40\"\ncollegamento = \"https://www.comune.esempio.example/atti/"+edition+"/\"\norgano =")
	}
	// Its texts say that it is invented, and the check minds.
	own := strings.NewReplacer("inventat", "scritt", "Comune di Esempio", "Comune di Prova")
	for _, folder := range []string{"data", "content"} {
		err := filepath.WalkDir(filepath.Join(dir, folder), func(name string, d fs.DirEntry, err error) error {
			if ext := filepath.Ext(name); err != nil || ext != ".toml" && ext != ".md" {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			return os.WriteFile(name, []byte(own.Replace(string(data))), 0o644)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	got, verdict := checked(t, dir)
	if diff := cmp.Diff([]string(nil), got); diff != "" {
		t.Errorf("check of a whole project (-want +got):\n%s", diff)
	}
	if want := "vetro: pronto per la pubblicazione: sì"; verdict != want {
		t.Errorf("verdict = %q, want %q", verdict, want)
	}
}
