// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers lists, for each package of the module, the packages of the module it
// may import. What is not listed here may not exist: a new package is placed
// in the structure on purpose.
var layers = map[string][]string{
	"cmd/internal/diag":      {},
	"cmd/internal/source":    {"diag"},
	"cmd/internal/tomldoc":   {"diag", "source"},
	"cmd/internal/plan":      {"diag", "source", "tomldoc"},
	"cmd/internal/narrative": {"diag", "source", "tomldoc", "plan"},
	"cmd/internal/chart":     {},
	"cmd/internal/site":      {"diag", "tomldoc", "plan", "narrative", "chart", "templates", "static"},
	"cmd/internal/sitecheck": {},
	"cmd/internal/starter":   {},
	"cmd/internal/publish":   {},
	"cmd/internal/devserver": {"diag"},
	"cmd/internal/command":   {"devserver", "diag", "source", "tomldoc", "plan", "narrative", "chart", "site", "sitecheck", "starter", "publish"},
	"cmd/vetro":              {"command"},
	"templates":              {},
	"static":                 {},
	"cmd/internal/tool/":     nil, // development tools: any
}

// mayUseOS holds the packages that touch the machine; all others are functions
// of their input.
var mayUseOS = []string{"cmd/vetro", "cmd/internal/command", "cmd/internal/publish", "cmd/internal/devserver"}

func TestLayers(t *testing.T) {
	seen := map[string]bool{}
	err := fs.WalkDir(os.DirFS("../.."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if base := d.Name(); name != "." && (strings.HasPrefix(base, ".") || base == "testdata" || base == "public") {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		dir := path.Dir(name)
		if strings.HasPrefix(dir, "cmd/internal/tool/") {
			return nil
		}
		allowed, ok := layers[dir]
		if !ok {
			t.Errorf("%s: package %s is not in the table of layers", name, dir)
			return nil
		}
		seen[dir] = true
		file, err := parser.ParseFile(token.NewFileSet(), "../../"+name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if ours, ok := strings.CutPrefix(imported, "vetro/"); ok {
				short := strings.TrimPrefix(ours, "cmd/internal/")
				if !slices.Contains(allowed, short) {
					t.Errorf("%s imports %s, which stands above it or beside it", name, imported)
				}
			}
			if (imported == "os" || imported == "os/exec" || imported == "net/http") && !slices.Contains(mayUseOS, dir) {
				t.Errorf("%s imports %s: only %v may", name, imported, mayUseOS)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for dir := range layers {
		if !strings.HasSuffix(dir, "/") && !seen[dir] {
			t.Errorf("package %s is in the table of layers and does not exist", dir)
		}
	}
}

// TestLicenceHeaders holds that every source file we wrote names its licence
// (AgID, Linee guida su acquisizione e riuso, allegato A).
func TestLicenceHeaders(t *testing.T) {
	checked := 0
	err := fs.WalkDir(os.DirFS("../.."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			base := d.Name()
			if name != "." && (base == ".git" || base == "node_modules" || base == "testdata" || base == "public" || base == "vendor" || base == "licenze") {
				return fs.SkipDir
			}
			return nil
		}
		switch path.Ext(name) {
		case ".go", ".html", ".yml", ".sh":
		case ".css", ".js", ".mjs":
			if strings.Contains(name, "/css/sito.css") || strings.Contains(name, "/echarts/echarts.js") {
				return nil // built from sources that carry their own notices
			}
		default:
			return nil
		}
		data, err := os.ReadFile("../../" + name)
		if err != nil {
			return err
		}
		checked++
		head := data[:min(len(data), 600)]
		if !strings.Contains(string(head), "SPDX-License-Identifier: ") {
			t.Errorf("%s does not name its licence in its first lines", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if checked < 30 {
		t.Errorf("only %d source files were looked at", checked)
	}
}
