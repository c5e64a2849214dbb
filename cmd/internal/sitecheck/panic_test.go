// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A broken is a site with a page whose reading panics.
type broken struct{ fstest.MapFS }

func (b broken) ReadFile(name string) ([]byte, error) {
	if name == "rotta.html" {
		panic("indice 3")
	}
	return b.MapFS.ReadFile(name)
}

// A panic in a worker is an error that names the page.
func TestPanicIsAnError(t *testing.T) {
	_, err := Audit(broken{fstest.MapFS{"index.html": {Data: []byte("x")}, "rotta.html": {}}})
	if err == nil || !strings.Contains(err.Error(), "rotta.html: indice 3") {
		t.Errorf("Audit = %v, want an error that names rotta.html", err)
	}
}
