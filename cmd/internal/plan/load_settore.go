// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"path"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// departments reads the files of a folder settori.
func (l *loader) departments(dir string, e *Edition, projects register) []*Department {
	entries, _ := l.folder(dir)
	var files []string
	for _, f := range entries {
		if path.Ext(f.name) == ".toml" {
			files = append(files, f.name)
		}
	}
	ids, names := make(register), make(register)
	var all []*Department
	for _, f := range entries {
		_, isCopy := copyOf(f.name, files)
		if path.Ext(f.name) != ".toml" || isCopy || f.name == "piano.toml" {
			l.stray(dir, f, files, "")
			continue
		}
		name := path.Join(dir, f.name)
		id := strings.TrimSuffix(f.name, ".toml")
		checkSlug(l.report, fileOf(name), "il nome", id, " di un settore")
		ids.add(l.report, fileOf(name), id, "duplicate-id")
		if t := l.parse(name); t != nil {
			d := l.department(t, id, e, projects)
			all = append(all, d)
			// Two settori may be called the same, but seldom are.
			if twice, ok := names.note(valueOf(t, "nome"), strings.ToLower(d.Name), d.Name); ok {
				doubt(t, twice, "duplicate-value", twice.Message, "se sono due settori diversi dai loro nomi diversi, altrimenti togli un file")
			}
			t.Close()
		}
	}
	sortItalian(all, func(d *Department) string { return d.Name }, func(d *Department) string { return d.ID })
	return all
}

// department reads the file of one settore.
func (l *loader) department(t *tomldoc.Table, id string, e *Edition, projects register) *Department {
	t.Require("nome")
	d := &Department{
		ID:         id,
		Name:       line(t, "nome"),
		NameSource: !t.Has("nome_fonte") || t.Bool("nome_fonte"),
		Projects:   quantity(t, "progetti_nel_piano"),
		Offices:    proses(t, "uffici"),
		Activities: proses(t, "attivita"),
		Note:       prose(t, "nota"),
		Source:     l.source(t, e.Source),
	}
	d.Staff = l.staff(t, d.Source)
	for _, p := range t.Tables("progetto") {
		d.Described = append(d.Described, l.project(p, d.Source, d, projects))
	}
	l.tables[d] = t
	return d
}

// staff reads the [[personale]] of a settore or a project.
func (l *loader) staff(t *tomldoc.Table, inherited *Source) []*StaffProfile {
	profiles := make(register)
	var all []*StaffProfile
	for _, s := range t.Tables("personale") {
		s.Require("profilo")
		p := &StaffProfile{
			Profile:   line(s, "profilo"),
			Employees: quantity(s, "dipendenti"),
			Source:    l.source(s, inherited),
		}
		// Profiles name figures: two that differ only by accents are the same.
		if id := ProfileID(p.Profile); id == "" && p.Profile != "" {
			fault(s, s.At("profilo"), "invalid-value", fmt.Sprintf("%s non contiene lettere", diag.Quote(p.Profile)), "scrivi che cosa fanno queste persone, per esempio Coordinatori")
		} else if id != "" {
			profiles.addAs(l.report, valueOf(s, "profilo"), id, p.Profile, "duplicate-value")
		}
		all = append(all, p)
	}
	return all
}
