// SPDX-License-Identifier: EUPL-1.2

package rules

// siteModel is about what the model of the municipal site fixes.
var siteModel = []Requirement{
	{
		Text: "La licenza è CC BY 4.0, con il suo indirizzo, nelle pagine e nei metadati.", Source: "D.Lgs. 82/2005, art. 52; linee guida sui dati aperti",
		Codes: []string{"to-confirm", "page-legal-text"},
		Note:  "finché l'ente non ha confermato i dati nessuna licenza è data a suo nome",
	},
	{
		Text: "La sezione sulla licenza ha il titolo e il testo fissati dal modello.", Source: "Modello Comuni, criterio C.SI.3.4",
		Codes: []string{"page-legal-text"},
	},
	{
		Text: "A piè di pagina ci sono accessibilità, privacy e note legali, con i nomi che i validatori cercano.", Source: "Modello Comuni, criteri da C.SI.2.3 a C.SI.3.4",
		Codes: []string{"to-complete"},
		Note:  "il resto lo decidono i modelli, uguali per tutti i siti: lo provano le verifiche del programma",
	},
	{
		Text: "La dichiarazione di accessibilità sta sul sito di AgID.", Source: "L. 4/2004; Modello Comuni, criterio C.SI.3.2",
		Codes: []string{"invalid-url", "to-complete", "page-hook-address"},
	},
	{
		Text: "L'informativa sulla privacy ha un indirizzo intero e sicuro.", Source: "Modello Comuni, criterio C.SI.3.3",
		Codes: []string{"privacy-link-not-https", "invalid-url", "page-hook-address"},
	},
	{
		Text: "La dichiarazione di accessibilità è stata rivista entro l'ultimo 23 settembre.", Source: "Linee guida AgID sull'accessibilità",
		Note: "la sua data sta sul sito di AgID e non nei dati, e vetro lavora senza rete",
	},
	{
		Text: "A piè di pagina ci sono indirizzo, codice fiscale, PEC, Amministrazione trasparente e mappa del sito.", Source: "Modello Comuni, architettura dell'informazione",
		Codes: []string{"to-complete"},
		Note:  "il resto lo decidono i modelli, uguali per tutti i siti: lo provano le verifiche del programma",
	},
	{
		Text: "I caratteri sono quelli ammessi e stanno nel sito.", Source: "Modello Comuni, criterio C.SI.1.1",
		Note: "i modelli sono gli stessi per tutti i siti: lo provano le verifiche del programma",
	},
	{
		Text: "Il sito usa Bootstrap Italia 2 o successivo e le sue classi.", Source: "Modello Comuni, criterio C.SI.1.2",
		Note: "i modelli sono gli stessi per tutti i siti: lo provano le verifiche del programma",
	},
	{
		Text: "Nessuna pagina chiede qualcosa ad altri siti.", Source: "Linee guida di design; Modello Comuni, criterio C.SI.3.1",
		Codes: []string{"page-third-party"},
		Note:  "il resto lo decidono i modelli, uguali per tutti i siti: lo provano le verifiche del programma",
	},
	{
		Text: "Il sito non usa cookie e non lascia identificativi nel browser.", Source: "Modello Comuni, criterio C.SI.3.1; Garante, linee guida sui cookie",
		Codes: []string{"page-inline-script"},
		Note:  "il resto lo decidono i modelli, uguali per tutti i siti: lo provano le verifiche del programma",
	},
	{
		Text: "L'indirizzo del sito sta sotto il dominio del Comune ed è in https.", Source: "Modello Comuni, criteri C.SI.5.1 e C.SI.5.2",
		Codes: []string{"base-url-host"},
		Note:  "si guarda solo come è scritto: certificato, cifratura e Paese del server si vedono in rete",
	},
	{
		Text: "Le pagine si aprono in fretta anche da un telefono.", Source: "Modello Comuni, criterio C.SI.4.1",
		Note: "i modelli sono gli stessi per tutti i siti: lo provano le verifiche del programma; si misura il peso delle pagine; Lighthouse vuole un browser e non fa parte di vetro",
	},
}

