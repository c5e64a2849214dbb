// SPDX-License-Identifier: EUPL-1.2

// Package route holds the scheme of addresses of the site: every kind of page
// and every file with a name of its own, relative links, and the names that
// data may not take.
//
// A permanent address is Italian, lower case, starts and ends in "/" and is
// what the outside world cites: "/2022/settori/". The file behind it is
// "2022/settori/index.html". Links inside the site are relative and name the
// file ("../settori/index.html"), so that the same bytes work at "/", in a
// subfolder, on storage without index pages, and opened from a disk.
package route

import (
	"path"
	"strings"
)

// A Kind is a kind of page: the form of its addresses, in which each part in
// braces stands for an id.
type Kind string

// kinds has every Kind, in the order of the table below.
var kinds []Kind

func kind(form string) Kind {
	kinds = append(kinds, Kind(form))
	return Kind(form)
}

// The kinds of page. A new one is a line here: the names it takes are reserved
// by that.
var (
	Home        = kind("/")
	Page        = kind("/{pagina}/") // of content/, of no edition
	Glossary    = kind("/glossario/")
	Legal       = kind("/note-legali/")
	Verify      = kind("/come-verificare/")
	Map         = kind("/mappa-del-sito/")
	Search      = kind("/cerca/")
	Edition     = kind("/{edizione}/")
	EditionPage = kind("/{edizione}/{pagina}/") // of content/
	Departments = kind("/{edizione}/settori/")
	Department  = kind("/{edizione}/settori/{settore}/")
	Projects    = kind("/{edizione}/progetti/")
	Project     = kind("/{edizione}/progetti/{progetto}/")
	Completed   = kind("/{edizione}/progetti/concluso/")
	Ongoing     = kind("/{edizione}/progetti/in-corso/")
	NotStarted  = kind("/{edizione}/progetti/da-avviare/")
	Suspended   = kind("/{edizione}/progetti/sospeso/")
	Charts      = kind("/{edizione}/grafici/")
	Chart       = kind("/{edizione}/grafici/{grafico}/")
	Embed       = kind("/{edizione}/grafici/{grafico}/incorpora/") // for the frame of another site
	Data        = kind("/{edizione}/dati/")
	Dictionary  = kind("/{edizione}/dati/dizionario/")
	Changes     = kind("/{edizione}/cosa-cambia/")
	Print       = kind("/{edizione}/stampa/")
	PrintSheet  = kind("/{edizione}/stampa/{settore}/") // of a long plan
)

// Files with a name of their own. That of the feed ends as every server knows.
const (
	HomeFile      = "index.html"
	NotFoundFile  = "404.html" // a server shows it at any depth
	FeedFile      = "novita.xml"
	SitemapFile   = "sitemap.xml"
	RobotsFile    = "robots.txt"
	CatalogTurtle = "catalogo.ttl"
	CatalogJSON   = "catalogo.jsonld"
	Licences      = "assets/licenze/"
	Pictures      = "assets/immagini/" // of content/immagini
)

// At returns the permanent address of the page that ids name, one for each part
// in braces.
func (k Kind) At(ids ...string) string {
	var b strings.Builder
	rest := string(k)
	for _, id := range ids {
		before, after, found := strings.Cut(rest, "{")
		if !found {
			panic("route: too many ids for " + string(k))
		}
		b.WriteString(before)
		b.WriteString(id)
		_, rest, _ = strings.Cut(after, "}")
	}
	if strings.Contains(rest, "{") {
		panic("route: too few ids for " + string(k))
	}
	b.WriteString(rest)
	return b.String()
}

// File returns the file of At.
func (k Kind) File(ids ...string) string { return File(k.At(ids...)) }

// Name returns the last part of the form: "stampa" for Print.
func (k Kind) Name() string { return path.Base(string(k)) }

// Match returns the ids that make address one of k; ok is false where none do.
// It does not ask whether another kind claims the address: Project matches the
// addresses of Completed.
func (k Kind) Match(address string) (ids []string, ok bool) {
	form, parts := strings.Split(string(k), "/"), strings.Split(address, "/")
	if len(form) != len(parts) {
		return nil, false
	}
	for i, f := range form {
		switch {
		case strings.HasPrefix(f, "{") && parts[i] != "":
			ids = append(ids, parts[i])
		case f != parts[i]:
			return nil, false
		}
	}
	return ids, true
}

// File returns the file behind a permanent address, and a path as it is.
func File(address string) string {
	if strings.HasSuffix(address, "/") {
		address += "index.html"
	}
	return strings.TrimPrefix(address, "/")
}

// Attachments is the folder of the documents of an edition, below content/ and
// on the site: "2022/allegati/".
func Attachments(edition string) string { return edition + "/allegati/" }

// Relative returns the link from the file at from to address, which may carry
// a fragment: a path that names the file, or the fragment alone on one page.
func Relative(from, address string) string {
	target, fragment, found := strings.Cut(address, "#")
	if found {
		fragment = "#" + fragment
	}
	to := File(target)
	if to == from && found {
		return fragment
	}
	base := strings.Split(path.Dir(from), "/")
	if path.Dir(from) == "." {
		base = nil
	}
	parts := strings.Split(to, "/")
	common := 0
	for common < len(base) && common < len(parts)-1 && base[common] == parts[common] {
		common++
	}
	return strings.Repeat("../", len(base)-common) + strings.Join(parts[common:], "/") + fragment
}
