// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"math/rand/v2"
	"slices"
)

// A world is what is so, whatever the plan says of it. Names have no digits and
// are no words of the site, so that a sentence cannot be mistaken.
type world struct {
	Departments []*department
	Projects    []*project
	// Veiled is what some settore is called by who does not know its name: the
	// plan has it as one more.
	Veiled string
}

// veiled is the id of that settore in the plan.
const veiled = "velata"

type department struct{ ID, Name string }

// A project is of a settore, or of all. One of all may be counted by a settore
// all the same: nobody who reads the plan can tell.
type project struct {
	ID, Title  string
	Department string // id: who counts it; "" for none
	Common     bool   // is of all
	Progress   string
	Staff      []*group
	Indicators []*indicator
}

// A group is so many different people of one profile.
type group struct {
	Profile string
	People  int
}

// An indicator has a value wanted and one measured for some years.
type indicator struct {
	Name             string
	Operator         string
	Base             *value
	Targets, Results []*value
}

type value struct {
	Year  int
	Value float64
}

// met reports whether a value satisfies a target.
func (i *indicator) met(result, target float64) bool {
	switch i.Operator {
	case "almeno":
		return result >= target
	case "al massimo":
		return result <= target
	}
	return result == target
}

// of returns the projects of a settore.
func (w *world) of(department string) []*project {
	if department == veiled {
		department = w.Veiled
	}
	var out []*project
	for _, p := range w.Projects {
		if p.Department == department && !p.Common {
			out = append(out, p)
		}
	}
	return out
}

// count returns how many projects a settore counts.
func (w *world) count(department string) int {
	if department == veiled {
		department = w.Veiled
	}
	n := 0
	for _, p := range w.Projects {
		if p.Department == department {
			n++
		}
	}
	return n
}

// people returns how many people some projects have.
func people(projects ...*project) int {
	n := 0
	for _, p := range projects {
		for _, g := range p.Staff {
			n += g.People
		}
	}
	return n
}

// profiles returns the groups of a settore as a whole, by profile.
func (w *world) profiles(department string) []*group {
	var out []*group
	for _, p := range w.of(department) {
		for _, g := range p.Staff {
			i := slices.IndexFunc(out, func(o *group) bool { return o.Profile == g.Profile })
			if i < 0 {
				out = append(out, &group{Profile: g.Profile})
				i = len(out) - 1
			}
			out[i].People += g.People
		}
	}
	return out
}

// A dice makes worlds and plans of them, the same ones every time.
type dice struct{ *rand.Rand }

func diceOf(seed uint64) dice { return dice{rand.New(rand.NewPCG(seed, 7))} }

// in reports true n times out of m.
func (d dice) in(n, m int) bool { return d.IntN(m) < n }

var (
	departmentNames = []string{"Alfa", "Borea", "Corallo", "Delta", "Elica"}
	projectNames    = []string{"Airone", "Betulla", "Civetta", "Dalia", "Edera", "Falco", "Ginestra", "Iride", "Lince", "Mirto", "Nibbio", "Ortica", "Pervinca", "Quercia", "Rondine"}
	profileNames    = []string{"Messi", "Geometri", "Archivisti", "Educatrici"}
	indicatorNames  = []string{"Attese", "Sportelli", "Richieste"}
	progressWords   = []string{"da avviare", "in corso", "concluso"}
	operatorWords   = []string{"almeno", "al massimo", "uguale"}
)

func (d dice) world() *world {
	w := &world{}
	for i := range 1 + d.IntN(len(departmentNames)) {
		name := departmentNames[i]
		w.Departments = append(w.Departments, &department{ID: lower(name), Name: name})
	}
	for i := range 1 + d.IntN(len(projectNames)) {
		p := &project{ID: lower(projectNames[i]), Title: projectNames[i], Progress: progressWords[d.IntN(3)]}
		p.Common = d.in(1, 10)
		if !p.Common || d.in(1, 3) {
			p.Department = w.Departments[d.IntN(len(w.Departments))].ID
		}
		for j := range d.IntN(4) {
			p.Staff = append(p.Staff, &group{profileNames[j], d.size()})
		}
		for j := range d.IntN(3) {
			p.Indicators = append(p.Indicators, d.indicator(indicatorNames[j]))
		}
		w.Projects = append(w.Projects, p)
	}
	if d.in(1, 6) {
		w.Veiled = w.Departments[d.IntN(len(w.Departments))].ID
	}
	return w
}

// size is how many people a group has: few most of the time, and level with
// others, since that is where a sentence goes wrong.
func (d dice) size() int {
	return []int{1, 2, 2, 3, 5, 5, 7, 9, 12, 18, 40, 120}[d.IntN(12)]
}

func (d dice) indicator(name string) *indicator {
	i := &indicator{Name: name, Operator: operatorWords[d.IntN(3)]}
	some := []float64{0, 2.5, 5, 10, 15, 20, 60}
	any := func(year int) *value { return &value{year, some[d.IntN(len(some))]} }
	if d.in(3, 4) {
		i.Base = any(2023)
	}
	for year := 2024; year <= 2026; year++ {
		if d.in(2, 3) {
			i.Targets = append(i.Targets, any(year))
		}
		if d.in(1, 2) {
			i.Results = append(i.Results, any(year))
		}
	}
	return i
}

func lower(s string) string { return string(s[0]+'a'-'A') + s[1:] }
