// SPDX-License-Identifier: EUPL-1.2

// Package passage is what the rules about words read: each piece of Italian
// that the site shows, with the place where it was written.
package passage

import "vetro/cmd/internal/diag"

// Kind says what a passage is to its reader.
type Kind int

const (
	Title   Kind = iota + 1 // of a page, an edition, a project, a settore
	Summary                 // the sentence under a title
	Heading                 // inside a page
	Prose                   // a paragraph
	Item                    // of a list, or a cell of a table
	Label                   // a name or a word: an office, a unit, a profile
	Link                    // the text of a link; Address says where to
	Alt                     // the text that stands for a picture
)

// A Passage is a piece of Italian that the site shows.
type Passage struct {
	Text    string // plain text as people read it: no markup, figures filled in
	Kind    Kind
	What    string   // what it is in the file, Italian: the key, or "capoverso", "titolo"…
	Edition string   // id of the edition, "" for what belongs to none
	Page    string   // permanent address of the page that shows it first, "" when it has none of its own
	Address string   // of a Link, as written
	Column  int      // of a cell of a table, from 1; 0 for what is none
	Drawn   [][2]int // byte spans of Text that come from the data, not from a hand

	// At returns a diagnostic that covers length bytes of Text from start, as
	// nearly as the file can tell: its position and the source line.
	At func(start, length int) diag.Diagnostic
}

// ByHand reports whether none of the bytes from start to end was drawn from
// the data.
func (p Passage) ByHand(start, end int) bool {
	for _, d := range p.Drawn {
		if start < d[1] && d[0] < end {
			return false
		}
	}
	return true
}
