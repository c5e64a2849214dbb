// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
	law "vetro/cmd/internal/transparency"
)

// A promise is what the last published site made known of an edition: that it is
// there, since when and until when at least.
type promise struct {
	id               string
	published, until law.Day
	files            []string // the files that belong to it
}

// general reports whether p is about the pages that belong to no edition: once
// one has been published they are known too.
func (p promise) general() bool { return p.id == "" }

// promises reads the manifest of a published site. One that cannot be read, that
// is not ours, or that does not tell editions apart, promises nothing: nothing
// in it was published by this program as an edition.
func promises(previous fs.FS) []promise {
	m := readManifest(previous)
	if m == nil {
		return nil
	}
	belongs := make(map[string][]string)
	for _, f := range m.Files {
		if fs.ValidPath(f.Path) {
			belongs[f.Edition] = append(belongs[f.Edition], f.Path)
		}
	}
	var out []promise
	for _, e := range m.Editions {
		published, ok := law.ParseDay(e.Published)
		if message, _ := plan.EditionFault(e.ID, ""); message != "" || !ok {
			continue
		}
		p := promise{id: e.ID, published: published, files: belongs[e.ID]}
		if p.until, ok = law.ParseDay(e.OnlineUntil); !ok {
			p.until = law.OnlineUntil(published, law.Day{})
		}
		delete(belongs, e.ID) // an edition named twice promises its files once
		out = append(out, p)
	}
	if len(out) > 0 {
		out = append(out, promise{files: belongs[""]})
	}
	return out
}

// readManifest reads the manifest of a published site, nil when there is none
// that can be read.
func readManifest(previous fs.FS) *manifest.Manifest {
	if previous == nil {
		return nil
	}
	f, err := previous.Open(manifest.Name)
	if err != nil {
		return nil
	}
	defer f.Close()
	m := new(manifest.Manifest)
	if json.NewDecoder(io.LimitReader(f, manifest.MaxSize)).Decode(m) != nil {
		return nil
	}
	return m
}

// shownEdition returns the edition called id if the site shows it, and whether
// what is known of it can be relied on.
func shownEdition(pub *plan.Publication, id string) (e *plan.Edition, certain bool) {
	i := slices.IndexFunc(pub.Editions, func(e *plan.Edition) bool { return e.ID == id })
	if i >= 0 && pub.Editions[i].State == plan.Approved {
		e = pub.Editions[i]
	}
	return e, !pub.Doubtful(id)
}

// terms holds that what was published stays so for as long as the law wants, with
// the date on which it was first published.
func (j *judge) terms() {
	last := law.Day(newest(j.Publication))
	for _, p := range promises(j.Previous) {
		if p.general() {
			continue
		}
		e, certain := shownEdition(j.Publication, p.id)
		if !certain {
			continue
		}
		if e == nil {
			if last.Compare(p.until) > 0 {
				continue
			}
			j.add(wholeFile(path.Join("data/piani", p.id)), "removal-before-term",
				fmt.Sprintf("l'edizione %s, pubblicata il %s, deve restare in rete almeno fino al %s: nel sito nuovo non c'è più", p.id, p.published, p.until),
				`rimetti la cartella al suo posto, con stato = "approvato": un'edizione superata resta intera al suo indirizzo`)
			continue
		}
		if e.Published != tomldoc.Date(p.published) {
			name := planFile(e.ID)
			now := "ora non c'è più"
			if !e.Published.IsZero() {
				now = "ora è " + e.Published.String()
			}
			j.add(j.Publication.At(name, "pubblicato"), "publication-date-changed",
				fmt.Sprintf("la data della prima pubblicazione era %s, %s", p.published, now),
				fmt.Sprintf("rimetti pubblicato = %s: quello che cambia è «aggiornato»", p.published))
		}
	}
}

