// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// suggestMax is the longest name compared: names are short, and the cost grows
// with the product of the lengths.
const suggestMax = 64

// DidYouMean returns "forse intendevi «…»?" with the known name nearest to
// name, or "" when none is near. Accents, case, hyphens, underscores and
// spaces count for nothing; of two equally near names the first wins.
func DidYouMean(name string, known []string) string {
	if near, ok := Nearest(name, known); ok {
		return "forse intendevi " + Quote(near) + "?"
	}
	return ""
}

// Nearest returns the known name nearest to name. A name is near when about
// one letter in three, at most three, has to change; an exact match is no
// suggestion.
func Nearest(name string, known []string) (near string, ok bool) {
	a := fold(name)
	if len(a) == 0 || len(a) > suggestMax {
		return "", false
	}
	best := min(3, (len(a)+2)/3)
	for _, k := range known {
		if k == name {
			continue
		}
		b := fold(k)
		if len(b) == 0 || len(b) > suggestMax {
			continue
		}
		d := distance(a, b)
		// Two short words that share no more than a letter are not alike.
		if d > best || (ok && d == best) || d >= max(len(a), len(b)) {
			continue
		}
		near, ok, best = k, true, d
	}
	return near, ok
}

// fold reduces s to what matters in a comparison.
func fold(s string) []rune {
	var out []rune
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || r == '/' {
			out = append(out, r)
		}
		if len(out) > suggestMax {
			break
		}
	}
	return out
}

// distance counts the letters to insert, delete, replace or swap with their
// neighbour to turn a into b (optimal string alignment).
func distance(a, b []rune) int {
	before, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
		}
		before, prev, cur = prev, cur, before
	}
	return prev[len(b)]
}
