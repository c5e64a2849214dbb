// SPDX-License-Identifier: EUPL-1.2

package transparency

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// labelMax is the longest label that is compared letter by letter, in
// characters: the longest official one has 101.
const labelMax = 160

// Nearest returns the labels of the official sub-section that labels were most
// likely meant to be, nil when none is near. Case, accents and punctuation count
// for nothing; Root in front and a parent that is missing or wrong are seen
// through.
func Nearest(labels []string) []string {
	if len(labels) > 0 && slices.Equal(fold(labels[0]), fold(Root)) {
		labels = labels[1:]
	}
	if len(labels) == 0 {
		return nil
	}
	labels = labels[:min(len(labels), 2)]
	last, parent := fold(labels[len(labels)-1]), []rune(nil)
	if len(labels) == 2 {
		parent = fold(labels[0])
	}
	var best []string
	var bestLast, bestParent int
	for _, s := range sections {
		name := fold(s.Labels[len(s.Labels)-1])
		d := distance(last, name)
		if d > max(len(last), len(name))/4 {
			continue
		}
		p := 0 // how far the sections they stand in are from each other
		switch {
		case len(labels) == 2 && len(s.Labels) == 2:
			p = distance(parent, fold(s.Labels[0]))
		case len(labels) != len(s.Labels):
			p = labelMax
		}
		if best == nil || d < bestLast || d == bestLast && p < bestParent {
			best, bestLast, bestParent = s.Labels, d, p
		}
	}
	return slices.Clone(best)
}

// fold reduces a label to the letters and digits that matter in a comparison.
func fold(label string) []rune {
	if len(label) > 4*labelMax {
		return nil
	}
	var out []rune
	for _, r := range norm.NFD.String(strings.ToLower(label)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	return out
}

// distance counts the letters to insert, delete or replace to turn a into b.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost++
			}
			diagonal = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}
