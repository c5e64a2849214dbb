// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"strings"

	"vetro/cmd/internal/diag"
)

// Cure gives d, about the value at key, the hint how to write it and the edit
// that follows the hint to the letter, when they can be told.
func (t *Table) Cure(d *diag.Diagnostic, key string) { t.cureAs(d, key, AnyForm) }

func (t *Table) cureAs(d *diag.Diagnostic, key string, form Form) {
	n := t.node.child(key)
	w := t.want(key)
	if w.Form == AnyForm {
		w.Form = form
	}
	raw := t.raw(key)
	if n == nil {
		return
	}
	switch {
	case n.shape != leaf:
		t.reshape(d, n, w)
		return
	case w.Form == TableForm || w.Form == TablesForm:
		t.notTable(d, n, w)
		return
	}
	r := cure(key, raw, w)
	if r.hint == "" {
		return
	}
	d.Hint = r.hint
	switch {
	case r.text != "":
		d.Fix = []diag.Edit{{Offset: n.value.at, Length: n.value.length, Text: r.text}}
	case r.drop && t.inline():
		d.Hint = strings.Replace(r.hint, "la riga", key, 1)
	case r.drop:
		d.Fix = []diag.Edit{t.doc.withoutLines(n)}
	case w.Required && t.inline() && strings.Contains(r.hint, "tutta la voce"):
		t.dropWhole(d)
	}
}

// SaysNothing reports whether s is one of the ways to say that nothing is known.
func SaysNothing(s string) bool { return isUnknown(strings.ToLower(s)) }

// Drop gives d the hint to take away key, which has nothing to say.
func (t *Table) Drop(d *diag.Diagnostic, key string) {
	d.Hint = "togli " + key + ": il sito dice «La fonte non lo dice»"
	if n := t.node.child(key); n != nil && !t.inline() {
		d.Fix = []diag.Edit{t.doc.withoutLines(n)}
	}
}

// withoutLines takes away the lines of a key and its value.
func (doc *document) withoutLines(n *node) diag.Edit {
	e := doc.withoutLine(n.key.at)
	last := doc.withoutLine(max(n.value.at, n.value.end()-1))
	e.Length = last.Offset + last.Length - e.Offset
	return e
}

// dropWhole is the cure for a value that is required and not known: what it is
// part of goes, where that is a key of its own.
func (t *Table) dropWhole(d *diag.Diagnostic) {
	w := t.parent.want(t.key)
	n := t.parent.node.child(t.key)
	if w.Form != TableForm || w.Required || n == nil || t.parent.inline() {
		return
	}
	t.parent.Drop(d, t.key)
}

// notTable is the cure for a plain value where a table belongs.
func (t *Table) notTable(d *diag.Diagnostic, n *node, w Want) {
	s := strings.ToLower(strings.Trim(t.doc.text(n.value), `"' `))
	if (isUnknown(s) || isNone(s)) && !w.Required {
		t.Drop(d, n.name)
		return
	}
	if t.rewritten(d, n, w) {
		return
	}
	switch {
	case w.Header != "" && w.Form == TableForm:
		d.Hint = fmt.Sprintf("togli questa riga e, sotto le altre, apri una tabella con una riga [%s]%s", w.Header, below(w))
	case w.Header != "":
		d.Hint = fmt.Sprintf("togli questa riga e, sotto le altre, apri un blocco con una riga [[%s]]%s", w.Header, below(w))
	case w.Example != "":
		d.Hint = fmt.Sprintf("scrivi per esempio %s = %s", n.name, w.Example)
	}
}

// below says what is written under the header of a table.
func below(w Want) string {
	if w.Example == "" {
		return " e scrivi lì sotto le sue chiavi"
	}
	return "; le sue chiavi vanno lì sotto, per esempio " + w.Example
}

