// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// project reads a [[progetto]]. Its id is unique in the edition, whatever the
// settore: /2022/progetti/<id>/ is one address.
func (l *loader) project(t *tomldoc.Table, inherited *Source, d *Department, ids register) *Project {
	t.Require("id", "titolo")
	p := &Project{
		ID:           l.slug(t, "id"),
		Title:        line(t, "titolo"),
		Summary:      prose(t, "sintesi"),
		Service:      line(t, "servizio"),
		Activities:   proses(t, "attivita"),
		Goals:        proses(t, "obiettivi"),
		DaysPerMonth: quantity(t, "giornate_al_mese"),
		Contribution: prose(t, "contributo"),
		Start:        month(t, "inizio"),
		End:          month(t, "fine"),
		Progress:     choice(t, "avanzamento", progressWords),
		Note:         prose(t, "nota"),
		Source:       l.source(t, inherited),
		Department:   d,
		Pos:          t.Here().Pos,
	}
	ids.add(l.report, valueOf(t, "id"), p.ID, "duplicate-id")
	fits(t, "titolo", p.Title, MaxTitle, "title-too-long")
	fits(t, "sintesi", p.Summary, MaxSummary, "summary-too-long")
	if p.DaysPerMonth.Number > 31 {
		fault(t, t.At("giornate_al_mese"), "invalid-quantity", fmt.Sprintf("%s vale %d: un mese ha al massimo 31 giorni", diag.Quote("giornate_al_mese"), p.DaysPerMonth.Number), "")
	}
	// "2022" may end in "2022-05": only what both say is compared.
	if n := min(len(p.Start), len(p.End)); n > 0 && p.End[:n] < p.Start[:n] {
		fault(t, t.At("fine"), "dates-out-of-order", fmt.Sprintf("la fine (%s) non può venire prima dell'inizio (%s)", p.End, p.Start), "controlla le due date")
	}
	if c := t.Table("condizioni"); c != nil {
		p.Conditions = Conditions{
			Organisational: proses(c, "organizzative"),
			Technological:  proses(c, "tecnologiche"),
			Training:       proses(c, "formative"),
			Safety:         proses(c, "sicurezza"),
		}
	}
	p.Staff = l.staff(t, p.Source)
	names := make(register)
	for _, i := range t.Tables("indicatori") {
		p.Indicators = append(p.Indicators, l.indicator(i, p.Source))
		names.add(l.report, valueOf(i, "nome"), p.Indicators[len(p.Indicators)-1].Name, "duplicate-value")
	}
	return p
}

// indicator reads one of [[progetto.indicatori]].
func (l *loader) indicator(t *tomldoc.Table, inherited *Source) *Indicator {
	t.Require("nome")
	i := &Indicator{
		Name:      line(t, "nome"),
		Dimension: line(t, "dimensione"),
		Unit:      line(t, "unita"),
		Operator:  choice(t, "operatore", operatorWords),
		Targets:   l.yearValues(t, "obiettivi"),
		Results:   l.yearValues(t, "risultati"),
		Source:    l.source(t, inherited),
	}
	if base := t.Table("base"); base != nil {
		if v, ok := yearValue(base); ok {
			i.Baseline = &v
		}
	}
	return i
}

// yearValues reads a list of { anno, valore }, one a year, and sorts it.
func (l *loader) yearValues(t *tomldoc.Table, key string) []YearValue {
	years := make(register)
	var all []YearValue
	for _, s := range t.Tables(key) {
		if v, ok := yearValue(s); ok {
			years.add(l.report, valueOf(s, "anno"), strconv.Itoa(v.Year), "duplicate-value")
			all = append(all, v)
		}
	}
	slices.SortStableFunc(all, func(a, b YearValue) int { return cmp.Compare(a.Year, b.Year) })
	return all
}

// yearValue reads { anno, valore }; false after reporting what is wrong.
func yearValue(t *tomldoc.Table) (YearValue, bool) {
	t.Require("anno", "valore")
	year := t.Int("anno")
	value, ok := t.Number("valore")
	if !t.Has("anno") || t.Kind("anno") != "un numero intero" {
		return YearValue{}, false
	}
	if year < 1990 || year > 2100 {
		fault(t, t.At("anno"), "invalid-value", fmt.Sprintf("%s vale %d: ci vuole un anno di quattro cifre", diag.Quote("anno"), year), "per esempio 2022")
		return YearValue{}, false
	}
	return YearValue{Year: year, Value: value}, ok
}
