// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"strings"
	"testing"

	"vetro/cmd/internal/plan"
)

// TestSmallGroup: a group too small for its number is named as such everywhere,
// draws no mark, and leaves no number for machines.
func TestSmallGroup(t *testing.T) {
	small := plan.Quantity{Precision: plan.FewerThan, Number: 3}
	if got, want := string(figure(small)), `<span class="cifra">meno di 3</span>`; got != want {
		t.Errorf("figure = %s, want %s", got, want)
	}
	if v := valueOf(small); v.Known || v.Number != 0 || v.Label != "meno di 3" {
		t.Errorf("drawn as %+v, want no mark and the words", v)
	}
	if got, want := involves(small), "coinvolge meno di 3 dipendenti"; got != want {
		t.Errorf("involves = %q, want %q", got, want)
	}
	alone := &plan.Project{Staff: []*plan.StaffProfile{{Profile: "Messi", Employees: small}, {Profile: "Addetti", Employees: plan.Count(12)}}}
	if got, want := staffFinding(alone), "Il progetto coinvolge più di 12 dipendenti: il profilo più numeroso è «Addetti», 12."; got != want {
		t.Errorf("finding = %q, want %q", got, want)
	}
	e := &plan.Edition{Departments: []*plan.Department{
		{Name: "Musei", Staff: []*plan.StaffProfile{{Employees: small}}},
		{Name: "Tributi", Staff: []*plan.StaffProfile{{Employees: plan.Count(12)}}},
	}}
	if got, want := employeesFinding(e), "«Musei» coinvolge meno di 3 dipendenti."; !strings.Contains(got, want) {
		t.Errorf("finding = %q, want it to say %q", got, want)
	}
	e.Employees, e.EmployeesHidden = plan.Quantity{Precision: plan.InWords, Text: "12 e meno di 3"}, true
	for _, gap := range editionGaps(e) {
		if strings.Contains(gap, "dipendenti") {
			t.Errorf("the source is said to leave out %q, and it does not", gap)
		}
	}
}
