// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// What stands in a residue in the place of bytes that are not text as written.
const (
	consumed = 0    // a mark that did its work, or no text at all
	solid    = 'x'  // code, a figure, an escaped character: shown, and meant
	target   = '\r' // an address that became a link; lines end in LF alone
)

// residueOf returns what a reader sees of src, byte for byte at its place: the
// text that the parser took for text. Markdown that stands in it is Markdown
// that did nothing, and would be published as it was typed.
func residueOf(src []byte, doc ast.Node) []byte {
	out := make([]byte, len(src))
	fill := func(from, to int, b byte) {
		for i := max(from, 0); i < min(to, len(out)); i++ {
			out[i] = b
		}
	}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			from, to := n.Segment.Start, n.Segment.Stop
			if n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
				fill(from, to, solid)
			} else {
				copy(out[from:to], src[from:to])
				maskEscapes(out[from:to])
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				if i := bytes.IndexByte(src[to:], '\n'); i >= 0 {
					out[to+i] = '\n'
				}
			}
		case *ast.AutoLink:
			from, to := autoSpan(n, src)
			fill(from, to, target)
		case *binding:
			fill(n.segment.Start, n.segment.Stop, solid)
		case *ast.RawHTML:
			for i := range n.Segments.Len() {
				fill(n.Segments.At(i).Start, n.Segments.At(i).Stop, solid)
			}
		case *east.FootnoteLink:
			fill(n.Pos(), n.Pos()+1, solid)
		}
		return ast.WalkContinue, nil
	})
	return out
}

// maskEscapes hides what a backslash or a reference such as &egrave; stands for.
func maskEscapes(text []byte) {
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && i+1 < len(text) && util.IsPunct(text[i+1]):
			text[i], text[i+1] = consumed, solid
			i++
		case text[i] == '&' && bytes.IndexByte(text[i:min(len(text), i+40)], ';') > 0:
			if at := reference.FindIndex(text[i:min(len(text), i+40)]); at != nil && at[0] == 0 {
				for j := range at[1] {
					text[i+j] = solid
				}
			}
		}
	}
}

// autoSpan returns where the label of n stands in src.
func autoSpan(n *ast.AutoLink, src []byte) (from, to int) {
	label := n.Label(src)
	from = max(n.Pos(), 0)
	if i := bytes.Index(src[from:], label); i >= 0 {
		from += i
	}
	return from, from + len(label)
}
