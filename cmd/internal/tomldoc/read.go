// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"vetro/cmd/internal/diag"
)

// intMax is the largest number Int accepts, either way: no count in a plan
// comes near, and every platform and spreadsheet can hold it.
const intMax = 1_000_000_000

// Text returns the string at key. An empty or blank string is reported
// ("empty-value"); the value is returned with surrounding white space trimmed
// and CRLF folded to LF.
func (t *Table) Text(key string) string {
	v, ok := t.get(key)
	if !ok {
		return ""
	}
	s, ok := v.(string)
	if !ok {
		d := t.wrong(key, v, "un testo")
		switch v.(type) {
		case int64, float64, bool, time.Time:
			d.Hint = fmt.Sprintf("mettilo tra virgolette: %s = %q", key, t.raw(key))
		case []any:
			d.Hint = "scrivi un testo solo, senza parentesi quadre"
		}
		t.Report(d)
		return ""
	}
	s = trim(s)
	if s == "" {
		t.Report(blank(t.At(key), fmt.Sprintf("%s è vuoto", diag.Quote(key))))
	}
	return s
}

func trim(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")) }

func blank(d diag.Diagnostic, message string) diag.Diagnostic {
	d.Code = "empty-value"
	d.Message = message
	d.Hint = "scrivi il testo, oppure togli la riga se il campo è facoltativo"
	return d
}

// Int returns the integer at key, which must lie within a thousand million of
// zero.
func (t *Table) Int(key string) int {
	v, ok := t.get(key)
	if !ok {
		return 0
	}
	n, ok := v.(int64)
	if !ok {
		t.Report(t.notInt(key, v))
		return 0
	}
	if n < -intMax || n > intMax {
		d := t.At(key)
		d.Code = "invalid-value"
		d.Message = fmt.Sprintf("%s vale %d: il numero è troppo grande", diag.Quote(key), n)
		d.Hint = "controlla che non ci siano cifre di troppo"
		t.Report(d)
		return 0
	}
	return int(n)
}

// notInt reports a value that is no integer. What was probably meant can be
// told from the way it is written: 37.0, 1.234 with an Italian thousands dot,
// "37" in quotes.
func (t *Table) notInt(key string, v any) diag.Diagnostic {
	d := t.wrong(key, v, "un numero intero, senza virgola")
	switch v := v.(type) {
	case float64:
		raw := t.raw(key)
		d.Message = fmt.Sprintf("%s deve essere un numero intero, senza virgola: qui c'è %s", diag.Quote(key), diag.Quote(raw))
		whole, frac, _ := strings.Cut(raw, ".")
		switch {
		case len(frac) == 3 && strings.Trim(frac, "0123456789") == "":
			d.Hint = fmt.Sprintf("le migliaia si scrivono senza punto: %s = %s%s", key, whole, frac)
		case v == math.Trunc(v) && math.Abs(v) <= intMax:
			d.Hint = fmt.Sprintf("scrivi %s = %d", key, int64(v))
		}
	case string:
		if n, err := strconv.Atoi(strings.TrimSpace(v)); err == nil {
			d.Hint = fmt.Sprintf("togli le virgolette: %s = %d", key, n)
		}
	}
	return d
}

// Number returns the integer or float at key; ok is false when absent or wrong.
// NaN and infinities are reported.
func (t *Table) Number(key string) (v float64, ok bool) {
	value, ok := t.get(key)
	if !ok {
		return 0, false
	}
	switch n := value.(type) {
	case int64:
		return float64(n), true
	case float64:
		if !math.IsNaN(n) && !math.IsInf(n, 0) {
			return n, true
		}
		d := t.At(key)
		d.Code = "invalid-value"
		d.Message = fmt.Sprintf("%s deve essere un numero: %s non lo è", diag.Quote(key), diag.Quote(t.raw(key)))
		d.Hint = "togli la riga se il valore non è noto"
		t.Report(d)
		return 0, false
	}
	d := t.wrong(key, value, "un numero")
	if s, isText := value.(string); isText {
		s = strings.Replace(strings.TrimSpace(s), ",", ".", 1)
		if _, err := strconv.ParseFloat(s, 64); err == nil {
			d.Hint = fmt.Sprintf("scrivilo senza virgolette e con il punto: %s = %s", key, s)
		}
	}
	t.Report(d)
	return 0, false
}

// Bool returns the boolean at key.
func (t *Table) Bool(key string) bool {
	v, ok := t.get(key)
	if !ok {
		return false
	}
	b, ok := v.(bool)
	if !ok {
		d := t.wrong(key, v, "un valore sì/no")
		d.Hint = "scrivi true per sì, false per no, senza virgolette"
		t.Report(d)
	}
	return b
}

// Date returns the local date at key. A date-time or a string is reported with
// the form expected (2026-11-22).
func (t *Table) Date(key string) Date {
	v, ok := t.get(key)
	if !ok {
		return Date{}
	}
	d := t.At(key)
	d.Code = "invalid-date"
	d.Hint = "scrivila senza virgolette come anno-mese-giorno: 2026-11-22"
	switch v := v.(type) {
	case time.Time:
		year, month, day := v.Date()
		switch {
		case kind(v) != "una data":
			d.Message = fmt.Sprintf("%s deve essere una data, senza l'ora: qui c'è %s", diag.Quote(key), diag.Quote(t.raw(key)))
		case year < 1861 || year > 2200:
			d.Message = fmt.Sprintf("%s ha l'anno %04d, che non è plausibile", diag.Quote(key), year)
			d.Hint = "controlla le quattro cifre dell'anno"
		default:
			return Date{year, int(month), day}
		}
	case string:
		d.Message = fmt.Sprintf("%s deve essere una data: qui c'è un testo, %s", diag.Quote(key), diag.Quote(v))
		if _, err := time.Parse(time.DateOnly, v); err == nil {
			d.Hint = fmt.Sprintf("togli le virgolette: %s = %s", key, v)
		}
	default:
		hint := d.Hint
		d = t.wrong(key, v, "una data")
		d.Hint = hint
	}
	t.Report(d)
	return Date{}
}

// A ValueError is what a parse function given to Value returns when it can
// also say what to do.
type ValueError struct{ Message, Hint string }

func (e *ValueError) Error() string { return e.Message }

// Value returns the string at key turned into a T by parse, whose error text
// (Italian) is reported at the value with code "invalid-value", with the hint
// of a *ValueError. Absent is the zero value; a blank string is reported by
// Text and not parsed.
func Value[T any](t *Table, key string, parse func(string) (T, error)) T {
	var zero T
	s := t.Text(key)
	if s == "" {
		return zero
	}
	v, err := parse(s)
	if err == nil {
		return v
	}
	d := t.At(key)
	d.Code, d.Message = "invalid-value", err.Error()
	if ve, ok := errors.AsType[*ValueError](err); ok {
		d.Hint = ve.Hint
	}
	t.Report(d)
	return zero
}

// wrong returns a "wrong-type" diagnostic at the value of key.
func (t *Table) wrong(key string, v any, want string) diag.Diagnostic {
	d := t.At(key)
	d.Code = "wrong-type"
	d.Message = fmt.Sprintf("%s deve essere %s: qui c'è %s", diag.Quote(key), want, kind(v))
	return d
}

// raw returns the value of key as written.
func (t *Table) raw(key string) string {
	n := t.node.child(key)
	if n == nil {
		return ""
	}
	return string(t.doc.file.Data[n.value.at:n.value.end()])
}
