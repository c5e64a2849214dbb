// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"strconv"
	"strings"

	"vetro/cmd/internal/diag"
)

// quantityForms says how a quantity is written.
const quantityForms = `un numero, per esempio 37, oppure { numero = 12, precisione = "fino a" }, oppure { testo = "diverse decine" }`

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
	case wholeNumber:
		q = t.amount(name, name, Exact)
	case "una tabella":
		q, allowed = t.quantityTable(k)
	default:
		t.notQuantity(name)
	}
	if k.Max > 0 && q.Number > k.Max {
		fault(t, t.at(name), "invalid-quantity", fmt.Sprintf("%s vale %d: %s", diag.Quote(name), q.Number, k.tooBig), "")
	}
	if k.Kind == KindPeople && !allowed {
		q = q.protected(t.l.threshold)
	}
	return q
}

// notQuantity reports a value that is neither a number nor a table.
func (t *table) notQuantity(name string) {
	kind := t.toml.Kind(name)
	hint := "scrivi " + quantityForms
	if kind == "un testo" {
		text := t.toml.Text(name)
		if text == "" {
			return
		}
		hint = fmt.Sprintf("se la fonte dà solo parole: %s = { testo = %q }", name, text)
		if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil {
			hint = fmt.Sprintf("togli le virgolette: %s = %d", name, n)
		}
	}
	fault(t, t.at(name), "invalid-quantity", fmt.Sprintf("%s deve essere una quantità, qui c'è %s", diag.Quote(name), kind), hint)
}

// quantityTable returns the quantity at a key, written as a table, and whether
// it says why a small group may be published.
func (t *table) quantityTable(k *Key) (quantity Quantity, allowed bool) {
	name := k.Name
	q := t.l.open(t.toml.Table(name), k.Table, t.page)
	hasNumber, hasText, hasPrecision := q.has("numero"), q.has("testo"), q.has("precisione")
	allowed = q.publishable(k, hasNumber)
	switch {
	case hasNumber && hasText:
		fault(t, q.keyAt("testo"), "invalid-quantity", fmt.Sprintf("%s ha sia un numero sia un testo: ne serve uno solo", diag.Quote(name)),
			"se la fonte dà un numero tieni numero, altrimenti tieni testo")
		return Quantity{}, allowed
	case hasText && hasPrecision:
		fault(t, q.keyAt("precisione"), "invalid-quantity", fmt.Sprintf("%s è detto a parole: precisione va solo con un numero", diag.Quote(name)),
			"togli precisione")
		return Quantity{}, allowed
	case hasText:
		if s := q.line("testo"); s != "" {
			return Quantity{Precision: InWords, Text: s}, allowed
		}
		return Quantity{}, allowed
	case !hasNumber:
		fault(t, t.at(name), "invalid-quantity", fmt.Sprintf("%s non ha né numero né testo", diag.Quote(name)), "scrivi "+quantityForms)
		return Quantity{}, allowed
	}
	p := Exact
	if hasPrecision {
		if p = choice[Precision](q, "precisione"); p == Missing {
			return Quantity{}, allowed
		}
	}
	return q.amount("numero", name, p), allowed
}

// publishable reports whether the table of a quantity of people says why a
// group too small to be published is published all the same.
func (q *table) publishable(k *Key, hasNumber bool) bool {
	const key = "pubblicabile"
	if k.Kind != KindPeople {
		if q.toml.Kind(key) != "" {
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

// amount returns the count at key of t, for the quantity called name.
func (t *table) amount(key, name string, p Precision) Quantity {
	if t.toml.Kind(key) != wholeNumber {
		t.toml.Int(key) // says what is wrong
		return Quantity{}
	}
	v, _ := t.toml.Number(key) // Int would refuse what is too large in words of its own
	n := int(max(-1, min(v, maxCount+1)))
	switch {
	case n < 0:
		fault(t, t.at(key), "invalid-quantity", fmt.Sprintf("%s vale %s: una quantità non può essere negativa", diag.Quote(name), written(t.at(key))), "")
	case n > maxCount:
		fault(t, t.at(key), "invalid-quantity", fmt.Sprintf("%s vale %s: il numero è troppo grande", diag.Quote(name), written(t.at(key))),
			"controlla che non ci siano cifre di troppo")
	case n == 0 && p != Exact:
		fault(t, t.at(key), "invalid-quantity", fmt.Sprintf("%s: «%s 0» non dice niente", diag.Quote(name), p),
			"se è zero scrivi 0, se la fonte non lo dice togli la riga")
	default:
		return Quantity{Number: n, Precision: p}
	}
	return Quantity{}
}

// written returns what d covers as it stands in the file: a number too large
// for a float64 would be shown as another one.
func written(d diag.Diagnostic) string {
	runes := []rune(d.Line)
	start := min(max(0, d.Pos.Column-1), len(runes))
	return diag.Clean(string(runes[start:min(start+d.Length, len(runes))]))
}
