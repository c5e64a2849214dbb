// SPDX-License-Identifier: EUPL-1.2

package privacy

import "strings"

// begun are things that are said to be born and are nobody.
var begun = set(`progetto progetti piano piani servizio servizi sportello ufficio uffici settore iniziativa consorzio ente comune unione
	associazione idea sito portale rete programma gruppo sperimentazione cooperativa biblioteca scuola legge regolamento accordo misura
	edizione nido asilo museo fondazione azienda società lavoro smart`)

// people are words that make a birth that of somebody.
var people = set(`dipendente lavoratore lavoratrice impiegato impiegata funzionario funzionaria sig sigra signor signora dott dottor
	dottoressa figlio figlia figli bambino bambina minore madre padre coniuge moglie marito genitore cittadino cittadina sottoscritto
	sottoscritta residente dirigente insegnante educatrice educatore collega`)

// findBirthDates appends the dates of birth: "nato", "nata" with, after a place
// or not, a whole date, and "data di nascita" with a date. A plan or a service
// is born too: a word for such a thing before it, or a recent year and nobody
// named, make it none. An age ("di anni 43") tells no date and is left alone:
// norms are full of them.
func (w *wording) findBirthDates(found []Finding) []Finding {
	for i := 0; i < len(w.words); i++ {
		var last int
		switch w.words[i].low {
		case "nato", "nata", "nati", "nate":
			last = w.born(i)
		case "nascita":
			last = w.birth(i)
		case "classe":
			last = w.class(i)
		default:
			continue
		}
		if last < 0 {
			continue
		}
		found = append(found, Finding{BirthDate, w.words[i].start, w.words[last].end})
		i = last
	}
	return w.inBrackets(found)
}

// class returns the last word of the year of birth told at word i, -1 for none:
// "Paola Verdi, classe 1961".
func (w *wording) class(i int) int {
	if year := w.number(i + 1); year < 1930 || year > recent || w.gap(i) != " " {
		return -1
	}
	for _, p := range w.around(i, i) {
		if p.first < i && i-p.last <= 8 && w.sentence(p.last, i) {
			return i + 1
		}
	}
	return -1
}

// inBrackets appends the dates of birth that stand in brackets after a name:
// "Marco Neri (12/03/1978)".
func (w *wording) inBrackets(found []Finding) []Finding {
	for _, p := range w.tellable() {
		if !p.named || p.alone || !strings.Contains(w.gap(p.last), "(") {
			continue
		}
		if last, year := w.dateAfter(p.last, 1); last >= 0 && year < recent && year > 1930 && strings.HasPrefix(w.text[w.words[last].end:], ")") {
			found = append(found, Finding{BirthDate, w.words[p.last+1].start, w.words[last].end})
		}
	}
	return found
}

// certified are papers about a birth: their date is another one.
var certified = set(`certificato certificati estratto estratti atto atti dichiarazione dichiarazioni denuncia denunce registro registri pratica pratiche`)

// birth returns the last word of the date that is told as that of a birth at
// word i, -1 for none.
func (w *wording) birth(i int) int {
	for k := i - 1; k >= max(0, i-3) && !w.stops(k); k-- {
		if certified[w.low(k)] {
			return -1
		}
	}
	last, _ := w.dateAfter(i, 3)
	return last
}

// recent is the first year of birth of people who do not work yet.
const recent = 2008

// born returns the last word of the date of the birth told at word i, -1 when
// it is not that of a person.
func (w *wording) born(i int) int {
	place := w.low(i+1) == "a" || w.low(i+1) == "ad"
	somebody := place
	last, year := w.dateAfter(i, 8)
	if last < 0 {
		return w.bornInYear(i)
	}
	for k := i - 1; k >= max(0, i-reach) && !w.stops(k); k-- {
		if begun[w.words[k].low] {
			return -1
		}
		somebody = somebody || people[w.words[k].low]
	}
	if !somebody && year >= recent {
		return -1
	}
	return last
}

// bornInYear returns the last word of "nato nel 1970" at word i, -1 for none: a
// year alone is of somebody when the name is right before it.
func (w *wording) bornInYear(i int) int {
	if year := w.number(i + 2); w.low(i+1) != "nel" || year < 1930 || year >= recent {
		return -1
	}
	for _, p := range w.around(i, i) {
		if p.named && !p.alone && p.last == i-1 && w.beginsOrFollows(p) {
			return i + 2
		}
	}
	return -1
}

// dateAfter returns the last word of the first whole date that begins at most
// so many words after word i in its sentence, and its year; -1 for none.
func (w *wording) dateAfter(i, within int) (last, year int) {
	for k := i + 1; k <= i+within && !w.stops(k-1); k++ {
		if last, year := w.date(k); last >= 0 {
			return last, year
		}
	}
	return -1, 0
}

// date returns the last word of the date at word k and its year, 0 when it has
// two digits: "5/10/1985", "05.10.85", "1985-10-05", "5 ottobre 1985",
// "1° maggio 1985"; -1 when it is none.
func (w *wording) date(k int) (last, year int) {
	first, third := w.number(k), w.number(k+2)
	if first < 1 || third < 0 {
		return -1, 0
	}
	isYear := func(n int) bool { return 1900 <= n && n < 2100 }
	if months[w.low(k+1)] {
		if first <= 31 && isYear(third) {
			return k + 2, third
		}
		return -1, 0
	}
	middle, sign := w.number(k+1), w.gap(k)
	if middle < 1 || middle > 12 || sign != w.gap(k+1) || len(sign) != 1 || strings.IndexByte("/-._", sign[0]) < 0 {
		return -1, 0
	}
	switch {
	case isYear(first) && 1 <= third && third <= 31:
		return k + 2, first
	case first <= 31 && isYear(third):
		return k + 2, third
	case first <= 31 && len(w.low(k+2)) == 2:
		return k + 2, 0
	}
	return -1, 0
}
