// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"slices"
	"strings"

	"vetro/cmd/internal/plan"
)

// name is the subject with its article: "il progetto «T»".
func (s Subject) name() string {
	switch s.Scope {
	case Plan:
		return "il piano"
	case Department:
		return "il settore " + quote(s.Title)
	}
	return "il progetto " + quote(s.Title)
}

// in and of join the subject to a phrase: "nel progetto «T»", "del progetto «T»".
func (s Subject) in() string { return "nel " + strings.TrimPrefix(s.name(), "il ") }
func (s Subject) of() string { return "del " + strings.TrimPrefix(s.name(), "il ") }

// textValue is the value of a text.
func textValue(s string) Value { return Value{Text: clean(s)} }

// countValue is the value of a quantity.
func countValue(q plan.Quantity) Value { return Value{Text: q.String(), Quantity: q, Counted: true} }

// shortText is how long a text may be to be told as it was and as it is.
const shortText = 60

// text compares a text of the subject; what names it with its article.
func (c *comparison) text(key, what, before, after string) {
	before, after = clean(before), clean(after)
	if before == after {
		return
	}
	s := upperFirst(c.subject.in())
	switch {
	case before == "":
		s += " si aggiunge " + what + ": " + quote(after) + "."
	case after == "":
		s += " non c’è più " + what + ": prima era " + quote(before) + "."
	case fold(before) == fold(after):
		s += " cambia solo il modo di scrivere " + what + ": ora " + quote(after) + "."
	case len(before) <= shortText && len(after) <= shortText:
		s += " cambia " + what + ": prima " + quote(before) + ", ora " + quote(after) + "."
	default:
		s += " cambia " + what + ". Ora si legge: " + quote(after) + "."
	}
	c.add(TextChanged, strings.Split(key, "."), textValue(before), textValue(after), s)
}

// set returns the texts of list as pages show them, each once.
func set(list []string) []string {
	var out []string
	for _, s := range list {
		if s = clean(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// list compares a list of texts of the subject; what names it with its article,
// in the plural. One that is only written in another way counts as such.
func (c *comparison) list(key, what string, before, after []string) {
	before, after = set(before), set(after)
	var gone, added, rewritten []string
	for _, s := range before {
		if !slices.Contains(after, s) {
			gone = append(gone, s)
		}
	}
	for _, s := range after {
		if slices.Contains(before, s) {
			continue
		}
		same := slices.IndexFunc(gone, func(old string) bool { return fold(old) == fold(s) })
		if same < 0 {
			added = append(added, s)
			continue
		}
		rewritten = append(rewritten, quote(s))
		gone = slices.Delete(gone, same, same+1)
	}
	if len(gone)+len(added)+len(rewritten) == 0 {
		return
	}
	if key == "insieme_a" { // a reader knows settori by name, not by id
		added, gone = c.namesOf(added), c.namesOf(gone)
	}
	var parts []string
	if len(added) > 0 {
		parts = append(parts, choose(len(added), "si aggiunge ", "si aggiungono ")+quoted(added))
	}
	if len(gone) > 0 {
		parts = append(parts, choose(len(gone), "non c’è più ", "non ci sono più ")+quoted(gone))
	}
	if len(rewritten) > 0 {
		parts = append(parts, "cambia solo il modo di scrivere "+listed(rewritten))
	}
	s := upperFirst(c.subject.in()) + " cambiano " + what + ": " + strings.Join(parts, "; ") + "."
	if len(added)+len(gone) == 0 {
		s = upperFirst(c.subject.in()) + ", tra " + what + ", " + parts[0] + "."
	}
	c.add(ListChanged, strings.Split(key, "."), listValue(before), listValue(after), s)
}

func listValue(items []string) Value { return Value{Text: strings.Join(items, "; "), Items: items} }

// quantity compares a quantity; what names what is counted, with its article
// and in the plural, and place where ("nel progetto «T»"), or is empty.
func (c *comparison) quantity(kind Kind, path []string, place, what string, before, after plan.Quantity) {
	before.Text, after.Text = clean(before.Text), clean(after.Text)
	if before == after {
		return
	}
	sentence, many, becomes, comma := place+" "+what, " quanti sono ", " passano da ", ", "
	switch {
	case strings.HasPrefix(what, "le "):
		many = " quante sono "
	case strings.HasPrefix(what, "il "):
		many, becomes = " qual è ", " passa da "
	}
	if place == "" {
		comma = " "
	}
	switch {
	case before.IsMissing():
		sentence = place + " la fonte ora dice" + many + what + ": " + amount(after)
	case after.IsMissing():
		sentence = place + " la fonte non dice più" + many + what + ": prima " + amount(before)
	case !before.Differs(after): // what the source says has changed, the number perhaps has not
		sentence = strings.TrimPrefix(place+comma, " ") + "per " + what + comma + "la fonte diceva " + amount(before) + ", ora dice " + amount(after)
	default:
		sentence += becomes + amount(before) + " a " + amount(after)
	}
	c.add(kind, path, countValue(before), countValue(after), upperFirst(strings.TrimSpace(sentence))+".")
}
