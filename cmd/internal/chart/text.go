// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"strings"
	"unicode"
)

type weight string

const (
	regular weight = "400"
	bold    weight = "700"
)

// unknownWidth is that of a character the font lacks, which the browser takes
// from another: a little more than the mean letter.
const unknownWidth = 560

// A ruler measures text as the browser will set it: the advance of each
// character in thousandths of the type size.
type ruler map[weight]map[rune]int

// width is in pixels, for a type size in pixels.
func (r ruler) width(s string, w weight, size float64) float64 {
	return float64(r.units(s, w)) * size / 1000
}

// units is the width in thousandths of the type size.
func (r ruler) units(s string, w weight) int {
	sum := 0
	for _, c := range s {
		if advance, ok := r[w][c]; ok {
			sum += advance
		} else {
			sum += unknownWidth
		}
	}
	return sum
}

// widest returns the width of the widest line of labels, with the slack that a
// substituted typeface needs.
func (r ruler) widest(lines []string, w weight) float64 {
	most := 0.0
	for _, line := range lines {
		most = max(most, r.width(line, w, typeSize*slack))
	}
	return most
}

// wrap breaks s into the fewest lines no wider than limit, then evens them
// out. A word wider than limit is broken wherever it must be.
func (r ruler) wrap(s string, w weight, size, limit float64) []string {
	lines := r.fill(s, w, size, limit)
	if len(lines) < 2 {
		return lines
	}
	low, high := limit/2, limit
	for high-low > 2 {
		middle := (low + high) / 2
		if narrower := r.fill(s, w, size, middle); len(narrower) == len(lines) {
			lines, high = narrower, middle
		} else {
			low = middle
		}
	}
	return lines
}

// fill breaks s greedily.
func (r ruler) fill(s string, w weight, size, limit float64) []string {
	var lines []string
	line := ""
	for _, word := range words(s) {
		if whole := line + word; line == "" || r.width(strings.TrimRight(whole, " "), w, size) <= limit {
			line = whole
		} else {
			lines, line = append(lines, strings.TrimRight(line, " ")), word
		}
		for r.width(strings.TrimRight(line, " "), w, size) > limit {
			head := r.head(line, w, size, limit)
			lines, line = append(lines, line[:head]), line[head:]
		}
	}
	if line = strings.TrimRight(line, " "); line != "" || lines == nil {
		lines = append(lines, line)
	}
	return lines
}

// head returns how many bytes of s fit, at least one character.
func (r ruler) head(s string, w weight, size, limit float64) int {
	end := 0
	for i, c := range s {
		next := i + len(string(c))
		if end > 0 && r.width(s[:next], w, size) > limit {
			break
		}
		end = next
	}
	return end
}

// words cuts s after spaces and after hyphens inside a word. No-break spaces
// hold.
func words(s string) []string {
	var out []string
	start := 0
	runes := []rune(s)
	offset := 0
	for i, c := range runes {
		offset += len(string(c))
		space := c == ' ' && (i+1 == len(runes) || runes[i+1] != ' ')
		hyphen := (c == '-' || c == '/') && i > 0 && i+1 < len(runes) &&
			unicode.IsLetter(runes[i-1]) && unicode.IsLetter(runes[i+1])
		if space || hyphen {
			out = append(out, s[start:offset])
			start = offset
		}
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}
