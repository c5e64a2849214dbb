// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"slices"
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// A departmentsView is the data of settori.html.
type departmentsView struct {
	Layout
	Departments []DepartmentRow
	Loose       string // what the projects of no single settore are called
	Transversal []ProjectRow
}

// A DepartmentRow is a settore in a list.
type DepartmentRow struct {
	Name  string
	Href  string
	Count template.HTML
	Note  string
}

func (p page) departmentsPage() *departmentsView {
	e := p.edition
	lead := "La fonte non parla di nessun settore del Comune."
	switch n := len(e.Departments); {
	case n == 0:
	case e.Complete:
		lead = "Il piano riguarda " + italian.Count(n, "settore", "settori") + " del Comune."
	case n == 1:
		lead = "Qui c’è 1 settore del Comune: la fonte non dice se ce ne sono altri."
	default:
		lead = "Qui ci sono " + italian.Digits(n) + " settori del Comune: la fonte non dice se sono tutti."
	}
	return &departmentsView{
		Layout:      p.layout("Settori", lead, "I settori del Comune che hanno progetti di lavoro agile, con quanti progetti e quante persone.", step{"Settori", route.Departments.At(e.ID)}),
		Departments: p.departmentRows(e),
		Loose:       e.Loose(),
		Transversal: p.projectRows(e.Transversal),
	}
}

func (p page) departmentRows(e *plan.Edition) []DepartmentRow {
	var out []DepartmentRow
	for _, d := range e.Departments {
		row := DepartmentRow{Name: d.Name, Href: p.link(route.Department.At(e.ID, d.ID)), Count: projectsCount(d)}
		row.Note = departmentNote(len(d.Described), d.Projects, d.Staffing(), d.DescribedStaffing())
		out = append(out, row)
	}
	return out
}

// departmentNote adds to the number of projects of a settore how many are
// described, where it does not say so already, and how many people work there,
// or in the projects that are described.
func departmentNote(described int, projects, people, inDescribed plan.Quantity) string {
	var notes []string
	if described > 0 && projects.Known() && projects != plan.Count(described) {
		notes = append(notes, italian.Count(described, "descritto", "descritti"))
	} else if described > 0 && !projects.Known() {
		notes = append(notes, italian.Count(described, "progetto descritto", "progetti descritti"))
	}
	if s := quantityOf(people, "dipendente", "dipendenti"); s != "" {
		notes = append(notes, s)
	} else if s := quantityOf(inDescribed, "dipendente", "dipendenti"); s != "" {
		notes = append(notes, s+" nei progetti descritti")
	}
	return strings.Join(notes, "; ")
}

// noCount stands where a list has no number of projects for a settore.
const noCount = "progetti: la fonte non dice quanti"

// projectsCount says how many projects the plan has in a settore.
func projectsCount(d *plan.Department) template.HTML {
	switch {
	case d.Projects.IsMissing():
		return `<span class="lacuna">` + noCount + `</span>`
	case inWords(d.Projects):
		return "progetti: " + figure(d.Projects)
	case d.Projects.Precision == plan.InWords:
		return figure(d.Projects) + " di progetti"
	}
	return figure(d.Projects) + template.HTML(" "+d.Projects.Noun("progetto", "progetti"))
}

// A departmentView is the data of settore.html.
type departmentView struct {
	Layout
	NameNote        string
	Facts           []Fact
	Bar             []Segment
	Legend          []LegendItem
	Index           []Anchor
	Projects        []ProjectRow
	HasProjects     bool // there is something to say of them one by one
	ProjectNotes    []string
	Activities      []template.HTML
	Staff           *StaffTable
	Workers         []Workers // project by project, where there is no number for the whole
	Results         []Highlight
	MoreResults     string // where those that are not drawn here are; "" when all are
	Met             string // how many indicators meet their target
	Offices         []string
	Note            template.HTML
	Gaps            []string
	Previous, Next  *Link
	NeighboursLabel string
}

// A StaffTable is employees by profile.
type StaffTable struct {
	Caption string
	Rows    []StaffRow
	More    []string      // headings of what some group says besides how many they are
	Source  *Link         // of every row, nil where they differ
	Total   template.HTML // empty where the rows cannot be added up
}

// A StaffRow is one profile.
type StaffRow struct {
	Profile   string
	More      []template.HTML // under StaffTable.More
	Same      string          // that the same people are counted in another project
	Employees template.HTML
	Bar       []Segment
	Source    *Link
}

