// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Word is a run of letters and digits. A number keeps the marks inside it:
// "1.234,50" is one word; "l’ufficio" are two, "5/10/2022" are three.
type Word struct {
	Span
	Lower string // the word in lower case
	Gap   string // what stands between the word before, or the start, and this one
}

// Words returns the words of text in order.
func Words(text string) []Word {
	out := make([]Word, 0, len(text)/5)
	end := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isLetter(r) {
			i += n
			continue
		}
		start := i
		for i < len(text) {
			r, n = utf8.DecodeRuneInString(text[i:])
			inside := isLetter(r) || unicode.Is(unicode.Mn, r) ||
				(r == '.' || r == ',') && i > start && isDigit(text[i-1]) && i+1 < len(text) && isDigit(text[i+1])
			if !inside {
				break
			}
			i += n
		}
		out = append(out, Word{Span{start, i}, strings.ToLower(text[start:i]), text[end:start]})
		end = i
	}
	return out
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// Linked reports whether w follows the word before it in the same breath: only
// white space, an apostrophe or a hyphen stands between.
func (w Word) Linked() bool {
	for _, r := range w.Gap {
		if !unicode.IsSpace(r) && r != '\'' && r != '’' && r != '-' {
			return false
		}
	}
	return w.Gap != ""
}

// IsNumber reports whether w is written in figures.
func (w Word) IsNumber() bool {
	return w.Lower != "" && strings.Trim(w.Lower, "0123456789.,") == ""
}

// startsSentence reports whether the word at offset is the first of a sentence,
// a quotation or an item: then a capital says nothing.
func startsSentence(text string, offset int) bool {
	before := strings.TrimRight(text[:offset], openers+" \u00a0\n\t")
	if before == "" {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return len(before) < offset && (strings.ContainsRune(".!?…:;–—»”|", last) || strings.ContainsAny(text[len(before):offset], "«“\""))
}

// isCapital reports whether s begins with a capital letter.
func isCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// Quoted returns the spans of text between «» or “”, marks included: they are
// the words of others. A quotation that does not close reaches to the end of
// its line.
func Quoted(text string) []Span {
	var out []Span
	line := 0 // where the line of i ends
	for i := 0; i < len(text); {
		var closer string
		switch rest := text[i:]; {
		case strings.HasPrefix(rest, "«"):
			closer = "»"
		case strings.HasPrefix(rest, "“"):
			closer = "”"
		default:
			i++
			continue
		}
		if line <= i {
			if line = strings.IndexByte(text[i:], '\n') + i; line < i {
				line = len(text)
			}
		}
		end := line
		if n := strings.Index(text[i:line], closer); n >= 0 {
			end = i + n + len(closer)
		}
		out = append(out, Span{i, end})
		i = end
	}
	return out
}
