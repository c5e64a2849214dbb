// SPDX-License-Identifier: EUPL-1.2

package privacy

import (
	"cmp"
	"slices"
	"strings"
)

// furthest is how many words may stand between a person and a condition.
const furthest = 10

// findHealth appends what is said of the health or the family burdens of people
// who can be told apart: a condition (disability, illness, pregnancy, the law
// 104 of 1992, care of a relative, hardship) beside a number of employees up to
// twenty, "una dipendente", a name or a personnel number, with nothing between
// but words that join the two. D.Lgs. 33/2013, art. 26, c. 4 forbids to publish
// what tells somebody's health or hardship; L. 81/2017, art. 18, c. 3-bis is
// why a plan of agile work comes near it.
//
// What is said of everybody ("le persone con disabilità", "i lavoratori
// fragili") or of who works in a service ("due educatori per la disabilità") is
// none.
func (w *wording) findHealth(found []Finding) []Finding {
	for i := 0; i < len(w.words); i++ {
		last := w.condition(i)
		if last < 0 {
			continue
		}
		if start := w.personBefore(i); start >= 0 {
			found = append(found, Finding{Health, w.words[start].start, w.words[last].end})
			i = last
		} else if end := w.personAfter(last); end >= 0 {
			found = append(found, Finding{Health, w.words[i].start, w.words[end].end})
			i = end
		} else if p, ok := w.personOf(i, last); ok {
			first, end := min(p.first, i), max(p.last, last)
			found = append(found, Finding{Health, w.words[first].start, w.words[end].end})
			i = end
		}
	}
	return found
}

// farthest is how many words may stand between somebody and what is said of
// them in the same sentence, whatever the verb.
const farthest = 14

// personOf returns who in the sentence the condition from word i to last is said
// of, unless it is said of those whom somebody works for, or by a rule.
func (w *wording) personOf(i, last int) (of person, ok bool) {
	if alone[w.low(i-1)] && conditions[w.low(i)] && w.low(i-2) == "per" {
		return person{}, false // "un educatore per la disabilità"
	}
	rule := w.ruled(i, last)
	for _, p := range w.around(i, last) {
		from, to := p.last+1, i
		if p.first > last {
			from, to = last+1, p.first
		}
		if p.first > last && !p.named && strings.ContainsAny(w.text[w.words[last].end:w.words[p.first].start], ",") {
			continue
		}
		if to < from || to-from > farthest || rule && !p.named || !w.sentence(min(p.last, last), max(p.first, i)) || w.serves(p, from, to, p.last < i) {
			continue
		}
		if !p.known && !w.beginsOrFollows(p) {
			continue
		}
		return p, true
	}
	return person{}, false
}

// beginsOrFollows reports whether a name told by its shape alone stands where a
// name does: at the start of a sentence, or after a role, a title or a link.
func (w *wording) beginsOrFollows(p person) bool {
	before := w.low(p.first - 1)
	return w.stops(p.first-1) || staff[before] || roles[before] || titles[before] || linking[before] || owning[before] || strings.ContainsAny(w.gap(p.first-1), ",:(")
}

// tellable returns the persons of the text, found once.
func (w *wording) tellable() []person {
	if !w.asked {
		w.asked, w.people = true, w.persons()
	}
	return w.people
}

// around returns the persons near the words from i to last, whoever stands
// further away in a long text.
func (w *wording) around(i, last int) []person {
	all := w.tellable()
	from, _ := slices.BinarySearchFunc(all, i-3*farthest, func(p person, at int) int { return cmp.Compare(p.last, at) })
	to, _ := slices.BinarySearchFunc(all, last+3*farthest, func(p person, at int) int { return cmp.Compare(p.first, at) })
	return all[from:max(from, to)]
}

// sentence reports whether words i and k stand in one sentence.
func (w *wording) sentence(i, k int) bool {
	for n := i; n < k; n++ {
		if w.stops(n) {
			return false
		}
	}
	return true
}

// ruled reports whether the sentence around words i to last says what is done in
// general.
func (w *wording) ruled(i, last int) bool {
	for k := i - 1; k >= max(0, i-2*farthest) && !w.stops(k); k-- {
		if ruling[w.low(k)] {
			return true
		}
	}
	for k := last + 1; k < min(len(w.words), last+2*farthest) && !w.stops(k-1); k++ {
		if ruling[w.low(k)] {
			return true
		}
	}
	return false
}

