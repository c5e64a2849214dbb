// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
)

// keysRead returns the TOML keys that the given files ask for: a key is the
// first argument of a method of tomldoc.Table, or the second of a function
// whose first is a table.
func keysRead(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files %s (%v)", pattern, err)
	}
	methods := []string{"Text", "Line", "Int", "Number", "Bool", "Date", "Strings", "Table", "Tables", "Require", "Has", "Kind"}
	name := regexp.MustCompile(`^[a-z_]+$`)
	keys := map[string]bool{}
	note := func(e ast.Expr) {
		lit, ok := e.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return
		}
		if s, err := strconv.Unquote(lit.Value); err == nil && name.MatchString(s) {
			keys[s] = true
		}
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && slices.Contains(methods, sel.Sel.Name) {
				for _, arg := range call.Args {
					note(arg)
				}
			}
			// A table is a variable of one letter in the loaders, or base.
			first, ok := call.Args[0].(*ast.Ident)
			if ok && len(call.Args) > 1 && (len(first.Name) == 1 || first.Name == "base") {
				note(call.Args[1])
			}
			return true
		})
	}
	return slices.Sorted(maps.Keys(keys))
}

// keysDocumented returns the words that begin a line of explanation in a text
// of the manual (two spaces, a key, two or more spaces, words), and the tables
// that have a heading ("[atto]: …").
func keysDocumented(text string) []string {
	keys := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^  ([a-z_]+) {2,}\S`).FindAllStringSubmatch(text, -1) {
		keys[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`(?m)^\[([a-z_]+)\]: \S`).FindAllStringSubmatch(text, -1) {
		keys[m[1]] = true
	}
	return slices.Sorted(maps.Keys(keys))
}

// dataKeys returns the names of the keys and tables of data/, and of those the
// ones that some table cannot do without.
func dataKeys() (all, required []string) {
	names, needed := map[string]bool{}, map[string]bool{}
	var look func(t *plan.TableKeys)
	look = func(t *plan.TableKeys) {
		for _, k := range t.Keys {
			names[k.Name] = true
			if k.Required {
				needed[k.Name] = true
			}
			if k.Table != nil {
				look(k.Table)
			}
		}
	}
	for _, f := range plan.Keys() {
		look(f.Table)
	}
	return slices.Sorted(maps.Keys(names)), slices.Sorted(maps.Keys(needed))
}

// TestDataKeys holds that "help dati" explains every key that the loaders read,
// and no other.
func TestDataKeys(t *testing.T) {
	read, _ := dataKeys()
	if len(read) < 50 {
		t.Fatalf("only %d keys found in the tables of package plan", len(read))
	}
	if diff := cmp.Diff(read, keysDocumented(dataTopic(nil))); diff != "" {
		t.Errorf("help dati (-read by the program +explained):\n%s", diff)
	}
}

// TestContentKeys does the same for "help contenuti".
func TestContentKeys(t *testing.T) {
	read := append(keysRead(t, "../narrative/frontmatter.go"), keysRead(t, "../narrative/grafico.go")...)
	slices.Sort(read)
	if diff := cmp.Diff(read, keysDocumented(contentText)); diff != "" {
		t.Errorf("help contenuti (-read by the program +explained):\n%s", diff)
	}
}

// TestRequiredKeys holds that what the loaders require is called "obbligatorio".
func TestRequiredKeys(t *testing.T) {
	_, required := dataKeys()
	if len(required) < 8 {
		t.Fatalf("only %v are required", required)
	}
	for _, key := range required {
		if !regexp.MustCompile(`(?m)^  ` + key + ` +obbligatorio`).MatchString(dataTopic(nil)) {
			t.Errorf("help dati does not say that %s is required", key)
		}
	}
}

// TestCommandsTopic holds that every command and flag is in "help comandi".
func TestCommandsTopic(t *testing.T) {
	root := new(app).root()
	text := commandsTopic(root)
	for _, c := range root.Commands() {
		if !strings.Contains(text, "\n"+c.UseLine()+"\n") {
			t.Errorf("help comandi lacks %q", c.UseLine())
		}
		if c.Short == "" || c.Long == "" || c.RunE == nil || c.Args == nil {
			t.Errorf("command %s has no short or long text, or does not say what it accepts", c.Name())
		}
		c.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
			if !strings.Contains(text, "--"+f.Name) {
				t.Errorf("help comandi lacks --%s of %s", f.Name, c.Name())
			}
			if !strings.Contains(c.UseLine(), "--"+f.Name) && !strings.Contains(c.UseLine(), "-"+f.Shorthand+" ") {
				t.Errorf("the usage of %s lacks --%s", c.Name(), f.Name)
			}
		})
	}
}

// TestExamples parses every example of the manual.
func TestExamples(t *testing.T) {
	examples := 0
	for _, c := range new(app).root().Commands() {
		for line := range strings.Lines(c.Example) {
			words := strings.Fields(regexp.MustCompile(`[|>)].*`).ReplaceAllString(strings.ReplaceAll(line, "<(", ""), ""))
			i := slices.Index(words, "vetro")
			if i < 0 {
				t.Errorf("example %q of %s does not call vetro", line, c.Name())
				continue
			}
			examples++
			root := new(app).root()
			found, rest, err := root.Find(hoist(root, words[i+1:]))
			if err != nil || found.Name() != c.Name() {
				t.Errorf("example %q is not one of %s (%v)", line, c.Name(), err)
				continue
			}
			if err := found.ParseFlags(rest); err != nil {
				t.Errorf("example %q: %v", line, err)
			}
			if err := found.ValidateArgs(found.Flags().Args()); err != nil {
				t.Errorf("example %q: %v", line, err)
			}
		}
	}
	if examples < 8 {
		t.Errorf("only %d examples found", examples)
	}
}

// TestTopics holds that the topics made from lists have all of them.
func TestTopics(t *testing.T) {
	codes := codesTopic(nil)
	for _, c := range diag.Codes() {
		if !strings.Contains(codes, "\n  "+c.Name+" ("+c.Severity.String()) {
			t.Errorf("help codici lacks %s", c.Name)
		}
		if c.Off != "" && !strings.Contains(codes, "\n  "+c.Name+" ("+c.Severity.String()+", spento)\n") {
			t.Errorf("help codici does not say that %s is off", c.Name)
		}
	}
	for _, g := range diag.Groups {
		if groupMeanings[g] == "" || !strings.Contains(codes, "\n"+strings.ToUpper(string(g))+": ") {
			t.Errorf("help codici lacks the group %s", g)
		}
	}
	figures := figuresTopic(nil)
	for _, f := range plan.FigureMeanings() {
		if !strings.Contains(figures, "\n  "+f.Name+"\n      "+f.Meaning+"\n") {
			t.Errorf("help cifre lacks %s", f.Name)
		}
	}
	root := new(app).root()
	for _, topic := range topics() {
		text := topic.text(root)
		if !strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\n\n") {
			t.Errorf("topic %s does not end in one line break", topic.name)
		}
		if topic.name == "comandi" || topic.name == "cifre" || topic.name == "licenze" {
			continue // usage lines, meanings and licences are not ours to break
		}
		for line := range strings.Lines(text) {
			if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > 88 {
				t.Errorf("topic %s has a line of %d characters: %s", topic.name, n, line)
			}
		}
	}
}

func TestHoist(t *testing.T) {
	tests := []struct{ args, want string }{
		{"build", "build"},
		{"-C p build", "build -C p"},
		{"-Cp build x", "build -Cp x"},
		{"--directory p build", "build --directory p"},
		{"--directory=p build", "build --directory=p"},
		{"--json check", "check --json"},
		{"-o out --json build", "build -o out --json"},
		{"-hC p build", "build -hC p"},
		{"-hCp build", "build -hCp"},
		{"--nuova build", "build --nuova"},
		{"-- build", "build --"},
		{"-C", "-C"},
		{"", ""},
	}
	for _, tt := range tests {
		got := strings.Join(hoist(new(app).root(), strings.Fields(tt.args)), " ")
		if got != tt.want {
			t.Errorf("hoist(%q) = %q, want %q", tt.args, got, tt.want)
		}
	}
}
