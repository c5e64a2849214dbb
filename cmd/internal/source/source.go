// SPDX-License-Identifier: EUPL-1.2

// Package source reads input files and turns byte offsets into positions that
// an editor shows.
//
// Input is UTF-8, with or without a byte order mark, with LF or CRLF line
// endings: what Windows editors write. Everything else (UTF-16, Latin-1, NUL,
// a folder or a link out of the project where a file is expected, a file too
// large) is reported, never guessed.
package source

import (
	"go/token"
	"strings"
	"unicode/utf8"

	"vetro/cmd/internal/diag"
)

// MaxSize is the largest input file accepted, in bytes. The largest settore of
// a real plan is a few tens of kilobytes.
const MaxSize = 4 << 20

// A File is one input file that is valid UTF-8 without NUL.
type File struct {
	Name string // slash-separated, relative to the project
	Data []byte // without the byte order mark; line endings as in the file; not to be changed

	text string // Data as a string: Line hands out parts of it without copying
	tok  *token.File
	// chars holds how many characters begin before each block of the text, so
	// that a column costs the same in a line of megabytes as in a short one.
	chars []int
}

// block is the number of bytes between two counts of File.chars.
const block = 1 << 10

// New makes a File of data that is already in memory, applying the checks of
// Read. It returns nil after reporting a fault.
func New(name string, data []byte, report *diag.List) *File {
	data, ok := decode(name, data, report)
	if !ok {
		return nil
	}
	return newFile(name, data)
}

func newFile(name string, data []byte) *File {
	f := &File{Name: name, Data: data, text: string(data)}
	// One byte more than there is, because go/token knows no line in an empty
	// file, and none after the last line break, where an editor puts its cursor.
	f.tok = token.NewFileSet().AddFile(name, -1, len(data)+1)
	f.tok.SetLinesForContent(append(data[:len(data):len(data)], ' '))
	n := 0
	for i := 0; i <= len(data); i += block {
		f.chars = append(f.chars, n)
		n += countChars(f.text[i:min(i+block, len(data))])
	}
	return f
}

// Position returns the place of the byte at offset. Line and Column count from
// 1; a column counts characters, unlike go/token, because that is what editors
// show. Offsets out of range are clamped; one inside a character is that of
// the character.
func (f *File) Position(offset int) token.Position {
	offset = f.clamp(offset)
	pos := f.tok.PositionFor(f.tok.Pos(offset), false)
	pos.Column = f.charsBefore(offset) - f.charsBefore(offset-(pos.Column-1)) + 1
	return pos
}

// charsBefore returns how many characters begin before offset.
func (f *File) charsBefore(offset int) int {
	i := offset / block
	return f.chars[i] + countChars(f.text[i*block:offset])
}

// countChars counts the characters that begin in s, which may start or end
// inside one.
func countChars(s string) int {
	n := 0
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

// clamp moves offset to the start of a character of the file, or to its end.
func (f *File) clamp(offset int) int {
	offset = min(max(offset, 0), len(f.text))
	for offset > 0 && offset < len(f.text) && !utf8.RuneStart(f.text[offset]) {
		offset--
	}
	return offset
}

// Text returns Data as a string, which is not copied.
func (f *File) Text() string { return f.text }

// Lines returns the number of lines; an empty file has one, and so has what
// follows the last line break.
func (f *File) Lines() int { return f.tok.LineCount() }

// LineStart returns the offset of the first byte of line n (from 1). A line
// out of range is clamped.
func (f *File) LineStart(n int) int {
	n = min(max(n, 1), f.tok.LineCount())
	return f.tok.Offset(f.tok.LineStart(n))
}

// Line returns the text of line n (from 1) without its line ending, or "" when
// there is no such line.
func (f *File) Line(n int) string {
	if n < 1 || n > f.tok.LineCount() {
		return ""
	}
	end := len(f.text)
	if n < f.tok.LineCount() {
		end = f.LineStart(n+1) - 1
	}
	return strings.TrimSuffix(f.text[f.LineStart(n):end], "\r")
}

// At returns a Diagnostic that covers length bytes from offset, with Pos,
// Length and Line filled in; the caller adds the rest. What reaches beyond the
// line is cut at its end.
func (f *File) At(offset, length int) diag.Diagnostic {
	offset = f.clamp(offset)
	pos := f.Position(offset)
	d := diag.Diagnostic{Pos: pos, Line: f.Line(pos.Line)}
	end := min(f.clamp(offset+max(length, 0)), f.LineStart(pos.Line)+len(d.Line))
	if end > offset {
		d.Length = f.charsBefore(end) - f.charsBefore(offset)
	}
	return d
}
