// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"vetro/cmd/internal/plan"
)

// keysMargin is how far a line of explanation may go.
const keysMargin = 86

// dataTopic explains every key of data/: what is written by hand, then the
// tables that the readers use.
func dataTopic(*cobra.Command) string {
	var b strings.Builder
	b.WriteString(dataText)
	shown := map[*plan.TableKeys]bool{}
	for _, k := range quantityKeys() {
		writeKeys(&b, []plan.Key{k}, 12)
	}
	for _, f := range plan.Keys() {
		title := strings.ToUpper(f.Table.Title)
		if f.Optional && f.Name != "settore" {
			title += " (il file può mancare)"
		}
		fmt.Fprintf(&b, "\n%s: %s\n\n", f.Path, straight(title))
		writeTable(&b, f.Table, shown)
	}
	return b.String()
}

// quantityKeys returns what may stand between the braces of a quantity.
func quantityKeys() []plan.Key {
	var find func(t *plan.TableKeys) []plan.Key
	find = func(t *plan.TableKeys) []plan.Key {
		for _, k := range t.Keys {
			if k.Kind == plan.KindPeople {
				return k.Table.Keys
			}
			if k.Table == nil {
				continue
			}
			if keys := find(k.Table); keys != nil {
				return keys
			}
		}
		return nil
	}
	for _, f := range plan.Keys() {
		if keys := find(f.Table); keys != nil {
			return keys
		}
	}
	return nil
}

// writeTable explains the keys of t, and then the tables in it that were not
// shown before.
func writeTable(b *strings.Builder, t *plan.TableKeys, shown map[*plan.TableKeys]bool) {
	shown[t] = true
	width := 0
	for _, k := range t.Keys {
		width = max(width, utf8.RuneCountInString(k.Name))
	}
	writeKeys(b, t.Keys, width)
	for _, k := range t.Keys {
		if k.Table == nil || shown[k.Table] || k.Kind == plan.KindQuantity || k.Kind == plan.KindPeople {
			continue
		}
		if k.Table.Name == "" { // between braces, here
			shown[k.Table] = true
			b.WriteString("\n")
			writeKeys(b, k.Table.Keys, width)
			continue
		}
		open, end := "[", "]"
		if k.Kind == plan.KindTables {
			open, end = "[[", "]]"
		}
		fmt.Fprintf(b, "\n%s%s%s: %s\n\n", open, k.Table.Name, end, straight(k.Table.Title))
		writeTable(b, k.Table, shown)
	}
}

// writeKeys explains keys, one a line or more, in two columns.
func writeKeys(b *strings.Builder, keys []plan.Key, width int) {
	for _, k := range keys {
		text := k.Meaning
		if len(k.Words) > 0 {
			text += ": " + strings.Join(k.Words, ", ")
		}
		if k.Kind == plan.KindQuantity || k.Kind == plan.KindPeople {
			text = "quantità: " + text
		}
		if k.Required {
			text = "obbligatorio: " + text
		}
		if k.Max > 0 && (k.Kind == plan.KindLine || k.Kind == plan.KindProse) {
			text += fmt.Sprintf(", al massimo %d caratteri", k.Max)
		}
		margin := strings.Repeat(" ", 2+width+4)
		lines := wrap(straight(text), margin, keysMargin)
		pad := strings.Repeat(" ", width-utf8.RuneCountInString(k.Name)+4)
		b.WriteString("  " + k.Name + pad + strings.TrimPrefix(lines, margin))
	}
}

// straight puts the apostrophes of the pages as terminals have them.
func straight(s string) string { return strings.ReplaceAll(s, "’", "'") }