// rewritten gives d the cure where what is written tells what was meant.
func (t *Table) rewritten(d *diag.Diagnostic, n *node, w Want) bool {
	if w.Rewrite == nil || strings.HasPrefix(t.doc.text(n.value), "[[") && n.key.at > n.value.at {
		return false
	}
	text := w.Rewrite(t.doc.text(n.value))
	if text == "" {
		return false
	}
	d.Hint = fmt.Sprintf("scrivi %s = %s", n.name, text)
	d.Fix = []diag.Edit{{Offset: n.value.at, Length: n.value.length, Text: text}}
	return true
}

// reshape is the cure for a table or a list where another kind of value
// belongs.
func (t *Table) reshape(d *diag.Diagnostic, n *node, w Want) {
	written := t.doc.text(n.value)
	header := strings.HasPrefix(written, "[") && n.key.at > n.value.at
	replace := func(text string) {
		d.Fix = []diag.Edit{{Offset: n.value.at, Length: n.value.length, Text: text}}
	}
	switch {
	case !header && w.Form >= TableForm && t.rewritten(d, n, w):
	case w.Form == AmountForm && w.Range && n.shape == arrayShape && len(n.items) == 2:
		low, high := t.doc.text(n.items[0].value), t.doc.text(n.items[1].value)
		text := fmt.Sprintf("{ da = %s, a = %s }", low, high)
		d.Hint = fmt.Sprintf("un numero che sta tra due si scrive così: %s = %s", n.name, text)
		replace(text)
	case !n.explicit && n.shape == tableShape: // only a longer name mentions it
		d.Hint = fmt.Sprintf("prima di questa riga scrivi [[%s]] e, sotto, le sue chiavi", headerName(w, n))
	case w.Form == TablesForm && header:
		d.Hint = fmt.Sprintf("ce ne può essere più d'una: scrivi [%s], con due parentesi quadre per parte", written)
		replace("[" + written + "]")
	case w.Form == TablesForm && n.shape == tableShape:
		d.Hint = fmt.Sprintf("ce ne può essere più d'una: metti le parentesi quadre, %s = [%s]", n.name, short(written))
		replace("[" + written + "]")
	case w.Form == TableForm && header && len(n.items) == 1:
		one := strings.TrimSuffix(strings.TrimPrefix(written, "["), "]")
		d.Hint = fmt.Sprintf("ce ne può essere una sola: scrivi %s, con una parentesi quadra per parte", one)
		replace(one)
	case w.Form == TableForm && header:
		d.Hint = fmt.Sprintf("ce ne può essere una sola: tieni la prima, scritta %s, e togli le altre", strings.TrimSuffix(strings.TrimPrefix(written, "["), "]"))
	case w.Form == TableForm && len(n.items) == 1 && n.items[0].shape == tableShape:
		one := t.doc.text(n.items[0].value)
		d.Hint = fmt.Sprintf("ce ne può essere una sola: togli le parentesi quadre, %s = %s", n.name, short(one))
		replace(one)
	case w.Form == TableForm && n.shape == arrayShape && w.Header != "":
		d.Hint = fmt.Sprintf("togli questa riga e, sotto le altre, apri una tabella con una riga [%s]%s", w.Header, below(w))
	case w.Form == ListForm && n.shape == tableShape && w.Header == "":
		d.Hint = "scrivi un elenco di testi tra parentesi quadre: " + n.name + ` = ["primo", "secondo"]`
	case n.shape == arrayShape && len(n.items) == 1 && n.items[0].shape == leaf && !header:
		one := t.doc.text(n.items[0].value)
		d.Hint = fmt.Sprintf("togli le parentesi quadre: %s = %s", n.name, short(one))
		replace(one)
	case n.shape == arrayShape && w.Form == TextForm:
		d.Hint = "scrivi un testo solo, senza parentesi quadre"
	}
}

// headerName returns the name that the header of the table at n should have.
func headerName(w Want, n *node) string {
	if w.Header != "" {
		return w.Header
	}
	return n.name
}
