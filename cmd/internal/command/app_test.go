// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/project"
	"vetro/cmd/internal/publish"
	"vetro/cmd/internal/starter"
)

// testApp returns an app in dir whose clock moves 0.21 s a look, with what it
// will have printed.
func testApp(dir string) (a *app, out, said *bytes.Buffer) {
	out, said = new(bytes.Buffer), new(bytes.Buffer)
	clock := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	return &app{
		IO: IO{In: strings.NewReader("\n"), Out: out, Err: said, Dir: dir},
		now: func() time.Time {
			clock = clock.Add(210 * time.Millisecond)
			return clock
		},
		open:          func(string) error { return errors.New("no browser in a test") },
		doubleClicked: func() bool { return false },
	}, out, said
}

func newProject(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "progetto")
	if err := os.CopyFS(dir, starter.Skeleton()); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestLastLine(t *testing.T) {
	a, _, said := testApp(newProject(t))
	if code := a.main(t.Context(), []string{"build"}); code != exitFine {
		t.Fatalf("build = %d\n%s", code, said)
	}
	lines := strings.Split(strings.TrimSpace(said.String()), "\n")
	if got := lines[len(lines)-1]; !strings.HasSuffix(got, ", in 0,21 s") || !strings.HasPrefix(got, "vetro: ") {
		t.Errorf("last line = %q, want counts and 0,21 s", got)
	}
}

// TestDoubleClickDraft: the preview shows what the site does not have yet.
func TestDoubleClickDraft(t *testing.T) {
	a, _, said := testApp(newProject(t))
	a.doubleClicked = func() bool { return true }
	in, enter := io.Pipe()
	a.In = in
	var page string
	a.open = func(address string) error {
		go func() {
			defer enter.Write([]byte("\n"))
			for range 500 { // until it has been made
				resp, err := http.Get(address)
				if err != nil {
					return
				}
				body, _ := io.ReadAll(resp.Body)
				resp.Body.Close()
				if page = fmt.Sprintln(resp.StatusCode, resp.Request.URL.Path) + string(body); resp.StatusCode != http.StatusServiceUnavailable {
					return
				}
				time.Sleep(20 * time.Millisecond)
			}
		}()
		return nil
	}
	if code := a.main(t.Context(), nil); code != exitFine || !strings.HasPrefix(page, "200 /2026/\n") || !strings.Contains(page, "Bozza") {
		t.Fatalf("double click = %d, opened\n%s\nsaid\n%s", code, page, said)
	}
	for text, want := range map[string]bool{"l'edizione 2026 è una bozza": true, "premi Invio": true, "anteprima chiusa": true, "--drafts": false, "Ctrl-C": false} {
		if strings.Contains(said.String(), text) != want {
			t.Errorf("%q: want it said %v:\n%s", text, want, said)
		}
	}
}

func TestDoubleClick(t *testing.T) {
	dir := newProject(t)
	plan := filepath.Join(dir, "data", "piani", "2026", "piano.toml")
	data, err := os.ReadFile(plan)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(plan, bytes.Replace(data, []byte(`stato = "bozza"`), []byte(`stato = "approvato"`), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	a, _, said := testApp(dir)
	a.doubleClicked = func() bool { return true }
	in := strings.NewReader("prima riga\nseconda riga\n")
	a.In = in
	var opened []string
	a.open = func(path string) error { opened = append(opened, path); return nil }
	if code := a.main(t.Context(), nil); code != exitFine {
		t.Fatalf("double click = %d\n%s", code, said)
	}
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(opened) != 1 || (opened[0] != filepath.Join(dir, "public", "index.html") && opened[0] != filepath.Join(real, "public", "index.html")) {
		t.Errorf("opened %q, want public/index.html of the project", opened)
	}
	if in.Len() == len("prima riga\nseconda riga\n") {
		t.Error("did not wait for Invio")
	}
	if !strings.HasSuffix(said.String(), "vetro: premi Invio per chiudere questa finestra\n") {
		t.Errorf("said\n%s", said)
	}
}

// With faults nothing is opened, and the window stays so that they can be read.
func TestDoubleClickFaults(t *testing.T) {
	for name, spoil := range map[string]func(dir string) error{
		"faults": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "data", "ente.toml"), []byte("nome = 3"), 0o644)
		},
		"no project": func(dir string) error { return os.RemoveAll(filepath.Join(dir, "data")) },
	} {
		dir := newProject(t)
		if err := spoil(dir); err != nil {
			t.Fatal(err)
		}
		a, _, said := testApp(dir)
		a.doubleClicked = func() bool { return true }
		a.open = func(path string) error { t.Errorf("%s: opened %s", name, path); return nil }
		if code := a.main(t.Context(), nil); code == exitFine {
			t.Errorf("%s: double click = 0, want a failure", name)
		}
		if !strings.HasSuffix(said.String(), "vetro: premi Invio per chiudere questa finestra\n") {
			t.Errorf("%s: said\n%s", name, said)
		}
	}
}

