// SPDX-License-Identifier: EUPL-1.2

package privacy

import "strings"

var (
	// streets begin an address whatever stands before; ways do so only after a
	// word of residence, since they have other meanings ("corso", "frazione").
	streets = set(`via viale piazza piazzale piazzetta vicolo vico`)
	ways    = set(`corso largo strada contrada calle borgo frazione località localita fraz loc salita lungomare`)

	// residence is said of one person; the plural is said of a neighbourhood.
	residence = set(`abita abitava abitante residente residenza domiciliato domiciliata domicilio dimora dimorante abitazione`)

	// anybody is who nobody can tell by an address.
	anybody = set(`chi chiunque coloro ogni qualunque ciascun`)

	// offices make an address that of a place for everyone.
	offices = set(`sede sedi ufficio uffici sportello sportelli municipio municipale comune comunale comunali ente palazzo scuola scuole
		scolastico scolastica scolastici scolastiche asilo asili nido nidi infanzia biblioteca biblioteche museo musei teatro archivio archivi
		centro centri servizio servizi settore settori ospedale ambulatorio consultorio farmacia palestra piscina stadio cimitero mercato
		parcheggio parco giardino giardini cantiere cantieri lavori edificio edifici immobile immobili stabile stazione fermata polizia comando
		caserma protocollo anagrafe segreteria direzione cooperativa associazione ditta impresa società azienda negozio istituto istituti plesso
		università provincia regione prefettura tribunale sala aula urp suap contatti recapiti magazzino deposito fondazione parrocchia
		coworking cinema cascina torre mulino condominio negozi bar ristorante albergo hotel chiesa oratorio circolo laboratorio postazioni tel telefono pec fax sito email mail posta ricevimento orari orario apertura aperto aperta villa`)

	// notStreets follow "via" where it means "by".
	notStreets = set(`pec peo spid cie teams zoom meet skype internet web email mail whatsapp telegram fax sms vpn app api libera breve
		telematica telefono posta streaming webex slack ftp https http wifi usb e mail`)

	joining = set(`di del della dello dell dei degli delle d de da dal dalla san santa santo sant s ss g a b c e f i l m p r v don papa padre ai alla alle al`)
	months  = set(`gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre gen feb mar apr mag giu lug ago set ott nov dic`)
	roman   = set(`i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xx xxi xxii xxiii xxiv xxv xxiii xxiv`)

	// counted are things that a number after the name of a street may count.
	counted = set(`progetti progetto dipendenti persone giorni mesi anni settori uffici postazioni piani stanze case appartamenti euro metri
		chilometri km minuti ore volte famiglie alloggi posti`)
)

// reach is how many words before a street are asked whose it is.
const reach = 12

// findAddresses appends the addresses of homes: a street with a proper name and
// a civic number ("via Verdi 3", "viale Trento e Trieste, n. 4/A") beside a
// person, and any street after a word of residence of one person ("abita in via
// Verdi"). Most streets in what a municipality writes are of works, fences,
// shops and traffic: alone they say nothing of anybody.
//
// "Via" that means "by" or "go" has no proper name after it. An address beside
// a word for an office, a school or another place that is open to people is
// not that of a home; nor is one that goes on counting ("via Roma 3 posti").
func (w *wording) findAddresses(found []Finding) []Finding {
	for i := 0; i < len(w.words); i++ {
		street := w.words[i].low
		if !streets[street] && !ways[street] {
			continue
		}
		lives := w.lives(i)
		if !lives && ways[street] {
			continue
		}
		last, numbered := w.streetEnd(i, lives)
		if last < 0 || !numbered && !lives || !lives && (!w.beside(i, last) || w.public(i, last)) {
			continue
		}
		found = append(found, Finding{HomeAddress, w.words[i].start, w.words[last].end})
		i = last
	}
	return found
}

// lives reports whether a word of residence leads to the street at i.
func (w *wording) lives(i int) bool {
	for k := i - 1; k >= max(0, i-8) && !w.stops(k); k-- {
		if residence[w.words[k].low] || w.words[k].low == "casa" && w.low(k-1) == "di" && (w.low(k-2) == "indirizzo" || w.low(k-2) == "recapito") {
			return !anybody[w.low(k-1)] && !anybody[w.low(k-2)] && !anybody[w.low(k-3)]
		}
	}
	return false
}

// beside reports whether a person is named beside the address from word i to
// last: by a name, by what they do or are to somebody, or in the cell before it
// in a row of a table.
func (w *wording) beside(i, last int) bool {
	for k := i - 1; k >= max(0, i-reach) && !w.stopsRow(k); k-- {
		if w.isSomebody(k) {
			return true
		}
	}
	for k := last + 1; k < min(len(w.words), last+6) && !w.stopsRow(k-1); k++ {
		if w.isSomebody(k) || residence[w.low(k)] {
			return true
		}
	}
	for _, p := range w.around(i, last) {
		if p.named && (p.last == i-1 || p.last == i-2) && strings.ContainsAny(w.gap(p.last), ",(") {
			return true // "Ettore Zani, via Mantova 31"
		}
	}
	return w.cellOfName(i)
}

