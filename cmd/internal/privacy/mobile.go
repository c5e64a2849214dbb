// SPDX-License-Identifier: EUPL-1.2

package privacy

import "strings"

// findMobiles appends the mobile numbers of the Italian numbering plan: ten
// digits that begin with 3 and not with 30, in a row or in groups of which the
// first has three; after +39 or 0039 nine digits will do. A number of a line to a
// place (0372…) and one that is free to call (800…) begin otherwise.
//
// Digits that go on, before or after, make a longer number. Ten in a row after
// a word such as «protocollo», «matricola» or «codice», or beside a sign of
// money, are not a telephone unless a word says so.
func findMobiles(found []Finding, text string) []Finding {
	for i := 0; i < len(text); i++ {
		if text[i] != '3' || i > 0 && isAlnum(text[i-1]) && !abroad(text[:i]) || !startsToken(text, i) && !abroad(text[:i]) {
			continue
		}
		end, groups, digits := phoneDigits(text, i)
		if end == 0 && i > 0 && text[i-1] == '(' && i+3 < len(text) && text[i+3] == ')' { // (347) 123 4567
			local := text[i:i+3] + text[i+4:min(len(text), i+sight)]
			if end, groups, digits = phoneDigits(local, 0); end > 0 {
				end += i + 1
			}
		}
		if end == 0 || text[i+1] == '0' || continues(text, end) {
			continue
		}
		start, prefixed := internationalPrefix(text, i)
		switch {
		case prefixed && text[start] == '3' && (digits != 10 || namedOtherwise(text, start, end)): // 39 without a sign
			continue
		case prefixed && digits >= 9:
		case digits != 10 || preceded(text, i):
			continue
		case groups == 1 && namedOtherwise(text, i, end):
			continue
		}
		found = append(found, Finding{MobilePhone, start, end})
		i = end - 1
	}
	return found
}

// phoneDigits reads the digits of a telephone number from i: groups of two or
// more, the first of three, with one sign between two, after the first perhaps
// with blanks around it. End is 0 when there are not nine or ten.
func phoneDigits(text string, i int) (end, groups, digits int) {
	inGroup := 0
	groups = 1
	for end = i; end < len(text) && digits <= 10; {
		if isDigit(text[end]) {
			end++
			digits++
			inGroup++
			continue
		}
		size := phoneSeparator(text[end:])
		if groups == 1 {
			size = wideSeparator(text[end:])
		}
		if size == 0 || end+size >= len(text) || !isDigit(text[end+size]) || digits >= 9 {
			break
		}
		if groups == 1 && inGroup != 3 || inGroup < 2 {
			return 0, 0, 0
		}
		end += size
		groups++
		inGroup = 0
	}
	if digits < 9 || digits > 10 || groups > 1 && inGroup < 2 || groups > 5 {
		return 0, 0, 0
	}
	return end, groups, digits
}

// wideSeparator returns the length of the sign between the first two groups of
// digits, with the blanks around it, that text begins with.
func wideSeparator(text string) int {
	n := phoneSeparator(text)
	for range 2 {
		if n > 0 && n < len(text) && (text[n] == ' ' || text[n-1] == ' ') {
			n += phoneSeparator(text[n:])
		}
	}
	return n
}

// phoneSeparator returns the length of the sign between two groups of digits
// that text begins with.
func phoneSeparator(text string) int {
	switch text[0] {
	case ' ', '-', '/', '.', '_':
		return 1
	}
	for _, blank := range [...]string{"\u00a0", "\u202f", "\u2011"} {
		if strings.HasPrefix(text, blank) {
			return len(blank)
		}
	}
	return 0
}

// continues reports whether a number that ends at end goes on: another digit, a
// letter, decimals.
func continues(text string, end int) bool {
	if !endsToken(text, end) {
		return true
	}
	rest := text[end:]
	if rest == "" {
		return false
	}
	size := phoneSeparator(rest)
	if rest[0] == ',' {
		size = 1
	}
	return size > 0 && size < len(rest) && isDigit(rest[size])
}

