// SPDX-License-Identifier: EUPL-1.2

// Package privacy finds and hides the personal data that no published page may
// hold: D.Lgs. 33/2013, art. 7-bis, and the guidelines of the Garante of 15 May
// 2014, n. 243 (doc. web 3134436), on what a public body may put online about
// people.
//
// The detectors read plain Italian. What they cannot know they leave alone: a
// false alarm that comes back at every build teaches people to read none.
package privacy

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Kind is what a finding is.
type Kind int

// The kinds, the gravest first: of two findings that overlap, the first names
// both.
const (
	TaxCode      Kind = iota + 1 // codice fiscale of a person, its check character right
	IBAN                         // its check digits right
	PrivateEmail                 // at a provider for private people
	MobilePhone                  // or the telephone of a home
	HomeAddress
	BirthDate
	Health      // a word of health or family hardship beside a person
	Union       // membership of a trade union, beside a person
	Name        // of an ordinary employee
	StaffNumber // matricola
)

// A Finding is a span of bytes of a text.
type Finding struct {
	Kind       Kind
	Start, End int
}

// Find returns the personal data in text, in order and without overlaps. It
// takes time in proportion to the length of text, whatever it holds.
func Find(text string) []Finding {
	if len(text) < shortest {
		return nil
	}
	var found []Finding
	found = findTaxCodes(found, text)
	if strings.ContainsAny(text, "0123456789") { // most texts have none
		found = findIBANs(found, text)
		found = findMobiles(found, text)
	}
	found = findEmails(found, text)
	words := split(text)
	found = words.findHomePhones(found)
	found = words.findAddresses(found)
	found = words.findBirthDates(found)
	found = words.findHealth(found)
	found = words.findUnions(found)
	found = words.findNames(found)
	found = words.findStaffNumbers(found)
	return merge(found)
}

// shortest is the length in bytes of the shortest finding ("L. 104" and who
// has it come to more).
const shortest = 8

// merge sorts findings and makes one of those that overlap: what is hidden of
// either is then hidden whole.
func merge(found []Finding) []Finding {
	if len(found) < 2 {
		return found
	}
	slices.SortFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Kind, b.Kind))
	})
	out := found[:1]
	for _, f := range found[1:] {
		last := &out[len(out)-1]
		if f.Start >= last.End {
			out = append(out, f)
			continue
		}
		last.Kind = min(last.Kind, f.Kind)
		last.End = max(last.End, f.End)
	}
	return out
}

// kept is how many characters of a finding Mask leaves, enough for who wrote
// it to recognise it.
const kept = 2

// Mask returns text with every finding hidden: the same number of characters,
// so that what stands after keeps its column. Blanks stay, so that tabs stop
// and lines end where they did. Nothing is left in it that FindSource finds.
func Mask(text string) string {
	found := FindSource(text)
	for pass := 0; len(found) > 0; pass++ {
		// Hiding one thing can bring out another, for instance an address whose
		// office was part of what is hidden. This soon comes to an end; should it
		// not, nothing is left to be found of what is wholly hidden.
		leave := kept
		if pass > 3 {
			leave = 0
		}
		text = hide(text, found, leave)
		found = FindSource(text)
	}
	return text
}

// Hide returns text with the bytes from start to end hidden as Mask does: for a
// part of something that goes on in another line.
func Hide(text string, start, end int) string {
	return hide(text, []Finding{{Start: start, End: end}}, kept)
}

// hide replaces the characters of each finding with «•», but for the first few.
func hide(text string, found []Finding, leave int) string {
	out := make([]byte, 0, len(text)+len(text)/2)
	at := 0
	for _, f := range found {
		out = append(out, text[at:f.Start]...)
		n := 0
		for i := f.Start; i < f.End; {
			r, size := utf8.DecodeRuneInString(text[i:f.End])
			if n < leave || isBlank(r) {
				out = append(out, text[i:i+size]...)
			} else {
				out = append(out, "•"...)
			}
			n++
			i += size
		}
		at = f.End
	}
	return string(append(out, text[at:]...))
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u00a0' }
