// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// misread are texts whose Markdown does nothing, or loses something, each with
// the code that says so and a part of the line where it says it.
var misread = []struct{ name, text, code, at string }{
	{"picture with spaces", "![La sede](/immagini/Foto Sede.png)", "raw-markdown", "![La"},
	{"link with spaces", "Vedi [il modulo](/2022/modulo domanda.pdf) qui.", "raw-markdown", "[il modulo]"},
	{"link with spaces outside", "Vedi [il modulo](https://x.it/modulo domanda.pdf).", "raw-markdown", "[il modulo]"},
	{"bold link text", "Vedi [**il** modulo](/2022/a b.pdf).", "raw-markdown", "[**il"},
	{"link that does not end", "Vedi [il modulo](/2022/progetti/ e poi", "raw-markdown", "[il modulo]"},
	{"link over two lines", "Vedi [il modulo](/2022/\nprogetti/) e poi.", "raw-markdown", "[il modulo]"},
	{"space before the address", "Vedi [il modulo] (/2022/progetti/).", "raw-markdown", "[il modulo]"},
	{"space before a web address", "Vedi [il modulo] (https://www.example.it/).", "raw-markdown", "[il modulo]"},
	{"swapped brackets", "Vedi (il modulo)[/2022/progetti/].", "raw-markdown", "(il modulo)"},
	{"swapped with a web address", "Vedi (il modulo)[https://www.example.it].", "raw-markdown", "(il modulo)"},
	{"missing reference", "Vedi [il modulo][nota].", "raw-markdown", "[il modulo]"},
	{"missing empty reference", "Vedi [il modulo][].", "raw-markdown", "[il modulo]"},
	{"note without a text", "Sono 37.[^1]", "raw-markdown", "[^1]"},
	{"note of another name", "Sono 37.[^2]\n\n[^1]: Dato al 2022.", "raw-markdown", "[^2]"},
	{"note of a word processor", "Sono 37[1].\n\n[1] Dato al 2022.", "raw-markdown", "[1] Dato"},
	{"list that repeats its number", "3. uno\n3. due", "broken-list", "3. due"},
	{"year that opens a list", "2022. Un anno che cambia.", "broken-list", "2022."},
	{"item inside an item", "1. uno\n   2. due", "raw-markdown", "2. due"},
	{"two hyphens inside an item", "- uno\n-- due", "raw-markdown", "-- due"},
	{"letters with a point", "a. uno\nb. due", "raw-markdown", "a. uno"},
	{"Roman numbers", "I. primo\nII. secondo", "raw-markdown", "I. primo"},
	{"numbers with a hyphen", "1- uno\n2- due", "raw-markdown", "1- uno"},
	{"numbers with a degree sign", "1° uno\n2° due", "raw-markdown", "1° uno"},
	{"numbers with a mark of order", "1º uno\n2º due", "raw-markdown", "1º uno"},
	{"numbers of two levels", "1.1 uno\n1.2 due", "raw-markdown", "1.1 uno"},
	{"inline note", "Sono 37.^[Dato al 2022.]", "raw-markdown", "^[Dato"},
	{"unused note", "Sono 37.\n\n[^1]: Dato al 2022.", "lost-text", "[^1]"},
	{"note given twice", "Sono 37.[^1]\n\n[^1]: Uno.\n\n[^1]: Due.", "lost-text", "[^1]: Due"},
	{"unused address", "Sono 37.\n\n[1]: Dato", "lost-text", "[1]"},
	{"wiki link", "Vedi [[Progetti]].", "raw-markdown", "[[Pro"},
	{"alert", "> [!NOTE]\n> Testo.", "raw-markdown", "[!NOTE]"},
	{"index", "[TOC]", "raw-markdown", "[TOC]"},
	{"heading id", "## Titolo {#titolo}", "raw-markdown", "{#titolo}"},
	{"Word bullets", "• una voce\n• due voci", "raw-markdown", "•"},
	{"Word bullets after text", "I punti:\n• una voce\n• due voci", "raw-markdown", "•"},
	{"middle dots", "· una voce", "raw-markdown", "·"},
	{"Word private bullets", "\uf0b7 una voce", "raw-markdown", "\uf0b7"},
	{"en dashes", "– una voce\n– due voci", "raw-markdown", "–"},
	{"en dashes after text", "I punti:\n– una voce\n– due voci", "raw-markdown", "–"},
	{"small o", "o una voce\no due voci", "raw-markdown", "o una"},
	{"small o after text", "I punti:\no una voce\no due voci", "raw-markdown", "o una"},
	{"hyphen without a space", "-una voce\n-due voci", "raw-markdown", "-una"},
	{"number without a space", "1.una voce\n2.due voci", "raw-markdown", "1.una"},
	{"number from five", "I punti sono questi:\n5. quinto;\n6. sesto.", "raw-markdown", "5. quinto"},
	{"letters", "I punti:\na) uno;\nb) due.", "raw-markdown", "a) uno"},
	{"letters from the start", "a) uno;\nb) due.", "raw-markdown", "a) uno"},
	{"item in too far", "- uno\n- due\n      - figlio", "raw-markdown", "- figlio"},
	{"list out of order", "1. uno\n2. due\n2. tre", "broken-list", "2. tre"},
	{"sub-items not in far enough", "1. uno;\n  - figlio;\n2. due.", "broken-list", "- figlio"},
	{"signs mixed", "- uno\n* due", "broken-list", "* due"},
	{"unpaired bold", "Il **piano nuovo.", "raw-markdown", "**piano"},
	{"bold that closes only", "Il piano** nuovo.", "raw-markdown", "** nuovo"},
	{"bold with spaces", "Il ** piano ** nuovo.", "raw-markdown", "** piano"},
	{"unpaired italic", "Il *piano nuovo.", "raw-markdown", "*piano"},
	{"asterisk as a note", "Sono 37 dipendenti*.", "raw-markdown", "*."},
	{"unpaired low line", "Il _piano nuovo.", "raw-markdown", "_piano"},
	{"bold in a cell", "Tabella: A\n\n| a |\n|---|\n| **b |", "raw-markdown", "**b"},
	{"two products", "Sono 3*4 metri, non 5*6.", "raw-markdown", "*4"},
	{"product", "Fanno 3*4*5.", "raw-markdown", "*4*"},
	{"struck through", "Il ~~vecchio~~ piano.", "raw-markdown", "~~vecchio"},
	{"highlighted", "Il ==nuovo== piano.", "raw-markdown", "==nuovo"},
	{"raised", "Metri^2^ di sede.", "raw-markdown", "^2^"},
	{"task", "- [ ] voce", "raw-markdown", "[ ]"},
	{"task done", "- [x] voce", "raw-markdown", "[x]"},
	{"definition list", "Termine\n: la definizione", "raw-markdown", ": la"},
	{"underlined heading", "Titolo\n------", "heading-underlined", "Titolo"},
	{"heading without a space", "##Titolo", "raw-markdown", "##Titolo"},
	{"heading in too far", "Testo\n    ## Titolo", "raw-markdown", "## Titolo"},
	{"indented text", "    Testo con spazi davanti", "indented-code", "Testo con"},
	{"back tick", "Il file `nome.txt è qui.", "raw-markdown", "`nome"},
	{"back tick as apostrophe", "Il piano c`è.", "raw-markdown", "`è"},
	{"backslash at the end", "Il piano\\", "raw-markdown", "\\"},
	{"fence of quotes", "'''grafico\nid = 'x'\n'''", "raw-markdown", "'''"},
	{"container", "::: nota\nTesto\n:::", "raw-markdown", "::: nota"},
	{"open tag", "Il <b piano.", "raw-markdown", "<b"},
	{"web address with a space", "Vedi <https://www.example.it/un piano>.", "raw-markdown", "<https"},
	{"unknown block", "```grafici\nid = \"progetti-per-settore\"\n```", "unknown-block", "grafici"},
	{"block that does not end", "```\ntesto", "unknown-block", "```"},
	{"more on the line of a block", "```grafico id=\"x\"\nid = \"progetti-per-settore\"\n```", "unknown-block", " id="},
	{"row with too many cells", "Tabella: A\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |", "table-cells", "| 1 | 2 | 3 |"},
	{"bar in code in a row", "Tabella: A\n\n| a | b |\n|---|---|\n| `A|B` | 40 |", "table-cells", "| `A|B` | 40 |"},
	{"row with too few cells", "Tabella: A\n\n| a | b |\n|---|---|\n| 1 |", "table-cells", "| 1 |"},
	{"text right after a table", "Tabella: A\n\n| a | b |\n|---|---|\n| 1 | 2 |\nTesto.", "table-cells", "Testo."},
	{"table without hyphens", "Tabella: A\n\n| a | b |\n| 1 | 2 |", "raw-markdown", "| a | b |"},
	{"table without margins or hyphens", "a | b\n1 | 2", "raw-markdown", "a | b"},
	{"table with too few hyphens", "Tabella: A\n\n| a | b |\n|---|\n| 1 | 2 |", "raw-markdown", "| a | b |"},
	{"one row", "| a | b |", "raw-markdown", "| a | b |"},
	{"line break in a row", "Tabella: A\n\n| a | b |\n|---|---|\n| 1<br>2 | 2 |", "raw-html", "<br>"},
}

