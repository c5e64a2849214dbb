// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"errors"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/rules"
)

func TestVerdict(t *testing.T) {
	tests := []struct {
		count   tally
		partial bool
		want    string
	}{
		{tally{}, false, "pronto per la pubblicazione: sì"},
		{tally{gaps: 1}, false, "pronto per la pubblicazione: no, manca 1 cosa"},
		{tally{gaps: 6}, false, "pronto per la pubblicazione: no, mancano 6 cose"},
		{tally{errors: 1}, false, "pronto per la pubblicazione: no, 1 errore da correggere"},
		{tally{errors: 2, gaps: 1}, false, "pronto per la pubblicazione: no, 2 errori da correggere, manca 1 cosa"},
		{tally{warnings: 1}, false, "pronto per la pubblicazione: sì, ma con 1 avviso da guardare"},
		{tally{warnings: 3}, false, "pronto per la pubblicazione: sì, ma con 3 avvisi da guardare"},
		{tally{warnings: 1, gaps: 2}, false, "pronto per la pubblicazione: no, mancano 2 cose, 1 avviso da guardare"},
		{tally{10_000, 10_000, 10_000}, false, "pronto per la pubblicazione: no, 10000 errori da correggere, mancano 10000 cose, 10000 avvisi da guardare"},
		{tally{}, true, "pronto per la pubblicazione, per la parte che hai chiesto: sì"},
		{tally{gaps: 6}, true, "pronto per la pubblicazione, per la parte che hai chiesto: no, mancano 6 cose"},
	}
	for _, test := range tests {
		if got := verdict(test.count, test.partial); got != test.want {
			t.Errorf("verdict(%+v, %v) = %q, want %q", test.count, test.partial, got, test.want)
		}
	}
}

// report holds a fault a line, of the code given, each with its usual severity.
func report(codes ...string) *diag.List {
	l := new(diag.List)
	for i, name := range codes {
		c, _ := diag.Lookup(name)
		l.Add(diag.Diagnostic{Pos: token.Position{Filename: "a", Line: i + 1}, Severity: c.Severity, Code: name, Message: "m"})
	}
	return l
}

func codesOf(l *diag.List) []string {
	var out []string
	for _, d := range l.Sorted() {
		out = append(out, d.Code)
	}
	return out
}

func TestGroupTable(t *testing.T) {
	const want = `  gruppo        errori  avvisi  da completare
  scrittura          2       1              0
  completezza        0       0              1
  in tutto           2       1              1
`
	if diff := cmp.Diff(want, groupTable(report("empty-value", "to-complete", "conflict-copy", "wrong-type"))); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
	if got := groupTable(report("empty-value")); strings.Contains(got, "in tutto") || !strings.Contains(got, "scrittura") {
		t.Errorf("the table of one group is\n%s", got)
	}
	if got := groupTable(report()); got != "" {
		t.Errorf("the table of nothing is\n%s", got)
	}
}

// off returns a code that does not run unless asked for.
func off(t *testing.T) diag.Code {
	t.Helper()
	i := slices.IndexFunc(diag.Codes(), func(c diag.Code) bool { return c.Off != "" })
	if i < 0 {
		t.Fatal("no code is off")
	}
	return diag.Codes()[i]
}

