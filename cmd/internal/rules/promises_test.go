// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/manifest"
)

// TestEditionNamedTwice: a manifest that names an edition twice promises its files
// once.
func TestEditionNamedTwice(t *testing.T) {
	published := fstest.MapFS{manifest.Name: {Data: []byte(`{"generator": "vetro 1", "editions": [
		{"id": "2022", "state": "approved", "published": "2022-04-04"}, {"id": "2022", "state": "approved", "published": "2022-04-04"}],
		"files": [{"path": "2022/index.html", "edition": "2022"}, {"path": "glossario/index.html"}]}`)}}
	files := map[string]int{}
	for _, p := range promises(published) {
		for _, f := range p.files {
			files[f]++
		}
	}
	if files["2022/index.html"] != 1 || files["glossario/index.html"] != 1 {
		t.Errorf("promised %v, want each file once", files)
	}
}
