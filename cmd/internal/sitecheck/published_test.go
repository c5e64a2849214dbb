// SPDX-License-Identifier: EUPL-1.2

package sitecheck_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"vetro/cmd/internal/command"
	"vetro/cmd/internal/sitecheck"
)

// build builds the project in dir and returns the site.
func build(t *testing.T, dir string, args ...string) fs.FS {
	t.Helper()
	vetro(t, dir, append([]string{"build"}, args...)...)
	return os.DirFS(filepath.Join(dir, "public"))
}

func vetro(t *testing.T, dir string, args ...string) {
	t.Helper()
	var said bytes.Buffer
	cache := t.TempDir()
	std := command.IO{In: strings.NewReader(""), Out: &said, Err: &said, Env: []string{"XDG_CACHE_HOME=" + cache, "LocalAppData=" + cache}, Dir: dir}
	if code := command.Main(t.Context(), std, args); code != 0 {
		t.Fatalf("vetro %s = %d\n%s", strings.Join(args, " "), code, &said)
	}
}

// shipped copies the data of the repository to a folder.
func shipped(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, name := range []string{"data", "content"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join("..", "..", "..", name))); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// hostile is what an attacker would write into a text: markup, an address that
// runs, quotes, a word without an end.
const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>' style='color:#fff' ` + "{{.}} javascript:alert(1) Parolalunghissimasenzanemmenounospazio"

var text = regexp.MustCompile(`(?m)^(\s*(?:titolo|sintesi|nota|sommario|nome_breve|descrizione) = )"[^"\n]*"$`)

// infect puts hostile into the texts of a project.
func infect(t *testing.T, dir string) {
	t.Helper()
	changed := 0
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".toml" && filepath.Ext(name) != ".md" {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		n := 0
		data = text.ReplaceAllFunc(data, func(line []byte) []byte {
			n++
			return append(text.FindSubmatch(line)[1], []byte(`'''`+hostile+` `+string(rune('a'+changed+n))+`'''`)...)
		})
		if filepath.Ext(name) == ".md" {
			data = append(data, []byte("\nUn testo con \\<b onclick=x\\> e `"+"<script>"+"` dentro.\n")...)
		}
		changed += n
		return os.WriteFile(name, data, 0o644)
	})
	if err != nil || changed < 10 {
		t.Fatalf("%d texts changed, %v", changed, err)
	}
}

// TestPublished holds that the sites that the shipped data, the demo and hostile
// texts make keep every promise of sitecheck, and those of our design.
func TestPublished(t *testing.T) {
	if testing.Short() {
		t.Skip("builds three sites")
	}
	demo := t.TempDir()
	vetro(t, demo, "init", "--demo", ".")
	attacked := shipped(t)
	infect(t, attacked)
	for name, dir := range map[string]string{"shipped": shipped(t), "demo": demo, "hostile": attacked} {
		t.Run(name, func(t *testing.T) {
			site := build(t, dir)
			faults, err := sitecheck.Audit(site)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range faults {
				if name != "hostile" || f.Severity == 0 {
					t.Error(f)
				}
			}
			flaws, err := sitecheck.Design(site)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range flaws {
				t.Error(f)
			}
		})
	}
}
