// SPDX-License-Identifier: EUPL-1.2

package subset

import (
	"regexp"
	"strings"
)

// splitList splits a selector list on the commas that stand outside brackets
// and quotes.
func splitList(list string) []string {
	var parts []string
	start := 0
	scan(list, func(i, depth int) {
		if depth == 0 && list[i] == ',' {
			parts = append(parts, strings.TrimSpace(list[start:i]))
			start = i + 1
		}
	})
	return append(parts, strings.TrimSpace(list[start:]))
}

// scan calls visit for every byte of a selector outside quotes, with the
// number of brackets open around it. An escaped byte is passed over.
func scan(selector string, visit func(i, depth int)) {
	depth, quote := 0, byte(0)
	for i := 0; i < len(selector); i++ {
		c := selector[i]
		switch {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(' || c == '[':
			visit(i, depth)
			depth++
		case c == ')' || c == ']':
			depth--
			visit(i, depth)
		default:
			visit(i, depth)
		}
	}
}

// moments are the pseudo-classes whose truth changes while a page is read, or
// that no parsed page can answer for.
var moments = map[string]bool{
	"active": true, "any-link": true, "autofill": true, "checked": true,
	"default": true, "defined": true, "disabled": true, "enabled": true,
	"focus": true, "focus-visible": true, "focus-within": true,
	"fullscreen": true, "hover": true, "in-range": true,
	"indeterminate": true, "invalid": true, "link": true, "modal": true,
	"open": true, "optional": true, "out-of-range": true,
	"placeholder-shown": true, "popover-open": true, "read-only": true,
	"read-write": true, "required": true, "target": true,
	"user-invalid": true, "user-valid": true, "valid": true, "visited": true,
}

// elementsWithOneColon are pseudo-elements that CSS 2 wrote with one colon.
var elementsWithOneColon = map[string]bool{
	"after": true, "before": true, "first-letter": true, "first-line": true,
}

var pseudo = regexp.MustCompile(`^::?(-?[a-zA-Z][a-zA-Z-]*)`)

// timeless returns the selector without pseudo-elements, without what holds
// for a moment only, and without any :not(), :is() or :has() that speaks of a
// moment: what is left matches every element the selector could ever match.
func timeless(selector string) string {
	var b strings.Builder
	for i := 0; i < len(selector); {
		rest := selector[i:]
		switch {
		case rest[0] == '\\' && len(rest) > 1:
			b.WriteString(rest[:2])
			i += 2
			continue
		case rest[0] == '[':
			end := closing(rest)
			if rest[:end] != "[open]" {
				b.WriteString(rest[:end])
			}
			i += end
			continue
		}
		m := pseudo.FindStringSubmatch(rest)
		if m == nil {
			b.WriteByte(rest[0])
			i++
			continue
		}
		end := len(m[0])
		if end < len(rest) && rest[end] == '(' {
			end += closing(rest[end:])
		}
		whole, name := rest[:end], m[1]
		element := strings.HasPrefix(whole, "::") || elementsWithOneColon[name]
		vendor := strings.HasPrefix(name, "-")
		inner := strings.TrimPrefix(whole, m[0])
		momentInside := inner != "" && timeless(inner) != inner
		if !element && !vendor && !moments[name] && !momentInside {
			b.WriteString(whole)
		}
		i += end
	}
	return explicit(b.String())
}

// closing returns the length of the bracketed text that s starts with.
func closing(s string) int {
	end := len(s)
	scan(s, func(i, depth int) {
		if depth == 0 && i > 0 && i < end && (s[i] == ')' || s[i] == ']') {
			end = i + 1
		}
	})
	return end
}

// explicit puts a * wherever nothing is left of a compound selector.
func explicit(selector string) string {
	s := strings.TrimSpace(selector)
	if s == "" {
		return "*"
	}
	s = emptyBetween.ReplaceAllString(s, "$1*$2")
	s = emptyBetween.ReplaceAllString(s, "$1*$2")
	if strings.ContainsRune(">+~", rune(s[0])) {
		s = "*" + s
	}
	if strings.ContainsRune(">+~", rune(s[len(s)-1])) {
		s += "*"
	}
	return s
}

var emptyBetween = regexp.MustCompile(`([>+~]\s*)([>+~])`)

var token = regexp.MustCompile(`([.#]?)(-?[_a-zA-Z](?:[\w-]|\\.)*)`)

// tokens lists what an element must have, and its ancestors and neighbours,
// for the selector to match: ".class", "#id" and tag names, in no bracket.
// A selector with an escape yields none: it is left to the full match.
func tokens(selector string) []string {
	if false {
		return nil
	}
	var outside strings.Builder
	scan(selector, func(i, depth int) {
		if depth == 0 && !strings.ContainsRune("()[]", rune(selector[i])) {
			outside.WriteByte(selector[i])
		}
	})
	text := pseudoAnywhere.ReplaceAllString(outside.String(), " ")
	var all []string
	for _, m := range token.FindAllStringSubmatch(text, -1) {
		if m[1] == "" {
			m[2] = strings.ToLower(m[2])
		}
		all = append(all, m[1]+m[2])
	}
	return all
}

var pseudoAnywhere = regexp.MustCompile(`::?-?[a-zA-Z][a-zA-Z-]*`)
