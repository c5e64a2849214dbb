// SPDX-License-Identifier: EUPL-1.2

package starter_test

import (
	"bytes"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/project"
	"vetro/cmd/internal/starter"
)

// load reads a project the way the commands do, with the addresses and charts
// that the site really has.
func load(t *testing.T, root fs.FS) (*plan.Publication, []*narrative.Page, *diag.List) {
	t.Helper()
	report := new(diag.List)
	pub := plan.Load(root, report)
	if pub == nil {
		t.Fatalf("plan.Load = nil; diagnostics:\n%s", lines(report))
	}
	return pub, narrative.Load(root, pub, project.Known(pub), report), report
}

func lines(report *diag.List) string {
	var b strings.Builder
	for _, d := range report.Sorted() {
		b.WriteString(d.String() + "\n")
	}
	return b.String()
}

func roots() map[string]fs.FS {
	return map[string]fs.FS{"demo": starter.Demo(), "skeleton": starter.Skeleton()}
}

func TestLoadsWithoutErrorsAndWarnings(t *testing.T) {
	wantPages := map[string][]string{
		"demo":     {"/2023/il-piano/", "/2023/leggere-le-cifre/", "/2023/come-lavoriamo/", "/2024/il-piano/", "/2024/le-novita/", "/2024/progetti/cambi-di-residenza/", "/questo-esempio/"},
		"skeleton": {"/2026/il-piano/"},
	}
	for name, root := range roots() {
		t.Run(name, func(t *testing.T) {
			_, pages, report := load(t, root)
			if n, m := report.Count(diag.Error), report.Count(diag.Warning); n > 0 || m > 0 {
				t.Errorf("%d errori, %d avvisi, want none:\n%s", n, m, lines(report))
			}
			var got []string
			for _, p := range pages {
				got = append(got, p.Address())
			}
			slices.Sort(got)
			want := slices.Sorted(slices.Values(wantPages[name]))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("pages (-want +got):\n%s", diff)
			}
		})
	}
}

