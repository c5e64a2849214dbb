// SPDX-License-Identifier: EUPL-1.2

package privacy

import "strings"

// signing are words that stand before a name at the foot of a document.
var signing = set(`firmato firma firme f.to fto sottoscritto sottoscritta firmatario firmataria visto`)

// gathered are words for several people, whose names a colon begins.
var gathered = set(`gruppo squadra team componenti partecipanti referenti redazione redattori autori collaboratori`)

// granted are what is done for one employee, whose name follows.
var granted = set(`concesso concessa concessi concesse autorizzato autorizzata autorizzati autorizzate riconosciuto riconosciuta riconosciuti
	riconosciute assegnato assegnata assegnati assegnate`)

// worked are those things.
var worked = set(`giornate giornata giorni giorno ore permesso permessi congedo ferie smart-working agile working portatile`)

// findNames appends the names of ordinary staff: a name beside a role, a title or
// a signature. Of those who lead or represent the ente the law has the name
// published; of those who work in it, it does not (D.Lgs. 33/2013, art. 7-bis,
// c. 4; Garante, provv. 299/2022): the office is enough.
func (w *wording) findNames(found []Finding) []Finding {
	for _, p := range w.tellable() {
		if p.named && !p.alone && w.employed(p) && !w.publicRole(p) {
			found = append(found, Finding{Name, w.words[p.first].start, w.words[p.last].end})
		}
	}
	return found
}

// employed reports whether a role of one person, a title or a signature stands
// beside the name of p.
func (w *wording) employed(p person) bool {
	for k := p.first - 1; k >= max(0, p.first-6); k-- {
		if w.stops(k) && !strings.ContainsAny(w.gap(k), ":\n") {
			break
		}
		low := w.low(k)
		switch {
		case signing[low], low == "to" && w.low(k-1) == "f":
			return true
		case low == "cura" && w.low(k+1) == "di" && k == p.first-2, gathered[low] && p.known && strings.Contains(w.text[w.words[k].end:w.words[p.first].start], ":"):
			return true
		case granted[low] && k >= p.first-3 && worked[w.low(k-1)] && p.known && (w.low(p.first-1) == "a" || w.low(p.first-1) == "ad"):
			return true
		case titles[low] && k >= p.first-2, low == "ssa" || low == "ra":
			return true
		case (staff[low] || roles[low]) && !strings.HasSuffix(low, "i"):
			return w.near(k, p) || p.known && !w.verbBetween(k, p.first)
		}
	}
	// "Giovanni Bellini, istruttore amministrativo"; "Anna Bianchi (referente)".
	k := p.last + 1
	if k < len(w.words) && strings.ContainsAny(w.gap(p.last), ",(–-") && len(w.gap(p.last)) <= 5 {
		low := w.low(k)
		return (staff[low] || roles[low]) && !strings.HasSuffix(low, "i") || p.known && (low == "ufficio" || low == "servizio" || low == "matricola" || low == "cat" || low == "categoria")
	}
	return false
}

// near reports whether the role at word k is right before the name of p, or
// parted from it by a colon: "il funzionario Zani", "referente del progetto:".
func (w *wording) near(k int, p person) bool {
	return k == p.first-1 && w.gap(k) == " " || strings.ContainsAny(w.gap(p.first-1), ":=")
}

// verbBetween reports whether more than an office or a complement stands between
// words k and first.
func (w *wording) verbBetween(k, first int) bool {
	for n := k + 1; n < first; n++ {
		low := w.low(n)
		if !owning[low] && !linking[low] && !offices[low] && !offWords[low] && !alone[low] && low != "progetto" && low != "è" {
			return true
		}
	}
	return false
}

// publicRole reports whether a role whose names are public stands beside p.
func (w *wording) publicRole(p person) bool {
	for k := p.first - 1; k >= max(0, p.first-9); k-- {
		if w.stops(k) && !strings.Contains(w.gap(k), ":") {
			break
		}
		if publicRoles[w.low(k)] || w.low(k) == "segretario" || w.low(k) == "segretaria" && (w.low(k+1) == "generale" || w.low(k+1) == "comunale") {
			return true
		}
	}
	for k := p.last + 1; k < min(len(w.words), p.last+5) && !w.stops(k-1); k++ {
		if publicRoles[w.low(k)] || w.low(k) == "segretario" {
			return true
		}
	}
	return false
}

// devices have a serial number that in Italian is a matricola too.
var devices = set(`stampante contatore apparecchio computer telaio veicolo impianto strumento estintore caldaia lampada pc notebook auto
	autovettura ascensore inps inail telefono tablet monitor server router bicicletta scuolabus mezzo dispositivo dispositivi attrezzatura
	attrezzature bene beni inventario autobus motore macchina macchinario`)

