// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
)

// A pair is a key and its value as somebody meant to write them, in a document
// that is not valid.
type pair struct {
	path       []string
	key, value span
	braces     bool // it stands between brackets, with others
}

var (
	reBareKey = regexp.MustCompile(`([\w-]+)[ \t]*$`)
	reOpened  = regexp.MustCompile(`([\w-]+)[ \t]*=[ \t]*$`)
	// reLoose matches a value between brackets: up to the comma or bracket
	// behind it, but over a comma that stands for a decimal point.
	reLoose = regexp.MustCompile(`^(?:"[^"]*"|'[^']*'|[-+−]?\d{1,3}(?:['’]\d{3})+|[-+−]?\d[\d.]*,\d+(?:[ \t]*[,}\]#]|$)|[^,}\]#"'\n]*)`)
)

// pairAt returns the pair around the byte at, on its line.
func (doc *document) pairAt(src string, at int) (p pair, ok bool) {
	n := doc.file.Position(at).Line
	start, line := doc.file.LineStart(n), doc.file.Line(n)
	equals := -1
	outside(line, func(i int) bool {
		if line[i] == '=' && (equals < 0 || start+i < at) {
			equals = i
		}
		return true
	})
	if equals < 0 {
		return p, false
	}
	if m := reBareKey.FindStringSubmatchIndex(line[:equals]); m != nil {
		p.key = span{start + m[2], m[3] - m[2]}
	}
	rest := line[equals+1:]
	blank := len(rest) - len(strings.TrimLeft(rest, " \t"))
	p.value.at = start + equals + 1 + blank
	rest = rest[blank:]
	open := openBrackets(src, start+equals)
	if p.braces = len(open) > 0; p.braces {
		rest = strings.TrimRight(reLoose.FindString(rest), ",}]#")
	} else if i := strings.Index(rest, " #"); i >= 0 && !strings.HasPrefix(rest, `"`) {
		rest = rest[:i]
	}
	p.value.length = len(strings.TrimRight(rest, " \t"))
	p.path = doc.tableAt(at)
	for _, b := range open {
		lineStart := strings.LastIndexByte(src[:b], '\n') + 1
		if m := reOpened.FindStringSubmatch(src[lineStart:b]); m != nil {
			p.path = append(p.path, m[1])
		}
	}
	p.path = append(p.path, doc.text(p.key))
	return p, true
}

// tableAt returns the name of the table that the byte at is in. The parser may
// have read on where the decoder stopped, so the last header is not the one.
func (doc *document) tableAt(at int) []string {
	var path []string
	for _, h := range doc.places.headers {
		if h.value.at > at {
			break
		}
		path = strings.Split(strings.Trim(doc.text(h.value), "[] \t"), ".")
	}
	return path
}

// treat gives d the hint for the pair that at is in, and the edit that follows
// it to the letter.
func (doc *document) treat(d *diag.Diagnostic, src string, at int) {
	if doc.mendKey(d, at) {
		return
	}
	p, ok := doc.pairAt(src, at)
	if !ok {
		return
	}
	raw := doc.text(p.value)
	w := doc.want(p.path)
	r := cure(doc.text(p.key), raw, w)
	inner := strings.Trim(raw, "{}() \t")
	switch {
	case raw == "":
	case w.Form == ListForm && len(raw) > 1:
	case w.Form >= TableForm && w.Rewrite != nil && w.Rewrite(raw) != "":
	case w.Form == AmountForm && (raw[0] == '{' || raw[0] == '(') && !strings.Contains(raw, "="):
		r = cure(doc.text(p.key), inner, w)
	case strings.HasPrefix(raw, `""`) && !strings.HasPrefix(raw, `"""`) && strings.HasSuffix(raw, `""`) && len(raw) > 4:
		r = remedy{hint: "bastano virgolette semplici: " + short(quote(raw[2:len(raw)-2])), text: quote(raw[2 : len(raw)-2])}
	case strings.HasPrefix(raw, `"`) && strings.Count(raw, `"`) > 2 && strings.Count(raw, `"`)%2 == 0 && strings.HasSuffix(raw, `"`) && !strings.Contains(raw, `\"`) && !strings.HasPrefix(raw, `"""`) && w.Form != AnyForm:
		r = remedy{hint: `se il testo contiene virgolette scrivile «così», oppure \"così\"`, text: quote(angled(raw[1 : len(raw)-1]))}
	case strings.HasPrefix(raw, `"`) && strings.Count(raw, `"`) > 2 && !strings.HasPrefix(raw, `"""`):
		r = remedy{hint: `se il testo contiene virgolette scrivile «così», oppure \"così\"`}
	case w.Form == TextForm && strings.Count(raw, `"`) == 1 && strings.HasSuffix(raw, `"`),
		w.Form == TextForm && strings.Count(raw, `"`) == 2 && strings.HasPrefix(raw, `"`) && !strings.HasSuffix(raw, `"`) && !reRemark.MatchString(strings.TrimSpace(raw[strings.LastIndex(raw, `"`)+1:])) && len(raw[strings.LastIndex(raw, `"`):]) > 3:
		text := quote(strings.ReplaceAll(raw, `"`, ""))
		r = remedy{hint: "il testo sta tutto tra un paio di virgolette: " + short(text), text: text}
	case strings.HasPrefix(raw, "'") && strings.Count(raw, "'") > 2 && !strings.HasPrefix(raw, "'''"):
		r = remedy{hint: "se il testo contiene apostrofi scrivilo tra virgolette: \"l'ufficio\"", text: quote(strings.Trim(raw, "'"))}
	case strings.HasPrefix(raw, "[") || strings.HasPrefix(raw, "{") || strings.HasPrefix(raw, `"`) && len(raw) > 1:
		return
	}
	if r.hint == "" {
		return
	}
	d.Hint = r.hint
	switch {
	case r.text != "":
		d.Fix = []diag.Edit{{Offset: p.value.at, Length: p.value.length, Text: r.text}}
	case r.drop && !p.braces:
		d.Fix = []diag.Edit{doc.withoutLine(p.key.at)}
	case r.drop:
		d.Hint = strings.Replace(d.Hint, "la riga", doc.text(p.key), 1)
	}
	if at >= p.value.end() && p.braces && raw != "" || reComma.MatchString(raw) {
		// Past the comma the decoder is lost: the place to mend is before.
		where := p.value
		if i := strings.IndexByte(raw, ','); i >= 0 {
			where = span{p.value.at + i, 1}
		}
		mended := doc.at(where)
		mended.Code, mended.Hint, mended.Fix = "toml-syntax", d.Hint, d.Fix
		mended.Message = diag.Quote(doc.text(p.key)) + " non è scritto bene: qui c'è " + diag.Quote(raw)
		*d = mended
	}
}

