// SPDX-License-Identifier: EUPL-1.2

// Package sitecheck proves of a built site what every page promises: links and
// fragments lead somewhere, nothing comes from elsewhere, no style or script
// hides in the markup, headings and tables can be followed by ear.
//
// It reads only the files, so it judges a site whoever made it. What it finds
// is a defect of the program: content that could cause a fault is reported
// before, where it was written.
package sitecheck

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
)

// A Fault is one broken promise.
type Fault struct {
	Path    string // of the file
	Code    string // stable, kebab-case: one of Codes
	Message string // Italian
}

// String returns the one-line form "percorso: messaggio [codice]".
func (f Fault) String() string { return fmt.Sprintf("%s: %s [%s]", f.Path, f.Message, f.Code) }

// Codes returns the code of every fault with what it means, in Italian.
func Codes() [][2]string {
	return [][2]string{
		{"absolute-link", "un collegamento interno non è relativo"},
		{"broken-fragment", "un collegamento porta a un punto che nella pagina non c’è"},
		{"broken-link", "un collegamento porta a un file che non c’è"},
		{"dangling-reference", "un attributo nomina un id che nella pagina non c’è"},
		{"duplicate-id", "due elementi hanno lo stesso id"},
		{"heading-count", "la pagina non ha esattamente un titolo h1"},
		{"heading-skip", "un titolo salta un livello"},
		{"image-alt", "un’immagine non ha il testo alternativo"},
		{"inline-handler", "un elemento ha un attributo che esegue uno script"},
		{"inline-script", "la pagina contiene uno script"},
		{"inline-style", "la pagina contiene stile non permesso"},
		{"no-csp", "manca la Content-Security-Policy"},
		{"no-description", "manca la descrizione della pagina"},
		{"no-lang", "manca la lingua della pagina"},
		{"no-title", "manca il titolo della pagina"},
		{"relative-in-404", "404.html ha un indirizzo relativo, ma viene mostrata a qualunque profondità"},
		{"table-caption", "una tabella non ha didascalia"},
		{"table-scope", "un’intestazione di tabella non dice a che cosa si riferisce"},
		{"third-party", "la pagina carica qualcosa da un altro sito"},
		{"unsafe-url", "un indirizzo ha uno schema che non è ammesso"},
	}
}

// notFound is the page a server shows at any depth.
const notFound = "404.html"

// Check returns the faults of site sorted by path, in the order of the page.
// The error is that of reading site.
func Check(site fs.FS) ([]Fault, error) {
	files := map[string]bool{}
	var names []string
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !d.IsDir() {
			files[name] = true
			if ext := path.Ext(name); ext == ".html" || ext == ".css" {
				names = append(names, name)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("walking the site: %w", err)
	}
	pages := make([]*page, len(names))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range names {
		group.Go(func() (err error) {
			// A panic in a goroutine would end the program, past every handler.
			defer func() {
				if v := recover(); v != nil {
					err = fmt.Errorf("checking %s: %v", name, v)
				}
			}()
			data, err := fs.ReadFile(site, name)
			if err != nil {
				return fmt.Errorf("reading the site: %w", err)
			}
			if strings.HasSuffix(name, ".css") {
				pages[i] = readStyle(name, data)
			} else {
				pages[i], err = readPage(name, data)
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	byName := make(map[string]*page, len(pages))
	for _, p := range pages {
		byName[p.name] = p
	}
	var out []Fault
	for _, p := range pages {
		p.checkLinks(files, byName)
		out = append(out, p.faults...)
	}
	slices.SortStableFunc(out, func(a, b Fault) int { return cmp.Compare(a.Path, b.Path) })
	return out, nil
}
