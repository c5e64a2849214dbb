// SPDX-License-Identifier: EUPL-1.2

package diag

// Where the guides that languageCodes follow can be read.
const (
	writingTips = "Designers Italia, guida al linguaggio della Pubblica Amministrazione"
	writingLink = "https://guida-linguaggio-pubblica-amministrazione.readthedocs.io/it/latest/suggerimenti-di-scrittura/"
	styleLink   = writingLink + "stile-di-scrittura.html"
	contentLink = writingLink + "come-strutturare-il-contenuto.html"
	searchLink  = writingLink + "scrivere-per-i-motori-di-ricerca.html"
	numberLink  = writingLink + "numeri-e-date.html"
	accessLink  = writingLink + "accessibilita-e-inclusione.html"
	markLink    = writingLink + "punteggiatura-e-grammatica.html"
	fixedLink   = writingLink + "elementi-ricorrenti.html"
)

// languageCodes are about the language of texts.
var languageCodes = []Code{
	{
		Name: "acronym", Group: Language, Severity: Warning,
		Meaning: "Una sigla compare in una pagina senza che si dica che cosa vuol dire.",
		Reason: "Chi non lavora in Comune spesso non conosce le sigle, e chi ascolta la pagina le sente lettera per lettera. Basta spiegarla la prima volta; quelle del glossario le spiega il sito. " +
			"Le sigle che tutti conoscono, come IVA, PDF o SPID, non contano.",
		Source: writingTips, Link: styleLink,
		Wrong: "Gli obiettivi stanno nel POLA.",
		Right: "Gli obiettivi stanno nel Piano organizzativo del lavoro agile (POLA).",
	},
	{
		Name: "all-capitals", Group: Language, Severity: Warning,
		Meaning: "Una frase intera è scritta in maiuscolo.",
		Reason:  "Le parole tutte maiuscole hanno la stessa forma e si leggono più piano. Per dare rilievo c'è il grassetto.",
		Source:  writingTips, Link: markLink,
		Wrong: "IL PIANO È STATO APPROVATO",
		Right: "Il piano è stato approvato",
	},
	{
		Name: "bureaucratic", Group: Language, Severity: Warning,
		Meaning: "Una parola o un modo di dire da uffici ha un'alternativa che tutti capiscono.",
		Reason:  "Le parole che si usano solo negli uffici allontanano chi legge. Vetro ne conosce un elenco e propone l'alternativa; il testo tra virgolette «…», che è di altri, non lo giudica, e nemmeno i titoli e i nomi che stanno nei dati.",
		Source:  writingTips, Link: styleLink,
		Wrong: "In ottemperanza alla legge si espletano i controlli.",
		Right: "Come chiede la legge, si fanno i controlli.",
	},
	{
		Name: "click-here", Group: Language, Severity: Warning,
		Meaning: "Il testo di un collegamento non dice dove porta.",
		Reason:  "Chi ascolta la pagina può farsi leggere l'elenco dei soli collegamenti: dieci volte «qui» non portano da nessuna parte.",
		Source:  writingTips, Link: contentLink,
		Wrong: "Per i progetti clicca [qui](/2022/progetti/).",
		Right: "Leggi l’[elenco dei progetti](/2022/progetti/).",
	},
	{
		Name: "date-form", Group: Language, Severity: Warning,
		Meaning: "Una data non è scritta come «5 ottobre 2022».",
		Reason:  "In parole si legge senza pensare, e il giorno non si confonde con il mese. Il nome del mese vuole la minuscola, il primo del mese si scrive «1°». Nelle tabelle le date in cifre vanno bene.",
		Source:  writingTips, Link: numberLink,
		Wrong: "Approvato il 05/10/2022.",
		Right: "Approvato il 5 ottobre 2022.",
	},
	{
		Name: "document-link", Group: Language, Severity: Warning,
		Meaning: "Il collegamento a un documento non dice il formato e il peso.",
		Reason:  "Chi apre un documento dal telefono deve sapere prima che cosa scarica e quanto pesa.",
		Source:  writingTips, Link: contentLink,
		Wrong: "[Il piano](https://www.comune.esempio.example/piano.pdf)",
		Right: "[Il piano (PDF, 240 kB)](https://www.comune.esempio.example/piano.pdf)",
	},
	{
		Name: "double-space", Group: Language, Severity: Warning,
		Meaning: "Tra due parole ci sono più spazi.",
		Reason:  "Nella pagina non si vede, ma nei dati aperti due scritte che sembrano uguali risultano diverse, e chi le cerca o le filtra ne perde una.",
		Wrong:   "uffici = [\"Servizi  informatici\"]",
		Right:   "uffici = [\"Servizi informatici\"]",
	},
	{
		Name: "english-word", Group: Language, Severity: Warning,
		Meaning: "Una parola inglese ha un'alternativa italiana altrettanto breve.",
		Reason:  "Molti di quelli che leggono non sanno l'inglese. Le parole che sono ormai tecniche, come smart working, restano; una parola con la maiuscola dentro la frase è presa per un nome.",
		Source:  writingTips, Link: writingLink + "anglicismi-forestierismi.html",
		Wrong: "Un meeting al mese, con il feedback dei colleghi.",
		Right: "Una riunione al mese, con il parere dei colleghi.",
	},
	{
		Name: "hard-to-read", Group: Language, Severity: Warning,
		Meaning: "Il testo di una pagina o di un campo è difficile da leggere: l'indice Gulpease è sotto 60.",
		Reason: "Sotto 60 un testo è difficile per chi ha la licenza media, sotto 40 anche per chi ha un diploma. L'indice guarda quanto sono lunghe le parole e le frasi. Si misurano i testi di almeno 50 parole. " +
			"Nessuna norma fissa una soglia: per questo è sempre un avviso, più severo sotto 40.",
		Source: "P. Lucisano e M. E. Piemontese, indice Gulpease, 1988", Link: "https://www.webandmultimedia.it/site/index.php?area=5&subarea=1&formato=scheda&id=36&k_tema=REDAZIONE",
		Wrong: "L’amministrazione provvede alla predisposizione della documentazione concernente le modalità lavorative.",
		Right: "Il Comune prepara i documenti. Dicono come si lavora.",
	},
	{
		Name: "impersonal", Group: Language, Severity: Warning,
		Meaning: "Una frase dice «è possibile» invece di rivolgersi a chi legge.",
		Reason:  "«Puoi leggere» è più breve e più chiaro di «è possibile leggere»: dice chi fa che cosa.",
		Source:  writingTips, Link: styleLink,
		Wrong: "È possibile leggere l’elenco dei progetti.",
		Right: "Puoi leggere l’elenco dei progetti.",
		Off:   "spesso «è possibile» è giusto, perché dice proprio che una cosa si può fare o no",
	},
	{
		Name: "list-punctuation", Group: Language, Severity: Warning,
		Meaning: "Le voci di un elenco che segue i due punti non sono punteggiate come parti di una frase.",
		Reason:  "Dopo i due punti le voci cominciano con la minuscola e finiscono con il punto e virgola, l'ultima con il punto.",
		Source:  writingTips, Link: contentLink,
		Wrong: "Serve a:\n\n- Lavorare meglio\n- Spendere meno",
		Right: "Serve a:\n\n- lavorare meglio;\n- spendere meno.",
		Off:   "un elenco di nomi propri, di frasi intere o di collegamenti è giusto anche in un altro modo",
	},
	{
		Name: "long-sentence", Group: Language, Severity: Warning,
		Meaning: "Una frase ha più di 40 parole.",
		Reason:  "Chi scrive per tutti tiene le frasi intorno alle 25 parole. Il limite di vetro è più largo, ed è una sua scelta: oltre 40 parole quasi sempre le frasi sono due.",
		Source:  "Direttiva del Ministro per la funzione pubblica dell'8 maggio 2002 sulla semplificazione del linguaggio: frasi brevi", Link: "https://funzionepubblica.gov.it/articolo/dipartimento/08-05-2002/direttiva-semplificazione-linguaggio",
		Wrong: "Il piano, che la Giunta ha approvato dopo l’esame dei dirigenti, i quali hanno…, prevede che…",
		Right: "La Giunta ha approvato il piano. Prima lo hanno esaminato i dirigenti.",
	},
	{
		Name: "mixed-apostrophes", Group: Language, Severity: Warning,
		Meaning: "Nello stesso testo ci sono apostrofi dritti e apostrofi curvi.",
		Reason:  "Chi cerca una parola nella pagina la trova solo se è scritta con lo stesso apostrofo.",
		Wrong:   "L’ufficio dell'ente",
		Right:   "L’ufficio dell’ente",
		Off:     "le tastiere scrivono l'apostrofo dritto, i programmi di scrittura quello curvo: chi copia e incolla li mescola senza colpa, e chi legge non se ne accorge",
	},
	{
		Name: "nominal-style", Group: Language, Severity: Warning,
		Meaning: "In un testo ci sono troppe parole in -zione e -mento al posto dei verbi.",
		Reason:  "«Il completamento della registrazione» si capisce peggio di «chi ha finito di registrarsi»: con i verbi si vede chi fa che cosa. Conta i testi di almeno 25 parole in cui sono più di una su otto.",
		Source:  writingTips, Link: styleLink,
		Wrong: "Il completamento della registrazione e la trasmissione della documentazione…",
		Right: "Finisci di registrarti e manda i documenti…",
		Off:   "molte di queste parole sono il nome di una cosa e non hanno un verbo che le sostituisca",
	},
	{
		Name: "norm-in-text", Group: Language, Severity: Warning,
		Meaning: "Una norma è citata dentro il testo con articolo, comma o numero.",
		Reason:  "La citazione interrompe chi legge. Meglio dire che cosa chiede la norma e mettere la citazione, con il collegamento, in fondo.",
		Source:  writingTips, Link: fixedLink,
		Wrong: "Ai sensi dell’art. 14 della legge n. 124/2015 il piano…",
		Right: "La legge chiede a ogni ente un piano. (In fondo: legge 124/2015, articolo 14.)",
		Off:   "in un piano la norma è spesso proprio l'argomento, e una citazione utile non si distingue da una di troppo",
	},
	{
		Name: "not-inclusive", Group: Language, Severity: Warning,
		Meaning: "Una parola mette la condizione davanti alla persona, oppure offende.",
		Reason:  "Si parla prima della persona: «persone con disabilità». Il nome di una legge o di un documento si mette tra virgolette «…» e resta com'è.",
		Source:  writingTips, Link: accessLink,
		Wrong: "I servizi per i disabili",
		Right: "I servizi per le persone con disabilità",
	},
	{
		Name: "number-form", Group: Language, Severity: Warning,
		Meaning: "Un numero non è scritto all'italiana: punto per le migliaia, virgola per i decimali.",
		Reason:  "«1,000.50» per chi legge in italiano è un'altra cosa. Vetro tace dove il numero può essere un codice, una versione o un articolo.",
		Wrong:   "In media 3.5 giorni, per 12000 euro.",
		Right:   "In media 3,5 giorni, per 12.000 euro.",
	},
	{
		Name: "percent-sign", Group: Language, Severity: Warning,
		Meaning: "In una frase c'è il segno % al posto di «per cento».",
		Reason:  "Nelle frasi «per cento» si legge meglio; il segno va bene nelle tabelle e nei testi tecnici.",
		Source:  writingTips, Link: numberLink,
		Wrong: "Il 50% dei progetti",
		Right: "Il 50 per cento dei progetti",
		Off:   "le pagine di un piano sono piene di misure, e lì il segno è ammesso",
	},
	{
		Name: "role-capital", Group: Language, Severity: Warning,
		Meaning: "Una carica è scritta con la maiuscola: sindaco, assessore, dirigente vogliono la minuscola.",
		Reason:  "La maiuscola di rispetto appesantisce il testo; la tengono poche cariche, come il Presidente della Repubblica.",
		Source:  writingTips, Link: fixedLink,
		Wrong: "Lo decide il Dirigente con l’Assessore.",
		Right: "Lo decide il dirigente con l’assessore.",
		Off:   "la maiuscola è giusta quando la carica fa parte del nome di un ufficio o di un documento",
	},
	{
		Name: "summary-full-stop", Group: Language, Severity: Warning,
		Meaning: "Un sommario o una sintesi non finisce con il punto.",
		Reason:  "È una frase intera. Negli elenchi sta vicino ad altre, e il punto fa sentire dove finisce anche a chi ascolta.",
		Source:  writingTips, Link: searchLink,
		Wrong: "sommario = \"Che cosa prevede il piano\"",
		Right: "sommario = \"Che cosa prevede il piano.\"",
	},
	{
		Name: "summary-too-long", Group: Language, Severity: Warning,
		Meaning: "Un sommario o una sintesi ha più di 150 caratteri: negli elenchi e nei motori di ricerca non ci sta.",
		Reason:  "I motori di ricerca tagliano ciò che va oltre, e negli elenchi un sommario lungo nasconde gli altri.",
		Source:  writingTips, Link: searchLink,
		Wrong: "sommario = \"Che cosa prevede il piano, chi lo ha approvato e quando, perché è nato, che cosa cambia per chi lavora in Comune e che cosa invece per chi usa i servizi ogni giorno.\"",
		Right: "sommario = \"Che cosa prevede il piano, perché è nato e che cosa cambia per i cittadini.\"",
	},
	{
		Name: "time-form", Group: Language, Severity: Warning,
		Meaning: "Un'ora non è scritta con i due punti.",
		Reason:  "«9.30» può essere un prezzo o una misura; «9:30» è solo un'ora, ed è la stessa forma degli orologi.",
		Wrong:   "Lo sportello apre alle 9.30.",
		Right:   "Lo sportello apre alle 9:30.",
	},
	{
		Name: "title-acronym", Group: Language, Severity: Warning,
		Meaning: "In un titolo c'è una sigla che il glossario non spiega.",
		Reason:  "Il titolo si legge da solo, negli elenchi e nei motori di ricerca: lì nessuno può spiegare la sigla.",
		Source:  writingTips, Link: searchLink,
		Wrong: "titolo = \"Il nuovo POLA\"",
		Right: "titolo = \"Il nuovo piano del lavoro agile\"",
	},
	{
		Name: "title-full-stop", Group: Language, Severity: Warning,
		Meaning: "Un titolo finisce con il punto.",
		Reason:  "Un titolo non è una frase del testo, e negli elenchi il punto lo stacca da ciò che segue.",
		Source:  writingTips, Link: searchLink,
		Wrong: "titolo = \"Che cos’è il piano.\"",
		Right: "titolo = \"Che cos’è il piano\"",
	},
	{
		Name: "title-too-long", Group: Language, Severity: Warning,
		Meaning: "Un titolo ha più di 65 caratteri: nella scheda del browser e nei motori di ricerca non ci sta.",
		Reason:  "I motori di ricerca tagliano ciò che va oltre, e un titolo lungo si capisce a fatica.",
		Source:  writingTips, Link: searchLink,
		Wrong: "titolo = \"Il piano per il lavoro agile del Comune e tutto ciò che prevede per i prossimi anni\"",
		Right: "titolo = \"Che cosa prevede il piano per il lavoro agile\"",
	},
}
