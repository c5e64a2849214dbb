// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"cmp"
	"errors"
	"fmt"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/source"
)

// folder is where pages lie, below the root of the project.
const folder = "content"

// Known says what pages may refer to besides each other and the figures of
// the plan.
type Known struct {
	// Charts returns the ids of the charts of an edition; nil means none.
	Charts func(edition string) []string
	// Routes reports whether a permanent address exists whatever the narrative
	// says ("/2022/progetti/"); nil means that none does.
	Routes func(address string) bool
	// Addresses are those that Routes accepts, to suggest one in place of an
	// address that does not exist. It may be empty.
	Addresses []string
}

// Load reads all pages below content/ in fsys, the root of the project, and
// reports every fault in them. Pages are sorted: those of no edition first,
// then by edition, order and slug. A page with faults is returned too, since
// others may link to it; what is faulty in it is not drawn.
func Load(fsys fs.FS, pub *plan.Publication, known Known, report *diag.List) []*Page {
	if pub == nil {
		pub = new(plan.Publication)
	}
	lib := &library{
		fsys: fsys, pub: pub, known: known,
		figures: map[*plan.Edition][]plan.Figure{},
		pages:   map[string]*Page{},
		images:  listImages(fsys),
	}
	for _, e := range pub.Editions {
		lib.figures[e] = e.Figures()
	}
	var checkers []*checker
	for _, name := range list(fsys, pub, report) {
		c := read(lib, name, report)
		if c == nil {
			continue
		}
		if lib.reserved(c.page) {
			report.Add(reservedName(c.page))
			continue
		}
		lib.pages[c.page.Address()] = c.page
		checkers = append(checkers, c)
	}
	pages := make([]*Page, len(checkers))
	lib.routes = slices.Clone(known.Addresses)
	for i, c := range checkers {
		c.outline()
		pages[i] = c.page
		lib.routes = append(lib.routes, c.page.Address())
	}
	for _, c := range checkers {
		c.check()
	}
	slices.SortFunc(pages, func(a, b *Page) int {
		return cmp.Or(
			cmp.Compare(a.Edition, b.Edition),
			cmp.Compare(a.Order, b.Order),
			cmp.Compare(a.Slug, b.Slug))
	})
	return pages
}

// read reads one page and its front matter. It returns nil after reporting a
// file that cannot be a page.
func read(lib *library, name string, report *diag.List) *checker {
	slugName := strings.TrimSuffix(path.Base(name), ".md")
	edition := path.Base(path.Dir(name))
	if path.Dir(name) == folder {
		edition = ""
	}
	original := source.Read(lib.fsys, name, report)
	valid := checkName(name, slugName, report)
	if original == nil || !valid {
		return nil
	}
	file := withLF(original)
	page := &Page{
		Edition: edition,
		Slug:    slugName,
		Pos:     token.Position{Filename: name},
		src:     file.Data,
	}
	c := &checker{library: lib, page: page, file: file, report: report}
	for _, e := range lib.pub.Editions {
		if edition != "" && e.ID == edition {
			c.edition = e
		}
	}
	body := readFrontMatter(file, page, report)
	// Blank lines keep the place of the front matter: lines below stay true.
	text := append(blank(file.Data[:body]), file.Data[body:]...)
	page.src = text
	page.doc = parse(text)
	if body > 0 && isBlank(string(text)) {
		d := file.At(body, 0)
		d.Code = "empty-page"
		d.Message = "sotto l'intestazione la pagina è vuota"
		d.Hint = "scrivi il testo, oppure togli il file"
		report.Add(d)
	}
	return c
}

// list returns the names of the files that are to be read, sorted, and reports
// what is in the wrong place.
func list(fsys fs.FS, pub *plan.Publication, report *diag.List) []string {
	var names []string
	for _, entry := range readDir(fsys, folder, report) {
		name := folder + "/" + entry
		switch {
		case name == imageFolder:
		case path.Ext(name) == ".md" || !isDir(fsys, name): // a folder x.md is left to source.Read
			if isPage(name, report) {
				names = append(names, name)
			}
		case !slices.ContainsFunc(pub.Editions, func(e *plan.Edition) bool { return e.ID == entry }):
			report.Add(unknownEdition(pub, entry))
		default:
			for _, entry := range readDir(fsys, name, report) {
				name := name + "/" + entry
				if path.Ext(name) != ".md" && isDir(fsys, name) {
					report.Add(misplaced(name, "nella cartella di un'edizione non possono stare altre cartelle",
						"sposta le pagine un livello più su; le immagini vanno in «content/immagini»"))
				} else if isPage(name, report) {
					names = append(names, name)
				}
			}
		}
	}
	return names
}

// readDir returns the names in dir, sorted, without what desktops and editors
// leave behind. A folder that does not exist is empty.
func readDir(fsys fs.FS, dir string, report *diag.List) []string {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			report.Add(unreadable(fsys, dir))
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
