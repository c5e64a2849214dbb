// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The tests of this file take the site as someone finds it who has copied it:
// a folder, and the tools of others.

// listed are the files that list the others.
var listed = []string{"SHA256SUMS.txt", "manifest.json"}

// spoilt does what "sha256sum -c SHA256SUMS.txt" does in dir: it returns the
// files whose contents are not those of the list, or that are not there.
func spoilt(t *testing.T, dir string) []string {
	t.Helper()
	list, err := os.ReadFile(filepath.Join(dir, "SHA256SUMS.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(list)) {
		sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok {
			t.Fatalf("%q is no line of a list", line)
		}
		if data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))); err != nil || fmt.Sprintf("%x", sha256.Sum256(data)) != sum {
			out = append(out, name)
		}
	}
	return out
}

// flip turns one bit of a file around.
func flip(t *testing.T, name string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err == nil {
		data[len(data)/2] ^= 1
		err = os.WriteFile(name, data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestOneFlippedBit: the list is true, and names the one file that was touched.
func TestOneFlippedBit(t *testing.T) {
	dir := buildDemo(t)
	if got := spoilt(t, dir); len(got) > 0 {
		t.Errorf("without a change, these are not as they should be: %q", got)
	}
	for _, name := range []string{"2023/dati/progetti.csv", "2024/dati/piano-2024.xlsx", "index.html"} {
		flip(t, filepath.Join(dir, filepath.FromSlash(name)))
		if got := spoilt(t, dir); !slices.Equal(got, []string{name}) {
			t.Errorf("%s has changed, the list names %q", name, got)
		}
		flip(t, filepath.Join(dir, filepath.FromSlash(name)))
	}
	if err := os.Remove(filepath.Join(dir, "404.html")); err != nil {
		t.Fatal(err)
	}
	if got := spoilt(t, dir); !slices.Equal(got, []string{"404.html"}) {
		t.Errorf("404.html is gone, the list names %q", got)
	}
}

// TestCommandsOfThePage runs what the page «Come verificare» tells people to
// type, as far as this machine has it.
func TestCommandsOfThePage(t *testing.T) {
	dir := buildDemo(t)
	page := parsePage(t, os.DirFS(dir), "come-verificare/index.html")
	var commands []string
	for _, n := range elements(page.root, "code") {
		commands = append(commands, textOf(n))
	}
	for _, want := range []string{"sha256sum -c SHA256SUMS.txt", "sha256sum progetti.csv", "shasum -a 256 -c SHA256SUMS.txt", "shasum -a 256 progetti.csv", "Get-FileHash progetti.csv"} {
		if !slices.Contains(commands, want) {
			t.Errorf("the page does not tell people to type %q", want)
		}
	}
	data := filepath.Join(dir, "2023", "dati")
	sum := fmt.Sprintf("%x", sha256.Sum256(readFile(t, filepath.Join(data, "progetti.csv"))))
	for _, command := range commands {
		words := strings.Fields(command)
		if _, err := exec.LookPath(words[0]); err != nil {
			if words[0] == "sha256sum" {
				need(t, false, words[0])
			}
			continue
		}
		t.Run(command, func(t *testing.T) {
			typed := func(in string) (string, error) {
				cmd := exec.CommandContext(t.Context(), words[0], words[1:]...)
				cmd.Dir, cmd.Env = in, append(os.Environ(), "LC_ALL=C")
				out, err := cmd.CombinedOutput()
				return string(out), err
			}
			if !strings.Contains(command, "-c") {
				if out, err := typed(data); err != nil || !strings.Contains(strings.ToLower(out), sum) {
					t.Errorf("it says %q, %v, want the sum %s", out, err, sum)
				}
				return
			}
			if out, err := typed(dir); err != nil || strings.Contains(out, "FAILED") {
				t.Errorf("on a sound copy it says %v\n%s", err, out)
			}
			flip(t, filepath.Join(data, "progetti.csv"))
			defer flip(t, filepath.Join(data, "progetti.csv"))
			out, err := typed(dir)
			var exit *exec.ExitError
			if !errors.As(err, &exit) || strings.Count(out, ": FAILED") != 1 || !strings.Contains(out, "2023/dati/progetti.csv: FAILED") {
				t.Errorf("with one bit changed it says %v\n%s", err, out)
			}
		})
	}
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A manifest is what manifest.json promises to those who read it.
type manifest struct {
	Generator string `json:"generator"`
	Input     string `json:"input_sha256"`
	Editions  []struct {
		ID          string `json:"id"`
		State       string `json:"state"`
		Published   string `json:"published"`
		Updated     string `json:"updated"`
		OnlineUntil string `json:"online_until"`
	} `json:"editions"`
	Files []manifestFile `json:"files"`
}

type manifestFile struct {
	Path      string `json:"path"`
	Size      int64  `json:"size"`
	SHA256    string `json:"sha256"`
	MediaType string `json:"media_type"`
	Edition   string `json:"edition"`
}

func readManifest(t *testing.T, dir string) manifest {
	t.Helper()
	var m manifest
	if err := json.Unmarshal(readFile(t, filepath.Join(dir, "manifest.json")), &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// TestManifestIsWhole: the manifest has every file of the folder but the two
// lists, each as it is, and says what the site was made from and by what.
func TestManifestIsWhole(t *testing.T) {
	dir := buildDemo(t)
	m := readManifest(t, dir)
	want, err := tree(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range listed {
		if want[name] == "" {
			t.Errorf("%s is missing", name)
		}
		delete(want, name)
	}
	got := map[string]string{}
	sum, mediaType := regexp.MustCompile(`^[0-9a-f]{64}$`), regexp.MustCompile(`^[a-z]+/[a-z0-9.+-]+$`)
	for _, f := range m.Files {
		got[f.Path] = f.SHA256
		info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(f.Path)))
		if err != nil || info.Size() != f.Size {
			t.Errorf("%s: the manifest says %d bytes: %v, %v", f.Path, f.Size, info, err)
		}
		if !sum.MatchString(f.SHA256) || !mediaType.MatchString(f.MediaType) || f.MediaType == "application/octet-stream" {
			t.Errorf("%s: sum %q, media type %q", f.Path, f.SHA256, f.MediaType)
		}
		edition := ""
		for _, e := range m.Editions {
			if strings.HasPrefix(f.Path, e.ID+"/") {
				edition = e.ID
			}
		}
		if f.Edition != edition {
			t.Errorf("%s is said to be of the edition %q, want %q", f.Path, f.Edition, edition)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-folder +manifest):\n%s", diff)
	}
	if !slices.IsSortedFunc(m.Files, func(a, b manifestFile) int { return strings.Compare(a.Path, b.Path) }) {
		t.Error("the files are not in order")
	}
	if !strings.HasPrefix(m.Generator, "vetro ") || !sum.MatchString(m.Input) {
		t.Errorf("made by %q from %q, want vetro, its version and a sum", m.Generator, m.Input)
	}
	if len(m.Editions) != 2 || m.Editions[0].ID != "2024" || m.Editions[1].ID != "2023" {
		t.Fatalf("editions %+v, want 2024 and 2023", m.Editions)
	}
	day := regexp.MustCompile(`^20\d\d-\d\d-\d\d$`)
	for _, e := range m.Editions {
		if e.State != "approved" || !day.MatchString(e.Published) || !day.MatchString(e.Updated) || !day.MatchString(e.OnlineUntil) {
			t.Errorf("edition %+v, want it approved and with three days", e)
		}
	}
}

// TestInputSum: the sum of the input is another when one letter of the data is,
// and only then.
func TestInputSum(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "project"))); err != nil {
		t.Fatal(err)
	}
	made := func() string {
		run(t, dir, "", "build")
		return readManifest(t, filepath.Join(dir, "public")).Input
	}
	first := made()
	if again := made(); again != first {
		t.Errorf("the same input has the sums %s and %s", first, again)
	}
	name := filepath.Join(dir, "data", "piani", "2022", "piano.toml")
	data := strings.Replace(string(readFile(t, name)), "progetti_nel_piano = 7", "progetti_nel_piano = 8", 1)
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	if again := made(); again == first {
		t.Error("another input has the same sum")
	}
}
