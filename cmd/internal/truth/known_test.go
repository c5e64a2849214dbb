// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"regexp"
	"slices"
	"strings"

	"vetro/cmd/internal/plan"
)

func everySaying(*saying) bool { return true }

func counts(d *plan.Department) bool    { return d.Projects.Known() }
func uncounted(d *plan.Department) bool { return d.Projects.IsMissing() }

// involved takes "«Alfa» coinvolge 5 dipendenti" out of a list.
var involved = regexp.MustCompile(`«([^»]+)» (?:coinvolge|può coinvolgere) (` + amountForm + `) dipendent[ei]`)

// divided reports whether so many projects of the plan are in the settori that
// it counts; total is -1 where the sentence does not say it.
func (s *saying) divided(total, counted int, in string) bool {
	n, with := s.sumCounted()
	if names := names(in); len(names) == 1 && s.w.count(s.written(names[0]).ID) != counted {
		return false
	}
	return (total < 0 || total == len(s.w.Projects)) && n == counted && with == departments(in)
}

// allKnown reports whether the plan says of every project how many people it has.
func (c *checker) allKnown() bool {
	all := c.e.AllProjects()
	return c.e.ProjectsInPlan == plan.Count(len(all)) && !slices.ContainsFunc(all, func(p *plan.Project) bool {
		return len(p.Staff) == 0 || slices.ContainsFunc(p.Staff, func(s *plan.StaffProfile) bool { return s.Employees.Precision != plan.Exact })
	})
}

// outside is how many projects are of no settore.
func (c *checker) outside() int {
	n := 0
	for _, p := range c.w.Projects {
		if p.Department == "" {
			n++
		}
	}
	return n
}

// isLeft reports whether a described project is none of those that a settore of
// the plan counts.
func (c *checker) isLeft(title string) bool {
	return !c.counted(c.real(c.describedProject(title)).Department)
}

// numbered reports whether the plan says enough to give a number of people for a
// settore: it is asked only which settori a sentence is about.
func (c *checker) numbered(id string) bool {
	d := c.written(id)
	return d != nil && d.Staffing().Known()
}

// whole reports whether a phrase with its noun holds of all people of a settore.
func (c *checker) whole(d *plan.Department, phrase string) bool {
	return holds(amount(phrase), c.people(d.ID))
}

// inDescribed reports whether a quantity holds of the described projects of d.
func (c *checker) inDescribed(d *plan.Department, quantity string) bool {
	return holds(quantity, people(c.realAll(d.Described)...))
}

// amount is the quantity in "5 dipendenti", "diverse decine di dipendenti",
// "dipendenti in questa misura: alcuni".
func amount(phrase string) string {
	phrase = strings.TrimPrefix(phrase, "dipendenti in questa misura: ")
	phrase = strings.TrimSuffix(strings.TrimSuffix(phrase, " dipendenti"), " dipendente")
	return strings.TrimSuffix(phrase, " di")
}

// profiled reports whether what a sentence says of the profiles of a project holds.
func (c *checker) profiled(p *plan.Project, said string) bool {
	size := func(name string) int { return size(c.real(p).Staff, plan.ProfileID(name)) }
	top := func(listed []string) bool {
		for _, g := range c.real(p).Staff {
			in := false
			for _, name := range listed {
				in = in || name == g.Profile
			}
			if g.People > size(listed[0]) || !in && g.People == size(listed[0]) || in && g.People != size(listed[0]) {
				return false
			}
		}
		return true
	}
	listed := names(said)
	_, quantity, _ := strings.Cut(said, ", ")
	switch {
	case said == "" || !strings.ContainsAny(said, "«") && !strings.Contains(said, "profili"):
		return true
	case strings.HasPrefix(said, "il profilo più numeroso è "):
		return top(listed) && holds(quantity, size(listed[0]))
	case strings.HasPrefix(said, "i profili più numerosi sono "):
		_, quantity, _ := strings.Cut(said[strings.LastIndex(said, "»"):], ", ")
		return top(listed) && holds(strings.TrimSuffix(quantity, " ciascuno"), size(listed[0]))
	case strings.Contains(said, " profili hanno "):
		for _, g := range c.real(p).Staff {
			_, each, _ := strings.Cut(said, " hanno ")
			if !holds(amount(strings.TrimSuffix(each, " ciascuno")), g.People) {
				return false
			}
		}
		return true
	}
	for _, m := range regexp.MustCompile(`«([^»]+)» (`+numberForm+`|`+wordForm+`)`).FindAllStringSubmatch(said, -1) {
		if !holds(m[2], size(m[1])) {
			return false
		}
	}
	return true
}

// indicator returns the indicator of the world that i writes of.
func (c *checker) indicator(p *plan.Project, i *plan.Indicator) *indicator {
	for _, real := range c.real(p).Indicators {
		if real.Name == i.Name {
			return real
		}
	}
	return nil
}

func lowerFirst(s string) string {
	if s != "" && s[0] >= 'A' && s[0] <= 'Z' {
		return string(s[0]+'a'-'A') + s[1:]
	}
	return s
}

// clauses takes a text apart into what the forms know: sentences, and what a
// semicolon parts. Names have no full stop in them.
func clauses(text string) []string {
	text = strings.TrimSuffix(text, ".")
	if cut, ok := strings.CutSuffix(text, "…"); ok { // a description that is too long: its last sentence says nothing
		text = cut[:strings.LastIndex(". "+cut, ". ")]
	}
	return strings.FieldsFunc(strings.NewReplacer(". ", "\n", "; ", "\n").Replace(text), func(r rune) bool { return r == '\n' })
}
