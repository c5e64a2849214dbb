// SPDX-License-Identifier: EUPL-1.2

package change

import "slices"

// A Part is what a reader looks for together: the news first, what only
// keeps the books last.
type Part int

const (
	Arrivals     Part = iota // projects that were not in the plan
	Described                // projects described for the first time
	Endings                  // projects that have ended
	Departures               // projects that are no longer in the plan
	Undescribed              // projects described no longer
	Movements                // projects that go on in another way, or elsewhere
	Goals                    // targets reached
	Setbacks                 // targets that are no longer reached
	Organisation             // settori that begin, end, join or are called otherwise
	Whole                    // the plan as a whole
	Details                  // the rest of what projects and settori say
	Bookkeeping              // sources, notes, links, addresses, ways of writing
	Consequences             // figures of ours that follow from the others
)

// Part returns where c is told.
func (c Change) Part() Part {
	switch c.Kind {
	case ProjectAdded:
		return Arrivals
	case ProjectDescribed:
		return Described
	case ProjectCompleted:
		return Endings
	case ProjectGone:
		return Departures
	case ProjectUndescribed:
		return Undescribed
	case ProgressChanged, ProjectMoved:
		return Movements
	case TargetReached:
		return Goals
	case TargetLost:
		return Setbacks
	case DepartmentAdded, DepartmentMentioned, DepartmentMerged, DepartmentSplit, DepartmentGone, DepartmentUnmentioned, DepartmentRetitled:
		return Organisation
	case FigureChanged:
		return Consequences
	}
	switch {
	case c.bookkeeping():
		return Bookkeeping
	case c.Subject.Scope == Plan:
		return Whole
	}
	return Details
}

// bookkeeping reports whether c changes where or how something is said, not
// what.
func (c Change) bookkeeping() bool {
	switch c.Kind {
	case SourceChanged, ProjectRenamed, DepartmentRenamed, FrequencyChanged:
		return true
	case TextChanged, ListChanged, ProjectRetitled:
		return slices.Contains([]string{"nota", "collegamenti", "nome_fonte", "stesse_persone"}, c.key()) || fold(c.Before.Text) == fold(c.After.Text)
	}
	return false
}

// key is the last data key of what changed, "" for the whole of the subject.
func (c Change) key() string {
	for _, word := range slices.Backward(c.Path) {
		if _, ok := labels[word]; ok || word == "nome_fonte" || word == "stesse_persone" {
			return word
		}
	}
	return ""
}

// labels name what changed, by the data key, where what it was and what it is
// can stand side by side.
var labels = map[string]string{
	"titolo": "Titolo", "sintesi": "Sintesi", "nota": "Nota", "nome": "Nome", "settore": "Settore",
	"progetti_nel_piano": "Progetti nel piano", "dotazione": "Dipendenti in tutto", "atto": "Atto",
	"in_vigore_fino": "In vigore fino al", "frequenza": "Frequenza degli aggiornamenti",
	"uffici": "Uffici", "attivita": "Attività", "servizio": "Servizio", "obiettivi": "Obiettivi",
	"organizzative": "Condizioni organizzative", "tecnologiche": "Condizioni tecnologiche",
	"formative": "Condizioni formative", "sicurezza": "Condizioni di sicurezza",
	"insieme_a": "Altri settori", "responsabile": "Responsabile", "fonte_finanziamento": "Fonte del finanziamento",
	"collegamenti": "Pagine da leggere", "senza_indicatori": "Perché non ci sono indicatori", "contributo": "Contributo",
	"giornate_al_mese": "Giornate agili al mese", "costo": "Costo in euro", "finanziamento": "Finanziamento in euro",
	"inizio": "Inizio", "fine": "Fine", "avanzamento": "Avanzamento", "fonte": "Fonte",
	"dipendenti": "Dipendenti", "donne": "Donne", "uomini": "Uomini", "equivalenti": "Dipendenti a tempo pieno equivalenti",
	"dimensione": "Che cosa misura", "unita": "Unità di misura", "operatore": "Confronto con l’obiettivo",
	"senza_base": "Perché manca il valore di partenza", "base": "Valore di partenza", "risultati": "Risultato",
}

// A Pair is a change with what was and what is side by side.
type Pair struct {
	Of            string // the indicator or the profile it is about, "" for none
	What          string
	Before, After string // "" for nothing
}

// Pair returns c side by side; false where only a sentence tells it: what is
// there in one edition only, how things begin, end and move, and figures of ours,
// which name what they count.
func (c Change) Pair() (Pair, bool) {
	p := Pair{Before: c.Before.Text, After: c.After.Text}
	switch c.Kind {
	case TargetReached, TargetLost:
		p.What = c.Path[1]
	case ResultChanged, TargetChanged:
		p.Of, p.What = c.Path[1], map[Kind]string{ResultChanged: "Risultato del ", TargetChanged: "Obiettivo del "}[c.Kind]+c.Path[3]
	case StaffChanged, CountChanged, DaysChanged, TextChanged, ListChanged, PeriodChanged, ValidityChanged, FrequencyChanged, ActChanged,
		SourceChanged, IndicatorChanged, BaselineChanged, ProjectRetitled, DepartmentRetitled:
		key := c.key()
		if p.What = labels[key]; p.What == "" || key != c.Path[len(c.Path)-1] {
			return Pair{}, false
		}
		if c.Path[0] == "personale" || c.Path[0] == "indicatori" {
			p.Of = c.Path[1]
		}
		if c.Path[0] == "atto" && len(c.Path) > 1 {
			p.What += " sull’atto"
		}
		if c.Kind == PeriodChanged {
			p.Before, p.After = month(p.Before), month(p.After)
		}
	default:
		return Pair{}, false
	}
	return p, p.Before+p.After != ""
}
