// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// indicator reads one of [[progetto.indicatori]].
func (t *table) indicator(inherited *Source) *Indicator {
	i := &Indicator{
		Name:       t.line("nome"),
		Dimension:  t.line("dimensione"),
		Unit:       t.line("unita"),
		Operator:   choice[Operator](t, "operatore"),
		NoBaseline: t.prose("senza_base"),
		Targets:    t.yearValues("obiettivi"),
		Results:    t.yearValues("risultati"),
		Source:     t.source(inherited),
	}
	if base := t.table("base"); base != nil {
		if v, ok := base.yearValue(); ok {
			i.Baseline = &v
		}
	}
	t.compares(i)
	return i
}

// compares checks that the values of i can be compared with each other, and
// how. Of yes and no, and of a day, there is one way only.
func (t *table) compares(i *Indicator) {
	kind, one := i.Kind()
	if !one {
		fault(t, t.here(), "contradiction", fmt.Sprintf("i valori dell'indicatore %s non si possono confrontare: mescolano numeri, sì o no e date", diag.Quote(i.Name)),
			"scrivi valori dello stesso genere, oppure dividi l'indicatore in due")
		return
	}
	switch {
	case kind == YesNo && i.Operator == OperatorUnknown:
		i.Operator = OperatorEqual
	case kind == Day && (i.Operator == OperatorUnknown || i.Operator == OperatorAtMost):
		i.Operator = OperatorBy
	case kind != Day && i.Operator == OperatorBy && (i.Baseline != nil || len(i.Targets)+len(i.Results) > 0):
		fault(t, t.at("operatore"), "invalid-value", "«entro» va con una data: qui i valori non lo sono", `scrivi operatore = "al massimo"`)
	}
}

// yearValues reads a list of { anno, valore }, one a year or a part of a year,
// and sorts it.
func (t *table) yearValues(key string) []YearValue {
	times := make(register)
	var all []YearValue
	for _, s := range t.tables(key) {
		if v, ok := s.yearValue(); ok {
			when := "anno"
			if v.Period != "" {
				when = "periodo"
			}
			if d, twice := times.note(valueOf(s, when), v.When(), v.When()); twice {
				hint := "lascia un valore solo per ogni anno"
				if v.Period == "" {
					hint += `; se sono di una parte dell'anno scrivi periodo = "I semestre ` + v.When() + `" al posto di anno`
				}
				fault(s, d, "duplicate-value", d.Message, hint)
			}
			all = append(all, v)
		}
	}
	slices.SortStableFunc(all, YearValue.Compare)
	return all
}

// yearAsKey reports a value whose year is written as its key, { 2021 = 30 }: false
// for any other.
func (t *table) yearAsKey() bool {
	keys := t.toml.Keys()
	if len(keys) != 1 || !isYear(keys[0]) || !t.toml.Has(keys[0]) {
		return false
	}
	d := t.keyAt(keys[0])
	d.Fix = []diag.Edit{{Offset: d.Pos.Offset, Length: d.Length, Text: "anno = " + keys[0] + ", valore"}}
	fault(t, d, "missing-key", "l'anno è un valore, non una chiave", "scrivi { anno = "+keys[0]+", valore = "+written(t.at(keys[0]))+" }")
	return true
}

// yearValue reads { anno, valore }; false after reporting what is wrong.
func (t *table) yearValue() (YearValue, bool) {
	var v YearValue
	okTime, okValue := t.time(&v), t.measured(&v)
	return v, okTime && okValue
}

// time reads the year of v, or the part of one.
func (t *table) time(v *YearValue) bool {
	k := t.key("anno", KindYear)
	if t.has("periodo") {
		s := t.toml.Text(t.key("periodo", KindPeriod).Name)
		var ok bool
		if v.Period, v.Year, ok = parsePeriod(s); !ok && s != "" {
			fault(t, t.at("periodo"), "invalid-value", fmt.Sprintf("%s non è una parte di un anno: %s", diag.Quote("periodo"), diag.Quote(s)),
				`scrivi per esempio "I semestre 2024", "II quadrimestre 2024" o "III trimestre 2024"`)
		}
		return ok
	}
	if s := written(t.at(k.Name)); t.toml.Kind(k.Name) == tomldoc.Text {
		if _, _, ok := parsePeriod(strings.Trim(s, `"'`)); ok {
			d := t.keyAt(k.Name)
			d.Fix = []diag.Edit{{Offset: d.Pos.Offset, Length: d.Length, Text: "periodo"}}
			fault(t, d, "wrong-type", "una parte di un anno non si scrive in anno", "scrivi periodo = "+s)
			t.has(k.Name)
			return false
		}
	}
	var ok bool
	if v.Year, ok = t.toml.Int(k.Name); !ok {
		return false
	}
	if v.Year < k.Min || v.Year > k.Max {
		fault(t, t.at("anno"), "invalid-value", fmt.Sprintf("%s vale %d: ci vuole un anno di quattro cifre", diag.Quote("anno"), v.Year), fmt.Sprintf("per esempio anno = %s", k.Example))
		return false
	}
	return true
}

// measured reads the value of v: a number, two ends, yes or no, or a day.
func (t *table) measured(v *YearValue) bool {
	from, to := t.has("da"), t.has("a")
	switch {
	case from != to:
		fault(t, t.here(), "missing-key", "di due numeri ce n'è uno solo", "scrivi sia da sia a, oppure un valore solo")
		return false
	case from:
		return t.between(v)
	}
	name := t.key("valore", KindMeasured).Name
	switch t.toml.Kind(name) {
	case tomldoc.Day:
		d := t.toml.Date(name)
		v.Kind, v.Value = Day, dayValue(d)
		return !d.IsZero()
	case tomldoc.Bool:
		v.Kind, v.Value = YesNo, truth(t.toml.Bool(name))
		return true
	case tomldoc.Text:
		return t.said(v, name)
	}
	return t.numeric(v, "valore", &v.Value)
}

// said reads a value that is a text: yes or no.
func (t *table) said(v *YearValue, name string) bool {
	switch strings.TrimRight(strings.ToLower(t.toml.Text(name)), "'’`") {
	case "sì", "si", "presenza", "presente":
		v.Kind, v.Value = YesNo, 1
		return true
	case "no", "assenza", "assente":
		v.Kind = YesNo
		return true
	case "":
		return false
	}
	d := t.at(name)
	t.toml.Cure(&d, name)
	fault(t, d, "wrong-type", fmt.Sprintf("%s non è un numero, né sì o no, né una data: %s", diag.Quote(name), diag.Quote(t.toml.Text(name))), d.Hint)
	return false
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// between reads the two ends of a range.
func (t *table) between(v *YearValue) bool {
	v.Kind = NumericRange
	if !t.numeric(v, "da", &v.Value) || !t.numeric(v, "a", &v.To) {
		return false
	}
	if v.Value >= v.To {
		fault(t, t.at("a"), "invalid-value", "il secondo numero deve essere più grande del primo", "se sono scambiati rimettili in ordine, se il numero è uno solo scrivi valore")
		return false
	}
	return true
}

// numeric reads the number at key into to, and notes the digits it is written
// with.
func (t *table) numeric(v *YearValue, key string, to *float64) bool {
	n, ok := t.toml.Number(t.key(key).Name)
	if !ok {
		return false
	}
	*to = n
	if t.toml.Kind(key) == tomldoc.Float {
		_, fraction, _ := strings.Cut(decimalDigits(written(t.at(key)), n), ".")
		v.Decimals = max(v.Decimals, len(fraction))
	}
	return true
}
