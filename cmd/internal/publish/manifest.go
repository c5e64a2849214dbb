// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"encoding/json"
	"io/fs"
)

// Files of the site that its manifest does not list.
const (
	manifestName  = "manifest.json"
	checksumsName = "SHA256SUMS.txt"
)

// parseManifest returns the files that a site's manifest.json lists, and
// whether data is a manifest of ours. Web applications too have a file of this
// name: ours lists files with size and checksum, index.html among them.
func parseManifest(data []byte) (map[string]Sum, bool) {
	var m struct {
		Files []struct {
			Path   string `json:"path"`
			Size   *int64 `json:"size"`
			SHA256 string `json:"sha256"`
		} `json:"files"`
	}
	if json.Unmarshal(data, &m) != nil {
		return nil, false
	}
	ours := map[string]Sum{manifestName: {}, checksumsName: {}}
	for _, f := range m.Files {
		if !fs.ValidPath(f.Path) || f.Size == nil || len(f.SHA256) != 64 {
			return nil, false
		}
		ours[f.Path] = Sum{*f.Size, f.SHA256}
	}
	_, ok := ours["index.html"]
	return ours, ok
}
