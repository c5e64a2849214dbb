// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
)

// EditionFault says why name cannot be that of the folder of an edition, in
// data/piani or in content: it is the year of the plan. Any other name is
// refused, because a copy left beside the original would be published, and
// could become the first page of the site. The message is empty when nothing
// is wrong; out is the folder that a copy has to leave.
func EditionFault(name, out string) (message, hint string) {
	if isYear(name) {
		return "", ""
	}
	message = fmt.Sprintf("il nome della cartella di un'edizione è un anno di quattro cifre: %s non lo è", diag.Quote(name))
	return message, fmt.Sprintf("se è una copia di lavoro spostala fuori da %s, se è un'edizione dalle per nome il suo anno, per esempio «2022»", out)
}

func isYear(s string) bool {
	return len(s) == 4 && strings.Trim(s, "0123456789") == ""
}

// years finds a year, or the years that a plan spans: 2023-2025, 2023/25.
var years = regexp.MustCompile(`\b[0-9]{4}(?: ?[-–/] ?[0-9]{2,4})?\b`)

// Name returns the title of the edition with its year, which it may have already:
// "Piano per il lavoro agile 2022", "Piano 2023-2025".
func (e *Edition) Name() string {
	for _, found := range years.FindAllString(e.Title, -1) {
		if strings.HasPrefix(found, e.ID) {
			return e.Title
		}
	}
	return e.Title + " " + e.ID
}

// Doubtful reports whether the data below /<edition>/ could not be read in full,
// so that an address, a figure or a chart that is not there may only be so
// because of a fault that Load has already reported. The edition "" stands for
// what belongs to none: the glossary and the pages about the ente.
func (p *Publication) Doubtful(edition string) bool {
	if p.doubtful[edition] {
		return true
	}
	known := slices.ContainsFunc(p.Editions, func(e *Edition) bool { return e.ID == edition })
	return edition != "" && !known && p.doubtful[unlisted]
}

// unlisted stands among doubtful for the editions whose names are not known.
const unlisted = "*"

// doubt notes that the data of an edition had faults.
func (p *Publication) doubt(edition string) {
	if p.doubtful == nil {
		p.doubtful = make(map[string]bool)
	}
	p.doubtful[edition] = true
}
