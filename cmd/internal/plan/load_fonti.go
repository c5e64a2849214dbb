// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/tomldoc"
)

// readSources reads fonti.toml.
func (l *loader) readSources(name string) []*Source {
	t := l.parse(name)
	if t == nil {
		return nil
	}
	defer t.Close()
	if !t.Has("fonte") {
		fault(t, t.Here(), "missing-key", "non c'è nessuna fonte", newSource)
	}
	l.sources = make(map[string]*Source)
	ids := make(register)
	var all []*Source
	for _, s := range t.Tables("fonte") {
		s.Require("id", "titolo")
		src := &Source{
			ID:        l.slug(s, "id"),
			Title:     line(s, "titolo"),
			Kind:      line(s, "tipo"),
			Publisher: line(s, "editore"),
			Date:      s.Date("data"),
			DateText:  line(s, "data_testo"),
			URL:       link(s, "collegamento"),
			Note:      prose(s, "nota"),
		}
		ids.add(l.report, valueOf(s, "id"), src.ID, "duplicate-id")
		if _, dup := l.sources[src.ID]; !dup && src.ID != "" {
			l.sources[src.ID] = src
			l.names = append(l.names, src.ID)
		}
		all = append(all, src)
	}
	return all
}

// newSource says how to write the first source.
const newSource = "aggiungi in data/fonti.toml una tabella [[fonte]] con id e titolo"

// source returns the document named at "fonte", or what the table inherits.
func (l *loader) source(t *tomldoc.Table, inherited *Source) *Source {
	id := t.Text("fonte")
	if id == "" || l.sources == nil {
		return inherited
	}
	if s, ok := l.sources[id]; ok {
		return s
	}
	hint := diag.DidYouMean(id, l.names)
	if hint == "" {
		hint = "aggiungila in data/fonti.toml, oppure usa una di quelle che ci sono: " + strings.Join(l.names, ", ")
	}
	if len(l.names) == 0 {
		hint = newSource
	}
	fault(t, t.At("fonte"), "unknown-source", fmt.Sprintf("la fonte %s non è in data/fonti.toml", diag.Quote(id)), hint)
	return inherited
}
