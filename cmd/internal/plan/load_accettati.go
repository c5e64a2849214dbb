// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"go/token"
	"path"
	"slices"
	"strconv"

	"vetro/cmd/internal/diag"
)

// An Accepted is a warning that somebody has looked at and lets stand
// (data/accettati.toml). It speaks of warnings alone: an error stops the site
// and what is missing stays missing whoever accepts it.
type Accepted struct {
	Code   string // codice
	Where  string // dove: a file, or a file and a line, "content/2026/il-piano.md:12"
	Reason string // perche
	Pos    token.Position
}

// Covering returns a function that finds the first of all that is about a
// diagnostic, or nil.
func Covering(all []*Accepted) func(diag.Diagnostic) *Accepted {
	type about struct{ code, where string }
	first := make(map[about]int, len(all))
	for i, a := range slices.Backward(all) {
		first[about{a.Code, a.Where}] = i
	}
	return func(d diag.Diagnostic) *Accepted {
		if d.Severity != diag.Warning {
			return nil
		}
		i, whole := first[about{d.Code, d.Pos.Filename}]
		if j, ok := first[about{d.Code, d.Pos.Filename + ":" + strconv.Itoa(d.Pos.Line)}]; ok && (!whole || j < i) {
			i, whole = j, true
		}
		if !whole {
			return nil
		}
		return all[i]
	}
}

// warnings returns the codes that can be accepted.
func warnings() (names []string) {
	for _, c := range diag.Codes() {
		if c.Severity == diag.Warning {
			names = append(names, c.Name)
		}
	}
	return names
}

// readAccepted reads accettati.toml, which may be absent.
func (l *loader) readAccepted(dir string, entries []entry) (all []*Accepted) {
	const name = "accettati.toml"
	if !slices.ContainsFunc(entries, func(e entry) bool { return e.name == name }) {
		return nil
	}
	t := l.read(path.Join(dir, name), &acceptedKeys, "")
	if t == nil {
		return nil
	}
	defer t.close()
	for _, s := range t.tables("accettato") {
		a := &Accepted{Code: s.line("codice"), Where: s.line("dove"), Reason: s.line("perche"), Pos: s.toml.Here().Pos}
		known, ok := diag.Lookup(a.Code)
		switch {
		case a.Code == "":
		case !ok:
			fault(s, s.at("codice"), "unknown-code", "nessun avviso si chiama "+diag.Quote(a.Code), diag.DidYouMean(a.Code, warnings()))
			continue
		case known.Severity != diag.Warning:
			fault(s, s.at("codice"), "accepted-no-warning", diag.Quote(a.Code)+" non è un avviso: un errore si corregge, una cosa che manca si completa", "togli questo blocco")
			continue
		}
		all = append(all, a)
	}
	return all
}
