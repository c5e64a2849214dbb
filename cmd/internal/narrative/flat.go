// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

// A flat is the text below a node as it reads: without marks, references
// resolved, figures filled in, white space as one space. It knows where in the
// file each byte was written.
type flat struct {
	text  []byte
	runs  []run
	drawn [][2]int // spans of text that are figures
	curly map[int]bool

	space         bool // white space was read and not yet written
	spaceAt, wide int  // where it is in the file, and how many bytes it takes
}

// A run is a part of the text, text[at:at+n], that the file has at [src:src+length].
// Where n is length, the bytes are the same.
type run struct{ at, n, src, length int }

// flatten returns the text below root; each binding is replaced by what figure
// returns for its name. Pictures below root are left out.
func flatten(page *Page, root ast.Node, figure func(name string) string) *flat {
	src, f := page.src, &flat{curly: page.curly}
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Image:
			if n != root {
				return ast.WalkSkipChildren, nil
			}
		case *binding:
			if n.valid {
				f.put([]byte(figure(n.name)), n.segment.Start, n.segment.Len(), true)
			}
		case *ast.AutoLink:
			from, _ := autoSpan(n, src)
			f.copy(n.Label(src), from)
		case *ast.Text:
			value, at := n.Segment.Value(src), n.Segment.Start
			if n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
				f.copy(value, at)
			} else {
				f.unescape(value, at)
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				f.blank(n.Segment.Stop, 1)
			}
		}
		return ast.WalkContinue, nil
	})
	return f
}

// plainText returns the text of flatten.
func plainText(page *Page, root ast.Node, figure func(name string) string) string {
	return string(flatten(page, root, figure).text)
}

// blank notes white space that takes wide bytes of the file.
func (f *flat) blank(at, wide int) {
	if !f.space {
		f.space, f.spaceAt, f.wide = true, at, wide
	}
}

// begin writes the white space that waits, unless nothing stands before it.
func (f *flat) begin() {
	if f.space && len(f.text) > 0 {
		f.append([]byte{' '}, f.spaceAt, f.wide)
	}
	f.space = false
}

// copy adds bytes that the file has as they are.
func (f *flat) copy(value []byte, at int) {
	for i := 0; i < len(value); {
		r, n := utf8.DecodeRune(value[i:])
		if unicode.IsSpace(r) {
			f.blank(at+i, n)
		} else {
			f.begin()
			if shown := value[i : i+n]; f.curly[at+i] {
				f.append([]byte(apostrophe), at+i, n)
			} else {
				f.append(shown, at+i, n)
			}
		}
		i += n
	}
}

// put adds what the file writes in another way in length bytes.
func (f *flat) put(value []byte, at, length int, drawn bool) {
	fields := bytes.Fields(value)
	if len(fields) == 0 {
		if len(value) > 0 {
			f.blank(at, length)
		}
		return
	}
	if r, _ := utf8.DecodeRune(value); unicode.IsSpace(r) {
		f.blank(at, length)
	}
	f.begin()
	start := len(f.text)
	f.append(bytes.Join(fields, []byte(" ")), at, length)
	if drawn {
		f.drawn = append(f.drawn, [2]int{start, len(f.text)})
	}
	if r, _ := utf8.DecodeLastRune(value); unicode.IsSpace(r) {
		f.blank(at, length)
	}
}

// append adds value and joins it to the run before where the file goes on.
func (f *flat) append(value []byte, at, length int) {
	if i := len(f.runs) - 1; i >= 0 && len(value) == length {
		if last := &f.runs[i]; last.n == last.length && last.src+last.length == at {
			last.n += length
			last.length += length
			f.text = append(f.text, value...)
			return
		}
	}
	f.runs = append(f.runs, run{len(f.text), len(value), at, length})
	f.text = append(f.text, value...)
}

// unescape is copy for text in which backslashes and references stand for
// characters, the way the renderer reads them.
func (f *flat) unescape(value []byte, at int) {
	from := 0
	for i := 0; i < len(value); i++ {
		switch {
		case value[i] == '\\' && i+1 < len(value) && util.IsPunct(value[i+1]):
			f.copy(value[from:i], at+from)
			from = i + 1
			i++
		case value[i] == '&':
			end := bytes.IndexByte(value[i:], ';') + 1
			if end == 0 {
				continue
			}
			resolved := util.ResolveEntityNames(util.ResolveNumericReferences(value[i : i+end]))
			if bytes.Equal(resolved, value[i:i+end]) || bytes.IndexByte(value[i+1:i+end], '&') >= 0 {
				continue
			}
			f.copy(value[from:i], at+from)
			f.put(resolved, at+i, end, false)
			from = i + end
			i = from - 1
		}
	}
	f.copy(value[from:], at+from)
}

// locator returns a function that covers length bytes of the text from start as
// the file has them.
func (f *flat) locator(file *source.File) func(start, length int) diag.Diagnostic {
	runs := f.runs
	return func(start, length int) diag.Diagnostic {
		if len(runs) == 0 {
			return file.At(0, 0)
		}
		from, _ := place(runs, start)
		_, to := place(runs, start+max(length, 1)-1)
		if length <= 0 {
			to = from
		}
		return file.At(from, max(to-from, 0))
	}
}

// place returns where in the file the byte of text at offset begins and ends.
func place(runs []run, offset int) (from, to int) {
	i := max(sort.Search(len(runs), func(i int) bool { return runs[i].at > offset })-1, 0)
	r := runs[i]
	if inner := offset - r.at; r.n == r.length && inner >= 0 && inner < r.n {
		return r.src + inner, r.src + inner + 1
	}
	if offset >= r.at+r.n { // beyond the end
		return r.src + r.length, r.src + r.length
	}
	return r.src, r.src + r.length
}
