// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
)

// TestTransparencyOfWhatIsShipped holds that nothing is said of the shipped data
// and of the demo but what is truly missing from them.
func TestTransparencyOfWhatIsShipped(t *testing.T) {
	for dir, want := range map[string][]string{
		"../../..": {
			"data/piani/2022/piano.toml: [publication-date-missing]",
			"data/piani/2022/piano.toml: [project-incomplete]",
			"data/piani/2022/settori/istruzione.toml: [project-incomplete]",
		},
		"../starter/demo": nil,
	} {
		fsys := os.DirFS(dir)
		var loaded, report diag.List
		pub := plan.Load(fsys, &loaded)
		if loaded.HasErrors() {
			t.Fatalf("%s: %v", dir, loaded.Sorted())
		}
		transparency(Input{Project: fsys, Publication: pub}, &report)
		var got []string
		for _, d := range report.Sorted() {
			got = append(got, fmt.Sprintf("%s: [%s]", d.Pos.Filename, d.Code))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", dir, diff)
		}
	}
}

// TestUpdatedBeforeAct: where an edition was not published, nobody else compares
// these two dates.
func TestUpdatedBeforeAct(t *testing.T) {
	const written = "titolo = \"Piano\"\nstato = \"approvato\"\nfonte = \"atto\"\naggiornato = 2022-10-%s\n[atto]\ndata = 2022-10-05\n"
	for updated, want := range map[string]string{
		"04\npubblicato = 2022-10-04": "", // Load says so
		"04":                          "data/piani/2022/piano.toml:4:14: errore: «aggiornato» (2022-10-04) non può venire prima dell'atto (2022-10-05) [dates-out-of-order]",
		"05":                          "",
	} {
		fsys := fstest.MapFS{
			"data/ente.toml":             {Data: []byte("nome = \"Comune di Prova\"\n")},
			"data/fonti.toml":            {Data: []byte("[[fonte]]\nid = \"atto\"\ntitolo = \"L’atto\"\n")},
			"data/piani/2022/piano.toml": {Data: fmt.Appendf(nil, written, updated)},
		}
		var report, loaded diag.List
		transparency(Input{Project: fsys, Publication: plan.Load(fsys, &loaded)}, &report)
		got := ""
		for _, d := range report.Sorted() {
			if d.Code == "dates-out-of-order" {
				got += d.String()
			}
		}
		if got != want {
			t.Errorf("updated on %s:\n got %s\nwant %s", updated, got, want)
		}
	}
}

// TestAddressesAsRenamed holds that an edition which says where a page has gone
// is believed only when something stands there.
func TestAddressesAsRenamed(t *testing.T) {
	const manifest = `{"editions": [{"id": "2022", "published": "2022-11-02"}], "files": [
		{"path": "2022/progetti/vecchio/index.html", "edition": "2022"},
		{"path": "2022/settori/vecchio/index.html", "edition": "2022"},
		{"path": "2022/dati/progetti.csv", "edition": "2022"},
		{"path": "2022/grafici/vecchio/vecchio.svg", "edition": "2022"},
		{"path": "pagina/index.html"}]}`
	previous := fstest.MapFS{"manifest.json": {Data: []byte(manifest)}}
	for _, c := range []struct {
		name string
		has  []string
		want []string
	}{
		{"moved, and there", []string{"2022/progetti/nuovo/index.html", "2022/dati/progetti.csv", "2022/settori/vecchio/index.html"}, nil},
		{"moved to nowhere", []string{"2022/dati/progetti.csv", "2022/settori/vecchio/index.html"}, []string{"/2022/progetti/vecchio/"}},
		{"a settore is no project", []string{"2022/progetti/nuovo/index.html", "2022/settori/nuovo/index.html", "2022/dati/progetti.csv"}, []string{"/2022/settori/vecchio/"}},
		{"data are cited too", []string{"2022/progetti/vecchio/index.html", "2022/settori/vecchio/index.html"}, []string{"/2022/dati/progetti.csv"}},
	} {
		pub := &plan.Publication{Editions: []*plan.Edition{{
			ID: "2022", State: plan.Approved, Renames: []*plan.Rename{{Kind: plan.RenamedProject, From: "vecchio", To: "nuovo"}},
		}}}
		var report diag.List
		Addresses(previous, func(path string) bool { return strings.Contains(strings.Join(c.has, " ")+" ", path+" ") }, pub, &report)
		var got []string
		for _, d := range report.Sorted() {
			if address := strings.Split(strings.Split(d.Message, "«")[1], "»")[0]; address != "/pagina/" {
				got = append(got, address)
			} else if d.Severity != diag.Warning {
				t.Errorf("%s: a page of no edition is %s, want a warning", c.name, d.Severity)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestAddressesWithoutPromise holds that where no edition was published nothing
// can vanish.
func TestAddressesWithoutPromise(t *testing.T) {
	pub := &plan.Publication{Editions: []*plan.Edition{{ID: "2022", State: plan.Approved}}}
	for name, previous := range map[string]fs.FS{
		"no site":     nil,
		"no manifest": fstest.MapFS{},
		"unreadable":  failing{},
		"not JSON":    fstest.MapFS{"manifest.json": {Data: []byte("<html>")}},
		"older":       fstest.MapFS{"manifest.json": {Data: []byte(`{"generator": "vetro", "files": [{"path": "2022/index.html", "size": 1}]}`)}},
		"unpublished": fstest.MapFS{"manifest.json": {Data: []byte(`{"editions": [{"id": "2022"}], "files": [{"path": "2022/index.html", "edition": "2022"}]}`)}},
		"gone whole":  fstest.MapFS{"manifest.json": {Data: []byte(`{"editions": [{"id": "2021", "published": "2021-11-02"}], "files": [{"path": "2021/index.html", "edition": "2021"}]}`)}},
		"out of it":   fstest.MapFS{"manifest.json": {Data: []byte(`{"editions": [{"id": "2022", "published": "2022-11-02"}], "files": [{"path": "../a.html", "edition": "2022"}]}`)}},
	} {
		var report diag.List
		Addresses(previous, func(string) bool { return false }, pub, &report)
		if report.Len() > 0 {
			t.Errorf("%s: %v", name, report.Sorted())
		}
	}
}

// failing is a folder in which nothing can be opened.
type failing struct{}

func (failing) Open(string) (fs.File, error) { return nil, errors.New("disk on fire") }

func BenchmarkTransparency(b *testing.B) {
	fsys := fstest.MapFS{
		"data/ente.toml":             {Data: []byte("nome = \"Comune di Prova\"\n")},
		"data/fonti.toml":            {Data: []byte("[[fonte]]\nid = \"atto\"\ntitolo = \"L’atto\"\n")},
		"data/piani/2022/piano.toml": {Data: []byte("titolo = \"Piano\"\nstato = \"approvato\"\nfonte = \"atto\"\n")},
	}
	for d := range 100 {
		var text strings.Builder
		fmt.Fprintf(&text, "nome = \"Settore %d\"\n", d)
		for p := range 100 {
			fmt.Fprintf(&text, "[[progetto]]\nid = \"p-%d-%d\"\ntitolo = \"Il progetto %d del settore %d\"\n", d, p, p, d)
		}
		fsys[fmt.Sprintf("data/piani/2022/settori/s-%d.toml", d)] = &fstest.MapFile{Data: []byte(text.String())}
	}
	var loaded diag.List
	in := Input{Project: fsys, Publication: plan.Load(fsys, &loaded)}
	for b.Loop() {
		var report diag.List
		transparency(in, &report)
		if report.Len() != 100 {
			b.Fatalf("%d diagnostics", report.Len())
		}
	}
}