// soundPages is about pages that work for everybody.
var soundPages = []Requirement{
	{
		Text: "Ogni pagina dice la lingua, ha un titolo solo, non salta livelli e non ripete identificativi.", Source: "WCAG 2.1, 1.3.1, 2.4.1 e 3.1.1",
		Codes: []string{"heading-level-1", "heading-skipped", "empty-heading", "page-heading-count", "page-heading-skip", "page-duplicate-id"},
		Note:  "il resto lo decidono i modelli, uguali per tutti i siti: lo provano le verifiche del programma",
	},
	{
		Text: "Immagini, collegamenti, tabelle e moduli hanno un nome che si può ascoltare.", Source: "WCAG 2.1, 1.1.1, 1.3.1 e 2.4.4",
		Codes: []string{"image-without-alt", "empty-link", "table-without-caption", "page-image-alt", "page-name", "page-table-caption", "page-table-column", "page-table-scope"},
		Note:  "il resto lo decidono i modelli, uguali per tutti i siti: lo provano le verifiche del programma",
	},
	{
		Text: "Testi e grafici hanno abbastanza contrasto.", Source: "WCAG 2.1, 1.4.3 e 1.4.11",
		Note: "i modelli sono gli stessi per tutti i siti: lo provano le verifiche del programma",
	},
	{
		Text: "Ogni grafico ha una frase e una tabella che dicono lo stesso, e non solo colori.", Source: "WCAG 2.1, 1.1.1 e 1.4.1",
		Note: "i modelli sono gli stessi per tutti i siti: lo provano le verifiche del programma; che frase, tabella e disegno dicano lo stesso lo prova la costruzione del sito, che altrimenti si ferma",
	},
	{
		Text: "Le pagine superano le prove automatiche di accessibilità in un browser.", Source: "EN 301 549, capitolo 9; WCAG 2.2",
		Note: "serve un browser: lo fanno le verifiche del programma, che ha gli stessi modelli per tutti i siti",
	},
	{
		Text: "L'HTML è valido.", Source: "buona pratica",
		Codes: []string{"raw-html", "page-markup", "page-list"},
	},
	{
		Text: "I documenti allegati sono accessibili o hanno accanto una pagina che dice lo stesso.", Source: "EN 301 549, capitolo 10",
		Codes: []string{"attachment-not-accessible"},
	},
	{
		Text: "Tutti i collegamenti interni portano da qualche parte.", Source: "D.Lgs. 33/2013, art. 6 (semplicità di consultazione)",
		Codes: []string{"broken-link", "invalid-link", "missing-image", "page-broken-link", "page-broken-fragment"},
		Note:  "i collegamenti ad altri siti non si provano: vetro lavora senza rete",
	},
	{
		Text: "L'indice di Amministrazione trasparente ha tutte le voci che il controllo automatico cerca.", Source: "ANAC, TrasparenzAI",
		Note: "vetro costruisce una pagina dentro la sezione, non il suo indice, che sta nel sito del Comune",
	},
	{
		Text: "Nell'indice ogni voce è un collegamento visibile con il nome esatto e un solo indirizzo.", Source: "ANAC, TrasparenzAI",
		Note: "come sopra: l'indice è del sito del Comune; qui il nome esatto compare nel percorso in cima alla pagina",
	},
	{
		Text: "I metadati DCAT-AP_IT hanno tutte le proprietà obbligatorie.", Source: "Profilo DCAT-AP_IT",
		Note: "li scrive il programma quando ente e date sono noti; che siano completi lo provano le sue verifiche",
	},
	{
		Text: "Temi, frequenze, formati, lingue e licenze vengono dai vocabolari europei e italiani.", Source: "Profilo DCAT-AP_IT",
		Codes: []string{"unknown-value"},
		Note:  "nei dati si scelgono parole italiane da un elenco, che il programma traduce nei vocabolari",
	},
	{
		Text: "Il codice IPA e il codice ISTAT sono quelli dell'ente.", Source: "D.Lgs. 82/2005, art. 6-ter; profilo DCAT-AP_IT",
		Codes: []string{"invalid-code", "implausible-code"},
		Note:  "si guardano la forma e l'accordo fra i codici: gli elenchi completi sono in rete, e vetro lavora senza",
	},
	{
		Text: "Nei metadati ente e recapito sono due cose, gli indirizzi sono indirizzi e nei testi non c'è HTML.", Source: "Profilo DCAT-AP_IT, errori comuni",
		Note: "li scrive il programma: lo provano le sue verifiche",
	},
	{
		Text: "I dati strutturati delle pagine si leggono e hanno nome, descrizione, licenza, data e file.", Source: "schema.org",
		Codes: []string{"file-json"},
		Note:  "che ci siano tutti lo provano le verifiche del programma, che li scrive da sé",
	},
}

// goodLanguage is about texts, and what the plan says in them.
var goodLanguage = []Requirement{
	{
		Text: "I titoli hanno al massimo 65 caratteri e non finiscono con il punto, i sommari al massimo 150 e finiscono con il punto.", Source: "Designers Italia, suggerimenti di scrittura",
		Codes: []string{"title-too-long", "title-full-stop", "title-acronym", "summary-too-long", "summary-full-stop"},
	},
	{
		Text: "I testi lunghi si leggono con facilità.", Source: "indice Gulpease",
		Codes: []string{"hard-to-read"},
		Note:  "nessuna norma fissa una soglia: quelle di vetro sono una scelta",
	},
	{
		Text: "Le sigle sono spiegate la prima volta, le parole sono comuni e i collegamenti dicono dove portano.", Source: "Designers Italia, suggerimenti di scrittura",
		Codes: []string{"acronym", "bureaucratic", "nominal-style", "click-here", "page-vague-link"},
	},
	{
		Text: "I collegamenti ai documenti dicono formato e peso.", Source: "Designers Italia, suggerimenti di scrittura",
		Codes: []string{"document-link"},
	},
	{
		Text: "Le norme sono citate in fondo, con il collegamento a Normattiva.", Source: "Designers Italia, suggerimenti di scrittura",
		Codes: []string{"norm-in-text"},
		Note:  "si cerca la citazione in mezzo al testo; che in fondo ci sia il collegamento lo vede chi scrive",
	},
	{
		Text: "I progetti hanno gli elementi che la norma chiede: condizioni, obiettivi, contributo, indicatori.", Source: "D.L. 80/2021, art. 6; DM 132/2022",
		Codes: []string{"project-incomplete", "to-describe"},
	},
	{
		Text: "Ogni indicatore ha unità, punto di partenza o di arrivo con l'anno, e dice se è un minimo o un massimo.", Source: "D.L. 80/2021, art. 6; DM 132/2022",
		Codes: []string{"indicator-incomplete"},
	},
	{
		Text: "Il programma ha licenza, autori, istruzioni e publiccode.yml in ordine.", Source: "Linee guida su acquisizione e riuso, allegato A",
		Note: "riguarda il programma e non il sito: lo provano le sue verifiche",
	},
	{
		Text: "Da ogni pagina si può segnalare un errore.", Source: "Linee guida di design",
		Codes: []string{"to-complete"},
	},
}
