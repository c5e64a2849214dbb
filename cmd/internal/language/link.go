// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"path"
	"strings"
	"unicode"
)

// vague are link texts that say nothing of where they lead.
var vague = map[string]bool{
	"qui": true, "clicca": true, "clicca qui": true, "cliccate qui": true, "cliccando qui": true, "premi qui": true, "fai clic qui": true,
	"clicca sul link": true, "vai": true, "vai qui": true, "vedi": true, "vedi qui": true, "leggi": true, "leggi qui": true, "leggi tutto": true,
	"leggi di più": true, "leggi ancora": true, "continua": true, "continua a leggere": true, "scopri": true, "scopri di più": true,
	"per saperne di più": true, "saperne di più": true, "maggiori informazioni": true, "più informazioni": true, "informazioni": true,
	"info": true, "approfondisci": true, "dettagli": true, "link": true, "questo link": true, "al link": true, "a questo link": true,
	"al seguente link": true, "seguente link": true, "questa pagina": true, "a questa pagina": true, "pagina": true, "sito": true, "scarica": true,
	"scarica qui": true, "download": true, "apri": true, "mostra": true, "altro": true, "file": true, "documento": true, "allegato": true,
}

// VagueLink reports whether a link with this text cannot be understood by who
// reads the link alone, as screen readers list them.
func VagueLink(text string) bool {
	text = strings.TrimFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return vague[strings.Join(strings.Fields(text), " ")]
}

// clicks are the words that send to a link, in a text that has none.
var clicks = [...]string{"clicca qui", "cliccare qui", "cliccando qui", "cliccate qui", "clicca sul link", "cliccare sul link", "cliccando sul link", "fai clic qui", "premi qui"}

// Clicks returns the places where text says "clicca qui".
func Clicks(text string) []Finding {
	lower := strings.ToLower(text)
	if len(lower) != len(text) || !strings.Contains(lower, "clic") && !strings.Contains(lower, "premi") {
		return nil
	}
	var out []Finding
	quoted := Quoted(text)
	for _, c := range clicks {
		for from := 0; ; {
			i := strings.Index(lower[from:], c)
			if i < 0 {
				break
			}
			if at := from + i; !inside(quoted, at) {
				out = append(out, Finding{Span: Span{at, at + len(c)}})
			}
			from += i + len(c)
		}
	}
	return out
}

// documents are the formats that open another program, and the words that name
// them.
var documents = map[string][]string{
	".pdf": {"pdf"}, ".doc": {"doc", "word"}, ".docx": {"docx", "doc", "word"}, ".odt": {"odt"}, ".rtf": {"rtf"},
	".xls": {"xls", "excel"}, ".xlsx": {"xlsx", "xls", "excel"}, ".ods": {"ods"}, ".csv": {"csv"}, ".json": {"json"}, ".xml": {"xml"},
	".ppt": {"ppt", "powerpoint"}, ".pptx": {"pptx", "ppt", "powerpoint"}, ".odp": {"odp"}, ".epub": {"epub"}, ".zip": {"zip"}, ".p7m": {"p7m"},
}

// Document returns the format of the file that address leads to, in capitals;
// false when it is a page or not a document.
func Document(address string) (format string, ok bool) {
	address, _, _ = strings.Cut(address, "#")
	address, _, _ = strings.Cut(address, "?")
	ext := strings.ToLower(path.Ext(address))
	if documents[ext] == nil {
		return "", false
	}
	return strings.ToUpper(ext[1:]), true
}

// SaysFormat reports whether text names the format that Document returned, and
// whether it names a size ("240 kB", "1,5 MB").
func SaysFormat(text, format string) (named, sized bool) {
	words := Words(text)
	for i, w := range words {
		for _, name := range documents["."+strings.ToLower(format)] {
			named = named || w.Lower == name
		}
		digits := strings.TrimRight(w.Lower, "bkmgi")
		unit := w.Lower[len(digits):]
		if w.IsNumber() && i+1 < len(words) && strings.TrimSpace(words[i+1].Gap) == "" {
			digits, unit = w.Lower, words[i+1].Lower
		}
		switch unit {
		case "b", "byte", "kb", "kib", "kilobyte", "mb", "mib", "megabyte", "gb", "gib":
			sized = sized || digits != "" && strings.Trim(digits, "0123456789.,") == ""
		}
	}
	return named, sized
}
