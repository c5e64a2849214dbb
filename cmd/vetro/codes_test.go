// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/diag"
)

// Where faults are found. A rule about words or the law is proved by a case of
// its own in ruleCases; other codes by any case, or by a test in Go that names
// them: the bytes of a picture, a disk that fails and a built page are no case
// in a text file.
const (
	internal  = "../internal"
	ruleCases = "../internal/rules/testdata/diag"
)

var caseFolders = []string{"../internal/source/testdata/diag", "../internal/plan/testdata/diag", "../internal/tomldoc/testdata/diag", "../internal/narrative/testdata/diag", ruleCases}

var provedInGo = []string{"../internal/source", "../internal/tomldoc", "../internal/plan", "../internal/narrative", "../internal/sitecheck", "../internal/attachment", "../internal/rules", "../internal/project"}

var ruleGroups = []diag.Group{diag.Transparency, diag.Privacy, diag.Figures, diag.Language}

// TestEveryCodeIsProved counts: every code of the manual has a case that
// triggers it, every rule also one that comes near and must not; and every case
// is about a code of the manual.
func TestEveryCodeIsProved(t *testing.T) {
	triggered, near := casesByCode(t)
	for code := range triggered {
		if _, ok := diag.Lookup(code); !ok {
			t.Errorf("a case wants %s, which is not in diag.Codes", code)
		}
	}
	inGo := literalsOfTests(t)
	for _, c := range diag.Codes() {
		if slices.Contains(ruleGroups, c.Group) {
			if !triggered[c.Name] {
				t.Errorf("%s has no case in %s", c.Name, ruleCases)
			}
			if !near[c.Name] {
				t.Errorf("%s has no near miss in %s", c.Name, ruleCases)
			}
		} else if !triggered[c.Name] && !inGo[c.Name] {
			t.Errorf("%s (%s) has no case that triggers it", c.Name, c.Group)
		}
	}
}

// casesByCode returns the codes that the cases want, and those that a case of
// ruleCases comes near to.
func casesByCode(t *testing.T) (triggered, near map[string]bool) {
	t.Helper()
	triggered, near = map[string]bool{}, map[string]bool{}
	wanted := regexp.MustCompile(`(?m): (?:errore|avviso|da completare): .* \[([a-z0-9-]+)\]$`)
	cases := 0
	for _, folder := range caseFolders {
		names, err := filepath.Glob(folder + "/*.txtar")
		if err != nil || len(names) == 0 {
			t.Errorf("no cases in %s (%v)", folder, err)
		}
		for _, name := range names {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			cases++
			for _, f := range archive.Files {
				for _, m := range wanted.FindAllStringSubmatch(string(f.Data), -1) {
					triggered[m[1]] = true
				}
			}
			if rest, ok := strings.CutPrefix(strings.TrimSuffix(filepath.Base(name), ".txtar"), "near-"); ok && folder == ruleCases {
				near[longestCode(rest)] = true
			}
		}
	}
	if cases < 80 {
		t.Errorf("only %d cases were looked at", cases)
	}
	return triggered, near
}

// longestCode returns the longest code of a rule that the name of a case begins
// with.
func longestCode(name string) (longest string) {
	for _, c := range diag.Codes() {
		if slices.Contains(ruleGroups, c.Group) && len(c.Name) > len(longest) && (name == c.Name || strings.HasPrefix(name, c.Name+"-")) {
			longest = c.Name
		}
	}
	return longest
}

// literalsOfTests returns the string literals of the tests in provedInGo: among
// them the codes that they want.
func literalsOfTests(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	for _, folder := range provedInGo {
		names, err := filepath.Glob(folder + "/*_test.go")
		if err != nil || len(names) == 0 {
			t.Errorf("no tests in %s (%v)", folder, err)
		}
		for _, name := range names {
			ast.Inspect(parse(t, name), func(n ast.Node) bool {
				if s, ok := literal(n); ok {
					found[s] = true
				}
				return true
			})
		}
	}
	return found
}

