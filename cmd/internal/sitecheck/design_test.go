// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The files design_*_test.go judge what our templates, style sheets and script
// decide and no data can change: contrast, typefaces, classes, weight, the
// policy of a page, its landmarks. Design is run over the sites that the shipped
// data, the demo and hostile texts make (see published_test.go), and over a
// sound site that is broken on purpose.

// A flaw is what design finds.
type flaw struct{ path, rule, message string }

func (f flaw) String() string { return fmt.Sprintf("%s: %s [%s]", f.path, f.message, f.rule) }

func flawAt(path, rule, format string, args ...any) flaw {
	return flaw{path, rule, fmt.Sprintf(format, args...)}
}

// A designPage is one page as far as its design goes.
type designPage struct {
	*Page
	name  string
	flaws []flaw

	sheets    []string // style sheets of the site it links
	typefaces bool     // its policy lets in typefaces of the site
	script    bool
	bands     []string
	uncertain bool     // its act is to be confirmed
	sections  []string // headings below h1, each with those it stands under
	notes     string   // where its legal notes are, "" when it does not say
	terms     bool
	seen      map[*look]bool
}

func (p *designPage) flaw(rule, format string, args ...any) {
	p.flaws = append(p.flaws, flaw{p.name, rule, fmt.Sprintf(format, args...)})
}

// all returns the elements of p with one of these names, in order.
func (p *designPage) all(names ...string) []*html.Node {
	var out []*html.Node
	for _, n := range p.elements {
		if n.Namespace == "" && slices.Contains(names, n.Data) {
			out = append(out, n)
		}
	}
	return out
}

// called returns a test for elements with one of these names.
func called(names ...string) func(*html.Node) bool {
	return func(n *html.Node) bool { return slices.Contains(names, n.Data) }
}

// A designFile is a file of the site.
type designFile struct {
	path  string
	size  int
	style *stylesheet
	flaws []flaw
}

func (f *designFile) flaw(rule, format string, args ...any) {
	f.flaws = append(f.flaws, flaw{f.path, rule, fmt.Sprintf(format, args...)})
}

// A design is a whole site.
type design struct {
	files  []*designFile // sorted by path
	pages  []*designPage
	byName map[string]*designPage
	styles map[string]*stylesheet
	looks  *looks
}

// design judges a site.
func judgeDesign(site fs.FS) ([]flaw, error) {
	s := &design{byName: map[string]*designPage{}, styles: map[string]*stylesheet{}, looks: newLooks()}
	data := map[string][]byte{}
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data[name], err = fs.ReadFile(site, name)
		s.files = append(s.files, &designFile{path: name, size: len(data[name])})
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, f := range s.files {
		if path.Ext(f.path) == ".css" && !given(f.path) {
			f.style = parseStyle(f.path, string(data[f.path]))
			s.styles[f.path] = f.style
			s.looks.add(f.style)
		}
	}
	var out []flaw
	for _, f := range s.files {
		switch ext := path.Ext(f.path); {
		case given(f.path):
		case ext == ".html":
			p := s.readPage(f.path, data[f.path])
			s.pages = append(s.pages, p)
			s.byName[f.path] = p
			out = append(out, p.flaws...)
		case ext == ".js" || ext == ".mjs":
			f.checkScript(data[f.path])
		case ext == ".svg":
			f.checkChart(data[f.path])
		}
		out = append(out, f.flaws...)
	}
	for _, check := range []func() []flaw{s.checkBands, s.checkSequences, s.checkNotes, s.checkStyles, s.checkColours, s.checkWeight} {
		out = append(out, check()...)
	}
	return out, nil
}

// readPage judges what needs no other page.
func (s *design) readPage(name string, data []byte) *designPage {
	p := &designPage{Page: Parse(name, data), name: name, seen: map[*look]bool{}}
	checks := []func(){p.checkLanguage, p.checkMeta, p.checkPolicy, p.checkFocus, p.checkFields, p.checkPictures, p.checkCharts, p.checkIndexing, p.findBands, p.outline}
	if !strings.HasSuffix(name, framed) { // a chart in the frame of another site has nothing around it
		checks = append(checks, p.checkLandmarks, p.checkSkipLink, p.checkHooks, p.checkClasses)
	}
	for _, check := range checks {
		check()
	}
	p.weigh(data)
	s.looks.see(s, p, p.Root)
	return p
}

// unlabelled are the kinds of input that need no label, or carry their own.
var unlabelled = []string{"hidden", "submit", "reset", "button", "image"}

// checkFields holds that fields have a label.
func (p *designPage) checkFields() {
	labels := map[string]bool{}
	for _, n := range p.all("label") {
		if p.text(n) != "" {
			labels[attr(n, "for")] = true
		}
	}
	for _, n := range p.all("input", "select", "textarea") {
		inside := within(n.Parent, called("label"))
		named := p.label(n) != "" || has(n, "id") && labels[attr(n, "id")] || inside != nil && p.text(inside) != ""
		if !named && (n.Data != "input" || !slices.Contains(unlabelled, attr(n, "type"))) {
			p.flaw("control-label", "field %q has no label", attr(n, "name"))
		}
		if n.Data == "input" && attr(n, "type") == "image" && attr(n, "alt") == "" {
			p.flaw("control-label", "a picture button has no name")
		}
	}
}

// TestDesign breaks the sound site and wants the flaw.
func TestDesign(t *testing.T) {
	for _, v := range slices.Concat([]verdict{{name: "sound"}}, designVerdicts, lookVerdicts) {
		t.Run(v.name, func(t *testing.T) {
			flaws, err := judgeDesign(asSite(v.site(t)))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, v, flaws, func(f flaw) string { return f.rule })
		})
	}
}

// shared returns the flaws of a site without its repeats on other pages.
func shared(flaws []flaw) []string {
	pages := map[string]int{}
	first := map[string]flaw{}
	for _, f := range flaws {
		key := f.rule + f.message
		if pages[key]++; pages[key] == 1 {
			first[key] = f
		}
	}
	var out []string
	for key, f := range first {
		out = append(out, fmt.Sprintf("%v (%d pages)", f, pages[key]))
	}
	slices.Sort(out)
	return out
}
