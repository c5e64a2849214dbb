// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// italianNumber is a number as Italians write it: a dot between groups of three
// digits, a comma before the fraction.
var italianNumber = regexp.MustCompile(`^−?[0-9]{1,3}(\.[0-9]{3})*(,[0-9]+)?$`)

// readNumber reads a number that people read.
func readNumber(s string) (float64, bool) {
	if !italianNumber.MatchString(s) {
		return 0, false
	}
	n, err := strconv.ParseFloat(strings.NewReplacer(".", "", ",", ".", "−", "-").Replace(s), 64)
	return n, err == nil
}

// readCount reports whether s is how people read n.
func readCount(s string, n int) bool {
	got, ok := readNumber(s)
	return ok && got == float64(n)
}

var monthNames = []string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"}

// readDay turns a year, month or day that people read into what machines read:
// "1º marzo 2022" is 2022-03-01, "marzo 2022" 2022-03.
func readDay(s string) (string, bool) {
	words := strings.Fields(s)
	slices.Reverse(words)
	if len(words) == 0 || len(words) > 3 || len(words[0]) != 4 {
		return "", false
	}
	out := words[0]
	if len(words) > 1 {
		month := slices.Index(monthNames, words[1]) + 1
		if month == 0 {
			return "", false
		}
		out += "-" + twoDigits(month)
	}
	if len(words) > 2 {
		day, first := strings.CutSuffix(words[2], "º")
		n, err := strconv.Atoi(day)
		if err != nil || first != (n == 1) || n < 1 || n > 31 {
			return "", false
		}
		out += "-" + twoDigits(n)
	}
	return out, true
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// isSize reports whether said, such as "12 kB", is a size that n bytes have.
func isSize(said string, n int) bool {
	number, unit, _ := strings.Cut(said, " ")
	value, ok := readNumber(number)
	if !ok {
		return false
	}
	switch unit {
	case "byte":
		return value == float64(n)
	case "kB":
		return math.Abs(value*1000-float64(n)) <= 500
	case "MB":
		return math.Abs(value*1e6-float64(n)) <= 50_000
	}
	return false
}
