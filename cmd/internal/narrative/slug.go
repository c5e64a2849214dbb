// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// slugMax bounds a slug, in bytes: an address is read aloud on the telephone,
// and its folder must fit the paths of Windows.
const slugMax = 60

// slug folds text to what may stand in an address: lower case, accents taken
// off, everything that is no letter or digit a hyphen. "La città" gives
// "la-citta", "L’orario: com’è" gives "l-orario-com-e". It may be empty.
func slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(text)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			if b.Len() >= slugMax {
				return strings.TrimRight(b.String(), "-")
			}
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r): // the accent of the letter before
		default:
			gap = true
		}
	}
	return b.String()
}

// An idSet hands out ids that are unique on a page.
type idSet map[string]bool

// take returns the slug of text, or of fallback when nothing is left of text,
// numbered from 2 when it is taken.
func (s idSet) take(text, fallback string) string {
	base := slug(text)
	if base == "" {
		base = fallback
	}
	id := base
	for n := 2; s[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	s[id] = true
	return id
}
