// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
)

// Strings returns the array of strings at key; blank items and items of another
// type are reported and left out.
func (t *Table) Strings(key string) []string {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	list, ok := v.([]any)
	if !ok {
		t.Report(t.wrong(key, v, "un elenco di testi", ListForm))
		return nil
	}
	t.notEmpty(key, len(list))
	out := make([]string, 0, len(list))
	kept := make([]int, 0, len(list))
	for i, item := range list {
		s, isText := item.(string)
		switch s = trim(s); {
		case (!isText || s == "") && t.doc.full():
		case !isText:
			d := t.plainItem(key, i)
			d.Code = "wrong-type"
			d.Message = fmt.Sprintf("ogni voce di %s deve essere un testo: qui c'è %s", diag.Quote(key), kindOf(item))
			t.cureItem(&d, key, i)
			t.Report(d)
		case s == "":
			t.Report(blank(t.plainItem(key, i), fmt.Sprintf("una voce di %s è vuota", diag.Quote(key))))
		case longer(s, MaxText):
			t.Report(tooLong(t.plainItem(key, i), key, MaxText))
		default:
			out, kept = append(out, s), append(kept, i)
		}
	}
	t.keep(key, kept)
	return out
}

// notEmpty reports a list of nothing, which would pass for an answer.
func (t *Table) notEmpty(key string, n int) {
	if n > 0 {
		return
	}
	d := t.At(key)
	d.Code, d.Message = "empty-value", fmt.Sprintf("l'elenco %s è vuoto", diag.Quote(key))
	t.Drop(&d, key)
	t.Report(d)
}

// cureItem gives d, about an item that is no text, the hint how to write it.
func (t *Table) cureItem(d *diag.Diagnostic, key string, i int) {
	n := t.node.child(key).item(i)
	if n == nil || n.shape == tableShape {
		return
	}
	raw := t.doc.text(n.value)
	text := quote(raw)
	d.Hint = "mettila tra virgolette: " + text
	if n.shape == arrayShape {
		text = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(raw, "["), "]"))
		d.Hint = "togli le parentesi quadre di dentro: " + key + ` = ["primo", "secondo"]`
	}
	d.Fix = []diag.Edit{{Offset: n.value.at, Length: n.value.length, Text: text}}
}

// Table returns the table at key, or nil. Asked twice, it returns the same.
func (t *Table) Table(key string) *Table {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	values, ok := v.(map[string]any)
	if !ok {
		t.Report(t.wrong(key, v, "una tabella", TableForm))
		return nil
	}
	if have := t.inner[key]; have != nil {
		return have[0]
	}
	return t.hand(key, t.node.child(key), values)
}

// Skip leaves the tables at key from the nth on unread, without a word about
// what is in them.
func (t *Table) Skip(key string, n int) { t.inner[key] = t.inner[key][:n] }

// Tables returns the array of tables at key, written as [[key]] or as
// key = [{…}]; nil when absent. Items that are no tables are reported and left
// out. Asked twice, it returns the same.
func (t *Table) Tables(key string) []*Table {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	if have, ok := t.inner[key]; ok {
		return slices.Clone(have)
	}
	n := t.node.child(key)
	var kept []int
	switch list := v.(type) {
	case []map[string]any:
		for i, values := range list {
			t.hand(key, n.item(i), values)
			kept = append(kept, i)
		}
	case []any:
		t.notEmpty(key, len(list))
		if d := t.wrong(key, v, "un elenco di tabelle", TablesForm); len(d.Fix) > 0 {
			t.Report(d)
			return nil
		}
		for i, item := range list {
			values, ok := item.(map[string]any)
			if !ok && t.doc.full() {
				continue
			}
			if !ok {
				d := t.plainItem(key, i)
				d.Code = "wrong-type"
				d.Message = fmt.Sprintf("ogni voce di %s deve essere una tabella: qui c'è %s", diag.Quote(key), kindOf(item))
				d.Hint = "le tabelle in un elenco si scrivono tra graffe: { chiave = valore }"
				if w := t.want(key); w.Example != "" {
					d.Hint = "scrivi per esempio " + strings.Trim(w.Example, "[]")
				}
				t.Report(d)
				continue
			}
			t.hand(key, n.item(i), values)
			kept = append(kept, i)
		}
	default:
		t.Report(t.wrong(key, v, "un elenco di tabelle", TablesForm))
		return nil
	}
	t.keep(key, kept)
	return slices.Clone(t.inner[key])
}

// plainItem covers item i of the array as written.
func (t *Table) plainItem(key string, i int) diag.Diagnostic {
	if n := t.node.child(key).item(i); n != nil {
		return t.doc.at(n.value)
	}
	return t.At(key)
}

// keep remembers which items of the array at key were returned.
func (t *Table) keep(key string, items []int) {
	if t.kept == nil {
		t.kept = make(map[string][]int)
	}
	t.kept[key] = items
}
