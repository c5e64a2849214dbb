// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/language"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/plan"
)

// figures compares the numbers that people wrote beside projects, settori and
// employees with the figures of their edition. It reads the pages, and of the
// data what is told in sentences: goals are what somebody wants, activities
// what somebody does, and titles are those of the act.
//
// A wrong warning costs more than a missed one, because who meets two of them
// reads no third. So numbers below ten, which are often a part ("tre progetti"),
// are compared only where one settore or project is spoken of, and what may be
// about another year, another whole or somebody else is left alone: see counted.
func figures(in Input, report *diag.List) {
	f := &bookkeeper{report: report, ledgers: map[string]*ledger{}}
	for i, e := range in.Publication.Editions {
		f.ledgers[e.ID] = newLedger(e)
		if f.current == nil || f.current.State != plan.Approved && e.State == plan.Approved {
			f.current = in.Publication.Editions[i]
		}
	}
	if f.current == nil {
		return
	}
	for _, p := range in.Publication.Passages {
		// A correction tells the old number too.
		if (p.Kind == passage.Summary || p.Kind == passage.Prose) && p.What != "cosa" && p.What != "perche" {
			f.passage(p, false)
		}
	}
	for _, page := range in.Pages {
		for _, p := range page.Passages {
			// The words of a link stand in the block before it, those of others
			// stay as they are.
			if p.Kind != passage.Link {
				agreement(p, report)
			}
			if p.Kind != passage.Link && p.What != narrative.Quotation {
				f.passage(p, true)
			}
		}
	}
}

// A bookkeeper compares what texts say with the ledgers.
type bookkeeper struct {
	report  *diag.List
	ledgers map[string]*ledger
	current *plan.Edition // what a text of no edition speaks of
}

// passage compares the numbers of p. In a page a figure may be bound.
func (f *bookkeeper) passage(p passage.Passage, page bool) {
	if !hasNumber(p.Text) {
		return
	}
	edition := p.Edition
	if edition == "" {
		edition = f.current.ID
	}
	l := f.ledgers[edition]
	if l == nil {
		return
	}
	others := language.Quoted(p.Text)
	for _, s := range language.Sentences(p.Text) {
		for _, c := range counted(s.Of(p.Text), l) {
			c.span.Start += s.Start
			c.span.End += s.Start
			c.number.Start += s.Start
			c.number.End += s.Start
			if !p.ByHand(c.number.Start, c.number.End) || overlaps(others, c.span) {
				continue
			}
			f.compare(p, c, l, page && p.Edition != "")
		}
	}
}

// hasNumber is a quick look for figures and for the commonest number words.
func hasNumber(text string) bool {
	if strings.ContainsAny(text, "0123456789") {
		return true
	}
	for _, w := range language.Words(text) {
		if _, ok := language.Cardinal(w.Lower); ok {
			return true
		}
	}
	return false
}

func overlaps(spans []language.Span, s language.Span) bool {
	return slices.ContainsFunc(spans, func(o language.Span) bool { return o.Start < s.End && s.Start < o.End })
}

// compare reports c unless a figure of l says the same.
func (f *bookkeeper) compare(p passage.Passage, c count, l *ledger, bindable bool) {
	var figures, same []plan.Figure
	if c.value >= 10 {
		if column := l.units[c.key]; column != nil {
			figures, same = column.all, column.numbers[c.value]
		}
	} else if scope := l.scope(p, c.sentence); scope != nil && c.whole {
		figures = scope.of(c.key)
		same = equal(figures, c.value)
	} else {
		return
	}
	if c.profile != "" {
		if exact := equal(l.profiles[c.profile], c.value); len(exact) > 0 {
			same = exact // these and no others are meant
		} else if l.sums[c.profile][c.value] {
			return
		}
	}
	switch {
	case len(same) == 0 && slices.ContainsFunc(figures, func(f plan.Figure) bool { return c.hedge.allows(c.value, f.Value) }):
	case len(same) == 0:
		if scope := l.scope(p, c.sentence); scope != nil { // what the sentence is about is the nearest
			figures = slices.Concat(scope.of(c.key), figures)
		}
		f.disagrees(p, c, figures, bindable)
	case c.hedge == plain && !slices.ContainsFunc(same, func(f plan.Figure) bool { return f.Value.Precision == plan.Exact }):
		if scope := l.scope(p, c.sentence); scope != nil && c.profile == "" {
			same = slices.Concat(equal(scope.of(c.key), c.value), same)
		}
		f.tooFirm(p, c, same[0], bindable)
	}
}

