// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"vetro/cmd/internal/diag"
)

// maxSlips is how many slips of one line, or of one list, are taken back.
const maxSlips = 40

// mend takes back, one at a time, slips of the pen that need no knowledge of
// the keys: a comma that is missing, a colon for «=», a quote that is not
// closed. It returns the one edit that does it and the hint of the first slip;
// ok is false unless the decoder then reads on behind the line of the byte at.
func mend(src string, at int) (edit diag.Edit, hint string, ok bool) {
	text := src
	for range maxSlips {
		where, message := failure(text)
		if message == "" || len(text)-where < len(src)-lineEnd(src, at) {
			return difference(src, text), hint, hint != ""
		}
		s, found := slipAt(text, where, message)
		if !found {
			return edit, "", false
		}
		if hint == "" {
			hint = s.hint
		}
		text = splice(text, s.edits)
	}
	return edit, "", false
}

// reads reports whether the decoder, after edits, reads on behind the line of
// the byte at.
func reads(src string, at int, edits []diag.Edit) bool {
	text := splice(src, edits)
	where, message := failure(text)
	return message == "" || len(text)-where < len(src)-lineEnd(src, at)
}

// valid reports whether the decoder reads all of src after edits.
func valid(src string, edits []diag.Edit) bool {
	_, message := failure(splice(src, edits))
	return message == ""
}

// failure returns where the decoder stops in text and what it says of it; "" when
// it only objects to a key that is there twice, or to nothing.
func failure(text string) (at int, message string) {
	_, err := decode(text)
	perr, ok := err.(toml.ParseError)
	if !ok || isDuplicate(perr.Message) {
		return 0, ""
	}
	where := span{min(max(perr.Position.Start, 0), len(text)), max(perr.Position.Len, 1)}
	where.length = min(where.length, len(text)-where.at)
	for _, r := range rules {
		if strings.HasPrefix(perr.Message, r.prefix) {
			return r.where(text, perr.Position.Start, where).at, perr.Message
		}
	}
	return where.at, perr.Message
}

// splice returns text with edits made, none of which overlaps another.
func splice(text string, edits []diag.Edit) string {
	for len(edits) > 0 {
		last := 0
		for i, e := range edits {
			if e.Offset >= edits[last].Offset {
				last = i
			}
		}
		e := edits[last]
		text = text[:e.Offset] + e.Text + text[e.Offset+e.Length:]
		edits = append(append([]diag.Edit(nil), edits[:last]...), edits[last+1:]...)
	}
	return text
}

// difference returns the one edit that makes after of before.
func difference(before, after string) diag.Edit {
	head := 0
	for head < len(before) && head < len(after) && before[head] == after[head] {
		head++
	}
	tail := 0
	for tail < len(before)-head && tail < len(after)-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	return diag.Edit{Offset: head, Length: len(before) - head - tail, Text: after[head : len(after)-tail]}
}

func lineStart(src string, at int) int { return strings.LastIndexByte(src[:at], '\n') + 1 }
func lineEnd(src string, at int) int   { return at + lineLength(src[at:]) }

// A slip is something written by habit that is no TOML, and what takes it back.
type slip struct {
	hint  string
	edits []diag.Edit
}

func replaced(at, length int, text, hint string) (slip, bool) {
	return slip{hint, []diag.Edit{{Offset: at, Length: length, Text: text}}}, true
}

var (
	reRemark   = regexp.MustCompile(`^(?://+|--+|;+|/\*+|<!--|%+)[ \t]*`)
	reKeyLike  = regexp.MustCompile(`^[ \t]*[\pL\d]`)
	reInnerKey = regexp.MustCompile(`^[\w-]+[ \t]*=`)
	reOnlySign = regexp.MustCompile(`^[;,.:]+[ \t]*\r?$`)
	reNextText = regexp.MustCompile(`^[ \t]*\r?\n[ \t]*["'\[{\d]`)
	reNextSign = regexp.MustCompile(`^[ \t]*\r?\n[ \t]*=`)
)

const hintRemark = "se è un commento comincia con #"