func TestSelection(t *testing.T) {
	quiet := off(t)
	all := []string{"empty-value", "raw-html", "to-complete", quiet.Name}
	tests := []struct {
		name         string
		only, except []string
		all          bool
		shown, aside []string
	}{
		{"everything", nil, nil, false, all[:3], nil},
		{"off too", nil, nil, true, all, nil},
		{"a group", []string{"pagine"}, nil, false, []string{"raw-html"}, []string{"empty-value", "to-complete"}},
		{"two groups", []string{"pagine", "completezza"}, nil, false, []string{"raw-html", "to-complete"}, []string{"empty-value"}},
		{"a code", []string{"raw-html"}, nil, false, []string{"raw-html"}, []string{"empty-value", "to-complete"}},
		{"all but a group", nil, []string{"completezza"}, false, []string{"empty-value", "raw-html"}, []string{"to-complete"}},
		{"all but a code", nil, []string{"raw-html"}, false, []string{"empty-value", "to-complete"}, []string{"raw-html"}},
		{"both", []string{"pagine", "completezza"}, []string{"raw-html"}, false, []string{"to-complete"}, []string{"empty-value", "raw-html"}},
		{"off, by name", []string{quiet.Name}, nil, false, []string{quiet.Name}, all[:3]},
		{"off, by group", []string{string(quiet.Group)}, nil, false, nil, all[:3]},
		{"off, by group and all", []string{string(quiet.Group)}, nil, true, []string{quiet.Name}, all[:3]},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, err := newSelection(test.only, test.except, test.all)
			if err != nil {
				t.Fatal(err)
			}
			shown, aside := s.split(report(all...))
			if diff := cmp.Diff([][]string{test.shown, test.aside}, [][]string{codesOf(shown), codesOf(aside)}); diff != "" {
				t.Errorf("shown and aside (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSelectionRefused(t *testing.T) {
	for _, test := range []struct {
		only, except []string
		hint         string
	}{
		{[]string{"privaci"}, nil, "forse intendevi «privacy»?"},
		{nil, []string{"raw-htlm"}, "forse intendevi «raw-html»?"},
		{[]string{"zzzzzzzzzz"}, nil, "i gruppi sono scrittura, "},
		{[]string{""}, nil, "i gruppi sono scrittura, "},
		{[]string{"privacy"}, []string{"privacy"}, "togli un nome da --except"},
		{nil, groupNames(), "togli un nome da --except"},
	} {
		_, err := newSelection(test.only, test.except, false)
		var failed *failure
		if !errors.As(err, &failed) || failed.code != exitUsage || !strings.HasPrefix(failed.hint, test.hint) {
			t.Errorf("--only %q --except %q: %v, want wrong usage and the hint %q", test.only, test.except, err, test.hint)
		}
	}
}

func TestCompleteNames(t *testing.T) {
	for typed, want := range map[string]string{"": "privacy", "pri": "privacy", "lingua,": "lingua,privacy", "lingua,raw-html,pr": "lingua,raw-html,privacy"} {
		got, _ := completeNames(nil, nil, typed)
		if !slices.ContainsFunc(got, func(c string) bool { return strings.HasPrefix(c, want+"\t") }) {
			t.Errorf("after %q nothing completes to %s", typed, want)
		}
	}
}

// TestExplanation holds that every code can be explained, with all it has.
func TestExplanation(t *testing.T) {
	for _, c := range diag.Codes() {
		got := explanation(c)
		words := strings.Join(strings.Fields(got), " ")
		for _, want := range []string{c.Name, c.Severity.String(), string(c.Group), c.Meaning, c.Reason, c.Source, c.Link, c.Off} {
			if !strings.Contains(words, strings.Join(strings.Fields(want), " ")) {
				t.Errorf("the explanation of %s lacks %q:\n%s", c.Name, want, got)
			}
		}
		for _, example := range []string{c.Wrong, c.Right} {
			if example != "" && !strings.Contains(got, indent(example)) {
				t.Errorf("the explanation of %s lacks the example %q", c.Name, example)
			}
		}
		if strings.Contains(got, "Perché è spento") != (c.Off != "") {
			t.Errorf("the explanation of %s says that it is off, or does not:\n%s", c.Name, got)
		}
	}
}

// TestRequirements holds that help codici tells of everything asked for that no
// code covers whole.
func TestRequirements(t *testing.T) {
	text := strings.Join(strings.Fields(codesTopic(nil)), " ")
	told := 0
	for _, r := range rules.Requirements() {
		if r.Note == "" {
			continue
		}
		told++
		if !strings.Contains(text, strings.Join(strings.Fields(r.Text), " ")) || !strings.Contains(text, strings.Join(strings.Fields(r.Note), " ")) {
			t.Errorf("help codici does not tell of %q", r.Text)
		}
	}
	if told < 10 {
		t.Errorf("only %d requirements have a note", told)
	}
}

// TestPrevious: what is only a guess is left alone when it is not ours; what was
// asked for is not.
func TestPrevious(t *testing.T) {
	a, _, said := testApp(newProject(t))
	if code := a.main(t.Context(), []string{"build"}); code != exitFine {
		t.Fatalf("build = %d\n%s", code, said)
	}
	dir := a.project()
	for name, text := range map[string]string{"vuota/x": "", "app/manifest.json": `{"name":"app"}`, "rotta/manifest.json": `{`, "altra/manifest.json": `{"generator":"hugo 1","files":[{}]}`, "niente/manifest.json": `{"generator":"vetro 1","files":[]}`} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for folder, ours := range map[string]bool{"public": true, filepath.Join(dir, "public"): true, "non-c-e": false, "vuota": false, "app": false, "rotta": false, "altra": false, "niente": false} {
		previous, done, err := a.previousSite(folder, false)
		done()
		if err != nil || (previous != nil) != ours {
			t.Errorf("guessed %s: a site %v (%v), want %v", folder, previous != nil, err, ours)
		}
		previous, done, err = a.previousSite(folder, true)
		done()
		var failed *failure
		if (previous != nil) != ours || (err == nil) != ours || err != nil && (!errors.As(err, &failed) || failed.code != exitUsage) {
			t.Errorf("asked for %s: a site %v (%v), want %v", folder, previous != nil, err, ours)
		}
	}
}

// A brokenPipe refuses to be written to.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("nobody reads") }

// TestWriteErrors holds that what could not be printed is not taken for printed.
func TestWriteErrors(t *testing.T) {
	dir := newProject(t)
	for _, args := range [][]string{
		{"help"}, {"--help"}, {"help", "build"}, {"build", "--help"}, {"help", "codici"}, {"check", "--explain", "raw-html"},
		{"check", "--completeness"}, {"check", "--completeness", "--json"}, {"check", "--json"},
	} {
		a, _, _ := testApp(dir)
		a.Out = brokenPipe{}
		if code := a.main(t.Context(), args); code != exitEnvironment {
			t.Errorf("%v, and nobody reads: exit code %d, want %d", args, code, exitEnvironment)
		}
	}
}
