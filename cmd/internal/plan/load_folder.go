// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

// An entry is a file or folder that vetro may care about.
type entry struct {
	name  string
	isDir bool
}

// folder returns what is in dir, sorted by name, without the files that
// editors and systems leave behind; false when there is no such folder. Why a
// folder that is there cannot be read is reported.
func (l *loader) folder(dir string) ([]entry, bool) {
	if source.BrokenLink(l.fsys, dir, l.report) {
		return nil, true
	}
	list, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, false
		}
		if info, err := fs.Stat(l.fsys, dir); err == nil && !info.IsDir() {
			l.whole(dir, diag.Error, "not-a-folder", "qui ci vuole una cartella, invece c'è un file",
				"sposta o rinomina il file, poi crea la cartella")
		} else {
			l.whole(dir, diag.Error, "unreadable", "la cartella non si riesce a leggere",
				"controlla chi può leggerla, e che il disco o la cartella di rete siano raggiungibili")
		}
		return nil, true
	}
	var entries []entry
	for _, e := range list {
		if isLeftover(e.Name()) {
			continue
		}
		isDir := e.IsDir()
		if e.Type()&fs.ModeSymlink != 0 {
			info, err := fs.Stat(l.fsys, path.Join(dir, e.Name()))
			isDir = err == nil && info.IsDir()
		}
		entries = append(entries, entry{e.Name(), isDir})
	}
	return entries, true
}

// isLeftover reports whether a name is of a file that editors, Office and
// Windows make for themselves.
func isLeftover(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") || strings.HasSuffix(name, "~") ||
		strings.HasSuffix(lower, ".bak") || strings.HasSuffix(lower, ".tmp") ||
		lower == "thumbs.db" || lower == "desktop.ini"
}

// checkData reports what does not belong in data/.
func (l *loader) checkData(entries []entry) {
	entries = slices.DeleteFunc(slices.Clone(entries), func(e entry) bool { return e.isDir && e.name == schemaFolder })
	l.unexpected(dataDir, entries, dataFiles, "piani")
}

// schemaFolder holds what editors know of the files: vetro writes it, and reads
// nothing from it.
const schemaFolder = "schemi"

// unexpected warns of each entry of dir that is neither one of files nor the
// folder sub: most often a file saved in the wrong place or a copy.
func (l *loader) unexpected(dir string, entries []entry, files []string, sub string) {
	for _, e := range entries {
		if !e.isDir && slices.Contains(files, e.name) || e.name == sub {
			continue
		}
		if e.isDir && slices.Contains(files, e.name) {
			continue // source.Read says so
		}
		l.stray(dir, e, files, sub)
	}
}

// stray warns of one entry that vetro does not read.
func (l *loader) stray(dir string, e entry, files []string, sub string) {
	name := path.Join(dir, e.name)
	if source.BrokenLink(l.fsys, name, l.report) {
		return // what it was meant to be is not known
	}
	if e.isDir {
		hint := diag.DidYouMean(e.name, []string{sub})
		if hint == "" {
			hint = placeOf(e.name)
		}
		l.whole(name, diag.Warning, "unexpected-file", "questa cartella qui non è prevista: vetro non la legge", hint)
		return
	}
	if original, ok := copyOf(e.name, files); ok {
		l.whole(name, diag.Warning, "conflict-copy",
			fmt.Sprintf("sembra una copia di %s: vetro non la legge", diag.Quote(original)),
			"se contiene modifiche buone riportale nell'originale, poi cancella la copia")
		return
	}
	hint := placeOf(e.name)
	if stem, ok := strings.CutSuffix(strings.ToLower(e.name), ".toml.txt"); ok {
		hint = fmt.Sprintf("rinominalo in %s", diag.Quote(stem+".toml"))
	} else if near, ok := diag.Nearest(e.name, files); ok && hint == "" {
		hint = fmt.Sprintf("forse va rinominato in %s", diag.Quote(near))
	}
	l.whole(name, diag.Warning, "unexpected-file", "questo file qui non è previsto: vetro non lo legge", hint)
}

// placeOf says where a file or folder with a name that vetro knows belongs.
func placeOf(name string) string {
	switch name {
	case "ente.toml", "fonti.toml", "glossario.toml", "piani":
		return fmt.Sprintf("il suo posto è data/%s", name)
	case "piano.toml":
		return "il suo posto è data/piani/EDIZIONE/piano.toml"
	case "settori":
		return "il suo posto è data/piani/EDIZIONE/settori"
	}
	return ""
}

// copyOf tells the copies that Windows, OneDrive and Dropbox make ("ente -
// Copia.toml", "ente (1).toml", "ente-PC-UFFICIO.toml") from files with a name
// of their own. The original must be among files.
func copyOf(name string, files []string) (original string, ok bool) {
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	for _, f := range files {
		rest, found := strings.CutPrefix(stem, strings.TrimSuffix(f, path.Ext(f)))
		if !found || rest == "" || !strings.EqualFold(ext, path.Ext(f)) {
			continue
		}
		if rest[0] == ' ' || rest[0] == '(' || rest[0] == '-' && strings.ContainsFunc(rest, unicode.IsUpper) {
			return f, true
		}
	}
	return "", false
}
