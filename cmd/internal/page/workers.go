// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"cmp"
	"html/template"
	"slices"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

const (
	// maxWorkers is how many settori the home page tells of one by one; of a
	// plan with more it tells of the largest.
	maxWorkers  = 7
	manyWorkers = 3
	// maxExamples is how many activities or offices stand for all.
	maxExamples = 3
)

// Workers is who of a settore may work from home, and to do what.
type Workers struct {
	Name   string
	Href   string
	People []Crowd  // all of them, or each group with its profile
	Who    []string // the profiles alone, where the page says elsewhere how many they are
	Head   string   // what the examples are
	Doing  []template.HTML
}

// A Crowd is a number of people in words and, where it is not too large, one dot
// for each of them.
type Crowd struct {
	Text template.HTML
	Dots *Dots
}

// Dots are one for each person, in rows of dotsInRow. They are filled where there
// are at least so many, and rings where there may be fewer.
type Dots struct {
	Fill          string // id of a pattern
	Width, Height int    // of the full rows, in units of the view box
	Last          int    // width of the row that is not full
	Whole         int    // height of all
}

const (
	dotsInRow = 25
	dotCell   = 12
	maxDots   = 400
)

// dotsOf draws q; nil where it has no number, or there would be too many to see.
func dotsOf(q plan.Quantity) *Dots {
	if !q.Known() || q.Number < 2 || q.Number > maxDots || q.Decimals > 0 {
		return nil
	}
	d := &Dots{Fill: "persona-forse", Width: dotsInRow * dotCell, Height: q.Number / dotsInRow * dotCell, Last: q.Number % dotsInRow * dotCell}
	switch q.Precision {
	case plan.Exact, plan.AtLeast, plan.MoreThan, plan.Between:
		d.Fill = "persona"
	}
	if d.Whole = d.Height; d.Last > 0 {
		d.Whole += dotCell
	}
	return d
}

// workers lists the settori of which that is known, those with most people first,
// then what is for all; more is true when it leaves some out. How many there are
// of a settore whose row of m says so is not said again: only their profiles.
func (p page) workers(words *gloss, m *Mosaic) (out []Workers, more bool) {
	e := p.edition
	for _, d := range byWorkers(e) {
		w := Workers{Name: d.Name, Href: p.link(route.Department.At(e.ID, d.ID))}
		staff := d.Staff
		for _, project := range d.Described {
			if len(d.Staff) == 0 {
				staff = append(staff, project.Staff...)
			}
		}
		if q := d.Staffing(); len(staff) <= maxExamples {
			w.People = groupsOf(staff)
		} else if said := peopleOf(m, w.Href); said != "" {
			w.Who = profilesOf(staff)
		} else if !q.IsMissing() {
			w.People = []Crowd{{quantityMarkup(q, "dipendente", "dipendenti"), dotsOf(q)}}
		}
		doing := d.Activities
		for _, project := range d.Described {
			if len(project.Activities) > 0 && !slices.Contains(doing, project.Activities[0]) {
				doing = append(doing[:len(doing):len(doing)], project.Activities[0])
			}
		}
		w.Head = "Per esempio"
		if len(doing) == 0 {
			w.Head, doing = "Uffici", d.Offices
		}
		examples := maxExamples
		if len(e.Departments) > maxWorkers {
			examples--
		}
		w.Doing = words.texts(doing[:min(len(doing), examples)])
		if len(w.People) > 0 || len(w.Who) > 0 || len(w.Doing) > 0 {
			out = append(out, w)
		}
	}
	if len(out) > maxWorkers {
		out, more = out[:manyWorkers], true
	}
	for _, project := range e.Transversal {
		if len(e.Transversal) <= 2 && len(project.Staff) > 0 {
			out = append(out, Workers{Name: project.Title, Href: p.link(route.Project.At(e.ID, project.ID)), People: groupsOf(project.Staff)})
		}
	}
	return out, more
}

// peopleOf is what the row of m that leads to href says of people.
func peopleOf(m *Mosaic, href string) template.HTML {
	if m != nil {
		for _, r := range m.Rows {
			if r.Href == href {
				return r.People
			}
		}
	}
	return ""
}

// profilesOf names the largest groups of staff, each once.
func profilesOf(staff []*plan.StaffProfile) []string {
	var names []string
	sorted := slices.Clone(staff)
	slices.SortStableFunc(sorted, func(a, b *plan.StaffProfile) int { return cmp.Compare(b.Employees.Number, a.Employees.Number) })
	for _, s := range sorted {
		if !slices.Contains(names, s.Profile) {
			names = append(names, s.Profile)
		}
	}
	if len(names) > maxExamples {
		names = append(names[:maxExamples-1], "altri")
	}
	return names
}

// byWorkers returns the settori, those with most people first: of those that only
// have projects, the people of these.
func byWorkers(e *plan.Edition) []*plan.Department {
	size := func(d *plan.Department) int {
		if q := d.Staffing(); q.Known() {
			return q.Number
		}
		if q := d.DescribedStaffing(); q.Known() {
			return q.Number
		}
		return -1
	}
	out := slices.Clone(e.Departments)
	slices.SortStableFunc(out, func(a, b *plan.Department) int { return cmp.Compare(size(b), size(a)) })
	return out
}

// groupsOf says each group with its profile. A person is one dot: those who are
// counted in another project have theirs there.
func groupsOf(staff []*plan.StaffProfile) []Crowd {
	var out []Crowd
	for _, s := range staff {
		if !s.Employees.IsMissing() {
			c := Crowd{Text: template.HTML(template.HTMLEscapeString(s.Profile)+": ") + figure(s.Employees)}
			if s.SameAs == "" {
				c.Dots = dotsOf(s.Employees)
			} else {
				c.Text += ", le stesse persone di un altro progetto"
			}
			out = append(out, c)
		}
	}
	return out
}