// wellRead come near to Markdown that does nothing, and nothing is said.
var wellRead = []string{
	"Fanno 3 * 4 e 5 < 6, 7 > 2, a*b e 2 + 2 - 1.",
	"La stanza è di 3*4 metri.",
	"L’ufficio [sic] e […] e [omissis] restano (così).",
	"Il file nome_cognome_2022.txt e `a*b **c [x](y z)`.",
	"Nome ______ e cognome ______",
	"Il numero è\n37. Poi si vedrà, anche nel\n2022. Finito.",
	"Il lunedì,\no il martedì\no il mercoledì, si lavora.",
	"Il piano – quello nuovo –\n– dice la Giunta – è qui.",
	"a) Una lettera da sola, in un capoverso.",
	"Un’opzione A | B, scritta una volta.",
	"\\*scritto\\* con \\[barre\\](di fuga) e &copy; e \\`così\\`.",
	"Scrivi a urp@comune.example o guarda https://www.comune.example/a_b/c_d?x=1.",
	"#lavoroagile è un’etichetta.",
	"C# e F# e n. 5/2022, art. 14, c. 1.",
	"Sono circa ~100, cioè 10^2 e x^2.",
	"- uno\n- due\n\n1. primo\n2. secondo",
	"1. uno\n1. due\n1. tre",
	"1. uno\n2. due\n4. quattro",
	"5. cinque\n6. sei",
	"1. uno\n\n   testo\n\n2. due\n\nTesto.\n\n3. tre",
	"1. uno\n   - figlio\n2. due",
	"- uno\n  - figlio\n    - nipote",
	"Tabella: A\n\n| a | b |\n|---|---|\n| 1 \\| 2 | `x \\| y` |\n| | 3 |",
	"Tabella: A\n\na | b\n---|---\n1 | 2",
	"Testo.\n\n---\n\nTesto.",
	"Sono 37.[^1] E ancora.[^1]\n\n[^1]: Dato al 2022, con [un collegamento](/2022/).",
	"Vedi [qui][nota] e [nota].\n\n[nota]: /2022/",
	"E. Rossi\nA. Bianchi",
	"E. Rossi\nF. Bianchi",
	"I. Rossi\nV. Bianchi",
	"3. uno\n5. due",
	"Il Comune ha\n2 sedi e\n3 uffici.",
	"1.5 milioni\n1.7 milioni",
	"1º marzo\n2 aprile",
	"2022\\. Un anno.",
	"Ore 10:30, voto 6+, -5 gradi, 5 - 3, e/o, (c) 2022.",
	"> Una citazione *viva*, **forte** e ***tutta***.",
	"Il testo **(grassetto)** e *«corsivo»* e **dell’*ente***.",
	"```toml\nid = \"x\" # | a | b |\n```",
	"Una riga che va a capo\\\ncon la barra.",
}

func TestMisread(t *testing.T) {
	for _, tt := range misread {
		t.Run(tt.name, func(t *testing.T) {
			_, report := load(t, head+tt.text+"\n")
			for _, d := range report.Sorted() {
				line := []rune(d.Line)
				if d.Code == tt.code && strings.HasPrefix(string(line[min(d.Pos.Column-1, len(line)):]), tt.at) {
					if d.Hint == "" {
						t.Errorf("no hint: %v", d)
					}
					return
				}
			}
			t.Errorf("%q does not report %s at %q but:\n%s", tt.text, tt.code, tt.at, written(t, report))
		})
	}
}

func TestWellRead(t *testing.T) {
	for _, text := range wellRead {
		page, report := load(t, head+text+"\n")
		if report.Len() > 0 {
			t.Errorf("%q:\n%s", text, written(t, report))
			continue
		}
		if _, err := page.HTML(testResolver()); err != nil {
			t.Error(err)
		}
	}
}

// shown returns the text of markup that a reader sees, code left out.
func shown(t *testing.T, markup string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil && n.Data != "code"; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	return b.String()
}
