// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"cmp"
	"fmt"
	"math"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// departments reads the files of a folder settori.
func (r *reading) departments(dir string) []*Department {
	l := r.loader
	entries, _ := l.folder(dir)
	var files []string
	for _, f := range entries {
		if path.Ext(f.name) == ".toml" {
			files = append(files, f.name)
		}
	}
	if len(files) > maxDepartments {
		r.tooLarge(dir, "i settori", len(files), maxDepartments)
		return nil
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
		r.settori = append(r.settori, id)
		t := l.read(name, &departmentKeys, departmentPage(r.edition, id))
		if t == nil {
			r.partial = true
			continue
		}
		d := r.department(t, id)
		all = append(all, d)
		// Two settori may be called the same, but seldom are.
		if twice, ok := names.note(valueOf(t, "nome"), strings.ToLower(d.Name), d.Name); ok {
			doubt(t, twice, "duplicate-value", twice.Message, "se sono due settori diversi dai loro nomi diversi, altrimenti togli un file")
		}
		t.close()
		r.passages = append(r.passages, l.passages()...)
	}
	sortItalian(all, func(d *Department) string { return romanAsDigits(d.Name) }, func(d *Department) string { return d.ID })
	slices.SortStableFunc(all, func(a, b *Department) int {
		return cmp.Compare(cmp.Or(a.Order, math.MaxInt), cmp.Or(b.Order, math.MaxInt))
	})
	return all
}

// numbered finds the Roman number of an office: "Settore IX", "III Area".
var numbered = regexp.MustCompile(`(?i:\b(?:settore|area|servizio|direzione|dipartimento|ripartizione|unità) )([IVX]+)\b|^([IVX]+)(?i: (?:settore|area|servizio|direzione|dipartimento|ripartizione|unità)\b)`)

// romanAsDigits writes the Roman number of an office in digits, so that IX
// stands after V.
func romanAsDigits(name string) string {
	m := numbered.FindStringSubmatchIndex(name)
	if m == nil {
		return name
	}
	start, end := max(m[2], m[4]), max(m[3], m[5])
	n, before := 0, 0
	for i := end - 1; i >= start; i-- {
		digit := map[byte]int{'I': 1, 'V': 5, 'X': 10}[name[i]]
		if digit < before {
			digit = -digit
		} else {
			before = digit
		}
		n += digit
	}
	return name[:start] + strconv.Itoa(n) + name[end:]
}

// department reads the file of one settore.
func (r *reading) department(t *table, id string) *Department {
	d := &Department{
		ID:         id,
		Name:       t.line("nome"),
		NameSource: !t.has("nome_fonte") || t.flag("nome_fonte"),
		Projects:   t.quantity("progetti_nel_piano"),
		Workforce:  t.quantity("dotazione"),
		Order:      t.count("ordine", 0),
		Featured:   t.flag("in_evidenza"),
		Offices:    t.texts("uffici"),
		Activities: t.texts("attivita"),
		Note:       t.prose("nota"),
		Source:     t.source(r.edition.Source),
		From:       t.slugs("nasce_da"),
	}
	d.Staff = r.staff(t, d.Source)
	for _, p := range t.tables("progetto") {
		project := r.project(p, d.Source, d)
		d.Described = append(d.Described, project)
		checkFoot(t, p, project.Note)
	}
	r.tables[d] = t
	return d
}

// staff reads the [[personale]] of a settore or a project.
func (r *reading) staff(t *table, inherited *Source) []*StaffProfile {
	profiles := make(register)
	var all []*StaffProfile
	for _, s := range t.tables("personale") {
		p := &StaffProfile{
			Profile:   s.line("profilo"),
			Employees: s.quantity("dipendenti"),
			Women:     s.quantity("donne"),
			Men:       s.quantity("uomini"),
			FullTime:  s.quantity("equivalenti"),
			SameAs:    s.slug("stesse_persone"),
			Source:    s.source(inherited),
		}
		s.checkGroup(p)
		p.hideFew(t.l.threshold)
		r.named = append(r.named, naming{s, "stesse_persone", &p.SameAs})
		// Profiles name figures: two that differ only by accents are the same.
		if id := ProfileID(p.Profile); id == "" && p.Profile != "" && !tomldoc.SaysNothing(p.Profile) {
			fault(s, s.at("profilo"), "invalid-value", fmt.Sprintf("%s non contiene lettere", diag.Quote(p.Profile)), "scrivi che cosa fanno queste persone, per esempio Coordinatori")
		} else if id != "" {
			profiles.addAs(t.l.report, valueOf(s, "profilo"), id, p.Profile, "duplicate-value")
		}
		all = append(all, p)
	}
	return all
}
