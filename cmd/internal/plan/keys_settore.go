// SPDX-License-Identifier: EUPL-1.2

package plan

import "vetro/cmd/internal/passage"

var departmentKeys = TableKeys{Title: "un settore, un file", Keys: []Key{
	{Name: "nome", Kind: KindLine, Required: true, Meaning: "il nome del settore", Example: `"Primo settore"`, Says: passage.Title},
	{Name: "nome_fonte", Kind: KindBool, Meaning: "false se il nome è una descrizione e la fonte non lo dice", Example: `true`, Hidden: true},
	{Name: "progetti_nel_piano", Kind: KindQuantity, Meaning: "quanti progetti il piano conta qui", Example: `2`, Unit: "progetti", Table: &quantityKeys},
	{Name: "dotazione", Kind: KindPeople, Also: []string{"organico", "dotazione_organica"}, Meaning: "quanti dipendenti ha il settore in tutto, anche fuori dal piano: se ne ricava la quota", Example: `60`, Unit: "dipendenti", Table: &peopleKeys},
	{Name: "ordine", Kind: KindInt, Min: 1, Max: 999, Meaning: "il posto nell’elenco dei settori; chi non ce l’ha viene dopo, in ordine di nome", Example: `1`, Hidden: true},
	{Name: "in_evidenza", Kind: KindBool, Meaning: "true se il settore è tra quelli che la pagina iniziale presenta per primi", Example: `true`, Hidden: true},
	{Name: "uffici", Kind: KindTexts, Meaning: "gli uffici del settore", Example: `["Primo ufficio", "Secondo ufficio"]`, Says: passage.Label},
	{Name: "attivita", Kind: KindTexts, Meaning: "attività di progetti che non sono descritti uno per uno", Example: `["Una prima attività"]`, Says: passage.Item},
	{Name: "nota", Kind: KindProse, Meaning: "una nota per chi legge", Example: `"Gli uffici sono solo esempi."`, Says: passage.Prose},
	{Name: "fonte", Kind: KindSource, Meaning: "solo se è diversa da quella del piano", Example: `"piano-di-esempio"`},
	{Name: "nasce_da", Kind: KindSlugs, Meaning: "gli id dei settori dell’edizione prima da cui nasce questo, quando è cambiato", Example: `["settore-di-prima"]`},
	{Name: "personale", Kind: KindTables, Max: maxItems, Meaning: "[[personale]], chi partecipa in tutto il settore, compresi i progetti descritti: solo se la fonte lo dice del settore", Table: &departmentStaffKeys},
	{Name: "progetto", Kind: KindTables, Max: maxItems, Meaning: "[[progetto]], i progetti descritti del settore", Table: &projectKeys},
}}

