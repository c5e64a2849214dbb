// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/proof"
	"vetro/cmd/internal/site"
	"vetro/cmd/internal/sitecheck"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// draw stands in for the engine: one <rect> for each mark, with its place in
// the table and its number, so that tests can compare picture and table.
func draw(_ context.Context, c chart.Chart) (chart.SVG, error) {
	if err := c.Validate(); err != nil {
		return chart.SVG{}, err
	}
	svg := func(width string) []byte {
		var b strings.Builder
		fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-%s" viewBox="0 0 640 120" role="img" aria-labelledby="%s-%s-t" aria-describedby="%[2]s-%[1]s-d"><title id="%[2]s-%[1]s-t">%[4]s</title><desc id="%[2]s-%[1]s-d">%[5]s</desc>`,
			width, c.ID, width, template.HTMLEscapeString(c.Title), template.HTMLEscapeString(c.Finding))
		for s, series := range c.Series {
			for i, v := range series.Values {
				if v.Known {
					fmt.Fprintf(&b, `<rect data-s="%d" data-c="%d" data-v="%v"/>`, s, i, v.Number)
				}
			}
		}
		b.WriteString("</svg>")
		return []byte(b.String())
	}
	return chart.SVG{Wide: svg("wide"), Narrow: svg("narrow")}, nil
}

// load reads a project, which must be without faults.
func load(t testing.TB, project fs.FS) Input {
	t.Helper()
	var report diag.List
	pub := plan.Load(project, &report)
	pages := narrative.Load(project, pub, narrative.Known{
		Charts: func(edition string) []string {
			var ids []string
			for _, e := range pub.Editions {
				if e.ID == edition {
					for _, c := range Charts(e) {
						ids = append(ids, c.ID)
					}
				}
			}
			return ids
		},
		Routes: func(address string) bool { return slices.Contains(Addresses(pub), address) },
	}, &report)
	if report.HasErrors() {
		for _, d := range report.Sorted() {
			t.Error(d)
		}
		t.FailNow()
	}
	images, err := fs.Sub(project, "content/immagini")
	if err != nil {
		t.Fatal(err)
	}
	content, err := fs.Sub(project, "content")
	if err != nil {
		t.Fatal(err)
	}
	// Where there is nothing but drafts, they are what there is to test.
	drafts := !slices.ContainsFunc(pub.Editions, func(e *plan.Edition) bool { return e.State == plan.Approved })
	return Input{Publication: pub, Pages: pages, Images: images, Content: content, Draw: draw, Version: "prova", Drafts: drafts}
}

// Build makes a whole site, with its pages proved.
func Build(ctx context.Context, in Input) (*site.Site, error) {
	b, files, err := assemble(ctx, in)
	if err != nil {
		return nil, err
	}
	if err := b.prove(files); err != nil {
		return nil, err
	}
	var listed []manifest.File
	for _, f := range files {
		sum := sha256.Sum256(f.Data)
		listed = append(listed, manifest.File{Path: f.Path, Size: len(f.Data), SHA256: hex.EncodeToString(sum[:])})
	}
	lists, err := b.Listing(listed)
	if err != nil {
		return nil, err
	}
	return site.New(append(files, lists...))
}

// assemble makes every file of a site but the lists of them.
func assemble(ctx context.Context, in Input) (*Builder, []site.File, error) {
	var mu sync.Mutex
	var files []site.File
	keep := func(f site.File) error {
		mu.Lock()
		defer mu.Unlock()
		files = append(files, f)
		return nil
	}
	b, err := Prepare(ctx, in, keep)
	if err != nil {
		return nil, nil, err
	}
	if err := b.Files(keep); err != nil {
		return nil, nil, err
	}
	return b, files, b.Pages(ctx, func(p Page) error {
		data, err := p.Render()
		if err != nil {
			return err
		}
		return keep(site.File{Path: p.Path, Data: data})
	})
}

// prove reads the pages among files back.
func (b *Builder) prove(files []site.File) error {
	sizes := map[string]int{}
	for _, f := range files {
		sizes[f.Path] = len(f.Data)
	}
	prover, err := proof.New(b.Proofs(), func(name string) (int, bool) { n, ok := sizes[name]; return n, ok })
	if err != nil {
		return err
	}
	for _, f := range files {
		if !isPage(f.Path) {
			continue
		}
		root, err := html.Parse(bytes.NewReader(f.Data))
		if err != nil {
			return err
		}
		if err := prover.Page(f.Path, root); err != nil {
			return err
		}
	}
	return prover.Missing()
}

