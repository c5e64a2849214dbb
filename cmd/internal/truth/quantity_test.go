// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"regexp"
	"strconv"
	"strings"
)

// What a quantity looks like in a sentence.
const (
	numberForm = `(?:fino a circa |fino a |almeno |circa |più di |meno di |tra [\d.]+(?:,\d+)? e )?[\d.]+(?:,\d+)?`
	wordForm   = `diverse decine|una ventina|alcuni`
	partForm   = numberForm + `|` + wordForm + `|altri che la fonte non conta`
	amountForm = `(?i:` + partForm + `)(?:, (?:` + partForm + `))*(?: e (?:` + partForm + `))?`
)

var numberParts = regexp.MustCompile(`^(fino a circa|fino a|almeno|circa|più di|meno di|tra ([\d.]+(?:,\d+)?) e)? ?([\d.]+(?:,\d+)?)$`)

// bounds returns between which numbers a phrase says that something is; known
// is false for what is no quantity.
func bounds(phrase string) (low, high float64, known bool) {
	const more = 1e9
	phrase = lowerFirst(phrase)
	switch phrase {
	case "diverse decine":
		return 20, 99, true
	case "una ventina":
		return 18, 22, true
	case "alcuni":
		return 1, more, true
	case "altri che la fonte non conta":
		return 0, more, true
	}
	m := numberParts.FindStringSubmatch(phrase)
	if m == nil {
		return 0, 0, false
	}
	n := number(m[3])
	switch m[1] {
	case "":
		return n, n, true
	case "fino a":
		return 0, n, true
	case "almeno":
		return n, more, true
	case "più di":
		return n + 1, more, true
	case "meno di": // a hidden group has somebody in it
		return 1, n - 1, true
	case "circa":
		return n - n/10, n + n/10, true
	case "fino a circa":
		return 0, n + n/10, true
	}
	return number(m[2]), n, true
}

func number(s string) float64 {
	n, err := strconv.ParseFloat(strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", "."), 64)
	if err != nil {
		return -1
	}
	return n
}

// holds reports whether n is as much as a phrase says: one quantity, or several
// that together are n.
func holds(phrase string, n int) bool {
	if low, high, ok := bounds(phrase); ok {
		return low <= float64(n) && float64(n) <= high
	}
	var low, high float64
	for _, part := range parts(phrase) {
		l, h, ok := bounds(part)
		if !ok {
			return false
		}
		low, high = low+l, high+h
	}
	return low <= float64(n) && float64(n) <= high
}

// parts takes a list of quantities apart: "tra 5 e 10" is one.
func parts(phrase string) []string {
	all := regexp.MustCompile(partForm).FindAllString(phrase, -1)
	return all
}