var projectKeys = TableKeys{Name: "progetto", Title: "un progetto", Keys: []Key{
	{Name: "id", Kind: KindSlug, Required: true, Meaning: "il nome nell’indirizzo della sua pagina", Example: `"progetto-di-tutti"`},
	{Name: "titolo", Kind: KindLine, Required: true, Also: []string{"nome", "denominazione"}, Meaning: "il titolo", Example: `"Un progetto di tutto il Comune"`, Max: MaxTitle, Says: passage.Title, tooLong: "title-too-long"},
	{Name: "sintesi", Kind: KindProse, Also: []string{"descrizione", "riassunto", "sommario", "abstract"}, Meaning: "una o due frasi", Example: `"Che cosa cambia per chi usa il servizio."`, Max: MaxSummary, Says: passage.Summary, tooLong: "summary-too-long"},
	{Name: "insieme_a", Kind: KindSlugs, Also: []string{"settori", "altri_settori"}, Meaning: "gli id degli altri settori che lo svolgono: il progetto si conta una volta e si vede in ognuno", Example: `["altro-settore"]`},
	{Name: "servizio", Kind: KindLine, Also: []string{"ufficio", "unita_organizzativa", "struttura"}, Meaning: "il servizio che lo svolge", Example: `"Biblioteca"`, Says: passage.Label},
	{Name: "attivita", Kind: KindTexts, Also: []string{"azioni", "compiti"}, Meaning: "che cosa si fa a distanza", Example: `["Schedare i libri nuovi"]`, Says: passage.Item},
	{Name: "obiettivi", Kind: KindTexts, Also: []string{"obiettivo", "finalita", "scopo"}, Meaning: "che cosa si vuole ottenere", Example: `["Rispondere in due giorni"]`, Says: passage.Item},
	{Name: "giornate_al_mese", Kind: KindQuantity, Meaning: "giornate a distanza, a persona", Example: `{ numero = 4, precisione = "fino a" }`, Unit: "giornate", Max: 31, Decimals: 2, Table: &measureKeys,
		tooBig: "un mese ha al massimo 31 giorni"},
	{Name: "responsabile", Kind: KindLine, Also: []string{"referente", "dirigente"}, Meaning: "chi ne risponde: il ruolo, mai il nome", Example: `"Dirigente del settore Cultura"`, Says: passage.Label},
	{Name: "costo", Kind: KindQuantity, Also: []string{"costi", "budget", "importo", "spesa"}, Meaning: "quanto costa, in euro", Example: `{ numero = 12500, precisione = "circa" }`, Unit: "euro", Max: maxEuro, Decimals: 2, Table: &measureKeys, tooBig: "sono più di dieci miliardi di euro"},
	{Name: "finanziamento", Kind: KindQuantity, Meaning: "quanto ne paga un finanziamento, in euro", Example: `8000`, Unit: "euro", Max: maxEuro, Decimals: 2, Table: &measureKeys, tooBig: "sono più di dieci miliardi di euro"},
	{Name: "fonte_finanziamento", Kind: KindLine, Also: []string{"fondo", "fondi"}, Meaning: "da dove viene il finanziamento", Example: `"PNRR, missione 1"`, Says: passage.Label},
	{Name: "collegamenti", Kind: KindTables, Max: maxItems, Also: []string{"collegamento", "link", "sito"}, Meaning: "pagine che ne parlano: [{ titolo = \"…\", collegamento = \"https://…\" }]", Table: &projectLinkKeys},
	{Name: "contributo", Kind: KindProse, Meaning: "come aiuta i risultati dell’ente", Example: `"Riduce i tempi di risposta."`, Says: passage.Prose},
	{Name: "inizio", Kind: KindWhen, Also: []string{"data_inizio", "avvio", "dal"}, Meaning: "quando comincia: \"2022\", \"2022-03\", \"2022-03-15\", oppure le parole della fonte: \"I trimestre 2022\"", Example: `"2022-03"`},
	{Name: "fine", Kind: KindWhen, Also: []string{"data_fine", "scadenza", "termine", "al"}, Meaning: "quando finisce, scritto come inizio, anche \"fino a revoca\"", Example: `"2024-12"`},
	{Name: "avanzamento", Kind: KindChoice, Also: []string{"stato", "stato_avanzamento"}, Meaning: "a che punto è", Example: `"in corso"`, Words: wordsOf(progressWords)},
	{Name: "in_evidenza", Kind: KindBool, Also: []string{"evidenza", "primo_piano", "in_primo_piano"}, Meaning: "true se il progetto è tra quelli che la pagina iniziale presenta per primi", Example: `true`, Hidden: true},
	{Name: "nota", Kind: KindProse, Also: []string{"note", "osservazioni"}, Meaning: "una nota per chi legge", Example: `"I numeri sono quelli della fonte."`, Says: passage.Prose},
	{Name: "fonte", Kind: KindSource, Meaning: "solo se è diversa da quella del settore", Example: `"piano-di-esempio"`},
	{Name: "condizioni", Kind: KindTable, Meaning: "la tabella [progetto.condizioni]", Table: &conditionKeys},
	{Name: "personale", Kind: KindTables, Max: maxItems, Also: []string{"dipendenti", "persone", "numero_dipendenti", "addetti"}, Meaning: "[[progetto.personale]], un blocco per ogni gruppo", Table: &projectStaffKeys},
	{Name: "senza_indicatori", Kind: KindProse, Replaces: "indicatori", Meaning: "perché il progetto non ha e non avrà indicatori", Example: `"Il progetto riguarda solo il modo di organizzarsi."`, Says: passage.Prose},
	{Name: "indicatori", Kind: KindTables, Max: maxItems, Meaning: "[[progetto.indicatori]], un blocco per ogni indicatore", Table: &indicatorKeys},
}, Instead: map[string]string{
	"durata":               "la durata si ricava da inizio e fine",
	"giornate_a_settimana": "qui si scrivono giornate_al_mese: una alla settimana sono circa quattro al mese",
	"giorni_settimana":     "qui si scrivono giornate_al_mese: una alla settimana sono circa quattro al mese",
	"giorni":               "qui si scrivono giornate_al_mese",
	"settore":              "il settore è quello del file; un progetto di tutto il Comune si scrive in piano.toml",
}}

