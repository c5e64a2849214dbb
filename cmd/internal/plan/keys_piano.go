// SPDX-License-Identifier: EUPL-1.2

package plan

import "vetro/cmd/internal/passage"

var editionKeys = TableKeys{Title: "il piano", Keys: []Key{
	{Name: "titolo", Kind: KindLine, Required: true, Meaning: "il titolo del piano", Example: `"Piano per il lavoro agile"`, Says: passage.Title},
	{Name: "sintesi", Kind: KindProse, Meaning: "una frase che dice che cosa c’è nel piano", Example: `"Quali attività si fanno anche fuori sede."`, Says: passage.Summary},
	{Name: "stato", Kind: KindChoice, Required: true, Meaning: "se il piano è approvato", Example: `"bozza"`, Words: wordsOf(stateWords)},
	{Name: "approvazione_prevista", Kind: KindMonth, Meaning: "per una bozza, quando dovrebbe essere approvata: finché non c’è altro lo dice la pagina iniziale", Example: `"2024-01"`},
	{Name: "progetti_nel_piano", Kind: KindQuantity, Meaning: "quanti progetti conta, anche se non sono descritti", Example: `3`, Unit: "progetti", Table: &quantityKeys},
	{Name: "settori_completi", Kind: KindBool, Meaning: "true se il piano non ha altri settori e nessuno conta i progetti scritti in questo file", Example: `false`, Hidden: true},
	{Name: "dipendenti", Kind: KindPeople, Meaning: "il totale, come lo dà la fonte", Example: `{ testo = "diverse decine" }`, Unit: "dipendenti", Table: &peopleKeys},
	{Name: "dotazione", Kind: KindPeople, Meaning: "quanti dipendenti ha l’ente in tutto, anche fuori dal piano: se ne ricava la quota", Example: `420`, Unit: "dipendenti", Table: &peopleKeys},
	{Name: "fonte", Kind: KindSource, Required: true, Meaning: "un id di fonti.toml; vale per tutto ciò che segue, qui e nei settori, finché qualcosa non ne nomina un’altra", Example: `"piano-di-esempio"`},
	{Name: "aggiornato", Kind: KindDate, Meaning: "l’ultimo cambiamento dei dati", Example: `2024-02-20`},
	{Name: "pubblicato", Kind: KindDate, Meaning: "la prima pubblicazione: si scrive quando avviene", Example: `2022-04-04`},
	{Name: "nota", Kind: KindProse, Meaning: "una nota per chi legge", Example: `"I risultati arrivano alla fine del 2023."`, Says: passage.Prose},
	{Name: "in_vigore_fino", Kind: KindDate, Meaning: "l’ultimo giorno in cui il piano ha effetto, quando si sa", Example: `2024-12-31`},
	{Name: "frequenza", Kind: KindChoice, Meaning: "ogni quanto si aggiornano i dati", Example: `"annuale"`, Words: wordsOf(frequencyWords)},
	{Name: "atto", Kind: KindTable, Meaning: "la tabella [atto]", Table: &actKeys},
	{Name: "rettifica", Kind: KindTables, Meaning: "[[rettifica]], un blocco per ogni correzione fatta dopo la pubblicazione", Table: &correctionKeys},
	{Name: "rinomina", Kind: KindTables, Meaning: "[[rinomina]], un blocco per ogni nome cambiato: il vecchio indirizzo porta al nuovo", Table: &renameKeys},
	{Name: "allegato", Kind: KindTables, Meaning: "[[allegato]], un blocco per ogni documento pubblicato con il piano", Table: &attachmentKeys},
	{Name: "progetto", Kind: KindTables, Max: maxItems, Meaning: "[[progetto]], i progetti che non sono di un solo settore", Table: &projectKeys},
}}

var actKeys = TableKeys{Name: "atto", Title: "l’atto che approva il piano", Keys: []Key{
	{Name: "tipo", Kind: KindChoice, Meaning: "che atto è", Example: `"deliberazione"`, Words: wordsOf(actKindWords)},
	{Name: "organo", Kind: KindLine, Meaning: "chi lo approva", Example: `"Giunta comunale"`, Says: passage.Label},
	{Name: "numero", Kind: KindLine, Meaning: "il numero dell’atto", Example: `"12"`, Says: passage.Label},
	{Name: "data", Kind: KindDate, Meaning: "il giorno dell’atto, anno-mese-giorno, solo se è certo", Example: `2022-03-24`},
	{Name: "data_testo", Kind: KindLine, Meaning: "la data come la dà la fonte", Example: `"24 marzo"`, Says: passage.Label},
	{Name: "collegamento", Kind: KindLink, Meaning: "dove si legge", Example: `"https://www.comune.example/atti/"`},
	{Name: "file", Kind: KindFile, Meaning: "l’atto stesso, un file di content/<anno>/allegati", Example: `"deliberazione.pdf"`},
	{Name: "nota", Kind: KindProse, Meaning: "una nota per chi legge", Example: `"L’atto è un esempio."`, Says: passage.Prose},
	{Name: "confermato", Kind: KindBool, Meaning: "true quando questi dati sono stati controllati", Example: `false`, Hidden: true},
}}

var correctionKeys = TableKeys{Name: "rettifica", Title: "una correzione fatta dopo la pubblicazione", Keys: []Key{
	{Name: "data", Kind: KindDate, Required: true, Meaning: "il giorno della correzione", Example: `2022-05-02`},
	{Name: "cosa", Kind: KindProse, Required: true, Meaning: "che cosa è cambiato, con il valore di prima", Example: `"Le giornate al mese sono 4: prima qui c’era scritto 8."`, Says: passage.Prose},
	{Name: "perche", Kind: KindProse, Required: true, Meaning: "perché", Example: `"Era un errore di trascrizione."`, Says: passage.Prose},
	{Name: "progetto", Kind: KindSlug, Meaning: "l’id del progetto che riguarda, se è uno solo", Example: `"progetto-di-tutti"`},
}}

var renameKeys = TableKeys{Name: "rinomina", Title: "un nome che è cambiato", Keys: []Key{
	{Name: "tipo", Kind: KindChoice, Required: true, Meaning: "di che cosa è il nome", Example: `"progetto"`, Words: wordsOf(renameWords), Hidden: true},
	{Name: "da", Kind: KindSlug, Required: true, Meaning: "il nome di prima, che nessuno usa più", Example: `"nome-di-prima"`, Hidden: true},
	{Name: "a", Kind: KindSlug, Required: true, Meaning: "il nome di adesso", Example: `"progetto-di-tutti"`, Hidden: true},
}}

var attachmentKeys = TableKeys{Name: "allegato", Title: "un documento pubblicato con il piano", Keys: []Key{
	{Name: "file", Kind: KindFile, Required: true, Meaning: "il nome di un file di content/<anno>/allegati", Example: `"relazione-2022.pdf"`},
	{Name: "titolo", Kind: KindLine, Required: true, Meaning: "che documento è", Example: `"La relazione del 2022"`, Says: passage.Label},
	{Name: "descrizione", Kind: KindProse, Meaning: "che cosa ci si trova", Example: `"I risultati del primo anno, progetto per progetto."`, Says: passage.Prose},
	{Name: "progetto", Kind: KindSlug, Meaning: "l’id del progetto di cui è un documento: lo elenca anche la sua pagina", Example: `"progetto-di-tutti"`},
	{Name: "alternativa", Kind: KindAddress, Meaning: "una pagina che dice le stesse cose ed è accessibile: /2022/il-piano/ oppure https://…", Example: `"/2022/il-piano/"`},
}}
