// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/italian"
)

// A mark is Markdown that was typed and did nothing. Its pattern is looked for
// in a residue, so \r stands for an address.
type mark struct {
	pattern       *regexp.Regexp
	message, hint string
}

// goal matches how the address of a link begins.
const goal = `(?:\r|https?:|/|#|www\.|[^\s()\[\]]+\.(?i:pdf|docx?|xlsx?|od[st]|csv|png|jpe?g|webp|md|html?)\b)`

// htmlNames are the elements that people type.
const htmlNames = `(?i:a|b|i|u|s|em|strong|br|p|div|span|img|table|tr|td|th|ul|ol|li|h[1-6]|hr|su[bp]|font|script|style|iframe|center|small|code|pre)`

// inlineMarks are looked for anywhere in a text, in this order: where one was
// found the next are not looked for.
var inlineMarks = []mark{
	{regexp.MustCompile(`!\[[^\]\n]*\]\([^\n]*`), "l'immagine non si legge: si vedrebbero i segni al suo posto", ""},
	{regexp.MustCompile(`\[[^\[\]\n]*\]\([^\n]*`), "il collegamento non si legge: si vedrebbero i segni al suo posto", ""},
	{regexp.MustCompile(`\[[^\[\]\n]+\]\s+\(` + goal + `[^\n)]*\)?`), "tra «]» e «(» non ci vuole niente: così il collegamento non si legge", "scrivi «[testo](indirizzo)», senza spazi in mezzo"},
	{regexp.MustCompile(`\([^()\n]+\)\[` + goal + `[^\n\]]*\]?`), "le parentesi del collegamento sono scambiate", "scrivi «[testo](indirizzo)»: il testo tra le quadre, l'indirizzo tra le tonde"},
	{regexp.MustCompile(`\[\^[^\]\n]*\]`), "questo richiamo non ha la sua nota", "scrivi la nota in fondo alla pagina, su una riga sua: «[^1]: Il testo della nota.»"},
	{regexp.MustCompile(`\^\[[^\]\n]*\]`), "la nota scritta nel testo non si legge", "scrivi «[^1]» nel testo e, in fondo alla pagina, «[^1]: Il testo della nota.»"},
	{regexp.MustCompile(`\[\[[^\]\n]*\]?\]?`), "le doppie parentesi quadre non fanno un collegamento", "scrivi «[testo](indirizzo)»"},
	{regexp.MustCompile(`\[[^\[\]\n]+\]\s?\[[^\]\n]*\]`), "il collegamento rimanda a un indirizzo che non c'è in questa pagina", "scrivi l'indirizzo qui, tra parentesi tonde: «[testo](indirizzo)»"},
	{regexp.MustCompile(`\[(?:!\w+|(?i:toc|indice|_toc_))\]`), "questo comando di altri programmi non si legge", "toglilo: l'indice della pagina si fa da solo"},
	{regexp.MustCompile(`\{[#.:%][^}\n]*\}?`), "ciò che sta tra le graffe si vedrebbe nella pagina", "togli le graffe: l'indirizzo di un titolo si fa da solo"},
	{regexp.MustCompile(`\{\{[^}\n]*(?:\}\})?`), "qui una cifra non si può citare con le graffe", "scrivi la cifra, o citala in una pagina di content/"},
	{regexp.MustCompile(`&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z]+[0-9]*);`), "il codice di un carattere si vedrebbe nella pagina", "scrivi il carattere: «è», «&»"},
	{regexp.MustCompile("`+"), "l'accento grave non chiude e non apre niente", "per il codice scrivilo prima e dopo; per un accento o un apostrofo scrivi «à», «è», «’»"},
	{regexp.MustCompile(`~~[^~\n]*(?:~~)?`), "il testo barrato non si può fare", "togli le tilde; se una parola non vale più, cancellala"},
	{regexp.MustCompile(`==[^\s=][^=\n]*==`), "il testo evidenziato non si può fare", "per dare rilievo scrivi «**testo**»"},
	{regexp.MustCompile(`\^[\pL\d]+\^`), "apici e pedici non si possono fare così", "scrivi la parola per esteso, oppure «m²», «1º»"},
	{regexp.MustCompile(`<(?:\r+|https?:[^\s>]*|/?` + htmlNames + `\b)[^<>\n]*>?`), "ciò che comincia con «<» si vedrebbe nella pagina", `per un collegamento scrivi «[testo](indirizzo)»; per il segno «<» scrivi «\<»`},
	{regexp.MustCompile(`\\$`), "la barra rovesciata si vedrebbe nella pagina", "toglila"},
}

