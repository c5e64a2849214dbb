// SPDX-License-Identifier: EUPL-1.2

package subset

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// A rule is one statement of a stylesheet. A style rule has selectors and
// declarations; an at-rule has its whole prelude in at, and either rules,
// declarations, or neither (a statement that ends in a semicolon).
type rule struct {
	at           string   // "@media (min-width:576px)"; empty for a style rule
	selectors    []string // of a style rule, each without its list
	declarations []declaration
	rules        []*rule
	block        bool // an at-rule with braces
}

// A declaration is one "name: value", the value as written, with !important.
type declaration struct {
	name, value string
}

// A sheet is a parsed stylesheet.
type sheet struct {
	banner string // first /*! … */ comment, which states the licence
	rules  []*rule
}

// groupRules are the at-rules that hold rules rather than declarations.
var groupRules = map[string]bool{
	"@media": true, "@supports": true, "@container": true, "@layer": true,
	"@keyframes": true, "@-webkit-keyframes": true,
}

// A parser reads tokens until the end of a block.
type parser struct {
	lexer  *css.Lexer
	banner string
}

// parseSheet reads a stylesheet; braces that do not match are an error,
// because a guess would lose rules silently.
func parseSheet(text []byte) (*sheet, error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	p := &parser{lexer: css.NewLexer(parse.NewInputBytes(bytes.Clone(text)))}
	rules, closed, err := p.rules()
	if err != nil {
		return nil, err
	}
	if closed {
		return nil, errors.New("a } without its {")
	}
	return &sheet{banner: p.banner, rules: rules}, nil
}

// rules reads statements until a } or the end; closed says which.
func (p *parser) rules() (rules []*rule, closed bool, err error) {
	for {
		prelude, end, err := p.until(css.LeftBraceToken, css.SemicolonToken, css.RightBraceToken)
		if err != nil {
			return nil, false, err
		}
		switch end {
		case css.LeftBraceToken:
			r, err := p.block(prelude)
			if err != nil {
				return nil, false, err
			}
			rules = append(rules, r)
		case css.SemicolonToken:
			if prelude != "" {
				rules = append(rules, &rule{at: prelude})
			}
		case css.RightBraceToken:
			return rules, true, nil
		default:
			if prelude != "" {
				return nil, false, fmt.Errorf("the stylesheet ends inside %q", prelude)
			}
			return rules, false, nil
		}
	}
}

// block reads what follows the { of a rule with that prelude.
func (p *parser) block(prelude string) (*rule, error) {
	name, _, _ := strings.Cut(prelude, " ")
	name, _, _ = strings.Cut(name, "(")
	if groupRules[name] {
		inner, closed, err := p.rules()
		if err == nil && !closed {
			err = fmt.Errorf("%q has no closing brace", prelude)
		}
		return &rule{at: prelude, rules: inner, block: true}, err
	}
	r := &rule{block: true}
	if strings.HasPrefix(prelude, "@") {
		r.at = prelude
	} else {
		r.selectors = splitList(prelude)
	}
	for {
		text, end, err := p.until(css.SemicolonToken, css.RightBraceToken)
		if err != nil {
			return nil, err
		}
		if text != "" {
			name, value, found := strings.Cut(text, ":")
			if !found {
				return nil, fmt.Errorf("%q is not a declaration, in %q", text, prelude)
			}
			r.declarations = append(r.declarations, declaration{
				strings.TrimSpace(name), strings.TrimSpace(value),
			})
		}
		switch end {
		case css.RightBraceToken:
			return r, nil
		case css.ErrorToken:
			return nil, fmt.Errorf("%q has no closing brace", prelude)
		}
	}
}

// until returns the text up to one of the ends outside any bracket, without
// comments and with each run of white space as one space.
func (p *parser) until(ends ...css.TokenType) (string, css.TokenType, error) {
	var b strings.Builder
	depth := 0
	for {
		kind, text := p.lexer.Next()
		if depth == 0 {
			for _, end := range ends {
				if kind == end {
					return strings.TrimSpace(b.String()), end, nil
				}
			}
		}
		switch kind {
		case css.ErrorToken:
			if err := p.lexer.Err(); err != io.EOF {
				return "", kind, fmt.Errorf("reading css: %w", err)
			}
			return strings.TrimSpace(b.String()), css.ErrorToken, nil
		case css.CommentToken:
			if p.banner == "" && bytes.HasPrefix(text, []byte("/*!")) {
				p.banner = string(text)
			}
			continue
		case css.WhitespaceToken:
			b.WriteByte(' ')
			continue
		case css.LeftParenthesisToken, css.FunctionToken, css.LeftBracketToken, css.LeftBraceToken:
			depth++
		case css.RightParenthesisToken, css.RightBracketToken, css.RightBraceToken:
			depth--
		}
		b.Write(text)
	}
}

// write prints the rules, one a line.
func write(b *strings.Builder, rules []*rule) {
	for _, r := range rules {
		switch {
		case !r.block:
			b.WriteString(r.at + ";\n")
			continue
		case r.at != "":
			b.WriteString(r.at)
		default:
			b.WriteString(strings.Join(r.selectors, ","))
		}
		b.WriteByte('{')
		for i, d := range r.declarations {
			if i > 0 {
				b.WriteByte(';')
			}
			b.WriteString(d.name + ":" + d.value)
		}
		if len(r.rules) > 0 {
			b.WriteByte('\n')
			write(b, r.rules)
		}
		b.WriteString("}\n")
	}
}
