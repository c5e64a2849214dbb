// SPDX-License-Identifier: EUPL-1.2

package diag

// Where the norms that transparencyCodes cite can be read.
const (
	decree33  = "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2013-03-14;33"
	decree82  = "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2005-03-07;82"
	decree267 = "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267"
	decree80  = "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legge:2021-06-09;80"
	townModel = "https://github.com/italia/design-comuni-docs"
)

// transparencyCodes are about Amministrazione trasparente.
var transparencyCodes = []Code{
	{
		Name: "act-kind-body-mismatch", Group: Transparency, Severity: Error,
		Meaning: "L'atto è di un tipo che l'organo indicato non può adottare.",
		Reason:  "Le deliberazioni sono della Giunta o del Consiglio, le determinazioni dei dirigenti: se tipo e organo non stanno insieme, uno dei due è sbagliato e chi cerca l'atto non lo trova. Un organo che vetro non riconosce non viene giudicato.",
		Source:  "D.Lgs. 267/2000, articoli 42, 48 e 107", Link: decree267 + "~art107",
		Wrong: "tipo = \"determinazione\"\norgano = \"Giunta comunale\"",
		Right: "tipo = \"deliberazione\"\norgano = \"Giunta comunale\"",
	},
	{
		Name: "act-link-not-specific", Group: Transparency, Severity: Warning,
		Meaning: "Il collegamento all'atto porta alla prima pagina di un sito o a una pagina generale.",
		Reason:  "I dati pubblicati devono essere conformi agli originali e dire da dove vengono: chi legge deve arrivare all'atto, non doverlo cercare.",
		Source:  "D.Lgs. 33/2013, art. 6, comma 1", Link: decree33 + "~art6",
		Wrong: "collegamento = \"https://www.comune.esempio.example/\"",
		Right: "collegamento = \"https://www.comune.esempio.example/atti/2022/123/\"",
	},
	{
		Name: "act-number-form", Group: Transparency, Severity: Warning,
		Meaning: "Il numero dell'atto non ha la forma di un numero, o non va d'accordo con la data.",
		Reason:  "Tipo, numero e data sono quello che serve per trovare un atto. Vetro guarda solo la forma: se quel numero esista lo sa il registro del Comune.",
		Source:  "D.Lgs. 33/2013, art. 6, comma 1", Link: decree33 + "~art6",
		Wrong: "numero = \"da definire\"",
		Right: "numero = \"123/2022\"",
	},
	{
		Name: "address-vanished", Group: Transparency, Severity: Error,
		Meaning: "Un indirizzo del sito pubblicato non c'è più in quello nuovo.",
		Reason:  "Quello che è pubblicato resta in rete per almeno cinque anni, e chi ha citato o salvato un indirizzo deve ritrovarlo. Si confrontano pagine, dati aperti e allegati di ogni edizione pubblicata.",
		Source:  "D.Lgs. 33/2013, art. 8, comma 3", Link: decree33 + "~art8",
		Wrong: "id = \"nuovo-nome\"    # prima della pubblicazione era vecchio-nome",
		Right: "id = \"nuovo-nome\"\n\n# in piano.toml\n[[rinomina]]\ntipo = \"progetto\"\nda = \"vecchio-nome\"\na = \"nuovo-nome\"",
	},
	{
		Name: "base-url-host", Group: Transparency, Severity: Warning,
		Meaning: "L'indirizzo del sito non è in https o non sta sotto il dominio di un Comune.",
		Reason:  "Il modello dei siti comunali vuole un dominio della forma comune.<nome>.it e una connessione sicura: così chi legge riconosce l'ente. Vetro guarda la forma, non se il dominio è in un elenco.",
		Source:  "Modello Comuni, criteri C.SI.5.1 e C.SI.5.2", Link: townModel,
		Wrong: "indirizzo = \"http://lavoroagile.example/\"",
		Right: "indirizzo = \"https://www.comune.esempio.example/lavoro-agile/\"",
	},
	{
		Name: "data-stale", Group: Transparency, Severity: Warning,
		Meaning: "I dati di un'edizione in vigore non sono stati aggiornati quando dovevano.",
		Reason:  "I dati pubblicati si tengono aggiornati. Vetro non guarda il calendario, perché gli stessi dati devono dare sempre lo stesso sito: confronta l'ultimo aggiornamento con la data più recente che trova nei dati, secondo la «frequenza» dell'edizione.",
		Source:  "D.Lgs. 33/2013, articoli 6 e 8", Link: decree33 + "~art8",
		Wrong: "frequenza = \"annuale\"\naggiornato = 2022-11-03    # e un'altra edizione è del 2024",
		Right: "frequenza = \"annuale\"\naggiornato = 2024-01-15",
	},
	{
		Name: "draft-published", Group: Transparency, Severity: Error,
		Meaning: "Una bozza ha una data di pubblicazione.",
		Reason:  "Si pubblica quello che un atto ha approvato: una bozza non sta nel sito, quindi non può avere la data da cui decorrono gli obblighi.",
		Wrong:   "stato = \"bozza\"\npubblicato = 2022-11-02",
		Right:   "stato = \"approvato\"\npubblicato = 2022-11-02",
	},
	{
		Name: "implausible-code", Group: Transparency, Severity: Warning,
		Meaning: "Un codice ufficiale ha la forma giusta ma non può essere quello, o non va d'accordo con un altro.",
		Reason:  "Con questi codici altri programmi riconoscono l'ente. Vetro li confronta fra loro; che esistano non lo può verificare senza rete, perché l'indice delle amministrazioni è troppo grande per stare nel programma.",
		Source:  "D.Lgs. 82/2005, art. 6-ter", Link: decree82 + "~art6ter",
		Wrong: "codice_belfiore = \"D150\"\ncodice_ipa = \"c_d151\"",
		Right: "codice_belfiore = \"D150\"\ncodice_ipa = \"c_d150\"",
	},
	{
		Name: "indicator-incomplete", Group: Transparency, Severity: Incomplete,
		Meaning: "A un indicatore manca qualcosa per capire che cosa misura o dove deve arrivare.",
		Reason:  "Un indicatore si può verificare se dice che cosa conta, con quale unità, da quale valore e anno parte o a quale deve arrivare, e se l'obiettivo è un minimo o un massimo. Si chiede solo per l'ultima edizione.",
		Source:  "D.L. 80/2021, art. 6, e DM 132/2022", Link: decree80 + "~art6",
		Wrong: "nome = \"Pratiche concluse\"",
		Right: "nome = \"Pratiche concluse\"\nunita = \"pratiche\"\noperatore = \"almeno\"\nobiettivi = [{ anno = 2023, valore = 400 }]",
	},
	{
		Name: "placement-not-official", Group: Transparency, Severity: Error,
		Meaning: "La collocazione non è una sottosezione di Amministrazione trasparente.",
		Reason:  "Le sottosezioni di primo e secondo livello devono chiamarsi esattamente come nell'allegato alla norma: maiuscole e accenti compresi. Dal terzo livello in giù i nomi li sceglie l'ente.",
		Source:  "D.Lgs. 33/2013, allegato, come aggiornato da ANAC con la delibera 1310/2016", Link: decree33,
		Wrong: "collocazione = [\"Altri contenuti\", \"Dati Ulteriori\"]",
		Right: "collocazione = [\"Altri contenuti\", \"Dati ulteriori\"]",
	},
	{
		Name: "privacy-link-not-https", Group: Transparency, Severity: Error,
		Meaning: "Il collegamento all'informativa sulla privacy non è in https.",
		Reason:  "Il modello dei siti comunali vuole che l'informativa stia a un indirizzo sicuro, e i programmi che controllano i siti lo cercano.",
		Source:  "Modello Comuni, criterio C.SI.3.3", Link: townModel,
		Wrong: "privacy = \"http://www.comune.esempio.example/privacy/\"",
		Right: "privacy = \"https://www.comune.esempio.example/privacy/\"",
	},
	{
		Name: "project-incomplete", Group: Transparency, Severity: Incomplete,
		Meaning: "A un progetto descritto mancano elementi che la norma chiede al piano del lavoro agile.",
		Reason:  "La sezione sul lavoro agile dice quali condizioni lo rendono possibile, quali obiettivi ha, come contribuisce alla performance e con quali indicatori si misura. Si chiede solo per l'ultima edizione, una volta per ogni file.",
		Source:  "D.L. 80/2021, art. 6, e DM 132/2022", Link: decree80 + "~art6",
		Wrong: "[[progetto]]\nid = \"sportello\"\ntitolo = \"Sportello a distanza\"",
		Right: "[[progetto]]\nid = \"sportello\"\ntitolo = \"Sportello a distanza\"\nobiettivi = [\"Rispondere entro due giorni\"]\ncontributo = \"Accorcia i tempi di risposta\"\n[progetto.condizioni]\ntecnologiche = [\"Pratiche in rete\"]\n[[progetto.indicatori]]\nnome = \"Giorni per rispondere\"",
	},
	{
		Name: "publication-date-changed", Group: Transparency, Severity: Error,
		Meaning: "La data della prima pubblicazione non è quella con cui l'edizione è stata pubblicata.",
		Reason:  "La prima pubblicazione è un fatto: da quella data si contano i cinque anni. Le modifiche si dicono con «aggiornato» e con le rettifiche.",
		Source:  "D.Lgs. 33/2013, art. 8, comma 3, e ANAC, delibera 1310/2016", Link: decree33 + "~art8",
		Wrong: "pubblicato = 2023-01-10    # il sito in rete dice 2022-11-02",
		Right: "pubblicato = 2022-11-02\naggiornato = 2023-01-10",
	},
	{
		Name: "removal-before-term", Group: Transparency, Severity: Error,
		Meaning: "Un'edizione pubblicata sparisce dal sito prima della fine del periodo di legge.",
		Reason:  "I documenti restano pubblicati per cinque anni, contati dal primo gennaio dell'anno dopo, e comunque finché l'atto ha effetti: il termine è il 31 dicembre del quinto anno, o più tardi. Vetro lo confronta con la data più recente dei dati, non con il calendario.",
		Source:  "D.Lgs. 33/2013, art. 8, comma 3", Link: decree33 + "~art8",
		Wrong: "data/piani/2022 cancellata mentre il termine è il 31 dicembre 2027",
		Right: "data/piani/2022 resta al suo posto accanto a data/piani/2023",
	},
	{
		Name: "link-to-draft", Group: Transparency, Severity: Error,
		Meaning: "Un collegamento porta da una pagina del sito a un'edizione che è ancora una bozza.",
		Reason:  "Le bozze non sono nel sito: chi segue il collegamento trova una pagina di errore.",
		Wrong:   "[il piano che verrà](/2027/)",
		Right:   "il piano che verrà",
	},
}
