// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"regexp"
	"slices"
	"strings"

	"vetro/cmd/internal/plan"
)

// A judged is how the indicators of some projects stand, by the operators of the
// world and the values of the plan.
type judged struct {
	wanted   int // with a target
	measured int // and a result
	met      int // the last result satisfies the target of its year
	missed   int
	final    int // the last result satisfies the last target
}

func (c *checker) judge(projects []*plan.Project) judged {
	var j judged
	for _, p := range projects {
		for _, i := range p.Indicators {
			if len(i.Targets) == 0 {
				continue
			}
			j.wanted++
			if len(i.Results) == 0 {
				continue
			}
			j.measured++
			real, last := c.indicator(p, i), i.Results[len(i.Results)-1]
			for _, t := range i.Targets {
				if i.Operator == plan.OperatorUnknown && t.Value != last.Value {
					continue // the plan does not say how they compare
				}
				switch {
				case t.When() != last.When():
				case real.met(last.Value, t.Value):
					j.met++
				default:
					j.missed++
				}
			}
			if final, result := finalOf(real.Kind, i); result != nil && real.met(result.Value, final.Value) {
				j.final++
			}
		}
	}
	return j
}

// finalOf is the last target of an indicator and the last result that can be held
// against it: of a number, one of as long a time.
func finalOf(kind string, i *plan.Indicator) (target, result *plan.YearValue) {
	if len(i.Targets) == 0 {
		return nil, nil
	}
	target = &i.Targets[len(i.Targets)-1]
	for n := range i.Results {
		if kind != "" || strings.HasSuffix(i.Results[n].Period, "semestre") == strings.HasSuffix(target.Period, "semestre") {
			result = &i.Results[n]
		}
	}
	return target, result
}

// said takes the number out of "1 ha", "40 hanno", "nessuno ha".
var progressPart = regexp.MustCompile(`([\d.]+) (?:è |sono )?(conclus[oi]|in corso|da avviare|sospes[oi])`)

// progress reports whether counts of projects by state are those of the world,
// among the described ones whose state the plan tells.
func (s *saying) progress(text string) bool {
	count := map[string]int{}
	for _, p := range s.e.AllProjects() {
		if p.Progress != plan.ProgressUnknown {
			count[s.real(p).Progress]++
		}
	}
	words := map[string]string{"conclusi": "concluso", "sospesi": "sospeso"}
	for _, m := range progressPart.FindAllStringSubmatch(text, -1) {
		state := m[2]
		if w := words[state]; w != "" {
			state = w
		}
		if count[state] != int(number(m[1])) {
			return false
		}
	}
	return true
}

// Names of the series of the chart of the indicators.
const (
	centred  = "Obiettivo dell’anno centrato"
	missed   = "Obiettivo dell’anno non centrato"
	unjudged = "Senza confronto"
)

var indicatorForms = forms(map[string]func(*saying) bool{
	`(?:Dei|Degli) {N} indicatori(?: con un obiettivo)?(?: la fonte non dà ancora un risultato|, {N} (?:ha|hanno) un risultato: (.*))`: func(s *saying) bool {
		j := s.judge(s.e.AllProjects())
		return s.n(1) == j.wanted && (s.words[2] == "" && j.measured == 0 || s.n(2) == j.measured) && s.judgement(s.words[3], j)
	},
	`(?:I|Gli) {N} indicatori(?: con un obiettivo)? hanno tutti un risultato: (.*)`: func(s *saying) bool {
		j := s.judge(s.e.AllProjects())
		return s.n(1) == j.wanted && s.n(1) == j.measured && s.judgement(s.words[2], j)
	},
	`L’unico indicatore(?: con un obiettivo)? (.*)`: func(s *saying) bool {
		j := s.judge(s.e.AllProjects())
		if j.wanted != 1 {
			return false
		}
		said, final := strings.CutSuffix(s.words[1], " ed è già al traguardo finale")
		if final && j.final != 1 {
			return false
		}
		switch said {
		case "non ha un risultato nella fonte":
			return j.measured == 0
		case "ha centrato l’obiettivo dell’anno":
			return j.met == 1
		case "non ha centrato l’obiettivo dell’anno":
			return j.missed == 1
		}
		return said == "ha un risultato che non si può confrontare con un obiettivo dell’anno"
	},
	`{N} (?:è|sono) già al traguardo finale`:                                        func(s *saying) bool { return s.n(1) <= s.judge(s.e.AllProjects()).final },
	`Indicatori del progetto {S}`:                                                   everySaying,
	`«Senza confronto»: manca un risultato, oppure un obiettivo per lo stesso anno`: everySaying,
})

var (
	metPart    = regexp.MustCompile(`([\d.]+) (?:ha|hanno) centrato`)
	missedPart = regexp.MustCompile(`([\d.]+) (?:no\b|non (?:ha|hanno) centrato)`)
)

// judgement reports whether no more results are said to meet the target of their
// year, or to miss it, than do.
func (s *saying) judgement(said string, j judged) bool {
	count := func(re *regexp.Regexp) int {
		if m := re.FindStringSubmatch(said); m != nil {
			return int(number(m[1]))
		}
		return 0
	}
	return count(metPart) <= j.met && count(missedPart) <= j.missed
}

