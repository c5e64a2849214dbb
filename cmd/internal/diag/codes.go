// SPDX-License-Identifier: EUPL-1.2

package diag

// A Code is a stable name for a kind of fault: English, kebab-case, what
// "vetro help codici" lists and machines compare.
type Code struct {
	Name     string
	Severity Severity // the usual one; a Diagnostic says its own
	Meaning  string   // one Italian sentence
}

// Codes lists every code that vetro reports, sorted by name.
var Codes = []Code{
	{"broken-link", Error, "Un collegamento porta a una pagina, a un titolo o a una voce del glossario che nel sito non c'è."},
	{"conflict-copy", Warning, "Il file sembra la copia di un altro, fatta da Windows o da un servizio di sincronizzazione: non viene letta."},
	{"contradiction", Error, "Due dati non possono essere veri insieme."},
	{"control-character", Error, "Un testo contiene caratteri invisibili o, dove ci vuole una riga sola, va a capo."},
	{"curly-quotes", Error, "Al posto delle virgolette dritte ci sono quelle tipografiche, che i programmi di scrittura mettono da soli."},
	{"dangling-link", Error, "Al posto di un file o di una cartella c'è un collegamento che non porta a niente."},
	{"dates-out-of-order", Error, "Una data viene prima di un'altra che dovrebbe precederla."},
	{"departments-exceed-plan", Error, "I settori hanno in tutto più progetti di quanti ne conta il piano."},
	{"described-exceeds-counted", Error, "In un settore sono descritti più progetti di quanti il piano ne conta."},
	{"described-exceeds-plan", Error, "Sono descritti più progetti di quanti ne conta il piano."},
	{"duplicate-chart", Error, "Lo stesso grafico è messo due volte nella stessa pagina."},
	{"duplicate-id", Error, "Lo stesso identificativo è usato due volte, anche solo con maiuscole diverse."},
	{"duplicate-key", Error, "La stessa chiave o la stessa tabella è scritta due volte."},
	{"duplicate-value", Error, "Un valore che deve comparire una volta sola è ripetuto."},
	{"empty-heading", Error, "Un titolo nel testo è vuoto."},
	{"empty-link", Error, "Un collegamento non ha un testo che dica dove porta."},
	{"empty-page", Error, "La pagina è vuota, o sotto l'intestazione non c'è testo."},
	{"empty-value", Error, "Una chiave o una voce di un elenco c'è, ma il suo testo è vuoto."},
	{"fictional", Incomplete, "I dati sono un esempio inventato e non si possono pubblicare."},
	{"file-too-big", Error, "Il file è più grande di quanto un file di dati possa essere."},
	{"hard-to-read", Warning, "Il testo di una pagina è difficile da leggere: l'indice Gulpease è sotto 60."},
	{"heading-level-1", Error, "Nel testo c'è un titolo di primo livello, che è già il titolo della pagina."},
	{"heading-skipped", Error, "Un titolo salta uno o più livelli rispetto a quello prima."},
	{"image-without-alt", Error, "Un'immagine non ha il testo alternativo per chi non la vede."},
	{"invalid-code", Error, "Un codice ufficiale non ha la forma giusta."},
	{"invalid-date", Error, "Una data non esiste o non è scritta come anno-mese-giorno."},
	{"invalid-edition", Error, "Il nome della cartella di un'edizione non è un anno di quattro cifre."},
	{"invalid-image", Error, "Un'immagine non sta in content/immagini, è di un tipo non ammesso o non si riesce a leggere."},
	{"invalid-link", Error, "Un collegamento ha un indirizzo di una forma non ammessa."},
	{"invalid-quantity", Error, "Una quantità non è scritta in uno dei modi previsti, oppure non è possibile."},
	{"invalid-slug", Error, "Un nome che diventa un indirizzo non è fatto solo di lettere minuscole senza accento, cifre e trattini."},
	{"invalid-url", Error, "Un collegamento non è un indirizzo web che comincia con https:// o http://."},
	{"invalid-value", Error, "Il valore è del tipo giusto, ma non è tra quelli ammessi."},
	{"is-a-folder", Error, "Dove ci vuole un file c'è una cartella con lo stesso nome."},
	{"malformed-binding", Error, "Le doppie graffe di una cifra non sono scritte bene o stanno dove non possono stare."},
	{"misplaced-file", Error, "Un file o una cartella non sta nel posto giusto, o il suo nome non finisce come deve."},
	{"missing-file", Error, "Manca un file di cui il sito ha bisogno."},
	{"missing-front-matter", Error, "La pagina non comincia con l'intestazione tra due righe «+++»."},
	{"missing-image", Error, "Il file di un'immagine non c'è in content/immagini."},
	{"missing-key", Error, "In una tabella manca una chiave obbligatoria."},
	{"no-data", Error, "Nella cartella manca data/, quindi non è un progetto di vetro."},
	{"no-editions", Error, "In data/piani non c'è nessuna edizione del piano."},
	{"not-a-folder", Error, "Dove ci vuole una cartella c'è un file con lo stesso nome."},
	{"not-utf8", Error, "Il file non è un testo in UTF-8: va salvato di nuovo scegliendo quella codifica."},
	{"nul-byte", Error, "Nel testo c'è un carattere nullo, segno che il file può essere rovinato."},
	{"raw-html", Error, "In una pagina c'è codice HTML, che non viene mai pubblicato."},
	{"reserved-name", Error, "Un nome è già usato dal programma per una sua pagina."},
	{"summary-too-long", Warning, "Un sommario o una sintesi ha più di 150 caratteri: negli elenchi e nei motori di ricerca non ci sta."},
	{"symlink-escapes", Error, "Un collegamento porta fuori dalla cartella del progetto, e vetro non lo segue."},
	{"table-without-caption", Error, "Prima di una tabella manca la riga «Tabella: …» che dice che cosa contiene."},
	{"title-too-long", Warning, "Un titolo ha più di 65 caratteri: nella scheda del browser e nei motori di ricerca non ci sta."},
	{"to-complete", Incomplete, "Manca un dato che serve prima di pubblicare."},
	{"to-confirm", Incomplete, "Un dato c'è, ma nessuno lo ha ancora confermato."},
	{"to-describe", Incomplete, "Il piano conta progetti che non sono ancora descritti."},
	{"to-verify", Incomplete, "Vale una scelta proposta dal programma, che l'ente deve verificare."},
	{"toml-syntax", Error, "La riga non rispetta la scrittura TOML."},
	{"too-deep", Error, "Parentesi o nomi con il punto sono annidati troppe volte."},
	{"too-many-faults", Error, "Il file ha troppi errori: sono elencati solo i primi."},
	{"unclosed-front-matter", Error, "L'intestazione della pagina si apre con «+++» ma non si chiude."},
	{"unexpected-file", Warning, "Nella cartella dei dati c'è un file o una cartella che vetro non legge."},
	{"unknown-chart", Error, "Il grafico chiesto da una pagina non esiste in quell'edizione."},
	{"unknown-edition", Error, "Una cartella di pagine ha il nome di un'edizione che nei dati non c'è."},
	{"unknown-figure", Error, "Il nome tra doppie graffe non è quello di una cifra dell'edizione."},
	{"unknown-key", Error, "Una chiave non è tra quelle previste in quel punto."},
	{"unknown-source", Error, "Una fonte citata non è elencata in data/fonti.toml."},
	{"unknown-value", Error, "Una parola non è tra quelle ammesse in quel punto."},
	{"unreadable", Error, "Il file c'è, ma non si riesce a leggerlo."},
	{"unsafe-image", Error, "Un'immagine SVG contiene codice o porta fuori dal file: aperta nel browser farebbe altro che mostrarsi."},
	{"wrong-type", Error, "Il valore è di un tipo diverso da quello previsto, per esempio un testo dove ci vuole un numero."},
}

// Lookup returns the code of that name.
func Lookup(name string) (Code, bool) {
	for _, c := range Codes {
		if c.Name == name {
			return c, true
		}
	}
	return Code{}, false
}