// equal returns the figures whose number is n.
func equal(figures []plan.Figure, n int) []plan.Figure {
	var out []plan.Figure
	for _, f := range figures {
		if f.Value.Known() && f.Value.Number == n {
			out = append(out, f)
		}
	}
	return out
}

// nearest returns the figure nearest to n and, if it is near too, the next one of
// another value.
func nearest(figures []plan.Figure, n int) []plan.Figure {
	known := slices.DeleteFunc(slices.Clone(figures), func(f plan.Figure) bool { return !f.Value.Known() })
	slices.SortStableFunc(known, func(a, b plan.Figure) int {
		return cmp.Compare(distance(a.Value.Number, n), distance(b.Value.Number, n))
	})
	known = slices.CompactFunc(known, func(a, b plan.Figure) bool { return a.Value == b.Value })
	if len(known) > 1 && distance(known[1].Value.Number, n) > max(2, n/4) {
		return known[:1]
	}
	return known[:min(len(known), 2)]
}

func distance(a, b int) int { return max(a-b, b-a) }

// disagrees reports a number that no figure has.
func (f *bookkeeper) disagrees(p passage.Passage, c count, figures []plan.Figure, bindable bool) {
	d := p.At(c.span.Start, c.span.End-c.span.Start)
	d.Severity, d.Code = diag.Warning, "figure-disagrees"
	d.Message = fmt.Sprintf("%s non torna con i dati: nessuna cifra di %s è %s", diag.Quote(p.Text[c.span.Start:c.span.End]), c.key.unit, plan.Count(c.value))
	for _, figure := range figures {
		if figure.Value.Precision == plan.FewerThan && c.value < figure.Value.Number { // the number may be right, and must not be told
			d.Message = fmt.Sprintf("%s: un gruppo così piccolo si pubblica come %s, perché il numero farebbe riconoscere qualcuno", diag.Quote(p.Text[c.span.Start:c.span.End]), diag.Quote(figure.Value.String()))
			d.Hint = "scrivi così anche qui, oppure togli il numero"
			f.report.Add(d)
			return
		}
	}
	near := nearest(figures, c.value)
	if len(near) == 0 {
		d.Hint = fmt.Sprintf("i dati non dicono quanti sono: scrivi la cifra nei dati oppure togli il numero («vetro help cifre» elenca le cifre di %s)", c.key.unit)
		for _, figure := range figures {
			if figure.Value.Precision == plan.InWords {
				d.Hint = fmt.Sprintf("i dati dicono %s: %s", diag.Quote(figure.Value.String()), f.use(figure, bindable))
				break
			}
		}
		f.report.Add(d)
		return
	}
	var values []string
	for _, figure := range near {
		values = append(values, fmt.Sprintf("%s (%s)", figure.Value, figure.Meaning))
	}
	d.Hint = fmt.Sprintf("la cifra più vicina è %s; %s", strings.Join(values, ", poi "), f.use(near[0], bindable))
	f.report.Add(d)
}

// tooFirm reports a number whose figure is not that certain.
func (f *bookkeeper) tooFirm(p passage.Passage, c count, figure plan.Figure, bindable bool) {
	d := p.At(c.span.Start, c.span.End-c.span.Start)
	d.Severity, d.Code = diag.Warning, "figure-too-firm"
	d.Message = fmt.Sprintf("%s sembra un conto esatto, ma nei dati la cifra è %s", diag.Quote(p.Text[c.span.Start:c.span.End]), diag.Quote(figure.Value.String()))
	d.Hint = f.use(figure, bindable)
	if !bindable {
		d.Hint = "scrivi " + diag.Quote(figure.Value.String())
	}
	f.report.Add(d)
}

// use says how to write the figure.
func (f *bookkeeper) use(figure plan.Figure, bindable bool) string {
	if bindable {
		return fmt.Sprintf("al posto del numero scrivi «{{ %s }}», così non invecchia", figure.Name)
	}
	return "correggi il numero, oppure la cifra nei dati"
}
