// SPDX-License-Identifier: EUPL-1.2

package completeness

import (
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/privacy"
)

// Look goes through pub, which may have been read in part only.
func Look(pub *plan.Publication) Report {
	r := Report{Entity: entity(pub.Municipality)}
	for _, e := range pub.Editions {
		r.Editions = append(r.Editions, edition(e))
	}
	return r
}

// shown makes a text from the data fit to be printed. A name may hold what no
// name should: the report is also for a project that has errors.
func shown(s string) string { return diag.Clean(privacy.Mask(s)) }

// has reports whether a text says something; a new project begins with names
// "da indicare" in place of the true ones.
func has(s string) bool { return s != "" && !strings.HasSuffix(s, " da indicare") }

func entity(m *plan.Municipality) Part {
	item := func(label string, there bool) Item { return Item{label, Publishing, there, Entity} }
	return Part{Name: "L'ente", File: "data/ente.toml", Items: []Item{
		item("nome", has(m.Name)),
		item("conferma dei dati dell'ente", m.Confirmed && !m.Fictional),
		item("codice fiscale", m.TaxCode != ""),
		item("ufficio responsabile", has(m.Office)),
		item("indirizzo postale", m.Contacts.Address != ""),
		item("telefono", m.Contacts.Phone != ""),
		item("posta elettronica", m.Contacts.Email != ""),
		item("PEC", m.Contacts.PEC != ""),
		item("pagina di Amministrazione trasparente", m.Links.Transparency != ""),
		item("informativa sulla privacy", m.Links.Privacy != ""),
		item("dichiarazione di accessibilità", m.Links.Accessibility != ""),
		item("note legali", m.Links.LegalNotes != ""),
		item("accesso civico", m.Links.CivicAccess != ""),
		item("dove segnalare un errore", m.Links.Corrections != ""),
		{"indirizzo del sito", Publishing, m.BaseURL != "", Press},
	}}
}

func edition(e *plan.Edition) Edition {
	folder := "data/piani/" + e.ID + "/"
	out := Edition{
		ID: shown(e.ID), Title: shown(e.Title), Draft: e.State == plan.Draft,
		Data: Part{Name: "Dati dell'edizione", File: shown(folder + "piano.toml"), Items: []Item{
			{"sintesi", Reading, e.Summary != "", Press},
			{"numero dei progetti", Reading, !e.ProjectsInPlan.IsMissing(), Source},
			{"numero dei dipendenti", Reading, !e.Employees.IsMissing(), Source},
			{"fonte", Reading, e.Source != nil, Press},
			{"data dell'ultimo aggiornamento", Publishing, !e.Updated.IsZero(), Press},
			{"ogni quanto si aggiorna", Publishing, e.Frequency != plan.FrequencyUnknown, Press},
		}},
		Act: act(e, shown(folder+"piano.toml")),
	}
	left := map[*plan.Department]plan.Quantity{}
	var outside plan.Quantity
	for _, row := range e.Account().Rows {
		if row.Department != nil {
			left[row.Department] = row.ToDescribe
		} else if row.Rest() && row.Outside {
			outside = row.ToDescribe
		} else if row.Rest() && row.InPlan.Known() && row.InPlan.Number > 0 {
			out.Unplaced, out.InPlan = row.InPlan, e.ProjectsInPlan
		}
	}
	for _, d := range e.Departments {
		out.Departments = append(out.Departments, department(d, left[d], folder))
	}
	if len(e.Transversal) > 0 || outside.Known() && outside.Number > 0 {
		name := "Progetti di nessun settore"
		if e.Loose() != plan.Outside {
			name = "Progetti " + strings.ToLower(e.Loose()[:1]) + e.Loose()[1:]
		}
		common := Department{Part: Part{Name: name, File: out.Data.File}, ToDescribe: outside, owner: Entity}
		for _, p := range e.Transversal {
			common.Projects = append(common.Projects, project(p, Entity))
		}
		out.Departments = append(out.Departments, common)
	}
	return out
}