var projectLinkKeys = TableKeys{Title: "una pagina che parla del progetto", Keys: []Key{
	{Name: "titolo", Kind: KindLine, Required: true, Meaning: "che cosa si legge", Example: `"Il bando"`, Says: passage.Label},
	{Name: "collegamento", Kind: KindLink, Required: true, Meaning: "dove si legge", Example: `"https://www.comune.example/bando/"`},
}}

// maxEuro is the largest sum accepted.
const maxEuro = 10_000_000_000

var conditionKeys = TableKeys{Name: "progetto.condizioni", Title: "che cosa serve, ognuna un elenco di testi", Keys: []Key{
	{Name: "organizzative", Kind: KindTexts, Meaning: "come ci si organizza", Example: `["Turni decisi ogni mese"]`, Says: passage.Item},
	{Name: "tecnologiche", Kind: KindTexts, Meaning: "con quali strumenti", Example: `["Un computer portatile a testa"]`, Says: passage.Item},
	{Name: "formative", Kind: KindTexts, Meaning: "con quali corsi", Example: `["Un corso di due mattine"]`, Says: passage.Item},
	{Name: "sicurezza", Kind: KindTexts, Meaning: "con quali cautele", Example: `["Nessun dato copiato sui computer"]`, Says: passage.Item},
}}

// Of a settore and of a project the keys are the same, the headers are not.
var (
	departmentStaffKeys = TableKeys{Name: "personale", Title: "chi partecipa, senza nomi", Keys: staffKeys}
	projectStaffKeys    = TableKeys{Name: "progetto.personale", Title: "chi partecipa, senza nomi", Keys: staffKeys}
)

var staffKeys = []Key{
	{Name: "profilo", Kind: KindLine, Required: true, Meaning: "che cosa fanno", Example: `"Bibliotecari"`, Says: passage.Label},
	{Name: "dipendenti", Kind: KindPeople, Meaning: "quanti sono", Example: `{ numero = 12, precisione = "fino a" }`, Unit: "dipendenti", Table: &peopleKeys},
	{Name: "donne", Kind: KindPeople, Also: []string{"femmine"}, Meaning: "quante di loro sono donne", Example: `7`, Unit: "dipendenti", Table: &peopleKeys},
	{Name: "uomini", Kind: KindPeople, Also: []string{"maschi"}, Meaning: "quanti di loro sono uomini", Example: `5`, Unit: "dipendenti", Table: &peopleKeys},
	{Name: "equivalenti", Kind: KindQuantity, Also: []string{"fte", "tempo_pieno", "equivalenti_a_tempo_pieno"}, Meaning: "a quanti dipendenti a tempo pieno corrispondono, anche con i decimali", Example: `9.5`, Unit: "tempi pieni", Max: maxCount, Decimals: 2, Table: &measureKeys, tooBig: "il numero è troppo grande"},
	{Name: "stesse_persone", Kind: KindSlug, Meaning: "l’id del progetto in cui sono già contate le stesse persone", Example: `"altro-progetto"`},
	{Name: "fonte", Kind: KindSource, Meaning: "solo se è diversa da quella del progetto o del settore", Example: `"piano-di-esempio"`},
}

