// SPDX-License-Identifier: EUPL-1.2

package source

import (
	"errors"
	"fmt"
	"go/token"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
)

// Read reads name from fsys. It returns nil after reporting why it cannot.
// A file that does not exist is reported as "missing-file"; a caller for whom
// absence is fine asks fs.Stat first. Others are names of files that are what
// they are called: of a missing file they are not taken for the one meant.
func Read(fsys fs.FS, name string, report *diag.List, others ...string) *File {
	// The kind is asked before the file is opened: opening a named pipe would
	// wait for ever.
	info, err := fs.Stat(fsys, name)
	if err != nil {
		report.Add(explain(fsys, name, err, others))
		return nil
	}
	switch {
	case info.IsDir():
		report.Add(whole(name, "is-a-folder", "qui ci vuole un file, invece c'è una cartella",
			fmt.Sprintf("sposta o rinomina la cartella %s, poi crea il file", diag.Quote(path.Base(name)))))
		return nil
	case !info.Mode().IsRegular():
		report.Add(whole(name, "unreadable", "non è un file normale e non si può leggere", ""))
		return nil
	case info.Size() > MaxSize:
		report.Add(tooBig(name))
		return nil
	}
	data, err := readAll(fsys, name)
	if err != nil {
		report.Add(explain(fsys, name, err, others))
		return nil
	}
	if len(data) > MaxSize {
		report.Add(tooBig(name))
		return nil
	}
	return New(name, data, report)
}

// readAll reads at most one byte more than MaxSize: the size that Stat gives
// can be wrong, and a file can grow.
func readAll(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, MaxSize+1))
}

func tooBig(name string) diag.Diagnostic {
	return whole(name, "file-too-big",
		fmt.Sprintf("il file supera %d MB, il massimo che vetro legge", MaxSize>>20),
		"controlla che sia il file giusto: un testo di dati di solito occupa pochi kB")
}

// whole returns a diagnostic about a whole file.
func whole(name, code, message, hint string) diag.Diagnostic {
	return diag.Diagnostic{Pos: token.Position{Filename: name}, Code: code, Message: message, Hint: hint}
}

// explain says in Italian why name cannot be read.
func explain(fsys fs.FS, name string, err error, others []string) diag.Diagnostic {
	switch {
	case escapes(err):
		return whole(name, "symlink-escapes", "è un collegamento che porta fuori dalla cartella del progetto",
			"metti al suo posto una copia di ciò a cui porta")
	case errors.Is(err, fs.ErrNotExist) && !isLink(fsys, name):
		return whole(name, "missing-file", "il file non c'è", nearbyHint(fsys, name, others))
	case errors.Is(err, fs.ErrPermission):
		return whole(name, "unreadable", "manca il permesso di leggere il file",
			"apri le proprietà del file e controlla chi può leggerlo")
	case isLink(fsys, name): // to nothing, or to itself
		return whole(name, "dangling-link", "è un collegamento che non porta a niente",
			"metti al suo posto il file o la cartella che ci vuole")
	}
	return whole(name, "unreadable", "il file non si riesce a leggere",
		"controlla che il disco o la cartella di rete siano raggiungibili e che il file non sia aperto in un altro programma")
}

func isLink(fsys fs.FS, name string) bool {
	info, err := fs.Lstat(fsys, name)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// nearbyHint looks in the folder of a missing file for the name that was
// probably meant, and is none of others. Blocco note adds ".txt" to what it saves.
func nearbyHint(fsys fs.FS, name string, others []string) string {
	entries, err := fs.ReadDir(fsys, path.Dir(name))
	if err != nil {
		return ""
	}
	base := path.Base(name)
	var names []string
	for _, e := range entries {
		if e.Name() == base+".txt" {
			return fmt.Sprintf("c'è %s: rinominalo in %s", diag.Quote(e.Name()), diag.Quote(base))
		}
		if !e.IsDir() && !slices.Contains(others, e.Name()) && path.Ext(strings.ToLower(e.Name())) == path.Ext(base) {
			names = append(names, e.Name())
		}
	}
	if near, ok := diag.Nearest(base, names); ok {
		return fmt.Sprintf("c'è %s: forse va rinominato in %s", diag.Quote(near), diag.Quote(base))
	}
	return ""
}
