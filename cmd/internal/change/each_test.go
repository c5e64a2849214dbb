// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// base is a small edition in which everything is said.
func base(id string) *plan.Edition {
	school := &plan.Department{
		ID: "scuola", Name: "Scuola", NameSource: true, Projects: plan.Count(2), Offices: []string{"Nidi"}, Activities: []string{"Iscrivere"},
		Staff: []*plan.StaffProfile{{Profile: "Bidelli", Employees: plan.Count(4), Source: pool[0]}}, Note: "Una nota.", Source: pool[0],
	}
	taxes := &plan.Department{ID: "tributi", Name: "Tributi", NameSource: true, Projects: plan.Count(1), Source: pool[0]}
	greens := &plan.Department{ID: "verde", Name: "Verde", NameSource: true, Projects: plan.Count(0), Source: pool[0]}
	teaching := &plan.Project{
		ID: "smart-teaching", Title: "Smart Teaching", Summary: "Insegnare anche da casa.", Service: "Nidi d’infanzia",
		Activities: []string{"Preparare"}, Goals: []string{"Meno viaggi"}, DaysPerMonth: plan.Count(8),
		Conditions: plan.Conditions{
			Organisational: []string{"Turni"}, Technological: []string{"Portatili"}, Training: []string{"Un corso"}, Safety: []string{"Reti protette"},
		},
		Contribution: "Rende il servizio più pronto.", Start: "2022-03", End: "2024-12", Progress: plan.Ongoing, Note: "Dura tre anni.",
		Staff: []*plan.StaffProfile{
			{Profile: "Coordinatori", Employees: plan.Quantity{Number: 12, Precision: plan.UpTo}, Source: pool[0]},
			{Profile: "Insegnanti", Employees: plan.Count(80), Source: pool[0]},
		},
		Indicators: []*plan.Indicator{{
			Name: "Tempo medio", Dimension: "efficienza", Unit: "giorni", Operator: plan.OperatorAtMost,
			Baseline: &plan.YearValue{Year: 2021, Value: 38}, Targets: []plan.YearValue{{Year: 2022, Value: 30}, {Year: 2023, Value: 25}},
			Results: []plan.YearValue{{Year: 2022, Value: 31.5}}, Source: pool[0],
		}},
		Source: pool[0], Department: school,
	}
	meals := &plan.Project{ID: "mense", Title: "Mense", Progress: plan.Completed, Source: pool[0], Department: school}
	instalments := &plan.Project{ID: "rate", Title: "Pagare a rate", Source: pool[0], Department: taxes}
	shared := &plan.Project{ID: "trasversale", Title: "Gestione di tutti", Source: pool[0]}
	school.Described = []*plan.Project{teaching, meals}
	taxes.Described = []*plan.Project{instalments}
	return &plan.Edition{
		ID: id, Title: "Piano", Summary: "Un piano.", State: plan.Approved, ProjectsInPlan: plan.Count(4), Employees: plan.Quantity{Precision: plan.InWords, Text: "diverse decine"},
		Source: pool[0], Note: "Nota del piano.", InForceUntil: tomldoc.Date{Year: 2024, Month: 12, Day: 31}, Frequency: plan.Annual,
		Act: plan.Act{
			Kind: plan.ActDeliberazione, Body: "Giunta comunale", Number: "12", Date: tomldoc.Date{Year: 2022, Month: 3, Day: 8},
			Note: "Nota dell’atto.", Confirmed: true,
		},
		Departments: []*plan.Department{school, taxes, greens}, Transversal: []*plan.Project{shared},
	}
}

