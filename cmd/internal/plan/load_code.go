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
	pattern *regexp.Regexp
	want    string
	valid   func(string) bool // a further check; may be nil
}

var (
	ipaForm      = codeForm{regexp.MustCompile(`^[a-z0-9_]{2,20}$`), "di lettere minuscole, cifre e _, per esempio c_d150", nil}
	istatForm    = codeForm{regexp.MustCompile(`^[0-9]{6}$`), "di sei cifre, zeri compresi, per esempio 019036", nil}
	belfioreForm = codeForm{regexp.MustCompile(`^[A-Z][0-9]{3}$`), "di una lettera maiuscola e tre cifre, per esempio D150", nil}
	taxForm      = codeForm{regexp.MustCompile(`^[0-9]{11}$`), "quello dell'ente, di undici cifre, con l'ultima di controllo giusta", validTaxCode}
)

// code returns the official code at key.
func code(t *tomldoc.Table, key string, form codeForm) string {
	s := t.Text(key)
	if s == "" || form.pattern.MatchString(s) && (form.valid == nil || form.valid(s)) {
		return s
	}
	d := t.At(key)
	if len(s) == 16 && key == "codice_fiscale" {
		// It may be a person's: it must not be shown.
		d = mask(d)
	}
	fault(t, d, "invalid-code", fmt.Sprintf("%s deve essere %s", diag.Quote(key), form.want), "")
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

// email returns the address at key.
func email(t *tomldoc.Table, key string) string {
	return tomldoc.Value(t, key, func(s string) (string, error) {
		name, host, ok := strings.Cut(s, "@")
		if ok && name != "" && strings.Contains(host, ".") && !strings.ContainsAny(s, " \t\n<>,;:\"()?&") && !strings.Contains(host, "@") && !strings.ContainsFunc(s, diag.Invisible) {
			return s, nil
		}
		return "", &tomldoc.ValueError{Message: fmt.Sprintf("%s deve essere un indirizzo di posta elettronica: %s non lo è", diag.Quote(key), diag.Quote(s))}
	})
}

// phone returns the number at key.
func phone(t *tomldoc.Table, key string) string {
	return tomldoc.Value(t, key, func(s string) (string, error) {
		if strings.Trim(s, "+0123456789 ./-") == "" && strings.ContainsAny(s, "0123456789") {
			return s, nil
		}
		return "", &tomldoc.ValueError{
			Message: fmt.Sprintf("%s deve essere un numero di telefono: %s non lo è", diag.Quote(key), diag.Quote(s)),
			Hint:    "scrivi solo cifre e spazi, con +39 davanti",
		}
	})
}
