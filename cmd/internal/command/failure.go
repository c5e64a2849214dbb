// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"vetro/cmd/internal/project"
	"vetro/cmd/internal/publish"
)

// A failure ends a run: what is said, what to do, the exit code. Without a
// message all has been said already.
type failure struct {
	code          int
	message, hint string
	detail        string // for whoever mends vetro, perhaps in English; may be empty
}

func (f *failure) Error() string {
	if f.detail != "" {
		return f.message + " (dettaglio: " + f.detail + ")"
	}
	return f.message
}

// An operation is what was being done when the system refused: it decides what
// may help.
type operation int

const (
	other    operation = iota
	writing            // the site, into the folder of -o
	creating           // a new project
)

// usage is a failure of the command line.
func usage(hint, format string, args ...any) error {
	return &failure{code: exitUsage, message: fmt.Sprintf(format, args...), hint: hint}
}

// environment is a failure of the machine, or of where we are on it.
func environment(hint, format string, args ...any) error {
	return &failure{code: exitEnvironment, message: fmt.Sprintf(format, args...), hint: hint}
}

// explain turns an error of the machine, met during op, into words for people.
func explain(err error, op operation) *failure {
	f := &failure{code: exitEnvironment}
	var said *failure
	var refused *publish.RefusedError
	var defect *project.DefectError
	isDefect := errors.As(err, &defect)
	what, hint := cause(err, op)
	if isDefect && (errors.Is(err, fs.ErrNotExist) || errors.Is(err, errNotFolder)) {
		what = "" // a file of ours that is not there, not one of the user's
	}
	switch {
	case errors.As(err, &said):
		return said
	case errors.As(err, &refused):
		f.message, f.hint = refused.Error(), refused.Hint()
	case errors.Is(err, context.Canceled):
		f.message = "interrotto: quel che c'era prima è rimasto com'era"
	case what != "":
		f.message, f.hint = what, hint
		if name := pathOf(err); name != "" {
			f.message = name + ": " + what
		}
	case !isDefect && ofSystem(err):
		f.message, f.detail = "il sistema ha risposto con un errore che vetro non conosce", err.Error()
		if name := pathOf(err); name != "" {
			f.message = name + ": " + f.message
		}
	default:
		f.message, f.detail = "è un difetto di vetro, non dei tuoi dati: segnalalo con il comando che hai scritto e la riga qui sotto", err.Error()
	}
	return f
}

// cause says in Italian why the system refused, and what may help, or "".
func cause(err error, op operation) (what, hint string) {
	elsewhere := map[operation]string{writing: "scegli con -o una cartella", creating: "scegli una cartella"}[op]
	switch {
	case errors.Is(err, errDiskFull):
		hint = "libera un po' di spazio e riprova"
		switch op {
		case writing:
			hint += ": il sito di prima è intatto"
		case creating:
			hint += ": non ho lasciato niente a metà"
		}
		return "il disco è pieno", hint
	case errors.Is(err, errReadOnly):
		if elsewhere != "" {
			hint = elsewhere + " su un altro disco"
		}
		return "il disco è in sola lettura", hint
	case errors.Is(err, errInUse):
		hint = "chiudi i programmi che la tengono aperta (Esplora file, editor, antivirus) e riprova"
		if elsewhere != "" {
			hint += "; se è un disco a parte, " + elsewhere + " al suo interno"
		}
		return "il file o la cartella è in uso da un altro programma", hint
	case errors.Is(err, errOtherVolume):
		if elsewhere != "" {
			hint = elsewhere + " al suo interno"
		}
		return "la cartella è su un disco a parte e non si può scambiare con quella nuova", hint
	case errors.Is(err, errNameTooLong):
		return "il nome è troppo lungo per questo disco", "scegli una cartella con un percorso più corto"
	case errors.Is(err, errLoop):
		return "è un collegamento che riporta a sé stesso", "correggi il collegamento o scegli un altro percorso"
	case errors.Is(err, errNotFolder):
		return "una parte del percorso è un file, non una cartella", "controlla il percorso"
	case errors.Is(err, fs.ErrPermission):
		hint = "serve il permesso di leggere i file del progetto"
		if elsewhere != "" {
			hint = "serve il permesso di leggere e scrivere nella cartella, in quelle al suo interno e in quella che la contiene"
		}
		return "permesso negato", hint
	case errors.Is(err, fs.ErrNotExist):
		return "non esiste", "controlla il percorso"
	}
	return "", ""
}

// ofSystem reports whether err comes from the operating system.
func ofSystem(err error) bool {
	var atPath *fs.PathError
	var atLink *os.LinkError
	var inCall *os.SyscallError
	var number errno
	return errors.As(err, &atPath) || errors.As(err, &atLink) || errors.As(err, &inCall) || errors.As(err, &number)
}

// pathOf returns the path an error of the system is about.
func pathOf(err error) string {
	var atPath *fs.PathError
	var atLink *os.LinkError
	switch {
	case errors.As(err, &atPath):
		return publish.Published(atPath.Path)
	case errors.As(err, &atLink):
		return publish.Published(atLink.New)
	}
	return ""
}
