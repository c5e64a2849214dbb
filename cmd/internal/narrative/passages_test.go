// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/passage"
)

// TestPassages lists the passages of a page that has every element once, with
// the place of each.
func TestPassages(t *testing.T) {
	text, err := os.ReadFile("testdata/elements.md")
	if err != nil {
		t.Fatal(err)
	}
	page, report := load(t, string(text))
	if report.Len() > 0 {
		t.Fatal(written(t, report))
	}
	var b strings.Builder
	for _, p := range page.Passages {
		d := p.At(0, len(p.Text))
		fmt.Fprintf(&b, "%d:%d+%d %s: %s\n", d.Pos.Line, d.Pos.Column, d.Length, p.What, p.Text)
		if p.Address != "" {
			fmt.Fprintf(&b, "    verso %s\n", p.Address)
		}
		for _, s := range p.Drawn {
			fmt.Fprintf(&b, "    dai dati: %s\n", p.Text[s[0]:s[1]])
		}
		if p.Edition != "2022" || p.Page != "/2022/pagina/" || d.Pos.Filename != "content/2022/pagina.md" {
			t.Errorf("%q is of %s at %s in %s", p.Text, p.Edition, p.Page, d.Pos.Filename)
		}
	}
	const golden = "testdata/passages.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("passages (-want +got):\n%s", diff)
	}
}

// TestPassageAt holds that a word of a passage is found where it was written,
// whatever stands around it.
func TestPassageAt(t *testing.T) {
	tests := []struct {
		name, text string
		word, want string // the word, and what the file has there
	}{
		{"plain", "Prima parola", "parola", "parola"},
		{"after marks", "Con **molto** *di* [più](/2022/) qui", "qui", "qui"},
		{"inside a link", "Con [un link](/2022/) qui", "link", "link"},
		{"over marks", "Con **molto** qui", "molto qui", "molto** qui"},
		{"after an escape", `Con \*stelle\* e parola`, "parola", "parola"},
		{"an escape", `Con \*stelle`, "*stelle", "*stelle"},
		{"after a reference", "Città &egrave; &amp; parola", "parola", "parola"},
		{"a reference", "Citt&agrave; bella", "Città", "Citt&agrave;"},
		{"after a figure", "Sono {{ progetti.nel_piano }} parole", "parole", "parole"},
		{"a figure", "Sono {{ progetti.nel_piano }} parole", "37", "{{ progetti.nel_piano }}"},
		{"second line", "Prima\n  riga e parola", "parola", "parola"},
		{"many spaces", "Prima    parola", "parola", "parola"},
		{"in code", "Il file `nome.txt` parola", "nome", "nome"},
		{"accents before", "È già così la parola", "parola", "parola"},
		{"no-break space", "Una\u00a0parola", "parola", "parola"},
		{"list", "- una\n- parola", "parola", "parola"},
		{"quotation", "> una\n> parola", "parola", "parola"},
		{"heading", "## Una *parola*", "parola", "parola"},
		{"cell", "Tabella: A\n\n| a | b |\n|---|---|\n| uno | parola |", "parola", "parola"},
		{"caption", "Tabella: Una parola\n\n| a |\n|---|\n| b |", "parola", "parola"},
		{"setext", "Una parola\n----------", "parola", "parola"},
		{"address", "Vedi <https://www.example.it/parola>", "parola", "parola"},
		{"alternative text", "![Una parola](/immagini/sede.png)", "parola", "parola"},
		{"Windows", "Prima\r\nparola\r\n", "parola", "parola"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			page, _ := load(t, head+tt.text+"\n")
			for _, p := range page.Passages[2:] {
				i := strings.Index(p.Text, tt.word)
				if i < 0 {
					continue
				}
				d := p.At(i, len(tt.word))
				line := []rune(d.Line)
				if got := string(line[d.Pos.Column-1 : d.Pos.Column-1+d.Length]); got != tt.want {
					t.Errorf("%s at %d:%d covers %q, want %q", p.What, d.Pos.Line, d.Pos.Column, got, tt.want)
				}
				if nothing := p.At(i, 0); nothing.Pos.Line != d.Pos.Line || nothing.Pos.Column != d.Pos.Column || nothing.Length != 0 {
					t.Errorf("nothing at %d is at %v, %d long, want %v", i, nothing.Pos, nothing.Length, d.Pos)
				}
				return
			}
			t.Errorf("no passage has %q", tt.word)
		})
	}
}

// TestFrontMatterAt holds that title and summary are found inside their quotes,
// with the line as it stands in the file.
func TestFrontMatterAt(t *testing.T) {
	page, _ := load(t, "+++\ntitolo = \"Una pagina\" # di prova\nsommario = \"Una frase.\"\n+++\nTesto.\n")
	if len(page.Passages) != 3 {
		t.Fatalf("%d passages, want 3", len(page.Passages))
	}
	title, summary := page.Passages[0], page.Passages[1]
	if title.Kind != passage.Title || title.What != "titolo" || summary.Kind != passage.Summary || summary.What != "sommario" {
		t.Errorf("title is %d %s, summary is %d %s", title.Kind, title.What, summary.Kind, summary.What)
	}
	if d := title.At(4, 6); d.Pos.Line != 2 || d.Pos.Column != 15 || d.Length != 6 || d.Line != `titolo = "Una pagina" # di prova` {
		t.Errorf("pagina is at %v, %d long, in %q", d.Pos, d.Length, d.Line)
	}
	if d := summary.At(0, 3); d.Pos.Line != 3 || d.Pos.Column != 13 {
		t.Errorf("Una is at %v", d.Pos)
	}
}
