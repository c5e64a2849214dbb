// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"regexp"
	"strings"
)

var (
	pseudoElement = regexp.MustCompile(`::|:(before|after|first-line|first-letter)\b`)
	// moods are states in which a page is not looked at, or that our own
	// elements never have.
	moods       = regexp.MustCompile(`:(active|disabled|checked|invalid|valid|target|focus-within|visited|indeterminate|placeholder-shown|required|-moz-[a-z-]+|-webkit-[a-z-]+)\b`)
	stateClass  = regexp.MustCompile(`:(hover|focus-visible|focus)\b`)
	always      = regexp.MustCompile(`:popover-open\b`)
	emptyNot    = regexp.MustCompile(`:not\(\s*\)`)
	negatedMood = regexp.MustCompile(`:not\(\s*:(?:active|disabled|checked|hover|focus-visible|focus|target|focus-within)\s*\)`)
	alternative = regexp.MustCompile(`:(is|where|matches)\(`)
)

// expand writes a selector with :is() as the selectors it stands for.
func expand(selector string) []string {
	at := alternative.FindStringIndex(selector)
	if at == nil {
		return []string{selector}
	}
	end := at[1] + indexOutside(selector[at[1]:], ")")
	if end < at[1] {
		return []string{selector}
	}
	var out []string
	for _, choice := range split(selector[at[1]:end], ",") {
		// A name cannot follow a class: «.a:is(b)» is «b.a».
		before := selector[:at[0]]
		if choice != "" && isNameStart(choice[0]) && before != "" && !strings.ContainsAny(before[len(before)-1:], " >+~") {
			cut := strings.LastIndexAny(before, " >+~") + 1
			before, choice = before[:cut]+choice+before[cut:], ""
		}
		out = append(out, expand(before+choice+selector[end+1:])...)
	}
	return out
}

func isNameStart(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// resting takes the state out of a selector: what is left can be matched with
// an element, state says when it counts. False: it is about a part of an
// element that has no text of the page, or about a state we do not look at.
func resting(selector string) (plain, state string, ok bool) {
	plain = negatedMood.ReplaceAllString(selector, "")
	if pseudoElement.MatchString(plain) || moods.MatchString(plain) {
		return "", "", false
	}
	plain = always.ReplaceAllString(plain, "")
	if m := stateClass.FindStringSubmatch(plain); m != nil {
		state = "hover"
		if strings.HasPrefix(m[1], "focus") {
			state = "focus"
		}
		plain = stateClass.ReplaceAllString(plain, "")
	}
	plain = emptyNot.ReplaceAllString(plain, "")
	plain = strings.TrimSpace(plain)
	if plain == "" || strings.ContainsAny(plain[len(plain)-1:], ">+~") {
		plain += "*"
	}
	for _, gap := range []string{" ", ">", "+", "~"} {
		if strings.HasPrefix(plain, gap) {
			plain = "*" + plain
		}
	}
	return plain, state, true
}
