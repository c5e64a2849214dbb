// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
)

// How many characters a title and a summary may have: what browsers and search
// engines show of them. The manuals of Designers Italia ask for as much.
const (
	MaxTitle   = 65
	MaxSummary = 150
)

// fits warns of a text that is longer than Keys says.
func fits(t *table, k *Key, s string) {
	if n := utf8.RuneCountInString(s); n > k.Max {
		message, hint := TooLong(k.Name, n, k.Max)
		doubt(t, t.at(k.Name), k.tooLong, message, hint)
	}
}

// TooLong says that the text at key has n characters of max, and what to do.
func TooLong(key string, n, max int) (message, hint string) {
	message = fmt.Sprintf("%s ha %d caratteri: al massimo %d si leggono per intero", diag.Quote(key), n, max)
	if max == MaxTitle {
		return message, "accorcialo: i particolari stanno meglio nel testo"
	}
	return message, "tieni una frase sola e sposta il resto nel testo"
}
