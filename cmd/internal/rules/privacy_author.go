// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"strings"
	"unicode"
)

// notPeople are words in the names that properties hold when no person stands
// there: those of offices and firms, and those that programs write.
var notPeople = wordSet(`comune comuni municipio provincia regione unione città metropolitana ente ufficio uffici settore servizio servizi
	segreteria area direzione dipartimento giunta consiglio assessorato amministrazione amministratore agenzia azienda stampa redazione
	protocollo personale urp ced ministero prefettura consorzio società srl spa cooperativa associazione fondazione scuola istituto
	microsoft office word excel powerpoint windows libreoffice openoffice writer calc impress adobe acrobat indesign photoshop illustrator
	canva canon hp xerox ricoh kyocera konica minolta epson brother scanner scansione pdfcreator ghostscript latex pandoc chrome google
	openpyxl xlsxwriter docx python apache poi xuri excelize reportlab unknown sconosciuto anonimo anonymous user utente utenti admin
	administrator default guest ospite owner root system sistema pc server test postazione postazioni stampante copyright
	riservati diritti rights reserved tutti creative commons licenza license cc comment commento nota note titolo senza`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// isPerson reports whether a name in the properties of a file may be that of a
// person: not of the ente, of an office, of a program.
func (c *personalCheck) isPerson(name string) bool {
	ours := strings.ToLower(c.Publication.Municipality.Name)
	low := strings.ToLower(name)
	if low == ours || strings.Contains(low, "://") || strings.HasPrefix(low, "www.") {
		return false
	}
	letters := 0
	for _, w := range strings.FieldsFunc(low, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if notPeople[strings.TrimRight(w, "0123456789")] {
			return false
		}
		for _, r := range w {
			if unicode.IsLetter(r) {
				letters++
			}
		}
	}
	return letters > 1
}
