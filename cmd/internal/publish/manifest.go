// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"os"

	"vetro/cmd/internal/manifest"
)

// readManifest returns the files of the site in folder, as its manifest tells
// them, and whether it is one of ours.
func readManifest(folder string) (map[string]Sum, bool) {
	m, ok := manifest.Read(os.DirFS(folder))
	if !ok {
		return nil, false
	}
	ours := map[string]Sum{manifest.Name: {}, manifest.SumsName: {}}
	for _, f := range m.Files {
		ours[f.Path] = Sum{int64(f.Size), f.SHA256}
	}
	return ours, true
}