func TestPanic(t *testing.T) {
	a, out, said := testApp(newProject(t))
	a.now = func() time.Time { panic("guasto\x1b[31m di prova") }
	if code := a.main(t.Context(), []string{"check"}); code != exitEnvironment {
		t.Errorf("exit code = %d, want %d", code, exitEnvironment)
	}
	first, hint, _ := strings.Cut(said.String(), "\n")
	if !strings.HasPrefix(first, "vetro: errore interno: guasto␛[31m di prova (app_test.go:") {
		t.Errorf("said %q, want the panic and the place", first)
	}
	if !strings.HasPrefix(hint, "vetro: suggerimento: ") || strings.Count(said.String(), "\n") != 2 || out.Len() > 0 {
		t.Errorf("said\n%s\nwant two lines", said)
	}
}

func TestCancelled(t *testing.T) {
	dir := newProject(t)
	a, _, said := testApp(dir)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if code := a.main(ctx, []string{"build"}); code != exitEnvironment {
		t.Errorf("exit code = %d, want %d", code, exitEnvironment)
	}
	if want := "vetro: interrotto: quel che c'era prima è rimasto com'era\n"; said.String() != want {
		t.Errorf("said %q, want %q", said, want)
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("public is there (%v)", err)
	}
}

func TestExplain(t *testing.T) {
	at := func(err error) error {
		return fmt.Errorf("scrittura: %w", &fs.PathError{Op: "open", Path: "public/a", Err: err})
	}
	inWork := func(err error) error {
		return fmt.Errorf("scrittura: %w", &fs.PathError{Op: "open", Path: filepath.FromSlash("sito/.public.vetro/nuovo/a"), Err: err})
	}
	unknown := syscall.Errno(0x7fff)
	const defect = "è un difetto di vetro, non dei tuoi dati: segnalalo con il comando che hai scritto e la riga qui sotto"
	const strange = "il sistema ha risposto con un errore che vetro non conosce"
	tests := []struct {
		name               string
		err                error
		op                 operation
		want, hint, detail string // hint is a part of it
	}{
		{"disk full, build", at(errDiskFull), writing, "public/a: il disco è pieno", "il sito di prima è intatto", ""},
		{"disk full, init", at(errDiskFull), creating, "public/a: il disco è pieno", "non ho lasciato niente a metà", ""},
		{"disk full, help", at(errDiskFull), other, "public/a: il disco è pieno", "libera un po' di spazio e riprova", ""},
		{"read only, build", at(errReadOnly), writing, "public/a: il disco è in sola lettura", "scegli con -o una cartella", ""},
		{"read only, init", at(errReadOnly), creating, "public/a: il disco è in sola lettura", "scegli una cartella su un altro disco", ""},
		{"read only, help", at(errReadOnly), other, "public/a: il disco è in sola lettura", "", ""},
		{"in use", &os.LinkError{Op: "rename", Old: "x", New: "public", Err: errInUse}, writing,
			"public: il file o la cartella è in uso da un altro programma", "scegli con -o", ""},
		{"other volume", at(errOtherVolume), writing,
			"public/a: la cartella è su un disco a parte e non si può scambiare con quella nuova", "scegli con -o una cartella al suo interno", ""},
		{"permission", at(fs.ErrPermission), writing, "public/a: permesso negato", "permesso di leggere e scrivere", ""},
		{"a looping link", at(errLoop), writing, "public/a: è un collegamento che riporta a sé stesso", "correggi il collegamento", ""},
		{"absent", at(fs.ErrNotExist), other, "public/a: non esiste", "controlla il percorso", ""},
		{"in the work folder", inWork(fs.ErrPermission), writing, filepath.FromSlash("sito/public/a") + ": permesso negato", "", ""},
		{"refused", fmt.Errorf("x: %w", &publish.RefusedError{Reason: publish.Busy, Target: "public"}), writing, "vetro è già al lavoro su public", "aspetta", ""},
		{"unknown number", unknown, other, strange, "", unknown.Error()},
		{"unknown at a path", at(unknown), other, "public/a: " + strange, "", "scrittura: open public/a: " + unknown.Error()},
		{"unknown words", errors.New("unexpected state"), other, defect, "", "unexpected state"},
		{"defect", &project.DefectError{Err: errors.New("unexpected state")}, other, defect, "", "unexpected state"},
		{"a file of ours is missing", &project.DefectError{Err: at(fs.ErrNotExist)}, other, defect, "", at(fs.ErrNotExist).Error()},
		{"a file cannot be read in a build", &project.DefectError{Err: at(fs.ErrPermission)}, other, "public/a: permesso negato", "permesso di leggere", ""},
	}
	for _, tt := range tests {
		got := explain(tt.err, tt.op)
		if got.message != tt.want || got.code != exitEnvironment || !strings.Contains(got.hint, tt.hint) || got.detail != tt.detail {
			t.Errorf("%s: explain = %+v, want %q, a hint with %q and detail %q", tt.name, got, tt.want, tt.hint, tt.detail)
		}
		if tt.op != writing && strings.Contains(got.hint+got.message, "-o") || tt.op != writing && strings.Contains(got.hint, "sito") {
			t.Errorf("%s: the hint %q is about build", tt.name, got.hint)
		}
	}
}

