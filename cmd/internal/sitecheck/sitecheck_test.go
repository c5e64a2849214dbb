// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
)

// A change is made to a file of the sound site: old, which must be there once or
// more, becomes new, the first time only. An empty old adds the file, or takes
// the place of it.
type change struct{ path, old, new string }

// A verdict is a changed site and the codes it must get. Where it wants none,
// the change comes near a fault and must not be taken for one.
type verdict struct {
	name    string
	changes []change
	want    []string
}

// one is a verdict about one change.
func one(name, path, old, new string, want ...string) verdict {
	return verdict{name, []change{{path, old, new}}, want}
}

const (
	edition22 = "2022/index.html"
	projects  = "2022/progetti/index.html"
	uno       = "2022/progetti/uno/index.html"
	due       = "2022/progetti/due/index.html"
	tre       = "2022/progetti/tre/index.html"
	notes     = "note-legali/index.html"
	css       = "assets/sito.css"
	js        = "assets/sito.js"
	table     = "2022/dati/p.csv"
	excel     = "2022/dati/p-excel.csv"
	chart     = "2022/grafici/c.svg"
)

func verdicts() []verdict {
	return slices.Concat([]verdict{{name: "sound"}}, linkVerdicts, headVerdicts, readingVerdicts, officeVerdicts, fileVerdicts)
}

// site returns the sound site with the changes of v made to it.
func (v verdict) site(t *testing.T) map[string]string {
	t.Helper()
	files := sound()
	lists := true
	for _, c := range v.changes {
		switch {
		case c.path == sumsName || c.path == manifestName:
			if lists {
				list(t, files)
				lists = false
			}
			fallthrough
		case c.old != "":
			if !strings.Contains(files[c.path], c.old) {
				t.Fatalf("%s does not contain %q", c.path, c.old)
			}
			files[c.path] = strings.Replace(files[c.path], c.old, c.new, 1)
		default:
			files[c.path] = c.new
		}
	}
	if lists {
		list(t, files)
	}
	return files
}

// compare compares what was found, each with its code or rule, with v.
func compare[T any](t *testing.T, v verdict, found []T, code func(T) string) {
	t.Helper()
	var got []string
	for _, f := range found {
		t.Log(f)
		if !slices.Contains(got, code(f)) {
			got = append(got, code(f))
		}
	}
	slices.Sort(got)
	slices.Sort(v.want)
	if diff := cmp.Diff(v.want, got); diff != "" {
		t.Errorf("codes (-want +got):\n%s", diff)
	}
}

func TestAudit(t *testing.T) {
	for _, v := range verdicts() {
		t.Run(v.name, func(t *testing.T) {
			faults, err := Audit(asSite(v.site(t)))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, v, faults, func(f Fault) string { return f.Code })
			for _, f := range faults {
				if code, ok := diag.Lookup(f.Code); !ok || code.Group != diag.SiteFiles || code.Severity != f.Severity {
					t.Errorf("%v: code %+v", f, code)
				}
			}
		})
	}
}

// TestCodes: every code of the group is provoked by a verdict, and none besides.
func TestCodes(t *testing.T) {
	var got, want []string
	for _, v := range verdicts() {
		got = append(got, v.want...)
	}
	slices.Sort(got)
	for _, c := range diag.Codes() {
		if c.Group == diag.SiteFiles {
			want = append(want, c.Name)
		}
	}
	if diff := cmp.Diff(want, slices.Compact(got)); diff != "" {
		t.Errorf("codes of the group and codes provoked (-want +got):\n%s", diff)
	}
}

// Faults are reported as diagnostics, and a defect of the program says that it is one.
func TestDiagnostic(t *testing.T) {
	files := sound()
	files[uno] = strings.Replace(files[uno], "<title>Uno", "<title>Due", 1)
	files[due] = strings.Replace(files[due], `name="description"`, `name="descrizione"`, 1)
	list(t, files)
	all, err := Audit(asSite(files))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range all {
		lines = append(lines, f.Diagnostic().String())
	}
	want := []string{
		`2022/progetti/due/index.html: errore: manca la descrizione [page-description]`,
		`2022/progetti/uno/index.html: avviso: la pagina ha lo stesso titolo di 2022/progetti/due/index.html: "Due" [page-title-shared]`,
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("Audit (-want +got):\n%s", diff)
	}
}

// The order of faults does not depend on which page is read first.
func TestAuditIsRepeatable(t *testing.T) {
	files := sound()
	for name, text := range files {
		files[name] = strings.NewReplacer("<h2", "<h4", "scope=", "ambito=", "data-element=\"legal", "data-element=\"illegal", "\r\n", "\n", "Leggi le", "", "/uno/index", "/otto/index",
			"<caption>", "<caption hidden>", "<li>Meno", "<p>Meno", "aria-labelledby=\"c-t", "aria-labelledby=\"c-u", "alt=", "testo=").Replace(text)
	}
	list(t, files)
	first, err := Audit(asSite(files))
	if err != nil || len(first) < 10 {
		t.Fatalf("Audit: %d faults, %v", len(first), err)
	}
	for range 5 {
		again, err := Audit(asSite(files))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, again); diff != "" {
			t.Fatalf("another Audit of the same site (-first +again):\n%s", diff)
		}
	}
}

// What every page has is told once.
func TestAuditGathers(t *testing.T) {
	files := sound()
	for name, text := range files {
		files[name] = strings.ReplaceAll(text, "https://www.comune.esempio.example/privacy", "http://www.comune.esempio.example/privacy")
	}
	list(t, files)
	faults, err := Audit(asSite(files))
	if err != nil {
		t.Fatal(err)
	}
	want := []Fault{{edition22, "page-hook-address", diag.Warning,
		`l'informativa sulla privacy non ha un indirizzo https: "http://www.comune.esempio.example/privacy" (e così in altri 8 file)`, ""}}
	if diff := cmp.Diff(want, faults); diff != "" {
		t.Errorf("Audit (-want +got):\n%s", diff)
	}
}

func TestRepeated(t *testing.T) {
	for tag, want := range map[string]string{
		`<p>`:                             "",
		`<br/>`:                           "",
		`<p class="a" id="b">`:            "",
		`<p class="a" CLASS="b">`:         "class",
		`<p title="id=1 id=2 class='x'">`: "",
		`<p title='"' lang=it title>`:     "title",
		`<p a = 1 b= 2 c =3 a>`:           "a",
		`<p hidden data-x=hidden>`:        "",
		`<input value=a/b value=c>`:       "value",
		`<p a1="" a2="" a3="" a4="" a5="" a6="" a7="" a8="" a9="" a1="">`: "a1",
		"<p\n id=x\n\tid=y>":                "id",
		`<p title="never closed id=x id=y>`: "",
		`<p =x =x>`:                         "", // a name with a value
		`<p `:                               "",
		`<p a=`:                             "",
	} {
		if got, twice := repeated([]byte(tag)); got != want || twice != (want != "") {
			t.Errorf("repeated(%s) = %q, %v, want %q", tag, got, twice, want)
		}
	}
}
