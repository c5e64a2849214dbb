// SPDX-License-Identifier: EUPL-1.2

package tomldoc

// A place says which bytes a syntax error is about, given what the decoder
// says. Its line number is not used: it is one too high at an unclosed header.
type place int

const (
	token    place = iota // the token it gives
	lastChar              // the last character of that token
	after                 // the character after the byte it gives
	atEnd                 // the end of the text of the file
	opening               // the quotes of a text that is not closed
)

// A rule turns one message of the decoder into Italian. In message "$" stands
// for what was found there.
type rule struct {
	prefix  string // of the decoder's message
	place   place
	code    string // "" is toml-syntax
	message string
	hint    string
	inside  bool // may be the fault of a bracket that is not closed: see unclosed
}

const (
	hintManual = "confronta la riga con gli esempi di «vetro help dati»"
	hintText   = `i testi si scrivono tra virgolette dritte: nome = "Comune di Esempio"`
	hintNumber = "i numeri si scrivono con le sole cifre, e il punto per i decimali: 1234 oppure 12.5"
)

// rules is in order: the first whose prefix fits wins.
var rules = []rule{
	{"expected a top-level item to end with a newline", lastChar, "", "dopo il valore la riga deve finire: $", "scrivi una chiave per riga; " + hintText, false},
	{"expected end of table array name delimiter", lastChar, "", "manca la seconda «]» in fondo all'intestazione: $", "scrivila così: [[progetto]]", false},
	{"unexpected end of table name", token, "", "tra le parentesi quadre manca il nome", "scrivilo così: [atto]", false},
	{"unexpected table separator", token, "", "tra le parentesi quadre c'è un punto di troppo", "scrivi il nome così: [atto]", false},
	{"expected '.' or ']' to end table name", lastChar, "", "l'intestazione non è chiusa da «]»: $", "scrivila così: [atto]; nei nomi vanno lettere senza accento, cifre, - e _", false},
	{"unexpected '=': key name appears blank", token, "", "prima di «=» manca la chiave", "scrivila, per esempio: nome = …", true},
	{"unexpected '.': keys cannot start", token, "", "la chiave comincia con un punto", "togli il punto", false},
	{"expected '.' or '=', but got", lastChar, "", "dopo la chiave ci vuole «=»: $", hintText, false},
	{"unexpected '='", token, "", "la chiave prima di «=» non è completa", "togli il punto in fondo alla chiave", false},
	{"unexpected '.'", token, "", "nella chiave ci sono due punti di seguito", "lasciane uno solo", false},
	{"floats must start with a digit", lastChar, "", "davanti al punto del numero manca una cifra", "scrivi 0.5, non .5", false},
	{"unexpected EOF; expected value", atEnd, "", "dopo «=» manca il valore", "scrivi il valore, oppure togli la riga se il campo è facoltativo", true},
	{"unexpected EOF; expected '\"\"\"'", opening, "", "il testo aperto qui con tre virgolette non è chiuso", `chiudilo con altre tre virgolette: """`, false},
	{"unexpected EOF; expected \"'''\"", opening, "", "il testo aperto qui con tre apici non è chiuso", "chiudilo con altri tre apici: '''", false},
	{"unexpected EOF; expected '\"'", opening, "", "il testo aperto qui non è chiuso", `chiudilo con le virgolette dritte: "`, false},
	{"unexpected EOF; expected \"'\"", opening, "", "il testo aperto qui con un apice non è chiuso", "se contiene apostrofi scrivilo tra virgolette: \"l'ufficio\"", false},
	{"unexpected EOF", atEnd, "", "il file finisce prima del previsto", hintManual, false},
	{"strings cannot contain newlines", opening, "", "il testo aperto qui non è chiuso sulla stessa riga", `chiudilo con le virgolette dritte, oppure usa """ se occupa più righe`, false},
	{"unexpected '\"\"\"\"\"\"'", token, "", "ci sono troppe virgolette di seguito", `chiudi il testo con tre virgolette: """`, false},
	{"unexpected \"''''''\"", token, "", "ci sono troppi apici di seguito", "chiudi il testo con tre apici: '''", false},
	{"expected value but found", token, "", "ci vuole un testo tra virgolette, un numero, una data, true o false: $", hintText, true},
	{"unexpected comma", lastChar, "", "c'è una virgola di troppo", "tra una voce e l'altra ci va una virgola sola", false},
	{"expected a comma (',') or array terminator (']'), but got end of file", atEnd, "", "l'elenco non è chiuso da «]»", "metti una virgola dopo ogni voce e «]» in fondo", true},
	{"expected a comma (',') or array terminator", lastChar, "", "tra le voci dell'elenco ci vuole una virgola, e in fondo «]»: $", `scrivilo così: ["prima", "seconda"]`, true},
	{"expected a comma or an inline table terminator '}', but got end of file", atEnd, "", "la tabella tra graffe non è chiusa da «}»", "metti «}» in fondo", true},
	{"expected a comma or an inline table terminator", lastChar, "", "tra le chiavi della tabella ci vuole una virgola, e in fondo «}»: $", `scrivila così: { numero = 12, precisione = "fino a" }`, true},
	{"newlines not allowed within inline tables", token, "", "una tabella tra graffe sta su una riga sola", "riscrivila su una riga", false},
	{"invalid escape", lastChar, "", `dopo la barra rovesciata «\» $, che non forma un segno speciale`, `scrivi due barre (\\), oppure usa la barra dritta: C:/Documenti`, false},
	{"expected two hexadecimal digits", lastChar, "", `dopo «\x» ci vogliono due cifre esadecimali: $`, "scrivi il carattere direttamente, oppure due barre rovesciate", false},
	{"expected four hexadecimal digits", lastChar, "", `dopo «\u» ci vogliono quattro cifre esadecimali: $`, "scrivi il carattere direttamente, oppure due barre rovesciate", false},
	{"expected eight hexadecimal digits", lastChar, "", `dopo «\U» ci vogliono otto cifre esadecimali: $`, `scrivi due barre (\\), oppure usa la barra dritta: C:/Utenti`, false},
	{"Escaped character", token, "", "il numero scritto dopo la barra rovesciata non corrisponde a nessun carattere", "scrivi il carattere direttamente", false},
	{"TOML files cannot contain control characters", after, "", "qui c'è un carattere invisibile che non può stare in un file di dati: $", "cancellalo e riscrivi quel punto", false},
	{"invalid datetime", token, "invalid-date", "la data o l'ora non esiste o non è scritta bene: $", hintDate, false},
	{"expected a digit", lastChar, "", "dopo il segno ci vuole una cifra: $", hintNumber, false},
	{"Invalid integer", token, "", "il numero non è scritto bene: $", hintNumber, false},
	{"Invalid float", token, "", "il numero non è scritto bene: $", hintNumber, false},
	{"invalid float", token, "", "il numero non è scritto bene: $", hintNumber, false},
	{"cannot use sign with non-decimal numbers", token, "", "il numero non è scritto bene: $", hintNumber, false},
	{"not a ", token, "", "il numero non è scritto bene: $", hintNumber, false},
	{"not an ", token, "", "il numero non è scritto bene: $", hintNumber, false},
}
