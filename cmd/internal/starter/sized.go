// SPDX-License-Identifier: EUPL-1.2

package starter

import (
	"fmt"
	"io/fs"
	"strings"

	"vetro/cmd/internal/site"
)

// perDepartment is how many projects of a Sized plan share a settore: 25 settori
// have a thousand.
const perDepartment = 40

// Sized returns the project root of "Comune di Esempio" with a plan of n
// projects, all alike but for their numbers: to measure how long a large plan
// takes. It is the same for the same n.
func Sized(n int) (fs.FS, error) {
	var files []site.File
	add := func(name, text string) { files = append(files, site.File{Path: name, Data: []byte(text)}) }
	for _, name := range []string{"ente", "fonti", "glossario"} {
		data, err := demoData(name)
		if err != nil {
			return nil, err
		}
		add("data/"+name+".toml", data)
	}
	departments := max(1, (n+perDepartment/2)/perDepartment)
	add("data/piani/2022/piano.toml", fmt.Sprintf(sizedPlan, n, 10*n))
	for d := range departments {
		first, last := n*d/departments, n*(d+1)/departments
		var b strings.Builder
		fmt.Fprintf(&b, sizedDepartment, d+1, last-first, d+1)
		for p := first; p < last; p++ {
			fmt.Fprintf(&b, sizedProject, p+1, p%27+2, p%12+1, p%12+1, 5+p%23, 40+p%30, 30+p%20, 20+p%10, 35+p%30)
		}
		add(fmt.Sprintf("data/piani/2022/settori/settore-%d.toml", d+1), b.String())
	}
	return site.New(files)
}

// demoData returns a file of the demo's data.
func demoData(name string) (string, error) {
	data, err := fs.ReadFile(Demo(), "data/"+name+".toml")
	return string(data), err
}

const sizedPlan = `titolo = "Piano per il lavoro agile"
sintesi = "Un piano inventato, lungo quanto serve per misurare i tempi."
stato = "approvato"
progetti_nel_piano = %d
dipendenti = { numero = %d, precisione = "circa" }
fonte = "piano-di-esempio"
pubblicato = 2022-04-04
aggiornato = 2024-02-20
frequenza = "annuale"
[atto]
tipo = "deliberazione"
organo = "Giunta comunale"
data = 2022-03-24
confermato = true
`

const sizedDepartment = `nome = "Settore di prova numero %d"
progetti_nel_piano = %d
uffici = ["Ufficio centrale", "Sportello numero %d"]
`

const sizedProject = `
[[progetto]]
id = "progetto-%[1]d"
titolo = "Pratiche in rete numero %[1]d"
sintesi = "Chi chiede una pratica la manda in rete. L’ufficio numero %[1]d la esamina anche da fuori sede, senza pile di carta."
servizio = "Servizio di prova numero %[2]d"
attivita = [
  "Controllare le richieste arrivate in rete e chiedere ciò che manca",
  "Confrontare i dati con quelli degli altri uffici",
  "Preparare i controlli sul posto, che restano in presenza",
]
obiettivi = ["Chiudere la pratica in pochi giorni entro il 2024", "Ricevere più richieste già complete"]
giornate_al_mese = 8
contributo = "Il tempo della pratica è uno degli obiettivi dell’anno per tutto il settore e conta nella valutazione del servizio."
inizio = "2022-%02[3]d"
fine = "2024-%02[4]d"
avanzamento = "in corso"
[progetto.condizioni]
organizzative = ["Almeno due persone sempre allo sportello", "Richieste assegnate ogni mattina, in ordine di arrivo"]
tecnologiche = ["Accesso ai programmi dell’ufficio con doppia verifica"]
formative = ["Mezza giornata sulle novità della legge"]
sicurezza = ["Nessuna copia dei documenti sui computer di casa"]
[[progetto.personale]]
profilo = "Addetti alle pratiche"
dipendenti = %[5]d
[[progetto.indicatori]]
nome = "Tempo medio per chiudere una pratica"
dimensione = "efficienza"
unita = "giorni"
operatore = "al massimo"
base = { anno = 2021, valore = %[6]d }
obiettivi = [{ anno = 2022, valore = %[7]d }, { anno = 2023, valore = %[8]d }]
risultati = [{ anno = 2022, valore = %[9]d }]
`