// each is one thing that may happen to an edition, and the kinds of change it is
// told as, without what is computed.
var each = []struct {
	field string // of package plan; what only tells the cases apart follows after a space
	do    func(e *plan.Edition)
	want  []Kind
}{
	{"Edition.Title", func(e *plan.Edition) { e.Title = "Piano nuovo" }, []Kind{TextChanged}},
	{"Edition.Title spelt", func(e *plan.Edition) { e.Title = "PIANO" }, []Kind{TextChanged}},
	{"Edition.Summary", func(e *plan.Edition) {
		e.Summary = "Un piano che dice che cosa si fa, chi lo fa, quando lo fa e con quali risultati."
	}, []Kind{TextChanged}},
	{"Edition.State", func(e *plan.Edition) { e.State = plan.Draft }, []Kind{StateChanged}},
	{"Edition.ProjectsInPlan", func(e *plan.Edition) { e.ProjectsInPlan = plan.Count(11) }, []Kind{CountChanged}},
	{"Edition.ProjectsInPlan firm", func(e *plan.Edition) { e.ProjectsInPlan.Precision = plan.About }, []Kind{CountChanged}},
	{"Edition.ProjectsInPlan none", func(e *plan.Edition) { e.ProjectsInPlan = plan.Quantity{} }, []Kind{CountChanged}},
	{"Edition.Employees", func(e *plan.Edition) { e.Employees = plan.Quantity{Number: 1200, Precision: plan.About} }, []Kind{StaffChanged}},
	{"Edition.Source", func(e *plan.Edition) { e.Source = pool[1] }, []Kind{SourceChanged}},
	{"Edition.Note", func(e *plan.Edition) { e.Note = "" }, []Kind{TextChanged}},
	{"Edition.InForceUntil", func(e *plan.Edition) { e.InForceUntil = tomldoc.Date{Year: 2025, Month: 8, Day: 1} }, []Kind{ValidityChanged}},
	{"Edition.InForceUntil none", func(e *plan.Edition) { e.InForceUntil = tomldoc.Date{} }, []Kind{ValidityChanged}},
	{"Edition.Frequency", func(e *plan.Edition) { e.Frequency = plan.Biannual }, []Kind{FrequencyChanged}},
	{"Edition.Frequency none", func(e *plan.Edition) { e.Frequency = plan.FrequencyUnknown }, []Kind{FrequencyChanged}},
	{"Edition.Act", func(e *plan.Edition) { e.Act = plan.Act{Confirmed: true, Note: e.Act.Note} }, []Kind{ActChanged}},
	{"Act.Kind", func(e *plan.Edition) { e.Act.Kind = plan.ActToVerify }, []Kind{ActChanged}},
	{"Act.Body", func(e *plan.Edition) { e.Act.Body = "Unità di progetto" }, []Kind{ActChanged}},
	{"Act.Number", func(e *plan.Edition) { e.Act.Number = "31" }, []Kind{ActChanged}},
	{"Act.Date", func(e *plan.Edition) { e.Act.Date.Day = 11 }, []Kind{ActChanged}},
	{"Act.DateText", func(e *plan.Edition) { e.Act.Date, e.Act.DateText = tomldoc.Date{}, "5 ottobre" }, []Kind{ActChanged}},
	{"Act.Note", func(e *plan.Edition) { e.Act.Note = "Un’altra nota." }, []Kind{TextChanged}},
	{"Act.Confirmed", func(e *plan.Edition) { e.Act.Confirmed = false }, []Kind{ActChanged}},

	{"Edition.Departments", func(e *plan.Edition) {
		e.Departments = append(e.Departments, &plan.Department{ID: "sport", Name: "Sport", Source: pool[0]})
	}, []Kind{DepartmentMentioned}},
	{"Edition.Departments fewer", func(e *plan.Edition) { e.Departments = e.Departments[:2] }, []Kind{DepartmentUnmentioned}},
	{"Department.ID", func(e *plan.Edition) { e.Departments[2].ID, e.Departments[2].From = "parchi", []string{"verde"} }, []Kind{DepartmentRenamed}},
	{"Department.Name", func(e *plan.Edition) { e.Departments[2].Name = "Parchi e giardini" }, []Kind{DepartmentRetitled}},
	{"Department.Name spelt", func(e *plan.Edition) { e.Departments[2].Name = "VERDE" }, []Kind{DepartmentRetitled}},
	{"Department.NameSource", func(e *plan.Edition) { e.Departments[2].NameSource = false }, []Kind{TextChanged}},
	{"Department.Projects", func(e *plan.Edition) { e.Departments[0].Projects = plan.Quantity{Number: 8, Precision: plan.AtLeast} }, []Kind{CountChanged}},
	{"Department.Projects firm", func(e *plan.Edition) { e.Departments[0].Projects.Precision = plan.AtLeast }, []Kind{CountChanged}},
	{"Department.Projects none", func(e *plan.Edition) { e.Departments[0].Projects = plan.Quantity{} }, []Kind{CountChanged}},
	{"Department.Offices", func(e *plan.Edition) { e.Departments[0].Offices = []string{"Nidi", "Mense", "Scuolabus"} }, []Kind{ListChanged}},
	{"Department.Activities", func(e *plan.Edition) { e.Departments[0].Activities = nil }, []Kind{ListChanged}},
	{"Department.Staff", func(e *plan.Edition) { e.Departments[0].Staff[0].Employees = plan.Count(1) }, []Kind{StaffChanged}},
	{"Department.Note", func(e *plan.Edition) { e.Departments[0].Note = "Un’altra." }, []Kind{TextChanged}},
	{"Department.Source", func(e *plan.Edition) { e.Departments[0].Source = pool[1] }, []Kind{SourceChanged}},
	{"Department.From", func(e *plan.Edition) { // two become one
		e.Departments[0].ID, e.Departments[0].Name, e.Departments[0].From = "scuola-e-verde", "Scuola e verde", []string{"scuola", "verde"}
		e.Departments = e.Departments[:2]
	}, []Kind{DepartmentMerged}},
	{"Department.From into", func(e *plan.Edition) { // one goes into another
		e.Departments[0].From = []string{"verde"}
		e.Departments = e.Departments[:2]
	}, []Kind{DepartmentMerged}},
	{"Department.From split", func(e *plan.Edition) { // one becomes two
		e.Departments = append(e.Departments[:2], &plan.Department{ID: "parchi", Name: "Parchi", From: []string{"verde"}, Source: pool[0]},
			&plan.Department{ID: "orti", Name: "Orti", From: []string{"verde"}, Source: pool[0]})
	}, []Kind{DepartmentSplit, DepartmentSplit, DepartmentGone}},
	{"Department.From out", func(e *plan.Edition) { // one comes out of another
		e.Departments = append(e.Departments, &plan.Department{ID: "orti", Name: "Orti", From: []string{"verde"}, Source: pool[0]})
	}, []Kind{DepartmentSplit}},
	{"Department.From tangle", func(e *plan.Edition) { // one comes out of another and ends a third
		e.Departments[0].Described = append(e.Departments[0].Described, e.Departments[1].Described...)
		e.Departments[1].Described[0].Department = e.Departments[0]
		e.Departments = append(e.Departments[:1], e.Departments[2], &plan.Department{ID: "orti", Name: "Orti", From: []string{"verde", "tributi"}, Source: pool[0]})
	}, []Kind{ProjectMoved, DepartmentMerged}},

	{"Department.Described", func(e *plan.Edition) {
		d := e.Departments[1]
		d.Described = append(d.Described, &plan.Project{ID: "rimborsi", Title: "Rimborsi", Source: pool[0], Department: d})
	}, []Kind{ProjectAdded}},
	{"Department.Described fewer", func(e *plan.Edition) { e.Departments[0].Described = e.Departments[0].Described[:1] }, []Kind{ProjectUndescribed}},
	{"Department.Described gone", func(e *plan.Edition) {
		e.Departments[0].Described, e.ProjectsInPlan = e.Departments[0].Described[:1], plan.Count(3)
	}, []Kind{CountChanged, ProjectGone}},
	{"Edition.Transversal", func(e *plan.Edition) { e.Transversal[0].Note = "Per tutti." }, []Kind{TextChanged}},
	{"Edition.Transversal more", func(e *plan.Edition) {
		e.Transversal = append(e.Transversal, &plan.Project{ID: "corsi", Title: "Corsi per tutti", Source: pool[0]})
	}, []Kind{ProjectAdded}},
	{"Project.ID", func(e *plan.Edition) {
		e.Departments[0].Described[1].ID = "menu"
		e.Renames = []*plan.Rename{{Kind: plan.RenamedProject, From: "mense", To: "menu"}}
	}, []Kind{ProjectRenamed}},
	{"Project.Title", func(e *plan.Edition) { teaching(e).Title = "Scuola «agile»" }, []Kind{ProjectRetitled}},
	{"Project.Title spelt", func(e *plan.Edition) { teaching(e).Title = "Smart teaching" }, []Kind{ProjectRetitled}},
	{"Project.Department", func(e *plan.Edition) { move(e, 1, e.Departments[0]) }, []Kind{ProjectMoved}},
	{"Project.Department none", func(e *plan.Edition) { move(e, 1, nil) }, []Kind{ProjectMoved}},
	{"Project.Department one", func(e *plan.Edition) {
		p := e.Transversal[0]
		e.Transversal, p.Department = nil, e.Departments[2]
		e.Departments[2].Described = []*plan.Project{p}
	}, []Kind{ProjectMoved}},
	{"Project.Progress", func(e *plan.Edition) { teaching(e).Progress = plan.Completed }, []Kind{ProjectCompleted}},
	{"Project.Progress back", func(e *plan.Edition) { e.Departments[0].Described[1].Progress = plan.Ongoing }, []Kind{ProgressChanged}},
	{"Project.Progress said", func(e *plan.Edition) { e.Transversal[0].Progress = plan.NotStarted }, []Kind{ProgressChanged}},
	{"Project.Progress at last", func(e *plan.Edition) { e.Transversal[0].Progress = plan.Completed }, []Kind{ProjectCompleted}},
	{"Project.Progress none", func(e *plan.Edition) { teaching(e).Progress = plan.ProgressUnknown }, []Kind{ProgressChanged}},
	{"Project.Summary", func(e *plan.Edition) { teaching(e).Summary = "" }, []Kind{TextChanged}},
	{"Project.Service", func(e *plan.Edition) { teaching(e).Service = "Nidi" }, []Kind{TextChanged}},
	{"Project.Service spelt", func(e *plan.Edition) { teaching(e).Service = "Nidi D’Infanzia" }, []Kind{TextChanged}},
	{"Project.Activities", func(e *plan.Edition) { teaching(e).Activities = []string{"Preparare", "Scrivere."} }, []Kind{ListChanged}},
	{"Project.Activities spelt", func(e *plan.Edition) { teaching(e).Activities = []string{"preparare"} }, []Kind{ListChanged}},
	{"Project.Goals", func(e *plan.Edition) { teaching(e).Goals = []string{"Più tempo", "Meno carta"} }, []Kind{ListChanged}},
	{"Project.DaysPerMonth", func(e *plan.Edition) { teaching(e).DaysPerMonth = plan.Count(11) }, []Kind{DaysChanged}},
	{"Project.DaysPerMonth said", func(e *plan.Edition) { e.Transversal[0].DaysPerMonth = plan.Count(2) }, []Kind{DaysChanged}},
	{"Conditions.Organisational", func(e *plan.Edition) { teaching(e).Conditions.Organisational = nil }, []Kind{ListChanged}},
	{"Conditions.Technological", func(e *plan.Edition) { teaching(e).Conditions.Technological = nil }, []Kind{ListChanged}},
	{"Conditions.Training", func(e *plan.Edition) { teaching(e).Conditions.Training = nil }, []Kind{ListChanged}},
	{"Conditions.Safety", func(e *plan.Edition) { teaching(e).Conditions.Safety = []string{"Reti protette", "Schermi"} }, []Kind{ListChanged}},
	{"Project.Contribution", func(e *plan.Edition) {
		teaching(e).Contribution = "Rende il servizio più pronto e più vicino a chi lo usa ogni giorno."
	}, []Kind{TextChanged}},
	{"Project.Start", func(e *plan.Edition) { teaching(e).Start = "2022" }, []Kind{PeriodChanged}},
	{"Project.Start none", func(e *plan.Edition) { teaching(e).Start = "" }, []Kind{PeriodChanged}},
	{"Project.End", func(e *plan.Edition) { teaching(e).End = "2025-04-01" }, []Kind{PeriodChanged}},
	{"Project.End said", func(e *plan.Edition) { e.Transversal[0].End = "2025-04" }, []Kind{PeriodChanged}},
	{"Project.Note", func(e *plan.Edition) { teaching(e).Note = "Dura quattro anni." }, []Kind{TextChanged}},
	{"Project.Source", func(e *plan.Edition) { teaching(e).Source = pool[2] }, []Kind{SourceChanged}},
	{"Project.Staff", func(e *plan.Edition) {
		teaching(e).Staff = append(teaching(e).Staff, &plan.StaffProfile{Profile: "Dietisti", Employees: plan.Quantity{Number: 3, Precision: plan.FewerThan}, Source: pool[0]})
	}, []Kind{ProfileAdded}},
	{"Project.Staff words", func(e *plan.Edition) {
		teaching(e).Staff = append(teaching(e).Staff, &plan.StaffProfile{Profile: "Dietisti", Employees: plan.Quantity{Precision: plan.InWords, Text: "molti"}, Source: pool[0]})
	}, []Kind{ProfileAdded}},
	{"Project.Staff unsaid", func(e *plan.Edition) {
		teaching(e).Staff = append(teaching(e).Staff, &plan.StaffProfile{Profile: "Dietisti", Source: pool[0]})
	}, []Kind{ProfileAdded}},
	{"Project.Staff fewer", func(e *plan.Edition) { teaching(e).Staff = teaching(e).Staff[:1] }, []Kind{ProfileGone}},
	{"StaffProfile.Profile", func(e *plan.Edition) { teaching(e).Staff[0].Profile = "COORDINATORI" }, []Kind{TextChanged}},
	{"StaffProfile.Employees", func(e *plan.Edition) { teaching(e).Staff[0].Employees = plan.Count(15) }, []Kind{StaffChanged}},
	{"StaffProfile.Employees firm", func(e *plan.Edition) { teaching(e).Staff[0].Employees = plan.Count(12) }, []Kind{StaffChanged}},
	{"StaffProfile.Employees none", func(e *plan.Edition) { teaching(e).Staff[0].Employees = plan.Quantity{} }, []Kind{StaffChanged}},
	{"StaffProfile.Source", func(e *plan.Edition) { teaching(e).Staff[0].Source = pool[1] }, []Kind{SourceChanged}},
	{"Project.Indicators", func(e *plan.Edition) {
		teaching(e).Indicators = append(teaching(e).Indicators, &plan.Indicator{Name: "Errori", Source: pool[0]})
	}, []Kind{IndicatorAdded}},
	{"Project.Indicators fewer", func(e *plan.Edition) { teaching(e).Indicators = nil }, []Kind{IndicatorGone}},
	{"Indicator.Name", func(e *plan.Edition) { time(e).Name = "tempo medio" }, []Kind{TextChanged}},
	{"Indicator.Dimension", func(e *plan.Edition) { time(e).Dimension = "efficacia" }, []Kind{IndicatorChanged}},
	{"Indicator.Unit", func(e *plan.Edition) { time(e).Unit = "" }, []Kind{IndicatorChanged}},
	{"Indicator.Operator", func(e *plan.Edition) { time(e).Operator = plan.OperatorAtLeast }, []Kind{IndicatorChanged}},
	{"Indicator.Baseline", func(e *plan.Edition) { time(e).Baseline = nil }, []Kind{BaselineChanged}},
	{"Indicator.Targets", func(e *plan.Edition) {
		time(e).Targets = append(time(e).Targets, plan.YearValue{Year: 2024, Value: 20})
	}, []Kind{TargetChanged}},
	{"Indicator.Targets fewer", func(e *plan.Edition) { time(e).Targets = time(e).Targets[:1] }, []Kind{TargetChanged}},
	{"Indicator.Results", func(e *plan.Edition) {
		time(e).Results = append(time(e).Results, plan.YearValue{Year: 2023, Value: 25})
	}, []Kind{ResultChanged}},
	{"Indicator.Results early", func(e *plan.Edition) { time(e).Results[0].Value = 1 }, []Kind{ResultChanged}},
	{"Indicator.Results none", func(e *plan.Edition) { time(e).Results = nil }, []Kind{ResultChanged}},
	{"Indicator.Source", func(e *plan.Edition) { time(e).Source = pool[1] }, []Kind{SourceChanged}},
	{"Indicator.NoBaseline", func(e *plan.Edition) { time(e).NoBaseline = "Nessuno lo misurava." }, []Kind{IndicatorChanged}},
	{"Project.NoIndicators", func(e *plan.Edition) { e.Departments[0].Described[1].NoIndicators = "È solo organizzativo." }, []Kind{TextChanged}},
	{"YearValue.Period", func(e *plan.Edition) {
		time(e).Results = append(time(e).Results, plan.YearValue{Year: 2023, Period: "I semestre", Value: 20})
	}, []Kind{ResultChanged}},
	{"YearValue.Kind", func(e *plan.Edition) {
		time(e).Targets[0], time(e).Operator = plan.YearValue{Year: 2022, Kind: plan.YesNo, Value: 1}, plan.OperatorEqual
	}, []Kind{IndicatorChanged, TargetChanged}},
	{"YearValue.Kind day", func(e *plan.Edition) {
		time(e).Targets[0], time(e).Operator = plan.YearValue{Year: 2022, Kind: plan.Day, Value: 20221108}, plan.OperatorBy
	}, []Kind{IndicatorChanged, TargetChanged}},
	{"YearValue.To", func(e *plan.Edition) { time(e).Targets[0].Kind, time(e).Targets[0].To = plan.NumericRange, 35 }, []Kind{TargetChanged}},
	{"YearValue.Decimals", func(e *plan.Edition) { time(e).Baseline.Decimals = 1 }, []Kind{BaselineChanged}},
	{"Edition.Workforce", func(e *plan.Edition) { e.Workforce = plan.Count(420) }, []Kind{StaffChanged}},
	{"Department.Workforce", func(e *plan.Edition) { e.Departments[0].Workforce = plan.Count(60) }, []Kind{StaffChanged}},
	{"StaffProfile.Women", func(e *plan.Edition) { teaching(e).Staff[0].Women = plan.Count(7) }, []Kind{StaffChanged}},
	{"StaffProfile.Men", func(e *plan.Edition) { teaching(e).Staff[0].Men = plan.Count(5) }, []Kind{StaffChanged}},
	{"StaffProfile.FullTime", func(e *plan.Edition) {
		teaching(e).Staff[0].FullTime = plan.Quantity{Number: 95, Decimals: 1, Precision: plan.Exact}
	}, []Kind{StaffChanged}},
	{"Project.Progress suspended", func(e *plan.Edition) { teaching(e).Progress = plan.Suspended }, []Kind{ProgressChanged}},
	{"Project.With", func(e *plan.Edition) { teaching(e).With = []string{"tributi"} }, []Kind{ListChanged}},
	{"StaffProfile.SameAs", func(e *plan.Edition) { teaching(e).Staff[0].SameAs = "mense" }, []Kind{TextChanged}},
	{"Project.Responsible", func(e *plan.Edition) { teaching(e).Responsible = "Dirigente della scuola" }, []Kind{TextChanged}},
	{"Project.Cost", func(e *plan.Edition) {
		teaching(e).Cost = plan.Quantity{Number: 1250050, Decimals: 2, Precision: plan.Exact}
	}, []Kind{CountChanged}},
	{"Project.Funding", func(e *plan.Edition) { teaching(e).Funding = plan.Range(5000, 8000) }, []Kind{CountChanged}},
	{"Project.FundedBy", func(e *plan.Edition) { teaching(e).FundedBy = "PNRR" }, []Kind{TextChanged}},
	{"Project.Links", func(e *plan.Edition) {
		teaching(e).Links = []plan.ProjectLink{{Title: "Il bando", URL: "https://www.comune.example/"}}
	}, []Kind{ListChanged}},
	{"Project.Start words", func(e *plan.Edition) { teaching(e).Start = "I trimestre 2022" }, []Kind{PeriodChanged}},
	{"YearValue.Year", func(e *plan.Edition) { time(e).Baseline.Year = 2020 }, []Kind{BaselineChanged}},
	{"YearValue.Value", func(e *plan.Edition) { time(e).Baseline.Value = 1234.5 }, []Kind{BaselineChanged}},
}