// Addresses reports every address of a published edition that the last published
// site had and the new one has not: nothing stands there, not even a page that
// leads on. has tells which files the new site holds, by their path in it.
//
// It is no part of Check because the new site must have been built. An edition
// that is gone as a whole is one fault, which Check reports.
func Addresses(previous fs.FS, has func(path string) bool, pub *plan.Publication, report *diag.List) {
	for _, p := range promises(previous) {
		if p.general() {
			generalAddresses(p, has, report)
			continue
		}
		e, certain := shownEdition(pub, p.id)
		if e == nil || !certain {
			continue
		}
		for _, name := range p.files {
			if !promised(name) || has(name) {
				continue
			}
			if to := renamed(e, name); to != "" && has(to) {
				continue
			}
			d := vanished(planFile(e.ID), name)
			d.Hint = "rimetti al suo posto quello che c'era: chi ha salvato o citato l'indirizzo deve ritrovarlo"
			if i, id, ok := placeOf(e, name); ok {
				d.Hint = fmt.Sprintf(`se ha cambiato nome aggiungi una tabella [[rinomina]] con tipo = "%s", da = "%s" e a = "…", altrimenti rimettilo al suo posto`, places[i].word, id)
			}
			rest := strings.TrimPrefix(name, e.ID+"/")
			switch {
			case strings.HasPrefix(rest, "grafici/"):
				// Charts come and go with the figures: nobody can put one back by hand.
				d.Severity = diag.Warning
				d.Hint = "un grafico c'è finché ci sono le sue cifre: se sono state tolte per errore rimettile"
			case progressPage.MatchString(rest):
				d.Severity = diag.Warning
				d.Hint = "la pagina c'è finché i progetti dicono a che punto sono: se «avanzamento» è stato tolto per errore rimettilo"
			}
			report.Add(d)
		}
	}
}

// progressPage matches the lists of the projects that are equally far, which
// are there as long as some project says how far it is.
var progressPage = regexp.MustCompile(`^progetti/(da-avviare|in-corso|concluso|sospeso)/index\.html$`)

// vanished is the fault of the file called name, told of the file at.
func vanished(at, name string) diag.Diagnostic {
	d := wholeFile(at)
	known, _ := diag.Lookup("address-vanished")
	d.Severity, d.Code = known.Severity, known.Name
	d.Message = fmt.Sprintf("l'indirizzo «%s» è stato pubblicato e nel sito nuovo non c'è più", diag.Clean("/"+strings.TrimSuffix(name, "index.html")))
	return d
}

// generalAddresses is Addresses for the pages of content/ that belong to no
// edition. [[rinomina]] is of an edition, so nothing can lead on from their old
// addresses: it is a doubt, not an error.
func generalAddresses(p promise, has func(path string) bool, report *diag.List) {
	for _, name := range p.files {
		if path.Ext(name) != ".html" || name == "index.html" || name == "404.html" || has(name) {
			continue
		}
		d := vanished("content", name)
		d.Severity = diag.Warning
		d.Hint = "rimetti la pagina, anche con due righe sole che dicano dove si legge ora quello che c'era"
		report.Add(d)
	}
}

// promised reports whether the address of a file is one that people cite: a page,
// a file of the open data, an attachment. Pictures, styles and the files that a
// chart offers follow the page that shows them; the archive of the data and the
// sheets of a long plan are there as long as there is so much.
func promised(name string) bool {
	_, rest, _ := strings.Cut(name, "/")
	if path.Ext(name) == ".zip" && strings.HasPrefix(rest, "dati/") || strings.HasPrefix(rest, "stampa/") && rest != "stampa/index.html" {
		return false
	}
	return path.Ext(name) == ".html" || strings.HasPrefix(rest, "dati/") || strings.HasPrefix(rest, "allegati/")
}

// places are the addresses that follow an id, and what [[rinomina]] calls it.
var places = []struct {
	folder, word string
	kind         plan.RenameKind
}{
	{"progetti/", "progetto", plan.RenamedProject},
	{"settori/", "settore", plan.RenamedDepartment},
	{"", "pagina", plan.RenamedPage},
}

// placeOf returns the index in places and the id of the page called name; ok is
// false for what no id names.
func placeOf(e *plan.Edition, name string) (i int, id string, ok bool) {
	rest, ok := strings.CutPrefix(name, e.ID+"/")
	if !ok {
		return 0, "", false
	}
	rest, ok = strings.CutSuffix(rest, "/index.html")
	if !ok {
		return 0, "", false
	}
	for i, p := range places {
		if id, ok := strings.CutPrefix(rest, p.folder); ok && plan.IsSlug(id) {
			return i, id, true
		}
	}
	return 0, "", false
}

// renamed returns the file to which e itself says that the page called name has
// moved, "" when it does not say.
func renamed(e *plan.Edition, name string) string {
	i, id, ok := placeOf(e, name)
	if !ok {
		return ""
	}
	to := e.Renamed(places[i].kind, id)
	if to == id {
		return ""
	}
	return path.Join(e.ID, places[i].folder, to, "index.html")
}
