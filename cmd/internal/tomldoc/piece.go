// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

// A Piece is where a text is written, quotes included.
type Piece struct {
	file *source.File // and not the document, whose tree would be kept alive
	span span
}

// Piece returns where the value at key is written or, with an item of 0 or
// more, where that item of what Strings returned for key is.
func (t *Table) Piece(key string, item int) Piece {
	n := t.node.child(key)
	if item >= 0 {
		i := item
		if kept := t.kept[key]; i < len(kept) {
			i = kept[i]
		}
		if one := n.item(i); one != nil {
			n = one
		}
	}
	if n == nil {
		return Piece{t.doc.file, span{}}
	}
	return Piece{t.doc.file, n.value}
}

// Offset is that of the first byte of the piece in its file.
func (p Piece) Offset() int { return p.span.at }

// Locator returns a function that covers length bytes of text from start, where
// the file has them: behind escapes and lines folded with a backslash too. Text
// is what Text or Strings returned for the piece; of any other, and of a span
// that text does not have, the beginning is covered.
func (p Piece) Locator(text string) func(start, length int) diag.Diagnostic {
	return func(start, length int) diag.Diagnostic {
		w := writtenAs(p.file.Data[p.span.at:p.span.end()])
		i := strings.Index(string(w.text), text)
		if i < 0 || start < 0 || length < 0 || length > len(text)-start {
			return p.file.At(p.span.at, 0)
		}
		from, to := i+start, i+start+length
		switch {
		case length > 0:
			return p.file.At(p.span.at+w.at[from], w.end[to-1]-w.at[from])
		case from < len(w.at):
			return p.file.At(p.span.at+w.at[from], 0)
		}
		return p.file.At(p.span.end(), 0)
	}
}

// A wording is a text and, for each byte of it, where the file has what it
// stands for: offsets from the opening quote.
type wording struct {
	text    []byte
	at, end []int
}

// add appends what the bytes of the file from at to end stand for. A CR and LF
// are one line break, as readers of the text have it.
func (w *wording) add(text string, at, end int) {
	if last := len(w.text) - 1; text == "\n" && last >= 0 && w.text[last] == '\r' {
		w.text[last], w.end[last] = '\n', end
		return
	}
	for i := range len(text) {
		w.text = append(w.text, text[i])
		w.at = append(w.at, at)
		w.end = append(w.end, end)
	}
}

// writtenAs decodes a text in quotes, already known to be valid, byte by byte.
// What is no text in quotes gives the empty wording.
func writtenAs(raw []byte) *wording {
	w := new(wording)
	src := string(raw)
	open, quote := 1, `"`
	if strings.HasPrefix(src, "'") {
		quote = "'"
	}
	if strings.HasPrefix(src, strings.Repeat(quote, 3)) && len(src) >= 6 {
		open = 3
	}
	if len(src) < 2*open || !strings.HasPrefix(src, quote) {
		return w
	}
	end := len(src) - open
	i := open
	if open == 3 { // a line break right after the quotes is not part of the text
		rest := strings.TrimPrefix(src[i:end], "\r")
		if strings.HasPrefix(rest, "\n") {
			i = end - len(rest) + 1
		}
	}
	for i < end {
		if src[i] != '\\' || quote == "'" {
			_, n := utf8.DecodeRuneInString(src[i:end])
			for j := i; j < i+n; j++ {
				w.add(src[j:j+1], i, i+n)
			}
			i += n
			continue
		}
		if rest := strings.TrimLeft(src[i+1:end], " \t\r"); open == 3 && strings.HasPrefix(rest, "\n") {
			i = end - len(strings.TrimLeft(rest, " \t\r\n"))
			continue
		}
		r, rest := unescape(src[i:end])
		n := end - i - len(rest)
		w.add(string(r), i, i+n)
		i += n
	}
	return w
}

// unescape returns the character that the escape stands for which s begins
// with, and what follows.
func unescape(s string) (r rune, rest string) {
	if after, ok := strings.CutPrefix(s, `\e`); ok { // of TOML, not of Go
		return 0x1b, after
	}
	r, _, rest, err := strconv.UnquoteChar(s, '"')
	if err != nil {
		return utf8.RuneError, ""
	}
	return r, rest
}
