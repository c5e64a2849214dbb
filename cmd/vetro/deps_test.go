// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers lists, for each package of the module, the packages of the module it
// may import. What is not listed here may not exist: a new package is placed
// in the structure on purpose.
var layers = map[string][]string{
	// Ground floor: words, addresses, what the law names.
	"cmd/internal/italian":      {},
	"cmd/internal/truth":        {}, // nothing but tests, which may use all
	"cmd/internal/route":        {},
	"cmd/internal/manifest":     {"route"},
	"cmd/internal/privacy":      {},
	"cmd/internal/language":     {"italian"},
	"cmd/internal/attachment":   {},
	"cmd/internal/transparency": {},
	"cmd/internal/chart":        {},
	"cmd/internal/site":         {},
	"cmd/internal/starter":      {"site"},

	// The input, and the plan that it tells of.
	"cmd/internal/diag":      {"privacy"},
	"cmd/internal/passage":   {"diag"},
	"cmd/internal/source":    {"diag"},
	"cmd/internal/tomldoc":   {"diag", "source"},
	"cmd/internal/plan":      {"attachment", "diag", "italian", "passage", "route", "source", "tomldoc"},
	"cmd/internal/schema":    {"plan"},
	"cmd/internal/narrative": {"attachment", "diag", "italian", "language", "passage", "route", "source", "tomldoc", "plan"},

	// What is made of the plan, what judges it, what judges that.
	"cmd/internal/change":       {"italian", "tomldoc", "plan"},
	"cmd/internal/dataset":      {"tomldoc", "plan", "route"},
	"cmd/internal/completeness": {"diag", "plan", "privacy"},
	"cmd/internal/rules":        {"attachment", "diag", "italian", "language", "manifest", "narrative", "passage", "plan", "privacy", "route", "source", "starter", "tomldoc", "transparency"},
	"cmd/internal/proof":        {"change", "chart", "dataset", "plan", "route"}, // never what it proves
	"cmd/internal/page": {"attachment", "change", "chart", "dataset", "diag", "italian", "manifest", "narrative", "plan", "proof", "route", "site", "source", "static",
		"templates", "tomldoc", "transparency"},
	"cmd/internal/sitecheck": {"diag", "language", "manifest", "route", "transparency"},

	// The whole, and the ways to it.
	"cmd/internal/project":   {"attachment", "chart", "diag", "manifest", "narrative", "page", "plan", "proof", "route", "rules", "site", "sitecheck", "source", "tomldoc", "transparency"},
	"cmd/internal/publish":   {"manifest", "site"},
	"cmd/internal/devserver": {"diag", "manifest"},
	"cmd/internal/command": {"change", "chart", "completeness", "devserver", "diag", "italian", "manifest", "narrative", "plan", "privacy", "project", "publish", "rules", "schema", "site",
		"starter", "tomldoc", "transparency"},
	"cmd/vetro":          {"command"},
	"templates":          {},
	"static":             {},
	"cmd/internal/tool/": nil, // development tools: any
}

// mayUseOS holds the packages that touch the machine; all others are functions
// of their input.
var mayUseOS = []string{"cmd/vetro", "cmd/internal/command", "cmd/internal/publish", "cmd/internal/devserver"}

// mayAskTheMachine holds the packages that may know the time, use chance or the
// network, or call the system; what all others return is the same every day
// and on every machine.
var mayAskTheMachine = []string{"cmd/internal/command", "cmd/internal/publish", "cmd/internal/devserver"}

// asks lists the imports that ask the machine, and the functions of package
// time that do.
var (
	asksByImport = regexp.MustCompile(`^(math/rand|math/rand/v2|crypto/rand|syscall|golang\.org/x/sys/.*|net|net/http|hash/maphash|unsafe)$`)
	asksByCall   = []string{"Now", "Since", "Until"}
)

// clockCalls returns where file asks what time it is, however it names package
// time.
func clockCalls(file *ast.File) (at []token.Pos) {
	name := ""
	for _, spec := range file.Imports {
		if spec.Path.Value == `"time"` {
			name = "time"
			if spec.Name != nil {
				name = spec.Name.Name
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && name != "" && x.Name == name && slices.Contains(asksByCall, n.Sel.Name) {
				at = append(at, n.Pos())
			}
		case *ast.Ident:
			if name == "." && slices.Contains(asksByCall, n.Name) {
				at = append(at, n.Pos())
			}
		}
		return true
	})
	return at
}

func TestClockCalls(t *testing.T) {
	for src, want := range map[string]int{
		`import "time"; var a = time.Now()`:                         1,
		`import t "time"; func f() { g := t.Since; _ = g }`:         1,
		`import . "time"; var a = Now()`:                            1,
		`import "time"; var a = time.Until(b)`:                      1,
		`import "time"; var a = time.Second; type Now struct{}`:     0,
		`import "vetro/time2"; var a = time2.Now()`:                 0,
		`type x struct{ Now int }; var time x; var a = time.Now`:    0,
		`import "time"; var a, _ = time.Parse("", ""); var Now = 1`: 0,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "a.go", "package a; "+src, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(clockCalls(file)); got != want {
			t.Errorf("%s: %d calls, want %d", src, got, want)
		}
	}
}

func TestLayers(t *testing.T) {
	seen := map[string]bool{}
	fset := token.NewFileSet()
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
		file, err := parser.ParseFile(fset, "../../"+name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		free := slices.Contains(mayAskTheMachine, dir)
		if !free {
			for _, at := range clockCalls(file) {
				t.Errorf("%s asks what time it is: only %v may", fset.Position(at), mayAskTheMachine)
			}
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
			if !free && asksByImport.MatchString(imported) {
				t.Errorf("%s imports %s: only %v may", name, imported, mayAskTheMachine)
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
