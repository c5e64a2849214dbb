// SPDX-License-Identifier: EUPL-1.2

package rules

import "slices"

// A Requirement is something that law, guidelines or good practice ask of a site
// like this one, and what becomes of it here. The Italian is for the manual.
type Requirement struct {
	Text   string   // what is asked, one sentence
	Source string   // who asks it
	Codes  []string // the codes that verify it, of any group; may be empty
	Note   string   // what the codes leave out or, where there are none, why a check of the project cannot tell; "" when the codes tell all
}

// Requirements returns all that was found to be asked, by subject.
func Requirements() []Requirement {
	return slices.Concat(placeAndTime, protection, openData, siteModel, soundPages, goodLanguage)
}

// placeAndTime is about Amministrazione trasparente: where, since when, until when.
var placeAndTime = []Requirement{
	{
		Text: "La collocazione usa i nomi ufficiali delle sottosezioni, lettera per lettera.", Source: "D.Lgs. 33/2013, allegato; ANAC, delibera 1310/2016",
		Codes: []string{"placement-not-official", "to-verify", "page-breadcrumb", "page-breadcrumb-label"},
	},
	{
		Text: "Nessuna sottosezione di primo o secondo livello è inventata.", Source: "D.Lgs. 33/2013, allegato",
		Codes: []string{"placement-not-official"},
	},
	{
		Text: "C'è la data della prima pubblicazione, non viene prima dell'atto e poi non cambia più.", Source: "ANAC, delibera 1310/2016",
		Codes: []string{"invalid-date", "dates-out-of-order", "draft-published", "publication-date-changed", "page-time", "page-record"},
		Note:  "che non sia nel futuro non si verifica: vetro non guarda il calendario, perché gli stessi dati devono dare sempre lo stesso sito",
	},
	{
		Text: "C'è la data dell'ultimo aggiornamento e non viene prima della pubblicazione.", Source: "ANAC, delibera 1310/2016; linee guida di design",
		Codes: []string{"to-complete", "invalid-date", "dates-out-of-order", "page-dates-order"},
	},
	{
		Text: "I dati sono aggiornati con la frequenza prevista.", Source: "D.Lgs. 33/2013, articoli 6 e 8",
		Codes: []string{"data-stale"},
		Note:  "il confronto è con la data più recente che sta nei dati, non con quella di oggi",
	},
	{
		Text: "Sono indicati l'ufficio responsabile dei dati e i suoi recapiti.", Source: "D.Lgs. 33/2013, art. 6",
		Codes: []string{"to-complete"},
	},
	{
		Text: "L'atto ha tipo, organo, numero, data e un collegamento che porta proprio all'atto.", Source: "D.Lgs. 33/2013, articoli 6 e 23; D.Lgs. 267/2000, articoli 48 e 107",
		Codes: []string{"to-complete", "to-confirm", "act-kind-body-mismatch", "act-number-form", "act-link-not-specific", "invalid-url"},
		Note:  "che quell'atto esista e dica questo lo sa solo chi lo apre",
	},
	{
		Text: "I progetti dichiarati nel piano tornano con quelli descritti, nelle pagine e nei dati aperti.", Source: "D.Lgs. 33/2013, art. 6 (completezza)",
		Codes: []string{"described-exceeds-counted", "described-exceeds-plan", "departments-exceed-plan", "contradiction", "to-describe"},
		Note:  "che pagine, tabelle, CSV e JSON abbiano gli stessi progetti lo prova la costruzione del sito, che altrimenti si ferma",
	},
	{
		Text: "Ogni progetto sta in un settore che esiste e nessun identificativo è doppio.", Source: "D.Lgs. 33/2013, art. 6 (omogeneità)",
		Codes: []string{"duplicate-id", "invalid-slug", "reserved-name"},
	},
	{
		Text: "Le pagine dei progetti hanno gli stessi titoli nello stesso ordine.", Source: "D.Lgs. 33/2013, art. 6 (omogeneità)",
		Note: "i modelli sono gli stessi per tutti i siti: lo provano le verifiche del programma",
	},
	{
		Text: "Nessuna pagina chiede ai motori di ricerca di non indicizzarla.", Source: "D.Lgs. 33/2013, art. 9",
		Note: "i modelli sono gli stessi per tutti i siti: lo provano le verifiche del programma",
	},
	{
		Text: "Il file robots.txt non esclude niente e la mappa del sito elenca tutte le pagine.", Source: "D.Lgs. 33/2013, art. 9",
		Codes: []string{"site-robots", "site-sitemap"},
	},
	{
		Text: "I contenuti si leggono anche senza JavaScript.", Source: "D.Lgs. 33/2013, art. 9",
		Codes: []string{"page-needs-script"},
	},
	{
		Text: "Il server non chiede una password e non manda X-Robots-Tag: noindex.", Source: "D.Lgs. 33/2013, art. 9",
		Codes: []string{"site-server"},
		Note:  "si guardano solo i file del sito: come è configurato il server lo sa chi lo ospita",
	},
	{
		Text: "Quello che è pubblicato resta in rete fino al 31 dicembre del quinto anno, o finché l'atto ha effetti.", Source: "D.Lgs. 33/2013, art. 8, comma 3",
		Codes: []string{"removal-before-term", "publication-date-changed"},
		Note:  "si confronta con l'ultimo sito pubblicato, quando vetro sa dov'è",
	},
	{
		Text: "Gli indirizzi dell'ultimo sito pubblicato ci sono ancora o portano al nuovo posto.", Source: "D.Lgs. 33/2013, art. 8; linee guida sui dati aperti",
		Codes: []string{"address-vanished"},
		Note:  "si confronta con l'ultimo sito pubblicato, quando vetro sa dov'è",
	},
}

