// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"

	"vetro/cmd/internal/diag"
)

// syntaxError reports what the decoder objects to.
func (doc *document) syntaxError(src string, err error) {
	perr, ok := errors.AsType[toml.ParseError](err)
	if !ok {
		doc.fallback(span{max(doc.places.stopped, 0), 0})
		return
	}
	where := span{min(max(perr.Position.Start, 0), len(src)), max(perr.Position.Len, 1)}
	where.length = min(where.length, len(src)-where.at)
	if isDuplicate(perr.Message) {
		doc.duplicates(where)
		return
	}
	if doc.curlyQuotes(src, where.at) || doc.strangeSpaces(src) {
		return
	}
	if strings.HasSuffix(perr.Message, " is out of range for int64") || strings.HasSuffix(perr.Message, " is out of range for float64") {
		d := doc.at(where)
		d.Code, d.Message = "invalid-value", "il numero è troppo grande"
		d.Hint = "controlla che non ci siano cifre di troppo"
		doc.report(d)
		return
	}
	for _, r := range rules {
		if strings.HasPrefix(perr.Message, r.prefix) {
			if r.inside && doc.unclosed(src, where, perr.Message) {
				return
			}
			doc.explain(r, src, r.where(src, perr.Position.Start, where))
			return
		}
	}
	doc.fallback(where)
}

// fallbackMessage is for what no rule describes. The suite of toml-test and
// the fuzz test know no such case but a defect of the decoder.
const fallbackMessage = "la riga non è scritta in TOML valido"

func (doc *document) fallback(where span) {
	d := doc.at(where)
	d.Code, d.Message, d.Hint = "toml-syntax", fallbackMessage, hintManual
	doc.report(d)
}

// explain reports the error that r describes.
func (doc *document) explain(r rule, src string, where span) {
	d := doc.at(where)
	d.Code = r.code
	if d.Code == "" {
		d.Code = "toml-syntax"
	}
	d.Message = strings.Replace(r.message, "$", found(src, where), 1)
	d.Hint = r.hint
	doc.remedy(&d, r, src, where.at)
	if src[where.at:where.end()] == "\r" && r.place == after {
		d.Message = "qui la riga finisce con un CR da solo, come nei vecchi Macintosh"
		d.Hint, d.Fix = "salva di nuovo il file con i fine riga di Windows (CRLF) o di Unix (LF)", nil
	}
	if open := openBrackets(src, where.at); len(open) > 0 {
		if first := doc.file.Position(open[len(open)-1]); first.Line < d.Pos.Line {
			d.Related = []diag.Related{{Pos: first, Message: "la parentesi si apre qui"}}
		}
	}
	doc.report(d)
}

// remedy gives d the hint that cures it: what is known of the key first, then
// of slips that any key may have. What does not help the decoder is no cure.
func (doc *document) remedy(d *diag.Diagnostic, r rule, src string, at int) {
	own := *d
	if reNextText.MatchString(src[at:]) && strings.HasSuffix(strings.TrimSpace(src[:at]), "=") {
		if edit, hint, ok := mend(src, at); ok {
			d.Hint, d.Fix = hint, []diag.Edit{edit}
			return
		}
	}
	if r.place != opening {
		doc.treat(d, src, at)
	}
	if len(d.Fix) > 0 && reads(src, at, d.Fix) {
		return
	}
	if len(d.Fix) > 0 {
		*d = own
	}
	if edit, hint, ok := mend(src, at); ok {
		d.Hint, d.Fix = hint, []diag.Edit{edit}
	}
}

// found describes the bytes at where.
func found(src string, where span) string {
	text := src[where.at:min(where.end(), len(src))]
	switch {
	case where.at >= len(strings.TrimRight(src, " \t\r\n")):
		return "qui il file finisce"
	case text == "" || text[0] == '\n' || text == "\r" && strings.HasPrefix(src[where.at:], "\r\n"):
		return "qui la riga finisce"
	case len(text) == 1 && (text[0] < ' ' || text[0] == 0x7f):
		return fmt.Sprintf("il codice %02X", text[0])
	}
	return "qui c'è " + diag.Quote(strings.TrimRight(text, " \t\r\n"))
}

var (
	reNewKey    = regexp.MustCompile(`^\s*[\w-]+(\s*\.\s*[\w-]+)*\s*=`)
	reNewHeader = regexp.MustCompile(`^\s*\[{1,2}\s*[A-Za-z_][\w.-]*\s*\]{1,2}\s*(#|$)`)
)

// unclosed reports a bracket that is still open where the file ends, or where
// a new key or header begins. The decoder, still inside the list, would object
// to whatever comes next: the place to mend is the bracket.
func (doc *document) unclosed(src string, where span, message string) bool {
	rest := strings.TrimRight(src, " \t\r\n")
	ends := strings.Contains(message, "EOF") || strings.Contains(message, "end of file") || where.at >= len(rest)
	start := len(src)
	if !ends {
		start = strings.LastIndexByte(src[:where.at], '\n') + 1
	}
	open := openBrackets(src, start)
	if len(open) == 0 {
		return false
	}
	bracket := open[len(open)-1]
	list := src[bracket] == '['
	line, _, _ := strings.Cut(src[start:], "\n")
	switch {
	case ends && !list && strings.HasSuffix(rest, "="):
		return false // what is missing is the value
	case ends:
	case reNewHeader.MatchString(line), list && reNewKey.MatchString(line):
	default:
		return false
	}
	d := doc.at(span{bracket, 1})
	d.Code = "toml-syntax"
	d.Message, d.Hint = "l'elenco aperto qui non è chiuso da «]»", "metti «]» dopo l'ultima voce"
	if !list {
		d.Message, d.Hint = "la tabella tra graffe aperta qui non è chiusa da «}»", "metti «}» dopo l'ultima chiave"
	}
	closing := ""
	for end := len(strings.TrimRight(src[:start], " \t\r\n,")); len(open) > 0 && end > bracket && d.Fix == nil; open = open[:len(open)-1] {
		closing += map[byte]string{'[': "]", '{': "}"}[src[open[len(open)-1]]]
		if fix := []diag.Edit{{Offset: end, Text: closing}}; (ends && valid(src, fix)) || (!ends && reads(src, end, fix)) {
			d.Fix = fix
		}
	}
	if !ends {
		at := start + len(line) - len(strings.TrimLeft(line, " \t"))
		d.Related = []diag.Related{{Pos: doc.file.Position(at), Message: "qui comincia già altro"}}
	}
	doc.report(d)
	return true
}
