// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"vetro/cmd/internal/diag"
)

// syntaxError reports what the decoder objects to.
func (doc *document) syntaxError(src string, s *scanner, err error) {
	perr, ok := errors.AsType[toml.ParseError](err)
	if !ok {
		doc.fallback(span{s.pos, 0})
		return
	}
	where := span{min(max(perr.Position.Start, 0), len(src)), max(perr.Position.Len, 1)}
	where.length = min(where.length, len(src)-where.at)
	if isDuplicate(perr.Message) {
		doc.duplicates(s, where)
		return
	}
	if doc.curlyQuotes(src, where.at) {
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
			if r.inside && doc.unclosed(src, s, where, perr.Message) {
				return
			}
			doc.explain(r, src, s, where, perr)
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
func (doc *document) explain(r rule, src string, s *scanner, where span, perr toml.ParseError) {
	start := perr.Position.Start
	switch r.place {
	case lastChar:
		_, n := utf8.DecodeLastRuneInString(src[:where.end()])
		where = span{where.end() - n, n}
	case after: // -1 for the first byte of the file
		where = span{min(start+1, len(src)-1), 1}
	case atEnd:
		where = span{len(strings.TrimRight(src, " \t\r\n")), 0}
	case opening:
		where.at = start
		if s.open >= 0 {
			where = span{s.open, 1}
		}
	}
	d := doc.at(where)
	d.Code = r.code
	if d.Code == "" {
		d.Code = "toml-syntax"
	}
	d.Message = strings.Replace(r.message, "$", found(src, where), 1)
	d.Hint = r.hint
	if hint := guess(doc.file.Line(d.Pos.Line)); hint != "" && r.place != opening {
		d.Hint = hint
	}
	if src[where.at:where.end()] == "\r" && r.place == after {
		d.Message = "qui la riga finisce con un CR da solo, come nei vecchi Macintosh"
		d.Hint = "salva di nuovo il file con i fine riga di Windows (CRLF) o di Unix (LF)"
	}
	if len(s.brackets) > 0 && s.pos <= where.end() {
		if open := doc.file.Position(s.brackets[0]); open.Line < d.Pos.Line {
			d.Related = []diag.Related{{Pos: open, Message: "la parentesi si apre qui"}}
		}
	}
	doc.report(d)
}

func isDuplicate(message string) bool {
	return strings.HasPrefix(message, "Key '") || strings.HasSuffix(message, " is not a table")
}

// duplicates reports every key that is defined twice, each with its first
// place.
func (doc *document) duplicates(s *scanner, where span) {
	for _, t := range s.twice {
		d := doc.at(t.again)
		first := doc.file.Position(t.first.key.at)
		d.Code = "duplicate-key"
		what := "la chiave"
		d.Hint = "lasciane una sola"
		if before := strings.TrimRight(s.src[:t.again.at], " \t"); strings.HasSuffix(before, "[") {
			what = "la tabella"
			d.Hint = "uniscile in una; per averne più d'una servono sempre due parentesi quadre per parte: [[progetto]]"
		}
		d.Message = fmt.Sprintf("%s %s c'è già alla riga %d", what, diag.Quote(s.src[t.again.at:t.again.end()]), first.Line)
		d.Related = []diag.Related{{Pos: first, Message: "la prima è qui"}}
		doc.report(d)
	}
	if len(s.twice) == 0 {
		d := doc.at(where)
		d.Code, d.Message = "duplicate-key", "questa chiave c'è già più sopra"
		d.Hint = "lasciane una sola"
		doc.report(d)
	}
}