// angled puts « and » in the place of straight quotes.
func angled(s string) string {
	for strings.Contains(s, `"`) {
		s = strings.Replace(strings.Replace(s, `"`, "«", 1), `"`, "»", 1)
	}
	return s
}

// withoutLine takes away the line that the byte at is in.
func (doc *document) withoutLine(at int) diag.Edit {
	n := doc.file.Position(at).Line
	start := doc.file.LineStart(n)
	end := len(doc.file.Data)
	if n < doc.file.Lines() {
		end = doc.file.LineStart(n + 1)
	}
	return diag.Edit{Offset: start, Length: end - start}
}

var (
	reKey    = regexp.MustCompile(`^\s*([\pL\d._-]+)\s*=`)
	reSpaces = regexp.MustCompile(`^\s*([\w-]+(?:[ \t]+[\w-]+)+)\s*=`)
	reColon  = regexp.MustCompile(`^\s*[\w-]+\s*(:)(?:\s|$)`)

	plainLetters = strings.NewReplacer("à", "a", "á", "a", "è", "e", "é", "e", "ì", "i", "í", "i", "ò", "o", "ó", "o", "ù", "u", "ú", "u",
		"À", "A", "È", "E", "É", "E", "Ì", "I", "Ò", "O", "Ù", "U")
)

// mendKey looks at the key of the line for slips that Italian habits make
// likely.
func (doc *document) mendKey(d *diag.Diagnostic, at int) bool {
	n := doc.file.Position(at).Line
	line, start := doc.file.Line(n), doc.file.LineStart(n)
	replace := func(m []int, text, hint string) bool {
		d.Hint = hint
		if text != "" {
			d.Fix = []diag.Edit{{Offset: start + m[2], Length: m[3] - m[2], Text: text}}
		}
		return true
	}
	if m := reSpaces.FindStringSubmatchIndex(line); m != nil {
		words := strings.Fields(line[m[2]:m[3]])
		for _, key := range []string{strings.Join(words, "_"), words[0], words[len(words)-1]} {
			if doc.guide == nil || doc.want(append(doc.tableAt(at), strings.ToLower(key))).Form != AnyForm {
				return replace(m, strings.ToLower(key), "le chiavi non hanno spazi: "+strings.ToLower(key))
			}
		}
		return replace(m, "", "le chiavi non hanno spazi, e questa non è tra quelle previste: vedi «vetro help dati»")
	}
	if m := reKey.FindStringSubmatchIndex(line); m != nil {
		key := line[m[2]:m[3]]
		if plain := plainLetters.Replace(key); plain != key && !strings.ContainsFunc(plain, func(r rune) bool { return r >= utf8.RuneSelf }) {
			if low := strings.ToLower(plain); doc.want(append(doc.tableAt(at), low)).Form != AnyForm {
				plain = low
			}
			return replace(m, plain, "nelle chiavi vanno lettere senza accento, cifre, - e _: "+plain)
		}
	}
	if m := reColon.FindStringSubmatchIndex(line); m != nil {
		return replace(m, " =", "dopo la chiave ci va «=», non i due punti")
	}
	return false
}
