// SPDX-License-Identifier: EUPL-1.2

package subset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
)

// Missing returns the selectors of the library that style something on the
// pages and that the built stylesheet does not have, or not as often, in the
// library's order.
// A test fails on them and says: run go generate ./static. Selectors that
// cannot be parsed are not judged, nor are rules that hold nothing but
// variables.
func Missing(library, built []byte, pages *Pages) ([]string, error) {
	whole, err := parseSheet(library)
	if err != nil {
		return nil, fmt.Errorf("parsing the library: %w", err)
	}
	part, err := parseSheet(built)
	if err != nil {
		return nil, fmt.Errorf("parsing the built stylesheet: %w", err)
	}
	has := map[string]int{}
	for selector := range styled(part.rules) {
		has[selector]++
	}
	wants := map[string]int{}
	var order []string
	for selector := range styled(whole.rules) {
		if wants[selector] == 0 {
			order = append(order, selector)
		}
		wants[selector]++
	}
	var missing []string
	for _, selector := range order {
		if !pages.use(selector) {
			continue
		}
		short, err := minified(selector)
		if err != nil {
			return nil, err
		}
		if has[short] < wants[selector] {
			missing = append(missing, selector)
		}
	}
	return missing, nil
}

// styled yields the selectors of all rules that declare a property.
func styled(rules []*rule) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		var walk func([]*rule) bool
		walk = func(rules []*rule) bool {
			for _, r := range rules {
				if keyframes.MatchString(r.at) {
					continue
				}
				property := slices.ContainsFunc(r.declarations, func(d declaration) bool {
					return !strings.HasPrefix(d.name, "--")
				})
				for _, selector := range r.selectors {
					if property && !yield(selector) {
						return false
					}
				}
				if !walk(r.rules) {
					return false
				}
			}
			return true
		}
		walk(rules)
	}
}

// Minify shortens a stylesheet without changing what it means.
func Minify(text string) (string, error) {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	short, err := m.String("text/css", text)
	if err != nil {
		return "", fmt.Errorf("minifying css: %w", err)
	}
	return short, nil
}

// minified returns a selector as Minify writes it.
func minified(selector string) (string, error) {
	short, err := Minify(selector + "{top:0}")
	if err != nil {
		return "", err
	}
	short, _, _ = strings.Cut(short, "{")
	return short, nil
}
