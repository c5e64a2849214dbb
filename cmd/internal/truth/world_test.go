// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
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

type department struct {
	ID, Name string
	Others   int `json:",omitempty"` // who work there and take part in no project
}

// A project is of a settore, or of all. One of all may be counted by a settore
// all the same: nobody who reads the plan can tell.
type project struct {
	ID, Title  string
	Department string // id: who counts it; "" for none
	Common     bool   // is of all
	With       string `json:",omitempty"` // id of a settore that shares it
	Both       bool   `json:",omitempty"` // that settore has it in its count too: then the plan says that they share it
	Progress   string
	Staff      []*group
	Indicators []*indicator
	Cost, Days value // in euro; days a month, of one person
}

// A group is so many different people of one profile.
type group struct {
	Profile string
	People  int
	Women   int    `json:",omitempty"`
	Tenths  int    `json:",omitempty"` // of full-time equivalents
	Same    string `json:",omitempty"` // id of the project whose people of that profile they are
}

// An indicator has a value wanted and one measured for some years or halves of
// them: a number, a yes or no, a day.
type indicator struct {
	Name             string
	Operator         string
	Kind             string // "" for a number, "sì" or "giorno"
	Base             *value
	Targets, Results []*value
}

type value struct {
	Year   int
	Value  float64 // 1 for yes, 20240331 for a day
	Period string  `json:",omitempty"` // "I semestre", "" for the whole year
	Digits int     `json:",omitempty"` // after the point, as the source writes it
}

// when is the time of v, as people say it.
func (v *value) when() string { return strings.TrimSpace(v.Period + " " + strconv.Itoa(v.Year)) }

// said is v as people read it.
func (v *value) said(kind string) string {
	switch kind {
	case "sì":
		return []string{"no", "sì"}[int(v.Value)]
	case "giorno":
		n := int(v.Value)
		day := strconv.Itoa(n % 100)
		if day == "1" {
			day = "1º"
		}
		return day + " " + months[n/100%100-1] + " " + strconv.Itoa(n/10000)
	}
	s := strconv.FormatFloat(v.Value, 'f', max(v.Digits, decimals(v.Value)), 64)
	return strings.Replace(s, ".", ",", 1)
}

var months = []string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"}

// decimals is how many digits after the point a value needs.
func decimals(n float64) int {
	_, rest, _ := strings.Cut(strconv.FormatFloat(n, 'f', -1, 64), ".")
	return len(rest)
}

// met reports whether a value satisfies a target.
func (i *indicator) met(result, target float64) bool {
	switch i.Operator {
	case "almeno":
		return result >= target
	case "al massimo", "entro":
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
		if p.Department == department || p.Both && p.With == department {
			n++
		}
	}
	return n
}

// people returns how many people some projects have, each once.
func people(projects ...*project) int {
	n := 0
	for _, p := range projects {
		for _, g := range p.Staff {
			if !g.among(projects) {
				n += g.People
			}
		}
	}
	return n
}

// workforce is how many work in a settore in all.
func (w *world) workforce(id string) int {
	n := people(w.of(id)...)
	for _, d := range w.Departments {
		if d.ID == id {
			n += d.Others
		}
	}
	return n
}

// among reports whether the people of g are those of one of some projects too.
func (g *group) among(projects []*project) bool {
	return slices.ContainsFunc(projects, func(p *project) bool { return p.ID == g.Same })
}

// lent reports whether the people of a profile in p are those of another project
// already: of two such, a plan that leaves out p could not say that they are the same.
func (w *world) lent(p *project, profile string) bool {
	return slices.ContainsFunc(w.Projects, func(other *project) bool {
		return slices.ContainsFunc(other.Staff, func(g *group) bool { return g.Same == p.ID && g.Profile == profile })
	})
}

// lends reports whether some people of a settore are in a project of another too:
// its groups as a whole would count them again, and the plan cannot say so unless
// it describes both projects.
func (w *world) lends(mine []*project) bool {
	for _, p := range w.Projects {
		for _, g := range p.Staff {
			if g.Same != "" && slices.Contains(mine, p) != g.among(mine) {
				return true
			}
		}
	}
	return false
}

