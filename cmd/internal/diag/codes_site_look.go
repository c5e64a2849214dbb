// SPDX-License-Identifier: EUPL-1.2

package diag

// lookCodes are about what is seen, and what it weighs.
var lookCodes = []Code{
	{
		Name: "contrast-graphics", Group: SiteFiles, Severity: Error,
		Meaning: "Una barra, un segno o il bordo di un campo si distingue troppo poco da ciò che ha intorno.",
		Reason:  "Sotto un contrasto di 3 a 1 chi vede poco, o guarda lo schermo al sole, non lo vede.",
		Source:  "WCAG 2.1, 1.4.11", Link: wcag + "#non-text-contrast",
		Wrong: "fill: #9cf su bianco (1,6 a 1)",
		Right: "fill: #06c su bianco (5,5 a 1)",
	},
	{
		Name: "contrast-text", Group: SiteFiles, Severity: Error,
		Meaning: "Un testo ha troppo poco contrasto con lo sfondo, in uno dei modi in cui la pagina si guarda.",
		Reason:  "Sotto un contrasto di 4,5 a 1 chi vede poco, o guarda lo schermo al sole, non legge.",
		Source:  "WCAG 2.1, 1.4.3", Link: wcag + "#contrast-minimum",
		Wrong: "color: #999 su bianco (2,8 a 1)",
		Right: "color: #455b71 su bianco (7 a 1)",
	},
	{
		Name: "page-colour-alone", Group: SiteFiles, Severity: Error,
		Meaning: "In un grafico le serie si distinguono solo dal colore.",
		Reason:  "Chi non distingue i colori, o stampa in bianco e nero, non saprebbe quale è quale: servono anche tratteggi o puntini.",
		Source:  "WCAG 2.1, 1.4.1", Link: wcag + "#use-of-color",
		Wrong: "due serie, una blu e una rossa",
		Right: "due serie, una piena e una tratteggiata",
	},
	{
		Name: "page-library", Group: SiteFiles, Severity: Error,
		Meaning: "Troppe poche classi della pagina sono di Bootstrap Italia.",
		Reason:  "Il validatore del modello Comuni chiede che almeno 30 classi su 100 vengano dalla libreria.",
		Source:  "Modello Comuni, criterio C.SI.1.2", Link: validator,
		Wrong: "<div class=\"riquadro\">",
		Right: "<div class=\"container riquadro\">",
	},
	{
		Name: "page-weight", Group: SiteFiles, Severity: Warning,
		Meaning: "Ciò che sta intorno al contenuto di una pagina è troppo pesante.",
		Reason:  "Si scarica a ogni pagina, anche da un telefono vecchio. Di solito un nome o un contatto dell'ente è lunghissimo.",
		Source:  "Modello Comuni, criterio C.SI.4.1", Link: validator,
		Wrong: "un menu di 300 voci",
		Right: "un menu di 7 voci",
	},
	{
		Name: "site-weight", Group: SiteFiles, Severity: Error,
		Meaning: "Un foglio di stile, uno script o i caratteri pesano più di quanto si sono dati come limite.",
		Reason:  "Si scaricano prima che la pagina si veda, anche da un telefono vecchio.",
		Source:  "Modello Comuni, criterio C.SI.4.1", Link: validator,
		Wrong: "un foglio di stile di 600.000 byte",
		Right: "un foglio di stile di 45.000 byte",
	},
	{
		Name: "style-library", Group: SiteFiles, Severity: Error,
		Meaning: "Il foglio di stile non dice di venire da Bootstrap Italia 2 o successiva.",
		Reason:  "Il validatore del modello Comuni lo legge nella variabile --bootstrap-italia-version.",
		Source:  "Modello Comuni, criterio C.SI.1.2", Link: validator,
		Wrong: ":root{}",
		Right: ":root{--bootstrap-italia-version:'2.18.3'}",
	},
	{
		Name: "style-typeface", Group: SiteFiles, Severity: Error,
		Meaning: "Titoli e paragrafi non usano uno dei tre caratteri ammessi.",
		Reason:  "Il modello dei siti comunali ammette Titillium Web, Lora e Roboto Mono, che stanno nel sito e non si chiedono ad altri.",
		Source:  "Modello Comuni, criterio C.SI.1.1", Link: validator,
		Wrong: "font-family: Arial",
		Right: "font-family: \"Titillium Web\", Arial",
	},
}
