// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	gocmp "github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

// seeds are documents with every way TOML has to write a structure.
var seeds = []string{
	"",
	"a = 1\n",
	"a = 1",
	"# [no] = x\na = 1 # [no]\n[t] # ] [x]\nb = 2\n",
	"a.b.c = 1\na.b.d = 2\na . e = 3\n",
	"[a.b]\nc = 1\n[a]\nd = 2\n",
	"[ a . b ]\nx = 1\n[ \"c.d\" . 'e f' ]\ny = 1\n",
	"\"quoted key\" = 1\n'literal \"key\"' = 2\n\"\" = 3\n\"a\\u00e8\\t\\\"\\\\\" = 4\n\"x]y#z\".k = 5\n",
	"s = \"a # b [c] = \\\" \"\nt = 'x\\'\n",
	"m = \"\"\"\n[x]\ny = 1\n\"\"\"\nn = 1\n",
	"m = \"\"\"a \"q\" \"\" \\\"\"\"\" b\"\"\"\"\"\nn = 1\n",
	"m = \"\"\"one \\\n   two\\\\\"\"\"\nn = 1\n",
	"m = '''\n[x]\n# '' \\''''\nn = '''a'''''\n",
	"p = { a = 1, b = { c = [1, 2, { d = 3 }] }, \"e.f\".g = 4 }\nq = {}\n",
	"p = {\n  a = 1, # comment }\n  b = 2,\n}\n",
	"p = [\n  1, # ]\n  [2, 3],\n  \"]\",\n]\nq = []\n",
	"p = [{a=1},{a=2,b.c=3}, {}]\n",
	"p = [[{a=1}], [{b=2}, 3]]\n",
	"[[p]]\na = 1\n[[p]]\na = 2\n[p.x]\nb = 1\n[[p.q]]\nc = 1\n[[p.q]]\nc = 2\n[[p]]\n[[p.q]]\nc = 3\n",
	"[[a.b]]\nc = 1\n[a.d]\ne = 1\n[[a.b.c2.d]]\nx=1\n",
	"[a]\r\nb = 1\r\n\r\n# c\r\nd = [\r\n1,\r\n2\r\n]\r\ne = \"\"\"x\r\ny\"\"\"\r\n",
	"d = 1979-05-27 07:32:00 # x\ne = 1979-05-27T07:32:00Z\nf = 07:32:00\ng = [1979-05-27 , 07:32]\n",
	"i = +1_000\nf = -1.5e10\nx = 0xdead_beef\no = 0o7\nb = 0b1\nn = nan\nm = -inf\nt = true\n",
	"\ta\t=\t1\t\n  [b]  \n c = 2\n",
	"1 = 1\n2.3 = 4\ntrue = false\n-_ = 1\n[2026-11-22]\nx = 1\n",
	"a = [ ]\nb = { }\nc = [ { } , ]\n",
	"[a]\n[a.b]\n[c]\n[a.b.c]\n",
	"è = 1",
	"a = \"\\U0001F600\\x41\\e\"\n",
	"[[fonte]]\nid = \"articolo\"\n[[fonte]]\nid = \"atto\"\n",
	"[[progetto]]\nid = \"a\"\n[[progetto.personale]]\nprofilo = \"x\"\ndipendenti = { numero = 12, precisione = \"fino a\" }\n[progetto.condizioni]\nformative = []\n[[progetto]]\nobiettivi=[{anno=2022,valore=1.5}]\n",
	"\"\\u0000\" = 1\n\"a\\n\" = 2\n",
	"a = '''''' \nb = \"\"\"\"\"\" # \"\n",
	"a=[{b=[{c=[{}]}]}]",
	"m = '''a\\'''\nn = 1\n",
	"m = \"\"\"\\\\\"\"\"\"\"\"\nn=1",
}

// keysOf lists the keys of the tree as MetaData.Keys does: every place where
// one is defined, in file order, without array indexes.
func keysOf(root *node) []string {
	type def struct {
		at  int
		key string
	}
	var defs []def
	var walk func(n *node, path toml.Key, item bool)
	walk = func(n *node, path toml.Key, item bool) {
		// Items of [[a]] are definitions of a; items of a = [1, 2] are none.
		if n != root && n.explicit && (!item || n.name != "" || n.key != n.value) {
			defs = append(defs, def{n.key.at, path.String()})
		}
		for _, c := range n.children {
			walk(c, append(slices.Clone(path), c.name), false)
		}
		for _, c := range n.items {
			walk(c, path, true)
		}
	}
	walk(root, nil, false)
	slices.SortFunc(defs, func(a, b def) int { return cmp.Compare(a.at, b.at) })
	var keys []string
	for _, d := range defs {
		keys = append(keys, d.key)
	}
	return keys
}

