// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"strings"

	"vetro/cmd/internal/language"
)

// past are words of a sentence that tells how it was or shall be, or gives an
// example.
var past = set(`era erano aveva contava precedente precedenti scorso scorsa esempio poniamo mettiamo ipotesi diventano diventeranno prossimo prossima
	entro obiettivo obiettivi traguardo target`)

// groups are words for a handful of people that nobody counts in the plan.
var groups = set("gruppo gruppi squadra squadre classe classi turno turni corso corsi")

// atWork are the beginnings of words that make a sentence one about work,
// missing of those that make it one about what is not known or not there yet.
var (
	atWork = []string{"lavor", "dipendent", "progett", "piano", "smart", "agil", "coinvol", "settor", "personale", "colleg"}
	// inPlan make people those of the plan: that is what its figures count.
	inPlan = []string{"coinvol", "partecip", "riguard", "interess", "piano", "progett", "tutt", "total", "ader", "settor", "smart", "agil", "distanz", "così"}
	// deeds are what some of them do or are given, whoever they are.
	deeds = []string{"cors", "formaz", "format", "question", "sondagg", "rispost", "rispond", "chies", "prova", "pension", "assun", "concors", "portatil", "vaccin", "votat", "serv"}
	// foreign are other wholes: of the State, of the Region, of trade.
	foreign = []string{"europe", "band", "region", "minister", "pnrr", "merceolog", "econom", "mercat", "candid", "postal"}
	missing = []string{"descri", "manc", "rest", "rimang", "rimanent", "senza", "font", "ignot", "non", "tac"}
)

// elsewhere reports whether a sentence is about another time than that of the
// edition, or about nothing real.
func elsewhere(words []language.Word, edition string) bool {
	for _, w := range words {
		if past[w.Lower] || strings.HasSuffix(w.Lower, "avano") || strings.HasSuffix(w.Lower, "evano") || strings.HasSuffix(w.Lower, "ivano") {
			return true
		}
		if len(w.Lower) == 4 && w.IsNumber() && w.Lower != edition && (strings.HasPrefix(w.Lower, "19") || strings.HasPrefix(w.Lower, "20")) {
			return true
		}
	}
	return false
}

// partial reports whether the number at n counts a part: something before it or
// between it and its noun says so.
func partial(words []language.Word, n, noun int) bool {
	for at := n - 1; at >= 0 && n-at <= 2 && spaced(words[at+1]); at-- {
		if parts[words[at].Lower] {
			return true
		}
	}
	for at := n + 1; at < noun; at++ {
		if parts[words[at].Lower] {
			return true
		}
	}
	return n >= 2 && (words[n-1].Lower == "di" || words[n-1].Lower == "per") && groups[words[n-2].Lower]
}

// aboutWork reports whether a sentence speaks of people at work.
func aboutWork(words []language.Word) bool { return anyBegins(words, atWork) }

// ofPlan reports whether what the number at n counts can be what the plan counts:
// "il corso ha avuto 48 dipendenti" and "il bando finanzia 12 progetti" tell of
// something else.
func ofPlan(words []language.Word, unit string, n int) bool {
	if anyBegins(words, foreign) {
		return false
	}
	isSum := n == 1 && copulas[words[0].Lower] // "sono 123 dipendenti"
	return unit != "dipendenti" || (isSum || anyBegins(words, inPlan)) && !anyBegins(words, deeds)
}

// aboutGaps reports whether a sentence speaks of what is missing.
func aboutGaps(words []language.Word) bool { return anyBegins(words, missing) }

func anyBegins(words []language.Word, starts []string) bool {
	for _, w := range words {
		for _, start := range starts {
			if strings.HasPrefix(w.Lower, start) {
				return true
			}
		}
	}
	return false
}

// ofAll reports whether the noun at i means all there are in the municipality,
// not those of the plan.
func ofAll(words []language.Word, i int) bool {
	for at := i + 1; at < len(words) && at <= i+4; at++ {
		switch words[at].Lower {
		case "comune", "ente", "amministrazione", "municipio":
			return true
		case "comunali", "organico", "servizio", "ruolo":
			return true
		}
	}
	for at := 0; at+1 < i; at++ {
		switch words[at].Lower {
		case "comune", "ente", "città":
			switch words[at+1].Lower {
			case "ha", "conta", "impiega", "occupa":
				return true
			}
		}
	}
	return false
}

// narrowed reports whether what follows the count makes it a rate or a
// difference: "3 progetti su 10", "2 dipendenti in più", "5 persone al mese".
func narrowed(sentence string, words []language.Word, last int) bool {
	rest := strings.TrimLeft(sentence[words[last].End:], " \u00a0")
	for _, start := range []string{"su ", "in più", "in meno", "al mese", "al giorno", "a settimana", "alla settimana", "alla volta", "all’anno", "all'anno",
		"l’anno", "l'anno", "a testa", "ciascun", "ognun", "per ogni", "per ciascun", "per volta", "per cento", "/"} {
		if strings.HasPrefix(rest, start) {
			return true
		}
	}
	return false
}

// unqualified reports whether the noun at i is meant whole: the sentence or the
// clause ends there, or goes on with another count.
func unqualified(words []language.Word, i int) bool {
	if i+1 == len(words) || !spaced(words[i+1]) {
		return true
	}
	switch words[i+1].Lower {
	case "e", "ed", "sono":
		return true
	case "per", "in":
		return i+2 < len(words) && (isNumber(words[i+2]) || words[i+2].Lower == "tutto" || words[i+2].Lower == "altrettanti")
	}
	return false
}

// softened returns how the number at n is hedged: by the words before it, by
// "circa" after its noun, or by a verb that says it may be so.
func softened(words []language.Word, n, noun int) hedge {
	for at := n - 1; at >= 0 && n-at <= 4 && spaced(words[at+1]); at-- {
		one, two := words[at].Lower, words[at].Lower+" "+words[at+1].Lower
		switch {
		case two == "non più" || two == "meno di":
			return atMost
		case two == "più di" && (at == 0 || words[at-1].Lower != "non") || two == "non meno" || one == "oltre" || one == "almeno" || one == "minimo":
			return atLeast
		case one == "circa" || one == "quasi" || one == "intorno":
			return about
		}
	}
	if noun+1 < len(words) && words[noun+1].Lower == "circa" {
		return about
	}
	for _, w := range words {
		switch w.Lower {
		case "può", "possono", "potrà", "potranno", "potrebbe", "potrebbero", "massimo", "fino", "circa", "almeno":
			return soft
		}
	}
	return plain
}
