// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestLongPlan builds a plan too long for one page of paper: nothing is wrong
// with it, each project is on the page for paper of its settore and nowhere else
// on paper, and no page outgrows its budget.
func TestLongPlan(t *testing.T) {
	if testing.Short() {
		t.Skip("compresses a hundred pages as hard as it can")
	}
	const projects = 130
	dir, cache := filepath.Join(t.TempDir(), "piano"), t.TempDir()
	run(t, t.TempDir(), cache, "init", "--size", fmt.Sprint(projects), dir)
	if said := run(t, dir, cache, "build"); !strings.Contains(said, "0 errori, 0 avvisi") {
		t.Errorf("building it said:\n%s", said)
	}
	fsys := os.DirFS(filepath.Join(dir, "public"))
	assets, printed := map[string]int{}, map[string]string{}
	err := fs.WalkDir(fsys, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".html" {
			return err
		}
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			return err
		}
		if !strings.Contains(file, "/stampa/") {
			if cost := weigh(t, fsys, assets, file, data); cost.html > maxHTML || cost.nodes > maxNodes {
				t.Errorf("%s: %d bytes of HTML and %d nodes, at most %d and %d", file, cost.html, cost.nodes, maxHTML, maxNodes)
			}
			return nil
		}
		root, err := html.Parse(strings.NewReader(string(data)))
		if err != nil {
			return err
		}
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				if id, ok := strings.CutPrefix(a.Val, "progetto-"); n.Data == "h3" && a.Key == "id" && ok {
					if printed[id] != "" {
						t.Errorf("the project %s is both on %s and on %s", id, printed[id], file)
					}
					printed[id] = file
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(printed) != projects {
		t.Errorf("%d of %d projects are on paper", len(printed), projects)
	}
	for id, file := range printed {
		if path.Dir(path.Dir(file)) != "2022/stampa" {
			t.Errorf("the project %s is printed on %s, want a page of its settore", id, file)
		}
	}
}

// A plan of so many settori that the home page draws none of them is built, its
// pages agree with its data, and the page says no more than it shows.
func TestManyDepartments(t *testing.T) {
	dir, cache := filepath.Join(t.TempDir(), "piano"), t.TempDir()
	run(t, t.TempDir(), cache, "init", "--demo", dir)
	const more = 70
	file := filepath.Join(dir, "data/piani/2024/piano.toml")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.Replace(data, []byte("progetti_nel_piano = 39"), []byte("progetti_nel_piano = 109"), 1)
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for i := range more {
		file := filepath.Join(dir, fmt.Sprintf("data/piani/2024/settori/altro-%d.toml", i))
		if err := os.WriteFile(file, fmt.Appendf(nil, "nome = \"Altro %d\"\nprogetti_nel_piano = 1\n", i), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if said := run(t, dir, cache, "build"); !strings.Contains(said, "0 errori, 0 avvisi") {
		t.Errorf("building it said:\n%s", said)
	}
	page, err := os.ReadFile(filepath.Join(dir, "public/2024/index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(page, []byte(">I 109\u00a0progetti<")) || bytes.Contains(page, []byte("progetti, uno per uno")) || bytes.Contains(page, []byte("Ogni quadrato")) {
		t.Errorf("the home page has another title than \"I 109 progetti\", or speaks of squares that it does not draw")
	}
}
