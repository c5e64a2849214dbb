// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/site"
	"vetro/cmd/internal/tomldoc"
	"vetro/cmd/internal/transparency"
)

// listing returns SHA256SUMS.txt, which "sha256sum -c" reads, and
// manifest.json for files, which must be sorted.
func (b *builder) listing(files []site.File) ([]site.File, error) {
	m := manifest.Manifest{
		Generator: manifest.Generator(b.in.Version), Input: b.in.Digest,
		Editions: make([]manifest.Edition, len(b.shown)), Files: make([]manifest.File, len(files)),
	}
	for i, e := range b.shown {
		m.Editions[i] = manifestEdition(e)
	}
	for i, f := range files {
		sum := sha256.Sum256(f.Data)
		m.Files[i] = manifest.File{Path: f.Path, Size: len(f.Data), SHA256: hex.EncodeToString(sum[:]), MediaType: manifest.MediaType(f.Path)}
		first, _, _ := strings.Cut(f.Path, "/")
		for _, e := range b.shown {
			if e.ID == first {
				m.Files[i].Edition = first
			}
		}
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
