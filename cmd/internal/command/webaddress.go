// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"net/url"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/project"
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
	return project.WebAddress(strings.TrimRight(s, "/") + "/"), nil
}
