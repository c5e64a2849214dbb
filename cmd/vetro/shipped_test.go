// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"vetro/cmd/internal/command"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/sitecheck"
)

// copyProject copies data/ and content/ of the repository to dir.
func copyProject(t testing.TB, dir string) {
	t.Helper()
	for _, name := range []string{"data", "content"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join("..", "..", name))); err != nil {
			t.Fatal(err)
		}
	}
}

// run runs a command in process and returns what it said; it must end well.
func run(t testing.TB, dir, cache string, args ...string) string {
	t.Helper()
	var out, said bytes.Buffer
	std := command.IO{In: strings.NewReader(""), Out: &out, Err: &said, Env: []string{"XDG_CACHE_HOME=" + cache, "LocalAppData=" + cache}, Dir: dir}
	if code := command.Main(t.Context(), std, args); code != 0 {
		t.Fatalf("vetro %s = %d, want 0\n%s%s", strings.Join(args, " "), code, out.String(), said.String())
	}
	return said.String()
}

// shipped builds the data of the repository and returns the site.
func shipped(t testing.TB) fs.FS {
	t.Helper()
	dir := t.TempDir()
	copyProject(t, dir)
	said := run(t, dir, "", "build")
	if !strings.Contains(said, " 0 errori, 0 avvisi, ") {
		t.Errorf("build of the shipped data says\n%s\nwant no error and no warning", said)
	}
	return os.DirFS(filepath.Join(dir, "public"))
}

// TestShippedFaults holds that the built site keeps every promise of sitecheck.
func TestShippedFaults(t *testing.T) {
	faults, err := sitecheck.Audit(shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
}

// TestShippedMarkup holds what no page may have: a request to a third party, a
// script in the page that is not data, a style attribute.
func TestShippedMarkup(t *testing.T) {
	site := shipped(t)
	pages := 0
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		pages++
		f, err := site.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		doc, err := html.Parse(f)
		if err != nil {
			return err
		}
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			attr := map[string]string{}
			for _, a := range n.Attr {
				attr[a.Key] = a.Val
			}
			if _, ok := attr["style"]; ok {
				t.Errorf("%s: <%s style=…>", name, n.Data)
			}
			if _, ok := attr["src"]; n.Data == "script" && !ok && !strings.Contains(attr["type"], "json") {
				t.Errorf("%s: <script> without src", name)
			}
			loads := attr["src"] + " " + attr["srcset"] + " " + attr["poster"]
			if n.Data == "link" && regexp.MustCompile(`\b(stylesheet|icon|preload|manifest)\b`).MatchString(attr["rel"]) {
				loads += " " + attr["href"]
			}
			if strings.Contains(loads, "//") {
				t.Errorf("%s: <%s> loads %s", name, n.Data, loads)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if pages < 15 {
		t.Errorf("only %d pages were looked at", pages)
	}
}

// TestReproducible builds in processes that differ in all that must not matter.
func TestReproducible(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	var first map[string]string
	for i, environ := range [][]string{
		{"TZ=Europe/Rome", "LANG=it_IT.UTF-8", "LC_ALL=it_IT.UTF-8", "GOMAXPROCS=1"},
		{"TZ=Pacific/Kiritimati", "LANG=tr_TR.UTF-8", "LC_ALL=C", "GOMAXPROCS=8", "SOURCE_DATE_EPOCH=1"},
	} {
		dir := filepath.Join(t.TempDir(), strings.Repeat("più lontano/", i))
		copyProject(t, dir)
		cmd := exec.Command(os.Args[0], "-test.run=^TestReproducibleHelper$")
		cmd.Env = append(environ, helperEnv+"="+dir, "HOME="+t.TempDir())
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", environ, err, out)
		}
		got, err := tree(os.DirFS(filepath.Join(dir, "public")))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = got
		}
		if diff := cmp.Diff(first, got); diff != "" || len(got) < 15 {
			t.Errorf("%v makes another site (-first +this):\n%s", environ, diff)
		}
	}
}

// helperEnv names the folder that the helper process builds.
const helperEnv = "VETRO_TEST_BUILD"

func TestReproducibleHelper(t *testing.T) {
	dir := os.Getenv(helperEnv)
	if dir == "" {
		t.Skip("runs in the processes of TestReproducible only")
	}
	run(t, dir, "", "build")
}

// TestSums holds that SHA256SUMS.txt is what sha256sum reads, and true.
func TestSums(t *testing.T) {
	site := shipped(t)
	want, err := tree(site)
	if err != nil {
		t.Fatal(err)
	}
	delete(want, "SHA256SUMS.txt")
	delete(want, "manifest.json")
	data, err := fs.ReadFile(site, "SHA256SUMS.txt")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for line := range strings.Lines(string(data)) {
		sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok || len(sum) != 64 {
			t.Fatalf("%q is no line of sha256sum", line)
		}
		got[name] = sum
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("SHA256SUMS.txt (-want +got):\n%s", diff)
	}
}

// TestDemo builds what "init --demo" writes: every page says it is invented.
func TestDemo(t *testing.T) {
	dir := t.TempDir()
	run(t, dir, "", "init", "--demo", "prova")
	said := run(t, dir, "", "build", "-C", "prova")
	if !strings.Contains(said, " 0 errori, 0 avvisi, ") {
		t.Errorf("build of the demo says\n%s\nwant no error and no warning", said)
	}
	site := os.DirFS(filepath.Join(dir, "prova", "public"))
	faults, err := sitecheck.Audit(site)
	if err != nil || len(faults) > 0 {
		t.Errorf("sitecheck of the demo: %v, %v", faults, err)
	}
	var report diag.List
	editions := plan.Load(os.DirFS(filepath.Join(dir, "prova")), &report).Editions
	for i, want := range []int{39, 37} {
		projects := editions[i].AllProjects()
		if len(projects) != want {
			t.Errorf("the demo of %s describes %d projects, want %d", editions[i].ID, len(projects), want)
		}
		for _, p := range projects {
			title := elements(parsePage(t, site, editions[i].ID+"/progetti/"+p.ID+"/index.html").root, "h1")
			if len(title) != 1 || textOf(title[0]) != p.Title {
				t.Errorf("the title of the page of %s is not %q", p.ID, p.Title)
			}
		}
	}
	pages := 0
	err = fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		pages++
		for n := range parsePage(t, site, name).root.Descendants() {
			if hasClass(n, "fascia-fittizio") && strings.Contains(textOf(n), "inventat") {
				return nil
			}
		}
		t.Errorf("%s does not say that it is invented", name)
		return nil
	})
	if pages < 40 {
		t.Errorf("only %d pages were looked at", pages)
	}
	if err != nil {
		t.Fatal(err)
	}
}
