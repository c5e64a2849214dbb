// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"regexp"
	"strings"

	"vetro/cmd/internal/plan"
)

// listForms are the rows of lists, and what is said of the state of projects.
var listForms = forms(map[string]func(*saying) bool{
	`(\pL+)(?: (?:Concluso|In corso|Da avviare|Sospeso))?(?: (?:[A-Z]\pL+|Fuori dai settori) ·)? (?:dipendenti: )?{Q}(?: {dip})?(?: Una frase)?`: func(s *saying) bool {
		p := s.describedProject(s.words[1])
		return p != nil && holds(s.words[2], people(s.real(p)))
	},
	`(?:Dei|Degli) {N} progetti di cui si conosce l’avanzamento, (.*)`: func(s *saying) bool {
		return s.n(1) == s.stated() && s.progress(s.words[2])
	},
	`(?:I|Gli) {N} progetti di cui si conosce l’avanzamento sono tutti (conclusi|in corso|da avviare|sospesi)`: func(s *saying) bool {
		return s.n(1) == s.stated() && s.progress(s.words[1]+" "+s.words[2])
	},
	`L’unico progetto di cui si conosce l’avanzamento è (concluso|in corso|da avviare|sospes[oi])`: func(s *saying) bool {
		return s.stated() == 1 && s.progress("1 "+s.words[1])
	},
	`Non compare nel grafico l’avanzamento di {N} progett[oi]: la fonte non lo dice`: func(s *saying) bool {
		return s.n(1) == len(s.e.AllProjects())-s.stated()
	},
	`(?:Conclus[oi]|In corso|Da avviare): {N}`: func(s *saying) bool {
		return s.progress(strings.ToLower(strings.Replace(s.words[0], s.words[0], s.words[1]+" "+strings.Split(s.words[0], ":")[0], 1)))
	},
	`Tutti i progetti: {N}`: func(s *saying) bool { return s.n(1) == len(s.e.AllProjects()) },
	`(?:Dei|Degli) {N} progetti descritti, {N} (è|sono|risulta|risultano) (conclus[oi]|in corso|da avviare|sospes[oi])`: func(s *saying) bool {
		return s.n(1) == len(s.e.AllProjects()) && s.progress(s.words[2]+" "+s.words[4]) && s.allStated(s.words[3])
	},
	`(?:I|Gli) {N} progetti descritti sono tutti (conclusi|in corso|da avviare|sospesi)`: func(s *saying) bool {
		return s.n(1) == len(s.e.AllProjects()) && s.progress(s.words[1]+" "+s.words[2]) && s.stated() == s.n(1)
	},
	`Nessuno (?:dei|degli) {N} progetti descritti (è|risulta) (concluso|in corso|da avviare|sospes[oi])`: func(s *saying) bool {
		return s.n(1) == len(s.e.AllProjects()) && s.progress("0 "+s.words[3]) && s.allStated(s.words[2])
	},
	`L’unico progetto descritto (è|risulta) (concluso|in corso|da avviare|sospes[oi])`: func(s *saying) bool {
		return len(s.e.AllProjects()) == 1 && s.progress("1 "+s.words[2])
	},
	`L’unico progetto descritto non (è|risulta) (concluso|in corso|da avviare|sospes[oi])`: func(s *saying) bool {
		return len(s.e.AllProjects()) == 1 && s.progress("0 "+s.words[2]) && s.allStated(s.words[1])
	},
	`Di {N} la fonte non dice a che punto (?:è|sono)`: func(s *saying) bool { return s.n(1) == len(s.e.AllProjects())-s.stated() },
	`{Q} {prog}`: func(s *saying) bool { return true }, // the head of a list, which the page of the settore holds too
})

// rowOf takes the row of a settore in a list apart: "Alfa 5 progetti 2 descritti;
// almeno 12 dipendenti".
var rowOf = regexp.MustCompile(`^(\pL+) (?:(` + amountForm + `) (?:di )?progett[oi]|progetti: (` + amountForm + `)|progetti: la fonte non dice quanti)(?: (.*))?$`)

// noteOf is a part of what follows.
var noteOf = forms(map[string]func(*saying) bool{
	`{N} (?:progett[oi] )?descritt[oi]`: func(s *saying) bool { return s.n(1) == len(s.written(s.label).Described) },
	`(?:dipendenti: )?{Q}(?: {dip})?`:   func(s *saying) bool { return holds(s.words[1], s.people(s.label)) },
	`(?:dipendenti: )?{Q}(?: {dip})? nei progetti descritti`: func(s *saying) bool {
		return s.inDescribed(s.written(s.label), s.words[1])
	},
})

// departmentRow holds the row of a settore against the world; it is false for
// what is none.
func (c *checker) departmentRow(l line) bool {
	m := rowOf.FindStringSubmatch(l.text)
	if m == nil || c.written(m[1]) == nil {
		return false
	}
	id := c.written(m[1]).ID
	if said := m[2] + m[3]; said != "" && !holds(said, c.w.count(id)) {
		c.fault("false: %s: %s", l.page, l.text)
	}
	if m[4] != "" {
		l.label = id
		for _, note := range strings.Split(m[4], "; ") {
			c.says(l, note, noteOf)
		}
	}
	return true
}

// stated is how many described projects say how far they have come.
func (c *checker) stated() int {
	n := 0
	for _, p := range c.e.AllProjects() {
		if p.Progress != plan.ProgressUnknown {
			n++
		}
	}
	return n
}

// allStated reports whether a verb is no firmer than the plan: "è" needs that of
// every project it is known how far it has come.
func (c *checker) allStated(verb string) bool {
	return strings.HasPrefix(verb, "risult") || c.stated() == len(c.e.AllProjects())
}
