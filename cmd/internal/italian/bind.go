// SPDX-License-Identifier: EUPL-1.2

package italian

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

const noBreak = "\u00a0"

// Bind puts a no-break space where a line must not end: between a number and what
// it counts, a day and its month, a month and its year, and behind what announces
// a number: "37 progetti", "5 ottobre 2022", "n. 33".
func Bind(text []byte) []byte {
	if !bytes.ContainsAny(text, "0123456789") {
		return text
	}
	var out []byte
	from := 0
	for at := 1; at < len(text)-1; at++ {
		if text[at] == ' ' && (isDigit(text[at-1]) || isDigit(text[at+1]) || text[at-1] == 0xba) && bindsAt(text, at) {
			out = append(append(out, text[from:at]...), noBreak...)
			from = at + 1
		}
	}
	if from == 0 {
		return text
	}
	return append(out, text[from:]...)
}

// bindsAt reports whether the space at a byte of text is one of those.
func bindsAt(text []byte, at int) bool {
	before, after := lastWord(text[:at]), firstWord(text[at+1:])
	if before == "" || after == "" {
		return false
	}
	last, next := before[len(before)-1], after[0]
	month := slices.Contains(months[1:], before)
	switch {
	case isDigit(next):
		return month && len(after) == 4 || slices.Contains([]string{"n.", "nn.", "art.", "artt.", "pag.", "comma", "€", "§"}, before)
	case isDigit(last) || strings.HasSuffix(before, "º"):
		year := len(before) == 4 && (before[:2] == "19" || before[:2] == "20")
		return isDigit(before[0]) && !year && !slices.Contains(joining, after)
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// joining are words that count nothing.
var joining = []string{"e", "ed", "o", "a", "al", "alla", "di", "del", "della", "dei", "delle", "da", "dal", "in", "nel", "nella", "nei", "con", "su", "per", "che", "tra", "fra",
	"il", "lo", "la", "i", "gli", "le", "un", "una", "non", "si", "è", "sono", "ha", "hanno", "ma", "se", "come", "anche", "ne", "ci", "c’è"}

// lastWord is what stands behind the last space of s, firstWord what stands before
// the first.
func lastWord(s []byte) string {
	if i := bytes.LastIndexAny(s, " \n\t(«–’"); i >= 0 {
		_, n := utf8.DecodeRune(s[i:])
		s = s[i+n:]
	}
	return string(s)
}

func firstWord(s []byte) string {
	if i := bytes.IndexAny(s, " \n\t.,;:)»"); i >= 0 {
		s = s[:i]
	}
	if string(s) == "%" {
		return "%"
	}
	if len(s) > 0 && !isDigit(s[0]) && s[0] < 0x80 && (s[0]|0x20 < 'a' || s[0]|0x20 > 'z') {
		return ""
	}
	return string(s)
}

// BindHTML does so in what a page shows: not in tags, scripts or code.
func BindHTML(page []byte) []byte {
	out := make([]byte, 0, len(page)+len(page)/100)
	var number []byte // in a <data> that has just ended
	for len(page) > 0 {
		tag := bytes.IndexByte(page, '<')
		if tag < 0 {
			return append(out, Bind(page)...)
		}
		text := page[:tag]
		if len(number) > 0 && len(text) > 1 && text[0] == ' ' && bindsAt(append(bytes.Clone(number), text...), len(number)) {
			out, text = append(out, noBreak...), text[1:]
		}
		out = append(out, Bind(text)...)
		page = page[tag:]
		if number = nil; bytes.HasPrefix(page, []byte("</data>")) {
			number = text
		}
		end := endOfTag(page)
		out, page = append(out, page[:end]...), page[end:]
	}
	return out
}

// verbatim are the elements whose text is none, or is to be copied as it is.
var verbatim = [][]byte{[]byte("script"), []byte("style"), []byte("svg"), []byte("code"), []byte("pre"), []byte("textarea"), []byte("title"), []byte("option")}

// endOfTag returns where the tag ends that page begins with, and what it holds
// when that is to stay as it is.
func endOfTag(page []byte) int {
	end := bytes.IndexByte(page, '>') + 1
	if end == 0 {
		return len(page)
	}
	for _, name := range verbatim {
		if rest, ok := bytes.CutPrefix(page[1:], name); ok && len(rest) > 0 && (rest[0] == '>' || rest[0] == ' ' || rest[0] == '\n') {
			closing := append([]byte("</"), name...)
			if i := bytes.Index(page[end:], closing); i >= 0 {
				return end + i
			}
		}
	}
	return end
}
