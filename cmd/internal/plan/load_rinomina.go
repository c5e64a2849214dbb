// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"slices"

	"vetro/cmd/internal/diag"
)

// renames reads the [[rinomina]]. An old name leads to one new name.
func (r *reading) renames(t *table) {
	old := make(register)
	for _, s := range t.tables("rinomina") {
		n := &Rename{Kind: choice[RenameKind](s, "tipo"), From: s.slug("da"), To: s.slug("a")}
		if n.Kind == 0 || !canBeName(n.From) || !canBeName(n.To) {
			continue // said already
		}
		old.addAs(r.report, valueOf(s, "da"), n.Kind.String()+" "+n.From, n.From, "duplicate-value")
		r.edition.Renames = append(r.edition.Renames, n)
		r.renamed = append(r.renamed, s)
	}
}

// checkRenames reports the renames that lead nowhere. What stands at the old
// address must be gone, and what it leads to must be there; a new name that is
// itself an old one would send readers on twice, or in a circle.
func (r *reading) checkRenames() {
	for i, n := range r.edition.Renames {
		t := r.renamed[i]
		next := slices.IndexFunc(r.edition.Renames, func(other *Rename) bool {
			return other.Kind == n.Kind && other.From == n.To && !r.inUse(n.Kind, n.To)
		})
		switch {
		case n.From == n.To:
			fault(t, t.at("a"), "invalid-rename", fmt.Sprintf("%s è il nome di prima e anche quello di adesso", diag.Quote(n.To)), "scrivi in «a» il nome nuovo, oppure togli questa [[rinomina]]")
		case next >= 0:
			d := t.at("a")
			d.Related = []diag.Related{{Pos: r.renamed[next].at("da").Pos, Message: "qui cambia nome anche lui"}}
			hint := "scrivi in «a» il nome che usa adesso"
			if to := r.edition.Renames[next].To; to != n.From {
				hint = fmt.Sprintf("scrivi direttamente l'ultimo nome: a = %q", to)
			}
			fault(t, d, "invalid-rename", fmt.Sprintf("anche %s ha cambiato nome", diag.Quote(n.To)), hint)
		case r.inUse(n.Kind, n.From):
			fault(t, t.at("da"), "invalid-rename", fmt.Sprintf("%s è ancora l'id di un %s: il suo indirizzo non può portare altrove", diag.Quote(n.From), n.Kind),
				"scrivi in «da» il nome di prima, che nessuno usa più")
		case n.Kind != RenamedPage && !r.partial && !r.inUse(n.Kind, n.To):
			fault(t, t.at("a"), "invalid-rename", fmt.Sprintf("in questa edizione non c'è il %s %s", n.Kind, diag.Quote(n.To)), r.otherName(n))
		}
	}
}

// inUse reports whether a project or settore of the edition is called id.
func (r *reading) inUse(kind RenameKind, id string) bool {
	switch kind {
	case RenamedProject:
		_, ok := r.projects[id]
		return ok
	case RenamedDepartment:
		return slices.Contains(r.settori, id)
	}
	return false
}

// otherName suggests what n may lead to.
func (r *reading) otherName(n *Rename) string {
	const otherwise = "scrivi in «a» l'id che ha adesso"
	if n.Kind == RenamedProject {
		return r.otherProject(n.To, otherwise)
	}
	if hint := diag.DidYouMean(n.To, r.settori); hint != "" {
		return hint
	}
	return otherwise
}

// checkOrigins reports the settori that are said to come from one that the
// edition before does not have; before is nil when there is none.
func (r *reading) checkOrigins(before *reading) {
	if before == nil || before.partial {
		return
	}
	for _, d := range r.edition.Departments {
		t := r.tables[d]
		for i, id := range d.From {
			if slices.Contains(before.settori, id) || !canBeName(id) {
				continue
			}
			hint := diag.DidYouMean(id, before.settori)
			if hint == "" {
				hint = "il suo id è il nome del file in data/piani/" + before.edition.ID + "/settori, senza .toml"
			}
			fault(t, t.itemAt("nasce_da", i), "unknown-department", fmt.Sprintf("nell'edizione %s non c'è il settore %s", before.edition.ID, diag.Quote(id)), hint)
		}
	}
}
