// SPDX-License-Identifier: EUPL-1.2

package publish

import "fmt"

// A Reason says why a target is refused.
type Reason int

const (
	NotFolder  Reason = iota + 1 // the target is a file, or a link that leads nowhere
	NotOurs                      // not empty, and without a manifest of ours
	IsProject                    // the project, or a folder that holds it
	HoldsInput                   // in data/ or content/
	IsHome                       // a home folder, or a folder that holds it
	IsRoot                       // the root of a drive
	Conflict                     // holds a file that is not ours where the site has one
	Special                      // holds a device, a socket or the like
	Busy                         // another run is writing it
	BadPath                      // the site has a path this system cannot hold
	NotEmpty                     // Create: something is there already
	InsideSite                   // files of a site of ours that stands further up
	Meanwhile                    // somebody changed the target while the new site was made
)

// A RefusedError says that nothing was written, and why. Its text and its hint
// are Italian, ready to be shown.
type RefusedError struct {
	Reason Reason
	Target string // as it was given
	Path   string // the file concerned, relative to the target, or ""
	Create bool   // of Create: what was to be written is a project, not a site
}

func (e *RefusedError) Error() string {
	switch e.Reason {
	case NotFolder:
		if e.Create {
			return fmt.Sprintf("%s non è una cartella: il progetto va scritto in una cartella", e.Target)
		}
		return fmt.Sprintf("%s non è una cartella: il sito va scritto in una cartella", e.Target)
	case NotOurs:
		return fmt.Sprintf("la cartella %s contiene file che non sono di vetro: non la sovrascrivo", e.Target)
	case InsideSite:
		if e.Create {
			return fmt.Sprintf("la cartella %s sta dentro un sito scritto da vetro: il progetto ha bisogno di una cartella tutta sua", e.Target)
		}
		return fmt.Sprintf("la cartella %s sta dentro un sito scritto da vetro: il sito si riscrive per intero, non una cartella alla volta", e.Target)
	case IsProject:
		return fmt.Sprintf("%s è la cartella del progetto, o la contiene: scriverci il sito cancellerebbe i dati", e.Target)
	case HoldsInput:
		return fmt.Sprintf("%s sta dentro data/ o content/, le cartelle da cui il sito si legge", e.Target)
	case IsHome:
		return fmt.Sprintf("%s è la cartella personale, o la contiene: il sito ha bisogno di una cartella tutta sua", e.Target)
	case IsRoot:
		if e.Create {
			return fmt.Sprintf("%s è la radice di un disco: il progetto ha bisogno di una cartella tutta sua", e.Target)
		}
		return fmt.Sprintf("%s è la radice di un disco: il sito ha bisogno di una cartella tutta sua", e.Target)
	case Conflict:
		return fmt.Sprintf("in %s c'è già %s, che non è di vetro, e il sito ora ha una pagina o un file con quel nome", e.Target, e.Path)
	case Special:
		return fmt.Sprintf("in %s c'è %s, che non è un file, una cartella o un collegamento: non so portarlo nel sito nuovo", e.Target, e.Path)
	case Busy:
		return fmt.Sprintf("vetro è già al lavoro su %s", e.Target)
	case BadPath:
		if e.Create {
			return fmt.Sprintf("il progetto ha un file che questo sistema non può scrivere: %s", e.Path)
		}
		return fmt.Sprintf("il sito ha un file che questo sistema non può scrivere: %s", e.Path)
	case Meanwhile:
		if e.Path == "" {
			return fmt.Sprintf("la cartella %s è stata creata, spostata o cancellata mentre vetro preparava il sito: non ho toccato niente", e.Target)
		}
		return fmt.Sprintf("in %s qualcuno ha cambiato %s mentre vetro preparava il sito: non ho toccato niente", e.Target, e.Path)
	case NotEmpty:
		return fmt.Sprintf("la cartella %s non è vuota: non ci scrivo niente", e.Target)
	}
	return fmt.Sprintf("%s non può ricevere il sito", e.Target)
}

// Hint says what to do now.
func (e *RefusedError) Hint() string {
	if e.Create && e.Reason != Busy {
		return "scegli il nome di una cartella nuova, per esempio: vetro init lavoro-agile"
	}
	switch e.Reason {
	case InsideSite:
		return "scegli con -o la cartella di tutto il sito, oppure una nuova"
	case NotOurs:
		return "scegli con -o una cartella vuota o nuova, oppure svuota tu questa"
	case Conflict, Special:
		return "sposta o cancella quel file, poi riprova"
	case Busy:
		return "aspetta che finisca, poi riprova"
	case Meanwhile:
		return "riprova"
	case BadPath:
		return "cambia il nome che lo produce in data/ o in content/"
	}
	return "scegli un'altra cartella con -o, per esempio: vetro build -o public"
}
