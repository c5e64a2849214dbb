// SPDX-License-Identifier: EUPL-1.2

package dataset

import "strings"

// Dictionary returns the data dictionary: a table with a row for every column of
// tables, and for its own.
func Dictionary(tables []Table) Table {
	d := Table{
		Name: "dizionario", Title: "Il dizionario dei campi", Primary: "id",
		Meaning: "Una riga per ogni campo di ogni tabella",
		Columns: columns(
			required(computed("id", Identifier, "Il nome della riga: tabella e campo")),
			required(computed("tabella", Identifier, "Il nome della tabella, e del suo file")),
			required(computed("campo", Identifier, "Il nome del campo, come nella prima riga del file")),
			required(computed("significato", Text, "Che cosa dice il campo")),
			required(oneOf("tipo", "Di che tipo è il valore", kindWords[Text:]...)),
			computed("unita", Text, "L’unità del numero"),
			computed("valori", List, "Le parole che il campo può avere"),
			required(computed("obbligatorio", Boolean, "Vero se il campo non è mai vuoto")),
			computed("riferimento", Identifier, "Il campo, di un’altra tabella, in cui si ritrova il valore"),
			computed("origine", Text, "Il file e la chiave da cui viene, vuoto se è calcolato"),
		),
	}
	for _, t := range append(tables[:len(tables):len(tables)], d) {
		for _, c := range t.Columns {
			meaning := c.Meaning
			if c.Kind == List && t.Name != d.Name {
				meaning += "; nei file CSV le voci sono separate da " + t.Separator
			}
			d.Rows = append(d.Rows, d.row().text(t.Name+"."+c.Name).text(t.Name).text(c.Name).text(meaning).text(c.Kind.String()).
				text(c.Unit).list(c.Allowed).flag(c.Required).text(c.References).text(c.Origin))
		}
	}
	d.separate()
	return d
}

// kindMeanings explains the types that need it, for people.
var kindMeanings = []struct {
	Kind    Kind
	Meaning string
}{
	{Identifier, "un nome che non cambia: le altre tabelle lo citano"},
	{Code, "una delle parole previste"},
	{Period, "un anno, un mese o un giorno: 2022, 2022-03, 2022-03-15; oppure le parole della fonte"},
	{List, "più testi: un elenco nei file JSON, nei CSV separati da un segno che nei testi non c’è"},
	{Boolean, "vero o falso: true e false nei CSV e nei JSON, VERO e FALSO nei CSV per Excel"},
}

// precisionMeanings explains the words that say how firm a number is.
var precisionMeanings = [][2]string{
	{"esatto", "il numero è proprio questo"},
	{"fino a", "al massimo questo numero"},
	{"almeno", "questo numero o di più"},
	{"circa", "un numero vicino a questo"},
	{"fino a circa", "al massimo un numero vicino a questo"},
	{"tra", "da questo numero a quello della colonna massimo"},
	{"più di", "più persone di questo numero: qualcuna è in un gruppo troppo piccolo per contarlo"},
	{"meno di", "così poche persone che il numero le farebbe riconoscere: non si pubblica"},
}

// filesMeaning says in short what the files have in common.
var filesMeaning = strings.Join([]string{
	"Una quantità sta in quattro campi: numero, massimo, precisione e testo.",
	"Un campo vuoto vuol dire che la fonte non lo dice, non che vale zero.",
	"Il campo non_detto elenca le voci su cui la fonte non dice niente.",
}, " ")
