// SPDX-License-Identifier: EUPL-1.2

// Package change tells what differs between two editions of a plan: each
// difference as a plain Italian sentence, as a row of open data and as values
// for a program.
//
// # What is compared
//
// All that the pages say of the plan, of its settori and of its projects. Left
// out is what belongs to an edition and not to the plan: when it is to be approved,
// was published and brought up to date, its corrections and documents, the file
// and the address of its act. The order of a list does not count, nor does white
// space; a list is the set of what it says.
//
// # Never more than the data
//
// A project described only in the newer edition is new when the older one
// describes all that it counts, and else only described now; one that is
// described no longer is gone when the newer edition describes all that it
// counts. The same holds for settori. Only what the data call "concluso" has
// ended.
package change

import "vetro/cmd/internal/plan"

// A List is every difference from one edition to another, in the order of the
// pages: the plan, then settore by settore in the order of the edition To,
// then the settori that it no longer has, then what belongs to none.
type List struct {
	From, To string // ids of the editions
	Changes  []Change
}

// A Change is one difference.
type Change struct {
	Kind          Kind
	Subject       Subject
	Path          []string // what of the subject: data keys and names, for example personale, Coordinatori, dipendenti; empty for the whole
	Before, After Value
	Sentence      string // in Italian, with its full stop

	// Computed is true of a figure of ours, or a target reached: it follows
	// from other changes of the list.
	Computed bool

	Project    *plan.Project    // the project that is there in one edition only, else nil
	Department *plan.Department // the settore that is there in one edition only, else nil
	Indicator  *plan.Indicator  // the indicator that is there in one edition only, else nil
	Ended      []string         // ids of the settori that end in the one the change is about
}

// A Scope is what a change is about.
type Scope int

const (
	Plan       Scope = iota + 1 // piano
	Department                  // settore
	Project                     // progetto
)

// String returns the word of the column "ambito": "piano", "settore" or
// "progetto".
func (s Scope) String() string { return [...]string{"", "piano", "settore", "progetto"}[s] }

// A Subject is what a change is about. Where it is in both editions, ID, Title
// and the settore are those of the later one.
type Subject struct {
	Scope          Scope
	ID             string // of the edition, for the plan
	OldID          string // in the edition From; "" when it is not there
	Title          string
	Department     string // id of its settore, or its own; "" for the plan and for what belongs to no settore
	DepartmentName string
}

// A Value is what something was or is.
type Value struct {
	Text     string          // as people read it; "" when there is nothing
	ID       string          // of a settore, a project, a source
	Quantity plan.Quantity   // of a count
	Counted  bool            // Quantity is meant
	Measure  *plan.YearValue // of an indicator
	Items    []string        // of a list, without repeats
	Act      *plan.Act
}

// Between returns what differs from a to b. Ids are followed through [[rinomina]]
// and nasce_da of the newer one and of the editions in between, if any are given,
// in any order. Both editions must have been read without errors.
func Between(a, b *plan.Edition, between ...*plan.Edition) List {
	c := &comparison{a: a, b: b, links: link(a, b, between)}
	c.sources()
	c.figures()
	c.plan()
	c.departments()
	c.begin(Subject{Scope: Project})
	for _, p := range b.Transversal {
		c.project(p)
	}
	for _, p := range a.Transversal {
		c.goneProject(p)
	}
	return List{From: a.ID, To: b.ID, Changes: c.out}
}

// A comparison is a run of Between.
type comparison struct {
	a, b    *plan.Edition
	links   *links
	replace map[string]string   // source id → the one that took its place
	figured map[string][]Change // computed figures by subject
	subject Subject             // what is being compared
	out     []Change
}

// begin turns to another subject.
func (c *comparison) begin(s Subject) { c.subject = s }

// add notes a change of the subject.
func (c *comparison) add(kind Kind, path []string, before, after Value, sentence string) *Change {
	c.out = append(c.out, Change{Kind: kind, Subject: c.subject, Path: path, Before: before, After: after, Sentence: sentence})
	return &c.out[len(c.out)-1]
}
