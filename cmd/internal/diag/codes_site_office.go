// SPDX-License-Identifier: EUPL-1.2

package diag

// officeCodes are about what law and the model of the municipal site want on
// every page.
var officeCodes = []Code{
	{
		Name: "page-breadcrumb", Group: SiteFiles, Severity: Error,
		Meaning: "Il percorso di navigazione manca, non comincia da Amministrazione trasparente o non è lo stesso su tutte le pagine.",
		Reason:  "Dice in quale punto della sezione obbligatoria sta la pagina, a chi legge e ai controlli automatici.",
		Source:  "D.Lgs. 33/2013, art. 9, comma 1", Link: decree33 + "~art9",
		Wrong: "Home › Piano 2022",
		Right: "Home › Amministrazione trasparente › Altri contenuti › Dati ulteriori › Piano 2022",
	},
	{
		Name: "page-breadcrumb-label", Group: SiteFiles, Severity: Warning,
		Meaning: "Nel percorso di navigazione c'è una sottosezione che non è tra quelle ufficiali.",
		Reason:  "I nomi delle sottosezioni sono fissati dall'allegato al decreto. La collocazione si sceglie in data/ente.toml.",
		Source:  "D.Lgs. 33/2013, allegato", Link: decree33,
		Wrong: "Altri contenuti › Lavoro agile",
		Right: "Altri contenuti › Dati ulteriori",
	},
	{
		Name: "page-canonical", Group: SiteFiles, Severity: Error,
		Meaning: "L'indirizzo permanente di una pagina manca, non è intero o non è quello della pagina.",
		Reason:  "È l'indirizzo che i motori di ricerca tengono e che si cita: deve portare alla pagina.",
		Source:  "RFC 6596", Link: "https://www.rfc-editor.org/rfc/rfc6596",
		Wrong: "<link rel=\"canonical\" href=\"/2022/\">",
		Right: "<link rel=\"canonical\" href=\"https://www.comune.esempio.example/lavoro-agile/2022/\">",
	},
	{
		Name: "page-dates-order", Group: SiteFiles, Severity: Warning,
		Meaning: "Secondo la pagina l'ultimo aggiornamento viene prima della pubblicazione.",
		Reason:  "Le due date vanno distinte, e insieme devono stare in piedi.",
		Source:  "ANAC, delibera 1310/2016",
		Wrong:   "Prima pubblicazione 4 aprile 2022, ultimo aggiornamento 1º marzo 2022",
		Right:   "Prima pubblicazione 4 aprile 2022, ultimo aggiornamento 4 aprile 2022",
	},
	{
		Name: "page-hook-address", Group: SiteFiles, Severity: Warning,
		Meaning: "La dichiarazione di accessibilità non sta sul sito di AgID, o l'informativa sulla privacy non ha un indirizzo https.",
		Reason:  "Vale solo la dichiarazione fatta con il modulo di AgID; l'informativa si legge su un indirizzo sicuro. Gli indirizzi si scrivono in data/ente.toml.",
		Source:  "Modello Comuni, criteri C.SI.3.2 e C.SI.3.3", Link: validator,
		Wrong: "accessibilita = \"https://www.comune.esempio.example/accessibilita\"",
		Right: "accessibilita = \"https://form.agid.gov.it/view/…\"",
	},
	{
		Name: "page-legal-text", Group: SiteFiles, Severity: Error,
		Meaning: "Il titolo o il testo delle note legali non è quello fissato.",
		Reason:  "Il validatore del modello Comuni lo confronta parola per parola.",
		Source:  "Modello Comuni, criterio C.SI.3.4", Link: validator,
		Wrong: "<h2 data-element=\"legal-notes-section\">Licenza</h2>",
		Right: "<h2 data-element=\"legal-notes-section\">Licenza dei contenuti</h2>",
	},
	{
		Name: "page-record", Group: SiteFiles, Severity: Error,
		Meaning: "Una pagina non dice di sé ciò che le altre della stessa edizione dicono.",
		Reason:  "Date, ufficio, atto, fonte e licenza stanno su ogni pagina, perché a ognuna si arriva da sola.",
		Source:  "D.Lgs. 33/2013, art. 6, comma 1", Link: decree33 + "~art6",
		Wrong: "l'ufficio responsabile su tutte le pagine meno una",
		Right: "l'ufficio responsabile su tutte le pagine",
	},
	{
		Name: "site-robots", Group: SiteFiles, Severity: Incomplete,
		Meaning: "Il file robots.txt tiene fuori i motori di ricerca.",
		Reason:  "In Amministrazione trasparente non si possono mettere filtri che impediscono ai motori di ricerca di trovare i contenuti.",
		Source:  "D.Lgs. 33/2013, art. 9, comma 1", Link: decree33 + "~art9",
		Wrong: "Disallow: /",
		Right: "Disallow:",
	},
	{
		Name: "site-server", Group: SiteFiles, Severity: Incomplete,
		Meaning: "Una configurazione per il server tiene fuori i motori di ricerca o chiede una password.",
		Reason:  "I contenuti di Amministrazione trasparente si leggono e si trovano senza chiedere niente a nessuno.",
		Source:  "D.Lgs. 33/2013, art. 9, comma 1", Link: decree33 + "~art9",
		Wrong: "X-Robots-Tag: noindex",
		Right: "[nessun X-Robots-Tag]",
	},
	{
		Name: "site-sitemap", Group: SiteFiles, Severity: Error,
		Meaning: "La mappa per i motori di ricerca non elenca proprio le pagine del sito.",
		Reason:  "Una pagina che manca si trova tardi o mai; una che non c'è porta a un errore.",
		Source:  "Protocollo Sitemap", Link: "https://www.sitemaps.org/protocol.html",
		Wrong: "<loc>https://www.comune.esempio.example/lavoro-agile/vecchia/</loc>",
		Right: "<loc>https://www.comune.esempio.example/lavoro-agile/2022/</loc>",
	},
}
