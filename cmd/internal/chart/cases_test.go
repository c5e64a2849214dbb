// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

const notSaid = "La fonte non lo dice"

func known(n float64, label string) Value { return Value{Number: n, Known: true, Label: label} }

func counts(numbers ...float64) []Value {
	out := make([]Value, len(numbers))
	for i, n := range numbers {
		out[i] = known(n, fmt.Sprint(n))
	}
	return out
}

// goldens are the charts of the site, with its longest names and its gaps.
func goldens() []Chart {
	unknown, elsewhere := Value{Label: notSaid}, Value{Label: "–"}
	return []Chart{{
		ID: "progetti-per-settore", Title: "Progetti per settore", Kind: Bars, Unit: "progetti", Category: "Settore",
		Finding: "16 dei 37 progetti sono contati in tre settori; degli altri 21 la fonte non dice il settore.",
		Categories: []string{"Segreteria Generale", "Avvocatura – contratti – patrimonio",
			"Progettazione – programmazione – protezione civile – mobilità sostenibile", "Senza un conteggio per settore"},
		Series: []Series{
			{Name: "Da descrivere", Fill: Hatched, Values: append(counts(9, 5, 2), elsewhere)},
			{Name: "Senza conteggio per settore", Fill: Dotted, Values: []Value{elsewhere, elsewhere, elsewhere, known(21, "21")}},
		},
	}, {
		ID: "dipendenti-per-settore", Title: "Dipendenti per settore", Kind: Bars, Unit: "dipendenti", Category: "Settore",
		Finding: "Il settore con più dipendenti è quello degli asili nido e delle scuole d’infanzia, fino a 123.",
		Categories: []string{"Asili nido e scuole d’infanzia", "Politiche Sociali",
			"Progettazione – programmazione – protezione civile – mobilità sostenibile", "Segreteria Generale",
			"Avvocatura – contratti – patrimonio", "Economico finanziario delle entrate", "Risorse Umane"},
		Series: []Series{{Name: "Dipendenti", Values: []Value{known(123, "fino a 123"), known(40, "fino a circa 40"),
			known(2, "2"), unknown, unknown, unknown, unknown}}},
	}, {
		ID: "personale-smart-teaching", Title: "Smart Teaching: dipendenti per profilo", Kind: Bars, Unit: "dipendenti", Category: "Profilo",
		Finding:    "Tre profili, fino a 123 dipendenti: quasi tre su quattro sono insegnanti di sezione.",
		Categories: []string{"Coordinatori", "Insegnanti di sezione", "Insegnanti di sostegno"},
		Series:     []Series{{Name: "Dipendenti", Values: []Value{known(12, "fino a 12"), known(89, "fino a 89"), known(22, "fino a 22")}}},
	}, {
		ID: "avanzamento", Title: "Avanzamento dei progetti", Kind: Bars, Unit: "progetti", Category: "Settore",
		Finding: "18 progetti su 37 sono conclusi.",
		Categories: []string{"Affari generali e Servizi demografici", "Ragioneria, Tributi ed Economato", "Risorse umane e Organizzazione",
			"Sistemi informativi", "Urbanistica ed Edilizia privata", "Lavori pubblici e Manutenzioni", "Polizia locale e Protezione civile",
			"Servizi sociali", "Cultura, Sport e Turismo", "Istruzione e Politiche giovanili"},
		Series: []Series{
			{Name: "Conclusi", Letter: "C", Fill: Done, Values: counts(3, 2, 2, 2, 2, 1, 0, 1, 3, 2)},
			{Name: "In corso", Letter: "I", Fill: Ongoing, Values: counts(1, 1, 1, 1, 2, 2, 3, 2, 1, 1)},
			{Name: "Da avviare", Letter: "D", Fill: ToStart, Values: counts(0, 1, 0, 1, 0, 1, 0, 1, 0, 0)},
		},
	}, {
		ID: "indicatori", Title: "Quanto manca all’obiettivo", Kind: Bars, Unit: "per cento dell’obiettivo", Category: "Indicatore",
		Finding: "Due indicatori su cinque hanno raggiunto l’obiettivo.",
		Categories: []string{"Pratiche concluse nei termini", "Giorni medi per rispondere a una richiesta di accesso agli atti",
			"Dipendenti formati", "Postazioni portatili", "Cittadini soddisfatti"},
		Series: []Series{{Name: "Avanzamento", Values: []Value{known(88, "88 % verso l’obiettivo"), known(112, "112 %, superato"),
			known(100, "100 %, raggiunto"), known(0, "0 %, non ancora cominciato"), unknown}}},
		Max: 100, MaxLabel: "obiettivo",
	}, {
		ID: "stato", Title: "A che punto siamo", Kind: Shares, Unit: "progetti", Category: "Settore",
		Finding: "Nel settore Cultura sono conclusi tre progetti su quattro.",
		Categories: []string{"Cultura, Sport e Turismo", "Servizi sociali", "Polizia locale e Protezione civile",
			"Sistemi informativi", "Archivio", "Lavori pubblici e Manutenzioni"},
		Series: []Series{
			{Name: "Conclusi", Letter: "C", Fill: Done, Values: append(counts(3, 1, 0, 120), unknown, known(1, "1"))},
			{Name: "In corso", Letter: "I", Fill: Ongoing, Values: append(counts(1, 2, 3, 1), unknown, known(1, "1"))},
			{Name: "Sospesi", Letter: "S", Fill: Suspended, Values: append(counts(0, 1, 0, 0), unknown, known(1, "1"))},
			{Name: "Da avviare", Letter: "D", Fill: ToStart, Values: append(counts(0, 1, 0, 1300), unknown, known(1, "1"))},
		},
	}, {
		ID: "giornate", Title: "Giornate di lavoro agile al mese", Kind: Bars, Unit: "giornate", Category: "Settore",
		Finding:    "Il settore che ne fa di più è Anagrafe, tra 8 e 12.",
		Categories: []string{"Anagrafe", "Tributi", "Archivio", "Sport"},
		Series: []Series{{Name: "Giornate", Values: []Value{{Number: 8, High: 12, Known: true, Label: "tra 8 e 12"}, known(9.5, "9,5"),
			{Number: 0, High: 4, Known: true, Label: "fino a 4, forse nessuna"}, unknown}}},
	}, {
		ID: "tempi", Title: "Giorni per un permesso", Kind: Lines, Unit: "giorni", Category: "Anno",
		Finding:    "Da 41 a 22 giorni in tre anni: l’obiettivo del 2024 è 20.",
		Categories: []string{"2020", "2021", "2022", "2023", "2024"},
		Panels:     []Panel{{Title: "Giorni medi per rilasciare un permesso edilizio", Better: "in calo è meglio", Moments: years(2020, 5)}},
		Series: []Series{
			{Name: "Partenza", Fill: Start, Values: []Value{known(41, "41"), elsewhere, elsewhere, elsewhere, elsewhere}},
			{Name: "Risultato", Fill: Result, Values: []Value{elsewhere, known(36, "36"), known(25, "25"), known(22, "circa 22"), unknown}},
			{Name: "Obiettivo", Fill: Goal, Values: []Value{elsewhere, known(30, "30"), known(25, "25"), known(24, "24"), known(20, "20")}},
		},
	}, multiples(), {
		ID: "uno", Title: "Una riga sola", Finding: "Un settore.", Kind: Bars, Unit: "progetti", Category: "Settore",
		Categories: []string{"Segreteria Generale"}, Series: []Series{{Name: "Progetti", Values: counts(9)}},
	}, {
		ID: "misto", Title: "Parti che non stanno nelle barre", Finding: "Etichette lunghe.", Kind: Bars, Unit: "dipendenti", Category: "Settore",
		Categories: []string{"Tributi", "Sport", "Anagrafe", "Archivio"},
		Series: []Series{
			{Name: "A tempo pieno, con almeno due giornate la settimana in altra sede", Fill: Solid, Values: []Value{known(120, "fino a circa 120"), known(12, "almeno 12"), known(0, "0"), known(30, "30")}},
			{Name: "Da contare", Fill: Hatched, Values: []Value{known(80, "80"), known(3, "fino a 3"), known(0, "0"), unknown}},
		},
	}}
}