func teaching(e *plan.Edition) *plan.Project { return e.Departments[0].Described[0] }
func time(e *plan.Edition) *plan.Indicator   { return teaching(e).Indicators[0] }

// move takes the first project out of settore i and puts it in to, or in none.
func move(e *plan.Edition, i int, to *plan.Department) {
	p := e.Departments[i].Described[0]
	e.Departments[i].Described, p.Department = e.Departments[i].Described[1:], to
	if to == nil {
		e.Transversal = append(e.Transversal, p)
	} else {
		to.Described = append(to.Described, p)
	}
}

// TestEach: one thing that happens is told by itself, and undone it is told no
// more; the sentences are in testdata/sentences.txt, to be read aloud, each with
// what is left of it under a heading that names its subject.
func TestEach(t *testing.T) {
	const golden = "testdata/sentences.txt"
	var b strings.Builder
	for _, tt := range each {
		before, after := base("2022"), base("2023")
		tt.do(after)
		l := Between(before, after)
		var kinds []Kind
		for _, c := range told(l) {
			kinds = append(kinds, c.Kind)
		}
		if diff := cmp.Diff(tt.want, kinds); diff != "" {
			t.Errorf("%s: kinds (-want +got):\n%s", tt.field, diff)
		}
		if diff := cmp.Diff(factsOf(after), apply(factsOf(before), l.Changes)); diff != "" {
			t.Errorf("%s: applied (-want +got):\n%s", tt.field, diff)
		}
		fmt.Fprintf(&b, "%s: %s\n", tt.field, l.Summary())
		for _, c := range l.Changes {
			fmt.Fprintf(&b, "  %s\n", c.Sentence)
			if brief := c.Brief(); brief != c.Sentence {
				fmt.Fprintf(&b, "    → %s\n", brief)
			}
		}
		if back := Between(after, before); back.Empty() {
			t.Errorf("%s: nothing to tell the other way round", tt.field)
		}
	}
	if l := Between(base("2022"), base("2023")); !l.Empty() || l.Summary() != "nessuna differenza" || len(l.Rows())+len(l.ByDepartment()) != 0 {
		t.Errorf("undone, there still is: %s\n%s", l.Summary(), sentences(l))
	}
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
}

