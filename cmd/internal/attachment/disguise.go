// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"bytes"
	"regexp"
)

// A browser that is told no type, or a wrong one, guesses it from the first
// bytes (WHATWG MIME Sniffing, 7.1); and what is text for us may be saved and
// opened as a page. A document that could be taken for HTML is refused.

// sniffed finds the tags by which a browser takes the start of a file for HTML.
var sniffed = regexp.MustCompile(`(?is)^(?:\xef\xbb\xbf)?[\t\n\f\r ]*<(?:!--|!doctype|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|xml|svg|meta|link|img|base|form|object|embed|frameset)(?:[\s>/]|--)`)

// page finds anywhere in a text the tags that run, load or lead elsewhere.
var page = regexp.MustCompile(`(?is)<!doctype\s+html|<(?:html|head|body|script|iframe|frame|frameset|object|embed|applet|meta|link|base|form|svg|math|style|template|portal)(?:[\s/>]|$)|<[a-z][^<>]*\son[a-z]+\s*=|<[a-z][^<>]*\s(?:href|src|action|formaction|data)\s*=\s*["']?\s*(?:javascript|vbscript|data):`)

// disguised says, in Italian, how data of the format f could be taken for an
// HTML page; "" when they could not.
func disguised(f Format, data []byte) string {
	const html = "codice HTML, che un browser può prendere per una pagina"
	start := data[:min(len(data), 4096)]
	switch {
	case f.Name == htmlFormat.Name:
		return "una pagina HTML"
	case f.kind == vector, f.Name == xmlFormat.Name:
		return "" // read token by token
	case sniffed.Match(start):
		return html
	case f.kind == pdf:
		// Readers look for "%PDF-" in the first kilobyte; what stands before it
		// is seen by whoever reads the file as something else.
		if i := bytes.Index(start, []byte("%PDF-")); i > 0 && bytes.ContainsRune(start[:i], '<') {
			return html
		}
	case f.Name == txtFormat.Name, f.Name == csvFormat.Name:
		if page.Match(data) {
			return html
		}
	}
	return ""
}
