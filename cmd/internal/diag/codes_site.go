// SPDX-License-Identifier: EUPL-1.2

package diag

import "slices"

// Where the rules that siteCodes cite can be read.
const (
	wcag      = "https://www.w3.org/TR/WCAG21/"
	htmlRules = "https://html.spec.whatwg.org/multipage/"
	cspRules  = "https://www.w3.org/TR/CSP3/"
	validator = "https://github.com/italia/pa-website-validator-ng"
	cookies   = "https://www.garanteprivacy.it/home/docweb/-/docweb-display/docweb/9677876"
	openRules = "https://github.com/AgID/lg-opendata-docs"
)

// siteCodes are about the built site. Those of severity Error are defects of
// the program; the others can be caused by content.
var siteCodes = slices.Concat(readingCodes, linkCodes, officeCodes, fileCodes)

// readingCodes are about pages that can be followed by ear and with keys.
var readingCodes = []Code{
	{
		Name: "page-dangling-reference", Group: SiteFiles, Severity: Error,
		Meaning: "Un attributo nomina un id che nella pagina non c'è.",
		Reason:  "Un nome o una descrizione che manca non viene letto a chi ascolta la pagina.",
		Source:  "WCAG 2.1, 4.1.2", Link: wcag + "#name-role-value",
		Wrong: "<section aria-labelledby=\"titolo\">",
		Right: "<section aria-labelledby=\"titolo\"><h2 id=\"titolo\">Progetti</h2>",
	},
	{
		Name: "page-description", Group: SiteFiles, Severity: Error,
		Meaning: "Manca la descrizione della pagina.",
		Reason:  "È il testo che i motori di ricerca mostrano sotto il titolo.",
		Source:  "Designers Italia, suggerimenti di scrittura", Link: "https://github.com/italia/writing-toolkit",
		Wrong: "<meta name=\"description\" content=\"\">",
		Right: "<meta name=\"description\" content=\"I progetti del piano, settore per settore.\">",
	},
	{
		Name: "page-description-shared", Group: SiteFiles, Severity: Warning,
		Meaning: "Due pagine di tipo diverso hanno la stessa descrizione.",
		Reason:  "Nei risultati di un motore di ricerca le due pagine non si distinguono. Quasi sempre due pagine hanno lo stesso sommario: basta cambiarne uno.",
		Wrong:   "sommario = \"Che cosa prevede il piano.\" in due pagine",
		Right:   "sommario = \"Che cosa prevede il piano.\"\nsommario = \"Come leggere i numeri del piano.\"",
	},
	{
		Name: "page-duplicate-id", Group: SiteFiles, Severity: Error,
		Meaning: "Due elementi di una pagina hanno lo stesso id.",
		Reason:  "Un collegamento a quel punto, o un nome preso da lì, trova solo il primo.",
		Source:  "WCAG 2.1, 4.1.1", Link: wcag + "#parsing",
		Wrong: "<h2 id=\"persone\">…<h2 id=\"persone\">",
		Right: "<h2 id=\"persone\">…<h2 id=\"persone-2\">",
	},
	{
		Name: "page-heading-count", Group: SiteFiles, Severity: Error,
		Meaning: "La pagina non ha esattamente un titolo h1.",
		Reason:  "Il titolo h1 dice dove si è: chi ascolta ci salta per primo.",
		Source:  "WCAG 2.1, 1.3.1", Link: wcag + "#info-and-relationships",
		Wrong: "<h1>Piano</h1>…<h1>Progetti</h1>",
		Right: "<h1>Piano</h1>…<h2>Progetti</h2>",
	},
	{
		Name: "page-heading-skip", Group: SiteFiles, Severity: Error,
		Meaning: "Un titolo salta un livello, o è vuoto.",
		Reason:  "I titoli sono l'indice di chi ascolta la pagina: un livello che manca fa pensare a una parte persa.",
		Source:  "WCAG 2.1, 1.3.1", Link: wcag + "#info-and-relationships",
		Wrong: "<h1>Piano</h1><h3>Tributi</h3>",
		Right: "<h1>Piano</h1><h2>Tributi</h2>",
	},
	{
		Name: "page-image-alt", Group: SiteFiles, Severity: Error,
		Meaning: "Un'immagine non ha il testo alternativo.",
		Reason:  "Chi non la vede non saprebbe che c'è; un testo vuoto dice che è un ornamento.",
		Source:  "WCAG 2.1, 1.1.1", Link: wcag + "#non-text-content",
		Wrong: "<img src=\"stemma.svg\">",
		Right: "<img src=\"stemma.svg\" alt=\"\">",
	},
	{
		Name: "page-list", Group: SiteFiles, Severity: Error,
		Meaning: "Un elenco è vuoto o non è fatto di voci, o una voce sta fuori da un elenco.",
		Reason:  "A chi ascolta viene detto quante voci ci sono: il conto deve tornare.",
		Source:  "WCAG 2.1, 1.3.1", Link: wcag + "#info-and-relationships",
		Wrong: "<ul><p>Tributi</p></ul>",
		Right: "<ul><li>Tributi</li></ul>",
	},
	{
		Name: "page-markup", Group: SiteFiles, Severity: Error,
		Meaning: "Un elemento non è chiuso, è chiuso fuori posto, sta dove non può stare o non si usa più.",
		Reason:  "Ogni browser rimedia a modo suo, e la pagina non è più la stessa per tutti.",
		Source:  "HTML", Link: htmlRules + "syntax.html",
		Wrong: "<p>Testo <ul><li>voce</li></ul></p>",
		Right: "<p>Testo</p><ul><li>voce</li></ul>",
	},
	{
		Name: "page-name", Group: SiteFiles, Severity: Error,
		Meaning: "Un collegamento o un pulsante non ha un nome.",
		Reason:  "Chi ascolta la pagina sentirebbe solo «collegamento» o «pulsante».",
		Source:  "WCAG 2.1, 4.1.2", Link: wcag + "#name-role-value",
		Wrong: "<button><svg aria-hidden=\"true\">…</svg></button>",
		Right: "<button><svg aria-hidden=\"true\">…</svg>Menu</button>",
	},
	{
		Name: "page-needs-script", Group: SiteFiles, Severity: Error,
		Meaning: "Senza JavaScript la pagina è vuota.",
		Reason:  "I controlli automatici di ANAC leggono l'HTML così com'è, e così lo vede chi ha un browser vecchio o senza script.",
		Source:  "D.Lgs. 33/2013, art. 9, comma 1", Link: decree33 + "~art9",
		Wrong: "<main><h1>Progetti</h1><div hidden>…</div></main>",
		Right: "<main><h1>Progetti</h1><ul><li>…</li></ul></main>",
	},
	{
		Name: "page-table-caption", Group: SiteFiles, Severity: Error,
		Meaning: "Una tabella non ha didascalia.",
		Reason:  "La didascalia dice che cosa c'è nella tabella prima di entrarci.",
		Source:  "WCAG 2.1, 1.3.1", Link: wcag + "#info-and-relationships",
		Wrong: "<table><tr>…",
		Right: "<table><caption>Progetti per settore</caption><tr>…",
	},
	{
		Name: "page-table-column", Group: SiteFiles, Severity: Warning,
		Meaning: "In una tabella una colonna non ha intestazione, o le righe non hanno lo stesso numero di celle.",
		Reason:  "Di una cella chi ascolta sente prima l'intestazione: se manca, il valore non dice niente. In una tabella di content/ basta scriverla nella prima riga.",
		Source:  "WCAG 2.1, 1.3.1", Link: wcag + "#info-and-relationships",
		Wrong: "| Settore |  |\n|---|---|\n| Tributi | 4 |",
		Right: "| Settore | Progetti |\n|---|---|\n| Tributi | 4 |",
	},
	{
		Name: "page-table-scope", Group: SiteFiles, Severity: Error,
		Meaning: "Un'intestazione di tabella non dice se è di riga o di colonna.",
		Reason:  "Chi ascolta non saprebbe a quali celle si riferisce.",
		Source:  "WCAG 2.1, 1.3.1", Link: wcag + "#info-and-relationships",
		Wrong: "<th>Settore</th>",
		Right: "<th scope=\"col\">Settore</th>",
	},
	{
		Name: "page-time", Group: SiteFiles, Severity: Warning,
		Meaning: "Una data per le macchine non esiste o non ha la forma giusta.",
		Reason:  "Motori di ricerca e controlli automatici leggono quella, non le parole.",
		Source:  "HTML, elemento time", Link: htmlRules + "text-level-semantics.html#the-time-element",
		Wrong: "<time datetime=\"5 ottobre 2022\">",
		Right: "<time datetime=\"2022-10-05\">5 ottobre 2022</time>",
	},
	{
		Name: "page-too-deep", Group: SiteFiles, Severity: Error,
		Meaning: "In una pagina ci sono centinaia di elementi uno dentro l'altro.",
		Reason:  "Oltre un certo numero i browser smettono di tenerne conto, ognuno a modo suo. Di solito è un testo di content/ con citazioni, elenchi o grassetti che si aprono uno dentro l'altro senza fine.",
		Source:  "HTML", Link: htmlRules + "parsing.html",
		Wrong: "> > > > > > > > > > > > citazione di una citazione di una citazione…",
		Right: "> citazione",
	},
	{
		Name: "page-title", Group: SiteFiles, Severity: Error,
		Meaning: "Manca il titolo della pagina.",
		Reason:  "È il nome della scheda del browser e la prima cosa che chi ascolta sente.",
		Source:  "WCAG 2.1, 2.4.2", Link: wcag + "#page-titled",
		Wrong: "<title></title>",
		Right: "<title>Progetti · piano 2022</title>",
	},
	{
		Name: "page-title-shared", Group: SiteFiles, Severity: Warning,
		Meaning: "Due pagine della stessa edizione hanno lo stesso titolo.",
		Reason:  "Tra le schede del browser e nei risultati di una ricerca le due pagine non si distinguono. Quasi sempre due progetti o due pagine si chiamano uguale: basta cambiarne uno.",
		Source:  "WCAG 2.1, 2.4.2", Link: wcag + "#page-titled",
		Wrong: "titolo = \"Archivio digitale\" in due progetti",
		Right: "titolo = \"Archivio digitale dei contratti\"\ntitolo = \"Archivio digitale delle pratiche\"",
	},
}