// lineMarks are looked for where a line begins.
var lineMarks = []mark{
	{regexp.MustCompile(`^[•·▪◦‣●○■□▸►➢➤✓✔❖\x{f0b7}\x{f0a7}]`), "il pallino di un programma di scrittura non fa un elenco: le righe diventano un capoverso solo", hintList},
	{regexp.MustCompile(`^\[[ xX]?\](?:\s|$)`), "le caselle da spuntare non si possono fare", "scrivi la voce senza «[ ]»; se serve, di' a parole che cosa è fatto"},
	{regexp.MustCompile(`^(?:#{2,}|# )`), "i cancelletti non fanno un titolo", "per un titolo scrivi «## Titolo»: all'inizio della riga, con uno spazio dopo i cancelletti"},
	{regexp.MustCompile(`^:\s`), "l'elenco di definizioni non si può fare", "scrivi «**Termine**: la sua spiegazione», un capoverso per termine"},
	{regexp.MustCompile(`^(?:::+|!!!\s|\+{3,}$|={2,}$|-{2,}$|%%|@@)`), "questa riga si vedrebbe com'è", "toglila; per una linea scrivi «---» tra due righe vuote"},
	{regexp.MustCompile(`^['´‘’]{3}`), "questi apici non aprono un blocco", "scrivi tre accenti gravi: «```»"},
	{regexp.MustCompile(`^\[\d{1,2}\][ \t]+\S`), "così la nota non è legata al suo richiamo", "scrivi «[^1]» nel testo e, in fondo alla pagina, «[^1]: Il testo della nota.»"},
	{regexp.MustCompile(`^>`), "la citazione non si legge", "scrivi «> » all'inizio della riga, dopo una riga vuota"},
	{regexp.MustCompile(`^\*?\[[^\]\n]+\]:`), "l'indirizzo o la nota non si legge", "una nota si scrive «[^1]: Il testo.», un indirizzo «[nome]: https://www.example.it/», su una riga sola"},
}

const hintList = "scrivi ogni voce su una riga che comincia con «- », dopo una riga vuota"

// listLike matches a line that wants to be an item; looseItem one that is an
// item for sure.
var (
	listLike  = regexp.MustCompile(`^(?:[-–—+]|o|\d{1,3}[.)]|\(?(?:[a-zA-Z]|[ivx]{1,4}|\d{1,3})\))[ \x{a0}\t]+\S`)
	deepItem  = regexp.MustCompile(`^[-+*][ \t]+\S`)               // behind too many spaces, or it were one
	innerItem = regexp.MustCompile(`^(?:--?|\d{1,2}[.)])[ \t]+\S`) // in an item, or it were one
	looseItem = regexp.MustCompile(`^(?:[-–—][ \x{a0}\t]+\S|-\pL|\d{1,3}[.)]\pL|o[ \x{a0}\t]+\S)`)
)

// An inspector reports the Markdown left in a residue.
type inspector struct {
	src, residue []byte
	item         bool // the block is of an item
	tell         func(offset, length int, message, hint string)
}