func (p page) departmentPage(d *plan.Department, previous, next *plan.Department) *departmentView {
	e := p.edition
	v := &departmentView{
		Layout: p.layout(d.Name, departmentLead(d), departmentDescription(d),
			step{"Settori", route.Departments.At(e.ID)}, step{d.Name, route.Department.At(e.ID, d.ID)}),
		Projects:        p.projectRows(d.Described),
		ProjectNotes:    untitled(e, d),
		Offices:         d.Offices,
		Gaps:            departmentGaps(d),
		NeighboursLabel: "Altri settori",
	}
	words := p.newGloss()
	v.Lead = words.text(departmentLead(d))
	v.Activities = words.texts(d.Activities)
	v.Note = words.text(d.Note)
	if !d.NameSource {
		v.NameNote = "Il nome è una descrizione: la fonte non dice come si chiama il settore."
	}
	source := p.source(d.Source)
	sourced := func(q plan.Quantity) Value {
		return Value{HTML: figure(q)}
	}
	var shared []Value
	for _, project := range e.Shared(d) {
		shared = append(shared, Value{Text: project.Title, Href: p.link(route.Project.At(e.ID, project.ID))})
	}
	v.Facts = []Fact{
		fact("Progetti nel piano", sourced(d.Projects)),
	}
	if d.Projects != plan.Count(len(d.Described)) {
		v.Facts = append(v.Facts, fact("Progetti descritti", Value{HTML: number(len(d.Described))}))
	}
	v.Facts = append(v.Facts, fact("Dipendenti", sourced(d.Staffing())))
	if q := d.DescribedStaffing(); !q.IsMissing() && q != d.Staffing() {
		v.Facts = append(v.Facts, fact(inDescribedFact, sourced(q)))
	}
	if !d.Workforce.IsMissing() {
		v.Facts = append(v.Facts, fact("Dipendenti in tutto il settore", Value{HTML: figure(d.Workforce)}))
	}
	if q := plan.Share(d.Staffing(), d.Workforce); !q.IsMissing() {
		v.Facts = append(v.Facts, fact("Quanti il piano può coinvolgere", Value{HTML: figure(q), After: "su cento"}))
	}
	if shared != nil {
		v.Facts = append(v.Facts, fact(sharedFact, shared...))
	}
	if source != nil {
		v.Facts = append(v.Facts, fact(sourceFact, Value{Text: source.Label, Href: source.Href}))
	}
	row := e.AccountOf(d)
	if v.Bar = rowBar(row, rowWhole(row)); len(v.Bar) < 2 {
		v.Bar = nil // all of it is one thing, which the facts say
	}
	v.Legend = legend(v.Bar)
	v.HasProjects = len(d.Described) > 0 || len(v.ProjectNotes) > 0
	if len(d.Staff) > 0 {
		v.Staff = p.staffTable("Dipendenti del settore che il piano può coinvolgere", d.Staff)
	}
	if v.Staff == nil {
		for _, project := range d.Described {
			if groups := groupsOf(project.Staff); len(groups) > 0 {
				v.Workers = append(v.Workers, Workers{Name: project.Title, Href: p.link(route.Project.At(e.ID, project.ID)), People: groups})
			}
		}
	}
	var more int
	if v.Results, more = p.results(d); more > 0 {
		v.MoreResults = "Quelli " + italian.Plural(more, "di un altro progetto", "di altri "+italian.Digits(more)+" progetti") + " sono " + italian.Plural(more, "nella sua pagina.", "nelle loro pagine.")
	}
	v.Met = metSentence(d.Described)
	v.Index = anchors([]section{
		{Anchor{"progetti", "Progetti"}, v.HasProjects},
		{Anchor{"risultati", "Risultati"}, len(v.Results) > 0},
		{Anchor{"attivita", "Attività"}, len(d.Activities) > 0},
		{Anchor{"personale", "Persone"}, v.Staff != nil || len(v.Workers) > 0},
		{Anchor{"uffici", "Uffici"}, len(d.Offices) > 0},
		{Anchor{"nota", "Nota"}, d.Note != ""},
		{Anchor{"non-detto", "Che cosa la fonte non dice"}, len(v.Gaps) > 0},
	})
	if previous != nil {
		v.Previous = &Link{Label: previous.Name, Href: p.link(route.Department.At(e.ID, previous.ID))}
	}
	if next != nil {
		v.Next = &Link{Label: next.Name, Href: p.link(route.Department.At(e.ID, next.ID))}
	}
	return v
}

func departmentLead(d *plan.Department) string {
	people, in := involves(d.Staffing()), ""
	if s := involves(d.DescribedStaffing()); people == "" && s != "" {
		in = " Nei progetti descritti il lavoro agile " + s + "."
	}
	if inWords(d.Projects) {
		s := "Secondo la fonte i progetti di questo settore nel piano sono «" + d.Projects.Text + "»."
		if people != "" {
			s += " Il lavoro agile qui " + people + "."
		}
		return s + in
	}
	if d.Projects == plan.Count(0) {
		return "Questo settore non ha progetti nel piano."
	}
	if q := quantityOf(d.Projects, "progetto", "progetti"); q != "" {
		s := "Questo settore ha " + q + " nel piano"
		if mayBe(d.Projects) {
			s = "Questo settore può avere " + q + " nel piano"
		}
		if people != "" {
			s += " e " + people
		}
		return s + "." + in
	}
	if people != "" {
		return "Il lavoro agile in questo settore " + people + ". La fonte non dice quanti sono i progetti."
	}
	return "La fonte dice che il piano riguarda questo settore, ma non quanti sono i suoi progetti." + in
}