func years(first, n int) []Moment {
	out := make([]Moment, n)
	for i := range out {
		out[i] = Moment{fmt.Sprint(first + i), float64(first + i)}
	}
	return out
}

// multiples is several indicators in one picture, one measured once, one never
// alike, one by semester.
func multiples() Chart {
	c := Chart{ID: "settore-tributi", Title: "Tributi: risultati nel tempo", Kind: Lines, Unit: "indicatori", Category: "Indicatore e anno",
		Finding: "Due indicatori su tre hanno raggiunto l’obiettivo dell’anno.",
		Panels: []Panel{
			{Title: "Avvisi sbagliati ogni 100", Better: "in calo è meglio", Moments: years(2021, 3)},
			{Title: "Quota di istanze presentate in rete, in percentuale del totale", Better: "in crescita è meglio",
				Moments: append(years(2021, 2), Moment{"1° sem. 2023", 2023.25}, Moment{"2° sem. 2023", 2023.75})},
			{Title: "Utenti soddisfatti", Moments: years(2023, 1)},
		}}
	values := [][][]float64{{{7.4, -1, -1}, {-1, 5.5, 4.1}, {-1, 5, 3}}, {{0, -1, -1, -1}, {-1, 40, 62.5, 71}, {-1, -1, -1, 80}}, {{-1}, {88}, {88}}}
	for j, name := range []string{"Partenza", "Risultato", "Obiettivo"} {
		s := Series{Name: name, Fill: Start + Fill(j)}
		for _, panel := range values {
			for _, n := range panel[j] {
				v := known(n, strings.ReplaceAll(fmt.Sprint(n), ".", ","))
				if n < 0 {
					v = Value{Label: "–"}
				}
				s.Values = append(s.Values, v)
			}
		}
		c.Series = append(c.Series, s)
	}
	for _, p := range c.Panels {
		for _, m := range p.Moments {
			c.Categories = append(c.Categories, p.Title+", "+m.Label)
		}
	}
	return c
}

