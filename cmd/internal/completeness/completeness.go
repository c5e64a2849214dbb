// SPDX-License-Identifier: EUPL-1.2

// Package completeness says what a plan is asked to tell of itself, what of it
// is there, and who can write the rest.
//
// What is asked comes from three places. DM 132/2022 asks of the smart-working
// section of the PIAO enabling conditions (organisational, technological, of
// training), objectives, contributions to performance and indicators; the
// duty to inform workers about safety is in art. 22 of L. 81/2017. The parts of
// an indicator follow AttivitaAccordo of italia/LavoroAgile. The rest is what
// a reader of the plan needs.
//
// A project that the plan counts and nobody has described is one gap: what it
// would have to say is not guessed.
package completeness

import "vetro/cmd/internal/plan"

// An Owner is who can fill a gap.
type Owner int

const (
	Source   Owner = iota + 1 // a document that the figures come from and that does not say
	Manager                   // the dirigente who approves the file of the settore
	Press                     // the ufficio stampa: technical data
	Entity                    // the ente
	Registry                  // the segreteria, or whoever keeps the act
)

// Owners lists every owner in order.
var Owners = []Owner{Source, Manager, Press, Entity, Registry}

var ownerWords = map[Owner][2]string{
	Source:   {"source", "la fonte non lo dice"},
	Manager:  {"manager", "il dirigente del settore"},
	Press:    {"press", "l'ufficio stampa"},
	Entity:   {"entity", "l'ente"},
	Registry: {"registry", "la segreteria, o chi conserva l'atto"},
}

// String returns the owner in Italian.
func (o Owner) String() string { return ownerWords[o][1] }

// Word returns the owner as the JSON form names it.
func (o Owner) Word() string { return ownerWords[o][0] }

// Where an item is asked for.
const (
	Decree     = "DM 132/2022"
	Safety     = "L. 81/2017, art. 22"
	Agreement  = "modello AttivitaAccordo di italia/LavoroAgile"
	Reading    = "lettura del piano"
	Publishing = "pubblicazione"
)

// An Item is one thing that is asked for.
type Item struct {
	Label string // Italian, lower case
	Asked string // where it is asked for
	There bool
	Owner Owner // of the gap, when it is one
}

// A Count is how many items there are of those asked.
type Count struct{ There, Asked int }

// Missing is how many are not there.
func (c Count) Missing() int { return c.Asked - c.There }

func (c Count) plus(d Count) Count { return Count{c.There + d.There, c.Asked + d.Asked} }

// A Part is what one file, or one project in it, is asked to tell.
type Part struct {
	Name  string // for people; no personal data, nothing that could drive a terminal
	File  string // slash-separated, relative to the project; "" for a project
	Items []Item
}

// Count counts the items of p.
func (p Part) Count() Count {
	var c Count
	for _, i := range p.Items {
		c.Asked++
		if i.There {
			c.There++
		}
	}
	return c
}

// Missing returns the items of p that are not there.
func (p Part) Missing() []Item {
	var out []Item
	for _, i := range p.Items {
		if !i.There {
			out = append(out, i)
		}
	}
	return out
}

// A Department is a settore with its projects. The projects that belong to no
// settore stand in one of their own.
type Department struct {
	Part
	Projects   []Part        // those described
	ToDescribe plan.Quantity // those counted and not described, each a gap; Missing when nobody can tell
	owner      Owner         // who describes them
}

// Count counts the items of d and of its projects.
func (d Department) Count() Count {
	c := d.Part.Count()
	for _, p := range d.Projects {
		c = c.plus(p.Count())
	}
	c.Asked += d.undescribed()
	return c
}

func (d Department) undescribed() int {
	if d.ToDescribe.Known() {
		return d.ToDescribe.Number
	}
	return 0
}

// An Edition is a plan: its own data, the act that approves it, its settori.
type Edition struct {
	ID, Title   string
	Draft       bool
	Data, Act   Part
	Departments []Department

	// Unplaced are the projects of which the source does not tell the settore:
	// the same gap as the counts that settori lack, so not one more item.
	Unplaced, InPlan plan.Quantity
}

// Count counts all that is asked of e.
func (e Edition) Count() Count {
	c := e.Data.Count().plus(e.Act.Count())
	for _, d := range e.Departments {
		c = c.plus(d.Count())
	}
	return c
}

// A Report is all that is asked of a publication.
type Report struct {
	Entity   Part // the ente
	Editions []Edition
}

// Count counts all that is asked of r.
func (r Report) Count() Count {
	c := r.Entity.Count()
	for _, e := range r.Editions {
		c = c.plus(e.Count())
	}
	return c
}

// ByOwner counts the gaps of each owner.
func (r Report) ByOwner() map[Owner]int {
	gaps := map[Owner]int{}
	note := func(p Part) {
		for _, i := range p.Missing() {
			gaps[i.Owner]++
		}
	}
	note(r.Entity)
	for _, e := range r.Editions {
		note(e.Data)
		note(e.Act)
		for _, d := range e.Departments {
			note(d.Part)
			for _, p := range d.Projects {
				note(p)
			}
			gaps[d.owner] += d.undescribed()
		}
	}
	return gaps
}
