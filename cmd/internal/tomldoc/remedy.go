// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A remedy says how a value that is not written as it should be is written.
// What the hint names literally is the text to put in its place.
type remedy struct {
	hint string
	text string // "" when only a person can know
	drop bool   // the key has nothing to say and goes
}

var (
	reComma     = regexp.MustCompile(`^[-+−]?\d+,\d+$`)
	rePlain     = regexp.MustCompile(`^[-+−]?(0|[1-9]\d*)(\.\d+)?$`)
	reThousands = regexp.MustCompile(`^[-+−]?[1-9]\d{0,2}(?:\.\d{3})+(,\d+)?$`)
	reSpaced    = regexp.MustCompile(`^[-+−]?[1-9]\d{0,2}(?: \d{3})+(,\d+)?$`)
	reUnit      = regexp.MustCompile(`^(?:€ *)?([-+−]?\d[\d., ]*?) *(%|‰|€|\pL[\pL /.']*)?$`)
	reRate      = regexp.MustCompile(`(?i)(^|[ /])(al|allo|alla|all'|a|per|ogni|su|di|del|della)( |$)|/|settiman|annu|mensil|giornalier`)
	reRange     = regexp.MustCompile(`^(?i:(?:tra|fra|da|dai|dalle) +)?(\d{1,7}) *(?:-|–|—|/|÷|\.\.+| a | ai | alle | e ) *(\d{1,7})$`)
	reFirm      = regexp.MustCompile(`^(?i)(circa|ca\.?|~|≈|fino a|al massimo|massimo|max\.?|almeno|minimo|min\.?|>=|<=|≥|≤) *(\d[^<>]*)$`)
	reTick      = regexp.MustCompile(`(\d)['’](\d{3})`)
	reTail      = regexp.MustCompile(`[T ]+\d{1,2}[:.]\d{2}.*$`)
	reZeros     = regexp.MustCompile(`^([-+−]?)0+([1-9])`)
	reZero      = regexp.MustCompile(`^0\d[\d /.-]*$`)
)

// unknown are the ways to say that nothing is known, besides signs alone.
var unknown = []string{
	"n.d.", "n.d", "nd", "n/d", "n. d.", "n.a.", "n.a", "na", "n/a", "n.p.", "n.r.", "n.n.", "non disponibile", "non disponibili", "non noto", "non nota",
	"non rilevato", "non rilevata", "non rilevabile", "non pervenuto", "non definito", "non definita", "dato non disponibile", "dato mancante",
	"null", "none", "nil", "tbd", "todo", "boh", "lorem ipsum",
}

var (
	// signs alone stand for nothing: "-", "...", "xxx".
	signs = regexp.MustCompile(`^(?:x+|\.{2,}|…+|-+|–+|—+|/+|\?+|_+|\*+|#+)$`)
	// toDo is what somebody still has to do.
	toDo = regexp.MustCompile(`^da (?:definire|definirsi|completare|indicare|determinare|verificare|scrivere|inserire|compilare|precisare|stabilire|confermare|aggiungere|fare|assegnare|attribuire|approvare|protocollare)$`)
)

// isUnknown reports whether s, in lower case, says that nothing is known.
func isUnknown(s string) bool {
	return slices.Contains(unknown, s) || signs.MatchString(s) || toDo.MatchString(s)
}

// isNone reports whether s, in lower case, says that there is none: of a number
// that is nothing known, in a text it may well be an answer.
func isNone(s string) bool { return s == "nessuno" || s == "nessuna" }

var (
	yes = []string{"sì", "si", "si'", "vero", "yes", "on", "true", "x", "1"}
	no  = []string{"no", "falso", "off", "false", "0"}
)

// maxCured is how long a value may be, in bytes, that stands for a number, a day
// or a word: what is longer is a text, which no rewriting makes one of these.
const maxCured = 200

