// SPDX-License-Identifier: EUPL-1.2

package site

import (
	"path"
	"strings"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/plan"
)

// Addresses of pages that belong to no edition.
const (
	homeAddress     = "/"
	glossaryAddress = "/glossario/"
	legalAddress    = "/note-legali/"
	verifyAddress   = "/come-verificare/"
	mapAddress      = "/mappa-del-sito/"
	notFoundFile    = "404.html"
)

// Addresses returns the permanent addresses that exist whatever the narrative
// says: those of every edition, and the pages that belong to none.
func Addresses(pub *plan.Publication) []string {
	out := []string{homeAddress, glossaryAddress, legalAddress, verifyAddress, mapAddress}
	for _, e := range pub.Editions {
		out = append(out, editionAddress(e), departmentsAddress(e), projectsAddress(e), dataAddress(e), dictionaryAddress(e), changesAddress(e), printAddress(e))
		for _, d := range e.Departments {
			out = append(out, departmentAddress(e, d))
		}
		for _, p := range e.AllProjects() {
			out = append(out, projectAddress(e, p))
		}
		if statesProgress(e) {
			for _, s := range progressStates() {
				out = append(out, progressAddress(e, s))
			}
		}
		if charts := Charts(e); len(charts) > 0 {
			out = append(out, chartsAddress(e))
			for _, c := range charts {
				out = append(out, chartAddress(e, c))
			}
		}
	}
	return out
}

func editionAddress(e *plan.Edition) string     { return "/" + e.ID + "/" }
func departmentsAddress(e *plan.Edition) string { return editionAddress(e) + "settori/" }
func projectsAddress(e *plan.Edition) string    { return editionAddress(e) + "progetti/" }
func printAddress(e *plan.Edition) string       { return editionAddress(e) + "stampa/" }
func changesAddress(e *plan.Edition) string     { return editionAddress(e) + "cosa-cambia/" }
func dataAddress(e *plan.Edition) string        { return editionAddress(e) + "dati/" }
func dictionaryAddress(e *plan.Edition) string  { return dataAddress(e) + "dizionario/" }
func chartsAddress(e *plan.Edition) string      { return editionAddress(e) + "grafici/" }

func departmentAddress(e *plan.Edition, d *plan.Department) string {
	return departmentsAddress(e) + d.ID + "/"
}

func projectAddress(e *plan.Edition, p *plan.Project) string {
	return projectsAddress(e) + p.ID + "/"
}

func chartAddress(e *plan.Edition, c chart.Chart) string {
	return chartsAddress(e) + c.ID + "/"
}

// fileOf returns the file behind a permanent address.
func fileOf(address string) string {
	if strings.HasSuffix(address, "/") {
		address += "index.html"
	}
	return strings.TrimPrefix(address, "/")
}

// relative returns the link from the file at from to address, which may carry
// a fragment: a path that names the file, or the fragment alone on one page.
func relative(from, address string) string {
	target, fragment, found := strings.Cut(address, "#")
	if found {
		fragment = "#" + fragment
	}
	to := fileOf(target)
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
