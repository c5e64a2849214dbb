// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences returns the sentences of text in order. Each line is a paragraph
// and ends its last sentence. A sentence holds at least a letter or a digit and
// goes from its first word, with the marks before it, to its last mark.
func Sentences(text string) []Span {
	var out []Span
	start, full := -1, false
	var fields []Span
	for lineStart := 0; lineStart < len(text); {
		lineEnd := len(text)
		if i := strings.IndexByte(text[lineStart:], '\n'); i >= 0 {
			lineEnd = lineStart + i + 1
		}
		fields = appendFields(fields[:0], text, lineStart, lineEnd)
		for i, f := range fields {
			if start < 0 {
				start = f.Start
			}
			full = full || hasLetter(f.Of(text))
			last := i == len(fields)-1
			if full && (last || endsSentence(f.Of(text), fields[i+1].Of(text))) {
				out = append(out, Span{start, f.End})
				start, full = -1, false
			} else if last {
				start = -1
			}
		}
		lineStart = lineEnd
	}
	return out
}

// appendFields appends to out what stands between white space in text[from:to].
func appendFields(out []Span, text string, from, to int) []Span {
	start := -1
	for i, r := range text[from:to] {
		switch space := unicode.IsSpace(r); {
		case space && start >= 0:
			out = append(out, Span{start, from + i})
			start = -1
		case !space && start < 0:
			start = from + i
		}
	}
	if start >= 0 {
		out = append(out, Span{start, to})
	}
	return out
}

// CountWords returns how many words text has: what stands between white space
// and holds a letter or a digit, so that "l’ufficio" is one.
func CountWords(text string) int {
	n := 0
	for _, f := range appendFields(nil, text, 0, len(text)) {
		if hasLetter(f.Of(text)) {
			n++
		}
	}
	return n
}

func hasLetter(s string) bool { return strings.IndexFunc(s, isLetter) >= 0 }

// isLetter reports whether r counts as a letter of a word: digits do.
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// closers may follow the mark that ends a sentence, openers come before its
// first word.
const (
	closers = "»”\"’')]"
	openers = "«“\"‘'(["
)

// endsSentence reports whether a sentence ends with word, when next follows.
func endsSentence(word, next string) bool {
	bare := strings.TrimRight(word, closers)
	if !strings.HasSuffix(bare, ".") && !strings.HasSuffix(bare, "!") &&
		!strings.HasSuffix(bare, "?") && !strings.HasSuffix(bare, "…") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, openers))
	if unicode.IsLower(first) {
		return false
	}
	if !strings.HasSuffix(bare, ".") || strings.HasSuffix(bare, "..") {
		return true
	}
	abbreviation := strings.ToLower(strings.TrimLeft(strings.TrimSuffix(bare, "."), openers+"–—-"))
	if i := strings.LastIndexAny(abbreviation, "’'"); i >= 0 { // "dell’art."
		_, n := utf8.DecodeRuneInString(abbreviation[i:])
		abbreviation = abbreviation[i+n:]
	}
	switch abbreviationKind(abbreviation) {
	case leads:
		return false
	case trails: // "ecc. Il Comune" ends a sentence, "co. 2" does not
		return !unicode.IsDigit(first)
	}
	return true
}

// EndsWithStop reports whether text ends with a full stop that is not that of
// an abbreviation ("ecc.", "S.p.A.") nor part of an ellipsis.
func EndsWithStop(text string) bool {
	text = strings.TrimRight(strings.TrimRightFunc(text, unicode.IsSpace), closers)
	if !strings.HasSuffix(text, ".") || strings.HasSuffix(text, "..") {
		return false
	}
	word := strings.TrimSuffix(text[strings.LastIndexFunc(text, unicode.IsSpace)+1:], ".")
	return abbreviationKind(strings.ToLower(word)) == noAbbreviation
}

// EndsSentence reports whether text ends as a sentence does.
func EndsSentence(text string) bool {
	text = strings.TrimRight(strings.TrimRightFunc(text, unicode.IsSpace), closers)
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…", last)
}

type kind int

const (
	noAbbreviation kind = iota
	leads               // never ends a sentence: what it belongs to follows
	trails              // may end a sentence
)

// abbreviationKind says what word, in lower case and without its last full
// stop, is short for.
func abbreviationKind(word string) kind {
	switch word {
	case "art", "artt", "n", "nn", "nr", "num", "lett", "cfr", "pag", "pagg", "p", "pp", "cap", "capp",
		"vol", "voll", "tab", "fig", "all", "sez", "par", "tit", "cod", "tel", "fax", "cell", "prot",
		"dott", "dott.ssa", "dr", "dr.ssa", "sig", "sigg", "sig.ra", "sig.na", "ing", "avv", "arch",
		"geom", "rag", "prof", "prof.ssa", "on", "sen", "gen", "s", "ss.mm", "es", "p.es",
		"d.lgs", "d.lg", "dlgs", "d.l", "dl", "l", "l.r", "d.m", "dm", "d.p.r", "dpr", "d.p.c.m", "dpcm",
		"c.c", "c.p", "reg", "v", "vs", "ca", "circ", "max", "min", "p.zza", "v.le", "c.so":
		return leads
	case "ecc", "etc", "co", "c", "ss", "segg", "s.p.a", "spa", "s.r.l", "srl", "a.c", "d.c", "s.m.i", "ss.mm.ii", "p.iva":
		return trails
	}
	// A lone letter is an initial: "G. Rossi". Not so the verb of "dov’è".
	if word != "è" && utf8.RuneCountInString(word) == 1 && letterCount(word) == 1 && (word < "0" || word > "9") {
		return leads
	}
	return noAbbreviation
}
