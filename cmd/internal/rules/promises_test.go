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

// TestPromised: who cites a page or a file finds it for as long as the law wants;
// what is there only while a plan is long is not promised.
func TestPromised(t *testing.T) {
	for name, want := range map[string]bool{
		"2022/index.html": true, "2022/stampa/index.html": true, "2022/dati/progetti.csv": true, "2022/dati/piano-2022.xlsx": true, "2022/allegati/atto.zip": true,
		"2022/stampa/tributi/index.html": false, "2022/dati/piano-2022.zip": false, "assets/sito.css": false,
	} {
		if got := promised(name); got != want {
			t.Errorf("%s is promised: %v, want %v", name, got, want)
		}
	}
	for _, list := range []string{"da-avviare", "in-corso", "concluso", "sospeso"} {
		if !progressPage.MatchString("progetti/" + list + "/index.html") {
			t.Errorf("the list %q comes and goes with its projects", list)
		}
	}
}
