// SPDX-License-Identifier: EUPL-1.2

package static

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
)

// sheet returns the built stylesheet as its licence banner and its rules.
func sheet(t *testing.T) (banner, rules string) {
	t.Helper()
	data, err := FS.ReadFile("css/sito.css")
	if err != nil {
		t.Fatal(err)
	}
	banner, rules, found := strings.Cut(string(data), "*/")
	if !found {
		t.Fatal("css/sito.css has no banner; run go generate ./static")
	}
	return banner, rules
}

func TestStylesheetAsksNothingOfOthers(t *testing.T) {
	_, rules := sheet(t)
	for _, bad := range []string{"url(data:", `url("data:`, "url('data:", "@import", "http:", "https:", "url(//", "expression(", "@charset"} {
		if strings.Contains(rules, bad) {
			t.Errorf("css/sito.css contains %q", bad)
		}
	}
	urls := regexp.MustCompile(`url\(([^)]*)\)`).FindAllStringSubmatch(rules, -1)
	if len(urls) != 3 {
		t.Errorf("css/sito.css names %d files, want the 3 fonts", len(urls))
	}
	for _, m := range urls {
		name := path.Join("css", strings.Trim(m[1], `"'`))
		if _, err := fs.Stat(FS, name); err != nil {
			t.Errorf("css/sito.css names %s: %v", m[1], err)
		}
	}
}

func TestStylesheetSaysWhatItIs(t *testing.T) {
	banner, rules := sheet(t)
	for _, want := range []string{"/*!", "BSD-3-Clause", "MIT", "Bootstrap Italia"} {
		if !strings.Contains(banner, want) {
			t.Errorf("the banner lacks %q: %s", want, banner)
		}
	}
	version, err := os.ReadFile("vendor/bootstrap-italia/VERSION")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.TrimSpace(string(version))
	m := regexp.MustCompile(`--bootstrap-italia-version: ?"([^"']+)"`).FindStringSubmatch(rules)
	if m == nil || m[1] != want {
		t.Errorf("version variable in css/sito.css: %v, want %s", m, want)
	}
	if got := Licences()[0].Version; got != want {
		t.Errorf("Licences: Bootstrap Italia %s, want %s", got, want)
	}
}

// compressed returns the size of data as a server sends it.
func compressed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, brotli.BestCompression)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

func TestWeight(t *testing.T) {
	built, err := FS.ReadFile("css/sito.css")
	if err != nil {
		t.Fatal(err)
	}
	size := compressed(t, built)
	t.Logf("css/sito.css: %d bytes, %d with brotli", len(built), size)
	if size > 13_000 {
		t.Errorf("css/sito.css is %d bytes with brotli, want at most 13000", size)
	}
	fonts, err := fs.Glob(FS, "fonts/*")
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, name := range fonts {
		info, err := fs.Stat(FS, name)
		if err != nil {
			t.Fatal(err)
		}
		total += int(info.Size())
	}
	if total == 0 || total > 40_000 {
		t.Errorf("fonts are %d bytes in all, want at most 40000", total)
	}
}

func TestEveryFileHasItsLicence(t *testing.T) {
	listed := map[string]bool{}
	for _, l := range Licences() {
		text, err := FS.ReadFile(l.File)
		if err != nil {
			t.Errorf("%s: %v", l.Name, err)
		}
		if len(text) < 500 {
			t.Errorf("%s: %s is no licence text", l.Name, l.File)
		}
		listed[l.File] = true
	}
	err := fs.WalkDir(FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || listed[name] {
			return err
		}
		for _, l := range Licences() {
			for _, pattern := range l.Covers {
				if ok, err := path.Match(pattern, name); err != nil || ok {
					return err
				}
			}
		}
		data, err := FS.ReadFile(name)
		if err == nil && !bytes.Contains(data, []byte("SPDX-License-Identifier: EUPL-1.2")) {
			t.Errorf("%s is under no listed licence and has no SPDX line of ours", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	vendored, err := os.ReadFile("vendor/bootstrap-italia/LICENSE")
	if err != nil {
		t.Fatal(err)
	}
	published, err := FS.ReadFile("licenze/bootstrap-italia.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(vendored), string(published)); diff != "" {
		t.Errorf("licence of Bootstrap Italia, vendored and published (-want +got):\n%s", diff)
	}
}

func TestLibraryIsNotPublished(t *testing.T) {
	err := fs.WalkDir(FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.Contains(name, "vendor") {
			t.Errorf("%s is embedded", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestIcon(t *testing.T) {
	box, markup, err := Icon("it-burger")
	if err != nil {
		t.Fatal(err)
	}
	if box != "0 0 24 24" || !strings.HasPrefix(markup, "<path ") {
		t.Errorf("Icon(it-burger) = %q, %q; want a path in 0 0 24 24", box, markup)
	}
	for _, unknown := range []string{"", "burger", "it-nothing"} {
		if _, _, err := Icon(unknown); err == nil {
			t.Errorf("Icon(%q): no error", unknown)
		}
	}
}

func TestIconsAreSafeToInline(t *testing.T) {
	all, err := symbols()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 179 {
		t.Errorf("%d icons, want 179", len(all))
	}
	for id, s := range all {
		for _, bad := range []string{"<script", "style=", "href=", " id=", " on"} {
			if strings.Contains(s.Markup, bad) {
				t.Errorf("icon %s contains %q", id, bad)
			}
		}
	}
}