// serves reports whether the words between a person and a condition say whom the
// person works for.
func (w *wording) serves(p person, from, to int, before bool) bool {
	verb := from // what stands before a verb says who somebody is, not what they have
	for n := from; n < to; n++ {
		if before && being[w.low(n)] {
			verb = n
		}
	}
	for n := verb; n < to; n++ {
		if before && n <= p.last+3 && offices[w.low(n)] && (owning[w.low(n-1)] || strings.HasPrefix(w.low(n-1), "all")) && strings.HasPrefix(w.gap(n), ",") {
			continue // "l'addetta allo sportello, vedova"
		}
		if w.low(n) == "cura" && w.low(n-1) == "in" {
			continue
		}
		if low := w.low(n); served[low] && !(low == "lavora" || low == "referente" || low == "responsabile" || low == "cura" && caring[w.low(to)]) {
			return true
		}
		if before && offices[w.low(n)] && (alone[w.low(to-1)] || w.low(to-1) == w.low(n)) {
			return true // "l'addetta dello sportello della disabilità", "l'ufficio invalidi"
		}
	}
	return false
}

// condition returns the last word of the condition that begins at word i, -1
// when there is none.
func (w *wording) condition(i int) int {
	low, next := w.words[i].low, w.low(i+1)
	switch {
	case conditions[low], low == "104" && next != "1992" && (w.low(i-1) == "la" || w.low(i-1) == "della"): // "la collega con la 104"
		return i
	case w.stops(i):
		return -1
	case (low == "rotto" || low == "rotta" || low == "slogato" || low == "slogata" || low == "separato" || low == "separata") && w.low(i-1) == "è" && w.low(i-2) == "si",
		(low == "separando" || low == "divorziando") && w.low(i-1) == "sta",
		(low == "operato" || low == "operata") && (w.low(i-1) == "stato" || w.low(i-1) == "stata") && next != "da" && next != "in":
		return i
	case (low == "positivo" || low == "positiva") && next == "al":
		return i + 2
	case low == "legge" || low == "l":
		if next == "n" {
			i, next = i+1, w.low(i+2)
		}
		if next == "104" {
			return i + 1
		}
	case low == "104" && next == "1992":
		return i + 1
	case low == "congedo" && (next == "parentale" || next == "straordinario"):
		return i + 1
	case (low == "motivi" || low == "problemi" || low == "ragioni" || low == "condizioni") && next == "di" && (w.low(i+2) == "salute" || w.low(i+2) == "famiglia"):
		return i + 2
	case (low == "motivi" || low == "problemi" || low == "ragioni") && (next == "familiari" || next == "sanitari" || next == "personali"):
		return i + 1
	case (low == "categoria" || low == "categorie") && (next == "protetta" || next == "protette"):
		return i + 1
	case low == "intervento" && next == "chirurgico", low == "dolce" && next == "attesa", low == "permessi" && next == "104":
		return i + 1
	case low == "aspetta" && (w.low(i+2) == "bambino" || w.low(i+2) == "figlio" || w.low(i+2) == "bambina" || w.low(i+2) == "figlia"):
		return i + 2
	case (low == "figlio" || low == "figlia" || low == "figli") && (next == "piccolo" || next == "piccola" || next == "piccoli" || next == "minore" || next == "minori" || next == "minorenni"):
		return i + 1
	case caring[low] && w.caredFor(i) > 0:
		return w.caredFor(i)
	case low == "prende" && next == "cura", low == "prendersi" && next == "cura", low == "occupa" && (next == "del" || next == "della" || next == "dei"):
		return w.caredFor(i + 1)
	case ailing[low]:
		for k := i + 2; k <= i+3 && !w.stops(k-1) && (owning[w.low(k-1)] || w.low(k-1) == "a" || w.low(k-1) == "ai" || w.low(k-1) == "agli"); k++ {
			if bodyParts[w.low(k)] {
				return k
			}
		}
	case (low == "nato" || low == "nata" || low == "nati") && (w.low(i-1) == "è" || w.low(i-1) == "sono") && (relatives[w.low(i+2)] || w.low(i+2) == "gemelli"):
		return i + 2
	case low == "disagio" && (next == "economico" || next == "sociale" || next == "psichico"):
		return i + 1
	}
	return -1
}

// caredFor returns the last word of the relative for whom the verb at word i
// says that somebody cares, -1 for none: "assiste il padre", "cura la madre".
func (w *wording) caredFor(i int) int {
	for k := i + 1; k <= i+4 && !w.stops(k-1); k++ {
		if relatives[w.low(k)] {
			return k
		}
		if low := w.low(k); !alone[low] && !owning[low] && low != "suo" && low != "sua" && low != "un" && low != "una" && low != "proprio" && low != "propria" && low != "anziano" && low != "anziana" && low != "due" && low != "suoi" {
			break
		}
	}
	return -1
}

