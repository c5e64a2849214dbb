// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"crypto/sha256"
	"encoding/hex"
	"html/template"
	"strconv"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// A Rectification is a correction made after publication, for people: when,
// what, why and, on the page of the edition, of which project.
type Rectification struct {
	ID      string // its anchor on the page of the edition
	Date    date
	What    template.HTML
	Why     template.HTML
	Project *Link
}

// rectifications lists the corrections of e, newest first: those of one
// project, or all of them when project is nil.
func (p page) rectifications(e *plan.Edition, project *plan.Project, words *gloss) []Rectification {
	var out []Rectification
	for i, c := range e.Corrections {
		if project != nil && e.Renamed(plan.RenamedProject, c.Project) != project.ID {
			continue
		}
		r := Rectification{ID: rectificationID(e, i), Date: dateOf(c.Date), What: words.text(c.What), Why: words.text(c.Why)}
		if project == nil && c.Project != "" {
			for _, other := range e.AllProjects() {
				if other.ID == e.Renamed(plan.RenamedProject, c.Project) {
					r.Project = &Link{Label: other.Title, Href: p.link(route.Project.At(e.ID, other.ID))}
				}
			}
		}
		out = append(out, r)
	}
	return out
}

// rectificationSentence says a correction in plain words: of which project, what
// and why.
func rectificationSentence(e *plan.Edition, c *plan.Correction) string {
	s := c.What
	for _, project := range e.AllProjects() {
		if c.Project != "" && project.ID == e.Renamed(plan.RenamedProject, c.Project) {
			s = "Progetto «" + project.Title + "»: " + s
		}
	}
	if c.Why != "" {
		s = italian.Sentence(s) + " Perché: " + c.Why
	}
	return s
}

// rectificationID names correction i of e by its day and its words, so that the
// address stays whatever is written above or below it. Of two that say the same
// the later written has a number.
func rectificationID(e *plan.Edition, i int) string {
	c, n := e.Corrections[i], 1
	for _, other := range e.Corrections[i+1:] {
		if other.Date == c.Date && other.What == c.What {
			n++
		}
	}
	sum := sha256.Sum256([]byte(c.What))
	id := "rettifica-" + c.Date.String() + "-" + hex.EncodeToString(sum[:3])
	if n > 1 {
		id += "-" + strconv.Itoa(n)
	}
	return id
}
