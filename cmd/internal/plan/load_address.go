// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"net/url"
	"strings"

	"vetro/cmd/internal/diag"
)

// link returns the web address at a key. Only http and https lead to a page:
// "javascript:" and the like would run in the reader's browser.
func (t *table) link(name string) string {
	t.key(name, KindLink)
	s := t.toml.Line(name)
	if s == "" {
		return ""
	}
	hint, ok := webAddress(s)
	if ok {
		return s
	}
	fault(t, t.at(name), "invalid-url", fmt.Sprintf("%s deve essere un indirizzo web: %s non lo è", diag.Quote(name), diag.Quote(s)), hint)
	return ""
}

// webAddress reports whether s is one, and if not what to do.
func webAddress(s string) (hint string, ok bool) {
	u, err := url.Parse(s)
	hint = "copia l'indirizzo per intero dalla barra del browser, con https:// davanti"
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
		return "", true
	}
	return hint, false
}

// address returns the place at a key where people can read: a permanent address
// of the site, or a page elsewhere that is safe to send them to.
func (t *table) address(name string) string {
	t.key(name, KindAddress)
	s := t.toml.Line(name)
	if s == "" || isPermanent(s) {
		return s
	}
	if strings.HasPrefix(s, "https://") {
		if _, ok := webAddress(s); ok {
			return s
		}
	}
	hint := "scrivi l'indirizzo di una pagina del sito, per esempio /2022/il-piano/, oppure uno intero con https:// davanti"
	if strings.HasPrefix(s, "/") && isPermanent(s+"/") {
		hint = "gli indirizzi del sito finiscono con la barra: scrivi " + diag.Quote(s+"/")
	}
	fault(t, t.at(name), "invalid-url", fmt.Sprintf("%s deve essere l'indirizzo di una pagina: %s non lo è", diag.Quote(name), diag.Quote(s)), hint)
	return ""
}

// isPermanent reports whether s is written as the addresses of the site are:
// names of slug form between slashes, with one at each end.
func isPermanent(s string) bool {
	inner, ok := strings.CutPrefix(s, "/")
	inner, okEnd := strings.CutSuffix(inner, "/")
	if !ok || !okEnd {
		return s == "/"
	}
	for name := range strings.SplitSeq(inner, "/") {
		if !IsSlug(name) {
			return false
		}
	}
	return true
}