// overTime returns results such as no plan has, the same for the same seed.
func overTime(seed uint64) Chart {
	r := rand.New(rand.NewPCG(seed, 11))
	c := Chart{ID: fmt.Sprintf("tempo-%d", seed), Title: "T", Finding: "F", Kind: Lines, Unit: "u", Category: "C",
		Series: []Series{{Name: "Partenza", Fill: Start}, {Name: "Risultato, anche provvisorio", Fill: Result}, {Name: "Obiettivo", Fill: Goal}}}
	for i := range 1 + r.IntN(6) {
		p := Panel{Title: fmt.Sprint("Indicatore dal nome piuttosto lungo ", i), Better: []string{"", "in calo è meglio"}[r.IntN(2)]}
		at := 2018.0
		for range 1 + r.IntN(14) {
			at += []float64{1, 1, 0.5, 3}[r.IntN(4)]
			p.Moments = append(p.Moments, Moment{fmt.Sprint("anno ", at), at})
			c.Categories = append(c.Categories, fmt.Sprint(i, at))
			for j := range c.Series {
				v := Value{Label: "–"}
				if r.IntN(3) > 0 || j == 1 && len(p.Moments) == 1 {
					n := float64(r.IntN(2000)-300) / 8
					v = known(n, []string{"", "", "circa ", "almeno "}[r.IntN(4)]+fmt.Sprint(n))
				}
				c.Series[j].Values = append(c.Series[j].Values, v)
			}
		}
		c.Panels = append(c.Panels, p)
	}
	return c
}

// many returns a chart of n rows.
func many(n int) Chart {
	c := Chart{ID: fmt.Sprintf("righe-%d", n), Title: "Molte righe", Finding: "Molte.", Kind: Bars, Unit: "dipendenti", Category: "Progetto",
		Series: []Series{{Name: "Dipendenti"}}}
	for i := range n {
		c.Categories = append(c.Categories, fmt.Sprintf("Progetto numero %d", i+1))
		c.Series[0].Values = append(c.Series[0].Values, counts(float64(i*7%23))...)
	}
	return c
}

// random returns a chart such as no site has, the same for the same seed.
func random(seed uint64) Chart {
	r := rand.New(rand.NewPCG(seed, 7))
	pick := func(from []string) string { return from[r.IntN(len(from))] }
	words := []string{"settore", "Ragioneria", "e", "città", "d’infanzia", "–", "polizia", "Protezione-civile", "<b>", "&amp;", "a/b",
		"{c}", "$&", "{b}", "\U0001F3DB", "è", "Pneumoultramicroscopicosilicovulcanoconiosi", "x", "1.234", "\x00", "国", "  ", "\"'"}
	phrase := func() string {
		var out []string
		for range 1 + r.IntN(9) {
			out = append(out, pick(words))
		}
		return "A " + strings.Join(out, " ")
	}
	c := Chart{ID: fmt.Sprintf("caso-%d", seed), Title: phrase(), Finding: phrase(), Kind: Bars, Unit: "u", Category: "C"}
	for range 1 + r.IntN(9) {
		c.Categories = append(c.Categories, phrase())
	}
	fills := r.Perm(int(ToStart) + 1)[:1+r.IntN(3)]
	ranges := len(fills) == 1 && seed%3 == 0
	if len(fills) == 1 && !ranges && r.IntN(2) == 0 {
		c.Max = float64(1 + r.IntN(200))
		c.MaxLabel = pick([]string{"", "obiettivo", "{value}"})
	}
	for i, fill := range fills {
		s := Series{Name: fmt.Sprint(phrase(), i), Letter: string(rune('A' + i)), Fill: Fill(fill)}
		for range c.Categories {
			switch n := float64(r.IntN(150)); r.IntN(8) {
			case 4, 5:
				v := known(n, fmt.Sprint(n))
				if ranges {
					v.High = n + float64(1+r.IntN(30))/3
				}
				s.Values = append(s.Values, v)
			case 0:
				s.Values = append(s.Values, Value{Label: notSaid})
			case 1:
				s.Values = append(s.Values, Value{Label: "–"})
			case 2:
				s.Values = append(s.Values, known(0, "0"))
			case 3:
				s.Values = append(s.Values, known(n/7, phrase()))
			default:
				s.Values = append(s.Values, known(n, pick([]string{"", "fino a ", "fino a circa "})+fmt.Sprint(n)))
			}
		}
		c.Series = append(c.Series, s)
	}
	if len(fills) > 1 && seed%2 == 0 {
		c.Kind = Shares
		for i := range c.Categories {
			for j := range c.Series {
				if c.Series[j].Values[i].Known != c.Series[0].Values[i].Known {
					c.Series[j].Values[i] = c.Series[0].Values[i]
				}
			}
		}
	}
	return c
}
