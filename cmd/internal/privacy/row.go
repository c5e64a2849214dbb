// SPDX-License-Identifier: EUPL-1.2

package privacy

import (
	"slices"
	"strings"
)

// A Cell is a cell of a row of a table, with the head of its column.
type Cell struct{ Head, Text string }

// nameHeads are the heads of columns that hold people.
var nameHeads = set(`nome cognome nominativo nominativi persona persone dipendente dipendenti referente responsabile lavoratore lavoratrice
	collaboratore collaboratrice candidato candidata firmatario interessato interessata assegnatario titolare beneficiario educatore educatrice
	insegnante funzionario impiegato impiegata operatore incaricato chi`)

// FindHeaded returns what Find finds in a cell after the head of its column,
// which says what it is ("Data di nascita: 12/03/1978"), as spans of head + ": "
// + text. A serial number is judged with its row: see FindRow.
func FindHeaded(c Cell) []Finding {
	text := c.Text
	if c.Head != "" && text != "" && len(c.Head) <= 60 {
		text = c.Head + ": " + text
	}
	return slices.DeleteFunc(Find(text), func(f Finding) bool { return f.Kind == StaffNumber && f.Start < len(c.Head) })
}

// FindRow returns, for each cell of a row, what its neighbours make personal and
// Find does not see in the cell alone: a person in one and a condition, a union
// or a street in another, the name of an ordinary employee in a column of names,
// a personnel number under its head. It takes time in proportion to the row.
func FindRow(cells []Cell) [][]Finding {
	found := make([][]Finding, len(cells))
	words := make([]*wording, len(cells))
	public, somebody, who := false, false, -1
	for i, c := range cells {
		words[i] = split(c.Text)
		for k := range words[i].words {
			low := words[i].low(k)
			public = public || publicRoles[low] || low == "segretario"
		}
		switch {
		case words[i].onlyName(c.Head):
			somebody = true
			if who < 0 {
				who = i
			}
		case reasonIn(cells) && len(words[i].words) == 1 && (staff[words[i].low(0)] || roles[words[i].low(0)]) && !strings.HasSuffix(words[i].low(0), "i"):
			somebody = true
		case len(words[i].words) <= 8 && (words[i].personFrom(0) || len(words[i].tellable()) > 0):
			somebody = true
		}
		for _, k := range split(c.Head).words {
			public = public || publicRoles[k.low]
			// Initials tell who it is to those who work there.
			somebody = somebody || nameHeads[k.low] && words[i].initials()
		}
	}
	for i, c := range cells {
		w := words[i]
		for k := 0; somebody && !public && k < len(w.words); k++ {
			last, kind := w.condition(k), Health
			if last < 0 {
				last, kind = w.membership(k), Union
			}
			if last < 0 && w.low(k) == "104" && len(w.words) < 8 && reasonHead(c.Head) {
				last = k
			}
			if last < 0 && unions[w.low(k)] {
				last = k
			}
			if last >= 0 {
				found[i] = append(found[i], Finding{kind, w.words[k].start, w.words[last].end})
				k = last
			}
		}
		switch {
		case len(w.words) == 0:
		case i == who && !public:
			found[i] = append(found[i], Finding{Name, w.words[0].start, w.words[len(w.words)-1].end})
		case somebody && who != i && w.isAddress() && !public:
			found[i] = append(found[i], Finding{HomeAddress, w.words[0].start, w.words[len(w.words)-1].end})
		case w.underStaffNumber(c.Head, cells):
			found[i] = append(found[i], Finding{StaffNumber, w.words[0].start, w.words[len(w.words)-1].end})
		}
		found[i] = merge(found[i])
	}
	return found
}

// reasonIn reports whether a column says why, or in what state, somebody is.
func reasonIn(cells []Cell) bool {
	return slices.ContainsFunc(cells, func(c Cell) bool { return reasonHead(c.Head) })
}

func reasonHead(head string) bool {
	return slices.ContainsFunc(split(head).words, func(h word) bool { return reasons[h.low] })
}

// reasons are the heads of columns that say why somebody is told apart.
var reasons = set(`condizione condizioni motivo motivi motivazione motivazioni causa causale ragione ragioni assenza esonero tutela`)

// initials reports whether the whole cell is the initials of a person, or a
// surname with one: "M.R.", "Neri P.".
func (w *wording) initials() bool {
	single := 0
	for k := range w.words {
		if !w.capital(k) || len(w.words) > 3 {
			return false
		}
		if len(w.low(k)) == 1 {
			single++
		}
	}
	return single > 0 && len(w.words) >= 2
}

