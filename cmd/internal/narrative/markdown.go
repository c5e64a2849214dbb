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

// unescape takes the backslashes off punctuation and resolves references such
// as &egrave; the way the renderer does.
func unescape(b []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(b)))
}