// cure returns how to write at key what is written there as raw, where w
// belongs; the zero remedy when nothing can be told.
func cure(key, raw string, w Want) remedy {
	if len(raw) > maxCured && w.Form != TextForm && w.Form != ListForm {
		return remedy{}
	}
	s := plainSpaces(strings.TrimSpace(raw))
	if w.Form != TextForm && w.Form != ListForm { // := and == for =, and what ends a line elsewhere
		s = strings.TrimRight(strings.TrimLeft(s, ":= "), ";, ")
		s = reTick.ReplaceAllString(s, "$1$2")
	}
	quoted := false
	if q := strings.Trim(s, `"'`); len(q) <= len(s)-2 && !strings.ContainsAny(q, `"'`) {
		s, quoted = strings.TrimSpace(q), true
	}
	low := strings.ToLower(s)
	if low == "" {
		if w.Required {
			return remedy{hint: "scrivi il valore"}
		}
		return remedy{hint: "scrivi il valore, oppure togli la riga se il campo è facoltativo", drop: true}
	}
	if w.Form == FlagForm {
		return yesNo(low)
	}
	if (isUnknown(low) || isNone(low) && w.Form != TextForm) && w.Form != AnyForm {
		return nothing(w)
	}
	if w.Choice != nil {
		return chosen(key, s, w)
	}
	switch w.Form {
	case WholeForm, NumberForm, AmountForm, MeasuredForm:
		r := number(key, s, w)
		switch w.Form {
		case AmountForm:
			r = amount(key, s, w)
		case MeasuredForm:
			r = measured(key, s)
		}
		if r.hint == "" && w.Example != "" {
			r.hint = fmt.Sprintf("qui ci vuole un numero intero, per esempio %s = %s", key, w.Example)
		}
		if quoted && r.text != "" && rePlain.MatchString(r.text) && !strings.Contains(r.hint, "operatore") {
			r.hint = fmt.Sprintf("scrivilo senza virgolette: %s = %s", key, r.text)
		}
		return r
	case DayForm, MonthForm:
		return calendar(key, s, w)
	case ListForm:
		return list(key, strings.TrimSpace(raw))
	case TextForm:
		if quoted := quote(s); quoted != "" && !strings.ContainsAny(s, `"“”«»[]{}`) {
			return remedy{hint: fmt.Sprintf("mettilo tra virgolette: %s = %s", key, short(quoted)), text: quoted}
		}
	case TableForm, TablesForm:
		if w.Rewrite != nil {
			if text := w.Rewrite(raw); text != "" {
				return remedy{hint: fmt.Sprintf("scrivi %s = %s", key, text), text: text}
			}
		}
		if w.Example != "" {
			return remedy{hint: fmt.Sprintf("scrivi %s = %s", key, w.Example)}
		}
	case AnyForm:
		return habit(key, s, low)
	}
	return remedy{}
}

// habit is cure where nothing is known of the key.
func habit(key, s, low string) remedy {
	if r := yesNo(low); r.text != "" && low != "x" && low != "1" && low != "0" {
		return r
	}
	if reComma.MatchString(s) || reThousands.MatchString(s) && strings.Count(s, ".") > 1 || strings.HasSuffix(s, "%") {
		return number(key, s, Want{Form: NumberForm})
	}
	if d, ok := readDay(s); ok && d.Day > 0 {
		return calendar(key, s, Want{Form: DayForm})
	} else if ok {
		return calendar(key, s, Want{Form: MonthForm})
	}
	if reZero.MatchString(s) {
		return remedy{hint: fmt.Sprintf("i codici e i numeri di telefono si scrivono tra virgolette: %q", s), text: strconv.Quote(s)}
	}
	return remedy{}
}

// nothing is the remedy for words that say that nothing is known.
func nothing(w Want) remedy {
	if w.Required {
		return remedy{hint: "se non si sa, togli tutta la voce di cui fa parte: il sito dice «La fonte non lo dice»"}
	}
	return remedy{hint: "togli la riga: il sito dice «La fonte non lo dice»", drop: true}
}

// yesNo is the remedy for a yes or no.
func yesNo(low string) remedy {
	switch {
	case low == "true" || low == "false":
		return remedy{hint: "scrivi true e false in minuscolo, senza virgolette", text: low}
	case slices.Contains(yes, low):
		return remedy{hint: "per dire sì scrivi true", text: "true"}
	case slices.Contains(no, low):
		return remedy{hint: "per dire no scrivi false", text: "false"}
	}
	return remedy{hint: "scrivi true per sì, false per no, senza virgolette"}
}