// onlyName reports whether the whole cell is the name of a person: by its head,
// or by a common first name.
func (w *wording) onlyName(head string) bool {
	n := len(w.words)
	if n == 0 || n > 5 || strings.ContainsAny(w.text, "0123456789:;@") {
		return false
	}
	names, known := 0, false
	for k := range w.words {
		low := w.low(k)
		switch {
		case w.inName(k):
			names++
			known = known || firstNames[low]
		case particles[low], titles[low], low == "ssa", low == "ra":
		default:
			return false
		}
	}
	if known && names >= 2 {
		return true
	}
	for _, h := range split(head).words {
		if nameHeads[h.low] && (names >= 2 || h.low == "cognome" || h.low == "nominativo") {
			return true
		}
	}
	return false
}

// personFrom reports whether the cell begins with a few employees or one.
func (w *wording) personFrom(int) bool {
	for k := range w.words {
		if w.personEnding(k) >= 0 {
			return true
		}
	}
	return false
}

// isAddress reports whether the cell is a street with a civic number.
func (w *wording) isAddress() bool {
	if len(w.words) < 2 || !streets[w.low(0)] && !ways[w.low(0)] {
		return false
	}
	_, numbered := w.streetEnd(0, true)
	return numbered && !w.public(0, min(len(w.words)-1, 4))
}

// underStaffNumber reports whether the cell is a number in a column of personnel
// numbers, of people and not of things.
func (w *wording) underStaffNumber(head string, cells []Cell) bool {
	if len(w.words) != 1 || !isDigit(w.low(0)[0]) {
		return false
	}
	named := false
	for _, h := range split(head).words {
		named = named || h.low == "matricola" || h.low == "matr"
	}
	if !named {
		return false
	}
	for _, c := range cells {
		for _, word := range append(split(c.Text).words, split(c.Head).words...) {
			if devices[word.low] {
				return false
			}
		}
	}
	return true
}

// FindFileName returns the name of a person that the name of a file holds:
// "curriculum-mario-rossi.pdf". Only a common first name tells one, or, in what is
// written of one person's health, a common surname.
func FindFileName(name string) []Finding {
	w := split(strings.ReplaceAll(name, "_", "-"))
	if f, ok := w.healthPaper(); ok {
		return []Finding{f}
	}
	for k := range w.words {
		low := w.low(k)
		if !firstNames[low] || dedicated[w.low(k-1)] || streets[w.low(k-1)] {
			continue
		}
		for _, n := range []int{k + 1, k - 1} {
			other := w.low(n)
			if len(other) < 3 || isDigit(other[0]) || fileWords[other] || offWords[other] || offices[other] || staff[other] || dedicated[other] || dedicated[w.low(n-1)] || conditions[other] || extensions[other] {
				continue
			}
			if n < k && !strings.HasSuffix(other, "i") && !strings.HasSuffix(other, "o") && !strings.HasSuffix(other, "a") {
				continue
			}
			first, last := min(k, n), max(k, n)
			return []Finding{{Name, w.words[first].start, w.words[last].end}}
		}
	}
	return nil
}

// healthPaper finds a certificate of one person's: "certificato-malattia-bianchi".
// Of the names of files only common surnames are known: any other word may be what
// the file is about.
func (w *wording) healthPaper() (Finding, bool) {
	about := false
	for k, t := range w.words {
		about = about || conditions[t.low] || medical[t.low]
		if about && papers[w.low(0)] && surnames[t.low] {
			return Finding{Health, w.words[0].start, w.words[k].end}, true
		}
	}
	return Finding{}, false
}

var (
	// papers are what is written of one person, medical what it may be of.
	papers  = set(`certificato certificati visita referto esonero diagnosi richiesta istanza permesso congedo`)
	medical = set(`medico medica medici mediche sanitario sanitaria salute gravidanza idoneità idoneita 104`)
	// surnames are those that many have and that are no word of an office.
	surnames = set(`rossi russo ferrari esposito bianchi colombo ricci marino conti mancini giordano rizzo lombardi moretti
		barbieri santoro mariani rinaldi caruso galli martini martinelli lombardo coppola marchetti parisi ferraro ferri
		fabbri marini valentini pellegrini palumbo sanna rizzi cattaneo morelli amato silvestri mazza pellegrino
		giuliani benedetti rossetti caputo montanari palmieri bernardi ferretti bellini basile donati piras sartori neri costantini
		milani pagano ruggiero sorrentino mantovani zanella brambilla fumagalli locatelli bertolini bruni marchi`)
	extensions = set(`pdf docx doc xlsx xls odt ods odp pptx csv json xml txt png jpg jpeg webp svg gif zip md toml p7m rtf`)

	// fileWords are what documents of an office are called.
	fileWords = set(`curriculum cv contratto lettera nomina incarico relazione verbale elenco modello scheda modulo bando avviso parere
		proposta nota atto atti copia bozza finale definitivo firmato firmata accordo individuale piano sintesi testo foto immagine ritratto
		mappa tavola disegno presentazione manuale guida istruzioni regola carta logo stemma mensa mostra festa premio concorso villa giardino
		parco grande alta bella nuova vecchia porta ponte torre fiera acqua santa san rosa colli colle monte valle`)
)
