// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Gulpease measures how easily an Italian text is read, from 0 to 100:
//
//	89 + (300·sentences − 10·letters) / words
//
// (P. Lucisano, M. E. Piemontese, "GULPEASE", 1988). From 60 a text is easy
// for who has finished lower secondary school; from 80, primary school.
//
// A word is what stands between white space and holds a letter or a digit:
// "l’ufficio" is one word, the stricter reading. Digits count as letters. Each
// line is a paragraph and ends its last sentence. A text without words has
// index 0.
func Gulpease(text string) (index float64, words int) {
	sentences, letters := 0, 0
	for line := range strings.Lines(text) {
		inSentence := false
		fields := strings.Fields(line)
		for i, field := range fields {
			n := letterCount(field)
			if n > 0 {
				words++
				letters += n
				inSentence = true
			}
			next := ""
			if i+1 < len(fields) {
				next = fields[i+1]
			}
			if inSentence && (next == "" || endsSentence(field, next)) {
				sentences++
				inSentence = false
			}
		}
	}
	if words == 0 {
		return 0, 0
	}
	index = 89 + float64(300*sentences-10*letters)/float64(words)
	return min(max(index, 0), 100), words
}

func letterCount(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

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
	// A lone letter is an initial: "G. Rossi".
	if utf8.RuneCountInString(word) == 1 && letterCount(word) == 1 && (word < "0" || word > "9") {
		return leads
	}
	return noAbbreviation
}
