// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"

	"vetro/cmd/internal/tomldoc"
)

// readmeSheet is the first sheet of the workbook.
const readmeSheet = "leggimi"

// A readmeLine is a row of it: a name and what is said of it. A day is a date.
type readmeLine struct {
	name, text string
	day        tomldoc.Date
	title      bool
}

// writeReadme fills the first sheet: what the workbook is, where it comes from,
// under which licence, how to read it.
func writeReadme(f *excelize.File, st styles, s Set, tables []Table) error {
	for i, width := range []float64{28, 100} {
		name := string(rune('A' + i))
		if err := f.SetColWidth(readmeSheet, name, name, width); err != nil {
			return err
		}
	}
	for i, l := range s.readme(tables) {
		a, b := fmt.Sprint("A", i+1), fmt.Sprint("B", i+1)
		style := st.text
		if l.title {
			style = st.title
		}
		if err := f.SetCellStr(readmeSheet, a, l.name); err != nil {
			return err
		}
		if err := f.SetCellStyle(readmeSheet, a, a, style); err != nil {
			return err
		}
		style = st.text
		if l.day.IsZero() {
			if err := f.SetCellStr(readmeSheet, b, Fit(l.text)); err != nil {
				return err
			}
		} else {
			style = st.day
			if err := f.SetCellValue(readmeSheet, b, time.Date(l.day.Year, time.Month(l.day.Month), l.day.Day, 0, 0, 0, 0, time.UTC)); err != nil {
				return err
			}
		}
		if err := f.SetCellStyle(readmeSheet, b, b, style); err != nil {
			return err
		}
	}
	return nil
}

func (s Set) readme(tables []Table) []readmeLine {
	m, e := s.Publication.Municipality, s.Edition
	lines := []readmeLine{{name: s.Title(), title: true}}
	say := func(name, text string) {
		if text != "" {
			lines = append(lines, readmeLine{name: name, text: text})
		}
	}
	head := func(name string) { lines = append(lines, readmeLine{}, readmeLine{name: name, title: true}) }
	date := func(name string, d tomldoc.Date) {
		if !d.IsZero() {
			lines = append(lines, readmeLine{name: name, day: d})
		}
	}
	say("Avvertenza", s.Notice)
	if s.Official() || m.Fictional {
		say("Ente", m.Name)
	}
	if m.Fictional {
		say("", m.Name+" non esiste: questo piano è inventato.")
	}
	say("Ufficio responsabile", m.Office)
	date("Prima pubblicazione", e.Published)
	date("Ultimo aggiornamento", e.Updated)
	if s.Base != "" {
		say("Indirizzo", s.Base+s.Folder())
	}
	if s.Official() {
		say("Licenza", licenceName+": "+licenceAddress)
	}
	head("Da dove vengono i dati")
	for _, d := range s.sources() {
		text := d.Title
		for _, detail := range []string{d.Kind, d.Publisher, d.DateText, d.Date.String(), d.URL} {
			if detail != "" {
				text += ", " + detail
			}
		}
		say(d.ID, text)
	}
	head("I fogli")
	for _, t := range tables {
		say(t.Name, t.Meaning+".")
	}
	head("Come si leggono")
	say("Quantità e vuoti", filesMeaning)
	for _, p := range precisionMeanings {
		say("precisione: "+p[0], p[1])
	}
	for _, k := range kindMeanings {
		say("tipo: "+k.Kind.String(), k.Meaning)
	}
	if len(e.Corrections) > 0 {
		head("Correzioni")
		for _, c := range e.Corrections {
			text := c.What + " " + c.Why
			if c.Project != "" {
				text += " (progetto " + c.Project + ")"
			}
			say(c.Date.String(), text)
		}
	}
	return lines
}
