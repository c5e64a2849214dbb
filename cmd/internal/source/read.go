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
	}
	data, err := ReadFile(fsys, name, MaxSize)
	if errors.Is(err, ErrTooBig) {
		report.Add(TooBig(name, MaxSize))
		return nil
	}
	if err != nil {
		report.Add(explain(fsys, name, err, others))
		return nil
	}
	return New(name, data, report)
}

// ErrTooBig is why ReadFile refuses a file.
var ErrTooBig = errors.New("file larger than what is read")

// ReadFile returns the bytes of a file, of which there are at most limit. A
// larger one is refused unread, and so is what is no file: a folder, or a pipe,
// which nobody may ever fill.
func ReadFile(fsys fs.FS, name string, limit int64) ([]byte, error) {
	info, err := fs.Lstat(fsys, name) // Stat may open what it looks at, and wait
	if err == nil && info.Mode().Type() == fs.ModeSymlink {
		info, err = fs.Stat(fsys, name)
	}
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	case info.Size() > limit:
		return nil, &fs.PathError{Op: "read", Path: name, Err: ErrTooBig}
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	// The size that Stat gives can be wrong, and a file can grow.
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = &fs.PathError{Op: "read", Path: name, Err: ErrTooBig}
	}
	return data, err
}

// TooBig says that a file has more bytes than limit.
func TooBig(name string, limit int64) diag.Diagnostic {
	hint := "controlla che sia il file giusto: un testo di dati di solito occupa pochi kB"
	if limit > MaxSize {
		hint = "riducila con un programma di grafica: per una pagina bastano 500 kB"
	}
	return whole(name, "file-too-big", fmt.Sprintf("il file supera %d MB, il massimo che vetro legge", limit>>20), hint)
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
