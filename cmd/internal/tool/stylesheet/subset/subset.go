// SPDX-License-Identifier: EUPL-1.2

package subset

import (
	"fmt"
	"regexp"
	"strings"
)

// Cut returns the rules of the library that the pages use, under its licence
// banner. The text of own stylesheets counts as use of custom properties and
// keyframes; it is not part of the result.
func Cut(library []byte, own string, pages *Pages) (string, error) {
	s, err := parseSheet(library)
	if err != nil {
		return "", fmt.Errorf("parsing the library: %w", err)
	}
	rules := keep(s.rules, func(r *rule) bool {
		if len(r.selectors) == 0 {
			name, _, _ := strings.Cut(r.at, " ")
			return name != "@font-face" && name != "@charset"
		}
		var used []string
		for _, selector := range r.selectors {
			if pages.use(selector) {
				used = append(used, selector)
			}
		}
		r.selectors = used
		return len(used) > 0
	})
	for {
		whole := own + text(rules)
		rules = dropVariables(rules, references(whole))
		rules = dropKeyframes(rules, whole)
		if own+text(rules) == whole {
			break
		}
	}
	if s.banner == "" {
		return text(rules), nil
	}
	return s.banner + "\n" + text(rules), nil
}

// keep returns the rules for which want is true, asking for style rules and
// for at-rules; rules inside a group are asked for one by one, except the
// steps of an animation, and an empty group goes.
func keep(rules []*rule, want func(*rule) bool) []*rule {
	var kept []*rule
	for _, r := range rules {
		switch {
		case keyframes.MatchString(r.at):
		case len(r.rules) > 0:
			r.rules = keep(r.rules, want)
			if len(r.rules) == 0 {
				continue
			}
		case !want(r):
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

var (
	keyframes = regexp.MustCompile(`^@(?:-webkit-)?keyframes\s+(\S+)`)
	reference = regexp.MustCompile(`var\(\s*(--[\w-]+)`)
)

// references returns the custom properties that a stylesheet reads.
func references(text string) map[string]bool {
	read := map[string]bool{}
	for _, m := range reference.FindAllStringSubmatch(text, -1) {
		read[m[1]] = true
	}
	return read
}

// dropVariables removes the library's variables that nothing reads, and the
// rules left without a declaration.
func dropVariables(rules []*rule, read map[string]bool) []*rule {
	return keep(rules, func(r *rule) bool {
		if !r.block {
			return true
		}
		var kept []declaration
		for _, d := range r.declarations {
			if !strings.HasPrefix(d.name, "--bs-") || read[d.name] {
				kept = append(kept, d)
			}
		}
		r.declarations = kept
		return len(kept) > 0
	})
}

// dropKeyframes removes animations that no declaration names.
func dropKeyframes(rules []*rule, whole string) []*rule {
	var kept []*rule
	for _, r := range rules {
		if m := keyframes.FindStringSubmatch(r.at); m != nil {
			named := regexp.MustCompile(`animation(?:-name)?:(?:[^;}]*[^\w-])?` + regexp.QuoteMeta(m[1]) + `(?:$|[^\w-])`)
			if !named.MatchString(whole) {
				continue
			}
		}
		kept = append(kept, r)
	}
	return kept
}

// text prints rules.
func text(rules []*rule) string {
	var b strings.Builder
	write(&b, rules)
	return b.String()
}