// block looks at a text that stands in the file on lines: from where to where.
// Only a paragraph has lines that could be meant as items or rows.
func (in *inspector) block(lines [][2]int, paragraph bool) {
	if len(lines) == 0 {
		return
	}
	if paragraph && (in.table(lines) || in.items(lines)) {
		return
	}
	for _, line := range lines {
		in.line(line[0], line[1], paragraph)
	}
	in.emphasis(lines[0][0], lines[len(lines)-1][1])
}

// begin returns the text of a line behind its margin and where it begins.
func (in *inspector) begin(line [2]int) (text []byte, at int) {
	text = in.residue[line[0]:line[1]]
	trimmed := bytes.TrimLeft(text, "\x00 \t")
	return bytes.TrimRight(trimmed, "\x00 \t\n"), line[0] + len(text) - len(trimmed)
}

// line looks for the marks of one line.
func (in *inspector) line(from, to int, paragraph bool) {
	if text, at := in.begin([2]int{from, to}); paragraph {
		for _, m := range lineMarks {
			if found := m.pattern.FindIndex(text); found != nil {
				in.tell(at+found[0], found[1]-found[0], m.message, m.hint)
				return
			}
		}
	}
	line := bytes.TrimRight(in.residue[from:to], "\x00 \t\n")
	for _, m := range inlineMarks {
		for _, found := range m.pattern.FindAllIndex(line, -1) {
			start, length := from+found[0], found[1]-found[0]
			hint := m.hint
			if hint == "" {
				length, hint = in.brokenLink(start, found[1]-found[0])
			}
			in.tell(start, length, m.message, hint)
			for i := start; i < start+length; i++ {
				in.residue[i] = solid // said once
			}
			if m.hint == "" {
				break
			}
		}
		line = bytes.TrimRight(in.residue[from:to], "\x00 \t\n")
	}
}

// brokenLink says how to write the link or picture at offset, as far as its
// line tells, and how long it is.
func (in *inspector) brokenLink(offset, length int) (int, string) {
	text := in.src[offset : offset+length]
	open := bytes.Index(text, []byte("]("))
	if open < 0 {
		return length, "scrivi «[testo](indirizzo)» su una riga sola"
	}
	end := bytes.IndexByte(text[open:], ')')
	if end < 0 {
		return len(bytes.TrimSpace(text)), "manca la parentesi «)» dopo l'indirizzo"
	}
	end += open
	label, to := string(text[:open]), strings.TrimSpace(string(text[open+2:end]))
	if i := strings.IndexAny(to, `"'`); i > 0 {
		to = strings.TrimSpace(to[:i])
	}
	if !strings.ContainsAny(to, " \t") {
		return end + 1, "scrivi «[testo](indirizzo)»: dopo l'indirizzo può stare solo un titolo tra virgolette"
	}
	return end + 1, "uno spazio nell'indirizzo si scrive «%20»: " + diag.Quote(label+"]("+strings.ReplaceAll(to, " ", "%20")+")")
}

// items reports lines that were meant as items and were read as running text:
// a line that looks like one counts when the line before ends a clause or is
// one too. It reports once a block.
func (in *inspector) items(lines [][2]int) bool {
	before, was := byte(0), false
	for i, line := range lines {
		text, at := in.begin(line)
		like := listLike.Match(text) || looseItem.Match(text)
		if like && i == 0 && !looseItem.Match(text) { // "a) …" alone in its paragraph reads well
			next := []byte(nil)
			if len(lines) > 1 {
				next, _ = in.begin(lines[1])
			}
			like = listLike.Match(next) || follows(text, next)
		} else if i == 0 && len(lines) > 1 {
			next, _ := in.begin(lines[1])
			like = like || follows(text, next)
		}
		like = like || i > 0 && deepItem.Match(text)
		inner := i > 0 && in.item && innerItem.Match(text)
		if inner || like && (i == 0 || was || deepItem.Match(text) || strings.IndexByte(":;.", before) >= 0) {
			in.tell(at, 1, "questa riga non è letta come voce di un elenco: si unisce al testo", hintList)
			return true
		}
		was = like && text[0] != 'o'
		if len(text) > 0 {
			before = text[len(text)-1]
		}
	}
	return false
}

