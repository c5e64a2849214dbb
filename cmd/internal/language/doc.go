// SPDX-License-Identifier: EUPL-1.2

// Package language knows how Italian is written for everyone: sentences and
// words, how hard a text is, words of offices that have a plain alternative,
// acronyms, dates, numbers and links.
//
// Every function reads plain text and answers with spans of its bytes. None
// judges what a site may say: who calls decides which finding is a fault (see
// package rules). Where a rule of spelling cannot be told from an exception
// without understanding the text, the function says nothing.
package language

// A Span is a run of bytes of a text.
type Span struct{ Start, End int }

// Of returns the part of text that s covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// A Finding is a part of a text that could be written better.
type Finding struct {
	Span
	Better string // how to write it, "" when that has to be thought about
}