// preceded reports whether other digits lead to the one at i, so that it is not
// the first of a number.
func preceded(text string, i int) bool {
	for _, sign := range [...]string{" ", "-", "/", ".", ",", ":", "_", "\u00a0", "\u202f"} {
		if before, ok := strings.CutSuffix(text[:i], sign); ok {
			return before != "" && isDigit(before[len(before)-1])
		}
	}
	return false
}

// internationalPrefix returns where the +39, 0039 or 39 before i begins, or i.
func internationalPrefix(text string, i int) (start int, ok bool) {
	before := strings.TrimRight(text[max(0, i-8):i], " -.\u00a0)/")
	for _, prefix := range [...]string{"(+39", "+39", "(0039", "0039", "39"} {
		if lead, found := strings.CutSuffix(before, prefix); found && (lead == "" || !isAlnum(lead[len(lead)-1])) {
			return max(0, i-8) + len(lead), true
		}
	}
	return i, false
}

// abroad reports whether text ends in an international prefix.
func abroad(text string) bool {
	before, found := strings.CutSuffix(text, "39")
	return found && (strings.HasSuffix(before, "+") || strings.HasSuffix(before, "00") || before == "" || !isAlnum(before[len(before)-1]))
}

// sight is how many bytes before a number are looked at for what it is.
const sight = 40

// numberWords say that what follows them is not a telephone; phoneWords say
// that it is.
var (
	numberWords = []string{"prot", "codice", "cod", "matricola", "pratica", "fascicolo", "repertorio", "rep", "id", "identificativo",
		"cig", "cup", "importo", "euro", "spesa", "capitolo", "impegno", "mandato", "numero", "n", "nr", "partita", "iva", "atto", "protocollo", "isbn", "ean", "totale"}
	phoneWords = []string{"tel", "cell", "cel", "cellulare", "telefono", "telefonino", "mobile", "whatsapp", "chiama", "chiamare", "telefonare", "recapito"}
)

// namedOtherwise reports whether the words around a number of ten digits in a
// row say that it is something else.
func namedOtherwise(text string, i, end int) bool {
	after := strings.TrimLeft(text[end:min(len(text), end+8)], " \u00a0")
	if strings.HasPrefix(after, "€") || strings.HasPrefix(strings.ToLower(after), "euro") || strings.HasPrefix(after, "%") {
		return true
	}
	before := strings.ToLower(text[max(0, i-sight):i])
	if strings.HasSuffix(strings.TrimRight(before, " \u00a0"), "€") {
		return true
	}
	words := strings.FieldsFunc(before, func(r rune) bool { return r < 'a' || r > 'z' })
	other := false
	for k := len(words) - 1; k >= 0 && k >= len(words)-6; k-- {
		for _, w := range phoneWords {
			if words[k] == w {
				return false
			}
		}
		for _, w := range numberWords {
			other = other || words[k] == w
		}
	}
	return other
}

// findHomePhones appends the telephones that the text says are of a home:
// "telefono di casa: 0372 412345".
func (w *wording) findHomePhones(found []Finding) []Finding {
	for i := range w.words {
		if low := w.low(i); low != "casa" && low != "abitazione" || w.low(i-1) != "di" && w.low(i-1) != "dell" {
			continue
		}
		if what := w.low(i - 2); what != "telefono" && what != "tel" && what != "numero" && what != "recapito" && what != "fisso" {
			continue
		}
		for k := i + 1; k <= i+8 && !w.stops(k-1); k++ {
			if low := w.low(k); len(low) < 2 || low[0] != '0' || !isDigit(low[1]) {
				continue
			}
			last := k
			for last+1 < len(w.words) && len(w.gap(last)) == 1 && w.low(last+1) != "" && isDigit(w.low(last + 1)[0]) {
				last++
			}
			found = append(found, Finding{MobilePhone, w.words[k].start, w.words[last].end})
			break
		}
	}
	return found
}
