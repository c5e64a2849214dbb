// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// line returns the text at key, which must stand on one line.
func line(t *tomldoc.Table, key string) string {
	s := t.Text(key)
	if strings.ContainsAny(s, "\n\r\t") {
		fault(t, t.At(key), "control-character", fmt.Sprintf("%s deve stare su una riga sola, senza tabulazioni", diag.Quote(key)),
			"scrivilo di seguito, tra virgolette semplici")
		return s
	}
	checkCharacters(t, valueOf(t, key), key, s)
	return s
}

// prose returns the text at key, which may have several lines.
func prose(t *tomldoc.Table, key string) string {
	s := t.Text(key)
	checkCharacters(t, valueOf(t, key), key, s)
	return s
}

// proses returns the list of texts at key.
func proses(t *tomldoc.Table, key string) []string {
	list := t.Strings(key)
	for i, s := range list {
		checkCharacters(t, itemOf(t, key, i), key, s)
	}
	return list
}

// checkCharacters refuses control characters, which no page can show, and the
// invisible ones that reorder what people read.
func checkCharacters(t *tomldoc.Table, at place, key, s string) {
	i := strings.IndexFunc(s, diag.Invisible)
	if i < 0 {
		return
	}
	for _, r := range s[i:] {
		fault(t, at(), "control-character", fmt.Sprintf("%s contiene un carattere invisibile (U+%04X)", diag.Quote(key), r),
			"cancella il testo e riscrivilo a mano: di solito arriva con un copia e incolla")
		return
	}
}

// checkSlug reports an id that cannot stand in an address: see SlugFault.
func checkSlug(report *diag.List, at place, what, id, of string) {
	if id == "" {
		return
	}
	code, message, hint := SlugFault(what, id, of)
	if code == "" {
		return
	}
	d := at()
	d.Severity, d.Code, d.Message, d.Hint = diag.Error, code, message, hint
	report.Add(d)
}

// slug returns the id at key, checked.
func (l *loader) slug(t *tomldoc.Table, key string) string {
	id := t.Text(key)
	checkSlug(l.report, valueOf(t, key), "l'"+key, id, "")
	return id
}

// choice returns the T whose word stands at key; zero when absent or unknown.
func choice[T ~int](t *tomldoc.Table, key string, words map[T]string) T {
	s := t.Text(key)
	if s == "" {
		return 0
	}
	var allowed []string
	for _, v := range slices.Sorted(maps.Keys(words)) {
		if words[v] == s {
			return v
		}
		allowed = append(allowed, words[v])
	}
	unknownValue(t, key, s, allowed)
	return 0
}

// unknownValue reports a word at key that is not one of allowed.
func unknownValue(t *tomldoc.Table, key, s string, allowed []string) {
	fault(t, t.At(key), "unknown-value",
		fmt.Sprintf("%s non può essere %s: si può scrivere %s", diag.Quote(key), diag.Quote(s), orList(allowed)),
		diag.DidYouMean(s, allowed))
}

// orList joins words with commas and "o".
func orList(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = diag.Quote(w)
	}
	last := len(quoted) - 1
	return strings.Join(quoted[:last], ", ") + " o " + quoted[last]
}

// month returns the year, month or day at key, which TOML has no type for.
func month(t *tomldoc.Table, key string) string {
	return tomldoc.Value(t, key, func(s string) (string, error) {
		for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
			if len(s) == len(layout) {
				if d, err := time.Parse(layout, s); err == nil && d.Year() >= 1990 && d.Year() <= 2100 {
					return s, nil
				}
			}
		}
		return "", &tomldoc.ValueError{
			Message: fmt.Sprintf("%s deve essere un anno, un mese o un giorno: %s non lo è", diag.Quote(key), diag.Quote(s)),
			Hint:    `scrivi tra virgolette "2022", "2022-03" oppure "2022-03-15"`,
		}
	})
}

// link returns the web address at key. Only http and https lead to a page:
// "javascript:" and the like would run in the reader's browser.
func link(t *tomldoc.Table, key string) string {
	s := t.Text(key)
	if s == "" {
		return ""
	}
	u, err := url.Parse(s)
	hint := "copia l'indirizzo per intero dalla barra del browser, con https:// davanti"
	switch {
	case err != nil || strings.ContainsFunc(s, func(r rune) bool {
		return r <= ' ' || diag.Invisible(r) || r == '"' || r == '<' || r == '>' || r == '\\'
	}):
	case u.Scheme != "https" && u.Scheme != "http":
		if u.Scheme == "" && strings.HasPrefix(s, "www.") {
			hint = "scrivi " + diag.Quote("https://"+s)
		}
	case u.Host == "" || !strings.Contains(u.Hostname(), ".") || u.User != nil:
	default:
		return s
	}
	fault(t, t.At(key), "invalid-url", fmt.Sprintf("%s deve essere un indirizzo web: %s non lo è", diag.Quote(key), diag.Quote(s)), hint)
	return ""
}
