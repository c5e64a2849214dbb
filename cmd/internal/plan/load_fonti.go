// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"strings"

	"vetro/cmd/internal/diag"
)

// readSources reads fonti.toml.
func (l *loader) readSources(name string) []*Source {
	t := l.read(name, &sourcesKeys, "")
	if t == nil {
		return nil
	}
	defer t.close()
	l.sources = make(map[string]*Source)
	ids := make(register)
	var all []*Source
	for _, s := range t.tables("fonte") {
		src := &Source{
			ID:        s.slug("id"),
			Title:     s.line("titolo"),
			Kind:      s.line("tipo"),
			Publisher: s.line("editore"),
			Date:      s.date("data"),
			DateText:  s.line("data_testo"),
			URL:       s.link("collegamento"),
			Note:      s.prose("nota"),
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

// source returns the document named at "fonte", or what the table inherits.
func (t *table) source(inherited *Source) *Source {
	l := t.l
	id := t.toml.Text(t.key("fonte", KindSource).Name)
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
	fault(t, t.at("fonte"), "unknown-source", fmt.Sprintf("la fonte %s non è in data/fonti.toml", diag.Quote(id)), hint)
	return inherited
}
