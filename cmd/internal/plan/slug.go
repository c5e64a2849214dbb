// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxSlug is the longest slug: the addresses it stands in must fit the paths of
// Windows with room to spare.
const maxSlug = 60

// isSlug reports whether s matches ^[a-z0-9]+(-[a-z0-9]+)*$ and is no longer
// than maxSlug: what can stand in an address, a file name and a fragment.
func isSlug(s string) bool {
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

// slugOf returns the slug nearest to s: without accents, in lower case, with
// hyphens for the rest. It may be empty.
func slugOf(s string) string {
	var b strings.Builder
	hyphen := false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
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
	}
	slug := b.String()
	return strings.TrimRight(slug[:min(len(slug), maxSlug)], "-")
}

// ProfileID returns the part of a figure's name that stands for a staff
// profile: "Insegnanti di sezione" is insegnanti-di-sezione.
func ProfileID(profile string) string { return slugOf(profile) }

// reserved are the names that the site uses itself in its addresses.
var reserved = []string{
	"404", "assets", "concluso", "cosa-cambia", "da-avviare", "dati", "glossario", "grafici", "immagini",
	"in-corso", "index", "licenze", "mappa-del-sito", "note-legali", "progetti", "settori", "stampa",
}

// devices are the names that Windows keeps for itself, with any ending: a
// folder of this name cannot be made there.
var devices = []string{
	"aux", "con", "nul", "prn",
	"com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
}

func isReserved(id string) bool { return slices.Contains(reserved, id) }
func isDevice(id string) bool   { return slices.Contains(devices, id) }
