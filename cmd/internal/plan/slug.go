// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"vetro/cmd/internal/diag"
)

// maxSlug is the longest slug: an address is read aloud on the telephone, and
// what stands in it must fit the paths of Windows with room to spare.
const maxSlug = 60

// IsSlug reports whether s matches ^[a-z0-9]+(-[a-z0-9]+)*$ and is no longer
// than 60: what can stand in an address, a file name and a fragment.
func IsSlug(s string) bool {
	if s == "" || len(s) > maxSlug || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// canBeName reports whether SlugFault finds nothing wrong with id.
func canBeName(id string) bool {
	code, _, _ := SlugFault("", id, "")
	return code == ""
}

// Slug returns the slug nearest to s: without accents, in lower case, with
// hyphens for the rest. "L’orario: com’è" gives "l-orario-com-e". It may be
// empty.
func Slug(s string) string {
	var b strings.Builder
	hyphen := false
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if hyphen && b.Len() > 0 {
				b.WriteByte('-')
			}
			hyphen = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r): // the accent of the letter before
		default:
			hyphen = true
		}
		if b.Len() > maxSlug {
			break
		}
	}
	slug := b.String()
	return strings.TrimRight(slug[:min(len(slug), maxSlug)], "-")
}

// ProfileID returns the part of a figure's name that stands for a staff
// profile: "Insegnanti di sezione" is insegnanti-di-sezione.
func ProfileID(profile string) string { return Slug(profile) }

// reserved are the names that the site uses itself in its addresses.
var reserved = []string{
	"404", "assets", "cerca", "concluso", "cosa-cambia", "da-avviare", "dati", "glossario", "grafici", "immagini",
	"in-corso", "index", "licenze", "mappa-del-sito", "note-legali", "progetti", "settori", "stampa",
}

// devices are the names that Windows keeps for itself, with any ending: a
// folder of this name cannot be made there.
var devices = []string{
	"aux", "con", "nul", "prn",
	"com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
}

// SlugFault says why id cannot stand in an address of the site: it is no slug,
// Windows keeps it for itself, or the site uses it already. What names the
// thing that is called id, as in "l'id" or "il nome", and of says what has that
// name, as in " di un settore"; it may be empty. The code is empty when nothing
// is wrong.
func SlugFault(what, id, of string) (code, message, hint string) {
	switch lower := strings.ToLower(id); {
	case slices.Contains(devices, lower):
		return "reserved-name", fmt.Sprintf("%s%s non può essere %s: Windows tiene questo nome per sé", what, of, diag.Quote(id)), "scegli un nome più lungo"
	case slices.Contains(reserved, lower):
		return "reserved-name", fmt.Sprintf("%s%s non può essere %s: è un indirizzo che il sito usa già", what, of, diag.Quote(id)), "scegli un altro nome"
	case IsSlug(id):
		return "", "", ""
	case len(id) > maxSlug:
		return "invalid-slug", fmt.Sprintf("%s %s%s è troppo lungo: al massimo %d caratteri", what, diag.Quote(id), of, maxSlug), "accorcialo"
	}
	message = fmt.Sprintf("%s %s%s non va bene: servono solo lettere minuscole senza accento, cifre e trattini tra una parola e l'altra", what, diag.Quote(id), of)
	if better := Slug(id); better != "" && !slices.Contains(reserved, better) && !slices.Contains(devices, better) {
		hint = "potresti scrivere " + diag.Quote(better)
	}
	return "invalid-slug", message, hint
}
