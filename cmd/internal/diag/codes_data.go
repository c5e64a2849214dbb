// SPDX-License-Identifier: EUPL-1.2

package diag

const (
	transparencyLink = "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2013-03-14;33"
	qualitySource    = "D.Lgs. 33/2013, art. 6: le informazioni pubblicate sono complete, aggiornate, conformi agli originali"
)

// dataCodes are about the plan itself.
var dataCodes = []Code{
	{
		Name: "contradiction", Group: Data, Severity: Error,
		Meaning: "Due dati non possono essere veri insieme.",
		Reason:  "Chi legge non può sapere quale dei due è giusto, e il sito non sceglie al posto dell'ente.",
		Source:  qualitySource, Link: transparencyLink,
		Wrong: "[atto]\ntipo = \"da verificare\"\nconfermato = true",
		Right: "[atto]\ntipo = \"deliberazione\"\nconfermato = true",
	},
	{
		Name: "dates-out-of-order", Group: Data, Severity: Error,
		Meaning: "Una data viene prima di un'altra che dovrebbe precederla.",
		Reason:  "Un piano si pubblica dopo l'atto che lo approva e si aggiorna dopo la pubblicazione: una data fuori ordine è quasi sempre un errore di battitura.",
		Source:  qualitySource, Link: transparencyLink,
		Wrong: "inizio = \"2022-09\"\nfine = \"2022-03\"",
		Right: "inizio = \"2022-03\"\nfine = \"2022-09\"",
	},
	{
		Name: "departments-exceed-plan", Group: Data, Severity: Error,
		Meaning: "I settori hanno in tutto più progetti di quanti ne conta il piano.",
		Reason:  "Il conto dei progetti, settore per settore, deve tornare con il totale: è la prima cosa che un cittadino può controllare.",
		Source:  qualitySource, Link: transparencyLink,
		Wrong: "progetti_nel_piano = 10     # piano.toml\nprogetti_nel_piano = 12     # settori/tributi.toml",
		Right: "progetti_nel_piano = 37     # piano.toml\nprogetti_nel_piano = 12     # settori/tributi.toml",
	},
	{
		Name: "described-exceeds-counted", Group: Data, Severity: Error,
		Meaning: "In un settore sono descritti più progetti di quanti il piano ne conta.",
		Reason:  "O il numero è sbagliato, o un progetto è nel file del settore sbagliato.",
		Source:  qualitySource, Link: transparencyLink,
		Wrong: "progetti_nel_piano = 1      # e due [[progetto]]",
		Right: "progetti_nel_piano = 2      # e due [[progetto]]",
	},
	{
		Name: "described-exceeds-plan", Group: Data, Severity: Error,
		Meaning: "Sono descritti più progetti di quanti ne conta il piano.",
		Reason:  "O il numero del piano è sbagliato, o c'è un progetto che non ne fa parte.",
		Source:  qualitySource, Link: transparencyLink,
		Wrong: "progetti_nel_piano = 36     # e trentasette [[progetto]]",
		Right: "progetti_nel_piano = 37     # e trentasette [[progetto]]",
	},
	{
		Name: "duplicate-id", Group: Data, Severity: Error,
		Meaning: "Lo stesso identificativo è usato due volte, anche solo con maiuscole diverse.",
		Reason:  "L'identificativo è nell'indirizzo della pagina, e due pagine non possono avere lo stesso. Su Windows «Musei» e «musei» sono un file solo.",
		Wrong:   "[[progetto]]\nid = \"protocollo\"\n[[progetto]]\nid = \"protocollo\"",
		Right:   "[[progetto]]\nid = \"protocollo\"\n[[progetto]]\nid = \"archivio\"",
	},
	{
		Name: "duplicate-value", Group: Data, Severity: Error,
		Meaning: "Un valore che deve comparire una volta sola è ripetuto.",
		Reason:  "Due righe con lo stesso nome si sommerebbero o si coprirebbero a vicenda: in una tabella non si saprebbe quale leggere.",
		Wrong:   "obiettivi = [{ anno = 2022, valore = 10 }, { anno = 2022, valore = 12 }]",
		Right:   "obiettivi = [{ anno = 2022, valore = 10 }, { anno = 2023, valore = 12 }]",
	},
	{
		Name: "invalid-code", Group: Data, Severity: Error,
		Meaning: "Un codice ufficiale non ha la forma giusta.",
		Reason:  "I cataloghi di dati aperti riconoscono l'ente dai suoi codici: uno sbagliato porta a un altro ente o a nessuno. Al posto del codice dell'ente può essere finito quello di una persona.",
		Wrong:   "codice_istat = \"19036\"",
		Right:   "codice_istat = \"019036\"",
	},
	{
		Name: "invalid-edition", Group: Data, Severity: Error,
		Meaning: "Il nome della cartella di un'edizione non è un anno di quattro cifre.",
		Reason:  "L'anno è nell'indirizzo di tutte le pagine dell'edizione. Una copia di lavoro lasciata accanto all'originale verrebbe pubblicata.",
		Wrong:   "data/piani/2022-copia/piano.toml",
		Right:   "data/piani/2022/piano.toml",
	},
	{
		Name: "invalid-file-name", Group: Data, Severity: Error,
		Meaning: "Il nome di un allegato non può stare in un indirizzo, oppure il tipo di file non si può pubblicare.",
		Reason:  "Il nome diventa parte di un indirizzo che deve funzionare su ogni server e ogni disco, e l'estensione decide con che programma si apre il documento. Un archivio nasconde quello che contiene.",
		Wrong:   "file = \"Relazione finale à 2022.zip\"",
		Right:   "file = \"relazione-finale-2022.pdf\"",
	},
	{
		Name: "invalid-quantity", Group: Data, Severity: Error,
		Meaning: "Una quantità non è scritta in uno dei modi previsti, oppure non è possibile.",
		Reason:  "Una quantità è un numero, un numero con la sua precisione, oppure le parole della fonte. Così il sito non fa sembrare esatto quello che non lo è.",
		Source:  qualitySource, Link: transparencyLink,
		Wrong: "dipendenti = \"circa 40\"",
		Right: "dipendenti = { numero = 40, precisione = \"circa\" }",
	},
	{
		Name: "invalid-rename", Group: Data, Severity: Error,
		Meaning: "Una rinomina non porta da un nome che non c'è più a uno che c'è.",
		Reason:  "Chi ha salvato o citato il vecchio indirizzo deve arrivare alla pagina di adesso, in un passo solo. Se il vecchio nome è ancora in uso, o il nuovo non c'è, non ci arriva.",
		Wrong:   "[[rinomina]]\ntipo = \"progetto\"\nda = \"protocollo\"          # un progetto che c'è ancora\na = \"archivio\"",
		Right:   "[[rinomina]]\ntipo = \"progetto\"\nda = \"vecchio-protocollo\"\na = \"protocollo\"",
	},
	{
		Name: "invalid-slug", Group: Data, Severity: Error,
		Meaning: "Un nome che diventa un indirizzo non è fatto solo di lettere minuscole senza accento, cifre e trattini.",
		Reason:  "L'indirizzo si detta al telefono, si stampa e si copia tra computer diversi: spazi, accenti e maiuscole lo rompono.",
		Wrong:   "id = \"Attività estive\"",
		Right:   "id = \"attivita-estive\"",
	},
	{
		Name: "invalid-url", Group: Data, Severity: Error,
		Meaning: "Un collegamento non è un indirizzo web che comincia con https:// o http://.",
		Reason:  "Un indirizzo scritto a metà non porta da nessuna parte, e uno di altro tipo può far partire qualcosa nel computer di chi legge.",
		Wrong:   "privacy = \"www.comune.example/privacy\"",
		Right:   "privacy = \"https://www.comune.example/privacy\"",
	},
	{
		Name: "no-editions", Group: Data, Severity: Error,
		Meaning: "In data/piani non c'è nessuna edizione del piano.",
		Reason:  "Senza un'edizione non c'è un piano da mostrare: basta una cartella con il nome dell'anno e, dentro, piano.toml.",
		Wrong:   "data/piani/piano.toml",
		Right:   "data/piani/2022/piano.toml",
	},
	{
		Name: "reserved-name", Group: Data, Severity: Error,
		Meaning: "Un nome è già usato dal programma per una sua pagina.",
		Reason:  "Due pagine non possono avere lo stesso indirizzo, e alcuni nomi Windows li tiene per sé.",
		Wrong:   "data/piani/2022/settori/progetti.toml",
		Right:   "data/piani/2022/settori/progetti-europei.toml",
	},
	{
		Name: "thousands-point", Group: Data, Severity: Warning,
		Meaning: "Un numero ha un punto e tre cifre: può essere un migliaio scritto all'italiana.",
		Reason:  "In un file di dati il punto separa i decimali: 12.500 vale dodici e mezzo, e la pagina direbbe 12,5 invece di dodicimilacinquecento.",
		Source:  qualitySource, Link: transparencyLink,
		Wrong: "valore = 12.500",
		Right: "valore = 12500      # oppure 12.50, se sono decimali",
	},
	{
		Name: "unknown-department", Group: Data, Severity: Error,
		Meaning: "Un settore dice di nascere da uno che nell'edizione prima non c'è.",
		Reason:  "Da qui il sito racconta che cosa è cambiato tra due edizioni: con un nome sbagliato un settore sembrerebbe nuovo, e un altro chiuso.",
		Wrong:   "nasce_da = [\"Cultura e turismo\"]",
		Right:   "nasce_da = [\"cultura\"]          # il nome del file, senza .toml",
	},
	{
		Name: "unknown-project", Group: Data, Severity: Error,
		Meaning: "Una rettifica riguarda un progetto che nell'edizione non c'è.",
		Reason:  "La correzione si legge anche nella pagina del progetto che riguarda: con un nome sbagliato non si leggerebbe da nessuna parte.",
		Wrong:   "[[rettifica]]\nprogetto = \"protocolo\"",
		Right:   "[[rettifica]]\nprogetto = \"protocollo\"",
	},
	{
		Name: "unknown-source", Group: Data, Severity: Error,
		Meaning: "Una fonte citata non è elencata in data/fonti.toml.",
		Reason:  "Ogni cifra del sito porta al documento da cui viene: senza la fonte nessuno la può controllare.",
		Source:  qualitySource, Link: transparencyLink,
		Wrong: "fonte = \"delibera\"            # in fonti.toml c'è solo «articolo»",
		Right: "fonte = \"articolo\"",
	},
	{
		Name: "unsafe-image", Group: Data, Severity: Error,
		Meaning: "Un'immagine SVG contiene codice o porta fuori dal file: aperta nel browser farebbe altro che mostrarsi.",
		Reason:  "Un SVG è un documento che può eseguire codice nel computer di chi lo apre, con il nome e la fiducia del sito del Comune.",
		Wrong:   "<svg onload=\"…\">",
		Right:   "lo stesso disegno salvato come «SVG semplice», oppure un PNG",
	},
}
