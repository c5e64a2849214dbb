// SPDX-License-Identifier: EUPL-1.2

package privacy

import (
	"unicode"
	"unicode/utf8"
)

// isAlnum reports whether the byte is an ASCII letter or digit.
func isAlnum(c byte) bool { return isDigit(c) || isLetter(c) }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// upper returns an ASCII letter as a capital, any other byte as it is.
func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}

// startsToken reports whether no letter or digit stands right before offset i.
func startsToken(text string, i int) bool {
	r, size := utf8.DecodeLastRuneInString(text[:i])
	return size == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// endsToken reports whether no letter or digit stands at offset i.
func endsToken(text string, i int) bool {
	r, size := utf8.DecodeRuneInString(text[i:])
	return size == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// A reader collects the letters and digits of a code that may be written in
// groups: "RSS MRA 85T10 A562S".
type reader struct {
	text string
	at   int
	// breaks holds, for each character taken but the first, whether something
	// stood before it.
	code   []byte
	breaks []bool
}

// take appends the next n letters and digits, as capitals, and reports whether
// there are so many. Between two may stand one blank, dot, hyphen, underscore
// or a mark that is not seen.
func (r *reader) take(n int) bool {
	for ; n > 0; n-- {
		at := r.at
		if len(r.code) > 0 {
			at += separator(r.text[at:])
		}
		if at >= len(r.text) || !isAlnum(r.text[at]) {
			return false
		}
		r.breaks = append(r.breaks, at > r.at)
		r.code = append(r.code, upper(r.text[at]))
		r.at = at + 1
	}
	return true
}

// separator returns how many bytes of what may stand inside a code written in
// groups text begins with: at most two characters.
func separator(text string) int {
	n := 0
	for range 2 {
		r, size := utf8.DecodeRuneInString(text[n:])
		switch r {
		case ' ', '.', '-', '_', '\u00a0', '\u00ad', '\u200b', '\u202f', '\u2011', '\ufeff':
			n += size
		}
	}
	return n
}
