// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"regexp"
	"slices"
	"strings"

	"vetro/cmd/internal/plan"
)

// homeForms are what only the home page says, and the page for paper of it.
var homeForms = forms(map[string]func(*saying) bool{
	`{N} su {N} (indicatore ha|indicatori ha|indicatori hanno) raggiunto l’obiettivo dell’anno(?:,? {N} (?:è|sono) già al traguardo finale)?`: func(s *saying) bool {
		j := s.judge(s.e.AllProjects())
		agrees := map[bool]string{true: "indicatore ha", false: "indicatori hanno"}[s.n(2) == 1]
		if s.n(1) == 1 && s.n(2) > 1 {
			agrees = "indicatori ha"
		}
		return s.n(1) == j.met && s.n(2) == j.met+j.missed && s.words[3] == agrees && (s.words[4] == "" || s.n(4) <= j.final)
	},
	`{N} indicator[ei] su {N} (?:ha|hanno) raggiunto l’obiettivo dell’anno`: func(s *saying) bool {
		d, _ := s.about()
		j := s.judge(d.Described)
		return s.n(1) == j.met && s.n(2) == j.met+j.missed
	},
	`Un indicatore (non ha|ha) raggiunto l’obiettivo dell’anno`: func(s *saying) bool {
		d, _ := s.about()
		j := s.judge(d.Described)
		return j.met+j.missed == 1 && (j.met == 1) == (s.words[1] == "ha")
	},
	`{N} progett[oi] conclus[oi](?:,? {N} in corso)?`: func(s *saying) bool {
		said := s.words[1] + " conclusi"
		if s.words[2] != "" {
			said += " e " + s.words[2] + " in corso"
		}
		return s.progress(said)
	},
	`{Q} (?:di )?{prog} nel piano,? il piano riguarda {N} settori`: func(s *saying) bool {
		return holds(s.words[1], len(s.w.Projects)) && s.n(2) == len(s.w.Departments)
	},
	`{Q} dipendent[ei] nel progetto (\pL+)`: func(s *saying) bool {
		p := s.describedProject(s.words[2])
		return p != nil && holds(s.words[1], people(s.real(p)))
	},
	`{Q} dipendent[ei] nel settore (\pL+)`: func(s *saying) bool {
		d := s.written(s.words[2])
		return d != nil && holds(s.words[1], s.people(d.ID))
	},
	`(?:I|Gli) {N} progetti, uno per uno`:     func(s *saying) bool { return s.n(1) == len(s.w.Projects) },
	`{N} senza un numero settore per settore`: func(s *saying) bool { return s.n(1) <= s.left() },
	`[Oo]biettivo del (` + timeForm + `) (non )?raggiunto`: func(s *saying) bool {
		return s.anyIndicator(func(real *indicator, written *plan.Indicator) bool {
			for _, r := range written.Results {
				for _, t := range written.Targets {
					if r.When() == s.words[1] && t.When() == r.When() && real.met(r.Value, t.Value) == (s.words[2] == "") {
						return true
					}
				}
			}
			return false
		})
	},
	`[Oo]biettivo del (` + timeForm + `): (?:almeno |al massimo |entro il |entro l’)?(.+)`: func(s *saying) bool {
		return s.anyIndicator(func(real *indicator, _ *plan.Indicator) bool {
			return slices.ContainsFunc(real.Targets, func(v *value) bool { return v.when() == s.words[1] && v.said(real.Kind) == s.words[2] })
		})
	},
})

// anyIndicator reports whether one of the project that a line is about is so.
func (s *saying) anyIndicator(is func(*indicator, *plan.Indicator) bool) bool {
	_, p := s.about()
	return p != nil && slices.ContainsFunc(p.Indicators, func(i *plan.Indicator) bool { return is(s.indicator(p, i), i) })
}

// homeRowOf takes a row of the home page apart: "Alfa: 26 dipendenti; 2 progetti da
// descrivere".
var homeRowOf = regexp.MustCompile(`^(\pL+|Non contati per settore|Fuori dai settori): (.+)$`)

// homeParts is a part of what follows the name.
var homeParts = forms(map[string]func(*saying) bool{
	`(?:dipendenti: )?{Q}(?: {dip})?`: func(s *saying) bool {
		d := s.written(s.label)
		return d != nil && holds(s.words[1], s.people(d.ID))
	},
	`{Q} (?:di )?{prog} nel piano`: func(s *saying) bool {
		return holds(s.words[1], s.w.count(s.written(s.label).ID))
	},
	`progetti nel piano: {Q}`: func(s *saying) bool { return holds(s.words[1], s.w.count(s.written(s.label).ID)) },
	`{N} progett[oi] da descrivere`: func(s *saying) bool {
		if d := s.written(s.label); d != nil {
			return s.n(1) == s.undescribed(d)
		}
		return s.n(1) == s.outside()-len(s.e.Transversal)
	},
	`{N} progett[oi] senza un numero settore per settore`: func(s *saying) bool { return s.n(1) <= s.left() },
	`([A-Z]\pL+): {Q}(?:, le stesse persone di un altro progetto)?`: func(s *saying) bool {
		if p := s.describedProject(s.label); p != nil {
			return holds(s.words[2], size(s.real(p).Staff, plan.ProfileID(s.words[1])))
		}
		d := s.written(s.label)
		if len(d.Staff) > 0 {
			return holds(s.words[2], size(s.w.profiles(d.ID), plan.ProfileID(s.words[1])))
		}
		return slices.ContainsFunc(d.Described, func(p *plan.Project) bool {
			return holds(s.words[2], size(s.real(p).Staff, plan.ProfileID(s.words[1])))
		})
	},
})

// works reports whether people of a profile, or of several, work in a settore.
func (c *checker) works(department, profile string) bool {
	d := c.written(department)
	if d == nil {
		return false
	}
	if profile == "altri" {
		return len(c.w.profiles(d.ID)) > 2
	}
	return slices.ContainsFunc(c.w.of(d.ID), func(p *project) bool {
		return slices.ContainsFunc(p.Staff, func(g *group) bool { return g.Profile == profile })
	})
}

// homeRow holds a row of the home page, or of the people of a settore, against the world; it is false for what is
// none.
func (c *checker) homeRow(l line) bool {
	m := homeRowOf.FindStringSubmatch(l.text)
	if m == nil || strings.Count(l.page, "/") > 1 && !strings.Contains(l.page, "/settori/") || !strings.HasSuffix(l.page, "index.html") {
		return false
	}
	if l.label = m[1]; c.written(l.label) == nil && c.describedProject(l.label) == nil && !strings.Contains(l.label, " ") {
		return false
	}
	named := false // profiles without their numbers
	for _, part := range strings.Split(m[2], "; ") {
		part, first := strings.CutPrefix(part, "Chi: ")
		if named = (named || first) && (part == "altri" || slices.Contains(profileNames, part)); !named {
			c.says(l, part, homeParts)
		} else if !c.works(l.label, part) {
			c.fault("false: %s (%s): %s works in %s", l.page, l.kind, part, l.label)
		}
	}
	return true
}
