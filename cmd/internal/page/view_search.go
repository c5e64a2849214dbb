// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
	"vetro/static"
)

// A searchView is the data of cerca.html: every name of the newest edition in
// alphabetical order and, with script, the field that finds them.
type searchView struct {
	Layout
	Index   string // the script with the index, loaded when it is first asked for
	Notes   []string
	Letters []IndexLetter
}

// An IndexLetter is the names that begin with a letter.
type IndexLetter struct {
	ID      string
	Name    string
	Entries []IndexEntry
}

// An IndexEntry leads from a name to the page that speaks of it.
type IndexEntry struct {
	Label string
	Href  string
	Kind  string
	Of    string // the page or settore that it is of, for names that others have too
}

// A found is what a search can find: a page or an entry of the glossary.
type found struct {
	kind  string
	label string
	href  string
	place string   // the settore, "" for none
	texts []string // what else the page says, in words of its own
	names []string // "servizio", its name, "attività", its name…: of what has no page but is looked for
}

// The kinds of what can be found, the likeliest to be meant first: between two
// that answer equally well the script shows them in this order.
const (
	kindProject    = "progetto"
	kindDepartment = "settore"
	kindTerm       = "glossario"
	kindPage       = "pagina"
	kindChart      = "grafico"
)

// everything lists what a search can find, of the newest edition and of none.
func (p page) everything() []found {
	var out []found
	if e := p.edition; e != nil {
		for _, project := range e.AllProjects() {
			out = append(out, p.foundProject(project))
		}
		for _, d := range e.Departments {
			f := found{kind: kindDepartment, label: d.Name, href: p.link(route.Department.At(e.ID, d.ID)), texts: slices.Concat(d.Offices, d.Activities)}
			for _, s := range d.Staff {
				f.texts = append(f.texts, s.Profile)
			}
			for _, a := range d.Activities {
				f.names = append(f.names, "attività", a)
			}
			out = append(out, f)
		}
	}
	for _, t := range p.b.in.Publication.Glossary {
		out = append(out, found{kind: kindTerm, label: t.Term, href: p.link(route.Glossary.At() + "#" + t.ID), texts: said(t.Expansion, t.Definition)})
	}
	texts := map[string][]string{}
	for _, n := range p.b.narrative {
		for _, h := range n.Headings {
			texts[p.link(n.Address())] = append(texts[p.link(n.Address())], h.Text)
		}
		texts[p.link(n.Address())] = slices.Concat(said(n.Summary), texts[p.link(n.Address())], strings.Split(n.Text(), "\n"))
	}
	links := p.generalMap()
	if p.edition != nil {
		links = append(p.editionMap(p.edition), links...)
	}
	for _, l := range links {
		out = append(out, found{kind: kindPage, label: l.Label, href: l.Href, texts: texts[l.Href]})
	}
	if p.edition != nil {
		for _, c := range p.b.charts[p.edition] {
			out = append(out, found{kind: kindChart, label: c.Title, href: p.link(route.Chart.At(p.edition.ID, c.Chart.ID))})
		}
	}
	return out
}

// foundProject gathers what a project is looked for by.
func (p page) foundProject(project *plan.Project) found {
	address := route.Project.At(p.edition.ID, project.ID)
	f := found{kind: kindProject, label: project.Title, href: p.link(address), texts: said(project.Summary, project.Service)}
	if project.Department != nil {
		f.place = project.Department.Name
	}
	if project.Service != "" {
		f.names = append(f.names, "servizio", project.Service)
	}
	for _, a := range project.Activities {
		f.names = append(f.names, "attività", a)
	}
	f.texts = append(f.texts, project.Activities...)
	for _, i := range project.Indicators {
		f.texts = append(f.texts, i.Name)
	}
	for _, s := range project.Staff {
		f.texts = append(f.texts, s.Profile)
	}
	if n := p.b.texts[address]; n != nil {
		f.texts = append(f.texts, strings.Split(n.Text(), "\n")...)
	}
	return f
}

// said returns the texts that are not empty.
func said(texts ...string) []string {
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}

