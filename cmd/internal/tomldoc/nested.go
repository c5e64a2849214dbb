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
		d := t.wrong(key, v, "un elenco di testi")
		if s, isText := v.(string); isText {
			d.Hint = fmt.Sprintf("metti le parentesi quadre: %s = [%s]", key, shortQuoted(s))
		}
		t.Report(d)
		return nil
	}
	out := make([]string, 0, len(list))
	kept := make([]int, 0, len(list))
	for i, item := range list {
		s, isText := item.(string)
		switch s = trim(s); {
		case !isText:
			d := t.plainItem(key, i)
			d.Code = "wrong-type"
			d.Message = fmt.Sprintf("ogni voce di %s deve essere un testo: qui c'è %s", diag.Quote(key), kind(item))
			t.Report(d)
		case s == "":
			t.Report(blank(t.plainItem(key, i), fmt.Sprintf("una voce di %s è vuota", diag.Quote(key))))
		default:
			out, kept = append(out, s), append(kept, i)
		}
	}
	t.keep(key, kept)
	return out
}

// shortQuoted returns s in straight quotes for a hint, or "…" when long.
func shortQuoted(s string) string {
	if len(s) > 30 || strings.ContainsAny(s, "\n\"\\") {
		return `"…"`
	}
	return `"` + diag.Clean(s) + `"`
}

// Table returns the table at key, or nil. Asked twice, it returns the same.
func (t *Table) Table(key string) *Table {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	values, ok := v.(map[string]any)
	if !ok {
		d := t.wrong(key, v, "una tabella")
		switch v.(type) {
		case []map[string]any:
			d.Hint = fmt.Sprintf("ce ne può essere una sola: scrivi [%s], con una parentesi quadra per parte", key)
		case []any:
		default:
			d.Hint = fmt.Sprintf("apri una tabella con una riga [%s] e scrivi sotto le sue chiavi", key)
		}
		t.Report(d)
		return nil
	}
	if have := t.inner[key]; have != nil {
		return have[0]
	}
	return t.hand(key, t.node.child(key), values)
}

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
		for i, item := range list {
			values, ok := item.(map[string]any)
			if !ok {
				d := t.plainItem(key, i)
				d.Code = "wrong-type"
				d.Message = fmt.Sprintf("ogni voce di %s deve essere una tabella: qui c'è %s", diag.Quote(key), kind(item))
				d.Hint = "le tabelle in un elenco si scrivono tra graffe: { chiave = valore }"
				t.Report(d)
				continue
			}
			t.hand(key, n.item(i), values)
			kept = append(kept, i)
		}
	default:
		d := t.wrong(key, v, "un elenco di tabelle")
		if _, isTable := v.(map[string]any); isTable {
			d.Hint = fmt.Sprintf("ce ne può essere più d'una: scrivi [[%s]], con due parentesi quadre per parte", key)
		}
		t.Report(d)
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

// Close reports every key, here and in the tables handed out, that nobody
// asked for ("unknown-key"), with a suggestion among the keys that were.
func (t *Table) Close() {
	for _, key := range t.strangers() {
		d := t.KeyAt(key)
		d.Code = "unknown-key"
		d.Message = fmt.Sprintf("la chiave %s qui non è prevista", diag.Quote(key))
		d.Hint = t.unknownHint(key)
		t.Report(d)
	}
	for _, key := range t.asked {
		for _, sub := range t.inner[key] {
			sub.Close()
		}
	}
}

// unknownHint says what an unknown key was probably meant to be.
func (t *Table) unknownHint(key string) string {
	// In TOML all that follows a header belongs to it: a key of the document
	// written below [atto] lands in the wrong table.
	for up := t.parent; up != nil; up = up.parent {
		if _, have := up.values[key]; have || !slices.Contains(up.asked, key) {
			continue
		}
		if t.inline() {
			return "va scritta fuori dalle graffe"
		}
		return fmt.Sprintf("scritta qui fa parte di %s: spostala sopra quella riga", t.path())
	}
	var free []string // what is already there was not meant
	for _, k := range t.asked {
		if _, have := t.values[k]; !have {
			free = append(free, k)
		}
	}
	if hint := diag.DidYouMean(key, free); hint != "" {
		return hint
	}
	if near, ok := diag.Nearest(key, t.asked); ok {
		return fmt.Sprintf("c'è già %s: forse è un doppione", diag.Quote(near))
	}
	if len(free) > 0 && len(free) <= 12 {
		return "qui si può ancora scrivere: " + strings.Join(free, ", ")
	}
	return ""
}