// isSomebody reports whether word k names one person.
func (w *wording) isSomebody(k int) bool {
	low := w.low(k)
	return people[low] || titles[low] || firstNames[low] && (w.isName(k, k+1) || w.isName(k, k-1))
}

// isName reports whether words k and n, side by side, are written as a name and
// a surname are, and the place they stand in is not named after somebody.
func (w *wording) isName(k, n int) bool {
	first := min(k, n)
	return first >= 0 && w.gap(first) == " " && w.capital(k) && w.capital(n) && !dedicated[w.low(first-1)] && !streets[w.low(first-1)]
}

// stopsRow reports whether a sentence ends after word i; the cells of a row do
// not end one.
func (w *wording) stopsRow(i int) bool {
	return w.stops(i) && (i < 0 || i+1 >= len(w.words) || !isRow(w.gap(i)))
}

func isRow(gap string) bool {
	return len(gap) <= 4 && strings.ContainsAny(gap, ";\t|") && !strings.Contains(gap, "\n")
}

// cellOfName reports whether the cell before the one that the street at word i
// begins holds two or three words in capitals and none for an office.
func (w *wording) cellOfName(i int) bool {
	if i < 2 || !isRow(w.gap(i-1)) {
		return false
	}
	n := 0
	for k := i - 1; k >= 0; k-- {
		if !w.capital(k) || offices[w.low(k)] {
			return false
		}
		n++
		if k == 0 || w.gap(k-1) != " " {
			break
		}
	}
	return n == 2 || n == 3
}

// streetEnd returns the last word of the address that begins at i, -1 when it
// is none, and whether it has a civic number.
func (w *wording) streetEnd(i int, lives bool) (last int, numbered bool) {
	if notStreets[w.low(i+1)] {
		return -1, false
	}
	last = -1
	proper, plain := false, 0
	for k := i + 1; k <= i+8 && k < len(w.words) && strings.Trim(w.gap(k-1), " ,.'’()_-/°\u00a0") == ""; k++ {
		low := w.words[k].low
		isMonth := months[w.low(k+1)]
		switch {
		case w.isCivic(k) && !proper && plain == 0 && isMonth: // via 25 Aprile
			proper = true
			k++
			last = k
		case w.isCivic(k):
			if (!proper && (!lives || plain == 0)) || isMonth || counted[w.low(k+1)] || w.goesOn(k) {
				return properEnd(last, proper)
			}
			if low := w.low(k + 1); (low == "bis" || low == "ter" || len(low) == 1 && isLetter(low[0]) && strings.TrimSpace(w.gap(k)) != "") && len(w.gap(k)) == 1 {
				k++
			}
			return k, true
		case low == "n" || low == "nr" || low == "num" || low == "numero" || low == "civico" || low == "snc":
		case w.capital(k) && (!w.shouted(k) || roman[low] || w.shouted(i)):
			proper = true
			last = k
		case joining[low] || low == "e":
		case lives && plain < 2:
			plain++
		default:
			return properEnd(last, proper)
		}
	}
	return properEnd(last, proper)
}

func properEnd(last int, proper bool) (int, bool) {
	if !proper {
		return -1, false
	}
	return last, false
}

// isCivic reports whether word k can be a civic number: up to three digits and
// perhaps a letter.
func (w *wording) isCivic(k int) bool {
	s := w.low(k)
	if s != "" && !isDigit(s[len(s)-1]) && len(s) > 1 && isLetter(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	if s == "" || len(s) > 3 || s[0] == '0' {
		return false
	}
	for k := range len(s) {
		if !isDigit(s[k]) {
			return false
		}
	}
	return true
}

// goesOn reports whether the number at word k is part of a time, a date or a
// greater number.
func (w *wording) goesOn(k int) bool {
	end := w.words[k].end
	return end+1 < len(w.text) && strings.IndexByte(".:,", w.text[end]) >= 0 && isDigit(w.text[end+1]) ||
		strings.HasPrefix(w.text[end:], "%") || strings.HasPrefix(strings.TrimLeft(w.text[end:], " "), "€")
}

// public reports whether a word for an office stands beside the address from
// word i to last, in the same sentence.
func (w *wording) public(i, last int) bool {
	for k := i - 1; k >= max(0, i-reach) && !w.stops(k); k-- {
		if offices[w.words[k].low] {
			return true
		}
	}
	for k := i + 1; k < min(len(w.words), last+6) && !w.stops(k-1); k++ {
		if offices[w.words[k].low] {
			return true
		}
	}
	return false
}
