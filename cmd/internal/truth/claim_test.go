// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"vetro/cmd/internal/plan"
)

// A checker holds what a site says against the world. It asks the plan only
// what was written, never what follows from it.
type checker struct {
	w      *world
	e      *plan.Edition
	faults []string
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

// A saying is a sentence with the words that fill it, and where it stands.
type saying struct {
	*checker
	line
	words []string // the groups of the form
}

func (s *saying) n(i int) int { return int(number(s.words[i])) }

// A form is a kind of sentence and what makes it true: false is a fault.
type form struct {
	re    *regexp.Regexp
	holds func(*saying) bool
}

// forms compiles a table of sentences. In them {N} is a number, {Q} a quantity,
// {S} a name in quotes, {D} a number of settori, {L} a list of names, {C} a noun.
func forms(table map[string]func(*saying) bool) []form {
	fill := strings.NewReplacer("{N}", `([\d.]+)`, "{Q}", `(`+amountForm+`)`, "{S}", `«([^»]+)»`, "{D}", `(un settore|[\d.]+ settori)`, "{W}", `(in [\d.]+ settori|nel settore «[^»]+»)`,
		"{L}", `(«[^«]+»(?:(?:, | e )«[^«]+»)*)`, "{A}", `((?:dipendenti in questa misura: )?(?:`+amountForm+`)(?: di)?(?: dipendent[ei])?)`, "{dip}", `(?:di )?dipendent[ei]`, "{prog}", `progett[oi]`)
	var out []form
	for text, holds := range table {
		out = append(out, form{regexp.MustCompile(`^` + fill.Replace(text) + `$`), holds})
	}
	return out
}

// says holds one sentence against the world.
func (c *checker) says(l line, sentence string, known []form) {
	f, words := formOf(sentence, known)
	switch {
	case f == nil:
		c.fault("unknown: %s (%s %s %s): %s", l.page, l.context, l.kind, l.label, sentence)
	case !f.holds(&saying{c, l, words}):
		c.fault("false: %s (%s %s): %s", l.page, l.context, l.kind, sentence)
	}
}

// formOf finds the form of a sentence: the same ones come again and again.
func formOf(sentence string, known []form) (*form, []string) {
	type found struct {
		form  *form
		words []string
	}
	key := [2]any{&known[0], sentence}
	if v, ok := seen.Load(key); ok {
		return v.(found).form, v.(found).words
	}
	var out found
	for i := range known {
		if m := known[i].re.FindStringSubmatch(sentence); m != nil {
			out = found{&known[i], m}
			break
		}
	}
	seen.Store(key, out)
	return out.form, out.words
}

var seen sync.Map

// names takes a list of names in quotes apart.
func names(list string) []string {
	var out []string
	for _, m := range regexp.MustCompile(`«([^»]+)»`).FindAllStringSubmatch(list, -1) {
		out = append(out, m[1])
	}
	return out
}

// departments is the number in "un settore", "3 settori".
func departments(s string) int {
	if s == "un settore" || strings.HasPrefix(s, "nel settore ") {
		return 1
	}
	return int(number(strings.TrimSuffix(strings.TrimPrefix(s, "in "), " settori")))
}

// written returns the settore of the plan called name, nil when it is none.
func (c *checker) written(name string) *plan.Department {
	for _, d := range c.e.Departments {
		if d.Name == name || d.ID == name {
			return d
		}
	}
	return nil
}

func (c *checker) describedProject(name string) *plan.Project {
	for _, p := range c.e.AllProjects() {
		if p.Title == name || p.ID == name {
			return p
		}
	}
	return nil
}

// real returns the project of the world that p describes.
func (c *checker) real(p *plan.Project) *project {
	i := slices.IndexFunc(c.w.Projects, func(q *project) bool { return q.ID == p.ID })
	return c.w.Projects[i]
}

func (c *checker) realAll(described []*plan.Project) []*project {
	var out []*project
	for _, p := range described {
		out = append(out, c.real(p))
	}
	return out
}

// people returns how many people a settore has, by id.
func (c *checker) people(id string) int { return people(c.w.of(id)...) }

// about returns the settore and the project that a line is about, nil for none.
func (s *saying) about() (*plan.Department, *plan.Project) {
	if id, ok := strings.CutPrefix(s.context, "settore-"); ok {
		return s.written(id), nil
	}
	if id, ok := strings.CutPrefix(s.context, "progetto-"); ok {
		return nil, s.describedProject(id)
	}
	return nil, nil
}

// mostProjects and mostPeople report whether the settori named have each more
// than every other of the world that among accepts, and as many as each other.
func (c *checker) most(list []string, value func(id string) int, among func(id string) bool) bool {
	var top []string
	for _, name := range list {
		d := c.written(name)
		if d == nil {
			return false
		}
		top = append(top, c.same(d.ID))
	}
	for _, id := range top {
		if value(id) != value(top[0]) {
			return false
		}
	}
	for _, d := range c.w.Departments {
		if !slices.Contains(top, d.ID) && among(d.ID) && value(d.ID) >= value(top[0]) {
			return false
		}
	}
	return true
}

// same is the settore of the world that id stands for.
func (c *checker) same(id string) string {
	if id == veiled {
		return c.w.Veiled
	}
	return id
}

func everywhere(string) bool { return true }

// counted reports whether the plan says how many projects a settore has.
func (c *checker) counted(id string) bool {
	d := c.written(id)
	return d != nil && d.Projects.Known()
}

// sumCounted is how many projects the settori counted in the plan have, each once.
func (c *checker) sumCounted() (projects, departments int) {
	for _, p := range c.w.Projects {
		if p.Department != "" && c.counted(p.Department) || p.Both && c.counted(p.With) {
			projects++
		}
	}
	for _, d := range c.e.Departments {
		if d.Projects.Known() && c.w.count(d.ID) > 0 {
			departments++
		}
	}
	return projects, departments
}

// left is how many projects no settore of the plan counts.
func (c *checker) left() int {
	n, _ := c.sumCounted()
	return len(c.w.Projects) - n
}

// said returns what the plan writes of the people of a settore, in any way.
func (c *checker) said(d *plan.Department) []plan.Quantity {
	var out []plan.Quantity
	for _, s := range d.Staff {
		out = append(out, s.Employees)
	}
	for _, p := range d.Described {
		for _, s := range p.Staff {
			out = append(out, s.Employees)
		}
	}
	return out
}

func anyOf(qs []plan.Quantity, is func(plan.Quantity) bool) bool { return slices.ContainsFunc(qs, is) }

func inWords(q plan.Quantity) bool { return q.Precision == plan.InWords }
func missing(q plan.Quantity) bool { return q.IsMissing() }

// among returns the settori of the plan that is accepts.
func (c *checker) those(is func(*plan.Department) bool) int {
	n := 0
	for _, d := range c.e.Departments {
		if is(d) {
			n++
		}
	}
	return n
}