// personBefore returns the first word of the person of whom the condition at
// word i is said, -1 when there is none.
func (w *wording) personBefore(i int) int {
	for k := i - 1; k >= max(0, i-furthest) && !w.stops(k); k-- {
		if served[w.words[k].low] {
			return -1
		}
		start := w.personEnding(k)
		if start < 0 {
			continue
		}
		if w.joined(k, i) {
			return start
		}
		return -1
	}
	return -1
}

// joined reports whether the words between the person that ends at word k and
// the condition at word i only join the two, with perhaps an office.
func (w *wording) joined(k, i int) bool {
	if before := w.low(i - 1); i-1 > k && alone[before] && conditions[w.low(i)] && !w.granted(k, i) {
		return false
	}
	complement := 0
	for n := k + 1; n < i; n++ {
		low := w.words[n].low
		switch {
		case owning[low]:
			complement = 2
		case linking[low] || alone[low] || len(low) == 4 && w.number(n) > 1900:
		case complement > 0:
			complement--
		default:
			return false
		}
	}
	return true
}

// granted reports whether between words k and i a permit or a leave is named,
// which is given for what comes after it.
func (w *wording) granted(k, i int) bool {
	for n := k + 1; n < i; n++ {
		switch w.words[n].low {
		case "permessi", "permesso", "congedo", "aspettativa", "tutela", "stato", "causa":
			return true
		}
	}
	return false
}

// personAfter returns the last word of the person to whom the condition that
// ends at word i belongs, -1 when there is none: "la malattia della sig.ra
// Rossi", "L. 104: due dipendenti".
func (w *wording) personAfter(i int) int {
	k := i + 1
	if w.stops(i) {
		return -1
	}
	colon := strings.ContainsAny(w.gap(i), ":(")
	for ; k <= i+3 && (w.low(k) == "di" || w.low(k) == "della" || w.low(k) == "del" || w.low(k) == "dell" || w.low(k) == "d" ||
		w.low(k) == "a" || w.low(k) == "alla" || w.low(k) == "al" || w.low(k) == "per" || w.low(k) == "da"); k++ {
		if w.stops(k) {
			return -1
		}
	}
	if k == i+1 && !colon {
		return -1
	}
	for end := k; end <= k+3 && end < len(w.words); end++ {
		if start := w.personEnding(end); start == k {
			// A name goes on as long as its words have capitals.
			for w.capital(end+1) && w.gap(end) == " " && end < k+3 {
				end++
			}
			return end
		}
		if w.stops(end) {
			return -1
		}
	}
	return -1
}

// personEnding returns the first word of the person whose last word is k: a
// few employees, a title and a surname, a name and a surname, a personnel
// number; -1 when there is none.
func (w *wording) personEnding(k int) int {
	low := w.words[k].low
	if staff[low] && k > 0 {
		n := k - 1
		if qualified[w.low(n)] {
			n--
		}
		if n >= 0 && !w.stops(n) && (numerals[w.low(n)] || w.few(n)) {
			return n
		}
	}
	if w.number(k) >= 0 || len(low) > 4 && isDigit(low[0]) {
		if w.low(k-1) == "matricola" {
			return k - 1
		}
		if (w.low(k-1) == "n" || w.low(k-1) == "numero") && w.low(k-2) == "matricola" {
			return k - 2
		}
		return -1
	}
	if w.surname(k) {
		return k - 1
	}
	if !w.capital(k) || k == 0 || w.stops(k-1) || strings.Trim(w.gap(k-1), " .’'\u00a0") != "" {
		return -1
	}
	for n := k - 1; n >= max(0, k-4); n-- {
		if titles[w.low(n)] {
			return n
		}
		if !w.capital(n) && w.low(n) != "ra" && w.low(n) != "ssa" {
			break
		}
	}
	if w.shouted(k) && !w.shouted(k-1) || !w.capital(k-1) {
		return -1
	}
	if !firstNames[low] && !firstNames[w.low(k-1)] {
		return -1
	}
	if k >= 2 && !w.stops(k-2) && (dedicated[w.low(k-2)] || w.capital(k-2)) {
		return -1
	}
	return k - 1
}

// surname reports whether word k is the surname of the employee that the word
// before it names: "la collega Bianchi".
func (w *wording) surname(k int) bool {
	low := w.words[k].low
	return k > 0 && w.gap(k-1) == " " && staff[w.low(k-1)] && people[w.low(k-1)] && !w.capital(k-1) && w.capital(k) && !w.shouted(k) &&
		!linking[low] && !owning[low] && !served[low] && !alone[low] && !offices[low] && !conditions[low]
}

// few reports whether word n is a number from one to twenty that begins no
// date and ends no greater number.
func (w *wording) few(n int) bool {
	v := w.number(n)
	return 1 <= v && v <= 20 && len(w.low(n)) <= 2 && !strings.HasSuffix(w.gap(n-1), ".") && !strings.HasSuffix(w.gap(n-1), ",")
}
