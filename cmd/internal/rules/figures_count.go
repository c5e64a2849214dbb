// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"strings"

	"vetro/cmd/internal/language"
	"vetro/cmd/internal/plan"
)

// nounUnits are the words that are counted, with the unit of their figures.
var nounUnits = map[string]string{
	"progetti": "progetti",
	"settori":  "settori",

	"dipendenti": "dipendenti", "lavoratori": "dipendenti", "lavoratrici": "dipendenti", "impiegati": "dipendenti", "impiegate": "dipendenti",
	"persone": "dipendenti", "addetti": "dipendenti", "addette": "dipendenti",
}

// anybody are the words for people who may well not be employees: they count
// only in a sentence about work.
var anybody = set("persone addetti addette")

// adjectives may stand between a number and its noun; participles in -ati, -iti
// and -uti may too.
var adjectives = set(`nuovi nuove vecchi vecchie diversi diverse vari varie grandi piccoli piccole singoli singole stessi stesse attuali principali
	interi suoi sue nostri nostre loro veri vere buoni buone importanti distinti distinte comunali pilota agili attivi attive pubblici pubbliche
	trasversali concreti concrete specifici specifiche`)

// parts make a number one of a part, or of something else: "altri 3 progetti",
// "i primi 10 dipendenti", "ogni 5 progetti".
var parts = set(`altri altre altrettanti altrettante ulteriori primi prime ultimi ultime restanti rimanenti ogni ciascun ciascuno non soli sole
	art articolo articoli comma commi legge decreto punto capo via pagina pagine allegato versione capitolo ore anno`)

// copulas join a noun and its number: "i progetti sono 37".
var copulas = set("sono è saranno sarebbero")

// between may stand between a copula and the number.
var between = set("in tutto complessivamente solo soltanto appena ben già ora oggi fino a circa quasi almeno più di oltre meno intorno al massimo totale")

// A hedge says how a number is softened.
type hedge int

const (
	plain   hedge = iota
	soft          // fino a, può, potranno: the number must be right, but is no count
	about         // circa, quasi
	atLeast       // almeno, oltre
	atMost        // meno di, non più di
)

// allows reports whether a number n softened so may be said of q, which has
// another one.
func (h hedge) allows(n int, q plan.Quantity) bool {
	if !q.Known() {
		return false
	}
	switch h {
	case about:
		return distance(n, q.Number) <= max(1, n/10)
	case atLeast:
		return q.Number >= n
	case atMost:
		return q.Number <= n
	}
	return false
}

