// SPDX-License-Identifier: EUPL-1.2

package plan

import "vetro/cmd/internal/passage"

// The least number of people that may be published as a number. Below three
// the words say the number: «meno di 2» people of a group that exists is one.
const (
	minThreshold     = 3
	maxThreshold     = 10
	defaultThreshold = 3
)

var municipalityKeys = TableKeys{Title: "chi pubblica", Keys: []Key{
	{Name: "nome", Kind: KindLine, Required: true, Meaning: "il nome dell’ente, per intero", Example: `"Comune di Esempio"`, Says: passage.Label},
	{Name: "regione", Kind: KindLine, Meaning: "la Regione, come va scritta in cima alle pagine", Example: `"Regione Esempio"`, Says: passage.Label},
	{Name: "motto", Kind: KindLine, Meaning: "una frase breve sotto il nome", Example: `"Una frase breve"`, Says: passage.Label},
	{Name: "confermato", Kind: KindBool, Meaning: "true quando l’ente ha controllato questi dati", Example: `false`, Hidden: true},
	{Name: "fittizio", Kind: KindBool, Meaning: "true per un ente inventato: ogni pagina lo dice", Example: `false`, Hidden: true},
	{Name: "nota", Kind: KindProse, Meaning: "come si conosce il nome", Example: `"Il nome è da confermare."`, Says: passage.Prose},
	{Name: "codice_ipa", Kind: KindCode, Meaning: "il codice di indicepa.gov.it, per esempio c_d150", Example: `"c_x000"`, form: &ipaForm, Pattern: ipaForm.text},
	{Name: "codice_istat", Kind: KindCode, Meaning: "il codice ISTAT, sei cifre", Example: `"000000"`, form: &istatForm, Pattern: istatForm.text},
	{Name: "codice_belfiore", Kind: KindCode, Meaning: "il codice catastale, una lettera e tre cifre", Example: `"X000"`, form: &belfioreForm, Pattern: belfioreForm.text},
	{Name: "codice_fiscale", Kind: KindCode, Meaning: "il codice fiscale dell’ente, undici cifre", Example: `"00000000000"`, form: &taxForm, Pattern: taxForm.text},
	{Name: "indirizzo", Kind: KindLink, Meaning: "dove starà il sito: https://…/", Example: `"https://www.comune.example/lavoro-agile/"`},
	{Name: "stemma", Kind: KindPicture, Meaning: "un file di content/immagini", Example: `"stemma.svg"`},
	{Name: "ufficio_responsabile", Kind: KindLine, Meaning: "l’ufficio che risponde di queste pagine", Example: `"Ufficio Personale"`, Says: passage.Label},
	{Name: "collocazione", Kind: KindTexts, Meaning: "le voci di Amministrazione trasparente, dalla più ampia", Example: `["Altri contenuti", "Dati ulteriori"]`, Says: passage.Label},
	{Name: "soglia_anonimato", Kind: KindInt, Meaning: "sotto quante persone un gruppo si pubblica come «meno di»: da 3, che è il valore di partenza, a 10", Example: `3`,
		Min: minThreshold, Max: maxThreshold, Hidden: true},
	{Name: "contatti", Kind: KindTable, Meaning: "i recapiti dell’ufficio, mai quelli di una persona", Table: &contactKeys},
	{Name: "collegamenti", Kind: KindTable, Meaning: "pagine del sito del Comune, ognuna con https:// davanti", Table: &linkKeys},
}}

var contactKeys = TableKeys{Name: "contatti", Title: "i recapiti dell’ufficio, mai quelli di una persona", Keys: []Key{
	{Name: "indirizzo", Kind: KindLine, Meaning: "via, numero, città", Example: `"Piazza del Comune, Città"`, Says: passage.Label},
	{Name: "telefono", Kind: KindPhone, Meaning: "il centralino", Example: `"0000 000000"`, Says: passage.Label},
	{Name: "email", Kind: KindEmail, Meaning: "la posta elettronica", Example: `"ufficio@comune.example"`, Says: passage.Label},
	{Name: "pec", Kind: KindEmail, Meaning: "la posta elettronica certificata", Example: `"protocollo@pec.comune.example"`, Says: passage.Label},
}}

var linkKeys = TableKeys{Name: "collegamenti", Title: "pagine del sito del Comune, ognuna con https:// davanti", Keys: []Key{
	municipalLink("sito", "la prima pagina"),
	municipalLink("amministrazione_trasparente", "Amministrazione trasparente"),
	municipalLink("privacy", "l’informativa sulla privacy"),
	municipalLink("note_legali", "le note legali"),
	{Name: "accessibilita", Kind: KindLink, Meaning: "la dichiarazione, su https://form.agid.gov.it/", Example: `"https://form.agid.gov.it/view/"`},
	municipalLink("accesso_civico", "l’accesso civico"),
	municipalLink("domande_frequenti", "le domande frequenti"),
	municipalLink("prenotazione", "la prenotazione di un appuntamento"),
	municipalLink("disservizio", "la segnalazione di un disservizio"),
	municipalLink("area_personale", "l’area personale"),
	municipalLink("valutazione", "dove si giudica il sito"),
	municipalLink("correzioni", "dove si segnala un errore in queste pagine"),
	municipalLink("media_policy", "le regole sui social"),
	municipalLink("piano_performance", "Performance › Piano della Performance, dove sta il piano approvato o il PIAO"),
	municipalLink("atti_generali", "Disposizioni generali › Atti generali, dove sta l’atto"),
}}

func municipalLink(name, meaning string) Key {
	return Key{Name: name, Kind: KindLink, Meaning: meaning, Example: `"https://www.comune.example/` + Slug(name) + `/"`}
}
