// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"

	"vetro/cmd/internal/diag"
)

// checkHTMLBlock reports each element of a block of raw HTML.
func (c *checker) checkHTMLBlock(n *ast.HTMLBlock) {
	start, stop := n.Pos(), n.Pos()
	if n.Lines().Len() > 0 {
		stop = n.Lines().At(n.Lines().Len() - 1).Stop
	}
	if n.HasClosure() {
		stop = max(stop, n.ClosureLine.Stop)
	}
	text := c.page.src[start:max(stop, start)]
	// A comment or a script is one thing, whatever stands in it.
	if lower := bytes.ToLower(text); n.HTMLBlockType <= ast.HTMLBlockType5 || bytes.HasPrefix(lower, []byte("<!")) {
		c.checkRawHTML(start, start+len(bytes.TrimRight(text, "\n ")))
		return
	}
	for i := 0; i < len(text); i++ {
		if text[i] != '<' || i+1 == len(text) || !isTagStart(text[i+1]) {
			continue
		}
		length := bytes.IndexByte(text[i:], '>') + 1
		if length == 0 {
			length = 1
		}
		c.checkRawHTML(start+i, start+i+length)
		i += length - 1
	}
}

func isTagStart(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '/' || b == '!' || b == '?'
}

// checkText reports a comment that is opened in the text and not closed in its
// paragraph: the parser takes it for text, and it would be published.
func (c *checker) checkText(n *ast.Text) {
	if n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
		return
	}
	c.checkReferences(n.Segment.Start, n.Segment.Stop)
	src := c.page.src
	for i := max(n.Segment.Start, 1); i < n.Segment.Stop; i++ {
		// The parser starts a new text at "!".
		if src[i-1] == '<' && bytes.HasPrefix(src[i:], []byte("!--")) && (i < 2 || src[i-2] != '\\') {
			c.checkRawHTML(i-1, i+len("!--"))
		}
	}
}

// checkRawHTML reports the raw HTML in src[start:stop]. An end tag is part of
// the element that was reported where it begins.
func (c *checker) checkRawHTML(start, stop int) {
	text := string(c.page.src[start:stop])
	name, end := tagName(text)
	if end && c.opened[name] > 0 {
		c.opened[name]--
		return
	}
	if !end && name != "" {
		c.opened[name]++
	}
	message := fmt.Sprintf("l'HTML non si può usare: qui c'è %s", diag.Quote(text))
	hint := htmlHint(name)
	switch {
	case name == "" && !strings.HasPrefix(text, "<?") && (!strings.HasPrefix(text, "<!") || strings.HasPrefix(text, "<!--")):
		message, hint = "i commenti HTML non si possono usare", "togli il commento"
	case name == "br" && c.inRow(start):
		hint = "in una cella non si può andare a capo: fai due righe, oppure dividi con una virgola"
	}
	c.tell(start, stop-start, "raw-html", message, hint)
}

// inRow reports whether the line at offset is a row of a table.
func (c *checker) inRow(offset int) bool {
	start := bytes.LastIndexByte(c.page.src[:offset], '\n') + 1
	line, _, _ := bytes.Cut(c.page.src[start:], []byte("\n"))
	return bytes.HasPrefix(bytes.TrimSpace(line), []byte("|")) || bytes.Count(line, []byte("|")) > 1
}

// tagName returns the name of the element that text opens or ends, or "".
func tagName(text string) (name string, end bool) {
	text = strings.TrimPrefix(text, "<")
	text, end = strings.CutPrefix(text, "/")
	i := strings.IndexFunc(text, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-'
	})
	if i < 0 {
		i = len(text)
	}
	return strings.ToLower(text[:i]), end
}

// htmlHint says how Markdown writes what an element is for.
func htmlHint(name string) string {
	switch name {
	case "b", "strong":
		return "per il grassetto scrivi «**testo**»"
	case "i", "em":
		return "per il corsivo scrivi «*testo*»"
	case "a":
		return "per un collegamento scrivi «[testo](indirizzo)»"
	case "br":
		return "per andare a capo lascia una riga vuota"
	case "img":
		return "per un'immagine scrivi «![che cosa si vede](/immagini/nome.png)»"
	case "ul", "ol", "li":
		return "per un elenco scrivi ogni voce su una riga che comincia con «- »"
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return "per un titolo scrivi «## titolo» su una riga sola"
	case "hr":
		return "per una linea scrivi «---» tra due righe vuote"
	case "table", "tr", "td", "th":
		return "scrivi la tabella con le barre «|», come mostra «vetro help contenuti»"
	}
	return `togli il codice e scrivi il testo in Markdown; per il segno «<» scrivi «\<»`
}