func departmentDescription(d *plan.Department) string {
	if q := quantityOf(d.Projects, "progetto", "progetti"); q != "" && !inWords(d.Projects) && d.Projects != plan.Count(0) {
		return italian.Capital(q) + " di lavoro agile: che cosa se ne sa e che cosa no."
	}
	return "Il lavoro agile in questo settore: che cosa se ne sa e che cosa no."
}

// untitled says how many counted projects of a settore are not in its list.
func untitled(e *plan.Edition, d *plan.Department) []string {
	left := e.AccountOf(d).ToDescribe
	switch {
	case left.Number == 0:
		return nil
	case left.Precision != plan.Exact && len(d.Described) == 0 && len(e.Shared(d)) == 0:
		return []string{italian.Capital(quantityOf(left, "progetto", "progetti")) + " nel piano: la fonte non ne dice i titoli."}
	case mayBe(left):
		return []string{"Nel piano possono esserci altri progetti (" + left.String() + "): la fonte non ne dice i titoli."}
	case left.Precision != plan.Exact:
		return []string{"Altri progetti sono nel piano (" + left.String() + "): la fonte non ne dice i titoli."}
	case len(d.Described) == 0 && left.Number == 1:
		return []string{"1 progetto nel piano: la fonte non ne dice il titolo."}
	case len(d.Described) == 0:
		return []string{italian.Digits(left.Number) + " progetti nel piano: la fonte non ne dice i titoli."}
	case left.Number == 1:
		return []string{"Un altro progetto è nel piano: la fonte non ne dice il titolo."}
	}
	return []string{"Altri " + italian.Digits(left.Number) + " progetti sono nel piano: la fonte non ne dice i titoli."}
}

func (p page) staffTable(caption string, staff []*plan.StaffProfile) *StaffTable {
	t := &StaffTable{Caption: caption}
	var all []plan.Quantity
	var sources []*plan.Source
	more := moreOf(staff)
	for _, m := range more {
		t.More = append(t.More, m.head)
	}
	for _, s := range staff {
		row := StaffRow{Profile: s.Profile, Employees: figure(s.Employees), Bar: staffBar(s.Employees, staff), Source: p.briefSource(s.Source)}
		if s.SameAs != "" {
			row.Same = "le stesse persone del progetto «" + p.titleOf(s.SameAs) + "»"
		}
		for _, m := range more {
			cell := template.HTML("–") // not said, or not to be published
			if q := m.of(s); !q.IsMissing() {
				cell = figure(q)
			}
			row.More = append(row.More, cell)
		}
		t.Rows = append(t.Rows, row)
		all = append(all, s.Employees)
		sources = append(sources, s.Source)
	}
	t.Source = p.sharedSource(sources)
	if sum, ok := plan.Sum(all...); ok && len(all) > 1 && !sum.IsMissing() {
		t.Total = figure(sum)
	}
	return t
}

// A staffColumn is what groups may say besides how many they are.
type staffColumn struct {
	head string
	of   func(*plan.StaffProfile) plan.Quantity
}

// moreOf returns the columns that some group of staff has something for.
func moreOf(staff []*plan.StaffProfile) []staffColumn {
	columns := []staffColumn{
		{"Donne", func(s *plan.StaffProfile) plan.Quantity { return s.Women }},
		{"Uomini", func(s *plan.StaffProfile) plan.Quantity { return s.Men }},
		{"A tempo pieno", func(s *plan.StaffProfile) plan.Quantity { return s.FullTime }},
	}
	return slices.DeleteFunc(columns, func(c staffColumn) bool {
		return !slices.ContainsFunc(staff, func(s *plan.StaffProfile) bool { return !c.of(s).IsMissing() })
	})
}

// sharedFact is the projects that other settori count and this one shares.
const sharedFact = "Svolti insieme ad altri settori"

// titleOf is the title of the project called id.
func (p page) titleOf(id string) string {
	for _, project := range p.edition.AllProjects() {
		if project.ID == id {
			return project.Title
		}
	}
	return id
}

// staffBar draws the people of a profile against those of the largest.
func staffBar(q plan.Quantity, staff []*plan.StaffProfile) []Segment {
	most := 0.0
	for _, s := range staff {
		if s.Employees.Known() {
			most = max(most, s.Employees.Value())
		}
	}
	if !q.Known() || len(staff) < 2 || most == 0 {
		return nil
	}
	return bar(int(100*most), part{describedFill, int(100 * q.Value())})
}
