// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"vetro/cmd/internal/tomldoc"
)

// forms says how a value of each kind is written; the rest are texts.
var forms = map[ValueKind]tomldoc.Form{
	KindTexts: tomldoc.ListForm, KindSlugs: tomldoc.ListForm, KindDate: tomldoc.DayForm, KindMonth: tomldoc.MonthForm, KindWhen: tomldoc.MonthForm,
	KindQuantity: tomldoc.AmountForm, KindPeople: tomldoc.AmountForm, KindBool: tomldoc.FlagForm, KindInt: tomldoc.WholeForm,
	KindYear: tomldoc.WholeForm, KindNumber: tomldoc.NumberForm, KindMeasured: tomldoc.MeasuredForm, KindTable: tomldoc.TableForm, KindTables: tomldoc.TablesForm,
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
	w.Words = k.Kind == KindWhen
	if k.Kind == KindYear || k.Kind == KindInt {
		w.Example = k.Example
	}
	if k.Kind == KindChoice {
		w.Choice = k.meant
	}
	if k.Table == nil {
		return w
	}
	if k.Kind == KindTables || k.Kind == KindTable {
		w.Rewrite = k.rewrite
	}
	w.Header = k.Table.Name
	if firm := k.Table.Key("precisione"); firm != nil {
		w.Firmness = firm.Words
		w.Range = k.Table.Key("da") != nil
		w.Decimals = k.Decimals > 0
	}
	if w.Form != tomldoc.AmountForm {
		w.Example = k.Table.braces(0, "")
		if w.Header != "" {
			w.Example = k.Table.first()
		} else if k.Kind == KindTables {
			w.Example = "[" + w.Example + "]"
		}
	}
	return w
}

// braces returns an example of the table, written between braces: that of the
// item with a number, a year later each time. The last of the keys that it must
// have takes value, when there is one.
func (keys *TableKeys) braces(item int, value string) string {
	var pairs []string
	for i := range keys.Keys {
		if k := &keys.Keys[i]; k.Required {
			example := k.Example
			if year, err := strconv.Atoi(example); err == nil && k.Kind == KindYear {
				example = strconv.Itoa(year + item)
			}
			pairs = append(pairs, k.Name+" = "+example)
		}
	}
	if last := len(pairs) - 1; value != "" && last >= 0 {
		name, _, _ := strings.Cut(pairs[last], " = ")
		pairs[last] = name + " = " + value
	}
	return "{ " + strings.Join(pairs, ", ") + " }"
}

// first returns an example of a key of the table: one it must have, or else any.
func (keys *TableKeys) first() string {
	for i := range keys.Keys {
		if k := &keys.Keys[i]; k.Required {
			return k.Name + " = " + k.Example
		}
	}
	return keys.Keys[0].Name + " = " + keys.Keys[0].Example
}

var (
	// A year and the value of it, as in «2023: 10», «"2023" = 10», «anno 2023 = 10»
	// or «anno: 2023, valore: 10».
	reYearPair = regexp.MustCompile(`(?:\banno\s*:?\s*|\b|")((?:19|20)\d\d)"?\s*[:=,]\s*(?:valore\s*:?\s*)?([-+]?\d+(?:\.\d+)?)\b`)
	reNumbers  = regexp.MustCompile(`\d+(?:\.\d+)?`)
	rePlainOne = regexp.MustCompile(`^[-+]?\d+(?:\.\d+)?$|^"https?://[^"\s]*"$`)
)

// rewrite returns, as tables between braces, what somebody wrote as a number, an
// address or a list of them; "" when it cannot be told.
func (k *Key) rewrite(raw string) string {
	if k.Table.Name != "" || strings.Contains(raw, "\n") { // it has a header
		return ""
	}
	var items []string
	pairs := reYearPair.FindAllStringSubmatch(raw, -1)
	switch {
	case len(pairs) > 0 && k.Table.Key("anno") != nil && strings.Trim(reYearPair.ReplaceAllString(raw, ""), `[]{}", ;`) == "":
		for _, m := range pairs {
			items = append(items, fmt.Sprintf("{ anno = %s, valore = %s }", m[1], m[2]))
		}
	case k.Kind == KindTable && k.Table.Key("anno") != nil:
		if m := reNumbers.FindAllString(raw, -1); len(m) == 2 && !strings.Contains(raw, "=") {
			if !isYear(m[0]) {
				m[0], m[1] = m[1], m[0]
			}
			if isYear(m[0]) && !isYear(m[1]) {
				items = append(items, fmt.Sprintf("{ anno = %s, valore = %s }", m[0], m[1]))
			}
		} else if len(m) == 1 && rePlainOne.MatchString(raw) && !isYear(raw) {
			items = append(items, k.Table.braces(0, raw))
		}
	default:
		for i, one := range strings.FieldsFunc(strings.Trim(raw, "[] "), func(r rune) bool { return r == ',' || r == ';' }) {
			one = strings.TrimSpace(one)
			address := strings.HasPrefix(one, `"http`)
			if !rePlainOne.MatchString(one) || address != (k.Table.Key("collegamento") != nil) {
				return ""
			}
			items = append(items, k.Table.braces(i, one))
		}
	}
	switch {
	case k.Kind == KindTables && len(items) > 0:
		return "[" + strings.Join(items, ", ") + "]"
	case k.Kind == KindTable && len(items) == 1:
		return items[0]
	}
	return ""
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
