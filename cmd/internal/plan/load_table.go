// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"go/token"
	"slices"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// A table is a TOML table read by what Keys says of it. Its readers take from
// there the kind, the words and the limits of a value, and pass the texts that
// people will read on to the passages.
//
// A reader that asks for a key that is not there, or as another kind, is a
// defect of the program and panics: no file has to be read for that, so no
// input can bring it about that a test would not.
type table struct {
	toml *tomldoc.Table
	keys *TableKeys
	l    *loader
	page string // permanent address of the page that shows it, "" for none
}

// open starts reading toml, and reports the required keys that are absent.
func (l *loader) open(toml *tomldoc.Table, keys *TableKeys, page string) *table {
	t := &table{toml, keys, l, page}
	toml.Synonyms(keys.synonyms)
	if keys == &yearValueKeys && t.yearAsKey() {
		return t
	}
	for i := range keys.Keys {
		k := &keys.Keys[i]
		if k.Replaces != "" && toml.Kind(k.Name) != tomldoc.Absent && toml.Kind(k.Replaces) != tomldoc.Absent {
			fault(t, t.keyAt(k.Name), "contradiction", fmt.Sprintf("ci sono sia %s sia %s: ne serve una sola", k.Replaces, k.Name),
				fmt.Sprintf("togli %s, oppure %s", k.Name, k.Replaces))
			toml.Has(k.Replaces) // it is known, but not here
		}
		switch {
		case !k.Required, slices.ContainsFunc(keys.ReplacedBy(k.Name), toml.Has):
		case k.missing[0] == "":
			toml.Require(k.Name)
		case !toml.Has(k.Name):
			fault(t, t.here(), "missing-key", k.missing[0], k.missing[1])
		}
	}
	return t
}

// key returns what the table says of the key called name, which must be of one
// of kinds when any are given.
func (t *table) key(name string, kinds ...ValueKind) *Key {
	k := t.keys.Key(name)
	if k == nil || len(kinds) > 0 && !slices.Contains(kinds, k.Kind) {
		panic(fmt.Sprintf("plan: the readers ask for %q of the table %q as %v, which Keys does not have", name, t.keys.Title, kinds))
	}
	return k
}

// has reports whether the key called name is present.
func (t *table) has(name string) bool { return t.toml.Has(t.key(name).Name) }

// flag returns the yes or no at a key; no when it is absent.
func (t *table) flag(name string) bool { return t.toml.Bool(t.key(name, KindBool).Name) }

// date returns the day at a key.
func (t *table) date(name string) tomldoc.Date { return t.toml.Date(t.key(name, KindDate).Name) }

// table returns the table at a key, or nil.
func (t *table) table(name string) *table {
	k := t.key(name, KindTable)
	if sub := t.toml.Table(name); sub != nil {
		return t.l.open(sub, k.Table, t.page)
	}
	return nil
}

// tables returns the tables at a key.
func (t *table) tables(name string) []*table {
	k := t.key(name, KindTables)
	var all []*table
	subs := t.toml.Tables(name)
	if k.Max > 0 && len(subs) > k.Max {
		tooMany(t, subs[k.Max].Here(), name, len(subs))
		t.toml.Skip(name, k.Max)
		subs = subs[:k.Max]
	}
	for _, sub := range subs {
		all = append(all, t.l.open(sub, k.Table, t.page))
	}
	return all
}

// tooMany reports the first item of a list that is not read any more.
func tooMany(t *table, at diag.Diagnostic, name string, n int) {
	hint := "controlla che non ci siano righe ripetute per sbaglio, o dividi il progetto"
	if name == "progetto" {
		hint = "controlla che non ci siano blocchi ripetuti per sbaglio"
	}
	fault(t, at, "list-too-long", fmt.Sprintf("%s ha %d voci, più delle %d che vetro legge", diag.Quote(name), n, maxItems), hint)
}

// tooLarge reports a plan with more settori or projects than are read.
func (r *reading) tooLarge(dir, what string, n, most int) {
	r.partial = true
	r.loader.report.Add(diag.Diagnostic{
		Pos: token.Position{Filename: dir}, Code: "list-too-long", Severity: diag.Error,
		Message: fmt.Sprintf("%s di un piano sono al massimo %d: qui sono %d", what, most, n),
		Hint:    "controlla che non ci siano file o blocchi ripetuti per sbaglio",
	})
}

// close reports the keys that nobody asked for.
func (t *table) close() { t.toml.Close() }

// Where the table, a value, a key or an item of a list is: see tomldoc.
func (t *table) here() diag.Diagnostic                       { return t.toml.Here() }
func (t *table) at(key string) diag.Diagnostic               { return t.toml.At(key) }
func (t *table) keyAt(key string) diag.Diagnostic            { return t.toml.KeyAt(key) }
func (t *table) itemAt(key string, item int) diag.Diagnostic { return t.toml.ItemAt(key, item) }
func (t *table) file() place                                 { return fileOf(t.toml.File().Name) }

// fault reports d as an error.
func fault(t *table, d diag.Diagnostic, code, message, hint string) {
	t.reportAs(diag.Error, d, code, message, hint)
}

// doubt reports d as a warning.
func doubt(t *table, d diag.Diagnostic, code, message, hint string) {
	t.reportAs(diag.Warning, d, code, message, hint)
}

// gap reports d as incomplete.
func gap(t *table, d diag.Diagnostic, code, message, hint string) {
	t.reportAs(diag.Incomplete, d, code, message, hint)
}

func (t *table) reportAs(s diag.Severity, d diag.Diagnostic, code, message, hint string) {
	d.Severity, d.Code, d.Message, d.Hint = s, code, message, hint
	t.toml.Report(d)
}

// valueOf is the place of the value of key.
func valueOf(t *table, key string) place {
	return func() diag.Diagnostic { return t.at(key) }
}

// itemOf is the place of item i of the list at key.
func itemOf(t *table, key string, i int) place {
	return func() diag.Diagnostic { return t.itemAt(key, i) }
}