// ordinal matches what numbers an item in ways that make no list: a., II., 1-,
// 1°, 1.1.
var ordinal = regexp.MustCompile(`^(?:([a-z]|[ivx]{1,5}|[IVX]{1,5})[.)]|(\d{1,2})(?: ?[-°º]|[.)])|(?:\d{1,2}\.)+(\d{1,2})[.)]?)[ \x{a0}\t]+\S`)

// follows reports whether next is numbered as what comes after text.
func follows(text, next []byte) bool {
	a, b := ordinal.FindSubmatch(text), ordinal.FindSubmatch(next)
	if a == nil || b == nil {
		return false
	}
	for i := 2; i <= 3; i++ {
		m, errA := strconv.Atoi(string(a[i]))
		n, errB := strconv.Atoi(string(b[i]))
		if errA == nil && errB == nil {
			return n == m+1
		}
	}
	one, two := string(a[1]), string(b[1])
	roman := []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}
	if i := slices.Index(roman, strings.ToLower(one)); i >= 0 && i+1 < len(roman) && roman[i+1] == strings.ToLower(two) {
		return true
	}
	return len(one) == 1 && len(two) == 1 && one[0] >= 'a' && two[0] == one[0]+1
}

// delimiter matches the row of hyphens of a table.
var delimiter = regexp.MustCompile(`^\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*$`)

// table reports rows that were read as running text.
func (in *inspector) table(lines [][2]int) bool {
	first, rows, sure, dashes := -1, 0, false, 0
	for i, line := range lines {
		text, at := in.begin(line)
		if !bytes.Contains(text, []byte("|")) {
			continue
		}
		if first < 0 {
			first = at
		}
		rows++
		switch {
		case delimiter.Match(text):
			sure, dashes = true, i
		case len(text) > 1 && text[0] == '|' && text[len(text)-1] == '|':
			sure = true
		}
	}
	if rows == 0 || !sure && rows < 2 {
		return false
	}
	hint := "sotto la riga delle intestazioni scrivine una di trattini, con una colonna per intestazione: «|---|---|»"
	if dashes > 0 {
		head, _ := in.begin(lines[dashes-1])
		row, _ := in.begin(lines[dashes])
		hint = fmt.Sprintf("le intestazioni sono %d e la riga di trattini ha %s: falle uguali", cellsIn(head), italian.Count(cellsIn(row), "colonna", "colonne"))
	}
	in.tell(first, 1, "la tabella non si legge: si vedrebbero le barre", hint)
	return true
}

// cellsIn counts the cells of a row of a table; an escaped bar divides none.
func cellsIn(row []byte) int {
	row = bytes.TrimSpace(row)
	row = bytes.TrimPrefix(row, []byte("|"))
	if bytes.HasSuffix(row, []byte("|")) && !bytes.HasSuffix(row, []byte(`\|`)) {
		row = row[:len(row)-1]
	}
	return bytes.Count(row, []byte("|")) - bytes.Count(row, []byte(`\|`)) + 1
}

