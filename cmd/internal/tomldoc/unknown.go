// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
)

// Synonyms tells how people call keys of the table, or what it has no key for:
// the key to write, or a hint that has a space in it. They are asked for only
// when there is an unknown key.
func (t *Table) Synonyms(words func() map[string]string) { t.synonyms = words }

// Close reports every key, here and in the tables handed out, that nobody
// asked for ("unknown-key"), with a suggestion among the keys that were.
func (t *Table) Close() {
	for _, key := range t.strangers(MaxFaults) {
		if t.doc.full() {
			break
		}
		if old := t.fromAnotherFile(key); old != nil {
			t.Report(t.doc.secondFile(t.node.child(key).key, old))
			break // all that follows belongs to the other file
		}
		t.Report(t.unknown(key))
	}
	for _, key := range t.asked {
		for _, sub := range t.inner[key] {
			sub.Close()
		}
	}
}

// unknown says that key does not belong here, and what was probably meant.
func (t *Table) unknown(key string) diag.Diagnostic {
	d := t.KeyAt(key)
	n := t.node.child(key)
	d.Code = "unknown-key"
	d.Message = fmt.Sprintf("la chiave %s qui non è prevista", diag.Quote(key))
	rename := func(to string) {
		if n.shape != leaf { // what stands in a table nobody has judged yet
			return
		}
		d.Fix = []diag.Edit{{Offset: n.key.at, Length: n.key.length, Text: to}}
	}
	if up := t.owner(key); up != nil {
		t.move(&d, n, up)
		return d
	}
	if t.elsewhere(&d, n) {
		return d
	}
	free := t.free()
	meant := ""
	if t.synonyms != nil {
		words := t.synonyms()
		if meant = words[key]; meant == "" {
			meant = words[strings.ToLower(plainLetters.Replace(key))]
		}
	}
	switch {
	case strings.Contains(meant, " "):
		d.Hint = meant
	case meant != "" && slices.Contains(free, meant):
		d.Hint = fmt.Sprintf("qui si chiama %s", meant)
		if t.want(meant).Form == TextForm {
			rename(meant)
		}
	case meant != "":
		d.Hint = fmt.Sprintf("qui si chiama %s, che c'è già: togli questa riga, o scrivi lì quello che manca", meant)
	default:
		if near, ok := diag.Nearest(key, free); ok {
			d.Hint = "forse intendevi " + diag.Quote(near) + "?"
			rename(near)
		} else if near, ok := diag.Nearest(key, t.asked); ok {
			d.Hint = fmt.Sprintf("c'è già %s: forse è un doppione", diag.Quote(near))
		} else if i := slices.IndexFunc(free, func(k string) bool { return strings.HasPrefix(key, k+"_") || strings.HasPrefix(key, k+"-") }); i >= 0 {
			d.Hint = "forse intendevi " + diag.Quote(free[i]) + "?"
			rename(free[i])
		} else if len(free) > 0 {
			d.Hint = "qui si può ancora scrivere: " + strings.Join(free, ", ")
		}
	}
	return d
}

// elsewhere says of a table with a header that belongs into another, or that has
// nearly the name of a known one, and of a key that repeats the name of its own
// table, how it is written.
func (t *Table) elsewhere(d *diag.Diagnostic, n *node) bool {
	if up := t.names(); n.shape == tableShape && !n.explicit && len(up) > 0 && up[len(up)-1] == n.name && len(n.children) == 1 && n.key.at == n.value.at {
		inner := n.children[0]
		d.Hint = fmt.Sprintf("sei già in %s: scrivi solo %s", t.path(), inner.name)
		d.Fix = []diag.Edit{{Offset: n.key.at, Length: inner.key.at - n.key.at}}
		return slices.Contains(t.asked, inner.name)
	}
	if n.shape == leaf || t.inline() {
		return false
	}
	to, form := t.inside(n.name, 3)
	if to == nil {
		return false
	}
	known := to[len(to)-1] == n.name
	from, name := append(t.names(), n.name), strings.Join(to, ".")
	first := ""
	for _, h := range t.doc.places.headers {
		written := t.doc.text(h.value)
		parts := strings.Split(strings.Trim(written, "[] \t"), ".")
		if len(parts) < len(from) || !slices.Equal(parts[:len(from)], from) || h.value.end() < n.value.at {
			continue
		}
		header := name
		open, end := "[", "]"
		if len(parts) > len(from) {
			header += "." + strings.Join(parts[len(from):], ".")
		}
		if len(parts) > len(from) && strings.HasPrefix(written, "[[") || len(parts) == len(from) && form == TablesForm {
			open, end = "[[", "]]"
		}
		if header = open + header + end; first == "" {
			first = header
		}
		d.Fix = append(d.Fix, diag.Edit{Offset: h.value.at, Length: h.value.length, Text: header})
	}
	if first == "" {
		return false
	}
	if d.Hint = "scrivi " + first; !known { // what stands in it nobody has judged yet
		d.Hint, d.Fix = "forse intendevi "+first+"?", nil
	}
	return true
}

