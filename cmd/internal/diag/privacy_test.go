// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"bytes"
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

// BenchmarkAddLongLine reports many faults of one line of four megabytes.
func BenchmarkAddLongLine(b *testing.B) {
	line := strings.Repeat("parola ", 600_000)
	for b.Loop() {
		var l List
		for range 1000 {
			l.Add(Diagnostic{Line: line, Message: "m"})
		}
	}
}