// number is the remedy for a number.
func number(key, s string, w Want) remedy {
	m := reUnit.FindStringSubmatch(s)
	if m == nil || reRate.MatchString(m[2]) { // "2 a settimana" are no 2 of a month
		return remedy{}
	}
	m[1] = reZeros.ReplaceAllString(m[1], "$1$2")
	if n, ok := times(m[1], strings.ToLower(m[2])); ok {
		return remedy{hint: fmt.Sprintf("scrivi il numero per intero, in cifre: %s = %s", key, n), text: n}
	}
	if whole, zeros, ok := strings.Cut(m[1], "."); ok && w.Form != NumberForm && strings.Trim(zeros, "0") == "" && len(zeros) < 3 {
		m[1] = whole
	}
	euro := w.Form == AmountForm && (strings.Contains(s, "€") || strings.EqualFold(m[2], "euro")) // cents are two
	n, ok := digits(m[1], w.Form == WholeForm || w.Form == AmountForm && !w.Decimals || euro)
	whole := w.Form == WholeForm && strings.Contains(n, ".")
	switch {
	case !ok && reThousands.MatchString(m[1]):
		return remedy{hint: thousands(m[1])}
	case whole:
		n, _, _ = strings.Cut(n, ".")
		return remedy{hint: "qui ci vuole un numero intero, per esempio " + n}
	case !ok:
		return remedy{}
	case m[2] != "":
		return remedy{hint: "scrivi solo il numero, senza l'unità di misura: " + n, text: n}
	case strings.Contains(m[1], ","):
		return remedy{hint: "i decimali si scrivono con il punto: " + n, text: n}
	case reThousands.MatchString(m[1]):
		return remedy{hint: fmt.Sprintf("le migliaia si scrivono senza punto: %s = %s", key, n), text: n}
	}
	return remedy{hint: fmt.Sprintf("scrivi %s = %s", key, n), text: n}
}

// thousands says both things that a number such as 1.250 may mean.
func thousands(s string) string {
	exact := strings.TrimSuffix(s, "0")
	if exact == s {
		exact = s + "0"
	}
	return fmt.Sprintf("per le migliaia scrivi %s, senza punto; per i decimali scrivi %s", strings.ReplaceAll(s, ".", ""), exact)
}

// digits returns s as TOML writes numbers. Three digits after a single dot may
// be thousands: only of a whole number that is certain.
func digits(s string, whole bool) (string, bool) {
	s = strings.ReplaceAll(strings.TrimSpace(s), "−", "-")
	switch {
	case reThousands.MatchString(s) && (whole || strings.Count(s, ".") > 1 || strings.Contains(s, ",")):
		return strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1), true
	case reThousands.MatchString(s):
		return "", false
	case reSpaced.MatchString(s):
		return strings.Replace(strings.ReplaceAll(s, " ", ""), ",", ".", 1), true
	case reComma.MatchString(s):
		s = strings.Replace(s, ",", ".", 1)
	}
	return s, rePlain.MatchString(s)
}

// amount is the remedy for a quantity.
func amount(key, s string, w Want) remedy {
	if m := reRange.FindStringSubmatch(s); m != nil {
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		text := fmt.Sprintf(`{ testo = "da %d a %d" }`, from, to)
		if w.Range && from < to {
			text = fmt.Sprintf("{ da = %d, a = %d }", from, to)
		}
		return remedy{hint: fmt.Sprintf("un numero che sta tra due si scrive così: %s = %s", key, text), text: text}
	}
	if m := reFirm.FindStringSubmatch(s); m != nil {
		word := firmness(m[1])
		if r := number(key, m[2], w); r.text != "" && slices.Contains(w.Firmness, word) {
			text := fmt.Sprintf(`{ numero = %s, precisione = "%s" }`, r.text, word)
			return remedy{hint: fmt.Sprintf("scrivi %s = %s", key, text), text: text}
		}
	}
	if n := slices.Index(units, strings.ToLower(s)); n >= 0 {
		return remedy{hint: fmt.Sprintf("scrivi %s = %d", key, n), text: strconv.Itoa(n)}
	}
	if r := number(key, s, w); r.text == "" && strings.HasPrefix(r.hint, "per le migliaia") {
		return r
	}
	if r := number(key, s, w); r.text != "" && (w.Decimals || !strings.Contains(r.text, ".")) && !strings.ContainsAny(s, "%‰") {
		return r
	}
	quoted := quote(s)
	if quoted == "" || strings.ContainsAny(s, `"=()[]{}`) || s == "true" || s == "false" {
		return remedy{}
	}
	hint := "se la fonte dà solo parole: %s = { testo = %s }"
	if reComma.MatchString(s) || rePlain.MatchString(s) {
		hint = "qui ci vuole un numero intero; se la fonte lo dà con la virgola: %s = { testo = %s }"
		quoted = strings.Replace(quoted, ".", ",", 1)
	}
	return remedy{hint: fmt.Sprintf(hint, key, short(quoted)), text: "{ testo = " + quoted + " }"}
}

// quote returns s in straight quotes, or "" when it does not fit one line.
func quote(s string) string {
	if strings.ContainsFunc(s, unicode.IsControl) {
		return ""
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// short returns a text in quotes for a hint, or "…" when it is long.
func short(quoted string) string {
	if len(quoted) > 50 {
		return `"…"`
	}
	return quoted
}

// plainSpaces turns spaces of every kind into plain ones, and drops those that
// have no width.
func plainSpaces(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r):
			return -1
		case unicode.IsSpace(r) && r != '\n':
			return ' '
		}
		return r
	}, s)
}