// A start that is nobody's must not be publishable: something is left to fill
// in, and nothing in it reads as a fact about a municipality.
func TestSkeletonClaimsNothing(t *testing.T) {
	pub, _, report := load(t, starter.Skeleton())
	if report.Count(diag.Incomplete) == 0 {
		t.Error("nothing is da completare, want the data still missing to be listed")
	}
	if m := pub.Municipality; m.Confirmed || m.Fictional {
		t.Errorf("ente confermato %t, fittizio %t, want neither", m.Confirmed, m.Fictional)
	}
	if len(pub.Editions) != 1 {
		t.Fatalf("%d editions, want 1", len(pub.Editions))
	}
	e := pub.Editions[0]
	if e.ID != "2026" || e.State != plan.Draft || e.Act.Confirmed {
		t.Errorf("edition %q, state %v, act confirmed %t, want draft 2026, not confirmed", e.ID, e.State, e.Act.Confirmed)
	}
	if e.ProjectsInPlan.Known() || e.Employees.Known() {
		t.Errorf("counts %v and %v, want them not said", e.ProjectsInPlan, e.Employees)
	}
	if n := len(e.AllProjects()); n != 0 {
		t.Errorf("%d projects, want none: what is no project must not be counted as one", n)
	}
	// The names that stand in for the real ones are da completare, each.
	want := []string{
		`data/ente.toml: «nome» è ancora «Comune da indicare»`,
		`data/piani/2026/settori/primo-settore.toml: «nome» è ancora «Settore da indicare»`,
	}
	var got []string
	for _, d := range report.Sorted() {
		if d.Code == "to-complete" && strings.Contains(d.Message, "da indicare") {
			got = append(got, d.Pos.Filename+": "+d.Message)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names to replace (-want +got):\n%s", diff)
	}
}

var commentedKey = regexp.MustCompile(`(?m)^#(\[{0,2}[a-z])`)

// Every line that the skeleton shows behind a # must work once the # is gone,
// and together they fill in every field there is.
func TestSkeletonCommentsAreValid(t *testing.T) {
	skeleton := starter.Skeleton()
	mapFS := fstest.MapFS{"content/immagini/stemma.svg": {Data: []byte("<svg/>")}}
	opened := 0
	err := fs.WalkDir(skeleton, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(skeleton, path)
		if strings.HasSuffix(path, ".toml") {
			opened += len(commentedKey.FindAll(data, -1))
			data = commentedKey.ReplaceAll(data, []byte("$1"))
		}
		mapFS[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if opened < 60 {
		t.Errorf("%d lines behind a #, want all the optional keys", opened)
	}
	pub, _, report := load(t, mapFS)
	if report.HasErrors() {
		t.Errorf("with every # removed:\n%s", lines(report))
	}
	e := pub.Editions[0]
	projects := e.AllProjects()
	if len(projects) != 3 {
		t.Fatalf("%d projects with every # removed, want 3", len(projects))
	}
	p, m := projects[0], pub.Municipality
	filled(t, *m, "Confirmed", "Fictional")
	filled(t, m.Contacts)
	filled(t, m.Links)
	filled(t, *pub.Sources[0])
	filled(t, *e, "EmployeesHidden", "EmployeesSummed") // those that the program finds out
	filled(t, *e.Corrections[0])
	filled(t, *e.Renames[0])
	filled(t, *e.Attachments[0])
	filled(t, e.Act, "Confirmed")
	filled(t, *e.Departments[0], "Whole", "Sharing")
	filled(t, *p, "With", "NoIndicators") // those of two settori, and in the place of indicators
	if all := e.Transversal; len(all) == 0 || len(all[0].With) == 0 {
		t.Error("the skeleton does not show insieme_a")
	}
	filled(t, p.Conditions)
	filled(t, *p.Staff[0], "SameAs") // needs a project before
	filled(t, *p.Indicators[0], "Results", "NoBaseline")
}

// filled reports the fields of a struct that are zero, other than those named.
func filled(t *testing.T, v any, but ...string) {
	t.Helper()
	s := reflect.ValueOf(v)
	for i := range s.NumField() {
		name := s.Type().Field(i).Name
		if s.Field(i).IsZero() && !slices.Contains(but, name) {
			t.Errorf("%s.%s is empty with every # removed: the skeleton does not show its key", s.Type(), name)
		}
	}
}

// An embed directive leaves out files whose names begin with a dot or an underscore.
func TestEmbedsEveryFile(t *testing.T) {
	for name, root := range roots() {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(contents(t, os.DirFS(name)), contents(t, root)); diff != "" {
				t.Errorf("embedded files (-on disk +embedded):\n%s", diff)
			}
		})
	}
}

func contents(t *testing.T, root fs.FS) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, path)
		files[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Old versions of Blocco note need the byte order mark and CRLF.
func TestReadmeOpensInNotepad(t *testing.T) {
	for name, root := range roots() {
		data, err := fs.ReadFile(root, "LEGGIMI.txt")
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
			t.Errorf("%s: LEGGIMI.txt does not begin with a byte order mark", name)
		}
		if lf, crlf := bytes.Count(data, []byte("\n")), bytes.Count(data, []byte("\r\n")); lf != crlf || lf == 0 {
			t.Errorf("%s: LEGGIMI.txt has %d line ends of which %d CRLF, want all", name, lf, crlf)
		}
		for _, line := range strings.Split(string(data), "\r\n") {
			if n := len([]rune(line)); n > 80 {
				t.Errorf("%s: LEGGIMI.txt: %d characters, want at most 80: %s", name, n, line)
			}
		}
	}
}

var (
	emailPattern = regexp.MustCompile(`[\w.+-]+@[\w.-]+`)
	hostPattern  = regexp.MustCompile(`https?://([^/"\s]+)`)
	// Six digits or more, also with spaces, dots or slashes between groups.
	phonePattern = regexp.MustCompile(`(?:\+39\s?)?\b\d{2,4}[ ./]\d{5,}\b|\b\d{6,}\b`)
)

// What is invented must not reach a real mailbox, site or telephone.
func TestInventedAddressesAreReserved(t *testing.T) {
	for name, root := range roots() {
		for path, text := range contents(t, root) {
			if strings.HasPrefix(path, "data/schemi/") {
				continue // the same for everybody
			}
			for _, m := range emailPattern.FindAllString(text, -1) {
				if !strings.HasSuffix(m, ".example") {
					t.Errorf("%s/%s: e-mail %q outside the example domains", name, path, m)
				}
			}
			for _, m := range hostPattern.FindAllStringSubmatch(text, -1) {
				agid := name == "skeleton" && m[1] == "form.agid.gov.it"
				if !strings.HasSuffix(m[1], ".example") && !agid {
					t.Errorf("%s/%s: address at %q outside the example domains", name, path, m[1])
				}
			}
			for _, m := range phonePattern.FindAllString(text, -1) {
				if strings.Trim(m, "0 ") != "" {
					t.Errorf("%s/%s: %q looks like a telephone number or a code", name, path, m)
				}
			}
		}
	}
}
