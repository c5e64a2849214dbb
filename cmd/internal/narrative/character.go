// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// hintInvisible says how to be rid of a character that cannot be seen.
const hintInvisible = "cancella la parola e riscrivila a mano: di solito arriva con un copia e incolla"

// checkCharacters reports the first invisible character of each line of the
// text, code included: what cannot be seen can change what is read.
func (c *checker) checkCharacters() {
	src := string(c.page.src)
	for offset := 0; offset < len(src); {
		line, _, _ := strings.Cut(src[offset:], "\n")
		if i := strings.IndexFunc(line, diag.Invisible); i >= 0 {
			r, size := utf8.DecodeRuneInString(line[i:])
			c.invisible(offset+i, size, r)
		}
		offset += len(line) + 1
	}
}

// reference is a character written by its number or name: &#8238;, &rlm;.
var reference = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)

// checkReferences reports the references to invisible characters in the text
// from start to stop.
func (c *checker) checkReferences(start, stop int) {
	src := c.page.src[start:stop]
	for _, at := range reference.FindAllIndex(src, -1) {
		resolved := string(unescape(src[at[0]:at[1]]))
		if i := strings.IndexFunc(resolved, diag.Invisible); i >= 0 {
			r, _ := utf8.DecodeRuneInString(resolved[i:])
			c.invisible(start+at[0], at[1]-at[0], r)
		}
	}
}

// checkTitle reports an invisible character in the title of a link or picture,
// which the tree gives no place to: d is that of its destination.
func (c *checker) checkTitle(title []byte, d diag.Diagnostic) {
	text := string(unescape(title))
	if string(title) == text {
		return // seen by checkCharacters
	}
	if i := strings.IndexFunc(text, diag.Invisible); i >= 0 {
		r, _ := utf8.DecodeRuneInString(text[i:])
		d.Code = "control-character"
		d.Message = fmt.Sprintf("nel titolo tra virgolette c'è un carattere invisibile (U+%04X)", r)
		d.Hint = hintInvisible
		c.report.Add(d)
	}
}

func (c *checker) invisible(offset, length int, r rune) {
	d := c.at(offset, length)
	d.Code = "control-character"
	d.Message = fmt.Sprintf("nel testo c'è un carattere invisibile (U+%04X)", r)
	d.Hint = hintInvisible
	c.report.Add(d)
}

// visible reports an invisible character in the value s of key.
func visible(t *tomldoc.Table, key, s string) {
	i := strings.IndexFunc(s, diag.Invisible)
	if i < 0 {
		return
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	d := t.At(key)
	d.Code = "control-character"
	d.Message = fmt.Sprintf("%s contiene un carattere invisibile (U+%04X)", diag.Quote(key), r)
	d.Hint = hintInvisible
	t.Report(d)
}
