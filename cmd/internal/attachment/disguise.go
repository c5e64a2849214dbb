// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"bytes"
	"encoding/binary"
	"regexp"
)

// A browser that is told no type, or a wrong one, guesses it from the first
// bytes (WHATWG MIME Sniffing, 7.1); and what is text for us may be saved and
// opened as a page. A document that could be taken for HTML is refused.

// sniffed finds the tags by which a browser takes the start of a file for HTML.
var sniffed = regexp.MustCompile(`(?is)^(?:\xef\xbb\xbf)?[\t\n\f\r ]*<(?:!--|\?xml|!doctype|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|xml|svg|meta|link|img|base|form|object|embed|frameset)(?:[\s>/]|--)`)

// page finds anywhere in a text the tags that run, load or lead elsewhere, also
// in the UTF-7 that old programs guess. A handler of events stands after a
// blank, a slash or the quote of the attribute before it.
var page = regexp.MustCompile(`(?is)<!doctype\s+html|<(?:html|head|body|script|iframe|frame|frameset|object|embed|applet|meta|link|base|form|svg|math|style|template|portal)(?:[\s/>]|$)|<[a-z][^<]*[\s/"']on[a-z]+\s*=|<[a-z][^<]*[\s/"'](?:href|src|srcset|srcdoc|action|formaction|data|poster|background)\s*=\s*["']?\s*(?:&|j\s*a\s*v\s*a|vbscript:|data:|//)|<[a-z][^<]*[\s/"'](?:src|srcset|poster|background)\s*=\s*["']?\s*https?:|(?-i:\+ADw[-A])`)

// pageInPicture finds what begins a page in a file that is none: pictures hold
// any bytes, so that only long signs count. It is looked for after each "<",
// many times as fast as in all bytes.
var pageInPicture = regexp.MustCompile(`(?i)^(?:!doctype\s+html|(?:html|script|iframe|body)[\s/>])`)

func hasPage(data []byte) bool {
	for {
		_, after, found := bytes.Cut(data, []byte("<"))
		if !found {
			return false
		}
		if data = after; len(data) > 0 && bytes.IndexByte([]byte("!hHsSiIbB"), data[0]) >= 0 && pageInPicture.Match(data) {
			return true
		}
	}
}

// afterEnd returns what stands after the end of a document, up to a megabyte:
// its own program does not read it, another may.
func afterEnd(f Format, data []byte) []byte {
	end := ""
	switch {
	case f.kind == pdf:
		end = "%%EOF"
	case f.kind == ooxml, f.kind == odf:
		end = "PK\x05\x06"
	case f.Name == pngFormat.Name:
		end = "IEND"
	case f.Name == jpegFormat.Name:
		end = "\xff\xd9"
	case f.Name == gifFormat.Name:
		end = "\x00;"
	case f.Name == webpFormat.Name && len(data) > 12:
		data = data[min(len(data), 8+int(binary.LittleEndian.Uint32(data[4:]))):]
	default:
		return nil
	}
	at := bytes.LastIndex(data, []byte(end))
	if at < 0 {
		return nil // cut short, which its reader says
	}
	return data[at:min(len(data), at+1<<20)]
}

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
	case sniffed.Match(start), page.Match(afterEnd(f, data)):
		return html
	case f.kind == pdf:
		// Readers look for "%PDF-" in the first kilobyte; what stands before it
		// is seen by whoever reads the file as something else.
		if i := bytes.Index(start, []byte("%PDF-")); i > 0 && bytes.ContainsRune(start[:i], '<') {
			return html
		}
	case f.kind == picture && hasPage(data):
		return html
	case f.Name == csvFormat.Name && tableFormula.Match(data):
		return "una formula, che si avvia aprendolo con un foglio di calcolo"
	case f.Name == txtFormat.Name, f.Name == csvFormat.Name:
		if page.Match(data) {
			return html
		}
	}
	return ""
}
