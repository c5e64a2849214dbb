// SPDX-License-Identifier: EUPL-1.2

package publish

import "vetro/cmd/internal/manifest"

// parseManifest returns the files of the site that data, a manifest, tells of,
// and whether it is one of ours.
func parseManifest(data []byte) (map[string]Sum, bool) {
	m, ok := manifest.Parse(data)
	if !ok {
		return nil, false
	}
	ours := map[string]Sum{manifest.Name: {}, manifest.SumsName: {}}
	for _, f := range m.Files {
		ours[f.Path] = Sum{int64(f.Size), f.SHA256}
	}
	return ours, true
}
