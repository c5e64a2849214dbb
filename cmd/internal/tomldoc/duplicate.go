// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
)

// reHalfHeader matches a header with one bracket too few.
var reHalfHeader = regexp.MustCompile(`^\[[^\[\]]+\]\]\s*$`)

func isDuplicate(message string) bool {
	return strings.HasPrefix(message, "Key '") || strings.HasSuffix(message, " is not a table")
}

// duplicates reports every key that is defined twice, each with its first
// place.
func (doc *document) duplicates(where span) {
	for _, t := range doc.places.twice {
		if doc.full() || doc.pasted(t) {
			return // all that follows belongs to the other file
		}
		doc.report(doc.duplicate(t))
	}
	if len(doc.places.twice) == 0 {
		d := doc.at(where)
		d.Code, d.Message = "duplicate-key", "questa chiave c'è già più sopra"
		d.Hint = "lasciane una sola"
		if line := doc.file.Line(d.Pos.Line); reHalfHeader.MatchString(line) {
			d.Hint = "servono due parentesi quadre per parte: [" + strings.TrimSpace(line)
			d.Fix = []diag.Edit{{Offset: doc.file.LineStart(d.Pos.Line), Text: "["}}
		}
		doc.report(d)
	}
}

func (doc *document) duplicate(t twice) diag.Diagnostic {
	d := doc.at(t.again)
	first := doc.file.Position(t.first.key.at)
	name := diag.Quote(doc.text(t.again))
	d.Code = "duplicate-key"
	d.Related = []diag.Related{{Pos: first, Message: "la prima è qui"}}
	before := strings.TrimRight(doc.places.src[:t.again.at], " \t")
	switch {
	case strings.HasSuffix(before, "[[") && t.first.shape == tableShape && !t.first.explicit:
		doc.subTableFirst(&d, t)
	case strings.HasSuffix(before, "[") && t.first.shape == arrayShape && !t.first.explicit:
		header := strings.Trim(strings.TrimSpace(d.Line), "[]")
		d.Message = fmt.Sprintf("la tabella %s c'è già alla riga %d", name, first.Line)
		d.Hint = fmt.Sprintf("ce ne può essere più d'una: scrivi [[%s]], con due parentesi quadre per parte", header)
		line := doc.file.Line(d.Pos.Line)
		if i, j := strings.IndexByte(line, '['), strings.LastIndexByte(line, ']'); i >= 0 && j > i {
			d.Fix = []diag.Edit{{Offset: doc.file.LineStart(d.Pos.Line) + i, Length: j + 1 - i, Text: "[[" + strings.Trim(line[i:j+1], "[] \t") + "]]"}}
		}
	case strings.HasSuffix(before, "["):
		d.Message = fmt.Sprintf("la tabella %s c'è già alla riga %d", name, first.Line)
		d.Hint = "uniscile in una; per averne più d'una servono sempre due parentesi quadre per parte: [[progetto]]"
	default:
		d.Message = fmt.Sprintf("la chiave %s c'è già alla riga %d", name, first.Line)
		d.Hint = "lasciane una sola"
		if first.Line != d.Pos.Line {
			d.Hint += fmt.Sprintf(": togli questa riga oppure la riga %d", first.Line)
		}
		if first.Line != d.Pos.Line && strings.TrimSpace(doc.file.Line(first.Line)) == strings.TrimSpace(doc.file.Line(d.Pos.Line)) {
			d.Hint, d.Fix = "sono uguali: togli questa riga", []diag.Edit{doc.withoutLine(t.again.at)}
		}
	}
	return d
}

// subTableFirst says that a table came before the [[…]] that it is part of, and
// moves it below.
func (doc *document) subTableFirst(d *diag.Diagnostic, t twice) {
	line := doc.file.Position(t.first.key.at).Line
	sub := strings.TrimSpace(doc.file.Line(line))
	d.Message = fmt.Sprintf("%s viene dopo la sua sottotabella %s, alla riga %d", diag.Clean(strings.TrimSpace(d.Line)), diag.Clean(sub), line)
	d.Hint = fmt.Sprintf("sposta %s e le righe che la seguono dopo le chiavi di questa tabella", diag.Clean(sub))
	from := doc.file.LineStart(line)
	own := doc.file.LineStart(d.Pos.Line)
	to := doc.nextHeader(from)
	below := doc.nextHeader(own)
	if to > own { // it has sub-tables of its own, in between
		return
	}
	data := string(doc.file.Data)
	moved := data[from:to]
	if !strings.HasSuffix(data[:below], "\n") {
		moved = "\n" + moved
	}
	d.Fix = []diag.Edit{{Offset: from, Length: to - from}, {Offset: below, Text: moved}}
}

// nextHeader returns where the line of the first header behind that of the byte
// at begins; the end of the file when there is none.
func (doc *document) nextHeader(at int) int {
	headers := doc.places.headers // in file order
	i, _ := slices.BinarySearchFunc(headers, at+1, func(h *node, at int) int { return cmp.Compare(h.value.at, at) })
	for ; i < len(headers); i++ {
		if start := doc.file.LineStart(doc.file.Position(headers[i].value.at).Line); start > at {
			return start
		}
	}
	return len(doc.file.Data)
}

// pasted recognises a second file below the first: in the last table the keys
// come again that the document begins with.
func (doc *document) pasted(t twice) bool {
	root := doc.places.root
	old := root.child(t.first.name)
	if t.table == root || old == nil || old.shape == tableShape || len(doc.places.headers) == 0 {
		return false
	}
	next := "" // another key of the document follows
	for _, c := range t.table.children {
		if again := root.child(c.name); c.key.at > t.again.at && again != nil && again.key.at < doc.places.headers[0].value.at {
			next = c.name
			break
		}
	}
	if next == "" {
		return false
	}
	doc.report(doc.secondFile(t.again, old))
	return true
}

// secondFile says that from the key at s on there is another file; old is where
// the first has the same key.
func (doc *document) secondFile(s span, old *node) diag.Diagnostic {
	d := doc.at(s)
	first := doc.file.Position(old.key.at)
	d.Code = "duplicate-key"
	d.Message = fmt.Sprintf("da qui sembra incollato un secondo file: %s c'è già alla riga %d", diag.Quote(doc.text(s)), first.Line)
	d.Hint = "sposta le righe da qui in giù in un file nuovo nella stessa cartella; se invece i due diventano uno solo, togli le righe da qui fino alla prossima parentesi quadra"
	d.Related = []diag.Related{{Pos: first, Message: "la prima è qui"}}
	from := doc.file.LineStart(d.Pos.Line)
	d.Fix = []diag.Edit{{Offset: from, Length: doc.nextHeader(from) - from}}
	return d
}
