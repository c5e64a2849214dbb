// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
)

// A datum is a quantity and what it is of.
type datum struct {
	name  string
	value plan.Quantity
}

// highest returns the data with the largest number, and whether they all say
// the same: "fino a 12" and 12 do not.
func highest(data []datum) (top []datum, level bool) {
	for _, d := range data {
		switch {
		case !d.value.Known():
		case len(top) == 0 || d.value.Number > top[0].value.Number:
			top = []datum{d}
		case d.value.Number == top[0].value.Number:
			top = append(top, d)
		}
	}
	for _, d := range top {
		if d.value != top[0].value {
			return top, false
		}
	}
	return top, true
}

// firm reports whether every number of data is exact. Only then can one thing
// be said to have more than another: "fino a 12" may be less than 5.
func firm(data []datum) bool {
	for _, d := range data {
		if d.value.Known() && d.value.Precision != plan.Exact {
			return false
		}
	}
	return true
}

// names lists data by name.
func names(data []datum) string {
	var out []string
	for _, d := range data {
		out = append(out, "«"+d.name+"»")
	}
	return italian.List(out)
}

// eachWith lists data by name, each with what it says.
func eachWith(data []datum) string {
	var out []string
	for _, d := range data {
		out = append(out, "«"+d.name+"» ("+d.value.String()+")")
	}
	return italian.List(out)
}

// employeesFinding compares what is known, quotes what is in words and says how
// much the source leaves out.
func employeesFinding(e *plan.Edition) string {
	var known, worded []datum
	missing := 0
	for _, d := range byEmployees(e) {
		switch q := d.Staffing(); {
		case q.Known():
			known = append(known, datum{d.Name, q})
		case q.IsMissing():
			missing++
		default:
			worded = append(worded, datum{d.Name, q})
		}
	}
	if len(known) == 0 {
		return ""
	}
	top, level := highest(known)
	value := quantityOf(top[0].value, "dipendente", "dipendenti")
	s := ""
	switch {
	case len(known) == 1 && len(worded) == 0:
		s = "L’unico dato noto è quello di " + names(top) + ": " + value + "."
	case len(known) == 1:
		s = "L’unico dato in cifre è quello di " + names(top) + ": " + value + "."
	case !level:
		s = "I dati più alti sono quelli di " + eachWith(top) + "."
	case len(top) > 2:
		s = "In " + italian.Digits(len(top)) + " settori il dato è lo stesso, il più alto: " + value + "."
	case len(top) == 2:
		s = "I dati più alti sono quelli di " + names(top) + ": " + value + " ciascuno."
	default:
		s = "Il dato più alto è quello di " + names(top) + ": " + value + "."
	}
	switch len(worded) {
	case 0:
	case 1:
		s += " Per " + names(worded) + " il dato è a parole: " + worded[0].value.String() + "."
	default:
		s += " Per " + italian.Digits(len(worded)) + " settori il dato è a parole."
	}
	switch {
	case missing == 1:
		s += " Di un settore su " + italian.Digits(len(e.Departments)) + " la fonte non dice quanti sono."
	case missing > 1:
		s += " Di " + italian.Digits(missing) + " settori su " + italian.Digits(len(e.Departments)) + " la fonte non dice quanti sono."
	}
	return s
}

// staffFinding adds up the profiles where they can be added, and names the
// largest.
func staffFinding(p *plan.Project) string {
	var all []plan.Quantity
	var data []datum
	known, worded, small := 0, false, false
	for _, s := range p.Staff {
		all = append(all, s.Employees)
		data = append(data, datum{s.Profile, s.Employees})
		worded = worded || s.Employees.Precision == plan.InWords
		small = small || s.Employees.Precision == plan.FewerThan
		if s.Employees.Known() {
			known++
		}
	}
	top, level := highest(data)
	if len(top) == 0 {
		return ""
	}
	switch {
	case known == 1 && small:
		return "L’unico gruppo di cui si pubblica il numero è quello di " + names(top) + ": " + quantityOf(top[0].value, "dipendente", "dipendenti") + "."
	case known == 1 && worded:
		return "L’unico dato in cifre è quello di " + names(top) + ": " + quantityOf(top[0].value, "dipendente", "dipendenti") + "."
	case known == 1:
		return "L’unico dato noto è quello di " + names(top) + ": " + quantityOf(top[0].value, "dipendente", "dipendenti") + "."
	}
	most := mostStaff(data, top, level)
	if sum, ok := plan.Sum(all...); ok && sum.Known() {
		return "Il progetto " + involves(sum) + ": " + most + "."
	}
	return italian.Capital(most) + "."
}

// mostStaff names the profiles with most employees, as firmly as the source.
func mostStaff(data, top []datum, level bool) string {
	value := top[0].value
	switch {
	case !level:
		return "i dati più alti sono quelli di " + eachWith(top)
	case len(top) == len(data):
		article, has := "i ", " profili hanno "
		if italian.Vowel(len(top)) {
			article = "gli "
		}
		if value.Precision == plan.UpTo || value.Precision == plan.UpToAbout {
			has = " profili possono avere "
		}
		return article + italian.Letters(len(top)) + has + quantityOf(value, "dipendente", "dipendenti") + " ciascuno"
	case len(top) > 1:
		return "i profili più numerosi sono " + italian.Letters(len(top)) + ": " + value.String() + " ciascuno"
	case firm(data) && everyKnown(data):
		return "il profilo più numeroso è " + names(top) + ", " + value.String()
	}
	return "il dato più alto è quello di " + names(top) + ", " + value.String()
}

func everyKnown(data []datum) bool {
	for _, d := range data {
		if !d.value.Known() {
			return false
		}
	}
	return true
}
