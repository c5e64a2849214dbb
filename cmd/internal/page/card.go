// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
	"vetro/cmd/internal/site"
)

// maxCards is how many projects of an edition have a card of their own. A card
// takes a tenth of a second the first time: beyond this, projects show that of
// their edition.
const maxCards = 100

// A Share is what other sites show of a page that somebody shares: see ogp.me.
type Share struct {
	Site  string
	Image string // absolute address
	Alt   string
}

// cardOf is a card with the page it is of.
type cardOf struct {
	address string
	card    chart.Card
}

// drawCards draws the cards of editions, settori and projects. They are of use
// only to who knows their absolute address.
func (b *Builder) drawCards(ctx context.Context) error {
	b.cards = map[string]site.File{}
	if b.base == "" || b.in.Card == nil {
		return nil
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	var mu sync.Mutex
	for _, e := range b.shown {
		for _, c := range b.cardsOf(e) {
			group.Go(func() error {
				if err := ctx.Err(); err != nil {
					return err
				}
				data, err := b.in.Card(c.card)
				if err != nil {
					return err
				}
				mu.Lock()
				defer mu.Unlock()
				b.cards[c.address] = site.File{Path: strings.TrimPrefix(c.address, "/") + "anteprima.png", Data: data}
				return nil
			})
		}
	}
	return group.Wait()
}

func (b *Builder) cardsOf(e *plan.Edition) []cardOf {
	p := page{b: b, edition: e}
	above := p.header().Title + ", piano " + e.ID
	if s := p.standing(); s != "" {
		above = s
	}
	out := []cardOf{{route.Edition.At(e.ID), chart.Card{Above: above, Title: e.Name(), Figures: figures(
		counted{e.ProjectsInPlan, "progetto nel piano", "progetti nel piano"}, counted{e.Employees, "dipendente", "dipendenti"})}}}
	for _, d := range e.Departments {
		out = append(out, cardOf{route.Department.At(e.ID, d.ID), chart.Card{Above: above, Title: d.Name, Figures: figures(
			counted{d.Projects, "progetto nel piano", "progetti nel piano"}, counted{d.Staffing(), "dipendente", "dipendenti"})}})
	}
	projects := e.AllProjects()
	if len(projects) > maxCards {
		return out
	}
	for _, project := range projects {
		out = append(out, cardOf{route.Project.At(e.ID, project.ID), chart.Card{Above: above, Title: project.Title,
			Figures: figures(counted{project.Staffing(), "dipendente", "dipendenti"})}})
	}
	return out
}

// counted is a quantity and what it counts.
type counted struct {
	plan.Quantity
	one, many string
}

// figures are those of a card: what is known as a number.
func figures(all ...counted) []chart.Figure {
	var out []chart.Figure
	for _, q := range all {
		if q.Known() {
			out = append(out, chart.Figure{Value: q.String(), Words: q.Noun(q.one, q.many)})
		}
	}
	return out
}

// standing says in a few words what keeps a page from speaking in the ente's
// name; "" when nothing does.
func (p page) standing() string {
	if m := p.b.muni; m.Fictional {
		return m.Name + " non esiste: piano inventato"
	}
	s, _, _ := strings.Cut(p.unofficial(), ".")
	if s != "" {
		s += ", non ufficiale"
	}
	return s
}

// share is what p offers to who shares it: its own card, or that of its edition.
func (p page) share() *Share {
	if p.b.base == "" || p.edition == nil {
		return nil
	}
	s := &Share{Site: p.header().Title}
	for _, address := range []string{p.address, route.Edition.At(p.edition.ID)} {
		if f, ok := p.b.cards[address]; ok {
			s.Image, s.Alt = p.absolute("/"+f.Path), p.edition.Name()
			break
		}
	}
	return s
}