// slipAt recognises the slip that makes the decoder say message at the byte at.
func slipAt(text string, at int, message string) (slip, bool) {
	says := func(prefix string) bool { return strings.HasPrefix(message, prefix) }
	rest := text[at:lineEnd(text, at)]
	c := byte('\n')
	if rest != "" {
		c = rest[0]
	}
	start := lineStart(text, at)
	switch {
	case says("expected a comma"):
		return commaSlip(text, at, c)
	case says("expected '.' or '='"), says("unexpected '=': key name appears blank"), says("unexpected '.': keys cannot start"):
		return keySlip(text, at, c)
	case says("expected value but found") && c == '=':
		return replaced(at, 1, "", "basta un solo «=»")
	case says("expected value but found") && reInnerKey.MatchString(rest):
		if open := openBrackets(text, at); len(open) > 0 && text[open[len(open)-1]] == '[' {
			return swapBrackets(text, open[len(open)-1], "{", "}", "le chiavi stanno tra graffe: { anno = 2022, valore = 12.5 }")
		}
	case says("expected value but found") && c == '(':
		return parenthesis(text, at)
	case says("expected value but found") && strings.TrimSpace(rest) == "" && reNextText.MatchString(text[at:]):
		return replaced(at, len(reNextText.FindString(text[at:]))-1, " ", "il valore sta sulla stessa riga di «=»")
	case says("expected a top-level item to end with a newline"):
		line := text[start:lineEnd(text, at)]
		value := strings.IndexByte(line, '=') + 1
		value += len(line[value:]) - len(strings.TrimLeft(line[value:], " \t"))
		switch {
		case c == ',' && strings.HasPrefix(line[value:], "{") && strings.HasSuffix(strings.TrimSpace(line), "}"):
			end := start + len(strings.TrimRight(line, " \t\r"))
			return slip{"più tabelle stanno tra parentesi quadre: [{ … }, { … }]", []diag.Edit{{Offset: start + value, Text: "["}, {Offset: end, Text: "]"}}}, true
		case reOnlySign.MatchString(rest):
			return replaced(at, len(strings.TrimRight(rest, " \t\r")), "", "togli il segno in fondo alla riga")
		case reRemark.MatchString(rest):
			return replaced(at, len(reRemark.FindString(rest)), "# ", hintRemark)
		case c == ']' && strings.HasPrefix(strings.TrimSpace(text[start:]), "["):
			return replaced(start, 0, "[", "servono due parentesi quadre per parte")
		}
	case says("strings cannot contain newlines"), says(`unexpected EOF; expected '"'`), says(`unexpected EOF; expected "'"`):
		return openText(text)
	case says(`unexpected EOF; expected '"""'`):
		if open := outside(text, func(int) bool { return true }); open >= 0 {
			return replaced(endOfText(text, open), 0, `"""`+"\n", `chiudilo con altre tre virgolette, """, dove il testo finisce`)
		}
	case says("invalid escape"), says("expected two hex"), says("expected four hex"), says("expected eight hex"):
		return backslashes(text, at)
	case says("expected end of table array name delimiter"):
		return replaced(at, 0, "]", "in fondo servono due parentesi quadre: [[progetto]]")
	case says("expected '.' or ']' to end table name") && c == '\n':
		return replaced(len(strings.TrimRight(text[:at], "\r")), 0, "]", "chiudi la parentesi quadra: [atto]")
	case says("unexpected comma"):
		return replaced(at, 1, "", "tra una voce e l'altra ci va una virgola sola")
	case says("floats must start with a digit"):
		return replaced(at, 0, "0", "scrivi 0.5, non .5")
	}
	return slip{}, false
}

// commaSlip is what stands between two items of a list instead of a comma.
func commaSlip(text string, at int, c byte) (slip, bool) {
	open := openBrackets(text, at)
	switch {
	case c == ';':
		return replaced(at, 1, ",", "tra una voce e l'altra ci va la virgola, non il punto e virgola")
	case c == '=' && len(open) > 0 && text[open[len(open)-1]] == '[':
		return swapBrackets(text, open[len(open)-1], "{", "}", "le chiavi stanno tra graffe: { anno = 2022, valore = 12.5 }")
	case c == '"' || c == '\'' || c == '{' || c == '[' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9':
		before := strings.TrimRight(text[:at], " \t\r\n")
		if n := len(before); n > 0 && n < at || c == '{' || c == '[' {
			return replaced(n, 0, ",", "tra una voce e l'altra metti una virgola")
		}
	}
	return slip{}, false
}

// keySlip is what stands behind a key instead of «=», or a line that is none.
func keySlip(text string, at int, c byte) (slip, bool) {
	start := lineStart(text, at)
	line := text[start:lineEnd(text, at)]
	indent := len(line) - len(strings.TrimLeft(line, " \t"))
	inBraces := len(openBrackets(text, at)) > 0
	switch marker := reRemark.FindString(line[indent:]); {
	case marker != "" && !inBraces:
		return replaced(start+indent, len(marker), "# ", hintRemark)
	case c == ':' && strings.HasPrefix(text[at:], ":="):
		return replaced(at, 1, "", "basta «=», senza i due punti")
	case c == ':':
		return replaced(at, 1, " =", "dopo la chiave ci va «=», non i due punti")
	case c == ',' && inBraces:
		open := openBrackets(text, at)
		return swapBrackets(text, open[len(open)-1], "[", "]", `un elenco di testi sta tra parentesi quadre: ["primo", "secondo"]`)
	case inBraces:
		return slip{}, false
	case (c == '\n' || c == '\r') && reNextSign.MatchString(text[at:]):
		return replaced(at, len(reNextSign.FindString(text[at:]))-1, " ", "la chiave e «=» stanno sulla stessa riga")
	case strings.ContainsRune("\"'[{0123456789", rune(c)) && len(strings.Fields(text[start:at])) == 1:
		return replaced(at, 0, "= ", "tra la chiave e il valore metti «=»")
	case !strings.Contains(line, "=") && reKeyLike.MatchString(line):
		return replaced(start, 0, "# ", hintRemark+"; se è una chiave scrivi «=» e il valore")
	}
	return slip{}, false
}

