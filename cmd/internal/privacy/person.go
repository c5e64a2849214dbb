// SPDX-License-Identifier: EUPL-1.2

package privacy

import "strings"

// firstNames are common enough among people who live in Italy to tell a person
// by the name and the surname. What is none of them is told by its shape and by
// what stands beside it.
var firstNames = set(`maria anna giuseppe mario luca marco paolo giovanni francesca francesco antonio antonella laura elena sara chiara giulia
	paola roberto roberta stefano stefania andrea alessandro alessandra davide daniela daniele cristina claudia claudio giorgio giorgia
	luigi carlo carla franco franca silvia simona simone matteo federica federico michele michela valentina valeria vincenzo barbara
	monica patrizia angela angelo rosa rita lucia teresa giovanna giuseppina massimo maurizio fabio fabrizio enrico emanuela manuela
	sabrina serena elisa elisabetta martina ilaria lorenzo riccardo pietro salvatore nicola tommaso domenico sergio bruno bruna grazia
	donatella loredana raffaella raffaele tiziana nadia sonia ornella gabriella gabriele filippo giacomo alberto aldo renato silvana
	ettore gianni gianluca gianfranco giancarlo gianpaolo pierluigi pierangelo piero mauro walter ivan ivano igor oscar omar ugo guido
	dario diego edoardo ernesto emilio eugenio felice gino giulio leonardo livio luciano marcello mirko mirco nino orazio ottavia ottavio
	pasquale rocco romano rosario saverio sebastiano tullio umberto valerio vittorio alice arianna aurora beatrice bianca camilla carmela
	caterina cecilia cinzia clara concetta cosimo debora deborah diana elvira emma erica erika eva fiorella gaia gemma giada ginevra gloria
	ida irene isabella letizia lidia liliana linda lisa livia lorena lorella luana luisa maddalena mara margherita marianna marina marisa
	marta matilde melissa mirella miriam natalia nicoletta noemi nora paolina piera pina rebecca romina rossana rossella samantha samuele
	sofia susanna tamara tatiana tina vanessa vera veronica viola virginia vittoria viviana wanda ahmed ali amina fatima hassan ibrahim
	mohamed mohammed muhammad mustafa youssef khadija samir karim abdul aziz singh kaur gurpreet amandeep oksana svetlana irina olga
	natasha tetyana iryna oleksandr ionut adrian mihai alexandru nicoleta florin gheorghe dumitru vasile ioana elena xin wei chen li john
	michael peter robert thomas mary joy grace blessing emmanuel joseph jose juan carlos luis pedro ana carmen`)

// offWords are words that begin with a capital in what a municipality writes and
// are no part of anybody's name.
var offWords = set(`giunta consiglio comune provincia regione stato italia repubblica ministero dipartimento funzione pubblica pubblico pubblici
	pubbliche amministrazione amministrativo amministrativa amministrativi contabile direttivo direttiva tecnico tecnica informatico
	informatica informatici culturale educativo educativa sociale sociali politiche servizi risorse umane personale bilancio ragioneria
	tributi entrate patrimonio urbanistica edilizia lavori ambiente mobilità cultura sport turismo istruzione primaria demografici
	elettorale generale gabinetto avvocatura contratti gare appalti sistemi informativi digitale transizione innovazione comunicazione
	stampa relazioni commercio attività produttive smart working lavoro agile teaching piano progetto area unità organizzativa posizione
	elevata qualificazione categoria livello nazionale regionale provinciale europeo europea unione trasparente deliberazione delibera
	determinazione determina decreto legge legislativo codice regolamento articolo allegato allegati tabella figura grafico pagina anno
	locale civile protezione vigilanza nuovo nuova primo prima secondo seconda terzo terza dati open data excel word windows spid pnrr piao
	pola dpo rup nord sud est ovest città paese esempio prova cremona milano roma lombardia brescia mantova torino bologna firenze napoli
	lunedì martedì mercoledì giovedì venerdì sabato domenica natale pasqua si no non la il lo le gli un una i l e nel nella per con da dal
	dalla al alla del della dei degli delle di referente responsabile nome cognome totale vacante nessuno nessuna tutti tutte turno`)

// endings are those of words, hardly of names.
var endings = []string{"zione", "zioni", "mento", "menti", "istica", "istico", "tivo", "tiva", "tivi", "tive", "tura", "ture", "tà", "ità", "enza", "enze", "bile", "bili", "ismo"}

// roles are those who work in a municipality, one at a time, besides staff.
var roles = set(`responsabile referente addetto addetta capo capoufficio capoarea tecnico tecnica archivista geometra ragioniera ragioniere
	vigile messo segretaria psicologa psicologo pedagogista cuoca cuoco bidella bidello collaboratore collaboratrice titolare
	compilatore compilatrice estensore estensora incaricato incaricata delegato delegata sostituto sostituta tutor istruttore istruttrice
	bibliotecario bibliotecaria programmatore programmatrice ausiliario ausiliaria cantoniere stradino necroforo`)

// publicRoles are those whose names the law has published: organs of the ente,
// dirigenti (D.Lgs. 33/2013, art. 13-15), the responsible for a procedure (L.
// 241/1990, art. 5), for transparency and for the protection of data.
var publicRoles = set(`sindaco sindaca vicesindaco vicesindaca assessore assessora assessori assessorato consigliere consigliera consiglieri
	presidente presidentessa vicepresidente ministro ministra onorevole senatore senatrice deputato deputata prefetto questore
	commissario commissaria vescovo don papa dirigente dirigenti direttore direttrice difensore difensora garante rpct rpd dpo rup
	procedimento anticorruzione corruzione trasparenza prevenzione oiv autore autrice poeta poetessa scrittore scrittrice artista pittore
	pittrice architetto compositore musicista santo santa beato`)

