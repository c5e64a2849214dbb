// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
)

// intMax is the largest number Int accepts, either way: no count in a plan
// comes near, and every platform and spreadsheet can hold it.
const intMax = 1_000_000_000

// Text returns the string at key. An empty or blank string is reported
// ("empty-value"), and so is one that is longer than MaxText; the value is
// returned with surrounding white space trimmed and CRLF folded to LF.
func (t *Table) Text(key string) string {
	v, ok := t.get(key)
	if !ok {
		return ""
	}
	s, ok := v.(string)
	if !ok {
		t.Report(t.wrong(key, v, "un testo", TextForm))
		return ""
	}
	s = trim(s)
	if s == "" {
		t.Report(blank(t.At(key), fmt.Sprintf("%s è vuoto", diag.Quote(key))))
	}
	if longer(s, MaxText) {
		t.Report(tooLong(t.At(key), key, MaxText))
		return ""
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

// Line returns the string at key as Text does; one longer than MaxLine is
// reported.
func (t *Table) Line(key string) string {
	s := t.Text(key)
	if longer(s, MaxLine) {
		t.Report(tooLong(t.At(key), key, MaxLine))
		return ""
	}
	return s
}

func longer(s string, max int) bool { return len(s) > max && utf8.RuneCountInString(s) > max }

func tooLong(d diag.Diagnostic, key string, max int) diag.Diagnostic {
	d.Code = "text-too-long"
	d.Message = fmt.Sprintf("%s ha più di %d caratteri, il massimo che vetro legge", diag.Quote(key), max)
	d.Hint = "accorcialo, e controlla che le virgolette si chiudano; i testi lunghi stanno nelle pagine di content/"
	return d
}

// Int returns the integer at key, which must lie within a thousand million of
// zero; ok is false when it is absent or wrong.
func (t *Table) Int(key string) (n int, ok bool) {
	v, ok := t.get(key)
	if !ok {
		return 0, false
	}
	i, ok := v.(int64)
	if !ok {
		t.Report(t.wrong(key, v, "un numero intero, senza virgola", WholeForm))
		return 0, false
	}
	if i < -intMax || i > intMax {
		d := t.At(key)
		d.Code = "invalid-value"
		d.Message = fmt.Sprintf("%s vale %d: il numero è troppo grande", diag.Quote(key), i)
		d.Hint = "controlla che non ci siano cifre di troppo"
		t.Report(d)
		return 0, false
	}
	return int(i), true
}

// Number returns the number at key as Float does. One such as 1.250, which
// people write for 1250, is doubted ("thousands-point") and returned.
func (t *Table) Number(key string) (v float64, ok bool) {
	v, ok = t.Float(key)
	if raw := t.raw(key); ok && reThousands.MatchString(raw) {
		d := t.At(key)
		d.Severity, d.Code = diag.Warning, "thousands-point"
		d.Message = fmt.Sprintf("%s vale %s: in un file di dati il punto separa i decimali, non le migliaia", diag.Quote(key), raw)
		d.Hint = thousands(raw)
		t.Report(d)
	}
	return v, ok
}

// Float returns the integer or float at key; ok is false when absent or wrong.
// NaN and infinities are reported.
func (t *Table) Float(key string) (v float64, ok bool) {
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
	t.Report(t.wrong(key, value, "un numero", NumberForm))
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
		t.Report(t.wrong(key, v, "un valore sì/no", FlagForm))
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
	d := t.wrong(key, v, "una data", DayForm)
	d.Code = "invalid-date"
	switch v := v.(type) {
	case time.Time:
		year, month, day := v.Date()
		switch {
		case kindOf(v) != Day:
			d.Message = fmt.Sprintf("%s deve essere una data, senza l'ora: qui c'è %s", diag.Quote(key), diag.Quote(t.raw(key)))
		case year < minYear || year > maxYear:
			d.Message = fmt.Sprintf("%s ha l'anno %04d, che non è plausibile", diag.Quote(key), year)
			d.Hint, d.Fix = "controlla le quattro cifre dell'anno", nil
		default:
			return Date{year, int(month), day}
		}
	case string:
		d.Message = fmt.Sprintf("%s deve essere una data: qui c'è un testo, %s", diag.Quote(key), diag.Quote(v))
	default:
		d.Code = "wrong-type"
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
// that cures it or that of a *ValueError. Absent is the zero value; a blank
// string is reported by Text and not parsed.
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
	if w := t.want(key); w.Form == MonthForm {
		t.Cure(&d, key)
	} else if ve, ok := errors.AsType[*ValueError](err); ok {
		d.Hint = ve.Hint
	}
	t.Report(d)
	return zero
}

// wrong returns a "wrong-type" diagnostic at the value of key, with the hint
// for the form that the guide wants, or else for form.
func (t *Table) wrong(key string, v any, want string, form Form) diag.Diagnostic {
	d := t.At(key)
	d.Code = "wrong-type"
	d.Message = fmt.Sprintf("%s deve essere %s: qui c'è %s", diag.Quote(key), want, kindOf(v))
	if kindOf(v) == Float && form == WholeForm {
		d.Message = fmt.Sprintf("%s deve essere %s: qui c'è %s", diag.Quote(key), want, diag.Quote(t.raw(key)))
	}
	t.cureAs(&d, key, form)
	return d
}

// raw returns the value of key as written.
func (t *Table) raw(key string) string {
	n := t.node.child(key)
	if n == nil {
		return ""
	}
	return t.doc.text(n.value)
}
