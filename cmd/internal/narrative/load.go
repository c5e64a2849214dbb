// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"cmp"
	"io/fs"
	"slices"

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
	// ProjectParts are the fragments that the page of a project has besides those
	// of its text ("obiettivi").
	ProjectParts []string
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

		unread: map[string]bool{}, unreadPages: map[string]bool{}, unreadImages: map[string]bool{},
	}
	for _, e := range pub.Editions {
		lib.figures[e] = e.Figures()
	}
	for _, said := range pub.Passages {
		checkPlain(said, report)
	}
	var checkers []*checker
	names := lib.list(report)
	if !lib.unread[""] {
		lib.listImages(report)
	}
	for _, name := range names {
		c := read(lib, name, report)
		if c == nil {
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
	page := pageOf(name)
	original := source.Read(lib.fsys, name, report)
	valid := lib.checkName(page, report)
	if original == nil || !valid {
		lib.unreadPages[address(name)] = true
	}
	if original == nil {
		return nil
	}
	file := withLF(original)
	c := &checker{library: lib, page: page, file: file, report: report}
	for _, e := range lib.pub.Editions {
		if e.ID == page.Edition {
			c.edition = e
		}
	}
	body := readFrontMatter(file, page, report)
	if !valid {
		return nil
	}
	// Blank lines keep the place of the front matter: lines below stay true.
	text := append(blank(file.Data[:body]), file.Data[body:]...)
	page.src = text
	if over, ok := tooLarge(text); ok {
		d := file.At(over.offset, 0)
		d.Code, d.Message, d.Hint, d.Line = "page-limit", over.message, over.hint, ""
		report.Add(d)
		lib.unreadPages[address(name)] = true
		return nil
	}
	page.doc, c.read = parse(text)
	if c.checkLimits() {
		lib.unreadPages[address(name)] = true
		return nil
	}
	c.headless = body == 0 && page.Project == ""
	c.residue = residueOf(text, page.doc)
	page.curly = apostrophes(c.residue)
	if !c.headless && isBlank(string(text)) {
		d := file.At(body, 0)
		d.Code = "empty-page"
		d.Message = "sotto l'intestazione la pagina è vuota"
		if page.Project != "" {
			d.Message = "il testo del progetto è vuoto"
		}
		d.Hint = "scrivi il testo, oppure togli il file"
		report.Add(d)
	}
	return c
}
