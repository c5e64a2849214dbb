// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/site"
	"vetro/cmd/internal/sitecheck"
)

// A compilation is a project turned into a site.
type compilation struct {
	site   *site.Site // nil when the input has errors
	report *diag.List
	pages  int
	charts int
}

// compile loads, validates, renders and checks the project in fsys. What the
// input causes is in the report; an error is the machine's, or a defect.
func compile(ctx context.Context, fsys fs.FS, cache chart.Cache, baseURL string) (*compilation, error) {
	c := &compilation{report: new(diag.List)}
	pub := plan.Load(fsys, c.report)
	pages := narrative.Load(fsys, pub, known(pub), c.report)
	if c.report.HasErrors() {
		return c, nil
	}
	drawer, err := chart.New(chart.Options{Cache: cache})
	if err != nil {
		return nil, &defectError{fmt.Errorf("preparing the charts: %w", err)}
	}
	defer drawer.Close()
	in := site.Input{
		Publication: pub,
		Pages:       pages,
		Draw:        drawer.Draw,
		BaseURL:     baseURL,
		Version:     version,
	}
	const images = "content/immagini"
	if _, err := fs.Stat(fsys, images); err == nil {
		if in.Images, err = fs.Sub(fsys, images); err != nil {
			return nil, fmt.Errorf("lettura di %s: %w", images, err)
		}
	}
	built, err := site.Build(ctx, in)
	if err != nil {
		return nil, &defectError{fmt.Errorf("building the site: %w", err)}
	}
	faults, err := sitecheck.Check(built)
	if err != nil {
		return nil, &defectError{fmt.Errorf("checking the site: %w", err)}
	}
	if len(faults) > 0 {
		return nil, environment("è un difetto di vetro, non dei tuoi dati: segnalalo con la riga qui sopra",
			"il sito costruito non è come deve: %s (in tutto %s)", faults[0], counted(len(faults), "punto", "punti"))
	}
	c.site = built
	for _, f := range built.Files() {
		if path.Ext(f.Path) == ".html" {
			c.pages++
		}
	}
	for _, e := range pub.Editions {
		c.charts += len(site.Charts(e))
	}
	return c, nil
}

// known says what pages may refer to besides each other.
func known(pub *plan.Publication) narrative.Known {
	addresses := site.Addresses(pub)
	exists := make(map[string]bool, len(addresses))
	for _, address := range addresses {
		exists[address] = true
	}
	return narrative.Known{
		Routes:    func(address string) bool { return exists[address] },
		Addresses: addresses,
		Charts: func(edition string) []string {
			i := slices.IndexFunc(pub.Editions, func(e *plan.Edition) bool { return e.ID == edition })
			if i < 0 {
				return nil
			}
			var ids []string
			for _, c := range site.Charts(pub.Editions[i]) {
				ids = append(ids, c.ID)
			}
			return ids
		},
	}
}

// summary is the last line of a run: counts and time.
func (c *compilation) summary(took string) string {
	s := fmt.Sprintf("%s, %s", counted(c.report.Count(diag.Error), "errore", "errori"), counted(c.report.Count(diag.Warning), "avviso", "avvisi"))
	if c.site != nil {
		s = fmt.Sprintf("%s, %s, %s", counted(c.pages, "pagina", "pagine"), counted(c.charts, "grafico", "grafici"), s)
	}
	if n := c.report.Count(diag.Incomplete); n > 0 || c.site != nil {
		s += ", " + counted(n, "cosa da completare", "cose da completare")
	}
	return s + ", in " + took
}
