// SPDX-License-Identifier: EUPL-1.2

package plan

import "vetro/cmd/internal/passage"

var sourcesKeys = TableKeys{Title: "da dove vengono le cifre", Keys: []Key{
	{Name: "fonte", Kind: KindTables, Required: true, Meaning: "[[fonte]], un blocco per ogni documento", Table: &sourceKeys,
		missing: [2]string{"non c'è nessuna fonte", newSource}},
}}

// newSource says how to write the first source.
const newSource = "aggiungi in data/fonti.toml una tabella [[fonte]] con id e titolo"

var sourceKeys = TableKeys{Name: "fonte", Title: "un documento da cui vengono le cifre", Keys: []Key{
	{Name: "id", Kind: KindSlug, Required: true, Meaning: "il nome con cui gli altri file la citano", Example: `"piano-di-esempio"`},
	{Name: "titolo", Kind: KindLine, Required: true, Meaning: "il titolo del documento", Example: `"Il piano di esempio"`, Says: passage.Label},
	{Name: "tipo", Kind: KindLine, Meaning: "per esempio articolo di stampa, deliberazione", Example: `"deliberazione"`, Says: passage.Label},
	{Name: "editore", Kind: KindLine, Meaning: "chi l’ha pubblicato", Example: `"Comune di Esempio"`, Says: passage.Label},
	{Name: "data", Kind: KindDate, Meaning: "il giorno in cui è uscita: anno-mese-giorno, senza virgolette", Example: `2022-03-24`},
	{Name: "data_testo", Kind: KindLine, Meaning: "la data come la dà la fonte, se il giorno non si sa", Example: `"marzo 2022"`, Says: passage.Label},
	{Name: "collegamento", Kind: KindLink, Meaning: "dove si legge", Example: `"https://www.comune.example/atti/"`},
	{Name: "nota", Kind: KindProse, Meaning: "una nota per chi legge", Example: `"Il documento è un esempio."`, Says: passage.Prose},
}}

var glossaryKeys = TableKeys{Title: "le parole difficili", Keys: []Key{
	{Name: "termine", Kind: KindTables, Meaning: "[[termine]], un blocco per ogni parola", Table: &termKeys},
}}

var termKeys = TableKeys{Name: "termine", Title: "una parola spiegata a tutti", Keys: []Key{
	{Name: "id", Kind: KindSlug, Required: true, Meaning: "il nome nell’indirizzo della voce", Example: `"lavoro-agile"`},
	{Name: "termine", Kind: KindLine, Required: true, Meaning: "la parola o la sigla", Example: `"lavoro agile"`, Says: passage.Label},
	{Name: "per_esteso", Kind: KindLine, Meaning: "che cosa vuol dire la sigla", Example: `"Piano integrato di attività e organizzazione"`, Says: passage.Label},
	{Name: "definizione", Kind: KindProse, Required: true, Meaning: "la spiegazione, per chiunque", Example: `"Un modo di lavorare per obiettivi, in parte fuori sede."`, Says: passage.Prose},
	{Name: "forme", Kind: KindTexts, Meaning: "altri modi di scriverla", Example: `["smart working"]`, Hidden: true},
}}