// act is what must be known of the act; of a draft, that there be one.
func act(e *plan.Edition, file string) Part {
	p := Part{Name: "Atto che approva il piano", File: file}
	if e.State == plan.Draft {
		p.Items = []Item{{"approvazione", Publishing, false, Registry}}
		return p
	}
	a := e.Act
	item := func(label string, there bool) { p.Items = append(p.Items, Item{label, Publishing, there, Registry}) }
	item("tipo", a.Kind == plan.ActDeliberazione || a.Kind == plan.ActDeterminazione)
	item("organo", a.Body != "")
	item("numero", a.Number != "")
	item("data", !a.Date.IsZero())
	item("collegamento o file", a.URL != "" || a.File != "")
	item("conferma", a.Firm())
	return p
}

func department(d *plan.Department, left plan.Quantity, folder string) Department {
	name := d.Name
	if name == "" {
		name = d.ID
	}
	out := Department{
		Part: Part{Name: shown(name), File: shown(folder + "settori/" + d.ID + ".toml"), Items: []Item{
			{"nome", Reading, has(d.Name), Manager},
			{"numero dei progetti nel piano", Reading, !d.Projects.IsMissing(), Source},
			{"fonte", Reading, d.Source != nil, Press},
		}},
		ToDescribe: left,
		owner:      Manager,
	}
	for _, p := range d.Described {
		out.Projects = append(out.Projects, project(p, Manager))
	}
	return out
}

// project is what is asked of a described project. Its people may be those of
// its settore: see plan.Department.Staffing.
func project(p *plan.Project, owner Owner) Part {
	name := p.Title
	if name == "" {
		name = p.ID
	}
	out := Part{Name: shown(name)}
	add := func(asked, label string, there bool, owner Owner) {
		out.Items = append(out.Items, Item{label, asked, there, owner})
	}
	add(Decree, "condizioni organizzative", len(p.Conditions.Organisational) > 0, owner)
	add(Decree, "condizioni tecnologiche", len(p.Conditions.Technological) > 0, owner)
	add(Decree, "condizioni formative", len(p.Conditions.Training) > 0, owner)
	add(Safety, "informazioni sulla sicurezza", len(p.Conditions.Safety) > 0, owner)
	add(Decree, "obiettivi", len(p.Goals) > 0, owner)
	add(Decree, "contributo alla performance", p.Contribution != "", owner)
	add(Decree, "indicatori", len(p.Indicators) > 0 || p.NoIndicators != "", owner)
	for _, i := range p.Indicators {
		of := " dell'indicatore «" + shown(i.Name) + "»"
		kind, _ := i.Kind()
		add(Agreement, "unità di misura"+of, i.Unit != "" || kind == plan.YesNo || kind == plan.Day, owner)
		add(Agreement, "valore di partenza o traguardo, con l'anno,"+of, i.Baseline != nil || i.NoBaseline != "" || len(i.Targets) > 0, owner)
		add(Agreement, "operatore"+of, i.Operator != plan.OperatorUnknown, owner)
	}
	named, counted := people(p)
	if named && !counted {
		add(Reading, "numero delle persone", false, Source)
	} else {
		add(Reading, "persone", named, owner)
	}
	add(Reading, "inizio", p.Start != "", owner)
	add(Reading, "fine", p.End != "", owner)
	add(Reading, "avanzamento", p.Progress != plan.ProgressUnknown, owner)
	add(Reading, "fonte", p.Source != nil, Press)
	return out
}

// people reports whether the people of p are named, and whether each group of
// them has a number, firm or in words.
func people(p *plan.Project) (named, counted bool) {
	groups := p.Staff
	if len(groups) == 0 && p.Department != nil {
		groups = p.Department.Staff
	}
	for _, g := range groups {
		if g.Employees.IsMissing() {
			return true, false
		}
	}
	return len(groups) > 0, true
}
