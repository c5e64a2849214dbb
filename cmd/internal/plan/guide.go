// SPDX-License-Identifier: EUPL-1.2

package plan

import "vetro/cmd/internal/tomldoc"

// forms says how a value of each kind is written; the rest are texts.
var forms = map[ValueKind]tomldoc.Form{
	KindTexts: tomldoc.ListForm, KindSlugs: tomldoc.ListForm, KindDate: tomldoc.DayForm, KindMonth: tomldoc.MonthForm, KindWhen: tomldoc.MonthForm,
	KindQuantity: tomldoc.AmountForm, KindPeople: tomldoc.AmountForm, KindBool: tomldoc.FlagForm, KindInt: tomldoc.WholeForm,
	KindYear: tomldoc.WholeForm, KindNumber: tomldoc.NumberForm, KindMeasured: tomldoc.NumberForm, KindTable: tomldoc.TableForm, KindTables: tomldoc.TablesForm,
}

// guide tells the reader of a file what belongs at its keys, so that the hint
// about a value that is not even TOML fits its key.
func (keys *TableKeys) guide() tomldoc.Guide {
	return func(path []string) (w tomldoc.Want) {
		t := keys
		for i, name := range path {
			k := t.Key(name)
			switch {
			case k == nil:
				return tomldoc.Want{}
			case i == len(path)-1:
				return k.want()
			case k.Table == nil:
				return tomldoc.Want{}
			}
			t = k.Table
		}
		return tomldoc.Want{}
	}
}

// want says what belongs at k.
func (k *Key) want() tomldoc.Want {
	w := tomldoc.Want{Form: tomldoc.TextForm, Required: k.Required}
	if form, ok := forms[k.Kind]; ok {
		w.Form = form
	}
	if k.Table == nil {
		return w
	}
	w.Header = k.Table.Name
	if firm := k.Table.Key("precisione"); firm != nil {
		w.Firmness = firm.Words
		w.Range = k.Table.Key("da") != nil
		w.Decimals = k.Decimals > 0
	}
	if w.Header == "" && w.Form != tomldoc.AmountForm {
		w.Example = k.Table.braces()
		if k.Kind == KindTables {
			w.Example = "[" + w.Example + "]"
		}
	}
	return w
}

// braces returns an example of the table, written between braces.
func (keys *TableKeys) braces() string {
	s := "{ "
	for i := range keys.Keys {
		if k := &keys.Keys[i]; k.Required {
			if len(s) > 2 {
				s += ", "
			}
			s += k.Name + " = " + k.Example
		}
	}
	return s + " }"
}

// synonyms says what people call the keys of the table, and what to do with
// what it has no key for.
func (keys *TableKeys) synonyms() map[string]string {
	words := make(map[string]string, len(keys.Instead))
	for name, hint := range keys.Instead {
		if keys.Key(name) == nil {
			words[name] = hint
		}
	}
	for i := range keys.Keys {
		for _, name := range keys.Keys[i].Also {
			if keys.Key(name) == nil {
				words[name] = keys.Keys[i].Name
			}
		}
	}
	return words
}