// findStaffNumbers appends personnel numbers, which tell an employee apart to
// whoever knows them (Garante, provv. 299/2022).
func (w *wording) findStaffNumbers(found []Finding) []Finding {
	for i := range w.words {
		switch w.low(i) {
		case "matricola", "matr", "badge", "cartellino":
		default:
			continue
		}
		k := i + 1
		for k <= i+3 && (w.low(k) == "n" || w.low(k) == "nr" || w.low(k) == "numero" || w.low(k) == "num" || w.low(k) == "è" || w.low(k) == "aziendale") {
			k++
		}
		if number := w.low(k); number == "" || !isDigit(number[len(number)-1]) || len(number) > 10 || len(number) < 2 || w.stops(k-1) && !strings.Contains(w.gap(k-1), ".") || w.device(i) {
			continue
		}
		found = append(found, Finding{StaffNumber, w.words[i].start, w.words[k].end})
	}
	return found
}

// device reports whether the sentence around word i speaks of a thing that has a
// serial number.
func (w *wording) device(i int) bool {
	for k := max(0, i-8); k < min(len(w.words), i+8); k++ {
		if devices[w.low(k)] {
			return true
		}
	}
	return false
}

var (
	unions = set(`cgil cisl uil usb cub cobas ugl csa diccap confsal sindacato sindacati fp fpl uilfpl snals gilda anief`)
	joined = set(`iscritto iscritta iscritti iscritte tesserato tesserata tesserati aderente aderisce iscrizione tessera adesione
		rappresentante delegato delegata aderito`)
)

// findUnions appends what tells that somebody is a member of a trade union (GDPR,
// art. 9): membership, a fee, a permit, beside one person or a few.
func (w *wording) findUnions(found []Finding) []Finding {
	for i := range w.words {
		last := w.membership(i)
		if last < 0 {
			found = w.findOfUnion(found, i)
			continue
		}
		for _, p := range w.around(i, last) {
			from, to := min(p.first, i), max(p.last, last)
			if to-from <= 2*farthest && w.sentence(from, to) && (p.named || !w.ruled(i, last)) && (p.known || w.beginsOrFollows(p)) {
				found = append(found, Finding{Union, w.words[from].start, w.words[to].end})
				break
			}
		}
		if k := w.membersAfter(last); k >= 0 && !w.ruled(i, last) {
			found = append(found, Finding{Union, w.words[i].start, w.words[k].end})
		}
		if start := w.personBefore(i); start >= 0 {
			found = append(found, Finding{Union, w.words[start].start, w.words[last].end})
		}
	}
	return found
}

// membersAfter returns the surname that follows a membership: "gli iscritti alla
// UIL sono Rossi e Bruni"; -1 for none.
func (w *wording) membersAfter(i int) int {
	for k := i + 1; k <= i+8 && !w.stops(k-1); k++ {
		if (w.low(k-1) == "sono" || w.low(k-1) == "è" || strings.Contains(w.gap(k-1), ":")) && w.inName(k) {
			return k
		}
	}
	return -1
}

// findOfUnion appends the person whose name a union at word i follows: "Elena Conti
// della CISL", "Elena Conti (CISL)".
func (w *wording) findOfUnion(found []Finding, i int) []Finding {
	if !unions[w.low(i)] || !w.capital(i) || w.low(i) == "sindacato" {
		return found
	}
	for _, p := range w.around(i, i) {
		between := i - p.last - 1
		if p.named && p.known && !p.alone && !w.publicRole(p) && (between == 0 && strings.ContainsAny(w.gap(p.last), "(,") || between == 1 && owning[w.low(i-1)] && w.gap(p.last) == " ") {
			return append(found, Finding{Union, w.words[p.first].start, w.words[i].end})
		}
	}
	return found
}

// membership returns the last word of a bond with a union that begins at word i,
// -1 for none.
func (w *wording) membership(i int) int {
	low, next := w.low(i), w.low(i+1)
	switch {
	case joined[low]:
		for k := i + 1; k <= i+4 && !w.stops(k-1); k++ {
			if unions[w.low(k)] || w.low(k) == "sindacale" || w.low(k) == "rsu" {
				return k
			}
		}
	case (low == "trattenuta" || low == "delega" || low == "quota" || low == "permesso" || low == "permessi" || low == "distacco" || low == "tessera") && (next == "sindacale" || next == "sindacali"):
		return i + 1
	}
	return -1
}
