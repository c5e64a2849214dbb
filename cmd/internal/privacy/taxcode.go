// SPDX-License-Identifier: EUPL-1.2

package privacy

// taxCodeLength is how many characters the codice fiscale of a person has.
const taxCodeLength = 16

// findTaxCodes appends the codici fiscali of people: sixteen letters and digits
// in the order that D.M. 23 December 1976 lays down (surname, name, year,
// month, day, place of birth, check character), in capitals or not, with the
// letters that stand for digits when two people would have the same (omocodia).
// The name must be one that the rule can give (consonants before vowels), month
// and day must exist and the check character must be right. The code may be
// written in groups or letter by letter; a longer token is none, and a code of
// eleven digits, of a firm or an ente, has no letters.
//
// A code may have none of its digits left: no word has so many consonants in a
// row.
func findTaxCodes(found []Finding, text string) []Finding {
	var code [taxCodeLength]byte
	var breaks [taxCodeLength]bool
	for i := 0; i+taxCodeLength <= len(text); i++ {
		if !isLetter(text[i]) || i > 0 && isAlnum(text[i-1]) || !startsToken(text, i) {
			continue
		}
		r := reader{text: text, at: i, code: code[:0], breaks: breaks[:0]}
		if !r.take(taxCodeLength) || !endsToken(text, r.at) || !isTaxCode(r.code) || !grouped(r.breaks, r.code) {
			continue
		}
		found = append(found, Finding{TaxCode, i, r.at})
		i = r.at - 1
	}
	return found
}

// grouped reports whether the breaks of a tax code are where people put them:
// nowhere, at the ends of its parts, or everywhere. Words of a sentence that
// happen to spell a code are broken elsewhere or have no digits.
func grouped(breaks []bool, code []byte) bool {
	n, atParts, digits := 0, true, 0
	for i, b := range breaks {
		if b {
			n++
			switch i {
			case 3, 6, 8, 9, 11, 15:
			default:
				atParts = false
			}
		}
		if isDigit(code[i]) {
			digits++
		}
	}
	if n == 0 {
		return true
	}
	return digits >= 4 && (atParts || n == len(breaks)-1)
}

// isTaxCode reports whether sixteen capitals and digits are a codice fiscale.
func isTaxCode(c []byte) bool {
	for _, part := range [2][]byte{c[:3], c[3:6]} {
		if !isNamePart(part) {
			return false
		}
	}
	var digits [taxCodeLength]int
	for _, i := range [...]int{6, 7, 9, 10, 12, 13, 14} {
		d, ok := digitOf(c[i])
		if !ok {
			return false
		}
		digits[i] = d
	}
	switch c[8] {
	case 'A', 'B', 'C', 'D', 'E', 'H', 'L', 'M', 'P', 'R', 'S', 'T':
	default:
		return false
	}
	day := digits[9]*10 + digits[10]
	if day > 40 { // women
		day -= 40
	}
	return 1 <= day && day <= 31 && isLetter(c[11]) && isLetter(c[15]) && c[15] == checkCharacter(c[:15])
}

// isNamePart reports whether three letters can stand for a name: its
// consonants, then its vowels, then X where it is too short.
func isNamePart(c []byte) bool {
	rank := 0 // 0 consonants, 1 vowels, 2 filling
	for _, l := range c {
		switch {
		case !isLetter(l):
			return false
		case l == 'A' || l == 'E' || l == 'I' || l == 'O' || l == 'U':
			if rank > 1 {
				return false
			}
			rank = 1
		case rank > 0 && l == 'X':
			rank = 2
		case rank > 0:
			return false
		}
	}
	return true
}

// digitOf returns the digit that c is or, by omocodia, stands for.
func digitOf(c byte) (int, bool) {
	if isDigit(c) {
		return int(c - '0'), true
	}
	for d, l := range []byte("LMNPQRSTUV") {
		if c == l {
			return d, true
		}
	}
	return 0, false
}

// odd holds the values of the characters in odd places, from "0" and from "A":
// both run alike for the first ten.
var odd = [26]int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23}

// checkCharacter computes the last letter of a codice fiscale from the fifteen
// characters before it.
func checkCharacter(c []byte) byte {
	sum := 0
	for i, l := range c {
		n := int(l - 'A')
		if isDigit(l) {
			n = int(l - '0')
		}
		if i%2 == 0 { // the first place is odd
			n = odd[n]
		}
		sum += n
	}
	return byte('A' + sum%26)
}