var indicatorKeys = TableKeys{Name: "progetto.indicatori", Title: "come si misura", Keys: []Key{
	{Name: "nome", Kind: KindLine, Required: true, Meaning: "che cosa si misura", Example: `"Giorni per una risposta"`, Says: passage.Label},
	{Name: "dimensione", Kind: KindLine, Meaning: "per esempio efficacia, efficienza, economicità", Example: `"efficienza"`, Says: passage.Label},
	{Name: "unita", Kind: KindLine, Meaning: "in che cosa si misura: giorni, pratiche, per cento", Example: `"giorni"`, Says: passage.Label},
	{Name: "operatore", Kind: KindChoice, Meaning: "come si confronta il risultato con l’obiettivo; entro va con una data", Example: `"al massimo"`, Words: wordsOf(operatorWords)},
	{Name: "base", Kind: KindTable, Meaning: "il valore di partenza: { anno = 2021, valore = 30 }", Table: &yearValueKeys},
	{Name: "senza_base", Kind: KindProse, Replaces: "base", Meaning: "perché il valore di partenza non c’è e non ci sarà", Example: `"Prima del 2022 nessuno lo misurava."`, Says: passage.Prose},
	{Name: "obiettivi", Kind: KindTables, Max: maxItems, Meaning: "i valori da raggiungere, uno per ogni anno: [{ anno = 2022, valore = 20 }]", Table: &yearValueKeys},
	{Name: "risultati", Kind: KindTables, Max: maxItems, Meaning: "i valori misurati, scritti come gli obiettivi", Table: &yearValueKeys},
	{Name: "fonte", Kind: KindSource, Meaning: "solo se è diversa da quella del progetto", Example: `"piano-di-esempio"`},
}}

var yearValueKeys = TableKeys{Title: "un valore in un anno", Keys: []Key{
	{Name: "anno", Kind: KindYear, Required: true, Meaning: "quattro cifre", Example: `2022`, Min: minYear, Max: maxYear},
	{Name: "periodo", Kind: KindPeriod, Replaces: "anno", Meaning: "al posto di anno, quando il valore è di una parte dell’anno: semestre, quadrimestre o trimestre", Example: `"I semestre 2022"`},
	{Name: "valore", Kind: KindMeasured, Required: true, Meaning: "un numero, \"sì\" o \"no\", oppure una data", Example: `12.5`},
	{Name: "da", Kind: KindNumber, Replaces: "valore", Meaning: "al posto di valore, il numero più basso di due: tra 5 e 10", Example: `5`},
	{Name: "a", Kind: KindNumber, Replaces: "valore", Meaning: "il numero più alto", Example: `10`},
}}

// The years that a plan can speak of: smart working has no earlier ones, and a
// later one is a slip of the pen.
const (
	minYear = 1990
	maxYear = 2100
)

// maxCount is the largest count accepted: no ente has a million employees.
const maxCount = 1_000_000

// A quantity says a number and how firm it is, or only words. One of people may
// also say why a group that is too small is published all the same.
var (
	quantityKeys = TableKeys{Title: "una quantità, quando un numero solo non basta", Keys: quantityForm(KindInt, maxCount)}
	measureKeys  = TableKeys{Title: "una quantità, anche con decimali, quando un numero solo non basta", Keys: quantityForm(KindNumber, 0)}
	peopleKeys   = TableKeys{Title: "quante persone, quando un numero solo non basta", Keys: with(quantityForm(KindInt, maxCount),
		Key{Name: "pubblicabile", Kind: KindLine, Hidden: true, Example: `"Il numero è già nel documento citato."`,
			Meaning: "perché un gruppo così piccolo si può pubblicare con il suo numero"})}
)

// quantityForm returns the keys of a quantity whose numbers are of kind: one
// number and how firm it is, or the two ends of a range, or words.
func quantityForm(kind ValueKind, most int) []Key {
	return []Key{
		{Name: "numero", Kind: kind, Meaning: "il numero", Example: `12`, Max: most},
		{Name: "precisione", Kind: KindChoice, Meaning: "quanto è preciso il numero", Example: `"fino a"`, Words: precisionWords()},
		{Name: "da", Kind: kind, Meaning: "il numero più basso, quando la fonte ne dà due: tra 5 e 10", Example: `5`, Max: most},
		{Name: "a", Kind: kind, Meaning: "il numero più alto", Example: `10`, Max: most},
		{Name: "testo", Kind: KindLine, Meaning: "le parole della fonte, quando non dà un numero", Example: `"diverse decine"`, Says: passage.Label},
	}
}