// profiles returns the groups of a settore as a whole, by profile.
func (w *world) profiles(department string) []*group {
	var out []*group
	for _, p := range w.of(department) {
		for _, g := range p.Staff {
			if g.among(w.of(department)) {
				continue
			}
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
	progressWords   = []string{"da avviare", "in corso", "concluso", "sospeso"}
	operatorWords   = []string{"almeno", "al massimo", "uguale"}
)

func (d dice) world() *world {
	w := &world{}
	for i := range 1 + d.IntN(len(departmentNames)) {
		name := departmentNames[i]
		w.Departments = append(w.Departments, &department{ID: lower(name), Name: name})
	}
	for i := range 1 + d.IntN(len(projectNames)) {
		p := &project{ID: lower(projectNames[i]), Title: projectNames[i], Progress: progressWords[d.IntN(4)]}
		p.Common = d.in(1, 10)
		if !p.Common || d.in(1, 3) {
			p.Department = w.Departments[d.IntN(len(w.Departments))].ID
		}
		if other := w.Departments[d.IntN(len(w.Departments))].ID; !p.Common && other != p.Department && d.in(1, 8) {
			p.With, p.Both = other, d.in(1, 2)
		}
		for j := range d.IntN(4) {
			g := &group{Profile: profileNames[j], People: d.size()}
			if before := w.Projects; len(before) > 0 && d.in(1, 6) {
				other := before[d.IntN(len(before))]
				for _, o := range other.Staff {
					if o.Profile == g.Profile && o.Same == "" && !w.lent(other, o.Profile) {
						g.People, g.Same = o.People, other.ID
					}
				}
			}
			g.Women, g.Tenths = d.IntN(g.People+1), 1+d.IntN(10*g.People)
			p.Staff = append(p.Staff, g)
		}
		for j := range d.IntN(3) {
			p.Indicators = append(p.Indicators, d.indicator(indicatorNames[j]))
		}
		p.Cost = value{Value: []float64{1, 800, 12500, 12500.5, 1e6}[d.IntN(5)]}
		p.Days = value{Value: []float64{1, 4, 6.5, 8, 11}[d.IntN(5)]}
		w.Projects = append(w.Projects, p)
	}
	for _, department := range w.Departments {
		department.Others = d.size()
	}
	if d.in(1, 6) {
		w.Veiled = w.Departments[d.IntN(len(w.Departments))].ID
		for _, p := range w.Projects {
			p.With, p.Both = "", false
		}
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
	any := func(year int) *value {
		return &value{Year: year, Value: some[d.IntN(len(some))], Digits: d.IntN(6) / 4 * 2}
	}
	switch d.IntN(6) {
	case 0:
		i.Kind, i.Operator = "sì", "uguale"
		any = func(year int) *value { return &value{Year: year, Value: float64(d.IntN(2))} }
	case 1:
		i.Kind, i.Operator = "giorno", "entro"
		any = func(year int) *value {
			return &value{Year: year, Value: float64(year*10000 + (1+d.IntN(12))*100 + []int{1, 8, 11, 28}[d.IntN(4)])}
		}
	}
	if d.in(3, 4) {
		i.Base = any(2023)
	}
	wanted, got := []string{""}, []string{""}
	halves := []string{"I semestre", "II semestre"}
	switch d.IntN(5) {
	case 0:
		wanted, got = halves, halves
	case 1:
		got = append(halves, "")
	case 2:
		wanted = append(halves, "")
	}
	for year := 2024; year <= 2026; year++ {
		for _, period := range wanted {
			if d.in(2, 3) {
				v := any(year)
				v.Period = period
				i.Targets = append(i.Targets, v)
			}
		}
		for _, period := range got {
			if d.in(1, 2) {
				v := any(year)
				v.Period = period
				i.Results = append(i.Results, v)
			}
		}
	}
	return i
}

func lower(s string) string { return string(s[0]+'a'-'A') + s[1:] }
