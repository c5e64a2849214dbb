// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"vetro/cmd/internal/publish"
)

// A failure ends a run: what is said, what to do, the exit code. Without a
// message all has been said already.
type failure struct {
	code          int
	message, hint string
}

func (f *failure) Error() string { return f.message }

// usage is a failure of the command line.
func usage(hint, format string, args ...any) error {
	return &failure{exitUsage, fmt.Sprintf(format, args...), hint}
}

// environment is a failure of the machine, or of where we are on it.
func environment(hint, format string, args ...any) error {
	return &failure{exitEnvironment, fmt.Sprintf(format, args...), hint}
}

// explain turns an error of the machine into words for people.
func explain(err error) *failure {
	var refused *publish.RefusedError
	switch {
	case errors.As(err, &refused):
		return &failure{exitEnvironment, refused.Error(), refused.Hint()}
	case errors.Is(err, context.Canceled):
		return &failure{exitEnvironment, "interrotto: quel che c'era prima è rimasto com'era", ""}
	}
	what, hint := cause(err)
	message := what
	if name := pathOf(err); name != "" {
		message = name + ": " + what
	}
	return &failure{exitEnvironment, message, hint}
}

// cause says in Italian why the system refused, and what may help.
func cause(err error) (what, hint string) {
	switch {
	case errors.Is(err, errDiskFull):
		return "il disco è pieno", "libera un po' di spazio e riprova: il sito di prima è intatto"
	case errors.Is(err, errReadOnly):
		return "il disco è in sola lettura", "scegli con -o una cartella su un altro disco"
	case errors.Is(err, errInUse):
		return "il file o la cartella è in uso da un altro programma", "chiudi i programmi che la tengono aperta (Esplora file, editor, antivirus) e riprova; se è un disco a parte, scegli con -o una cartella al suo interno"
	case errors.Is(err, errOtherVolume):
		return "la cartella è su un disco a parte e non si può scambiare con quella nuova", "scegli con -o una cartella al suo interno"
	case errors.Is(err, errNameTooLong):
		return "il nome è troppo lungo per questo disco", "scegli una cartella con un percorso più corto"
	case errors.Is(err, errNotFolder):
		return "una parte del percorso è un file, non una cartella", "controlla il percorso"
	case errors.Is(err, fs.ErrPermission):
		return "permesso negato", "serve il permesso di scrivere nella cartella e in quella che la contiene"
	case errors.Is(err, fs.ErrNotExist):
		return "non esiste", "controlla il percorso"
	}
	return "il sistema risponde: " + err.Error(), ""
}

// pathOf returns the path an error of the system is about.
func pathOf(err error) string {
	var atPath *fs.PathError
	var atLink *os.LinkError
	switch {
	case errors.As(err, &atPath):
		return atPath.Path
	case errors.As(err, &atLink):
		return atLink.New
	}
	return ""
}
