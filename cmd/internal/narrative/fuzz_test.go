// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/language"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/source"
)

// elements is the closed set that a page is made of: each element with the
// attributes it may have. What the resolver returns is not in it.
var elements = map[string][]string{
	"p": nil, "ul": nil, "ol": {"start"}, "li": {"value", "id"}, "blockquote": {"class"}, "pre": {"tabindex"}, "code": nil, "sup": nil,
	"h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
	"em": nil, "strong": nil, "a": {"href", "title", "id", "role", "aria-label"}, "br": nil, "hr": nil,
	"img":     {"class", "src", "alt", "title", "width", "height", "loading"},
	"section": {"class", "tabindex", "role", "aria-labelledby"}, "table": {"class"}, "caption": {"id"},
	"thead": nil, "tbody": nil, "tr": nil, "th": {"scope", "class"}, "td": {"class"},
}

func FuzzMarkdown(f *testing.F) {
	f.Add("<script>alert(1)</script> [a](javascript:alert(1)) <b onclick=x>")
	f.Add("[x](/2022/ \"\\\" onclick=alert(1)\") ![\"><script>](/immagini/sede.png '\"><b>')")
	f.Add("&lt;script&gt; &#60;script&#62; <https://x.it/\"onclick=\"a> \\<b>")
	f.Add("| <b> |\n|---|\n| {{ <i> }} |")
	f.Add("[a]: javascript:x\n\n[a] [b](<vbscript:x>) [c](java\tscript:x) [d](&#106;avascript:x)")
	f.Add("# \x01\n\n## <\n\n```grafico\nid = '<b>'\n```\n\n[](#<)")
	source, err := os.ReadFile("testdata/elements.md")
	if err != nil {
		f.Fatal(err)
	}
	_, body, _ := cutFrontMatter(source)
	f.Add(string(source[body:]))
	cases, _ := filepath.Glob("testdata/diag/*.txtar")
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			f.Add(string(file.Data))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		page, report := load(t, head+text)
		checkPositions(t, report)
		if page == nil {
			return // no UTF-8
		}
		r := testResolver()
		r.Figure = func(string) template.HTML { return "" }
		r.Chart = func(string) (template.HTML, error) { return "", nil }
		markup, err := page.HTML(r)
		if err != nil {
			t.Fatal(err)
		}
		checkMarkup(t, string(markup))
		ids := map[string]bool{}
		for _, h := range page.Headings {
			if ids[h.ID] || h.ID != plan.Slug(h.ID) {
				t.Errorf("heading id %q is used twice or no slug", h.ID)
			}
			ids[h.ID] = true
		}
		language.Gulpease(page.Text())
		for _, p := range page.Passages {
			if p.Text != strings.Join(strings.Fields(p.Text), " ") || p.Text == "" {
				t.Errorf("passage %q is not plain", p.Text)
			}
			for i := range p.Text {
				if d := p.At(i, 1); d.Pos.Line < 1 || d.Pos.Column < 1 {
					t.Errorf("%q at %d is at %v", p.Text, i, d.Pos)
				}
			}
		}
	})
}

// checkMarkup fails unless markup holds the closed set of elements alone.
func checkMarkup(t *testing.T, markup string) {
	t.Helper()
	var stack []string
	z := html.NewTokenizer(strings.NewReader(markup))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(stack) > 0 {
				t.Errorf("not closed: %v in %q", stack, markup)
			}
			return
		case html.CommentToken, html.DoctypeToken:
			t.Errorf("%q in %q", z.Token(), markup)
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			allowed, ok := elements[token.Data]
			if !ok {
				t.Fatalf("element %q in %q", token.Data, markup)
			}
			for _, a := range token.Attr {
				if !slices.Contains(allowed, a.Key) {
					t.Errorf("attribute %s of %s in %q", a.Key, token.Data, markup)
				}
				if a.Key == "href" || a.Key == "src" {
					checkHref(t, a.Val)
				}
			}
			if token.Data != "br" && token.Data != "hr" && token.Data != "img" {
				stack = append(stack, token.Data)
			}
		case html.EndTagToken:
			token := z.Token()
			if len(stack) == 0 || stack[len(stack)-1] != token.Data {
				t.Fatalf("</%s> closes %v in %q", token.Data, stack, markup)
			}
			stack = stack[:len(stack)-1]
		}
	}
}

