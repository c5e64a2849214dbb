// SPDX-License-Identifier: EUPL-1.2

package source

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
)

func mustNew(t testing.TB, data string) *File {
	t.Helper()
	var report diag.List
	f := New("data/ente.toml", []byte(data), &report)
	if f == nil || report.Len() > 0 {
		t.Fatalf("New(%q) reports %v", data, report.Sorted())
	}
	return f
}

func TestPosition(t *testing.T) {
	const text = "a = 1\r\nè = \"日本\"\n\n\tx"
	for _, c := range []struct {
		name   string
		data   string
		offset int
		want   string // line:column
	}{
		{"start", text, 0, "1:1"},
		{"in the first line", text, 4, "1:5"},
		{"at CR", text, 5, "1:6"},
		{"at LF", text, 6, "1:7"},
		{"second line", text, 7, "2:1"},
		{"inside a character", text, 8, "2:1"},
		{"after an accent", text, 9, "2:2"},
		{"between wide characters", text, 16, "2:7"},
		{"empty line", text, strings.Index(text, "\n\n") + 1, "3:1"},
		{"a tab is one character", text, len(text) - 1, "4:2"},
		{"end", text, len(text), "4:3"},
		{"beyond the end", text, 1000, "4:3"},
		{"before the start", text, -1, "1:1"},
		{"empty file", "", 0, "1:1"},
		{"only a mark", "\ufeff", 0, "1:1"},
		{"after the last line break", "a\n", 2, "2:1"},
		{"the mark takes no column", "\ufeffab", 1, "1:2"},
		{"a second mark too", "\ufeff\ufeffab", 1, "1:2"},
		{"long line", strings.Repeat("è", 5000) + "x", 10000, "1:5001"},
		{"long line, second", "a\n" + strings.Repeat("è", 5000) + "x", 10002, "2:5001"},
	} {
		f := mustNew(t, c.data)
		p := f.Position(c.offset)
		if got := fmt.Sprintf("%d:%d", p.Line, p.Column); got != c.want {
			t.Errorf("%s: Position(%d) = %s, want %s", c.name, c.offset, got, c.want)
		}
	}
}

func TestLine(t *testing.T) {
	f := mustNew(t, "\ufeffuno\r\ndue\n\nquattro")
	for n, want := range map[int]string{-1: "", 0: "", 1: "uno", 2: "due", 3: "", 4: "quattro", 5: ""} {
		if got := f.Line(n); got != want {
			t.Errorf("Line(%d) = %q, want %q", n, got, want)
		}
	}
	if f.Lines() != 4 || f.LineStart(2) != 5 || f.LineStart(9) != 10 {
		t.Errorf("Lines, LineStart(2), LineStart(9) = %d, %d, %d", f.Lines(), f.LineStart(2), f.LineStart(9))
	}
}

func TestAt(t *testing.T) {
	f := mustNew(t, "nome = \"è\"\r\nb = 1\n")
	for _, c := range []struct {
		name           string
		offset, length int
		want           string // line:column+length
	}{
		{"value", 7, 4, "1:8+3"},
		{"nothing", 7, 0, "1:8+0"},
		{"cut at the end of the line", 7, 100, "1:8+3"},
		{"negative length", 7, -5, "1:8+0"},
		{"line end", 11, 1, "1:11+0"},
		{"second line", 13, 1, "2:1+1"},
	} {
		d := f.At(c.offset, c.length)
		got := fmt.Sprintf("%d:%d+%d", d.Pos.Line, d.Pos.Column, d.Length)
		if got != c.want || d.Line != f.Line(d.Pos.Line) || d.Pos.Filename != "data/ente.toml" {
			t.Errorf("%s: At = %s %q, want %s", c.name, got, d.Line, c.want)
		}
	}
}

// FuzzRead holds New to its promises on any bytes: a file or one fault, text
// that is UTF-8 without NUL, and for every offset a place that leads back to it.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"", "a = 1\r\n", "\ufeffà\n", "\xff\xfea\x00", "\xfe\xff\x00a", "a\x00b", "citt\xe0", "a\x00=\x00", "\x00a\x00=\x00\"",
		"PK\x03\x04", "\ufeff\ufeffx", "\xe2\x80", "日本\n\n", "\r\r\n", strings.Repeat("è", 600),
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var report diag.List
		file := New("f", data, &report)
		if (file == nil) != (report.Len() == 1) || file != nil && report.Len() > 0 {
			t.Fatalf("New = %v with %d diagnostics", file, report.Len())
		}
		if file == nil {
			d := report.Sorted()[0]
			if _, ok := diag.Lookup(d.Code); !ok || d.Pos.Line < 1 || d.Pos.Column < 1 || !utf8.ValidString(d.Line) {
				t.Fatalf("diagnostic %+v", d)
			}
			if n := utf8.RuneCountInString(d.Line); d.Line != "" && d.Pos.Column > n+1 {
				t.Fatalf("column %d of %d", d.Pos.Column, n)
			}
			return
		}
		if !utf8.Valid(file.Data) || strings.ContainsRune(string(file.Data), 0) {
			t.Fatalf("accepted %q", data)
		}
		for offset := range string(file.Data) {
			p := file.Position(offset)
			start := file.LineStart(p.Line)
			if got := utf8.RuneCount(file.Data[start:offset]) + 1; got != p.Column || p.Offset != offset {
				t.Fatalf("Position(%d) = %+v, want column %d", offset, p, got)
			}
		}
	})
}
