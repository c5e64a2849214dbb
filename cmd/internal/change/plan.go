// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
)

// plan compares what the editions say of the plan as a whole.
func (c *comparison) plan() {
	a, b := c.a, c.b
	c.begin(Subject{Scope: Plan, ID: b.ID, OldID: a.ID, Title: clean(b.Title)})
	c.state()
	c.text("titolo", "il titolo", a.Title, b.Title)
	c.text("sintesi", "la sintesi", a.Summary, b.Summary)
	c.quantity(CountChanged, []string{"progetti_nel_piano"}, "", "i progetti nel piano", a.ProjectsInPlan, b.ProjectsInPlan)
	c.people()
	c.quantity(StaffChanged, []string{"dotazione"}, "", "i dipendenti dell’ente in tutto", a.Workforce, b.Workforce)
	c.act()
	c.text("nota", "la nota", a.Note, b.Note)
	c.validity()
	c.frequency()
	c.replaced()
	c.computed("")
}

// people compares how many people the plan has in all: what the source says, unless
// one of the two is a sum, or is less than what the source says.
func (c *comparison) people() {
	a, b := c.a, c.b
	if !(a.EmployeesSummed || a.EmployeesHidden || b.EmployeesSummed || b.EmployeesHidden) {
		c.quantity(StaffChanged, []string{"dipendenti"}, "", "i dipendenti che il piano può coinvolgere", a.Employees, b.Employees)
	} else if f, ok := b.Figure("dipendenti.nel_piano"); ok && a.Employees != b.Employees {
		c.add(StaffChanged, []string{"dipendenti"}, countValue(a.Employees), countValue(b.Employees), figureSentence(f, a.Employees))
	}
}

// state compares whether the editions are approved.
func (c *comparison) state() {
	a, b := c.a, c.b
	if a.State == b.State {
		return
	}
	say := map[plan.State]string{plan.Draft: "è una bozza, non approvata", plan.Approved: "è approvata"}
	c.add(StateChanged, []string{"stato"}, textValue(a.State.String()), textValue(b.State.String()),
		"L’edizione "+a.ID+" "+say[a.State]+"; l’edizione "+b.ID+" "+say[b.State]+".")
}

// act compares what is said of the acts. Two editions have two acts: it is told
// which, not that they differ. Its file and its address are where to read it.
func (c *comparison) act() {
	a, b := &c.a.Act, &c.b.Act
	before, after := actName(*a), actName(*b)
	var s string
	switch {
	case before == after:
	case after == "":
		s = "L’edizione " + c.b.ID + " non dice con quale atto è approvata; per l’edizione " + c.a.ID + " era " + article(a.Kind) + before + "."
	case before == "":
		s = "L’atto dell’edizione " + c.b.ID + " è " + article(b.Kind) + after + "; l’edizione " + c.a.ID + " non diceva quale fosse."
	default:
		s = "L’atto dell’edizione " + c.b.ID + " è " + article(b.Kind) + after + "; quello dell’edizione " + c.a.ID + " era " + article(a.Kind) + before + "."
	}
	if s != "" {
		c.add(ActChanged, []string{"atto"}, Value{Text: before, Act: a}, Value{Text: after, Act: b}, s)
	}
	yes := map[bool]string{true: "sì", false: "no"}
	if a.Confirmed != b.Confirmed {
		s := "I dati dell’atto dell’edizione " + c.b.ID + " non sono confermati; quelli dell’edizione " + c.a.ID + " sì."
		if b.Confirmed {
			s = "I dati dell’atto dell’edizione " + c.b.ID + " sono confermati; quelli dell’edizione " + c.a.ID + " no."
		}
		c.add(ActChanged, []string{"atto", "confermato"}, textValue(yes[a.Confirmed]), textValue(yes[b.Confirmed]), s)
	}
	c.text("atto.nota", "la nota sull’atto", a.Note, b.Note)
}

// article is what goes before the name of an act.
func article(k plan.ActKind) string {
	if k == plan.ActDeliberazione || k == plan.ActDeterminazione {
		return "la "
	}
	return "un "
}

// actName names an act in one line: "deliberazione della Giunta comunale n. 12
// del 24 marzo 2022"; "" when nothing is known of it.
func actName(a plan.Act) string {
	body, number, date := clean(a.Body), clean(a.Number), clean(a.DateText)
	if d := day(a.Date); d != "" {
		date = strings.TrimSuffix(d+" ("+date+")", " ()")
	}
	if a.Kind == 0 && body+number+date == "" {
		return ""
	}
	s := "atto"
	switch a.Kind {
	case plan.ActDeliberazione, plan.ActDeterminazione:
		s = a.Kind.String()
	case plan.ActToVerify:
		s = "atto di tipo da verificare"
	}
	if body != "" {
		s += of(body)
	}
	if number != "" {
		s += " n. " + number
	}
	return s + italian.OfDay(date)
}

// of joins the name of a body to the act it made: " della Giunta comunale". A
// body whose article is not known follows in brackets.
func of(body string) string {
	first, _, _ := strings.Cut(strings.ToLower(body), " ")
	switch first {
	case "giunta", "segreteria", "direzione":
		return " della " + body
	case "consiglio", "commissario", "sindaco", "segretario", "dirigente", "direttore", "settore":
		return " del " + body
	}
	return " (" + body + ")"
}

// validity compares until when the editions are in force.
func (c *comparison) validity() {
	before, after := day(c.a.InForceUntil), day(c.b.InForceUntil)
	var s string
	switch {
	case before == after:
		return
	case before == "":
		s = "Ora si sa fino a quando vale il piano: " + after + "."
	case after == "":
		s = "Non si dice più fino a quando vale il piano: prima " + before + "."
	default:
		s = "Cambia la data fino a cui vale il piano: prima " + before + ", ora " + after + "."
	}
	c.add(ValidityChanged, []string{"in_vigore_fino"}, textValue(before), textValue(after), s)
}

// frequency compares how often the data are brought up to date.
func (c *comparison) frequency() {
	before, after := c.a.Frequency.String(), c.b.Frequency.String()
	var s string
	switch {
	case before == after:
		return
	case before == "":
		s = "Ora si sa ogni quanto si aggiornano i dati: la frequenza è " + after + "."
	case after == "":
		s = "Non si dice più ogni quanto si aggiornano i dati: prima la frequenza era " + before + "."
	default:
		s = "Cambia ogni quanto si aggiornano i dati: prima la frequenza era " + before + ", ora è " + after + "."
	}
	c.add(FrequencyChanged, []string{"frequenza"}, textValue(before), textValue(after), s)
}