// The words of an error for those who mend vetro stand on a line of their own.
func TestDetail(t *testing.T) {
	a, _, said := testApp(t.TempDir())
	if code := a.finish(&project.DefectError{Err: errors.New("unexpected\x1b state")}); code != exitEnvironment {
		t.Errorf("exit code = %d, want %d", code, exitEnvironment)
	}
	lines := strings.Split(said.String(), "\n")
	if len(lines) != 3 || !strings.HasPrefix(lines[0], "vetro: è un difetto di vetro, non dei tuoi dati") || lines[1] != "vetro: dettaglio: unexpected␛ state" {
		t.Errorf("said\n%s", said)
	}
}

// A defect met in a run that a double click began leaves the window open.
func TestDoubleClickPanic(t *testing.T) {
	a, _, said := testApp(newProject(t))
	a.doubleClicked = func() bool { return true }
	in := strings.NewReader("\n")
	a.In = in
	a.now = func() time.Time { panic("guasto di prova") }
	if code := a.main(t.Context(), nil); code != exitEnvironment {
		t.Errorf("exit code = %d, want %d", code, exitEnvironment)
	}
	if !strings.Contains(said.String(), "vetro: errore interno: guasto di prova (app_test.go:") ||
		!strings.HasSuffix(said.String(), "vetro: premi Invio per chiudere questa finestra\n") || in.Len() > 0 {
		t.Errorf("said\n%s\nand left %d bytes unread", said, in.Len())
	}
}