// makeSearch makes the script that finds: its code, then what it looks into.
// Words mean the same when they are forms of one entry of the glossary.
func (b *Builder) makeSearch(p page) error {
	code, err := fs.ReadFile(static.FS, "js/cerca.js")
	if err != nil {
		return fmt.Errorf("reading the assets: %w", err)
	}
	var index struct {
		Entries [][]string `json:"voci"`  // kind, name, address, settore, texts…
		Same    [][]string `json:"forme"` // spellings of one term
	}
	index.Entries, index.Same = [][]string{}, [][]string{}
	for _, f := range p.everything() {
		entry := slices.Concat([]string{f.kind, f.label, f.href, f.place}, said(slices.Clone(f.texts)...))
		for i := range entry {
			entry[i] = norm.NFC.String(entry[i])
		}
		index.Entries = append(index.Entries, entry)
	}
	for _, t := range b.in.Publication.Glossary {
		if forms := said(append([]string{t.Term, t.Expansion}, t.Forms...)...); len(forms) > 1 {
			index.Same = append(index.Same, forms)
		}
	}
	data, err := json.Marshal(index)
	if err != nil {
		return fmt.Errorf("writing the search index: %w", err)
	}
	data = slices.Concat(code, []byte("vetro.cerca("), data, []byte(");\n"))
	b.assets.search = b.assets.add("assets/"+hashed("cerca.js", data), data)
	return nil
}

// searchPage lists all names by letter. A plan of many projects is listed
// without what has no page of its own, and a longer one settore by settore, as
// its map is.
func (p page) searchPage() *searchView {
	v := &searchView{
		Layout: p.layout("Cerca", "", "Tutto ciò di cui parlano queste pagine, in ordine alfabetico: progetti, settori, servizi, attività e parole del glossario.",
			step{"Cerca", route.Search.At()}),
		Index: p.link(p.b.assets.search),
	}
	all := p.everything()
	var entries []IndexEntry
	projects := 0
	for _, f := range all {
		if f.kind == kindProject {
			projects++
		}
	}
	for _, f := range all {
		if f.kind == kindProject && projects > maxIndexed {
			continue
		}
		entries = append(entries, IndexEntry{f.label, f.href, f.kind, f.place})
	}
	plain := len(entries)
	for _, f := range all {
		for i := 0; i < len(f.names) && projects <= maxIndexed; i += 2 {
			if f.names[i+1] != f.label {
				entries = append(entries, IndexEntry{f.names[i+1], f.href, f.names[i], f.label})
			}
		}
	}
	if len(entries) > maxIndexed {
		entries = entries[:plain]
	}
	if projects > maxIndexed {
		v.Notes = append(v.Notes, "I progetti sono troppi per un elenco solo: si leggono settore per settore.")
	}
	v.Letters = byLetter(apart(entries))
	return v
}

// apart tells entries of one name that lead to several pages from each other, by
// the page that each is of or by what it is.
func apart(entries []IndexEntry) []IndexEntry {
	places := map[string]string{}
	several := map[string]bool{}
	for _, e := range entries {
		if first, found := places[e.Label]; found && first != e.Href {
			several[e.Label] = true
		}
		places[e.Label] = e.Href
	}
	for i := range entries {
		e := &entries[i]
		if several[e.Label] {
			e.Label += " (" + cmp.Or(e.Of, e.Kind) + ")"
		}
		e.Of = ""
	}
	return entries
}

// maxIndexed is how many names the index lists at most: each is three elements
// of a page that may have 1,500.
const maxIndexed = 360

// byLetter sorts entries as an Italian index does and divides them by their
// first letter; what begins with none stands first.
func byLetter(entries []IndexEntry) []IndexLetter {
	c := collate.New(language.Italian, collate.IgnoreCase, collate.Numeric)
	letter := func(e IndexEntry) string {
		for _, r := range norm.NFD.String(e.Label) {
			switch r = unicode.ToUpper(r); {
			case r >= 'A' && r <= 'Z':
				return string(r)
			case unicode.IsLetter(r), unicode.IsDigit(r):
				return ""
			}
		}
		return ""
	}
	slices.SortStableFunc(entries, func(a, b IndexEntry) int {
		return cmp.Or(strings.Compare(letter(a), letter(b)), c.CompareString(a.Label, b.Label), strings.Compare(a.Href, b.Href), strings.Compare(a.Kind, b.Kind))
	})
	var out []IndexLetter
	for _, e := range slices.CompactFunc(entries, func(a, b IndexEntry) bool { return a == b }) {
		name := letter(e)
		if len(out) == 0 || out[len(out)-1].Name != cmp.Or(name, "0-9") {
			out = append(out, IndexLetter{ID: "lettera-" + strings.ToLower(cmp.Or(name, "altro")), Name: cmp.Or(name, "0-9")})
		}
		last := &out[len(out)-1]
		last.Entries = append(last.Entries, e)
	}
	return out
}