// parenthesis turns ( … ) into what holds keys or values.
func parenthesis(text string, at int) (slip, bool) {
	end := strings.IndexByte(text[at:lineEnd(text, at)], ')')
	if end < 0 {
		return slip{}, false
	}
	a, b, hint := "[", "]", "un elenco sta tra parentesi quadre, non tonde"
	if strings.Contains(text[at:at+end], "=") {
		a, b, hint = "{", "}", "le chiavi stanno tra graffe, non tra parentesi tonde"
	}
	return slip{hint, []diag.Edit{{Offset: at, Length: 1, Text: a}, {Offset: at + end, Length: 1, Text: b}}}, true
}

// swapBrackets replaces the bracket at open, and the one that closes it on its
// line.
func swapBrackets(text string, open int, a, b, hint string) (slip, bool) {
	want := map[byte]byte{'[': ']', '{': '}'}[text[open]]
	line := text[open:lineEnd(text, open)]
	end := -1
	outside(line, func(i int) bool {
		if line[i] == want {
			end = i
		}
		return end < 0
	})
	if end < 0 {
		return slip{}, false
	}
	return slip{hint, []diag.Edit{{Offset: open, Length: 1, Text: a}, {Offset: open + end, Length: 1, Text: b}}}, true
}

// openText closes a text at the end of its line, or joins its lines where the
// next one closes it.
func openText(text string) (slip, bool) {
	open := outside(text, func(int) bool { return true })
	if open < 0 {
		return slip{}, false
	}
	quote := text[open : open+1]
	end := lineEnd(text, open)
	if next := strings.TrimLeft(text[end:], " \t\r\n"); next != "" && !begins(next) {
		line := next[:lineLength(next)]
		if strings.Count(line, quote) == 1 || !strings.Contains(line, "=") && !strings.HasPrefix(line, "[") {
			return replaced(len(strings.TrimRight(text[:end], " \t\r")), len(text)-len(next)-len(strings.TrimRight(text[:end], " \t\r")), " ",
				`un testo tra virgolette sta su una riga sola: uniscile`)
		}
	}
	body := strings.TrimRight(text[:end], " \t\r")
	if len(openBrackets(text, open)) > 0 {
		body = strings.TrimRight(body, " \t\r,]}")
	}
	if len(body) <= open {
		body = text[:open+1]
	}
	if quote == "'" {
		return slip{}, false
	}
	return replaced(len(body), 0, quote, `chiudi il testo con le virgolette dritte: "`)
}

// begins reports whether a key, a header or a comment begins with line.
func begins(line string) bool {
	return reNewKey.MatchString(line) || reNewHeader.MatchString(line) || strings.HasPrefix(line, "#")
}

// endOfText returns where a text that is opened and never closed probably ends:
// before the first line that begins something else.
func endOfText(text string, open int) int {
	at := lineEnd(text, open)
	for at < len(text) {
		if next := at + 1; begins(text[next:lineEnd(text, next)]) {
			return next
		} else if at = lineEnd(text, next); at >= len(text) {
			break
		}
	}
	return len(text)
}

// backslashes doubles those of the text around the byte at.
func backslashes(text string, at int) (slip, bool) {
	start := strings.LastIndexByte(text[:at], '"')
	end := lineEnd(text, at)
	if i := strings.IndexByte(text[at:end], '"'); i >= 0 {
		end = at + i
	}
	if start < lineStart(text, at) {
		return slip{}, false
	}
	inner := text[start+1 : end]
	return replaced(start+1, len(inner), strings.ReplaceAll(strings.ReplaceAll(inner, `\\`, `\`), `\`, `\\`), `scrivi due barre (\\), oppure usa la barra dritta: C:/Documenti`)
}

// where returns what of the file r is about, given where the decoder says it
// starts, -1 for before the first byte, and the span of that in the file.
func (r *rule) where(src string, start int, where span) span {
	switch r.place {
	case lastChar:
		_, n := utf8.DecodeLastRuneInString(src[:where.end()])
		where = span{where.end() - n, n}
	case after:
		where = span{max(0, min(start+1, len(src)-1)), 1}
	case atEnd:
		where = span{len(strings.TrimRight(src, " \t\r\n")), 0}
	case opening:
		if open := outside(src, func(int) bool { return true }); open >= 0 {
			where = span{open, 1}
		}
	}
	return where
}
