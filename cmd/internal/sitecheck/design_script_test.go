// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import "regexp"

// forbidden are the ways in which a script could remember a reader or speak to
// a server. The words alone are looked for: a comment that says "fetch" is not
// a call.
var forbidden = regexp.MustCompile(`document\s*\.\s*cookie|\bcookieStore\b|\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b|\bcaches\s*\.|\bsendBeacon\b|\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bserviceWorker\b|\bimportScripts\b|\bimport\s*\(|\beval\s*\(|\bnew\s+Function\b|\bnew\s+Image\b`)

// checkScript holds that no script sets cookies, keeps data, asks others or
// makes code of text (Garante, Linee guida cookie, 10 June 2021).
func (f *designFile) checkScript(data []byte) {
	seen := map[string]bool{}
	for _, m := range forbidden.FindAllString(string(data), -1) {
		if !seen[m] {
			f.flaw("script-forbidden", "lo script contiene %q", m)
		}
		seen[m] = true
	}
}
