// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"errors"
	"fmt"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/source"
)

// attachmentFolder is where the documents of an edition lie, in the folder of
// its pages: whatever they are, they are no pages.
const attachmentFolder = "allegati"

// projectFolder is where the texts of projects lie, in the folder of the pages
// of their edition.
const projectFolder = "progetti"

// list returns the names of the files that are to be read, sorted, and reports
// what is in the wrong place.
func (lib *library) list(report *diag.List) []string {
	var names []string
	page := func(name string) {
		if isPage(name, report) {
			names = append(names, name)
		} else {
			lib.unreadPages[address(name)] = true
		}
	}
	// within lists a folder of pages of an edition; inner is what to do with a
	// folder in it.
	within := func(edition, dir string, inner func(name string)) {
		entries := lib.readDir(edition, dir, report)
		if over, ok := tooManyPages(dir, len(entries)); ok {
			report.Add(over)
			lib.unread[edition] = true
			entries = nil
		}
		for _, entry := range entries {
			switch name := dir + "/" + entry; {
			case path.Ext(name) == ".md":
				page(name)
			case source.BrokenLink(lib.fsys, name, report):
			case isDir(lib.fsys, name):
				inner(name)
			default:
				page(name)
			}
		}
	}
	for _, entry := range lib.readDir("", folder, report) {
		name := folder + "/" + entry
		switch {
		case name == imageFolder:
		case path.Ext(name) == ".md":
			page(name) // a folder x.md and a link are left to source.Read
		case source.BrokenLink(lib.fsys, name, report):
			lib.unread[entry] = true
		case !isDir(lib.fsys, name):
			page(name)
		case entry == projectFolder:
			report.Add(misplaced(name, "i testi dei progetti stanno nella cartella di un'edizione", "sposta la cartella in quella dell'edizione, per esempio «content/2022/progetti»"))
		case !isEdition(entry):
			d := diag.Diagnostic{Pos: token.Position{Filename: name}, Code: "invalid-edition"}
			d.Message, d.Hint = plan.EditionFault(entry, folder)
			report.Add(d)
		case !lib.has(entry) && !lib.pub.Doubtful(entry):
			report.Add(unknownEdition(lib.pub, entry))
		default:
			within(entry, name, func(inner string) {
				switch path.Base(inner) {
				case attachmentFolder:
				case projectFolder:
					within(entry, inner, func(inner string) {
						report.Add(misplaced(inner, "tra i testi dei progetti non possono stare altre cartelle", "sposta i testi in «"+name+"/"+projectFolder+"»"))
					})
				default:
					report.Add(misplaced(inner, "nella cartella di un'edizione non possono stare altre cartelle",
						"sposta le pagine un livello più su; i testi dei progetti vanno nella cartella «progetti» dell'edizione, i documenti in «allegati», le immagini in «content/immagini»"))
				}
			})
		}
	}
	return names
}

// isEdition reports whether a folder of that name is one of an edition.
func isEdition(name string) bool {
	message, _ := plan.EditionFault(name, folder)
	return message == ""
}

// has reports whether the data have an edition of that name.
func (lib *library) has(edition string) bool {
	return slices.ContainsFunc(lib.pub.Editions, func(e *plan.Edition) bool { return e.ID == edition })
}

// readDir returns the names in dir, the pages of an edition, sorted, without
// what desktops and editors leave behind. A folder that does not exist is empty.
func (lib *library) readDir(edition, dir string, report *diag.List) []string {
	if source.BrokenLink(lib.fsys, dir, report) {
		lib.unread[edition] = true
		return nil
	}
	entries, err := fs.ReadDir(lib.fsys, dir)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			report.Add(unreadable(lib.fsys, dir))
			lib.unread[edition] = true
		}
		return nil
	}
	var names []string
	for _, e := range entries {
		if !isLitter(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names
}

// isLitter reports whether name is hidden, a backup or a lock that editors
// make, or what Windows keeps in folders.
func isLitter(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") || strings.HasSuffix(name, "~") ||
		strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// isDir reports whether name is a folder, or a link to one.
func isDir(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.IsDir()
}

// unreadable explains a folder that cannot be listed, in the words of source.
func unreadable(fsys fs.FS, dir string) diag.Diagnostic {
	d := diag.Diagnostic{Pos: token.Position{Filename: dir}, Code: "unreadable"}
	d.Message = "la cartella non si riesce a leggere"
	d.Hint = "controlla chi può leggerla"
	if info, err := fs.Stat(fsys, dir); err == nil && !info.IsDir() {
		d.Code = "misplaced-file"
		d.Message = "qui ci vuole una cartella, invece c'è un file"
		d.Hint = fmt.Sprintf("sposta o rinomina il file, poi crea la cartella %s", diag.Quote(dir))
	}
	return d
}

// isPage reports whether the file at name is a page by its extension, and
// reports it if not.
func isPage(name string, report *diag.List) bool {
	ext := path.Ext(name)
	if ext == ".md" {
		return true
	}
	base := strings.TrimSuffix(path.Base(name), ext)
	switch strings.ToLower(ext) {
	case ".md", ".markdown", ".txt":
		report.Add(misplaced(name, "il nome di una pagina finisce in «.md»",
			"rinomina il file in "+diag.Quote(strings.TrimSuffix(base, ".md")+".md")))
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg":
		report.Add(misplaced(name, "qui possono stare solo pagine", "sposta l'immagine nella cartella «content/immagini»"))
	default:
		report.Add(misplaced(name, "qui possono stare solo pagine, con il nome che finisce in «.md»", "sposta il file altrove"))
	}
	return false
}

// tooManyPages reports a folder of more pages than an edition may have, or of
// more texts than it may have projects.
func tooManyPages(dir string, n int) (diag.Diagnostic, bool) {
	what, most, hint := "le pagine", maxPages, "unisci le pagine, oppure pubblica i documenti come allegati"
	if path.Base(dir) == projectFolder {
		what, most, hint = "i testi dei progetti", maxTexts, "togli dalla cartella i file che non sono il testo di un progetto"
	}
	return diag.Diagnostic{Pos: token.Position{Filename: dir}, Code: "page-limit",
		Message: fmt.Sprintf("%s di un'edizione sono al massimo %s: qui i file sono %s", what, italian.Digits(most), italian.Digits(n)),
		Hint:    hint}, n > most
}

func misplaced(name, message, hint string) diag.Diagnostic {
	return diag.Diagnostic{Pos: token.Position{Filename: name}, Code: "misplaced-file", Message: message, Hint: hint}
}

func unknownEdition(pub *plan.Publication, name string) diag.Diagnostic {
	var ids []string
	for _, e := range pub.Editions {
		ids = append(ids, e.ID)
	}
	d := diag.Diagnostic{
		Pos:     token.Position{Filename: folder + "/" + name},
		Code:    "unknown-edition",
		Message: fmt.Sprintf("l'edizione %s non c'è: manca la cartella %s", diag.Quote(name), diag.Quote("data/piani/"+name)),
		Hint:    diag.DidYouMean(name, ids),
	}
	if d.Hint == "" && len(ids) > 0 {
		d.Hint = "le edizioni sono: " + strings.Join(ids, ", ")
	}
	return d
}
