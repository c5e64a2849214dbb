// SPDX-License-Identifier: EUPL-1.2

package privacy

import "strings"

// ibanLengths holds the countries of the IBAN registry (ISO 13616) and how many
// characters their codes have.
var ibanLengths = map[string]int{
	"AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28,
	"CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18,
	"FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22,
	"IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20,
	"LU": 20, "LV": 21, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18, "NO": 15,
	"PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SC": 31, "SE": 24, "SI": 19,
	"SK": 24, "SM": 27, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
}

// ibanMax is the length of the longest.
const ibanMax = 34

// findIBANs appends the bank accounts: a country of the registry, two check
// digits, as many characters as that country has, and the remainder of ISO 7064
// right. It may be written in groups or in small letters; at least half of what
// follows the check digits must be digits, because words can be of the right
// length too.
func findIBANs(found []Finding, text string) []Finding {
	var code [ibanMax]byte
	var breaks [ibanMax]bool
	for i := 0; i+4 < len(text); i++ {
		if !isLetter(text[i]) || !isLetter(text[i+1]) || i > 0 && isAlnum(text[i-1]) || !startsToken(text, i) {
			continue
		}
		length := ibanLengths[string([]byte{upper(text[i]), upper(text[i+1])})]
		r := reader{text: text, at: i, code: code[:0], breaks: breaks[:0]}
		if length == 0 || !r.take(length) || !endsToken(text, r.at) || !isIBAN(r.code) || ofTheEnte(text, i, r.at) {
			continue
		}
		found = append(found, Finding{IBAN, i, r.at})
		i = r.at - 1
	}
	return found
}

// ofTheEnte reports whether the words around an account say that it is the one
// on which the ente is paid, which the law has published (D.Lgs. 33/2013, art.
// 36).
func ofTheEnte(text string, start, end int) bool {
	around := strings.ToLower(text[max(0, start-3*sight):start] + " " + text[end:min(len(text), end+2*sight)])
	for _, w := range [...]string{"tesoreria", "tesoriere", "pagopa", "conto del comune", "conto dell'ente", "conto dell’ente", "conto corrente del comune",
		"intestato al comune", "intestato all'ente", "intestato all’ente", "iban del comune", "iban dell'ente", "iban dell’ente", "iban della provincia", "iban dell'unione", "iban dell’unione"} {
		if strings.Contains(around, w) {
			return true
		}
	}
	return false
}

// isIBAN reports whether the check digits of c, in capitals, are right.
func isIBAN(c []byte) bool {
	if !isDigit(c[2]) || !isDigit(c[3]) {
		return false
	}
	digits := 0
	for _, l := range c[4:] {
		if isDigit(l) {
			digits++
		}
	}
	if 2*digits < len(c)-4 {
		return false
	}
	rest := 0
	for i := range c {
		l := c[(i+4)%len(c)]
		if isDigit(l) {
			rest = (rest*10 + int(l-'0')) % 97
		} else {
			rest = (rest*100 + int(l-'A') + 10) % 97
		}
	}
	return rest == 1
}