// TestUndoOne: of several things that happened, one undone is told no more and
// the others are told as before.
func TestUndoOne(t *testing.T) {
	chosen := []string{"Edition.Title", "Edition.Employees", "Act.Number", "Department.Name", "Department.Offices", "Project.Title", "Project.ID",
		"Project.Goals", "Project.DaysPerMonth", "Project.Start", "StaffProfile.Employees", "Indicator.Dimension", "YearValue.Value", "Edition.Transversal"}
	with := func(but string) map[string]bool {
		after := base("2023")
		for _, tt := range each {
			if tt.field != but && slices.Contains(chosen, tt.field) {
				tt.do(after)
			}
		}
		out := map[string]bool{}
		for _, c := range told(Between(base("2022"), after)) {
			out[fmt.Sprint(c.Kind, c.Subject.ID, c.Path, c.Before.Text, c.After.Text)] = true
		}
		return out
	}
	all := with("")
	if len(all) != len(chosen) {
		t.Errorf("%d things happened, %d changes told", len(chosen), len(all))
	}
	for _, but := range chosen {
		rest := with(but)
		gone := 0
		for key := range all {
			if !rest[key] {
				gone++
			}
		}
		// Under another id or title a change is of another subject, so what is
		// renamed is looked at by number alone.
		if len(rest) != len(all)-1 || gone != 1 && but != "Project.ID" {
			t.Errorf("%s undone: %d changes, %d gone, want %d and 1", but, len(rest), gone, len(all)-1)
		}
	}
}

