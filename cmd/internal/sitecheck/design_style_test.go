// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/andybalholm/cascadia"
)

// A stylesheet is what the checks need of a style sheet: where it points, and
// the rules that say how things look.
type stylesheet struct {
	path    string
	links   []string
	rules   []rule
	faces   []string // families with a file of the site
	version string   // of Bootstrap Italia
	unread  []string // selectors that could not be read
}

// A rule is one selector with what it sets, in the order of the sheet.
type rule struct {
	media    []string // conditions around it, all to be met
	state    string   // "hover" or "focus": it counts only then
	selector cascadia.Sel
	set      []declaration
}

type declaration struct {
	property, value string
	important       bool
}

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssAddress = regexp.MustCompile(`url\(\s*["']?([^"')]*)["']?\s*\)|@import\s+["']([^"']+)["']`)
	libVersion = regexp.MustCompile(`--bootstrap-italia-version\s*:\s*"([0-9][0-9.a-z-]*)"`)
)

// parseStyle reads the rules of text, which is well formed: a browser would
// drop what is not, and so does this.
func parseStyle(name, text string) *stylesheet {
	s := &stylesheet{path: name}
	if m := libVersion.FindStringSubmatch(text); m != nil {
		s.version = m[1]
	}
	for _, m := range cssAddress.FindAllStringSubmatch(text, -1) {
		if address := m[1] + m[2]; !strings.HasPrefix(address, "#") {
			s.links = append(s.links, address)
		}
	}
	s.block(cssComment.ReplaceAllString(text, ""), nil)
	return s
}

// block reads the rules of text, which stands under the conditions media.
func (s *stylesheet) block(text string, media []string) {
	for {
		open := indexOutside(text, "{;")
		if open < 0 {
			return
		}
		head := strings.TrimSpace(text[:open])
		if text[open] == ';' { // @import, @charset
			text = text[open+1:]
			continue
		}
		length := closing(text[open:])
		body := text[open+1 : open+length]
		text = text[min(open+length+1, len(text)):]
		name, condition, _ := strings.Cut(head, " ")
		if at := strings.IndexByte(head, '('); strings.HasPrefix(head, "@") && at > 0 && at < len(name) {
			name, condition = head[:at], head[at:]
		}
		switch {
		case name == "@media" || name == "@supports":
			s.block(body, append(slices.Clone(media), name+" "+strings.TrimSpace(condition)))
		case name == "@layer":
			s.block(body, media)
		case name == "@font-face":
			s.face(body)
		case strings.HasPrefix(name, "@"):
		default:
			s.rule(head, body, media)
		}
	}
}

// indexOutside is the first of chars in text that is in no string or bracket.
func indexOutside(text, chars string) int {
	depth, quote := 0, byte(0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case depth == 0 && strings.IndexByte(chars, c) >= 0:
			return i
		case c == '(' || c == '[' || c == '{':
			depth++
		case (c == ')' || c == ']' || c == '}') && depth > 0:
			depth--
		}
	}
	return -1
}

// closing is where the brace that opens text closes.
func closing(text string) int {
	if i := indexOutside(text[1:], "}"); i >= 0 {
		return i + 1
	}
	return len(text)
}

// split cuts text at the separators that are in no string or bracket.
func split(text, at string) []string {
	var out []string
	for {
		i := indexOutside(text, at)
		if i < 0 {
			return append(out, strings.TrimSpace(text))
		}
		out = append(out, strings.TrimSpace(text[:i]))
		text = text[i+1:]
	}
}

// tells are the properties that say how a thing looks, besides those that
// begin with "--".
var tells = []string{"color", "background", "background-color", "fill", "border", "border-color", "border-width", "border-style", "border-bottom", "opacity", "display", "visibility", "font", "font-family"}

func declarations(body string) []declaration {
	var out []declaration
	for _, part := range split(body, ";") {
		property, value, found := strings.Cut(part, ":")
		property = strings.TrimSpace(property)
		if !strings.HasPrefix(property, "--") {
			property = strings.ToLower(property)
		}
		if !found || !strings.HasPrefix(property, "--") && !slices.Contains(tells, property) {
			continue
		}
		value = strings.TrimSpace(value)
		plain, important := strings.CutSuffix(value, "!important")
		out = append(out, declaration{property, strings.TrimSpace(plain), important})
	}
	return out
}

func (s *stylesheet) rule(head, body string, media []string) {
	set := declarations(body)
	if len(set) == 0 {
		return
	}
	for _, text := range split(head, ",") {
		for _, one := range expand(text) {
			plain, state, ok := resting(one)
			if !ok {
				continue
			}
			selector, err := cascadia.Parse(plain)
			if err != nil {
				s.unread = append(s.unread, one)
				continue
			}
			s.rules = append(s.rules, rule{media, state, selector, set})
		}
	}
}

func (s *stylesheet) face(body string) {
	family, file := "", false
	for _, part := range split(body, ";") {
		switch property, value, _ := strings.Cut(part, ":"); strings.TrimSpace(property) {
		case "font-family":
			family = strings.Trim(strings.TrimSpace(value), `"'`)
		case "src":
			for _, m := range cssAddress.FindAllStringSubmatch(value, -1) {
				file = file || path.Ext(m[1]) == ".woff2"
			}
		}
	}
	if file {
		s.faces = append(s.faces, family)
	}
}
