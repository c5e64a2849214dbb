// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

// TestPiece: the word that a rule found in a text is covered where the file has
// it, whatever kind of quotes it stands in.
func TestPiece(t *testing.T) {
	for _, c := range []struct {
		name, file, word string
		want             string // line:column+length and what is covered
	}{
		{"one line", `a = "Otto città belle"`, "città", "1:11+5 città"},
		{"literal", `a = 'C:\città'`, "città", "1:9+5 città"},
		{"blanks around", `a = "   città  "`, "città", "1:9+5 città"},
		{"after an escape", `a = "\"Le\" \u00E8 città"`, "città", "1:20+5 città"},
		{"an escaped letter", `a = "citt\u00E0 bella"`, "città", `1:6+10 citt\u00E0`},
		{"short escapes", `a = "x\x41\ty città"`, "A\ty", `1:7+7 \x41\ty`},
		{"lines", "a = \"\"\"\nUna riga\ne la città\n\"\"\"", "città", "3:6+5 città"},
		{"folded lines", "a = \"\"\"\nUna riga \\\n   e la città\"\"\"", "città", "3:9+5 città"},
		{"across a fold", "a = \"\"\"\nUna riga \\\n   e la città\"\"\"", "riga e", "2:5+6 riga \\"},
		{"literal lines", "a = '''\nUna \\ riga\ne la città'''", "città", "3:6+5 città"},
		{"Windows line ends", "a = \"\"\"\r\nUna riga\r\ne la città\r\n\"\"\"", "\ne la città", "2:9+0 "},
		{"a word after them", "a = \"\"\"\r\nUna riga\r\ne la città\r\n\"\"\"", "città", "3:6+5 città"},
		{"three quotes, nothing else on the line", "a = \"\"\"città\"\"\"", "città", "1:8+5 città"},
		{"ends in quotes", "a = \"\"\"la \"città\"\"\"\"", "città", "1:12+5 città"},
		{"an item", "a = [\"\", \"uno\", \"la città\"]", "città", "1:21+5 città"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var report diag.List
			table := Parse(source.New("a.toml", []byte(c.file), &report), &report, nil)
			if table == nil {
				t.Fatalf("not valid: %v", report.Sorted())
			}
			text, item := "", -1
			if list, ok := table.values["a"].([]any); ok {
				texts := table.Strings("a")
				item, text = len(list)-2, texts[len(texts)-1] // one item was left out
			} else {
				text = table.Text("a")
			}
			at := strings.Index(text, c.word)
			if at < 0 {
				t.Fatalf("%q is not in %q", c.word, text)
			}
			d := table.Piece("a", item).Locator(text)(at, len(c.word))
			runes := []rune(d.Line)
			from := d.Pos.Column - 1
			got := fmt.Sprintf("%d:%d+%d %s", d.Pos.Line, d.Pos.Column, d.Length, string(runes[from:from+d.Length]))
			if got != c.want {
				t.Errorf("%q is at %s, want %s", c.word, got, c.want)
			}
		})
	}
}

// FuzzPiece: every text that the decoder returns is found as it is written,
// letter by letter, and no span of it is out of the file.
func FuzzPiece(f *testing.F) {
	for _, s := range []string{`"a\tb\"c"`, "\"\"\"\r\na \\\r\n  b\"\"\"", "'''\n\\a'''", `"\u00e8\U0001F600\xe9"`, "\"\"\"\\\n\n\"\"\"", "1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, value string) {
		var report diag.List
		file := source.New("a.toml", []byte("a = "+value), &report)
		if file == nil {
			return
		}
		table := Parse(file, &report, nil)
		if table == nil {
			return
		}
		text := table.Text("a")
		if _, ok := table.values["a"].(string); !ok {
			return
		}
		raw := file.Data[table.node.child("a").value.at:table.node.child("a").value.end()]
		w := writtenAs(raw)
		if !strings.Contains(string(w.text), text) {
			t.Fatalf("%q is written as %q, want it to hold %q", raw, w.text, text)
		}
		locate := table.Piece("a", -1).Locator(text)
		for i, r := range text {
			d := locate(i, utf8.RuneLen(r))
			if r >= ' ' && r < utf8.RuneSelf && d.Length != 1 && !strings.Contains(string(raw), `\`) {
				t.Errorf("%q, byte %d: covers %d characters, want 1", raw, i, d.Length)
			}
			if d.Pos.Line < 1 || d.Pos.Line > file.Lines() {
				t.Errorf("%q, byte %d: line %d of %d", raw, i, d.Pos.Line, file.Lines())
			}
		}
		if d := locate(0, len(text)+1); d.Pos.Filename != "a.toml" {
			t.Errorf("a span beyond the text is at %v", d.Pos)
		}
	})
}
