// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/plan"
)

// SilentChanges reports the editions whose figures differ from those of the last
// published site while the date of the last update is not later. sum tells the
// SHA-256 of a file of the new site, in hexadecimal.
//
// Another version of the program may write the same data in another way: of its
// site the figures are compared one by one, so that one that is computed in
// another way is said too. Pages that are gone are told by Addresses.
//
// Like Addresses it needs the new site.
func SilentChanges(previous fs.FS, version string, sum func(path string) (string, bool), pub *plan.Publication, report *diag.List) {
	old := readManifest(previous)
	if old == nil {
		return
	}
	for _, was := range old.Editions {
		e, certain := shownEdition(pub, was.ID)
		if e == nil || !certain || was.Published == "" || was.Updated == "" || e.Updated.IsZero() || e.Updated.String() > was.Updated {
			continue
		}
		what, hint := "", ""
		if old.Generator == "vetro "+version {
			if name := changedTable(old, e, sum); name != "" {
				what = fmt.Sprintf("le cifre non sono più quelle del sito pubblicato (%s)", name)
				hint = "scrivi in «aggiornato» il giorno della modifica e, se il sito era già in rete, aggiungi una [[rettifica]] che dica che cosa cambia e perché"
			}
		} else if what = changedFigure(previous, e); what != "" {
			hint = "il sito pubblicato è di un'altra versione di vetro, che può calcolarla in un altro modo: controlla la cifra, poi scrivi in «aggiornato» il giorno della modifica"
		}
		if what == "" {
			continue
		}
		d := wholeFile(planFile(e.ID))
		known, _ := diag.Lookup("figures-changed-silently")
		d.Code, d.Severity = known.Name, known.Severity
		d.Message = fmt.Sprintf("%s, ma «aggiornato» è il %s e là era il %s", what, e.Updated, was.Updated)
		d.Hint = hint
		report.Add(d)
	}
}

// changedTable returns the name of a table of e that is not what it was, "" for none.
func changedTable(old *manifest.Manifest, e *plan.Edition, sum func(path string) (string, bool)) string {
	for _, f := range old.Files {
		if f.Edition != e.ID || path.Ext(f.Path) != ".csv" || path.Base(path.Dir(f.Path)) != "dati" {
			continue
		}
		if now, ok := sum(f.Path); ok && now != f.SHA256 {
			return path.Base(f.Path)
		}
	}
	return ""
}

// changedFigure says what the first figure of e is and was in the published site,
// "" where all that both have are the same, or nobody can tell.
func changedFigure(previous fs.FS, e *plan.Edition) string {
	f, err := previous.Open(e.ID + "/dati/cifre.csv")
	if err != nil {
		return ""
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) == 0 {
		return ""
	}
	head := rows[0]
	name, number, to, precision, text := slices.Index(head, "nome"), slices.Index(head, "numero"), slices.Index(head, "massimo"), slices.Index(head, "precisione"), slices.Index(head, "testo")
	if min(name, number, to, precision, text) < 0 {
		return ""
	}
	was := map[string][]string{}
	for _, row := range rows[1:] {
		was[row[name]] = row
	}
	for _, now := range e.Figures() {
		row, q := was[now.Name], now.Value
		if row == nil {
			continue
		}
		is := []string{"", "", q.Precision.String()}
		if q.Known() {
			if is[0] = strconv.FormatFloat(q.Value(), 'f', -1, 64); q.Precision == plan.Between {
				is[1] = strconv.FormatFloat(q.High(), 'f', -1, 64)
			}
		}
		if !slices.Equal(is, []string{row[number], row[to], row[precision]}) {
			return fmt.Sprintf("la cifra %s era «%s» nel sito pubblicato e ora è «%s»", diag.Quote(now.Name), row[text], strings.ReplaceAll(q.String(), "\u00a0", " "))
		}
	}
	return ""
}
