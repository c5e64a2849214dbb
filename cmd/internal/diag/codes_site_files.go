// SPDX-License-Identifier: EUPL-1.2

package diag

// fileCodes are about the files to take away.
var fileCodes = []Code{
	{
		Name: "file-csv", Group: SiteFiles, Severity: Error,
		Meaning: "Una tabella CSV del sito non è scritta come vogliono le regole dei dati aperti.",
		Reason:  "Un programma che la legge deve trovare UTF-8, una sola intestazione, righe piene e tutte della stessa lunghezza.",
		Source:  "RFC 4180; AgID, linee guida sui dati aperti, allegato B", Link: openRules,
		Wrong: "settore,progetti\\nTributi\\n",
		Right: "settore,progetti\\r\\nTributi,4\\r\\n",
	},
	{
		Name: "file-json", Group: SiteFiles, Severity: Error,
		Meaning: "Un file o un blocco di dati del sito non è JSON.",
		Reason:  "Un programma che lo legge si ferma al primo carattere sbagliato.",
		Source:  "RFC 8259", Link: "https://www.rfc-editor.org/rfc/rfc8259",
		Wrong: "{\"progetti\": 37,}",
		Right: "{\"progetti\": 37}",
	},
	{
		Name: "file-listing", Group: SiteFiles, Severity: Error,
		Meaning: "L'elenco dei file e delle loro impronte non dice il vero, o non dice tutto.",
		Reason:  "Chi scarica il sito lo usa per provare che niente è cambiato.",
		Source:  "D.Lgs. 33/2013, art. 6, comma 1", Link: decree33 + "~art6",
		Wrong: "un file che in SHA256SUMS.txt non c'è",
		Right: "ogni file con la sua impronta in SHA256SUMS.txt e manifest.json",
	},
	{
		Name: "file-picture", Group: SiteFiles, Severity: Error,
		Meaning: "Un disegno SVG del sito contiene codice o stile, o porta fuori dal file.",
		Reason:  "Aperto da solo nel browser farebbe altro che mostrarsi.",
		Source:  "Content Security Policy", Link: cspRules,
		Wrong: "<svg><script>…</script></svg>",
		Right: "<svg><rect fill=\"#0066cc\"/></svg>",
	},
	{
		Name: "file-xml", Group: SiteFiles, Severity: Error,
		Meaning: "Un file XML o un disegno SVG del sito non si può leggere.",
		Reason:  "Un programma che lo legge si ferma al primo errore.",
		Source:  "XML 1.0", Link: "https://www.w3.org/TR/xml/",
		Wrong: "<feed><title>Correzioni</feed>",
		Right: "<feed><title>Correzioni</title></feed>",
	},
}
