// SPDX-License-Identifier: EUPL-1.2

package privacy

import "testing"

func TestFindNamed(t *testing.T) {
	for text, want := range map[string]string{
		"Maria Rossi":                                  "Maria Rossi",
		"Dirigente del settore, Giuseppe Verdi":        "Giuseppe Verdi",
		"Dott.ssa Anna Bianchi":                        "Anna Bianchi",
		"Ing. Zanchetta":                               "Ing. Zanchetta",
		"Rossi M.":                                     "Rossi M",
		"M. Zanchetta":                                 "M. Zanchetta",
		"Hoxha Xhensila":                               "Hoxha Xhensila",
		"dirigente: Luca De Santis":                    "Luca De Santis",
		"ROSSI MARIA":                                  "ROSSI MARIA",
		"Anna":                                         "Anna",
		"Dirigente del settore Cultura":                "",
		"Segretario generale":                          "",
		"Segretario Generale":                          "",
		"Dirigente Polizia Locale":                     "",
		"Comandante della Polizia Locale":              "",
		"Direttrice della biblioteca Giovanni Pascoli": "",
		"Responsabile dello Sportello Unico Edilizia":  "",
		"Elevata Qualificazione Servizi Demografici":   "",
		"Dirigente del settore Lavori Pubblici":        "",
		"Dirigenti dei settori II e IX":                "",
		"Responsabile P.O. Servizi Sociali":            "",
		"Capo di Gabinetto":                            "",
		"Direttore del Museo Ala Ponzone":              "",
		"Il dirigente di ogni settore":                 "",
		"RUP del progetto":                             "",
	} {
		f, ok := FindNamed(text)
		if got := text[f.Start:f.End]; got != want || ok != (want != "") {
			t.Errorf("FindNamed(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
}