func TestCacheDir(t *testing.T) {
	home := t.TempDir()
	tests := []struct {
		name, goos string
		env        []string
		want       string
	}{
		{"linux", "linux", []string{"HOME=" + home}, filepath.Join(home, ".cache", "vetro")},
		{"linux, set", "linux", []string{"HOME=/x", "XDG_CACHE_HOME=" + home}, filepath.Join(home, "vetro")},
		{"linux, not absolute", "linux", []string{"HOME=" + home, "XDG_CACHE_HOME=rel"}, ""},
		{"macOS", "darwin", []string{"HOME=" + home}, filepath.Join(home, "Library", "Caches", "vetro")},
		{"Windows", "windows", []string{"LocalAppData=" + home}, filepath.Join(home, "vetro")},
		{"nothing", "linux", nil, ""},
		{"the last one counts", "darwin", []string{"HOME=/x", "HOME=" + home}, filepath.Join(home, "Library", "Caches", "vetro")},
	}
	for _, tt := range tests {
		if got := cacheDir(tt.env, tt.goos); got != tt.want {
			t.Errorf("%s: cacheDir = %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestChartCache(t *testing.T) {
	a, _, _ := testApp(t.TempDir())
	a.cacheDir = filepath.Join(t.TempDir(), "vetro")
	c := a.chartCache()
	if _, ok := c.Get("../../k"); ok {
		t.Error("an empty cache has something")
	}
	c.Put("../../k", []byte("v"))
	if got, ok := c.Get("../../k"); !ok || string(got) != "v" {
		t.Errorf("Get = %q, %v, want v", got, ok)
	}
	entries, err := os.ReadDir(filepath.Join(a.cacheDir, "grafici"))
	if err != nil || len(entries) != 1 {
		t.Errorf("the cache holds %v (%v), want one file", entries, err)
	}
	a.cacheDir = ""
	if c := a.chartCache(); c.Get != nil || c.Put != nil {
		t.Error("there is a cache without a folder for it")
	}
}

func TestParseBaseURL(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"https://a.example", "https://a.example/"},
		{"https://a.example/b", "https://a.example/b/"},
		{"http://a.example/b//", "http://a.example/b/"},
		{"https://a.example/così", "https://a.example/cos%C3%AC/"},
		{"https://a.example/cos%C3%AC/", "https://a.example/cos%C3%AC/"},
		{"https://www.città.example:8443/", "https://www.xn--citt-3na.example:8443/"},
	}
	for _, tt := range tests {
		if got, err := parseBaseURL(tt.in); got != tt.want || err != nil {
			t.Errorf("parseBaseURL(%q) = %q, %v, want %q", tt.in, got, err, tt.want)
		}
	}
	for _, in := range []string{"a.example", "/b", "ftp://a.example", "https://", "https://u:p@a.example", "https://a.example?x",
		"https://a.example/?", "https://a.example/#", "https://a.example/ b", "javascript:alert(1)", "https://a.example/\"x"} {
		if got, err := parseBaseURL(in); err == nil {
			t.Errorf("parseBaseURL(%q) = %q, want an error", in, got)
		}
	}
}

// Only a terminal gets colours, and a buffer is none.
func TestNoColours(t *testing.T) {
	a, _, said := testApp(newProject(t))
	if code := a.main(t.Context(), []string{"check"}); code != exitFine {
		t.Fatalf("check = %d\n%s", code, said)
	}
	if strings.Contains(said.String(), "\x1b") || !strings.Contains(said.String(), "da completare") {
		t.Errorf("said\n%s\nwant diagnostics without colours", said)
	}
}

// The work of a run that cannot write is not lost in an English word.
func TestReadOnlyParent(t *testing.T) {
	if os.Geteuid() == 0 || os.PathSeparator == '\\' {
		t.Skip("this user may write everywhere")
	}
	dir := newProject(t)
	parent := t.TempDir()
	if err := os.Chmod(parent, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(parent, 0o700) })
	a, _, said := testApp(dir)
	if code := a.main(t.Context(), []string{"build", "-o", filepath.Join(parent, "public")}); code != exitEnvironment {
		t.Errorf("exit code = %d, want %d", code, exitEnvironment)
	}
	if diff := cmp.Diff(true, strings.Contains(said.String(), ": permesso negato\n")); diff != "" {
		t.Errorf("said\n%s", said)
	}
}
