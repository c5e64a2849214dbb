// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"strconv"
	"strings"

	"vetro/cmd/internal/plan"
)

// A Group is a part of a List under one heading.
type Group struct {
	Title      string // "Il piano", a settore, "Fuori dai settori"
	Department string // id of the settore, "" for what is none
	Changes    []Change
}

// ByDepartment returns the changes of the plan as a whole, then those of each
// settore with its projects, in the order of l; no group is empty.
func (l List) ByDepartment() []Group {
	var out []Group
	for i, c := range l.Changes {
		if i > 0 {
			before := l.Changes[i-1].Subject
			if before.Department == c.Subject.Department && (before.Scope == Plan) == (c.Subject.Scope == Plan) {
				last := &out[len(out)-1]
				last.Changes = append(last.Changes, c)
				if last.Department == "" && before.DepartmentName != c.Subject.DepartmentName {
					last.Title = plan.OutsideOrMore
				}
				continue
			}
		}
		g := Group{Title: c.Subject.DepartmentName, Department: c.Subject.Department, Changes: []Change{c}}
		switch {
		case c.Subject.Scope == Plan:
			g.Title = "Il piano"
		case g.Title == "":
			g.Title = plan.Outside
		}
		out = append(out, g)
	}
	return out
}

// Empty reports whether the editions do not differ.
func (l List) Empty() bool { return len(l.Changes) == 0 }

// Summary counts the projects and the settori that changed, without a full stop:
// "3 progetti nuovi, 1 concluso, 2 cambiati; 1 settore nuovo". One that is new,
// gone, concluded or merged is not counted among the changed ones as well.
func (l List) Summary() string {
	if l.Empty() {
		return "nessuna differenza"
	}
	count := map[Kind]int{}
	changed := map[Scope]map[string]bool{Project: {}, Department: {}}
	special := map[string]bool{}
	born := 0  // of the merged settori, those that were not there
	split := 0 // of the settori that are gone, those that others came from
	for _, c := range l.Changes {
		if counted(c.Kind) {
			count[c.Kind]++
			switch {
			case c.Kind == DepartmentMerged && c.Department != nil:
				born++
			case c.Kind == DepartmentGone && len(c.After.Items) > 0:
				split++
			}
			special[c.Subject.Scope.String()+"."+c.Subject.ID] = true
		}
	}
	general := 0
	for _, c := range l.Changes {
		switch {
		case c.Computed:
		case c.Subject.Scope == Plan:
			general++
		case !special[c.Subject.Scope.String()+"."+c.Subject.ID]:
			changed[c.Subject.Scope][c.Subject.ID] = true
		}
	}
	parts := []string{
		tally("progetto", "progetti",
			number{count[ProjectAdded], "nuovo", "nuovi"},
			number{count[ProjectDescribed], "descritto per la prima volta", "descritti per la prima volta"},
			number{count[ProjectCompleted], "concluso", "conclusi"},
			number{count[ProjectGone], "non più nel piano", "non più nel piano"},
			number{count[ProjectUndescribed], "non più descritto", "non più descritti"},
			number{len(changed[Project]), "cambiato", "cambiati"}),
		tally("settore", "settori",
			number{count[DepartmentAdded], "nuovo", "nuovi"},
			number{count[DepartmentMentioned], "nominato per la prima volta", "nominati per la prima volta"},
			number{born, "nato da un’unione", "nati da un’unione"},
			number{count[DepartmentMerged] - born, "allargato", "allargati"},
			number{count[DepartmentSplit], "nato da una divisione", "nati da una divisione"},
			number{split, "diviso", "divisi"},
			number{count[DepartmentGone] - split, "non più nel piano", "non più nel piano"},
			number{count[DepartmentUnmentioned], "non più nominato", "non più nominati"},
			number{len(changed[Department]), "cambiato", "cambiati"}),
		tally("cambiamento", "cambiamenti", number{general, "del piano nel suo insieme", "del piano nel suo insieme"}),
	}
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, "; ")
}

// counted reports whether the summary counts what a change of kind k is about
// by that kind.
func counted(k Kind) bool {
	switch k {
	case ProjectAdded, ProjectDescribed, ProjectCompleted, ProjectGone, ProjectUndescribed,
		DepartmentAdded, DepartmentMentioned, DepartmentMerged, DepartmentSplit, DepartmentGone, DepartmentUnmentioned:
		return true
	}
	return false
}

// A number is a count and what it counts.
type number struct {
	n         int
	one, many string
}

// tally prints the numbers that are not zero, the noun with the first.
func tally(one, many string, numbers ...number) string {
	var parts []string
	for _, x := range numbers {
		if x.n == 0 {
			continue
		}
		s := strconv.Itoa(x.n) + " "
		if len(parts) == 0 {
			s += choose(x.n, one, many) + " "
		}
		parts = append(parts, s+choose(x.n, x.one, x.many))
	}
	return strings.Join(parts, ", ")
}
