// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// WebAddress writes the address of a site as browsers and search engines do:
// accents in the name of the host in punycode, elsewhere escaped. What is no
// address it leaves as it is.
func WebAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil {
		return s
	}
	if host, err := idna.Lookup.ToASCII(u.Hostname()); err == nil && host != u.Hostname() {
		u.Host = host + strings.TrimPrefix(u.Host, u.Hostname())
	}
	return u.String()
}
