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
var siteCodes = slices.Concat(readingCodes, linkCodes, lookCodes, officeCodes, fileCodes)

// readingCodes are about pages that can be followed by ear and with keys.
var readingCodes = []Code{
	{
		Name: "page-chart-alone", Group: SiteFiles, Severity: Error,
		Meaning: "Accanto a un grafico manca la frase che dice che cosa mostra, o la tabella dei suoi valori.",
		Reason:  "Chi non vede il grafico, o lo vede troppo piccolo, legge gli stessi valori nella tabella e il senso nella frase.",
		Source:  "WCAG 2.1, 1.1.1", Link: wcag + "#non-text-content",
		Wrong: "<figure><svg role=\"img\">…</svg></figure>",
		Right: "<figure><figcaption><p>Il settore con più progetti è Tributi.</p></figcaption><svg role=\"img\">…</svg><table>…</table></figure>",
	},
	{
		Name: "page-control-label", Group: SiteFiles, Severity: Error,
		Meaning: "Un campo di un modulo non ha un'etichetta.",
		Reason:  "Senza etichetta chi ascolta la pagina non sa che cosa scrivere.",
		Source:  "WCAG 2.1, 3.3.2", Link: wcag + "#labels-or-instructions",
		Wrong: "<input name=\"q\">",
		Right: "<label for=\"q\">Cerca</label><input id=\"q\" name=\"q\">",
	},
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
		Name: "page-encoding", Group: SiteFiles, Severity: Error,
		Meaning: "La pagina non dice di essere in UTF-8.",
		Reason:  "Aperta dal disco o da un server che non lo dice, mostrerebbe lettere accentate sbagliate.",
		Source:  "HTML, meta charset", Link: htmlRules + "semantics.html#charset",
		Wrong: "<head><title>…",
		Right: "<head><meta charset=\"utf-8\"><title>…",
	},
	{
		Name: "page-focus", Group: SiteFiles, Severity: Error,
		Meaning: "Un elemento prende il cursore da solo, o cambia l'ordine con cui i tasti lo raggiungono.",
		Reason:  "Chi usa i tasti si aspetta l'ordine della pagina.",
		Source:  "WCAG 2.1, 2.4.3", Link: wcag + "#focus-order",
		Wrong: "<a href=\"…\" tabindex=\"3\">",
		Right: "<a href=\"…\">",
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
		Name: "page-hidden-focus", Group: SiteFiles, Severity: Error,
		Meaning: "Un elemento si raggiunge con i tasti ma è nascosto a chi ascolta.",
		Reason:  "Il cursore finirebbe in un punto di cui non si sente niente.",
		Source:  "WCAG 2.1, 4.1.2", Link: wcag + "#name-role-value",
		Wrong: "<p aria-hidden=\"true\"><a href=\"…\">",
		Right: "<p><a href=\"…\">",
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
		Name: "page-landmark", Group: SiteFiles, Severity: Error,
		Meaning: "La pagina non ha un contenuto, un'intestazione e un piè di pagina soli.",
		Reason:  "Chi ascolta salta da una parte all'altra della pagina con questi elementi.",
		Source:  "WCAG 2.1, 1.3.1", Link: wcag + "#info-and-relationships",
		Wrong: "<body><div>…</div></body>",
		Right: "<body><header>…</header><main>…</main><footer>…</footer></body>",
	},
	{
		Name: "page-landmark-name", Group: SiteFiles, Severity: Error,
		Meaning: "Due parti di navigazione di una pagina non hanno nomi che le distinguano.",
		Reason:  "Nell'elenco delle parti della pagina sarebbero uguali.",
		Source:  "WCAG 2.1, 2.4.6", Link: wcag + "#headings-and-labels",
		Wrong: "<nav>…</nav><nav>…</nav>",
		Right: "<nav aria-label=\"Pagine del piano\">…</nav><nav aria-label=\"Altri progetti\">…</nav>",
	},
	{
		Name: "page-language", Group: SiteFiles, Severity: Error,
		Meaning: "La pagina non dice in che lingua è scritta, o lo dice in una forma che non vale.",
		Reason:  "Chi legge ad alta voce sceglie la pronuncia dalla lingua.",
		Source:  "WCAG 2.1, 3.1.1", Link: wcag + "#language-of-page",
		Wrong: "<html lang=\"italiano\">",
		Right: "<html lang=\"it\">",
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
		Name: "page-picture", Group: SiteFiles, Severity: Error,
		Meaning: "Un disegno non ha ruolo, nome o descrizione, e non è nascosto a chi ascolta.",
		Reason:  "Le parti di un disegno lette una per una sono solo cifre senza ordine.",
		Source:  "WCAG 2.1, 1.1.1", Link: wcag + "#non-text-content",
		Wrong: "<svg><rect/></svg>",
		Right: "<svg role=\"img\" aria-labelledby=\"t\" aria-describedby=\"d\"><title id=\"t\">…</title><desc id=\"d\">…</desc><rect/></svg>",
	},
	{
		Name: "page-refresh", Group: SiteFiles, Severity: Error,
		Meaning: "La pagina cambia o si ricarica da sola dopo un po'.",
		Reason:  "Toglierebbe la pagina a chi la sta leggendo. Una pagina che ha cambiato indirizzo porta subito al nuovo.",
		Source:  "WCAG 2.1, 2.2.1", Link: wcag + "#timing-adjustable",
		Wrong: "<meta http-equiv=\"refresh\" content=\"5; url=…\">",
		Right: "<meta http-equiv=\"refresh\" content=\"0; url=…\">",
	},
	{
		Name: "page-skip-link", Group: SiteFiles, Severity: Error,
		Meaning: "La prima cosa che si raggiunge con i tasti non porta al contenuto.",
		Reason:  "Chi usa i tasti dovrebbe attraversare il menu a ogni pagina.",
		Source:  "WCAG 2.1, 2.4.1", Link: wcag + "#bypass-blocks",
		Wrong: "<body><header><a href=\"…\">Home</a>",
		Right: "<body><a href=\"#contenuto\">Vai al contenuto</a>",
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
	{
		Name: "page-viewport", Group: SiteFiles, Severity: Error,
		Meaning: "La pagina non si adatta allo schermo, o non lascia ingrandire.",
		Reason:  "Chi vede poco ingrandisce con le dita.",
		Source:  "WCAG 2.1, 1.4.4", Link: wcag + "#resize-text",
		Wrong: "<meta name=\"viewport\" content=\"width=device-width, maximum-scale=1\">",
		Right: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
	},
}
