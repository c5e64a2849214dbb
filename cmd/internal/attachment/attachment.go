// SPDX-License-Identifier: EUPL-1.2

// Package attachment tells what a document is and what it carries besides what
// it shows: bytes in, facts out. It never runs, changes or fetches anything.
//
// A document says more than its author sees: who wrote it and who changed it
// last, where a picture was taken, the text of an earlier revision. What is
// published with it is published all the same, so Inspect reads the properties
// of PDF, Office and OpenDocument files and of pictures. It treats every input as
// hostile: what cannot be read is a fact too (Info.Problem), never a panic; what
// would act when the file is opened by its address is another (Info.Program).
// The work is bounded by the limits below, whatever the file says of itself.
package attachment

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Info is what Inspect found.
type Info struct {
	Format   Format
	Size     int64  // bytes
	Problem  string // why it could not be read to the end, Italian: "è protetto da password"; "" when it could
	Title    string // as its properties have it
	Language string // as its properties have it, for example "it-IT"
	Authors  []Author
	Position bool   // a picture says where it was taken
	Program  string // what in it acts when it is opened, Italian: "una macro"; "" for nothing
	Texts    []Text // what it says, where reading it is cheap: not what a PDF or a picture shows

	// Of a PDF only.
	Pages     int  // 0 when not known
	Tagged    bool // has the structure that screen readers need (ISO 14289)
	ImageOnly bool // has pages and no font: pictures of text
}

// An Author is a name in the properties of a document.
type Author struct {
	Where string // Italian: "autore", "ultima modifica"…
	Name  string
}

// A Text is a piece of what a document says.
type Text struct {
	Place string // Italian: "riga 3", "foglio 1, cella B2"; "" for nowhere in particular
	Line  int    // of a text file, from 1; 0 for none
	Text  string
	Head  string // of the column of a cell, or the name of a value; "" for none
	Row   string // the same for all cells of one row of a table; "" for what is no cell
}

// MaxSize is the largest document that is read, in bytes; MaxText the largest
// text, table, XML or SVG. Inspect refuses larger ones unread.
const (
	MaxSize = 40 << 20
	MaxText = 4 << 20
)

// Limits on what a document may make of itself.
const (
	maxTexts    = 4 << 20  // bytes of Texts
	maxPieces   = 100_000  // of Texts
	maxPiece    = 64 << 10 // bytes of one of them: the rest of it is the next
	maxHead     = 60       // bytes of the head of a column that says what is below
	maxAuthors  = 100
	maxUnpacked = 5_000 // streams, and packets of properties: a document has a few hundred of both
	maxName     = 200   // characters of a name
)

// Inspect tells what data are. The name decides only between texts that can be
// told apart in no other way.
func Inspect(name string, data []byte) (info Info) {
	b := &builder{}
	defer func() {
		// The libraries that read pictures and archives have met hostile files
		// before; should one still fail, the file is the fault.
		if recover() != nil {
			b.Problem = broken
		}
		b.finish()
		info = b.Info
	}()
	b.inspect(name, data)
	return b.Info
}

// inspect looks at a document of this size, and by its format into it.
func (b *builder) inspect(name string, data []byte) {
	b.Size = int64(len(data))
	if b.Size > MaxSize {
		b.Problem = tooLarge(MaxSize)
		return
	}
	b.Format = detect(name, data)
	b.Program = disguised(b.Format, data)
	if b.Size > MaxText && (b.Format.kind == text || b.Format.kind == vector) {
		b.Problem = tooLarge(MaxText)
		if b.Format.kind == vector || b.Format.Name == xmlFormat.Name {
			b.Program = "più di quanto vetro può controllare, e un browser lo esegue"
		}
		return
	}
	switch b.Format.kind {
	case pdf:
		b.readPDF(data)
	case ooxml, odf:
		b.readArchive(data)
	case picture:
		b.readPicture(data, "")
	case vector:
		b.readSVG(data)
	case other:
		locks := b.Format.Name == lockedOffice.Name
		if locks {
			b.problem(locked)
		}
		if locks || b.depth > 0 { // another may not be attached by any name
			b.active(unseen, nil)
		}
	case text:
		b.readText(data)
	}
}

// Problems that come up in more than one place.
const (
	broken   = "è rovinato e non si riesce a leggere tutto"
	locked   = "è protetto da password o da limitazioni"
	swelling = "contiene parti compresse che si allargano troppo"
	cut      = "ha più testo di quanto vetro ne controlla: del resto non si sa se contiene nomi o codici"
)

// tooLarge says that a document is larger than what is read.
func tooLarge(limit int) string {
	return fmt.Sprintf("supera %d MB, il massimo che vetro legge", limit>>20)
}

// Inert reports whether a file too large to be read begins as one that no
// browser takes for a page: a PDF, an archive, a picture. head is its first
// kilobytes.
func Inert(head []byte) bool {
	switch f := detect("", head); f.kind {
	case pdf, ooxml, odf, picture:
		return disguised(f, head) == ""
	default:
		return false
	}
}

// A builder gathers the facts about one document.
type builder struct {
	Info
	textSize int
	inflated int64 // bytes decompressed so far
	parsed   int   // bytes of XML read so far
	unpacked int   // streams decompressed and packets of properties read so far
	depth    int   // of documents inside one another
	around   int   // texts of the documents around this one
}

// problem keeps the first reason why the document cannot be read.
func (b *builder) problem(p string) {
	if b.Problem == "" {
		b.Problem = p
	}
}

// author adds a name, unless it is empty or known.
func (b *builder) author(where, name string) {
	name = clean(name)
	a := Author{where, name}
	if name == "" || len(b.Authors) >= maxAuthors || slices.Contains(b.Authors, a) {
		return
	}
	b.Authors = append(b.Authors, a)
}

// add adds a piece of text, as far as there is room; a long one in parts.
func (b *builder) add(place string, line int, s string) {
	b.addCell(Text{Place: place, Line: line}, s)
}

// addCell adds the text of a cell, of which all else is in t.
func (b *builder) addCell(t Text, s string) {
	if len(t.Head) > maxHead {
		t.Head = ""
	}
	for s = strings.TrimSpace(s); s != ""; {
		if b.full() {
			b.problem(cut)
			return
		}
		part := s[:min(len(s), maxPiece, maxTexts-b.textSize)]
		s = s[len(part):]
		b.textSize += len(part)
		t.Text = strings.ToValidUTF8(part, "\uFFFD")
		b.Texts = append(b.Texts, t)
	}
}

// unpack counts one more stream or packet of properties and reports whether it
// may be read.
func (b *builder) unpack() bool {
	if b.unpacked++; b.unpacked > maxUnpacked {
		b.problem(swelling)
	}
	return b.unpacked <= maxUnpacked
}

// full reports whether there is no room for more text: reading on is of no use.
func (b *builder) full() bool { return b.textSize >= maxTexts || b.around+len(b.Texts) >= maxPieces }

// finish makes what was found the same whatever the order in which the file
// has it.
func (b *builder) finish() {
	b.Title, b.Language = clean(b.Title), clean(b.Language)
	slices.SortStableFunc(b.Authors, func(x, y Author) int { return cmp.Or(cmp.Compare(x.Where, y.Where), cmp.Compare(x.Name, y.Name)) })
}

// clean returns s on one line, without characters that are not seen, and not
// longer than a name is.
func clean(s string) string {
	s = s[:min(len(s), 8*maxName)]
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) > maxName {
		s = string([]rune(s)[:maxName]) + "…"
	}
	return s
}
