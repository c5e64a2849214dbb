// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"bytes"
	"fmt"
	"go/token"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A codice fiscale nobody has, and how it is shown.
const (
	code   = "RSSMRA85T10A562S"
	hidden = "RS••••••••••••••"
)

func TestAddHidesPersonalData(t *testing.T) {
	related := []Related{{Pos: token.Position{Filename: "content/" + code + ".md", Line: 2}, Message: "la prima è " + Quote(code)}}
	d := Diagnostic{
		Pos:    token.Position{Filename: "content/2022/" + code + ".md", Line: 3, Column: 36},
		Length: 5, Line: "Il suo codice è " + code + " e\tabita qui", Code: "c",
		Message: Quote(code) + " non va", Hint: "togli " + code, Related: related,
	}
	var l List
	l.Add(d)
	d.Line = "Scrivi a mario@gmail.com o abita qui: ecco"
	d.Pos.Line, d.Pos.Column = 4, 28
	l.Add(d)
	var b bytes.Buffer
	if err := Write(&b, &l, false); err != nil {
		t.Fatal(err)
	}
	want := `content/2022/` + hidden + `.md:3:36: errore: «` + hidden + `» non va [c]
  3 | Il suo codice è ` + hidden + " e\tabita qui\n" +
		"    |                                   \t^^^^^" + `
  suggerimento: togli ` + hidden + `
  content/` + hidden + `.md:2: la prima è «` + hidden + `»

content/2022/` + hidden + `.md:4:28: errore: «` + hidden + `» non va [c]
  4 | Scrivi a ma••••••••••••• o abita qui: ecco
    |                            ^^^^^
  suggerimento: togli ` + hidden + `
  content/` + hidden + `.md:2: la prima è «` + hidden + `»
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if !strings.Contains(related[0].Message, hidden) || !strings.Contains(related[0].Pos.Filename, code) {
		t.Errorf("what was handed over changed: %+v", related)
	}
	b.Reset()
	if err := WriteJSON(&b, &l); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "MRA") || strings.Contains(b.String(), "mario") {
		t.Errorf("JSON shows personal data: %s", b.String())
	}
}

// TestQuoteHidesWhatItCuts puts a code where the quotation ends, and so far
// that it is not looked at any more.
func TestQuoteHidesWhatItCuts(t *testing.T) {
	for lead := range 60 {
		got := Quote(strings.Repeat("a ", lead/2) + strings.Repeat(" ", lead%2) + code + " e altro testo ancora, fino in fondo")
		if strings.Contains(got, "RSS") {
			t.Errorf("after %d characters: %s", lead, got)
		}
	}
	if got := Quote(strings.Repeat("à", quoteSight)); got != "«"+strings.Repeat("à", quoteMax)+"…»" {
		t.Errorf("Quote of a long text = %s", got)
	}
	if got := Quote("RSS\u00adMRA85T10A562S"); strings.Contains(got, "MRA") {
		t.Errorf("with a soft hyphen: %s", got)
	}
}

// TestPersonalIsHidden: what a diagnostic calls personal is hidden, though
// nobody would know it for that.
func TestPersonalIsHidden(t *testing.T) {
	for _, lead := range []int{0, 100, 10_000} {
		var l List
		l.Add(Diagnostic{Pos: token.Position{Line: 1, Column: lead + 5}, Length: 8, Line: strings.Repeat("x", lead) + "Via Olmi 1" + strings.Repeat(" x", lead), Personal: true})
		if got := l.Sorted()[0].Line; strings.Contains(got, "Olmi") || !strings.Contains(got, "Via Ol") && !strings.Contains(got, "Via Olm") {
			t.Errorf("after %d characters: %q", lead, got)
		}
		var again List
		again.Add(l.Sorted()[0])
		if diff := cmp.Diff(l.Sorted(), again.Sorted()); diff != "" {
			t.Errorf("after %d characters, added again (-want +got)\n%s", lead, diff)
		}
	}
}

// TestLongLine keeps of a long line what stands around the fault: the caret is
// where it was, and no half of a code is left at the ends.
func TestLongLine(t *testing.T) {
	const part = "àé € parola " + code + " altre parole "
	line := strings.Repeat(part, 2_000)
	runes := []rune(line)
	for column := 1; column < len(runes); column += 997 {
		for _, length := range []int{0, 1, 7, 5_000} {
			var whole, l List
			whole.Add(Diagnostic{Pos: token.Position{Line: 1, Column: column}, Length: length, Line: string(runes[max(0, column-700):min(len(runes), column+700)]), Before: max(0, column-700)})
			l.Add(Diagnostic{Pos: token.Position{Line: 1, Column: column}, Length: length, Line: line})
			d := l.Sorted()[0]
			want, wantCaret := excerpt(whole.Sorted()[0].Line, column-max(0, column-700), min(length, 500))
			got, caret := excerpt(d.Line, column-d.Before, min(length, 500))
			if got != want || caret != wantCaret {
				t.Fatalf("column %d, length %d:\n%s\n%s\nwant\n%s\n%s", column, length, got, caret, want, wantCaret)
			}
			if strings.Contains(d.Line, "MRA85") || strings.Contains(d.Line, "T10A") || strings.Contains(d.Line, "A562") {
				t.Fatalf("column %d: %s", column, d.Line)
			}
			if len(d.Line) > longLine {
				t.Fatalf("column %d: keeps %d bytes", column, len(d.Line))
			}
		}
	}
}

// BenchmarkAddLongLine reports many faults of one line, of one megabyte, two and
// four.
func BenchmarkAddLongLine(b *testing.B) {
	for _, n := range []int{1, 2, 4} {
		b.Run(fmt.Sprintf("%dMB", n), func(b *testing.B) {
			line := strings.Repeat("parola ", n*150_000)
			for b.Loop() {
				var l List
				for i := range n * 10_000 {
					l.Add(Diagnostic{Pos: token.Position{Line: 1, Column: 1 + i*100}, Code: fmt.Sprint("c-", i%20), Line: line, Message: "m"})
				}
				l.Sorted()
			}
		})
	}
}