// outcome holds how the open data judge a result against the world.
func (c *checker) outcome(at, project, name, when, outcome string) {
	p := c.describedProject(project)
	for _, i := range c.real(p).Indicators {
		if i.Name != name {
			continue
		}
		for _, r := range i.Results {
			for _, t := range i.Targets {
				if r.when() == when && t.when() == when && i.met(r.Value, t.Value) == (outcome == "centrato") {
					return
				}
			}
		}
	}
	c.fault("false: %s: %s of %s, %s is %s", at, name, project, when, outcome)
}

const timeForm = `(?:I{1,2} semestre )?\d{4}`

var (
	yearForm     = regexp.MustCompile(`Nel (` + timeForm + `) obiettivo (non )?raggiunto`)
	finalForm    = regexp.MustCompile(`(?:Obiettivo(?: del ` + timeForm + `)? (non (?:ancora )?)?raggiunto|Già al livello dell’obiettivo del ` + timeForm + `)`)
	coveredForm  = regexp.MustCompile(`(\d+) % del percorso`)
	standingForm = regexp.MustCompile(`^(?:(?:Nel ` + timeForm + ` obiettivo (?:non )?raggiunto|Obiettivo(?: del ` + timeForm + `)? (?:non (?:ancora )?)?raggiunto|Già al livello dell’obiettivo del ` + timeForm + `|\d+ % del percorso(?: verso il ` + timeForm + `)?|Non si può calcolare) ?)+$`)
	// besideValues is what stands between the values of a cell.
	besideValues = regexp.MustCompile(`^(?:almeno|al massimo|entro (?:il |l’)?|` + plan.NotSaid + `|\s)*$`)
)

// valuesSaid reports whether a cell has values that are so, and nothing else.
func valuesSaid(text, kind string, all []*value) bool {
	for _, v := range all {
		if v == nil {
			continue
		}
		for _, printed := range []string{v.said(kind) + " (" + v.when() + ")", v.said(kind)} {
			day := kind == "giorno" && v.Period == ""
			if at := strings.Index(" "+strings.ReplaceAll(text, "’", "’ ")+" ", " "+printed+" "); at >= 0 && (strings.HasSuffix(printed, ")") || day) {
				text = strings.Replace(text, printed, "", 1)
				break
			}
		}
	}
	return besideValues.MatchString(text)
}

// indicatorCell holds a cell of the table of indicators against the world.
func (c *checker) indicatorCell(at string, p *plan.Project, row, heading, text string) {
	name, _, _ := strings.Cut(row, " ")
	i := slices.IndexFunc(p.Indicators, func(i *plan.Indicator) bool { return i.Name == name })
	if i < 0 {
		c.fault("unknown: %s: the indicator %q", at, row)
		return
	}
	real, written := c.indicator(p, p.Indicators[i]), p.Indicators[i]
	values := map[string][]*value{"Valore iniziale": {real.Base}, "Risultati": real.Results, "Obiettivi": real.Targets}
	if all, ok := values[heading]; ok {
		if !valuesSaid(text, real.Kind, all) {
			c.fault("false: %s: %s of %s: %s", at, heading, row, text)
		}
		return
	}
	if heading != "Avanzamento" || !standingForm.MatchString(text) {
		c.fault("unknown: %s: %s of %s: %s", at, heading, row, text)
		return
	}
	in := func(all []*value, when string) float64 {
		i := slices.IndexFunc(all, func(v *value) bool { return v.when() == when })
		return all[i].Value
	}
	for _, m := range yearForm.FindAllStringSubmatch(text, -1) {
		if real.met(in(real.Results, m[1]), in(real.Targets, m[1])) != (m[2] == "") {
			c.fault("false: %s: %s: %s", at, row, text)
		}
	}
	result, target, over := 0.0, 0.0, false
	if t, r := finalOf(real.Kind, written); r != nil {
		result, target, over = r.Value, t.Value, real.Kind == "giorno" || t.Year < r.Year || t.Year == r.Year && (r.Period == "" || t.Period != "" && t.Period <= r.Period)
	}
	if m := finalForm.FindStringSubmatch(yearForm.ReplaceAllString(text, "")); m != nil {
		soon := strings.HasPrefix(m[0], "Già") || m[1] == "non ancora "
		if real.met(result, target) != (m[1] == "") || over && soon || strings.HasPrefix(m[0], "Obiettivo") && m[1] != "non ancora " && !over {
			c.fault("false: %s: %s: %s", at, row, text)
		}
	}
	if m := coveredForm.FindStringSubmatch(text); m != nil {
		if target, _ := finalOf("", written); real.Base.Period == "" && target.Period != "" {
			c.fault("false: %s: %s: %s: the first value is of a whole year", at, row, text)
		}
		share := 100 * (result - real.Base.Value) / (target - real.Base.Value)
		if n := number(m[1]); n > max(0, share)+1e-6 || n+1 <= min(100, share) {
			c.fault("false: %s: %s: %s, it is %v", at, row, text, share)
		}
	}
}