// protection is about what must not be told of anybody.
var protection = []Requirement{
	{
		Text: "Nei testi e nei file non c'è il codice fiscale di una persona.", Source: "D.Lgs. 33/2013, art. 7-bis; Garante, provvedimento 243/2014",
		Codes: []string{"personal-tax-code"},
		Note:  "si leggono i testi, i nomi dei file, i documenti Office e OpenDocument, i CSV e le firme digitali; il testo dentro i PDF e quello disegnato nelle immagini no",
	},
	{
		Text: "Non ci sono coordinate bancarie.", Source: "D.Lgs. 33/2013, art. 7-bis; Garante, provvedimento 243/2014",
		Codes: []string{"personal-iban"},
	},
	{
		Text: "Non ci sono e-mail private, cellulari, indirizzi di casa e date di nascita.", Source: "D.Lgs. 33/2013, art. 7-bis; Garante, provvedimento 243/2014",
		Codes: []string{"private-email", "mobile-number", "home-address", "birth-date"},
	},
	{
		Text: "Accanto a una persona non ci sono parole sulla salute, la famiglia o le priorità nel lavoro agile.", Source: "D.Lgs. 33/2013, art. 26, comma 4; L. 81/2017, art. 18, comma 3-bis",
		Codes: []string{"health-word"},
	},
	{
		Text: "I gruppi così piccoli da far riconoscere qualcuno non hanno un numero esatto.", Source: "D.Lgs. 33/2013, art. 7-bis, comma 3",
		Codes: []string{"small-indicator"},
		Note:  "sotto la soglia il programma scrive da sé «meno di 3», anche nei totali da cui il numero si ricaverebbe, e non c'è niente da segnalare; è segnalato solo il valore di un indicatore; un numero così scritto a mano in un testo non sempre si riconosce",
	},
	{
		Text: "Si pubblicano solo i campi previsti.", Source: "Regolamento (UE) 2016/679, art. 5 (minimizzazione)",
		Codes: []string{"unknown-key", "unexpected-file"},
	},
	{
		Text: "I file allegati non portano il nome di chi li ha scritti.", Source: "Regolamento (UE) 2016/679, art. 5 (minimizzazione)",
		Codes: []string{"author-metadata", "image-position"},
	},
}

// openData is about the data that others use again.
var openData = []Requirement{
	{
		Text: "I dati si scaricano in formati aperti: CSV e JSON.", Source: "D.Lgs. 33/2013, art. 7; D.Lgs. 82/2005, art. 1",
		Note: "li scrive il programma per ogni edizione, e la costruzione del sito si ferma se ne manca uno",
	},
	{
		Text: "I CSV seguono RFC 4180: UTF-8, una riga di intestazione, lo stesso numero di colonne.", Source: "Linee guida sui dati aperti, allegato B",
		Codes: []string{"file-csv"},
	},
	{
		Text: "Accanto a ogni CSV ci sono i metadati CSVW che descrivono le sue colonne.", Source: "Linee guida sui dati aperti, allegato D",
		Note: "li scrive il programma dalla stessa tabella da cui scrive i CSV",
	},
	{
		Text: "CSV, JSON, tabelle delle pagine e grafici dicono gli stessi valori.", Source: "D.Lgs. 33/2013, art. 6 (integrità)",
		Note: "lo prova la costruzione del sito, che altrimenti si ferma",
	},
	{
		Text: "C'è l'elenco di tutti i file con la loro impronta, e gli stessi dati danno gli stessi byte.", Source: "D.Lgs. 33/2013, art. 6 (integrità)",
		Codes: []string{"file-listing"},
		Note:  "che due costruzioni siano uguali lo provano le verifiche del programma",
	},
}