// particles may stand inside a name.
var particles = set(`di de del della dello dei degli d da dal dalla lo la li van von el al ben bin`)

// A person is the words from first to last that tell one person.
type person struct {
	first, last int
	named       bool // by name; else by what they do
	known       bool // the first name is a common one
	alone       bool // a first name without a surname
}

// things are first names that are words too.
var things = set(`bianca viola vera gloria grazia rosa natale pasqua vittoria aurora gaia joy grace blessing felice franco franca clara bruno bruna
	emma pia sole alba luce stella italia costanza romano rocco fiore oscar igor duo ali ana leonardo raffaello michelangelo dante li chen wei`)

// persons returns who is told apart in the text: by a name and a surname, or as
// the one who does some work.
func (w *wording) persons() (all []person) {
	for i := 0; i < len(w.words); i++ {
		if last, known := w.fullName(i); last > 0 {
			all = append(all, person{first: i, last: last, named: true, known: known})
			i = last
		} else if w.firstNameAlone(i) {
			all = append(all, person{first: i, last: i, named: true, known: true, alone: true})
		} else if last := w.oneWho(i); last > 0 {
			all = append(all, person{first: i, last: last, known: true})
		}
	}
	return all
}

// fullName returns the last word of the name that begins at word i, 0 when none
// does; known tells whether a common first name is in it.
func (w *wording) fullName(i int) (last int, known bool) {
	if !w.inName(i) || i > 0 && !w.stops(i-1) && (dedicated[w.low(i-1)] || streets[w.low(i-1)] || w.gap(i-1) == " " && w.capital(i-1) && len(w.low(i-1)) > 1 && !titles[w.low(i-1)] && !staff[w.low(i-1)] && !roles[w.low(i-1)] && !publicRoles[w.low(i-1)] && !alone[w.low(i-1)] && !owning[w.low(i-1)]) {
		return 0, false
	}
	n := 1
	known = firstNames[w.low(i)]
	last = i
	for k := i + 1; k <= i+5 && k < len(w.words) && nameGap(w.gap(k-1)); k++ {
		switch {
		case w.inName(k):
			n++
			known = known || firstNames[w.low(k)]
			last = k
		case particles[w.low(k)] && w.inName(k+1) && nameGap(w.gap(k)):
		default:
			k = len(w.words)
		}
	}
	if n < 2 || n > 4 {
		return 0, false
	}
	return last, known
}

// firstNameAlone reports whether word i is a first name, used as one: "Anna usa i
// permessi".
func (w *wording) firstNameAlone(i int) bool {
	low := w.low(i)
	if !firstNames[low] || things[low] || !w.capital(i) || w.shouted(i) || w.capital(i+1) && w.gap(i) == " " {
		return false
	}
	before := w.low(i - 1)
	return w.stops(i-1) || !w.capital(i-1) && !dedicated[before] && !streets[before]
}

// nameGap reports whether what stands between two words may stand inside a name.
func nameGap(gap string) bool {
	return gap == " " || gap == "\u00a0" || gap == "'" || gap == "’" || gap == "-" || gap == "' " || gap == "’ "
}

// inName reports whether word k may be part of a name.
func (w *wording) inName(k int) bool {
	low := w.low(k)
	if !w.capital(k) || len(low) < 2 || offWords[low] || offices[low] || staff[low] || roles[low] || publicRoles[low] || titles[low] || months[low] || roman[low] || streets[low] || dedicated[low] || conditions[low] {
		return false
	}
	if firstNames[low] {
		return true
	}
	if w.shouted(k) && len(low) < 4 {
		return false // an acronym
	}
	for _, e := range endings {
		if strings.HasSuffix(low, e) && len(low) > len(e)+2 {
			return false
		}
	}
	return true
}

// generic are those of whom rules speak in the singular.
var generic = set(`dipendente lavoratore lavoratrice genitore madre padre`)

// oneWho returns the last word of "una dipendente", "l'unica impiegata", "la
// funzionaria" at word i, 0 when it tells nobody apart: rules speak of "il
// dipendente" too.
func (w *wording) oneWho(i int) int {
	article := w.low(i)
	switch article {
	case "la", "una", "un", "il", "lo", "l", "uno", "alla", "al", "all", "allo", "dalla", "dal", "della", "del", "dell", "dello", "nostra", "nostro", "unica", "unico", "sola", "solo":
	default:
		return 0
	}
	only := article == "unica" || article == "unico" || article == "sola" || article == "solo"
	k := i + 1
	for ; k <= i+2 && (qualified[w.low(k)] || w.low(k) == "unica" || w.low(k) == "unico" || w.low(k) == "stessa" || w.low(k) == "stesso"); k++ {
		if w.stops(k - 1) {
			return 0
		}
		only = true
	}
	low := w.low(k)
	if w.stops(k-1) || !staff[low] && !roles[low] || strings.HasSuffix(low, "i") && low != "vigili" && article != "un" {
		return 0
	}
	if !only && article != "una" && article != "un" && generic[low] && !(strings.HasSuffix(article, "la") && low == "dipendente") {
		return 0
	}
	return k
}
