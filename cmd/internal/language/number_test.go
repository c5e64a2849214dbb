// SPDX-License-Identifier: EUPL-1.2

package language

import "testing"

func TestNumeral(t *testing.T) {
	good := map[string]int{
		"0": 0, "37": 37, "1.234": 1234, "12.000.000": 12000000, "2022": 2022,
		"zero": 0, "due": 2, "tre": 3, "sei": 6, "dieci": 10, "quattordici": 14, "diciannove": 19,
		"venti": 20, "ventuno": 21, "ventun": 21, "ventitré": 23, "ventitre": 23, "ventotto": 28, "trentasei": 36, "Trentasette": 37,
		"quarantotto": 48, "novantanove": 99, "cento": 100, "centouno": 101, "centuno": 101, "centotré": 103, "centootto": 108, "centotto": 108,
		"centoundici": 111, "centoventitré": 123, "duecento": 200, "trecentoquarantacinque": 345, "novecentonovantanove": 999,
		"mille": 1000, "milleuno": 1001, "millenovecentottantotto": 1988, "duemila": 2000, "duemilaventidue": 2022, "centomila": 100000,
		"ventitremila": 23000, "novecentonovantanovemilanovecentonovantanove": 999999,
	}
	for word, want := range good {
		if got, ok := Numeral(word); !ok || got != want {
			t.Errorf("Numeral(%q) = %d, %v, want %d", word, got, ok, want)
		}
	}
	for _, word := range []string{
		"", "uno", "una", "un", "tredicesimo", "trentina", "centro", "centinaio", "centesimo", "sette’", "duemilauna", "millesimo", "milione",
		"ventiquattr", "unocento", "unmila", "mila", "007", "3,5", "1.23", "1..234", ".5", "99999999999", "ventisimo", "duecenti", "cent",
	} {
		if got, ok := Numeral(word); ok {
			t.Errorf("Numeral(%q) = %d, want none", word, got)
		}
	}
}

// FuzzCardinal holds number words to a spelling of our own: each number that is
// spelled out reads back as itself, whatever else is tried first.
func FuzzCardinal(f *testing.F) {
	f.Add(uint32(123), "trentasei")
	f.Fuzz(func(t *testing.T, n uint32, word string) {
		if m, ok := Cardinal(word); ok && (m < 0 || m > 999999) {
			t.Errorf("Cardinal(%q) = %d", word, m)
		}
		n %= 1_000_000
		if n == 1 {
			return // an article
		}
		if got, ok := Cardinal(spell(int(n))); !ok || got != int(n) {
			t.Errorf("Cardinal(%q) = %d, %v, want %d", spell(int(n)), got, ok, n)
		}
	})
}

// TestCardinalReadsEveryNumber spells the numbers below 2,100, and reads them.
func TestCardinalReadsEveryNumber(t *testing.T) {
	for n := range 2100 {
		if got, ok := Cardinal(spell(n)); n != 1 && (!ok || got != n) {
			t.Errorf("Cardinal(%q) = %d, %v, want %d", spell(n), got, ok, n)
		}
	}
}

// spell writes n, below a million, in letters.
func spell(n int) string {
	ones := []string{"zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici",
		"quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove"}
	switch {
	case n < 20:
		return ones[n]
	case n < 100:
		ten := tens[n/10-2].word
		switch n % 10 {
		case 0:
			return ten
		case 1, 8:
			return ten[:len(ten)-1] + ones[n%10]
		case 3:
			return ten + "tré"
		}
		return ten + ones[n%10]
	case n < 1000:
		head := "cento"
		if n >= 200 {
			head = ones[n/100] + head
		}
		switch rest := n % 100; {
		case rest == 0:
			return head
		case rest == 3:
			return head + "tré"
		default:
			return head + spell(rest)
		}
	}
	head := "mille"
	if n >= 2000 {
		head = spell(n/1000) + "mila"
	}
	switch rest := n % 1000; rest {
	case 0:
		return head
	case 3:
		return head + "tré"
	default:
		return head + spell(rest)
	}
}
