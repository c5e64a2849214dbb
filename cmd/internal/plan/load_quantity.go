// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// quantityForms says how a quantity is written.
const quantityForms = `un numero, per esempio 37, oppure { numero = 12, precisione = "fino a" }, oppure { da = 5, a = 10 }, oppure { testo = "diverse decine" }`

// quantity returns the quantity at a key; Missing when absent or wrong. Of
// people it returns what may be published: see Quantity.
func (t *table) quantity(name string) Quantity {
	k := t.key(name, KindQuantity, KindPeople)
	if !t.has(name) {
		return Quantity{}
	}
	var q Quantity
	allowed := false
	switch t.toml.Kind(name) {
	case tomldoc.Integer, tomldoc.Float:
		q = t.amount(k, name, Exact)
	case tomldoc.OneTable:
		q, allowed = t.quantityTable(k)
	default:
		t.notQuantity(name)
	}
	if k.Max > 0 && q.High() > float64(k.Max) {
		fault(t, t.at(name), "invalid-quantity", fmt.Sprintf("%s vale %s: %s", diag.Quote(name), digits(q.high(), q.Decimals), k.tooBig), "controlla il numero; se non si sa togli la riga")
	}
	if k.Kind == KindPeople && !allowed {
		q = q.protected(t.l.threshold)
	}
	return q
}

// notQuantity reports a value that is neither a number nor a table.
func (t *table) notQuantity(name string) {
	kind := t.toml.Kind(name)
	if kind == tomldoc.Text && t.toml.Text(name) == "" {
		return
	}
	d := t.at(name)
	d.Hint = "scrivi " + quantityForms
	t.toml.Cure(&d, name)
	fault(t, d, "invalid-quantity", fmt.Sprintf("%s deve essere una quantità, qui c'è %s", diag.Quote(name), kind), d.Hint)
}

// quantityTable returns the quantity at a key, written as a table, and whether
// it says why a small group may be published.
func (t *table) quantityTable(k *Key) (quantity Quantity, allowed bool) {
	q := t.l.open(t.toml.Table(k.Name), k.Table, t.page)
	hasNumber, hasText, hasPrecision := q.has("numero"), q.has("testo"), q.has("precisione")
	from, to := q.has("da"), q.has("a")
	allowed = q.publishable(k, hasNumber || from || to)
	refuse := func(d diag.Diagnostic, what, hint string) {
		fault(t, d, "invalid-quantity", diag.Quote(k.Name)+" "+what, hint)
	}
	switch {
	case hasText && (hasNumber || from || to):
		refuse(q.keyAt("testo"), "ha sia un numero sia un testo: ne serve uno solo", "se la fonte dà un numero tieni numero, altrimenti tieni testo")
	case hasNumber && (from || to):
		refuse(q.keyAt("numero"), "ha sia numero sia da e a", "se la fonte dà due numeri togli numero, altrimenti togli da e a")
	case hasText && hasPrecision:
		refuse(q.keyAt("precisione"), "è detto a parole: precisione va solo con un numero", "togli precisione")
	case hasPrecision && !hasNumber && (from || to):
		refuse(q.keyAt("precisione"), "va da un numero a un altro: precisione va solo con numero", "togli precisione")
	case hasText:
		switch s := q.line("testo"); {
		case tomldoc.SaysNothing(s), strings.EqualFold(s, "nessuno"), strings.EqualFold(s, "nessuna"):
			d := q.at("testo")
			t.toml.Drop(&d, k.Name)
			refuse(d, "non dice niente: "+diag.Quote(s), d.Hint)
		case s != "":
			quantity = Quantity{Precision: InWords, Text: s}
		}
	case from && to:
		quantity = q.ends(k)
	case from:
		refuse(q.keyAt("da"), "ha da, ma non ha a", `se la fonte dà due numeri aggiungi a, altrimenti scrivi { numero = …, precisione = "almeno" }`)
	case to:
		refuse(q.keyAt("a"), "ha a, ma non ha da", `se la fonte dà due numeri aggiungi da, altrimenti scrivi { numero = …, precisione = "fino a" }`)
	case !hasNumber:
		refuse(t.at(k.Name), "non ha né numero né testo", "scrivi "+quantityForms)
	default:
		p := Exact
		if hasPrecision {
			p = choice[Precision](q, "precisione")
		}
		if p != Missing {
			quantity = q.amount(k, "numero", p)
		}
	}
	return quantity, allowed
}

