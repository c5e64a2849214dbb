// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// A Measure is an indicator from its first value to its last.
type Measure struct {
	Name    string
	Unit    string
	Better  string  // which way is good
	Before  Reading // of nothing where no first value is known
	After   Reading
	Outcome string // how the last value stands to the target of its year, and the last target
	Line    *Sparkline
}

// A Reading is a value and when it was measured.
type Reading struct {
	Value template.HTML
	When  string
}

// measureOf tells i, drawn on c; nil where it has no result that is a number.
func measureOf(i *plan.Indicator, c canvas) *Measure {
	last, ok := i.Result()
	if !ok || !last.Measured() {
		return nil
	}
	reading := func(v plan.YearValue) Reading {
		s := marked(v)
		if i.Unit == "%" {
			s += "\u00a0%"
		}
		return Reading{s, v.When()}
	}
	m := &Measure{Name: i.Name, Unit: i.Unit, After: reading(last), Outcome: outcome(i), Line: c.sparkline(i)}
	if i.Unit == "%" {
		m.Unit = ""
	}
	if i.Baseline != nil && i.Baseline.Measured() {
		m.Before = reading(*i.Baseline)
	}
	switch {
	case !c.written:
	case i.Operator == plan.OperatorAtMost:
		m.Better = "In calo è meglio"
	case i.Operator == plan.OperatorAtLeast:
		m.Better = "In crescita è meglio"
	}
	return m
}

// measures are the indicators of project that can be drawn over time.
func measures(project *plan.Project) []*Measure {
	var out []*Measure
	for _, i := range project.Indicators {
		if m := measureOf(i, largeCanvas); m != nil && m.Line != nil {
			out = append(out, m)
		}
	}
	return out
}

// maxResults is how many projects the page of a settore draws results of: each is
// two dozen elements, and an old phone has to lay them out.
const maxResults = 20

// results are the first projects of d that have results, each with the indicator
// that tells most, and how many more there are.
func (p page) results(d *plan.Department) (out []Highlight, more int) {
	for _, project := range d.Described {
		switch i := tellingIndicator(project); {
		case i == nil:
		case len(out) == maxResults:
			more++
		default:
			out = append(out, Highlight{
				ID: "risultati-" + project.ID, Title: project.Title, Href: p.link(route.Project.At(p.edition.ID, project.ID)), Measure: measureOf(i, smallCanvas),
			})
		}
	}
	return out, more
}

// metSentence says how many of the indicators of projects meet the target of their
// year; "" where none can be judged.
func metSentence(projects []*plan.Project) string {
	s := standingsOf(projects)
	if s.met+s.missed == 0 {
		return ""
	}
	if s.met+s.missed == 1 {
		return map[bool]string{true: "Un indicatore ha", false: "Un indicatore non ha"}[s.met == 1] + " raggiunto l’obiettivo dell’anno."
	}
	return italian.Count(s.met, "indicatore", "indicatori") + " su " + italian.Digits(s.met+s.missed) + " " +
		italian.Plural(s.met, "ha", "hanno") + " raggiunto l’obiettivo dell’anno."
}

// outcome says whether the last result is what its year wanted, and what is wanted
// in the end.
func outcome(i *plan.Indicator) string {
	result, _ := i.Result()
	s := ""
	switch met, known := i.OnTime(); {
	case met:
		s = "Obiettivo del " + result.When() + " raggiunto"
	case known:
		s = "Obiettivo del " + result.When() + " non raggiunto"
	}
	last, ok := i.Target()
	if !ok || last.Compare(result) <= 0 {
		return s
	}
	if s != "" {
		s += "; "
	}
	wanted := i.Asks(last) + last.String()
	if i.Unit == "%" {
		wanted += "\u00a0%"
	}
	return italian.Capital(s + "obiettivo del " + last.When() + ": " + wanted)
}
