// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"bytes"
	"encoding/json"
	"go/token"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

func one(line string, column, length int) *List {
	l := new(List)
	l.Add(Diagnostic{
		Pos:  token.Position{Filename: "data/ente.toml", Line: 12, Column: column},
		Line: line, Length: length, Code: "empty-value", Message: "«nome» è vuoto",
	})
	return l
}

func text(t *testing.T, l *List, color bool) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, l, color); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteCaret(t *testing.T) {
	long := strings.Repeat("abcdefghi ", 30)
	for _, c := range []struct {
		name           string
		line           string
		column, length int
		want           string // the two lines below the message
	}{
		{"plain", `nome = ""`, 8, 2, "  12 | nome = \"\"\n     |        ^^\n"},
		{"length 0 is one caret", `nome = ""`, 8, 0, "  12 | nome = \"\"\n     |        ^\n"},
		{"after the end", `nome =`, 7, 0, "  12 | nome =\n     |       ^\n"},
		{"tabs stay tabs", "\tnome\t= 1", 8, 1, "  12 | \tnome\t= 1\n     | \t    \t ^\n"},
		{"accents are one column", "città = à1", 9, 2, "  12 | città = à1\n     |         ^^\n"},
		{"combining accents take none", "citta\u0300 = 1", 10, 1, "  12 | citta\u0300 = 1\n     |         ^\n"},
		{"wide characters take two", "日本 = 語1", 6, 1, "  12 | 日本 = 語1\n     |        ^^\n"},
		{"escape is shown, not sent", "a = \x1b[31mx", 5, 1, "  12 | a = ␛[31mx\n     |     ^\n"},
		{"reordering characters are written out", "a = \u202ex", 6, 1, "  12 | a = <U+202E>x\n     |             ^\n"},
		{"long line, caret at the end", long, 291, 9,
			"  12 | …ghi " + strings.Repeat("abcdefghi ", 6) + "\n     | " + strings.Repeat(" ", 55) + "^^^^^^^^^\n"},
		{"long line, caret at the start", long, 1, 3,
			"  12 | " + long[:90] + "…\n     | ^^^\n"},
		{"long line, all marked", long, 1, 300,
			"  12 | " + long[:60] + "…\n     | " + strings.Repeat("^", 60) + "\n"},
		{"accents without end before it", strings.Repeat("\u0301", 1000) + "x", 1001, 1,
			"  12 | …" + strings.Repeat("\u0301", 180) + "x\n     |  ^\n"},
		{"no column", `nome = ""`, 0, 0, "  12 | nome = \"\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got, _ := strings.Cut(text(t, one(c.line, c.column, c.length), false), "\n")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestWriteWhole(t *testing.T) {
	l := one(`nome = ""`, 8, 2)
	l.Add(Diagnostic{
		Pos: token.Position{Filename: "data/fonti.toml"}, Severity: Warning, Code: "missing-file", Message: "il file non c'è",
		Hint: "crealo",
		Related: []Related{
			{Pos: token.Position{Filename: "data/ente.toml", Line: 3, Column: 1}, Message: "è nominato qui"},
		},
	})
	want := `data/ente.toml:12:8: errore: «nome» è vuoto [empty-value]
  12 | nome = ""
     |        ^^

data/fonti.toml: avviso: il file non c'è [missing-file]
  suggerimento: crealo
  data/ente.toml:3:1: è nominato qui
`
	if diff := cmp.Diff(want, text(t, l, false)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	var plain strings.Builder
	coloured := text(t, l, true)
	for rest := coloured; rest != ""; {
		before, after, found := strings.Cut(rest, "\x1b[")
		plain.WriteString(before)
		if rest = ""; found {
			_, rest, _ = strings.Cut(after, "m")
		}
	}
	if diff := cmp.Diff(want, plain.String()); diff != "" || coloured == want {
		t.Errorf("colour changes the words, or is absent (-want +got)\n%s", diff)
	}
}

// hostile is input that would clear the screen, set the window title, retype
// commands or hide what follows, were it printed as it is.
const hostile = "x\x1b[2J\x1b]0;y\x07\u009b31m\r\n\u2028\u202e\u200b\x7f\x00z"

func TestHostileInput(t *testing.T) {
	l := new(List)
	l.Add(Diagnostic{
		Pos: token.Position{Filename: hostile, Line: 1, Column: 3}, Line: hostile, Length: 1000,
		Code: hostile, Message: hostile, Hint: hostile,
		Related: []Related{{Pos: token.Position{Filename: hostile}, Message: hostile}},
	})
	var b bytes.Buffer
	if err := WriteJSON(&b, l); err != nil {
		t.Fatal(err)
	}
	for name, out := range map[string]string{"Write": text(t, l, false), "Quote": Quote(hostile), "Clean": Clean(hostile), "JSON": b.String()} {
		for _, r := range out {
			if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf) {
				t.Errorf("%s lets %U through: %q", name, r, out)
			}
		}
	}
	if n := strings.Count(text(t, l, false), "\n"); n != 5 {
		t.Errorf("Write makes %d lines of a diagnostic, want 5", n)
	}
}

// A line of nothing but combining accents takes no column, and must not be
// printed whole for that.
func TestEndlessLine(t *testing.T) {
	for _, line := range []string{strings.Repeat("\u0301", 1<<20), strings.Repeat("x", 1<<22)} {
		for _, column := range []int{0, 1, 1 << 19, 1 << 30} {
			if out := text(t, one(line, column, 1<<20), false); len(out) > 4096 {
				t.Errorf("Write prints %d bytes for column %d, want a window", len(out), column)
			}
		}
	}
}

func TestQuote(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "titolo", "«titolo»"},
		{"empty", "", "«»"},
		{"lines", "a\r\nb", "«a  b»"},
		{"shortened", strings.Repeat("à", 60), "«" + strings.Repeat("à", 48) + "…»"},
		{"just fits", strings.Repeat("à", 48), "«" + strings.Repeat("à", 48) + "»"},
	} {
		if got := Quote(c.in); got != c.want {
			t.Errorf("%s: Quote(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestWriteJSON(t *testing.T) {
	l := one(`nome = ""`, 8, 2)
	l.Add(Diagnostic{Pos: token.Position{Filename: "data/z.toml"}, Severity: Incomplete, Code: "c", Message: "<\U000e0041\u202e&>"})
	var b bytes.Buffer
	if err := WriteJSON(&b, l); err != nil {
		t.Fatal(err)
	}
	want := `{"file":"data/ente.toml","line":12,"column":8,"severity":"error","code":"empty-value","message":"«nome» è vuoto","hint":"","group":"scrittura"}
{"file":"data/z.toml","line":0,"column":0,"severity":"incomplete","code":"c","message":"<\udb40\udc41\u202e&>","hint":"","group":""}
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for line := range strings.Lines(b.String()) {
		if !json.Valid([]byte(line)) {
			t.Errorf("not JSON: %s", line)
		}
	}
}