// ends reads the two ends of a range.
func (q *table) ends(k *Key) Quantity {
	low, high := q.amount(k, "da", Exact), q.amount(k, "a", Exact)
	if low.IsMissing() || high.IsMissing() {
		return Quantity{}
	}
	if low.Value() >= high.Value() {
		fault(q, q.at("a"), "invalid-quantity", fmt.Sprintf("%s va da %s a %s: il secondo numero deve essere più grande", diag.Quote(k.Name), low, high),
			"se i due numeri sono scambiati rimettili in ordine, se il numero è uno solo scrivi solo quello")
		return Quantity{}
	}
	low, high = sameDecimals(low, high)
	return Quantity{Number: low.Number, To: high.Number, Precision: Between, Decimals: low.Decimals}
}

// publishable reports whether the table of a quantity of people says why a
// group too small to be published is published all the same.
func (q *table) publishable(k *Key, hasNumber bool) bool {
	const key = "pubblicabile"
	if k.Kind != KindPeople {
		if q.toml.Kind(key) != tomldoc.Absent {
			q.toml.Has(key) // it is known, but not here
			fault(q, q.keyAt(key), "invalid-quantity", fmt.Sprintf("%s non conta persone: %s qui non serve", diag.Quote(k.Name), key), "togli "+key)
		}
		return false
	}
	if !q.has(key) {
		return false
	}
	if !hasNumber {
		fault(q, q.keyAt(key), "invalid-quantity", fmt.Sprintf("%s va solo con un numero: %s non ne ha", key, diag.Quote(k.Name)), "togli "+key)
	}
	return q.line(key) != ""
}

// amount returns the number at key of t, for the quantity of k.
func (t *table) amount(k *Key, key string, p Precision) Quantity {
	if k.Decimals > 0 && t.toml.Kind(key) == tomldoc.Float {
		return t.measure(k, key, p)
	}
	if t.toml.Kind(key) != tomldoc.Integer {
		t.toml.Int(key) // says what is wrong
		return Quantity{}
	}
	v, _ := t.toml.Number(key) // Int would refuse what is too large in words of its own
	most := max(maxCount, k.Max)
	n := int(max(-1, min(v, float64(most)+1)))
	switch {
	case n < 0:
		t.negative(k, key)
	case n > most:
		fault(t, t.at(key), "invalid-quantity", fmt.Sprintf("%s vale %s: il numero è troppo grande", diag.Quote(k.Name), written(t.at(key))),
			"controlla che non ci siano cifre di troppo")
	case n == 0 && p != Exact:
		fault(t, t.at(key), "invalid-quantity", fmt.Sprintf("%s: «%s 0» non dice niente", diag.Quote(k.Name), p),
			"se è zero scrivi 0, se la fonte non lo dice togli la riga")
	default:
		return Quantity{Number: n, Precision: p}
	}
	return Quantity{}
}

func (t *table) negative(k *Key, key string) {
	fault(t, t.at(key), "invalid-quantity", fmt.Sprintf("%s vale %s: una quantità non può essere negativa", diag.Quote(k.Name), written(t.at(key))), "togli il segno; se non si sa togli la riga")
}

// measure returns the number with decimals at key of t, with the digits that it
// is written with.
func (t *table) measure(k *Key, key string, p Precision) Quantity {
	v, ok := t.toml.Float(key)
	if !ok {
		return Quantity{}
	}
	if v < 0 {
		t.negative(k, key)
		return Quantity{}
	}
	s := decimalDigits(written(t.at(key)), v)
	whole, fraction, _ := strings.Cut(s, ".")
	n, err := strconv.Atoi(whole + fraction)
	if len(fraction) > k.Decimals || err != nil || v > float64(max(maxCount, k.Max)) {
		hint := "scrivi " + strconv.FormatFloat(v, 'f', k.Decimals, 64)
		if len(fraction) == 3 && (k.Max == 0 || v*1000 <= float64(k.Max)) {
			hint = fmt.Sprintf("per le migliaia scrivi %s, senza punto; per i decimali %s", whole+fraction, hint)
		}
		fault(t, t.at(key), "invalid-quantity", fmt.Sprintf("%s vale %s: i decimali sono al massimo %d", diag.Quote(k.Name), s, k.Decimals), hint)
		return Quantity{}
	}
	return Quantity{Number: n, Precision: p, Decimals: len(fraction)}
}

// decimalDigits returns v as it is written, unless that is a form of TOML that
// people do not read.
func decimalDigits(written string, v float64) string {
	if s := strings.ReplaceAll(written, "_", ""); plainDecimal.MatchString(s) {
		return s
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

var plainDecimal = regexp.MustCompile(`^-?[0-9]+\.[0-9]+$`)

// written returns what d covers as it stands in the file: a number too large
// for a float64 would be shown as another one.
func written(d diag.Diagnostic) string {
	runes := []rune(d.Line)
	start := min(max(0, d.Pos.Column-1), len(runes))
	return diag.Clean(string(runes[start:min(start+d.Length, len(runes))]))
}
