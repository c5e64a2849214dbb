// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"slices"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
)

// A datum is a quantity and what it is of.
type datum struct {
	name  string
	value plan.Quantity
}

// leading returns the data that are above all others, whatever they really are,
// or level with them: one, several that say the same, or none.
func leading(data []datum) []datum {
	var top []datum
	for i, d := range data {
		leads := true
		for j, other := range data {
			level := d.value == other.value && d.value.Precision == plan.Exact
			leads = leads && (i == j || level || d.value.Above(other.value))
		}
		if leads {
			top = append(top, d)
		}
	}
	return top
}

// names lists data by name.
func names(data []datum) string {
	var out []string
	for _, d := range data {
		out = append(out, "«"+d.name+"»")
	}
	return italian.List(out)
}

// maxListed is how many data a sentence takes in.
const maxListed = 3

// employeesFinding compares the settori that have a number, quotes what is in
// words and says how much the source leaves out.
func employeesFinding(e *plan.Edition) string {
	var known, worded, small []datum
	missing := 0
	for _, d := range byEmployees(e) {
		at := datum{d.Name, d.Staffing()}
		switch {
		case at.value.Known():
			known = append(known, at)
		case at.value.IsMissing():
			missing++
		case at.value.Precision == plan.FewerThan:
			small = append(small, at)
		default:
			worded = append(worded, at)
		}
	}
	if len(known) == 0 {
		return ""
	}
	s := compared(known)
	switch len(worded) {
	case 0:
	case 1:
		s += " Per " + names(worded) + " " + inWordsOnly(e, worded[0]) + "."
	default:
		s += " Per " + italian.Digits(len(worded)) + " settori non c’è un numero solo."
	}
	switch len(small) {
	case 0:
	case 1:
		s += " " + names(small) + " " + involves(small[0].value) + "."
	default:
		s += " In " + italian.Digits(len(small)) + " settori le persone sono così poche che il numero non si pubblica."
	}
	switch {
	case missing == 1:
		s += " Di un settore su " + italian.Digits(len(e.Departments)) + " la fonte non dice quanti sono."
	case missing > 1:
		s += " Di " + italian.Digits(missing) + " settori su " + italian.Digits(len(e.Departments)) + " la fonte non dice quanti sono."
	}
	return s
}

// inWordsOnly says what there is of a settore instead of a number: the words of
// the source, or parts of which nothing is certain.
func inWordsOnly(e *plan.Edition, at datum) string {
	for _, d := range e.Departments {
		if d.Name == at.name && len(d.Staff) == 1 {
			return "la fonte dice «" + at.value.Text + "»"
		}
	}
	return "non c’è un numero solo: " + at.value.Text
}

// compared says which of the settori with a number involves most people, when
// that is certain; else it lists a few, and of many says how many they are.
func compared(known []datum) string {
	top := leading(known)
	switch {
	case len(known) > 1 && len(top) == 1:
		return "Tra i settori con un numero, quello che coinvolge più persone è " + names(top) + ": " + quantityOf(top[0].value, "dipendente", "dipendenti") + "."
	case len(top) > 1 && len(top) <= maxListed && top[0].value.Number > 0:
		return "Tra i settori con un numero, quelli che coinvolgono più persone sono " + names(top) + ": " + quantityOf(top[0].value, "dipendente", "dipendenti") + " ciascuno."
	case len(known) > maxListed:
		return highest(known)
	}
	var each []string
	for _, d := range known {
		each = append(each, "«"+d.name+"» "+involves(d.value))
	}
	return italian.List(each) + "."
}

// highest names the settore with the highest number, which of one that is "fino a"
// says nothing of the people; where even that is not certain, what there is to see.
func highest(known []datum) string {
	top, alone := known[0], true
	for _, d := range known[1:] {
		switch {
		case d.value.Number > top.value.Number:
			top, alone = d, true
		case d.value.Number == top.value.Number:
			alone = false
		}
	}
	open := slices.ContainsFunc(known, func(d datum) bool {
		return d.value.Precision == plan.AtLeast || d.value.Precision == plan.MoreThan || d.value.High() > top.value.Value() && d.name != top.name
	})
	if open || !alone {
		return "Le persone che il piano può coinvolgere, settore per settore."
	}
	return "Il numero più alto è quello di " + names([]datum{top}) + ": " + quantityOf(top.value, "dipendente", "dipendenti") + "."
}

// describedNote tells of the settori whose people are known only in the projects
// that are described.
func describedNote(e *plan.Edition) string {
	var in []datum
	for _, d := range e.Departments {
		if q := d.DescribedStaffing(); d.Staffing().IsMissing() && !q.IsMissing() {
			in = append(in, datum{d.Name, q})
		}
	}
	switch len(in) {
	case 0:
		return ""
	case 1:
		return "Di " + names(in) + " si conoscono solo i progetti descritti: " + people(in[0].value) + "."
	}
	return "Di " + italian.Digits(len(in)) + " settori si conoscono solo i progetti descritti."
}

// people prints a quantity of employees, also one in words: "fino a 12 e meno di
// 3 dipendenti".
func people(q plan.Quantity) string {
	if inWords(q) {
		return q.Text + " dipendenti"
	}
	return quantityOf(q, "dipendente", "dipendenti")
}

// staffFinding adds up the profiles where they can be added, and names the
// largest, when that is certain, or lists a few.
func staffFinding(p *plan.Project) string {
	var data []datum
	known := 0
	for _, s := range p.Staff {
		data = append(data, datum{s.Profile, s.Employees})
		if s.Employees.Known() {
			known++
		}
	}
	if known == 0 {
		return ""
	}
	whole, parts := "Il progetto "+involves(p.Staffing()), profiles(data)
	switch {
	case parts == "":
		return whole + "."
	case inWords(p.Staffing()): // which are the parts
		return italian.Capital(parts) + "."
	}
	return whole + ": " + parts + "."
}

// profiles names the largest of the profiles, or lists them if they are few.
func profiles(data []datum) string {
	top := leading(data)
	switch {
	case len(top) == 0 || top[0].value.Number == 0:
	case len(top) == 1:
		return "il profilo più numeroso è " + names(top) + ", " + top[0].value.String()
	case len(top) == len(data):
		article := "i "
		if italian.Vowel(len(top)) {
			article = "gli "
		}
		return article + italian.Letters(len(top)) + " profili hanno " + quantityOf(top[0].value, "dipendente", "dipendenti") + " ciascuno"
	default:
		return "i profili più numerosi sono " + names(top) + ", " + top[0].value.String() + " ciascuno"
	}
	if len(data) > maxListed {
		return ""
	}
	var each []string
	for _, d := range data {
		if d.value.IsMissing() {
			return ""
		}
		each = append(each, "«"+d.name+"» "+d.value.String())
	}
	return italian.List(each)
}