// A count is a number and the noun that it counts.
type count struct {
	value    int
	key      unitOf // the figures to compare it with
	profile  string // the noun, when it is that of a profile
	number   language.Span
	span     language.Span // of number and noun
	whole    bool          // nothing after the noun narrows it
	hedge    hedge
	sentence string
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// maxCounted is how many words a sentence may have to be searched: a longer one
// is no sentence.
const maxCounted = 400

// counted returns the counts of a sentence that can be compared. It leaves out
// what is about another year or another time, an example, or more than the plan
// ("i dipendenti del Comune").
func counted(sentence string, l *ledger) []count {
	words := language.Words(sentence)
	if len(words) > maxCounted {
		return nil
	}
	var out []count
	for i, w := range words {
		unit, profile := nounUnits[w.Lower], ""
		if unit == "" && l.profiles[w.Lower] != nil {
			unit, profile = "dipendenti", w.Lower
		}
		if unit == "" {
			continue
		}
		n, ok := numberBefore(words, i)
		first, last := n, i
		if !ok {
			if n, ok = numberAfter(words, i); !ok {
				continue
			}
			first, last = i, n
		}
		value, _ := language.Numeral(words[n].Lower)
		c := count{value: value, profile: profile, sentence: sentence, number: words[n].Span}
		c.span = language.Span{Start: words[first].Start, End: words[last].End}
		if elsewhere(words, l.edition.ID) || partial(words, n, i) || anybody[w.Lower] && !aboutWork(words) || !ofPlan(words, unit, n) ||
			unit != "progetti" && ofAll(words, i) || narrowed(sentence, words, last) {
			continue
		}
		c.whole = unqualified(words, i)
		c.key = unitOf{unit, aboutGaps(words)}
		c.hedge = softened(words, n, i)
		out = append(out, c)
	}
	return out
}

// isCount reports whether words[i] is a number that can count things: neither a
// year, nor a percentage, nor "mille" as people say it, nor part of a range.
func isCount(words []language.Word, i int) bool {
	w := words[i]
	n, ok := language.Numeral(w.Lower)
	if !ok || w.Lower == "mille" || len(w.Lower) == 4 && w.IsNumber() && n >= 1900 && n <= 2100 {
		return false
	}
	if strings.ContainsAny(w.Gap, "/-–—.,€$") && strings.TrimRight(w.Gap, " ") == w.Gap { // 5/10, 10-20, 3,5
		return false
	}
	if i >= 2 && isNumber(words[i-2]) { // tra 10 e 20, da 10 a 20, 10 o 20
		switch words[i-1].Lower {
		case "e", "ed", "a", "ai", "o", "su", "per":
			return false
		}
	}
	return true
}

func isNumber(w language.Word) bool {
	_, ok := language.Numeral(w.Lower)
	return ok || w.IsNumber()
}

// spaced reports whether only white space stands before w.
func spaced(w language.Word) bool { return w.Gap != "" && strings.TrimSpace(w.Gap) == "" }

// numberBefore returns the index of the number right before the noun at i, or
// with up to two adjectives between: "37 nuovi progetti".
func numberBefore(words []language.Word, i int) (int, bool) {
	for at := i - 1; at >= 0 && i-at <= 3; at-- {
		if !spaced(words[at+1]) {
			return 0, false
		}
		if isCount(words, at) {
			return at, true
		}
		w := words[at].Lower
		if (w == "i" || w == "gli" || w == "le") && at == i-1 { // "sono 37 i progetti", not "dal 15 i dipendenti"
			return at - 1, at >= 2 && spaced(words[at]) && isCount(words, at-1) && copulas[words[at-2].Lower]
		}
		if parts[w] || !adjectives[w] && !participle(w) {
			return 0, false
		}
	}
	return 0, false
}

func participle(w string) bool {
	for _, end := range []string{"ati", "iti", "uti", "ate", "ite", "ute"} {
		if len(w) > 5 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// numberAfter returns the index of the number that a sentence gives for the noun
// at i, its subject: "i progetti del piano sono 37", "progetti: 37".
func numberAfter(words []language.Word, i int) (int, bool) {
	if i > 0 && preposition(words[i-1].Lower) && (i < 2 || words[i-2].Lower != "numero" && words[i-2].Lower != "totale") {
		return 0, false
	}
	at := i + 1
	for ; at < len(words) && at-i <= 6; at++ {
		w := words[at]
		if strings.TrimSpace(w.Gap) == ":" && isCount(words, at) {
			break
		}
		if !spaced(w) && w.Gap != "’" && w.Gap != "'" || nounUnits[w.Lower] != "" && !preposition(words[at-1].Lower) || isNumber(w) {
			return 0, false
		}
		if !copulas[w.Lower] {
			continue
		}
		for at++; at < len(words) && spaced(words[at]) && between[words[at].Lower]; at++ {
		}
		break
	}
	if at >= len(words) || at-i > 8 || !isCount(words, at) || strings.Trim(words[at].Gap, " :\u00a0") != "" {
		return 0, false
	}
	// What follows must not be another thing that is counted.
	if at+1 < len(words) && spaced(words[at+1]) {
		switch words[at+1].Lower {
		case "e", "ed", "ma", "in", "nel", "nella", "mentre", "di", "con", "per":
		default:
			return 0, false
		}
	}
	return at, true
}

func preposition(w string) bool {
	switch w {
	case "di", "del", "dei", "degli", "delle", "della", "dell", "a", "ai", "agli", "alle", "da", "dai", "dagli", "in", "nei", "negli", "nelle", "per", "tra", "fra",
		"con", "su", "sui", "sugli":
		return true
	}
	return false
}
