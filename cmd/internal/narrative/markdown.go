// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newParser returns the one parser of pages: CommonMark, tables and bindings.
// Ids of headings are not left to it: it makes them of the raw line, marks and
// addresses included, and drops accented letters.
func newParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(bindingParser{}, 150))...), // after code spans, before links
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
}

// parse returns the tree of src.
func parse(src []byte) ast.Node {
	return newParser().Parse(text.NewReader(src))
}

// plainText returns the text below root as it reads: without marks, references
// resolved, each binding replaced by what figure returns for its name.
// Pictures below root are left out; a line break is a space.
func plainText(src []byte, root ast.Node, figure func(name string) string) string {
	var out []byte
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
				out = append(out, figure(n.name)...)
			}
		case *ast.AutoLink:
			out = append(out, n.Label(src)...)
		case *ast.Text:
			value := n.Segment.Value(src)
			if !n.IsRaw() && n.Parent().Kind() != ast.KindCodeSpan {
				value = unescape(value)
			}
			out = append(out, value...)
			if n.SoftLineBreak() || n.HardLineBreak() {
				out = append(out, ' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return string(out)
}

// unescape takes the backslashes off punctuation and resolves references such
// as &egrave; the way the renderer does.
func unescape(b []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(b)))
}
