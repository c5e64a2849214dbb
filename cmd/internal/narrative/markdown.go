// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newParser returns the one parser of pages: CommonMark, tables, notes, bare
// addresses and bindings, within the bounds of l. Ids of headings are not left
// to it: it makes them of the raw line, marks and addresses included, and drops
// accented letters.
func newParser(l *limiter) parser.Parser {
	blocks := []util.PrioritizedValue{util.Prioritized(numbered{extension.NewFootnoteBlockParser(), l}, 999)}
	for _, b := range parser.DefaultBlockParsers() {
		p := b.Value.(parser.BlockParser)
		if t := p.Trigger(); string(t) == ">" || len(t) > len("-*_") { // quotations, lists and their items
			b.Value = bounded{p, l}
		}
		blocks = append(blocks, b)
	}
	return parser.NewParser(
		parser.WithBlockParsers(blocks...),
		parser.WithInlineParsers(inlineParsers()...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(lineLimit{l}, 50),
			util.Prioritized(tableLimit{l}, 150),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
			util.Prioritized(paragraphLimit{l}, 300))...),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(unusedNotes{l}, 900), // before those are removed
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
	)
}

// inlineParsers read what stands inside a paragraph. Bindings come after code
// spans and before links.
func inlineParsers() []util.PrioritizedValue {
	return append(parser.DefaultInlineParsers(),
		util.Prioritized(extension.NewFootnoteParser(), 101),
		util.Prioritized(bindingParser{}, 150),
		util.Prioritized(extension.NewLinkifyParser(), 999))
}

// parse returns the tree of src, and what the parser saw that the tree does not
// hold.
func parse(src []byte) (ast.Node, *limiter) {
	l := new(limiter)
	return newParser(l).Parse(text.NewReader(src)), l
}

// unescape takes the backslashes off punctuation and resolves references such
// as &egrave; the way the renderer does.
func unescape(b []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(b)))
}