// build builds and checks a site, which must be without faults.
func build(t testing.TB, in Input) *site.Site {
	t.Helper()
	s, err := Build(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	faults, err := defects(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
	return s
}

// defects returns what is wrong with a site and no content can cause.
func defects(s fs.FS) ([]sitecheck.Fault, error) {
	all, err := sitecheck.Audit(s)
	return slices.DeleteFunc(all, func(f sitecheck.Fault) bool { return f.Severity != diag.Error }), err
}

// archive returns the files of a txtar as a file system.
func archive(t testing.TB, name string) (*txtar.Archive, fstest.MapFS) {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range a.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return a, files
}

// read returns one file of a site.
func read(t testing.TB, s *site.Site, name string) string {
	t.Helper()
	data, err := s.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(data), "\u00a0", " ") // set by italian.Bind
}

// isPage reports whether name is an HTML page.
func isPage(name string) bool { return strings.HasSuffix(name, ".html") }

// TestGolden builds the project of each testdata/*.txtar and compares the
// files listed there under want/. With -update it writes them anew; to watch
// another file, add an empty want/ entry for it.
func TestGolden(t *testing.T) {
	names, err := fs.Glob(os.DirFS("testdata"), "*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(name, ".txtar"), func(t *testing.T) {
			a, project := archive(t, "testdata/"+name)
			s := build(t, load(t, project))
			for i, f := range a.Files {
				file, ok := strings.CutPrefix(f.Name, "want/")
				if !ok {
					continue
				}
				got := stable(t, s, file)
				if *update {
					a.Files[i].Data = []byte(got)
				} else if diff := cmp.Diff(string(f.Data), got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", file, diff)
				}
			}
			if *update {
				if err := os.WriteFile("testdata/"+name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// sums and sizes of files, which other tests hold to what they are: those of
// the style sheet and of what is compressed change without a change of ours.
var (
	anySum  = regexp.MustCompile(`\b[0-9a-f]{64}\b`)
	anySize = regexp.MustCompile(`("size": |"contentSize":"|dcat:byteSize ")[0-9]+`)
)

// stable is a file of s with the name of the style sheet made plain, which has
// an author and tests of its own, and so sums, sizes and ends of lines.
func stable(t *testing.T, s *site.Site, file string) string {
	got := strings.ReplaceAll(read(t, s, file), "\r\n", "\n")
	for _, f := range s.Files() {
		if name, ok := strings.CutPrefix(f.Path, "assets/"); ok && (strings.HasPrefix(name, "sito.") || strings.HasPrefix(name, "cerca.")) {
			got = strings.ReplaceAll(got, name, name[:strings.IndexByte(name, '.')]+".HASH"+f.Path[strings.LastIndexByte(f.Path, '.'):])
		}
	}
	return anySize.ReplaceAllString(anySum.ReplaceAllString(got, "SUM"), "${1}SIZE")
}

// TestDeterminism builds one input with one worker and with eight.
func TestDeterminism(t *testing.T) {
	_, project := archive(t, "testdata/due-settori.txtar")
	var first *site.Site
	for _, workers := range []int{1, 8, 8} {
		before := runtime.GOMAXPROCS(workers)
		s := build(t, load(t, project))
		runtime.GOMAXPROCS(before)
		if first == nil {
			first = s
			continue
		}
		if diff := cmp.Diff(first.Files(), s.Files()); diff != "" {
			t.Errorf("with %d workers (-first +now):\n%s", workers, diff)
		}
	}
}

func TestSiteIsFS(t *testing.T) {
	_, project := archive(t, "testdata/due-settori.txtar")
	s := build(t, load(t, project))
	var names []string
	for _, f := range s.Files() {
		names = append(names, f.Path)
	}
	if !slices.IsSorted(names) {
		t.Error("Files() is not sorted")
	}
	if err := fstest.TestFS(s, names...); err != nil {
		t.Error(err)
	}
}

func TestNewSiteRefuses(t *testing.T) {
	for _, test := range []struct {
		name  string
		files []string
	}{
		{"two of a path", []string{"a", "a"}},
		{"file and folder", []string{"a", "a/b"}},
		{"climbing", []string{"../a"}},
		{"absolute", []string{"/a"}},
		{"empty", []string{""}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var files []site.File
			for _, name := range test.files {
				files = append(files, site.File{Path: name})
			}
			if s, err := site.New(files); err == nil {
				t.Errorf("newSite(%q) = %v, want an error", test.files, s.Files())
			}
		})
	}
}

// TestManifest: every file but the two lists is in both, with its checksum.
func TestManifest(t *testing.T) {
	_, project := archive(t, "testdata/due-settori.txtar")
	s := build(t, load(t, project))
	sums := read(t, s, manifest.SumsName)
	var want []string
	for _, f := range s.Files() {
		if f.Path != manifest.SumsName && f.Path != manifest.Name {
			want = append(want, f.Path)
		}
	}
	var got []string
	for line := range strings.Lines(sums) {
		sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok || len(sum) != 64 {
			t.Errorf("line %q is not a checksum, two spaces and a path", line)
		}
		got = append(got, name)
		if !strings.Contains(read(t, s, manifest.Name), `"`+sum+`"`) {
			t.Errorf("%s: checksum not in the manifest", name)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files in %s (-want +got):\n%s", manifest.SumsName, diff)
	}
}

// TestHostile puts what an attacker would write into every text of the data.
func TestHostile(t *testing.T) {
	const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>' onload='x`
	in := hostileInput(hostile)
	s, err := Build(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	faults, err := defects(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
	for _, f := range s.Files() {
		if isPage(f.Path) {
			for _, bad := range []string{"<script>", "<img src=x", "javascript:", "ZgotmplZ"} {
				if bytes.Contains(f.Data, []byte(bad)) {
					t.Errorf("%s contains %q", f.Path, bad)
				}
			}
		}
	}
}