// notCompared says why a field of package plan makes no difference.
var notCompared = map[string]string{
	"Department.Featured":     "what the home page chooses",
	"Department.Order":        "where a settore stands in the lists",
	"Edition.ID":              "two editions have two",
	"Edition.EmployeesHidden": "how the total came to be, not what it is",
	"Edition.EmployeesSummed": "how the total came to be, not what it is",
	"Department.Whole":        "what follows from the counts",
	"Department.Sharing":      "what follows from the projects",
	"Edition.Complete":        "whether settori are missing: what follows from it is told",
	"Edition.Expected":        "when a draft is to be approved",
	"Edition.Updated":         "when the data of an edition were brought up to date",
	"Edition.Published":       "when an edition was published",
	"Edition.Corrections":     "what was corrected within an edition",
	"Edition.Attachments":     "documents of one edition, which keeps them",
	"Edition.Renames":         "says what is the same, not what differs",
	"Act.URL":                 "where to read the act",
	"Act.File":                "where to read the act",
	"Project.Featured":        "what the home page chooses",
	"Project.Pos":             "where it is written",
}

// TestEveryField: no field is forgotten, also one that is added to package plan
// later.
func TestEveryField(t *testing.T) {
	tried := map[string]bool{}
	for _, tt := range each {
		field, _, _ := strings.Cut(tt.field, " ")
		tried[field] = true
	}
	for _, v := range []any{plan.Edition{}, plan.Act{}, plan.Department{}, plan.Project{}, plan.Conditions{}, plan.StaffProfile{}, plan.Indicator{}, plan.YearValue{}} {
		typ := reflect.TypeOf(v)
		for i := range typ.NumField() {
			name := typ.Name() + "." + typ.Field(i).Name
			if name == "Project.Conditions" {
				continue // field by field
			}
			_, out := notCompared[name]
			if tried[name] == out {
				t.Errorf("%s: tried %t, left out %t, want one of the two", name, tried[name], out)
			}
			delete(tried, name)
		}
	}
	for name := range tried {
		t.Errorf("%s is no field of package plan", name)
	}
}
