// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
)

// found describes the bytes at where.
func found(src string, where span) string {
	text := src[where.at:min(where.end(), len(src))]
	switch {
	case where.at >= len(strings.TrimRight(src, " \t\r\n")):
		return "qui il file finisce"
	case text == "" || text[0] == '\n' || text == "\r" && strings.HasPrefix(src[where.at:], "\r\n"):
		return "qui la riga finisce"
	case len(text) == 1 && (text[0] < ' ' || text[0] == 0x7f):
		return fmt.Sprintf("il codice %02X", text[0])
	}
	return "qui c'è " + diag.Quote(strings.TrimRight(text, " \t\r\n"))
}

var (
	reKey       = regexp.MustCompile(`^\s*([\pL\d._-]+)\s*=`)
	reSpaces    = regexp.MustCompile(`^\s*([\w-]+(?:\s+[\w-]+)+)\s*=`)
	reColon     = regexp.MustCompile(`^\s*[\w-]+\s*:(\s|$)`)
	reValue     = regexp.MustCompile(`^\s*[\w.-]+\s*=\s*(.*?)\s*(#.*)?$`)
	reComma     = regexp.MustCompile(`^-?\d+,(\d+)$`)
	reItalian   = regexp.MustCompile(`^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$`)
	reMonth     = regexp.MustCompile(`^\d{4}(-\d{2})?$`)
	reZero      = regexp.MustCompile(`^0[\d /.-]*$`)
	reThousands = regexp.MustCompile(`^\d{1,3}(\.\d{3}){2,}$`)
	reUnit      = regexp.MustCompile(`^-?\d+([.,]\d+)?\s*(%|€|euro|ore|giorni|anni)$`)
)

// guess looks at the whole line for slips that Italian habits make likely, and
// returns a hint fitter than that of the rule, or "".
func guess(line string) string {
	if m := reSpaces.FindStringSubmatch(line); m != nil {
		return "le chiavi non hanno spazi: " + strings.Join(strings.Fields(m[1]), "_")
	}
	if m := reKey.FindStringSubmatch(line); m != nil && strings.ContainsFunc(m[1], func(r rune) bool { return r >= utf8.RuneSelf }) {
		return "nelle chiavi vanno lettere senza accento, cifre, - e _"
	}
	if reColon.MatchString(line) {
		return "dopo la chiave ci va «=», non i due punti"
	}
	m := reValue.FindStringSubmatch(line)
	if m == nil {
		return ""
	}
	value := m[1]
	switch strings.ToLower(value) {
	case "sì", "si", "vero", "yes", "on":
		return "per dire sì scrivi true"
	case "no", "falso", "off":
		return "per dire no scrivi false"
	case "true", "false":
		return "scrivi true e false in minuscolo"
	case "":
		return "scrivi il valore, oppure togli la riga se il campo è facoltativo"
	}
	switch {
	case reComma.MatchString(value):
		return "i decimali si scrivono con il punto: " + strings.Replace(value, ",", ".", 1)
	case reItalian.MatchString(value):
		return hintDate
	case reMonth.MatchString(value):
		return fmt.Sprintf("senza il giorno si scrive come testo, tra virgolette: %q", value)
	case reZero.MatchString(value):
		return fmt.Sprintf("i codici e i numeri di telefono si scrivono tra virgolette: %q", value)
	case reThousands.MatchString(value):
		return "le migliaia si scrivono senza punti: " + strings.ReplaceAll(value, ".", "")
	case reUnit.MatchString(value):
		return "scrivi solo il numero, senza l'unità di misura"
	case strings.HasPrefix(value, `"`) && strings.Count(value, `"`) > 2 && !strings.HasPrefix(value, `"""`):
		return `se il testo contiene virgolette scrivile «così», oppure \"così\"`
	case strings.HasPrefix(value, "'") && strings.Count(value, "'") > 2 && !strings.HasPrefix(value, "'''"):
		return "se il testo contiene apostrofi scrivilo tra virgolette: \"l'ufficio\""
	}
	return ""
}