// inside returns the names of a table called key, or nearly so, in t or in the
// last table that is open below it, and its form; nil when there is none.
func (t *Table) inside(key string, depth int) ([]string, Form) {
	if depth == 0 {
		return nil, AnyForm
	}
	known := slices.DeleteFunc(slices.Clone(t.asked), func(k string) bool { return t.want(k).Form < TableForm })
	if !slices.Contains(known, key) {
		near, ok := diag.Nearest(key, known)
		if ok && (t.want(near).Form == TablesForm || t.values[near] == nil) {
			return append(t.names(), near), t.want(near).Form
		}
	} else if _, have := t.values[key]; !have || t.want(key).Form == TablesForm {
		return append(t.names(), key), t.want(key).Form
	}
	for _, k := range known {
		if subs := t.inner[k]; len(subs) > 0 {
			if to, form := subs[len(subs)-1].inside(key, depth-1); to != nil {
				return to, form
			}
		}
	}
	return nil, AnyForm
}

// free returns the keys that were asked for and are not there.
func (t *Table) free() []string {
	var free []string
	for _, k := range t.asked {
		if _, have := t.values[k]; !have {
			free = append(free, k)
		}
	}
	return free
}

// owner returns the table above that key belongs to: in TOML all that follows a
// header is part of it, so a key of the document written below [atto] lands in
// the wrong table.
func (t *Table) owner(key string) *Table {
	for up := t.parent; up != nil; up = up.parent {
		if _, have := up.values[key]; !have && slices.Contains(up.asked, key) {
			return up
		}
	}
	return nil
}

// fromAnotherFile returns the node of the document that key repeats, when after
// it comes another that does: two files were pasted together.
func (t *Table) fromAnotherFile(key string) *node {
	if t.parent == nil || t.inline() {
		return nil
	}
	root := t.doc.places.root
	again := 0
	for _, k := range t.strangers(MaxFaults) {
		if root.child(k) != nil {
			again++
		}
	}
	if again < 2 {
		return nil
	}
	return root.child(key)
}

// MoveUp gives d, about the key, the hint to write it in the table above.
func (t *Table) MoveUp(d *diag.Diagnostic, key string) {
	if n := t.node.child(key); n != nil && t.parent != nil {
		t.move(d, n, t.parent)
	}
}

// move says where the key at n, which belongs to up, has to stand.
func (t *Table) move(d *diag.Diagnostic, n *node, up *Table) {
	if t.inline() {
		d.Hint = "va scritta fuori dalle graffe"
		return
	}
	own := -1
	if up.parent != nil {
		own = up.node.value.at
	}
	at := t.doc.nextHeader(own)
	line := t.doc.file.Position(at).Line
	header := diag.Clean(strings.TrimSpace(t.doc.file.Line(line)))
	d.Hint = fmt.Sprintf("scritta qui fa parte di %s: spostala sopra %s, alla riga %d", t.path(), header, line)
	if up.parent == nil && header != t.path() {
		d.Hint = fmt.Sprintf("scritta qui fa parte di %s: spostala sopra %s, la prima tabella, alla riga %d", t.path(), header, line)
	}
	cut := t.doc.withoutLines(n)
	moved := string(t.doc.file.Data[cut.Offset : cut.Offset+cut.Length])
	if !strings.HasSuffix(moved, "\n") {
		moved += "\n"
	}
	d.Fix = []diag.Edit{{Offset: at, Text: moved}, cut}
}

// Lacking says how to write a key that is absent: the line, and where it has to
// stand. In a file made by «vetro init» it stands there already, behind a #.
func (t *Table) Lacking(key, value string) string {
	line := fmt.Sprintf("%s = %s", key, value)
	if t.inline() {
		return "aggiungi tra le graffe: " + line
	}
	from := 0
	if t.parent != nil {
		from = t.Here().Pos.Offset
	}
	to := t.doc.nextHeader(from - 1)
	if t.parent != nil {
		to = t.doc.nextHeader(from)
	}
	commented := regexp.MustCompile(`(?m)^[ \t]*#[ \t]*` + regexp.QuoteMeta(key) + `[ \t]*=`)
	if m := commented.FindIndex(t.doc.file.Data[from:to]); m != nil {
		return fmt.Sprintf("togli il # alla riga %d e scrivi lì: %s", t.doc.file.Position(from+m[1]-1).Line, line)
	}
	switch header := t.doc.file.Position(to).Line; {
	case t.parent != nil:
		return fmt.Sprintf("aggiungi una riga sotto %s: %s", t.path(), line)
	case to < len(t.doc.file.Data):
		return fmt.Sprintf("aggiungi una riga sopra %s, la prima tabella, alla riga %d: %s", diag.Clean(strings.TrimSpace(t.doc.file.Line(header))), header, line)
	}
	return "aggiungi una riga: " + line
}