// sameShape reports where the tree of nodes and the decoded value differ.
func sameShape(n *node, v any, src, path string) error {
	if n == nil {
		return fmt.Errorf("%s: decoded, but not found by the scanner", path)
	}
	if n.value.at < 0 || n.value.end() > len(src) || n.key.end() > len(src) {
		return fmt.Errorf("%s: outside the document: %+v", path, n)
	}
	switch v := v.(type) {
	case map[string]any:
		if n.shape != tableShape || len(n.children) != len(v) {
			return fmt.Errorf("%s: shape %d with %d children, want a table of %d", path, n.shape, len(n.children), len(v))
		}
		for key, inner := range v {
			if err := sameShape(n.child(key), inner, src, path+"."+key); err != nil {
				return err
			}
		}
		return nil
	case []map[string]any:
		items := make([]any, len(v))
		for i := range v {
			items[i] = v[i]
		}
		return sameShape(n, items, src, path)
	case []any:
		if n.shape != arrayShape || len(n.items) != len(v) {
			return fmt.Errorf("%s: shape %d with %d items, want an array of %d", path, n.shape, len(n.items), len(v))
		}
		for i, inner := range v {
			if err := sameShape(n.item(i), inner, src, fmt.Sprintf("%s[%d]", path, i)); err != nil {
				return err
			}
		}
		return nil
	}
	if n.shape != leaf {
		return fmt.Errorf("%s: shape %d, want a value", path, n.shape)
	}
	return sameValue(v, src[n.value.at:n.value.end()], path)
}

// sameValue decodes what the scanner says is the value by itself.
func sameValue(v any, written, path string) error {
	again, err := decode("v = " + written + "\n")
	if err != nil {
		return fmt.Errorf("%s: the scanner's %q is no value: %v", path, written, err)
	}
	if t, ok := v.(time.Time); ok {
		if u, ok := again["v"].(time.Time); ok && t.Equal(u) {
			return nil
		}
	}
	if fmt.Sprint(again["v"]) != fmt.Sprint(v) {
		return fmt.Errorf("%s: the scanner's %q is %v, want %v", path, written, again["v"], v)
	}
	return nil
}

// checkScan holds the scanner equal to the decoder on one document.
func checkScan(t *testing.T, src string) {
	t.Helper()
	if !utf8.ValidString(src) || strings.ContainsRune(src, 0) || strings.HasPrefix(src, "\ufeff") {
		t.Skip("package source refuses it or strips the mark")
	}
	s := scan(src) // must not fail on anything
	var report diag.List
	doc := &document{file: source.New("f.toml", []byte(src), &report), list: &report}
	if doc.excess(src) {
		return
	}
	values, err := decode(src)
	if err != nil {
		return
	}
	if len(s.twice) > 0 {
		// The decoder lets some keys be defined twice and drops one of the
		// values: Parse must not. TestCorpus shows that nothing valid is refused.
		table, report := parse(t, src)
		if got := report.Sorted(); table != nil || len(got) == 0 || got[0].Code != "duplicate-key" {
			t.Errorf("%q: the scanner finds a key twice, Parse reports %q", src, lines(report))
		}
		return
	}
	if s.stopped >= 0 {
		// The decoder lets six quotes close a text that ends in a backslash, for
		// one. TestCorpus shows that nothing valid is refused.
		if table, report := parse(t, src); table != nil || report.Len() != 1 {
			t.Errorf("%q: the parser stops at %d, Parse reports %q", src, s.stopped, lines(report))
		}
		return
	}
	md, _ := toml.Decode(src, new(map[string]any))
	var want []string
	for _, k := range md.Keys() {
		want = append(want, k.String())
	}
	if diff := gocmp.Diff(want, keysOf(s.root)); diff != "" {
		t.Errorf("%q: keys (-decoder +scanner)\n%s", src, diff)
	}
	if err := sameShape(s.root, values, src, ""); err != nil {
		t.Errorf("%q: %v", src, err)
	}
}

func TestScan(t *testing.T) {
	for _, src := range seeds {
		checkScan(t, src)
	}
}

func FuzzScan(f *testing.F) {
	for _, src := range seeds {
		f.Add(src)
	}
	f.Fuzz(checkScan)
}
