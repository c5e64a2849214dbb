// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"cmp"
	"slices"
	"strings"
	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/site"
	"vetro/cmd/internal/tomldoc"
	"vetro/cmd/internal/transparency"
)

// Listing returns the two files that list all others: SHA256SUMS.txt and
// manifest.json. It fills in what the manifest says of files beyond path, size
// and sum, and sorts them.
func (b *Builder) Listing(files []manifest.File) ([]site.File, error) {
	slices.SortFunc(files, func(a, c manifest.File) int { return cmp.Compare(a.Path, c.Path) })
	m := manifest.Manifest{Generator: manifest.Generator(b.in.Version), Input: b.in.Digest, Editions: make([]manifest.Edition, len(b.shown)), Files: files}
	editions := map[string]string{}
	for i, e := range b.shown {
		m.Editions[i] = manifestEdition(e)
		editions[e.ID] = e.ID
	}
	for i := range files {
		first, _, _ := strings.Cut(files[i].Path, "/")
		files[i].MediaType, files[i].Edition = manifest.MediaType(files[i].Path), editions[first]
	}
	data, err := m.Encode()
	return []site.File{{Path: manifest.SumsName, Data: m.Sums()}, {Path: manifest.Name, Data: data}}, err
}

func manifestEdition(e *plan.Edition) manifest.Edition {
	if e.State != plan.Approved {
		return manifest.Edition{ID: e.ID, State: "draft"}
	}
	return manifest.Edition{
		ID: e.ID, State: "approved", Published: e.Published.String(), Updated: e.Updated.String(),
		OnlineUntil: onlineUntil(e).String(),
	}
}

// onlineUntil is the last day on which e must be online, at the earliest; zero
// before it is published.
func onlineUntil(e *plan.Edition) tomldoc.Date {
	return tomldoc.Date(transparency.OnlineUntil(transparency.Day(e.Published), transparency.Day(e.InForceUntil)))
}