// TestEveryCodeIsKnown reads the source of every package: what is reported
// there is in diag.Codes, and what is in diag.Codes is reported somewhere. A
// code is a string given to a field Code, or to a parameter called code.
func TestEveryCodeIsKnown(t *testing.T) {
	reported := map[string][]string{}
	note := func(file string, e ast.Node) {
		if s, ok := literal(e); ok && s != "" {
			reported[s] = append(reported[s], file)
		}
	}
	err := fs.WalkDir(os.DirFS(internal), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if d.Name() == "testdata" || name == "diag" || name == "tool" {
			return fs.SkipDir
		}
		files, err := filepath.Glob(filepath.Join(internal, name, "*.go"))
		if err != nil {
			return err
		}
		var trees []*ast.File
		reports := false          // the package knows diagnostics: elsewhere a code is another thing
		takes := map[string]int{} // function → which parameter is a code
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			tree := parse(t, file)
			trees = append(trees, tree)
			reports = reports || slices.ContainsFunc(tree.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"vetro/cmd/internal/diag"` })
			for _, decl := range tree.Decls {
				if f, ok := decl.(*ast.FuncDecl); ok {
					if i := codeParameter(f); i >= 0 {
						takes[f.Name.Name] = i
					}
				}
			}
		}
		if !reports {
			return nil
		}
		for _, tree := range trees {
			ast.Inspect(tree, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.KeyValueExpr:
					if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Code" {
						note(name, n.Value)
					}
				case *ast.AssignStmt:
					for i, left := range n.Lhs {
						if sel, ok := left.(*ast.SelectorExpr); ok && sel.Sel.Name == "Code" && i < len(n.Rhs) {
							note(name, n.Rhs[i])
						}
						if id, ok := left.(*ast.Ident); ok && id.Name == "code" && i < len(n.Rhs) {
							note(name, n.Rhs[i])
						}
					}
				case *ast.CallExpr:
					called := ""
					switch f := n.Fun.(type) {
					case *ast.Ident:
						called = f.Name
					case *ast.SelectorExpr:
						called = f.Sel.Name
					}
					if i, ok := takes[called]; ok && i < len(n.Args) {
						note(name, n.Args[i])
					}
				}
				return true
			})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(reported) < 60 {
		t.Errorf("only %d codes were found in the source", len(reported))
	}
	for _, code := range slices.Sorted(maps.Keys(reported)) {
		if _, ok := diag.Lookup(code); !ok && kebab.MatchString(code) {
			t.Errorf("%s is reported by %v and not in diag.Codes", code, slices.Compact(reported[code]))
		}
	}
	// Some codes reach their report through a table or a return value.
	text := sources(t)
	for _, c := range diag.Codes() {
		if reported[c.Name] == nil && !strings.Contains(text, strconv.Quote(c.Name)) {
			t.Errorf("%s is in diag.Codes and nothing reports it", c.Name)
		}
	}
}

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// codeParameter returns the place of the parameter called code, -1 when f has
// none.
func codeParameter(f *ast.FuncDecl) int {
	i := 0
	for _, field := range f.Type.Params.List {
		for _, name := range field.Names {
			if kind, ok := field.Type.(*ast.Ident); name.Name == "code" && ok && kind.Name == "string" {
				return i
			}
			i++
		}
	}
	return -1
}

// sources returns the text of all that is no test and not the list itself.
func sources(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	err := fs.WalkDir(os.DirFS(internal), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "diag/codes") {
			return err
		}
		data, err := os.ReadFile(filepath.Join(internal, name))
		b.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func parse(t *testing.T, name string) *ast.File {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func literal(n ast.Node) (string, bool) {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// TestEveryCodeIsExplained holds that "check --explain" has something to say of
// every code. An example of what is right may be impossible to give: a file
// that must not be there has none.
func TestEveryCodeIsExplained(t *testing.T) {
	for _, c := range diag.Codes() {
		if c.Reason == "" || c.Wrong == "" || c.Right == "" {
			t.Errorf("%s (%s) lacks its reason (%q) or an example, wrong (%q) or right (%q)", c.Name, c.Group, c.Reason, c.Wrong, c.Right)
		}
		if c.Reason == c.Meaning || c.Wrong == c.Right && c.Wrong != "" {
			t.Errorf("%s says the same thing twice", c.Name)
		}
		if c.Link != "" && (!strings.HasPrefix(c.Link, "https://") || c.Source == "") {
			t.Errorf("%s links to %q for its source %q", c.Name, c.Link, c.Source)
		}
		if !slices.Contains(diag.Groups, c.Group) {
			t.Errorf("%s is of no group: %q", c.Name, c.Group)
		}
		if c.Off != "" && c.Severity != diag.Warning {
			t.Errorf("%s is off, so it is often wrong, and must not be more than a warning", c.Name)
		}
	}
}
