// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
)

// standings count indicators by how they stand to their targets.
type standings struct {
	all      int // also those without a target
	wanted   int // with a target
	measured int // of these, with a result
	met      int // the last result satisfies the target of its year
	missed   int // it does not
	final    int // it satisfies that of the last year
}

// open is how many cannot be judged: without a result, or without a target for
// its year, or nobody says how the two compare.
func (s standings) open() int { return s.wanted - s.met - s.missed }

func standingsOf(projects []*plan.Project) standings {
	var s standings
	for _, p := range projects {
		s.all += len(p.Indicators)
		for _, i := range p.Indicators {
			if len(i.Targets) == 0 {
				continue
			}
			s.wanted++
			if len(i.Results) > 0 {
				s.measured++
			}
			switch met, known := i.OnTime(); {
			case met:
				s.met++
			case known:
				s.missed++
			}
			if met, _ := i.Met(); met {
				s.final++
			}
		}
	}
	return s
}

// indicatorsFinding says how many indicators have met the target of the year of
// their last result, and tells the final target apart.
func indicatorsFinding(e *plan.Edition) string {
	s := standingsOf(e.AllProjects())
	if s.wanted == 0 {
		return ""
	}
	with := ""
	if s.all > s.wanted {
		with = " con un obiettivo"
	}
	out := ""
	switch {
	case s.wanted == 1:
		return "L’unico indicatore" + with + " " + alone(s) + "."
	case s.measured == 0:
		return italian.Capital(italian.OfThe(s.wanted)) + " indicatori" + with + " la fonte non dà ancora un risultato."
	default:
		out = italian.Capital(italian.OfThe(s.wanted)) + " indicatori" + with + ", " + italian.Count(s.measured, "ha", "hanno")
		if s.measured == s.wanted {
			out = italian.Capital(italian.The(s.wanted)) + " indicatori" + with + " hanno tutti"
		}
		out += " un risultato: " + judgedAs(s) + "."
	}
	if s.final > 0 {
		out += " " + italian.Count(s.final, "è", "sono") + " già al traguardo finale."
	}
	return out
}

// judgedAs says how the results stand to the targets of their years: "40 hanno
// centrato l’obiettivo dell’anno, 20 no e per 2 non si può dire".
func judgedAs(s standings) string {
	const target = " centrato l’obiettivo dell’anno"
	var judged []string
	if s.met > 0 {
		judged = append(judged, italian.Count(s.met, "ha", "hanno")+target)
	}
	switch {
	case s.missed > 0 && s.met > 0:
		judged = append(judged, italian.Digits(s.missed)+" no")
	case s.missed == 1:
		judged = append(judged, "1 non ha"+target)
	case s.missed > 1:
		judged = append(judged, italian.Digits(s.missed)+" non hanno"+target)
	}
	out := strings.Join(judged, ", ")
	unsaid := "per " + italian.Digits(s.measured-s.met-s.missed) + " non si può dire"
	switch {
	case s.measured == s.met+s.missed:
		return out
	case out == "":
		return unsaid + " se è centrato l’obiettivo dell’anno"
	}
	return out + " e " + unsaid
}

// alone is the same of one indicator.
func alone(s standings) string {
	out := "ha un risultato che non si può confrontare con un obiettivo dell’anno"
	switch {
	case s.measured == 0:
		return "non ha un risultato nella fonte"
	case s.met > 0:
		out = "ha centrato l’obiettivo dell’anno"
	case s.missed > 0:
		out = "non ha centrato l’obiettivo dell’anno"
	}
	if s.final > 0 {
		out += " ed è già al traguardo finale"
	}
	return out
}
