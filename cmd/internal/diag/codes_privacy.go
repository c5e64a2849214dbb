// SPDX-License-Identifier: EUPL-1.2

package diag

// Where the norms that privacyCodes cite can be read.
const (
	decree196      = "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2003-06-30;196"
	act4           = "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:2004-01-09;4"
	gdpr           = "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
	garante        = "https://www.garanteprivacy.it/home/docweb/-/docweb-display/docweb/3134436"
	notPertinent   = "D.Lgs. 33/2013, art. 7-bis, comma 4; Garante privacy, linee guida del 15 maggio 2014, n. 243"
	leastNecessary = "Regolamento (UE) 2016/679, art. 5, par. 1, lett. c"
)

// privacyCodes are about personal data, and about the documents that carry them.
var privacyCodes = []Code{
	{
		Name: "attachment-not-accessible", Group: Privacy, Severity: Warning,
		Meaning: "Un documento allegato non si può leggere con uno screen reader e non c'è una pagina che dica lo stesso.",
		Reason:  "Un PDF senza struttura, una scansione o una fotografia sono muti per chi non vede: ci vuole un documento accessibile, oppure una pagina con lo stesso contenuto. Nei PDF vetro guarda se la struttura c'è, non se è fatta bene.",
		Source:  "Legge 9 gennaio 2004, n. 4; EN 301 549, capitolo 10", Link: act4,
		Wrong: "[[allegato]]\nfile = \"relazione-scansionata.pdf\"\ntitolo = \"Relazione\"",
		Right: "[[allegato]]\nfile = \"relazione-scansionata.pdf\"\ntitolo = \"Relazione\"\nalternativa = \"/2022/relazione/\"",
	},
	{
		Name: "attachment-type-mismatch", Group: Privacy, Severity: Error,
		Meaning: "Il contenuto di un documento allegato non è del tipo che il suo nome annuncia.",
		Reason:  "Chi lo scarica non riesce ad aprirlo, oppure apre qualcosa di diverso da quello che si aspetta. Il tipo si riconosce dal contenuto.",
		Wrong:   "delibera.pdf, che dentro è un documento Word",
		Right:   "delibera.docx, oppure il PDF vero",
	},
	{
		Name: "attachment-unreadable", Group: Privacy, Severity: Warning,
		Meaning: "Un documento allegato non si riesce a leggere fino in fondo.",
		Reason:  "Se è rovinato o protetto, neppure chi lo scarica può usarlo, e vetro non può vedere se contiene dati personali. Dei PDF vetro legge le proprietà, non il testo. Se è annunciato e non è un file, per esempio è una cartella, è un errore.",
		Source:  "D.Lgs. 33/2013, art. 6, comma 1: facile accessibilità e riutilizzabilità", Link: decree33 + "~art6",
		Wrong: "un PDF protetto da password",
		Right: "lo stesso PDF senza protezione",
	},
	{
		Name: "attachment-with-code", Group: Privacy, Severity: Error,
		Meaning: "Un documento allegato, o lo stemma, fa altro che mostrarsi: avvia codice, carica altri file, porta altrove.",
		Reason:  "Dal sito del Comune partirebbe codice che il Comune non ha scritto, o una richiesta ad altri siti. Un'immagine SVG e un XML possono contenere solo ciò che serve a mostrarli: niente dichiarazioni, istruzioni, eventi, indirizzi che escono dal file. Una pagina HTML non si allega, neppure con un altro nome.",
		Wrong:   "modulo.xlsx con una macro",
		Right:   "lo stesso foglio salvato senza macro",
	},
	{
		Name: "author-metadata", Group: Privacy, Severity: Error,
		Meaning: "Nelle proprietà di un documento o di un'immagine c'è il nome di una persona.",
		Reason:  "I programmi scrivono da soli chi ha creato o modificato un file, e quel nome si pubblica insieme al file: non serve a chi legge. Restano anche i nomi delle revisioni precedenti di un PDF. Il nome di un ufficio va bene.",
		Source:  leastNecessary, Link: gdpr,
		Wrong: "un PDF con «Autore: Maria Rossi»",
		Right: "lo stesso PDF con «Autore: Comune di Esempio»",
	},
	{
		Name: "birth-date", Group: Privacy, Severity: Warning,
		Meaning: "C'è la data di nascita di una persona.",
		Reason:  "Per conoscere un piano di lavoro non serve sapere quando sono nate le persone. L'età da sola («di 43 anni») non viene segnalata.",
		Source:  notPertinent, Link: garante,
		Wrong: "Il referente, nato a Esempio il 10/12/1985, cura il progetto.",
		Right: "Il referente dell'ufficio cura il progetto.",
	},
	{
		Name: "health-word", Group: Privacy, Severity: Warning,
		Meaning: "Parole sulla salute o sulla famiglia stanno accanto a persone che si possono riconoscere.",
		Reason:  "I dati sulla salute non si possono diffondere. In un piano di lavoro agile si rischia di farlo, perché malattia, disabilità e cura dei figli danno la precedenza: «una dipendente in maternità» di un ufficio piccolo è qualcuno.",
		Source:  "D.Lgs. 33/2013, art. 26, comma 4; D.Lgs. 196/2003, art. 2-septies, comma 8", Link: decree196 + "~art2septies",
		Wrong: "Al progetto partecipano due dipendenti con la L. 104.",
		Right: "La precedenza va a chi ne ha diritto per legge.",
	},
	{
		Name: "home-address", Group: Privacy, Severity: Warning,
		Meaning: "C'è l'indirizzo di casa di una persona.",
		Reason:  "Dove abita chi lavora in Comune non riguarda il piano. Vetro guarda le vie vicino al nome di una persona o a parole come «abita»; non quelle di un cantiere o di un varco. L'indirizzo di una sede, di un ufficio o di una scuola va bene, se accanto c'è scritto che cos'è.",
		Source:  notPertinent, Link: garante,
		Wrong: "La coordinatrice, che abita in via Verdi 3, lavora da casa.",
		Right: "La coordinatrice lavora da casa.",
	},
	{
		Name: "image-position", Group: Privacy, Severity: Error,
		Meaning: "Un'immagine dice il punto in cui è stata scattata.",
		Reason:  "I telefoni scrivono le coordinate dentro le fotografie: chi le scarica può sapere dov'era, o dove abita, chi le ha fatte.",
		Source:  leastNecessary, Link: gdpr,
		Wrong: "una fotografia con latitudine e longitudine",
		Right: "la stessa fotografia senza posizione",
	},
	{
		Name: "missing-attachment", Group: Privacy, Severity: Error,
		Meaning: "Un documento annunciato nei dati non c'è tra gli allegati dell'edizione.",
		Reason:  "Nella pagina ci sarebbe un collegamento a un file che non esiste. Anche maiuscole e minuscole contano.",
		Wrong:   "file = \"delibera.pdf\", ma in content/2022/allegati c'è Delibera.PDF",
		Right:   "file = \"Delibera.PDF\"",
	},
	{
		Name: "mobile-number", Group: Privacy, Severity: Warning,
		Meaning: "C'è un numero di cellulare, o il telefono di una casa.",
		Reason:  "Un cellulare di solito è di una persona. Per farsi chiamare, un ufficio dà il numero fisso o il centralino.",
		Source:  notPertinent, Link: garante,
		Wrong: "Per informazioni: 333 1234567",
		Right: "Per informazioni: 0000 000000, ufficio personale",
	},
	{
		Name: "personal-iban", Group: Privacy, Severity: Error,
		Meaning: "C'è un codice IBAN, cioè un conto in banca.",
		Reason:  "Le coordinate bancarie di una persona non si pubblicano, e nel piano non servono. Il conto della tesoreria, su cui l'ente si fa pagare, è pubblico per legge: se accanto c'è scritto che cos'è, vetro lo lascia.",
		Source:  notPertinent, Link: garante,
		Wrong: "Il rimborso va sul conto IT60 X054 2811 1010 0000 0123 456",
		Right: "Il rimborso va sul conto indicato nella domanda",
	},
	{
		Name: "personal-tax-code", Group: Privacy, Severity: Error,
		Meaning: "C'è il codice fiscale di una persona.",
		Reason:  "Il codice fiscale dice chi è una persona e quando e dove è nata. Sta anche nei nomi dei file e nei certificati delle firme digitali: di un atto firmato si pubblica la copia senza firma. Quello dell'ente, di undici cifre, va bene.",
		Source:  notPertinent, Link: garante,
		Wrong: "Referente: Mario Rossi, RSSMRA85T10A562S",
		Right: "Referente: ufficio personale",
	},
	{
		Name: "private-email", Group: Privacy, Severity: Warning,
		Meaning: "C'è un indirizzo di posta elettronica di un servizio per privati.",
		Reason:  "Un indirizzo di questi di solito è di una persona. Per farsi scrivere, un ufficio dà il suo, che finisce con il nome dell'ente.",
		Source:  notPertinent, Link: garante,
		Wrong: "mario.rossi@gmail.com",
		Right: "personale@comune.esempio.example",
	},
	{
		Name: "small-group", Group: Privacy, Severity: Warning,
		Meaning: "Una tabella scritta a mano dice quanti sono in un gruppo molto piccolo.",
		Reason:  "Di un gruppo di una o due persone chi le conosce sa subito chi sono. Nei dati vetro le nasconde da solo; in una tabella di una pagina deve farlo chi scrive.",
		Source:  notPertinent, Link: garante,
		Wrong: "| Anagrafe | 1 |",
		Right: "| Anagrafe | meno di 3 |",
	},
	{
		Name: "small-indicator", Group: Privacy, Severity: Warning,
		Meaning: "Un indicatore conta le persone e il suo valore è così piccolo che può indicare chi sono.",
		Reason:  "In un ufficio di poche persone, dire che una sola ha fatto una cosa è quasi come dirne il nome. Il valore di un indicatore non si nasconde da solo, come invece succede ai gruppi di dipendenti.",
		Source:  notPertinent, Link: garante,
		Wrong: "unita = \"dipendenti\"\nrisultati = [{ anno = 2023, valore = 1 }]",
		Right: "unita = \"%\"\nrisultati = [{ anno = 2023, valore = 12.5 }]",
	},
	{
		Name: "staff-name", Group: Privacy, Severity: Warning,
		Meaning: "C'è il nome di chi lavora in Comune, accanto al suo ruolo, a un titolo, a una firma o in una colonna di nomi.",
		Reason:  "Per leggere il piano basta l'ufficio o il ruolo. I nomi di chi guida o rappresenta l'ente, di chi è responsabile di un procedimento, della trasparenza o dei dati sono invece pubblici per legge, e vetro li lascia.",
		Source:  "D.Lgs. 33/2013, art. 7-bis, comma 4", Link: decree33 + "~art7bis",
		Wrong: "Referente: Giovanni Bellini, istruttore",
		Right: "Referente: ufficio personale",
	},
	{
		Name: "staff-number", Group: Privacy, Severity: Warning,
		Meaning: "C'è il numero di matricola di una persona.",
		Reason:  "Chi lavora nello stesso ente sa di chi è. Il Garante ha sanzionato chi lo ha pubblicato al posto del nome.",
		Source:  notPertinent, Link: garante,
		Wrong: "Dipendente matricola 4521",
		Right: "Una persona dell'ufficio",
	},
	{
		Name: "union-membership", Group: Privacy, Severity: Warning,
		Meaning: "Si capisce che una persona è iscritta a un sindacato.",
		Reason:  "È un dato particolare: non si pubblica senza una base di legge. I nomi dei sindacati che firmano un accordo vanno bene.",
		Source:  "Regolamento (UE) 2016/679, art. 9", Link: gdpr,
		Wrong: "La funzionaria iscritta alla CGIL",
		Right: "La funzionaria",
	},
	{
		Name: "unlisted-attachment", Group: Privacy, Severity: Warning,
		Meaning: "Tra gli allegati di un'edizione c'è un file che nessuno ha annunciato.",
		Reason:  "Senza un titolo nei dati il documento non compare da nessuna parte: forse manca un blocco [[allegato]], forse è lì per sbaglio.",
		Wrong:   "content/2022/allegati/bozza-interna.pdf, che piano.toml non nomina",
		Right:   "[[allegato]]\nfile = \"relazione.pdf\"\ntitolo = \"La relazione del 2022\"",
	},
}
