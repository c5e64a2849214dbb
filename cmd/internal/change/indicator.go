// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"slices"

	"vetro/cmd/internal/plan"
)

func indicators(before, after []*plan.Indicator) []pair[plan.Indicator] {
	return pairs(before, after,
		func(i *plan.Indicator) string { return clean(i.Name) },
		func(i *plan.Indicator) string { return fold(i.Name) })
}

// indicators compares how a project is measured, and with what results.
func (c *comparison) indicators(old, p *plan.Project) {
	in := upperFirst(c.subject.in())
	for _, i := range indicators(old.Indicators, p.Indicators) {
		switch {
		case i.old == nil:
			name := clean(i.new.Name)
			ch := c.add(IndicatorAdded, []string{"indicatori", name}, Value{}, textValue(name), in+" c’è un nuovo indicatore: "+quote(name)+".")
			ch.Indicator = i.new
		case i.new == nil:
			name := clean(i.old.Name)
			ch := c.add(IndicatorGone, []string{"indicatori", name}, textValue(name), Value{}, in+" non c’è più l’indicatore "+quote(name)+".")
			ch.Indicator = i.old
		default:
			c.indicator(i.old, i.new)
		}
	}
}

// indicator compares two editions of an indicator.
func (c *comparison) indicator(old, i *plan.Indicator) {
	name := clean(i.Name)
	full := "l’indicatore " + quote(name) + " " + c.subject.of()
	at := func(key string) []string { return []string{"indicatori", name, key} }
	if was := clean(old.Name); was != name {
		c.add(TextChanged, at("nome"), textValue(was), textValue(name),
			upperFirst(c.subject.in())+" l’indicatore "+quote(was)+" è ora scritto "+quote(name)+".")
	}
	method := func(key, what, before, after string) {
		if before, after = clean(before), clean(after); before == after {
			return
		}
		s := "Per " + full + " cambia " + what + ": "
		switch {
		case before == "":
			s += "prima non era detto, ora è " + quote(after) + "."
		case after == "":
			s += "prima era " + quote(before) + ", ora non è detto."
		default:
			s += "prima " + quote(before) + ", ora " + quote(after) + "."
		}
		c.add(IndicatorChanged, at(key), textValue(before), textValue(after), s)
	}
	method("dimensione", "che cosa misura", old.Dimension, i.Dimension)
	method("unita", "l’unità di misura", old.Unit, i.Unit)
	method("operatore", "il confronto tra risultato e obiettivo", old.Operator.String(), i.Operator.String())
	method("senza_base", "il motivo per cui manca il valore di partenza", old.NoBaseline, i.NoBaseline)
	c.baseline(full, at("base"), old, i)
	c.years(TargetChanged, full, at("obiettivi"), old, i, old.Targets, i.Targets)
	c.years(ResultChanged, full, at("risultati"), old, i, old.Results, i.Results)
	c.ownSource(old.Source, i.Source, at("fonte"), "per "+full)
	c.reached(full, at("obiettivi"), old, i)
}

// yearValue is a value of a year with its unit, as the value of a change.
func yearValue(v plan.YearValue, unit string) Value {
	return Value{Text: measure(v, unit), Measure: &v}
}

func (c *comparison) baseline(full string, path []string, old, i *plan.Indicator) {
	print := func(v *plan.YearValue, unit string) (Value, string) {
		if v == nil {
			return Value{}, ""
		}
		out := yearValue(*v, unit)
		out.Text += " (" + v.When() + ")"
		return out, out.Text
	}
	if old.Baseline == i.Baseline || old.Baseline != nil && i.Baseline != nil && *old.Baseline == *i.Baseline {
		return
	}
	was, before := print(old.Baseline, old.Unit)
	is, after := print(i.Baseline, i.Unit)
	s := "Per " + full
	switch {
	case before == "":
		s += " ora si conosce il valore di partenza: " + after + "."
	case after == "":
		s += " non c’è più il valore di partenza: prima " + before + "."
	default:
		s += " cambia il valore di partenza: prima " + before + ", ora " + after + "."
	}
	c.add(BaselineChanged, path, was, is, s)
}

// years compares targets or results, year by year.
func (c *comparison) years(kind Kind, full string, path []string, old, i *plan.Indicator, before, after []plan.YearValue) {
	was, is := byTime(before), byTime(after)
	var times []string
	for _, v := range slices.SortedStableFunc(slices.Values(slices.Concat(before, after)), plan.YearValue.Compare) {
		if in := v.When(); !slices.Contains(times, in) {
			times = append(times, in)
		}
	}
	for _, in := range times {
		a, hadOne := was[in]
		b, hasOne := is[in]
		if hadOne == hasOne && a == b {
			continue
		}
		from, to := Value{}, Value{}
		if hadOne {
			from = yearValue(a, old.Unit)
		}
		if hasOne {
			to = yearValue(b, i.Unit)
		}
		what := "l’obiettivo del " + in
		if kind == TargetChanged {
			if hadOne {
				from.Text = old.Asks(a) + from.Text
			}
			if hasOne {
				to.Text = i.Asks(b) + to.Text
			}
		} else {
			what = "il risultato del " + in
		}
		s := "Per " + full
		switch {
		case !hadOne:
			s += " ora c’è " + what + ": " + to.Text + "."
		case !hasOne:
			s += " non c’è più " + what + ": prima " + from.Text + "."
		default:
			s += " cambia " + what + ": prima " + from.Text + ", ora " + to.Text + "."
		}
		c.add(kind, append(slices.Clone(path), in), from, to, s)
	}
}

func byTime(values []plan.YearValue) map[string]plan.YearValue {
	out := make(map[string]plan.YearValue, len(values))
	for _, v := range values {
		out[v.When()] = v
	}
	return out
}

// reached tells that the last result now satisfies the last target, or no longer
// does.
func (c *comparison) reached(full string, path []string, old, i *plan.Indicator) {
	was, _ := old.Met()
	is, known := i.Met()
	if was == is || !known {
		return
	}
	target, _ := i.Target()
	result, _ := i.FinalResult()
	say := func(i *plan.Indicator) string {
		t, ok := i.Target()
		r, has := i.FinalResult()
		if !ok || !has {
			return ""
		}
		return measure(r, i.Unit) + " nel " + r.When() + ", obiettivo " +
			i.Asks(t) + measure(t, i.Unit) + " per il " + t.When()
	}
	kind, s := TargetReached, " ora raggiunge l’obiettivo"
	switch before, ok := old.FinalResult(); {
	case !is:
		kind, s = TargetLost, " non raggiunge più l’obiettivo"
	case !ok || before != result: // it is the result that changed
		s = " ha raggiunto l’obiettivo"
	}
	goal := ", l’obiettivo era "
	if target.When() != result.When() {
		goal = ", l’obiettivo del " + target.When() + " è "
	}
	s = upperFirst(full) + s + ": nel " + result.When() + " il risultato è " + measure(result, i.Unit) +
		goal + i.Asks(target) + measure(target, i.Unit) + "."
	c.add(kind, path, Value{Text: say(old)}, Value{Text: say(i)}, s).Computed = true
}
