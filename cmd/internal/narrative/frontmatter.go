// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/source"
	"vetro/cmd/internal/tomldoc"
)

// frontMatterExample is shown to who has none.
const frontMatterExample = `comincia il file così: «+++», poi «titolo = "…"» e «sommario = "…"», poi di nuovo «+++», una riga ciascuno`

// withLF returns f with LF line endings: lines and columns stay the same, and
// goldmark and the front matter need to know of one kind of ending only.
func withLF(f *source.File) *source.File {
	if !bytes.Contains(f.Data, []byte("\r\n")) {
		return f
	}
	return source.New(f.Name, bytes.ReplaceAll(f.Data, []byte("\r\n"), []byte("\n")), new(diag.List))
}

// isFence reports whether line is one of the two around front matter.
func isFence(line []byte) bool { return string(bytes.TrimRight(line, " \t")) == "+++" }

// cutFrontMatter returns the offset where the front matter of src ends and the
// offset where the text begins; ok is false when there is none or no end.
func cutFrontMatter(src []byte) (end, body int, ok bool) {
	first, _, _ := bytes.Cut(src, []byte("\n"))
	if !isFence(first) {
		return 0, 0, false
	}
	for start := len(first) + 1; start < len(src); {
		line, _, _ := bytes.Cut(src[start:], []byte("\n"))
		if isFence(line) {
			return start, min(start+len(line)+1, len(src)), true
		}
		start += len(line) + 1
	}
	return 0, 0, false
}

// readFrontMatter fills in the page from the front matter of f and returns
// where the text begins.
func readFrontMatter(f *source.File, page *Page, report *diag.List) (body int) {
	end, body, ok := cutFrontMatter(f.Data)
	if page.Project != "" {
		if first := f.Line(1); isFence([]byte(first)) {
			d := f.At(0, len(first))
			d.Code = "needless-front-matter"
			d.Message = "il testo di un progetto non ha intestazione: titolo e sintesi sono quelli del progetto nei dati"
			d.Hint = "togli le righe tra «+++» e «+++», comprese queste due"
			report.Add(d)
		}
		return body
	}
	if !ok {
		report.Add(noFrontMatter(f))
		return 0
	}
	first := bytes.IndexByte(f.Data, '\n') + 1
	t, part := parseTOML(f, [][2]int{{first, end}}, end)
	if t != nil {
		t.Require("titolo", "sommario")
		page.Title = oneLine(t, "titolo")
		page.Summary = oneLine(t, "sommario")
		page.Order, _ = t.Int("ordine")
		page.say(t, "titolo", page.Title, passage.Title)
		page.say(t, "sommario", page.Summary, passage.Summary)
		fits(t, "titolo", page.Title, plan.MaxTitle, "title-too-long")
		fits(t, "sommario", page.Summary, plan.MaxSummary, "summary-too-long")
		t.Close()
	}
	part.moveTo(report)
	return body
}

// oneLine reads a text that has to fit a heading or a list.
func oneLine(t *tomldoc.Table, key string) string {
	s := strings.Join(strings.Fields(t.Line(key)), " ")
	visible(t, key, s)
	return s
}

// fits warns of a text that is longer than max characters.
func fits(t *tomldoc.Table, key, s string, max int, code string) {
	n := utf8.RuneCountInString(s)
	if n <= max {
		return
	}
	d := t.At(key)
	d.Severity, d.Code = diag.Warning, code
	d.Message, d.Hint = plan.TooLong(key, n, max)
	t.Report(d)
}

func noFrontMatter(f *source.File) diag.Diagnostic {
	first := f.Line(1)
	d := f.At(0, len(first))
	switch {
	case isBlank(string(f.Data)):
		d.Code = "empty-page"
		d.Message = "la pagina è vuota"
		d.Hint = frontMatterExample
	case isFence([]byte(first)):
		d.Code = "unclosed-front-matter"
		d.Message = "l'intestazione aperta qui non si chiude: manca la seconda riga «+++»"
		d.Hint = "scrivi «+++» da solo su una riga, prima del testo"
	case strings.TrimSpace(first) == "---":
		d.Code = "missing-front-matter"
		d.Message = "l'intestazione della pagina si apre con «+++», non con «---»"
		d.Hint = frontMatterExample
	default:
		d.Code = "missing-front-matter"
		d.Message = "la pagina comincia senza intestazione"
		d.Hint = frontMatterExample
	}
	return d
}

// A tomlPart reads TOML that stands inside a Markdown file. The rest of the
// file is blanked, so that lines and columns stay true; the line that a
// diagnostic shows is taken from the whole file.
type tomlPart struct {
	file *source.File
	list *diag.List
}

// parseTOML parses the given ranges of f, up to offset end. It returns nil
// after a syntax error.
func parseTOML(f *source.File, ranges [][2]int, end int) (*tomldoc.Table, tomlPart) {
	part := tomlPart{f, new(diag.List)}
	data := blank(f.Data[:end])
	for _, r := range ranges {
		copy(data[r[0]:r[1]], f.Data[r[0]:r[1]])
	}
	blanked := source.New(f.Name, data, part.list)
	if blanked == nil {
		return nil, part
	}
	return tomldoc.Parse(blanked, part.list, nil), part
}

// blank returns b with every byte but line feeds turned into a space.
func blank(b []byte) []byte {
	out := bytes.Repeat([]byte(" "), len(b))
	for i, c := range b {
		if c == '\n' {
			out[i] = c
		}
	}
	return out
}

// moveTo adds what was found to report.
func (p tomlPart) moveTo(report *diag.List) {
	for _, d := range p.list.Sorted() {
		if d.Pos.Line > 0 {
			d.Line = p.file.Line(d.Pos.Line)
		}
		report.Add(d)
	}
}
