// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"

	"vetro/cmd/internal/diag"
)

// parseBaseURL checks the value of --base-url and makes it end in "/".
func parseBaseURL(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" || u.User != nil ||
		u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || strings.ContainsAny(s, " \t\"<>\\#") {
		return "", usage("scrivilo per intero, per esempio --base-url https://www.comune.example/lavoro-agile/",
			"--base-url deve essere l'indirizzo di un sito: %s non lo è", diag.Quote(s))
	}
	return webAddress(strings.TrimRight(s, "/") + "/"), nil
}

// webAddress writes the address of a site as browsers and search engines do:
// accents in the name of the host in punycode, elsewhere escaped. What is no
// address it leaves as it is.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil {
		return s
	}
	if host, err := idna.Lookup.ToASCII(u.Hostname()); err == nil && host != u.Hostname() {
		u.Host = host + strings.TrimPrefix(u.Host, u.Hostname())
	}
	return u.String()
}
