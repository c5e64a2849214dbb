// SPDX-License-Identifier: EUPL-1.2

// Package tomldoc reads TOML with the position of every key and value.
//
// BurntSushi/toml alone judges whether a document is valid and decodes it, but
// it gives positions only for syntax errors. Those of keys and values come from
// the parser in pelletier/go-toml/v2/unstable, run over the same bytes. Its API
// promises no stability, so the version is pinned and a fuzz test holds what it
// finds equal to what the decoder decoded; a document that it alone refuses is
// refused. On top of both stands Table, a typed reader that reports each fault
// and carries on, so one run shows them all.
//
// Of a document that is not valid the parser returns what comes before the
// fault. Which text or bracket is open there it does not tell: outside and
// openBrackets do.
//
// A reader asks a Table for every key it knows, each by its type, and calls
// Close at the end: a key that nobody asked for is a slip of the pen.
package tomldoc

import (
	"fmt"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

// A Table is a TOML table with positions. Its readers return the zero value
// after reporting a fault; a key that is absent is no fault unless Require
// names it.
type Table struct {
	doc    *document
	parent *Table // nil for the document itself
	key    string // the key it stands at in parent; that of the array for an item
	node   *node
	values map[string]any

	asked    []string                 // keys asked for by name, in that order
	inner    map[string][]*Table      // tables handed out, by key
	kept     map[string][]int         // which items Strings and Tables returned
	synonyms func() map[string]string // see Synonyms
}

// File returns the file the table was read from.
func (t *Table) File() *source.File { return t.doc.file }

// Report adds d to the list given to Parse.
func (t *Table) Report(d diag.Diagnostic) { t.doc.report(d) }

// Has reports whether key is present, of whatever type. It makes the key one
// that Close accepts.
func (t *Table) Has(key string) bool {
	_, ok := t.get(key)
	return ok
}

// Require reports "missing-key" at the table's own position for each absent
// key: at the header, at the braces of an inline table, or on line 1.
func (t *Table) Require(keys ...string) {
	for _, key := range keys {
		if t.Has(key) || t.doc.full() {
			continue
		}
		d := t.Here()
		d.Code = "missing-key"
		d.Message = fmt.Sprintf("manca la chiave %s", diag.Quote(key))
		if t.parent != nil {
			d.Message += " in " + t.path()
		}
		d.Hint = t.Lacking(key, "…")
		if near, ok := diag.Nearest(key, t.strangers(100)); ok {
			d.Hint = fmt.Sprintf("c'è %s: forse è scritta male", diag.Quote(near))
		}
		t.Report(d)
	}
}

// strangers returns the keys present that nobody has asked for, at most as many
// as max.
func (t *Table) strangers(max int) []string {
	var keys []string
	for _, k := range t.Keys() {
		if len(keys) < max && !slices.Contains(t.asked, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// Keys returns the keys present, in file order.
func (t *Table) Keys() []string {
	if t.node == nil {
		return nil
	}
	keys := make([]string, 0, len(t.values))
	for _, c := range t.node.children {
		if _, ok := t.values[c.name]; ok {
			keys = append(keys, c.name)
		}
	}
	return keys
}

// Here returns a diagnostic that covers the table's header, the braces of an
// inline table, or the start of the file for the document itself.
func (t *Table) Here() diag.Diagnostic {
	if t.parent == nil || t.node == nil {
		return t.doc.file.At(0, 0)
	}
	return t.doc.at(t.node.value)
}

// At returns a diagnostic that covers the value of key; KeyAt one that covers
// the key itself. Both fall back to the table's header when key is absent.
func (t *Table) At(key string) diag.Diagnostic {
	if n := t.node.child(key); n != nil {
		return t.doc.at(n.value)
	}
	return t.Here()
}

// KeyAt returns a diagnostic that covers the key itself: see At.
func (t *Table) KeyAt(key string) diag.Diagnostic {
	if n := t.node.child(key); n != nil {
		return t.doc.at(n.key)
	}
	return t.Here()
}

// ItemAt covers item i of what Strings or Tables returned for key.
func (t *Table) ItemAt(key string, i int) diag.Diagnostic {
	if kept, ok := t.kept[key]; ok && i >= 0 && i < len(kept) {
		i = kept[i]
	}
	if n := t.node.child(key).item(i); n != nil {
		return t.doc.at(n.value)
	}
	return t.At(key)
}

// get returns the value at key and notes that key was asked for.
func (t *Table) get(key string) (any, bool) {
	if !slices.Contains(t.asked, key) {
		t.asked = append(t.asked, key)
	}
	v, ok := t.values[key]
	return v, ok
}

// inline reports whether the table is written between braces.
func (t *Table) inline() bool { return strings.HasPrefix(t.written(), "{") }

// written returns the header of the table, or its text between braces.
func (t *Table) written() string {
	if t.node == nil {
		return ""
	}
	return string(t.doc.file.Data[t.node.value.at:t.node.value.end()])
}

// path names the table as the reader sees it: [atto], [[progetto]], or the key
// of an inline table.
func (t *Table) path() string {
	if text := t.written(); strings.HasPrefix(text, "[") {
		return diag.Clean(text)
	}
	return diag.Quote(t.key)
}

// hand makes the table of values at n and remembers it for Close.
func (t *Table) hand(key string, n *node, values map[string]any) *Table {
	sub := &Table{doc: t.doc, parent: t, key: key, node: n, values: values}
	if t.inner == nil {
		t.inner = make(map[string][]*Table)
	}
	t.inner[key] = append(t.inner[key], sub)
	return sub
}
