// SPDX-License-Identifier: EUPL-1.2

package privacy

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// signs are the characters with which Markdown, TOML and HTML write something
// that is not read as it stands.
const signs = "\\*`~&<"

// FindSource returns the personal data in text as Find does, and those that
// come out only when it is read as a line of TOML or Markdown: "\u0041" and
// "&#65;" for a letter, signs of emphasis and tags in the midst of a word. Spans
// are of text as it stands.
func FindSource(text string) []Finding {
	found := Find(text)
	if !strings.ContainsAny(text, signs) {
		return found
	}
	read := readSource(text)
	if read.text == text {
		return found
	}
	for _, f := range Find(read.text) {
		found = append(found, Finding{f.Kind, read.start[f.Start], read.end[f.End-1]})
	}
	return merge(found)
}

// A reading is a source line as it is read. For each of its bytes start and end
// say which bytes of the line it comes from.
type reading struct {
	text       string
	start, end []int
}

// readSource reads a line: what is no sign stands for itself.
func readSource(text string) reading {
	r := reading{start: make([]int, 0, len(text)), end: make([]int, 0, len(text))}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		piece, size := text[i:i+1], 1
		if strings.IndexByte(signs, text[i]) >= 0 {
			piece, size = readSign(text[i:])
		}
		for range len(piece) {
			r.start, r.end = append(r.start, i), append(r.end, i+size)
		}
		out = append(out, piece...)
		i += size
	}
	r.text = string(out)
	return r
}

// readSign returns what the sign that text begins with stands for, "" for what
// is not seen, and its length.
func readSign(text string) (string, int) {
	switch text[0] {
	case '\\':
		return readEscape(text)
	case '&':
		if end := strings.IndexByte(text[:min(len(text), longestEntity)], ';'); end > 0 {
			if s := html.UnescapeString(text[:end+1]); s != text[:end+1] {
				return s, end + 1
			}
		}
		return "&", 1
	case '<':
		if n := tagLength(text); n > 0 {
			return "", n
		}
		return "<", 1
	}
	return "", 1 // emphasis, code, what is struck out
}

// longestEntity is the length of what is looked at for the end of an entity.
const longestEntity = 16

// readEscape reads what follows a backslash: a number of Unicode, a break of
// line, a sign that is meant as it stands.
func readEscape(text string) (string, int) {
	if len(text) < 2 {
		return `\`, 1
	}
	digits := 0
	switch text[1] {
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	case 'n', 'r', 't':
		return " ", 2
	}
	if digits > 0 && len(text) >= 2+digits {
		if n, err := strconv.ParseUint(text[2:2+digits], 16, 32); err == nil && n <= utf8.MaxRune && utf8.ValidRune(rune(n)) {
			return string(rune(n)), 2 + digits
		}
	}
	if text[1] < utf8.RuneSelf && !isAlnum(text[1]) && text[1] > ' ' {
		return text[1:2], 2
	}
	return `\`, 1
}

// tagLength returns the length of the plain tag or the comment that text begins
// with, 0 for none; an address between angle brackets is none.
func tagLength(text string) int {
	if strings.HasPrefix(text, "<!--") {
		if end := strings.Index(text, "-->"); end >= 0 {
			return end + len("-->")
		}
		return 0
	}
	i := 1
	if i < len(text) && text[i] == '/' {
		i++
	}
	name := i
	for i < len(text) && isAlnum(text[i]) {
		i++
	}
	if i == name || !isLetter(text[name]) {
		return 0
	}
	if i < len(text) && text[i] == '/' {
		i++
	}
	if i < len(text) && text[i] == '>' {
		return i + 1
	}
	return 0
}
