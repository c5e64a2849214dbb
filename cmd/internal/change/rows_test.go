// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/plan"
)

func TestRows(t *testing.T) {
	before, after := base("2022"), base("2023")
	teaching(after).Staff[0].Employees = plan.Count(15)
	teaching(after).Staff[1].Employees = plan.Quantity{Number: 3, Precision: plan.FewerThan}
	teaching(after).Goals = []string{"Meno viaggi", "Più tempo"}
	time(after).Baseline.Value = 1234.5
	l := Between(before, after)
	got := map[string][]string{}
	for _, row := range l.Rows() {
		if len(row) != 13 {
			t.Fatalf("%d columns, want %d: %q", len(row), 13, row)
		}
		got[row[5]] = row
	}
	where := []string{"progetto", "smart-teaching", "Smart Teaching", "Scuola"}
	of := func(kind string, rest ...string) []string { return append(append([]string{kind}, where...), rest...) }
	want := map[string][]string{
		"personale › Coordinatori › dipendenti": of("numero di dipendenti", "personale › Coordinatori › dipendenti", "fino a 12", "15", "12", "fino a", "15", "esatto",
			"Nel progetto «Smart Teaching» i dipendenti del profilo «Coordinatori» passano da «fino a 12» a 15."),
		"personale › Insegnanti › dipendenti": of("numero di dipendenti", "personale › Insegnanti › dipendenti", "80", "meno di 3", "80", "esatto", "", "meno di",
			"Nel progetto «Smart Teaching» i dipendenti del profilo «Insegnanti» passano da 80 a «meno di 3»."),
		"obiettivi": of("elenco", "obiettivi", "Meno viaggi", "Meno viaggi; Più tempo", "", "", "", "",
			"Nel progetto «Smart Teaching» cambiano gli obiettivi: si aggiunge «Più tempo»."),
		"indicatori › Tempo medio › base": of("valore di partenza di un indicatore", "indicatori › Tempo medio › base", "38 giorni (2021)", "1.234,5 giorni (2021)", "38", "", "1234.5", "",
			"Per l’indicatore «Tempo medio» del progetto «Smart Teaching» cambia il valore di partenza: prima 38 giorni (2021), ora 1.234,5 giorni (2021)."),
	}
	for field, row := range want {
		if diff := cmp.Diff(row, got[field]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", field, diff)
		}
	}
}

func TestWriteJSON(t *testing.T) {
	before, after := base("2022"), base("2023")
	teaching(after).Staff[0].Employees = plan.Count(15)
	teaching(after).Title = "Scuola <b>agile</b>"
	var b strings.Builder
	if err := Between(before, after).WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	for _, line := range lines {
		var fields map[string]any
		if err := json.Unmarshal([]byte(line), &fields); err != nil || len(fields) != 11 {
			t.Errorf("%d fields, %v: %s", len(fields), err, line)
		}
	}
	const title = `{"kind":"project-retitled","scope":"project","id":"smart-teaching","old_id":"smart-teaching","title":"Scuola <b>agile</b>","department":"scuola",` +
		`"field":"titolo","before":{"text":"Smart Teaching","number":null,"precision":null,"items":null},"after":{"text":"Scuola <b>agile</b>","number":null,"precision":null,"items":null},` +
		`"computed":false,"sentence":"Il progetto «Smart Teaching» ora si chiama «Scuola <b>agile</b>»."}`
	const people = `"before":{"text":"fino a 12","number":12,"precision":"fino a","items":null},"after":{"text":"15","number":15,"precision":"esatto","items":null},"computed":false`
	if !strings.Contains(b.String(), title+"\n") || !strings.Contains(b.String(), people) {
		t.Errorf("got %s\nwant a line\n%s\nand a line with\n%s", b.String(), title, people)
	}
}

// TestSummary: the count agrees with its noun, for none, one and many.
func TestSummary(t *testing.T) {
	many := func(n int) *plan.Edition {
		e := base("2023")
		for i := range n {
			d := e.Departments[1]
			d.Described = append(d.Described, &plan.Project{ID: fmt.Sprintf("nuovo-%d", i), Title: fmt.Sprintf("Nuovo %d", i), Source: pool[0], Department: d})
		}
		return e
	}
	for n, want := range map[int]string{0: "nessuna differenza", 1: "1 progetto nuovo", 100: "100 progetti nuovi"} {
		l := Between(base("2022"), many(n))
		if got := l.Summary(); got != want {
			t.Errorf("%d: Summary = %q, want %q", n, got, want)
		}
		if got := l.Empty(); got != (n == 0) {
			t.Errorf("%d: Empty = %t", n, got)
		}
	}
	e := many(3)
	teaching(e).Progress, teaching(e).Note = plan.Completed, "" // counted once
	e.Transversal[0].Note = "Per tutti."
	e.Departments[0].Described[1].Note = "Più piatti."
	if got, want := Between(base("2022"), e).Summary(), "3 progetti nuovi, 1 concluso, 2 cambiati"; got != want {
		t.Errorf("Summary = %q, want %q", got, want)
	}
}

// TestByDepartment: each change is in one group, each settore has one, and they
// stand in the order of the pages.
func TestByDepartment(t *testing.T) {
	for seed := range uint64(rounds) {
		g := newGenerator(seed)
		l := Between(g.edition("2022"), g.edition("2023"))
		seen, n := map[string]bool{}, 0
		for i, group := range l.ByDepartment() {
			key := group.Department + "|" + group.Title
			if seen[key] || len(group.Changes) == 0 || group.Title == "" {
				t.Fatalf("seed %d: group %q with %d changes, seen before: %t", seed, key, len(group.Changes), seen[key])
			}
			if (group.Title == "Il piano") != (group.Changes[0].Subject.Scope == Plan) || group.Title == "Il piano" && i > 0 {
				t.Errorf("seed %d: group %d is %q", seed, i, group.Title)
			}
			seen[key] = true
			n += len(group.Changes)
		}
		if n != len(l.Changes) {
			t.Fatalf("seed %d: %d changes in groups, %d in all", seed, n, len(l.Changes))
		}
	}
}

// TestGroupsApart: what is of the plan and what is of no settore do not mix.
func TestGroupsApart(t *testing.T) {
	e := base("2023")
	e.Title, e.Transversal[0].Note = "Piano nuovo", "Per tutti."
	var got []string
	for _, g := range Between(base("2022"), e).ByDepartment() {
		got = append(got, fmt.Sprintf("%s %d", g.Title, len(g.Changes)))
	}
	if diff := cmp.Diff([]string{"Il piano 1", "Fuori dai settori 1"}, got); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
}