// emphasis reports asterisks and low lines that mark nothing. One between two
// spaces is a sign of its own ("3 * 4"), one between two letters or figures
// part of a name; a row of low lines is a blank to fill in.
func (in *inspector) emphasis(from, to int) {
	for i := from; i < to; i++ {
		sign := in.residue[i]
		if sign != '*' && sign != '_' {
			continue
		}
		start := i
		for i < to && in.residue[i] == sign {
			i++
		}
		before, _ := utf8.DecodeLastRune(in.residue[from:start])
		after, _ := utf8.DecodeRune(in.residue[i:to])
		single := i-start == 1
		word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
		blank := func(r rune) bool { return r == utf8.RuneError || unicode.IsSpace(r) }
		switch {
		case blank(before) && blank(after) && (single || sign == '_'),
			word(before) && word(after) && (single || sign == '_'),
			sign == '_' && i-start > 2:
			continue
		}
		name := "l'asterisco"
		if sign == '_' {
			name = "il trattino basso"
		}
		in.tell(start, i-start, name+" resta nel testo: non ce n'è un altro che gli risponda",
			`il grassetto si scrive «**testo**», il corsivo «*testo*», senza spazi all'interno; per il segno scrivi «\`+string(sign)+`», per una nota «[^1]»`)
	}
}

// checkRaw reports the Markdown that did nothing, over the whole page.
func (c *checker) checkRaw() {
	in := &inspector{src: c.page.src, residue: c.residue, tell: func(offset, length int, message, hint string) {
		if call := c.page.src[offset : offset+length]; bytes.HasPrefix(call, []byte("[^")) && bytes.HasSuffix(call, []byte("]")) {
			hint = c.noteHint(string(call), hint)
		}
		c.tell(offset, length, "raw-markdown", message, hint)
	}}
	_ = ast.Walk(c.page.doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *east.TableCell:
			var lines [][2]int
			for i := range n.Lines().Len() {
				segment := n.Lines().At(i)
				lines = append(lines, [2]int{segment.Start, segment.Stop})
			}
			_, isParagraph := n.(*ast.Paragraph)
			in.item = n.Parent().Kind() == ast.KindListItem
			in.block(lines, isParagraph || n.Kind() == ast.KindTextBlock)
		case *ast.Emphasis:
			c.checkProduct(n)
		}
		return ast.WalkContinue, nil
	})
	for _, note := range c.read.unused {
		c.tell(note.Pos(), 2, "lost-text", "nessun richiamo porta a questa nota: nella pagina non si vedrebbe", "scrivi «[^"+string(note.Ref)+"]» nel testo, dove la nota serve, oppure togli la nota")
	}
}

// noteHint says how a call such as [^2] finds its note: one of that name, or
// that which no call leads to.
func (c *checker) noteHint(call, hint string) string {
	hint = strings.ReplaceAll(hint, "[^1]", strings.ReplaceAll(call, " ", ""))
	if len(c.read.unused) == 1 {
		hint = fmt.Sprintf("qui scrivi «[^%s]», la nota che c'è; se è un'altra %s", c.read.unused[0].Ref, hint)
	}
	return hint
}

// checkProduct reports figures that asterisks make italic: 3*4*5.
func (c *checker) checkProduct(n *ast.Emphasis) {
	at := n.Pos()
	digit := func(i int) bool { return i >= 0 && i < len(c.page.src) && '0' <= c.page.src[i] && c.page.src[i] <= '9' }
	if at > 0 && digit(at-1) && digit(at+n.Level) {
		c.tell(at, n.Level, "raw-markdown", "questi asterischi fanno un corsivo e non si vedrebbero", `per il segno per scrivi «×», oppure «\*»`)
	}
}

// checkDefinitions reports the addresses that no link uses: they are not shown.
func (c *checker) checkDefinitions(used map[string]bool) {
	_ = ast.Walk(c.page.doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if d, ok := n.(*ast.LinkReferenceDefinition); ok && entering && d.Lines().Len() > 0 {
			label := foldLabel(d.Label)
			if !used[label] {
				c.tell(d.Lines().At(0).Start, 1, "lost-text", "questa riga dà un indirizzo che nessun collegamento usa: nella pagina non si vedrebbe",
					`usalo con «[testo][`+string(d.Label)+`]», oppure, se è testo, scrivi «\[» al posto di «[»`)
			}
			delete(used, label) // the first one counts
		}
		return ast.WalkContinue, nil
	})
}

func foldLabel(label []byte) string {
	return strings.ToLower(strings.Join(strings.Fields(string(label)), " "))
}

// unspaced resolves %20 and the like in the name of a file.
func unspaced(name string) string {
	if plain, err := url.PathUnescape(name); err == nil {
		return plain
	}
	return name
}
