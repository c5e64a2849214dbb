// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"regexp"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// A codeForm is how an official code is written.
type codeForm struct {
	text    string // regular expression for the whole code
	pattern *regexp.Regexp
	want    string
	valid   func(string) bool // a further check; may be nil
}

var (
	ipaForm      = formOf(`^[a-z0-9_]{2,20}$`, "di lettere minuscole, cifre e _, per esempio c_d150", nil)
	istatForm    = formOf(`^[0-9]{6}$`, "di sei cifre, zeri compresi, per esempio 019036", nil)
	belfioreForm = formOf(`^[A-Z][0-9]{3}$`, "di una lettera maiuscola e tre cifre, per esempio D150", nil)
	taxForm      = formOf(`^[0-9]{11}$`, "quello dell'ente, di undici cifre, con l'ultima di controllo giusta", validTaxCode)
)

func formOf(text, want string, valid func(string) bool) codeForm {
	return codeForm{text, regexp.MustCompile(text), want, valid}
}

// code returns the official code at a key.
func (t *table) code(name string) string {
	form := t.key(name, KindCode).form
	s := t.toml.Line(name)
	if s == "" || form.pattern.MatchString(s) && (form.valid == nil || form.valid(s)) {
		return s
	}
	d := t.at(name)
	if len(s) == 16 && name == "codice_fiscale" {
		// It may be a person's: it must not be shown.
		d = mask(d)
	}
	fault(t, d, "invalid-code", fmt.Sprintf("%s deve essere %s", diag.Quote(name), form.want), "")
	return ""
}

// mask hides in the source line what d covers.
func mask(d diag.Diagnostic) diag.Diagnostic {
	runes := []rune(d.Line)
	for i := max(0, d.Pos.Column-1); i < min(len(runes), d.Pos.Column-1+d.Length); i++ {
		runes[i] = '•'
	}
	d.Line = string(runes)
	return d
}

// validTaxCode checks the last digit of the tax code of a body: the sum of the
// digits, every second one doubled and reduced, is a multiple of ten.
func validTaxCode(s string) bool {
	sum := 0
	for i := range len(s) {
		n := int(s[i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}

// email returns the address at a key.
func (t *table) email(name string) string {
	k := t.key(name, KindEmail)
	address := tomldoc.Value(t.toml, name, func(s string) (string, error) {
		user, host, ok := strings.Cut(s, "@")
		if ok && user != "" && strings.Contains(host, ".") && !strings.ContainsAny(s, " \t\n<>,;:\"()?&") && !strings.Contains(host, "@") && !strings.ContainsFunc(s, diag.Invisible) {
			return s, nil
		}
		return "", &tomldoc.ValueError{Message: fmt.Sprintf("%s deve essere un indirizzo di posta elettronica: %s non lo è", diag.Quote(name), diag.Quote(s))}
	})
	t.say(k, -1, address)
	return address
}

// phone returns the number at a key.
func (t *table) phone(name string) string {
	k := t.key(name, KindPhone)
	number := tomldoc.Value(t.toml, name, func(s string) (string, error) {
		if strings.Trim(s, "+0123456789 ./-") == "" && strings.ContainsAny(s, "0123456789") {
			return s, nil
		}
		return "", &tomldoc.ValueError{
			Message: fmt.Sprintf("%s deve essere un numero di telefono: %s non lo è", diag.Quote(name), diag.Quote(s)),
			Hint:    "scrivi solo cifre e spazi, con +39 davanti",
		}
	})
	t.say(k, -1, number)
	return number
}
