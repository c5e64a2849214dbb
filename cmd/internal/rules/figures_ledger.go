// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vetro/cmd/internal/language"
	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/plan"
)

// A ledger holds the figures of an edition as sentences count them.
type ledger struct {
	edition  *plan.Edition
	units    map[unitOf]*column
	profiles map[string][]plan.Figure // by the word that people are called by: "insegnanti"
	sums     map[string]map[int]bool  // what the profiles of such a word come to, together
	pages    map[string]*scope        // settori and projects by the page that shows them
	names    map[string][]*scope      // and by the first word of their names
}

// A unitOf names a column: the figures of a unit, with or without those that
// count what is missing ("progetti.da_descrivere"). They are there only for a
// sentence about that: else they would make too many numbers right.
type unitOf struct {
	unit string
	gaps bool
}

// A column holds the figures of a unit, and those of each number.
type column struct {
	all     []plan.Figure
	numbers map[int][]plan.Figure
}

// A scope is a settore or a project, and what may be counted of it.
type scope struct {
	name    string
	figures []plan.Figure // its own first
}

func newLedger(e *plan.Edition) *ledger {
	l := &ledger{
		edition: e, units: map[unitOf]*column{},
		profiles: map[string][]plan.Figure{}, sums: map[string]map[int]bool{}, pages: map[string]*scope{}, names: map[string][]*scope{},
	}
	var general []plan.Figure // of no settore and no project
	byOwner := map[string][]plan.Figure{}
	for _, f := range e.Figures() {
		l.enter(f)
		kind, rest, _ := strings.Cut(f.Name, ".")
		if kind != "settore" && kind != "progetto" {
			general = append(general, f)
			continue
		}
		id, _, _ := strings.Cut(rest, ".")
		byOwner[kind+"."+id] = append(byOwner[kind+"."+id], f)
	}
	project := func(p *plan.Project, around []plan.Figure) {
		own := byOwner["progetto."+p.ID]
		delete(byOwner, "progetto."+p.ID) // an id that stands twice is a fault told elsewhere
		l.place("/"+e.ID+"/progetti/"+p.ID+"/", p.Title, slices.Concat(own, around))
		l.staff(p.Staff, "progetto."+p.ID, own)
	}
	for _, d := range e.Departments {
		own := slices.Clone(byOwner["settore."+d.ID])
		l.staff(d.Staff, "settore."+d.ID, own)
		around := slices.Concat(own, general)
		for _, p := range d.Described {
			own = append(own, byOwner["progetto."+p.ID]...)
			project(p, around)
		}
		l.place("/"+e.ID+"/settori/"+d.ID+"/", d.Name, slices.Concat(own, general))
	}
	for _, p := range e.Transversal {
		project(p, general)
	}
	return l
}

// minName is how long a name has to be to be recognised inside a sentence.
const minName = 5

// place adds a settore or a project.
func (l *ledger) place(page, name string, figures []plan.Figure) {
	s := &scope{name: name, figures: figures}
	l.pages[page] = s
	if words := language.Words(name); len(words) > 0 && words[0].Start == 0 && len(name) >= minName {
		first := words[0].Of(name)
		l.names[first] = append(l.names[first], s)
	}
}

// staff adds the profiles of one owner under the words that begin them, and the
// sums of those that begin alike: "22 insegnanti di sostegno" and "89 insegnanti
// di sezione" are "111 insegnanti".
func (l *ledger) staff(profiles []*plan.StaffProfile, owner string, figures []plan.Figure) {
	sums, byName := map[string]int{}, map[string][]plan.Figure{}
	for _, f := range figures {
		byName[f.Name] = append(byName[f.Name], f)
	}
	for _, s := range profiles {
		words := language.Words(s.Profile)
		if len(words) == 0 || len(words[0].Lower) < 4 || nounUnits[words[0].Lower] != "" {
			continue
		}
		word := words[0].Lower
		name := owner + ".personale." + plan.ProfileID(s.Profile)
		l.profiles[word] = append(l.profiles[word], byName[name]...)
		delete(byName, name) // a profile that stands twice is a fault told elsewhere
		if s.Employees.Known() {
			sums[word] += s.Employees.Number
		}
	}
	for word, n := range sums {
		if l.sums[word] == nil {
			l.sums[word] = map[int]bool{}
		}
		l.sums[word][n] = true
	}
}

// enter adds f to the columns that it belongs to.
func (l *ledger) enter(f plan.Figure) {
	for _, gaps := range []bool{false, true} {
		if isGap(f) && !gaps {
			continue
		}
		key := unitOf{f.Unit, gaps}
		if l.units[key] == nil {
			l.units[key] = &column{numbers: map[int][]plan.Figure{}}
		}
		c := l.units[key]
		c.all = append(c.all, f)
		if f.Value.Known() {
			c.numbers[f.Value.Number] = append(c.numbers[f.Value.Number], f)
		}
	}
}

// of returns the figures of s that count what key says.
func (s *scope) of(key unitOf) []plan.Figure {
	var out []plan.Figure
	for _, f := range s.figures {
		if f.Unit == key.unit && (key.gaps || !isGap(f)) {
			out = append(out, f)
		}
	}
	return out
}

func isGap(f plan.Figure) bool {
	for _, end := range []string{".da_descrivere", ".non_contati", ".avanzamento_non_detto"} {
		if strings.HasSuffix(f.Name, end) {
			return true
		}
	}
	return false
}

// scope returns what a sentence counts when it is about settori or projects in
// particular: those whose page shows the passage or, if none does, those that the
// sentence names as the data do. It is nil when the sentence may be about all.
func (l *ledger) scope(p passage.Passage, sentence string) *scope {
	if s := l.pages[p.Page]; s != nil {
		return s
	}
	var named *scope
	for _, w := range language.Words(sentence) {
		for _, s := range l.names[w.Of(sentence)] {
			rest, ok := strings.CutPrefix(sentence[w.Start:], s.name)
			if next, _ := utf8.DecodeRuneInString(rest); !ok || unicode.IsLetter(next) || unicode.IsDigit(next) {
				continue
			}
			if named == nil {
				named = &scope{}
			}
			named.figures = append(named.figures, s.figures...)
		}
	}
	return named
}
