// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"strconv"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// maxCount is the largest count accepted: no ente has a million employees.
const maxCount = 1_000_000

// quantityForms says how a quantity is written.
const quantityForms = `un numero, per esempio 37, oppure { numero = 12, precisione = "fino a" }, oppure { testo = "diverse decine" }`

// quantity returns the quantity at key; Missing when absent or wrong.
func quantity(t *tomldoc.Table, key string) Quantity {
	if !t.Has(key) {
		return Quantity{}
	}
	switch t.Kind(key) {
	case "un numero intero":
		return number(t, key, key, Exact)
	case "una tabella":
		return quantityTable(t, key)
	}
	hint := "scrivi " + quantityForms
	if s := t.Kind(key); s == "un testo" {
		text := t.Text(key)
		if text == "" {
			return Quantity{}
		}
		hint = fmt.Sprintf("se la fonte dà solo parole: %s = { testo = %q }", key, text)
		if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil {
			hint = fmt.Sprintf("togli le virgolette: %s = %d", key, n)
		}
	}
	fault(t, t.At(key), "invalid-quantity", fmt.Sprintf("%s deve essere una quantità, qui c'è %s", diag.Quote(key), t.Kind(key)), hint)
	return Quantity{}
}

// quantityTable returns the quantity at key, written as a table.
func quantityTable(t *tomldoc.Table, key string) Quantity {
	q := t.Table(key)
	hasNumber, hasText, hasPrecision := q.Has("numero"), q.Has("testo"), q.Has("precisione")
	switch {
	case hasNumber && hasText:
		fault(t, q.KeyAt("testo"), "invalid-quantity", fmt.Sprintf("%s ha sia un numero sia un testo: ne serve uno solo", diag.Quote(key)),
			"se la fonte dà un numero tieni numero, altrimenti tieni testo")
		return Quantity{}
	case hasText && hasPrecision:
		fault(t, q.KeyAt("precisione"), "invalid-quantity", fmt.Sprintf("%s è detto a parole: precisione va solo con un numero", diag.Quote(key)),
			"togli precisione")
		return Quantity{}
	case hasText:
		if s := line(q, "testo"); s != "" {
			return Quantity{Precision: InWords, Text: s}
		}
		return Quantity{}
	case !hasNumber:
		fault(t, t.At(key), "invalid-quantity", fmt.Sprintf("%s non ha né numero né testo", diag.Quote(key)), "scrivi "+quantityForms)
		return Quantity{}
	}
	p := Exact
	if hasPrecision {
		if p = precision(q); p == Missing {
			return Quantity{}
		}
	}
	return number(q, "numero", key, p)
}

// number returns the count at key of t, for the quantity called name.
func number(t *tomldoc.Table, key, name string, p Precision) Quantity {
	if t.Kind(key) != "un numero intero" {
		t.Int(key) // says what is wrong
		return Quantity{}
	}
	v, _ := t.Number(key) // Int would refuse what is too large in words of its own
	n := int(max(-1, min(v, maxCount+1)))
	switch {
	case n < 0:
		fault(t, t.At(key), "invalid-quantity", fmt.Sprintf("%s vale %s: una quantità non può essere negativa", diag.Quote(name), written(t.At(key))), "")
	case n > maxCount:
		fault(t, t.At(key), "invalid-quantity", fmt.Sprintf("%s vale %s: il numero è troppo grande", diag.Quote(name), written(t.At(key))),
			"controlla che non ci siano cifre di troppo")
	case n == 0 && p != Exact:
		fault(t, t.At(key), "invalid-quantity", fmt.Sprintf("%s: «%s 0» non dice niente", diag.Quote(name), p),
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

// precision returns the precision of a quantity table; Missing after a fault.
func precision(q *tomldoc.Table) Precision {
	s := q.Text("precisione")
	if s == "" {
		return Missing
	}
	for p := Exact; p <= UpToAbout; p++ {
		if p.String() == s {
			return p
		}
	}
	unknownValue(q, "precisione", s, precisions[Exact:])
	return Missing
}