// checkHref fails unless a browser would take href for one of the kinds of
// address that a page may hold.
func checkHref(t *testing.T, href string) {
	t.Helper()
	lower := strings.ToLower(href)
	for _, prefix := range []string{"../../", "#", "http://", "https://", "mailto:", "tel:"} {
		if strings.HasPrefix(lower, prefix) {
			return
		}
	}
	t.Errorf("href %q", href)
}

// checkPositions fails if a diagnostic says nothing, or lies outside its line.
func checkPositions(t *testing.T, report *diag.List) {
	t.Helper()
	for _, d := range report.Sorted() {
		if _, ok := diag.Lookup(d.Code); !ok || d.Message == "" {
			t.Errorf("diagnostic %+v", d)
		}
		if d.Pos.Line > 0 && d.Line != "" && d.Pos.Column > len([]rune(d.Line))+1 {
			t.Errorf("column %d lies outside the line: %+v", d.Pos.Column, d)
		}
	}
}

// Whatever the front matter, the text keeps its lines, and what is said of the
// front matter shows its lines.
func FuzzFrontMatter(f *testing.F) {
	for _, s := range []string{
		head, "+++\n+++\n", "+++\r\ntitolo = 'x'\r\n+++\r\n", "+++", "+++\n", "", "---\n", "+++ \nà = 1\n+++\t\nTesto",
		"+++\ntitolo = \"\"\"\n+++\n\"\"\"\n+++\n", "+++\n[a]\nb = 1\n[a]\n+++\n# T\n", "++++\n+++\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		report := new(diag.List)
		file := source.New("x.md", []byte(text), report)
		if file == nil {
			return
		}
		file = withLF(file)
		page := new(Page)
		body := readFrontMatter(file, page, report)
		if body > len(file.Data) || body > 0 && body < len(file.Data) && file.Data[body-1] != '\n' {
			t.Errorf("text starts at %d of %q", body, file.Data)
		}
		checkPositions(t, report)
		for _, d := range report.Sorted() {
			if d.Pos.Line > 0 && d.Line != file.Line(d.Pos.Line) {
				t.Errorf("line %d is shown as %q", d.Pos.Line, d.Line)
			}
		}
	})
}

// A binding is found where it stands, whole, and nothing else is taken for one.
func FuzzBinding(f *testing.F) {
	for _, s := range []string{
		"{{ progetti.nel_piano }}", "{{a}} {{ b }}", "{{ }}", "{{ x", "}} x {{", `\{{ x }}`, "`{{ x }}`", "{{{ x }}}",
		"**{{ x }}** [{{ y }}](/2022/)", "{{ a\nb }}", "> {{ è }}\n{{ x }}", "| {{ a }} |\n|-|\n", "\t{{ x }}", "{\\{ x }}",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if source.New("x.md", []byte(text), new(diag.List)) == nil {
			return
		}
		src := []byte(text)
		for _, b := range bindings(tree(src)) {
			whole := string(b.segment.Value(src))
			switch {
			case b.valid:
				name, opened := strings.CutPrefix(whole, "{{")
				name, closed := strings.CutSuffix(name, "}}")
				if !opened || !closed || strings.TrimSpace(name) != b.name || strings.Contains(b.name, "\n") {
					t.Errorf("binding %q named %q", whole, b.name)
				}
				if string(b.inner.Value(src)) != b.name {
					t.Errorf("binding %q has its name at %q", whole, b.inner.Value(src))
				}
			case whole != "{{" && whole != "}}" && !isBlank(strings.Trim(whole, "{}")):
				t.Errorf("malformed binding %q", whole)
			}
		}
	})
}

func tree(src []byte) ast.Node {
	doc, _ := parse(src)
	return doc
}

// bindings returns the bindings below n.
func bindings(n ast.Node) (found []*binding) {
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if b, ok := n.(*binding); ok && entering {
			found = append(found, b)
		}
		return ast.WalkContinue, nil
	})
	return found
}
