// SPDX-License-Identifier: EUPL-1.2

package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"vetro/cmd/internal/diag"
)

// hintUTF8 tells a Windows user how to mend an encoding.
const hintUTF8 = "aprilo con Blocco note, scegli «File > Salva con nome» e in «Codifica» scegli UTF-8"

// bom is the UTF-8 byte order mark that some Windows editors write first.
var bom = []byte("\xef\xbb\xbf")

// decode strips the byte order mark and reports data that is no UTF-8 text.
func decode(name string, data []byte, report *diag.List) ([]byte, bool) {
	if what, hint := foreign(data); what != "" {
		d := whole(name, "not-utf8", what, hint)
		d.Pos.Line, d.Pos.Column = 1, 1
		report.Add(d)
		return nil, false
	}
	// Joining files can leave more than one mark; BurntSushi/toml drops one of
	// its own accord, and all offsets would be wrong by three.
	for bytes.HasPrefix(data, bom) {
		data = data[len(bom):]
	}
	bad, nul := firstInvalid(data), bytes.IndexByte(data, 0)
	if bad < 0 && nul < 0 {
		return data, true
	}
	if bad >= 0 && (nul < 0 || bad < nul) {
		report.Add(notUTF8(name, data, bad))
	} else {
		d := atInvalid(name, data, nul)
		d.Code = "nul-byte"
		d.Message = "qui c'è un carattere nullo (byte 00), che in un testo non può stare"
		d.Hint = "il file può essere rovinato: riprendine una copia buona, oppure cancella il carattere"
		report.Add(d)
	}
	return nil, false
}

// foreign recognises by their first bytes files that are no UTF-8 text at all.
func foreign(data []byte) (what, hint string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")):
		return "il file è in UTF-32, non in UTF-8", hintUTF8
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return "il file è in UTF-16 LE, non in UTF-8", hintUTF8
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return "il file è in UTF-16 BE, non in UTF-8", hintUTF8
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return "non è un file di testo: sembra un documento di Word, Excel o LibreOffice",
			"copia il contenuto in Blocco note e salvalo con «Codifica: UTF-8»"
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return "non è un file di testo: è un PDF", "copia il contenuto in Blocco note e salvalo con «Codifica: UTF-8»"
	}
	// UTF-16 without a mark: in Italian text nearly every second byte is zero.
	even, odd := 0, 0
	sample := data[:min(len(data), 1024)]
	for i, b := range sample {
		if b == 0 && i%2 == 0 {
			even++
		} else if b == 0 {
			odd++
		}
	}
	half := len(sample) / 2
	switch {
	case half < 2:
	case odd*10 >= half*7 && even*10 < half:
		return "il file è in UTF-16 LE, non in UTF-8", hintUTF8
	case even*10 >= half*7 && odd*10 < half:
		return "il file è in UTF-16 BE, non in UTF-8", hintUTF8
	}
	return "", ""
}

// notUTF8 says which character the byte at offset bad would be in the encoding
// that Windows calls ANSI.
func notUTF8(name string, data []byte, bad int) diag.Diagnostic {
	d := atInvalid(name, data, bad)
	d.Code = "not-utf8"
	if r := charmap.Windows1252.DecodeByte(data[bad]); r >= 0xa0 && r != utf8.RuneError {
		d.Message = fmt.Sprintf("il file non è in UTF-8 ma, pare, in Windows-1252 (ANSI): qui il byte %02X sta per %s", data[bad], diag.Quote(string(r)))
	} else {
		d.Message = fmt.Sprintf("il file non è in UTF-8: qui il byte %02X non fa parte di nessun carattere", data[bad])
	}
	d.Hint = hintUTF8
	return d
}

// firstInvalid returns the offset of the first byte that is not UTF-8, or -1.
func firstInvalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; ; {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
}

// atInvalid places a diagnostic at a byte of data that is not all UTF-8. Bytes
// that are none are shown as Windows-1252, a character each, so that the
// column is right and the line can be recognised.
func atInvalid(name string, data []byte, offset int) diag.Diagnostic {
	start := bytes.LastIndexByte(data[:offset], '\n') + 1
	line, _, _ := bytes.Cut(data[start:], []byte("\n"))
	d := whole(name, "", "", "")
	d.Line = readable(bytes.TrimSuffix(line, []byte("\r")))
	d.Length = 1
	d.Pos.Offset = offset
	d.Pos.Line = bytes.Count(data[:offset], []byte("\n")) + 1
	d.Pos.Column = utf8.RuneCount(data[start:offset]) + 1
	return d
}

func readable(line []byte) string {
	var out []rune
	for len(line) > 0 {
		r, n := utf8.DecodeRune(line)
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(line[0])
		}
		out = append(out, r)
		line = line[n:]
	}
	return string(out)
}
