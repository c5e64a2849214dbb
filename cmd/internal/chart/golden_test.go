// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files; then look at them")

func newDrawer(t testing.TB, opts Options) *Drawer {
	t.Helper()
	d, err := New(opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func skipUnderRace(t *testing.T) {
	t.Helper()
	if underRace {
		t.Skip("one goroutine: the race detector has nothing to find")
	}
}

// rawGoldens are drawings kept as ECharts wrote them too: the first to show what
// another release changes.
var rawGoldens = []string{"personale-smart-teaching-w", "indicatori-n", "avanzamento-w"}

// A recorder keeps what the engine drew last.
type recorder struct {
	Engine
	last []byte
}

func (r *recorder) Draw(ctx context.Context, option []byte, width, height float64) ([]byte, error) {
	svg, err := r.Engine.Draw(ctx, option, width, height)
	r.last = svg
	return svg, err
}

func TestDrawingsAreTheGoldenOnes(t *testing.T) {
	skipUnderRace(t)
	engine := &recorder{}
	d := newDrawer(t, Options{Engine: func() (e Engine, err error) {
		engine.Engine, err = quickJSStarter(Cache{})()
		return engine, err
	}})
	for _, c := range append(goldens(), many(37)) {
		t.Run(c.ID, func(t *testing.T) {
			for suffix, narrow := range map[string]bool{"-w": false, "-n": true} {
				svg, err := d.draw(t.Context(), c.Pictured().cleaned(), narrow)
				if err != nil {
					t.Fatal(err)
				}
				golden(t, c.ID+suffix+".svg", svg)
				if slices.Contains(rawGoldens, c.ID+suffix) {
					golden(t, c.ID+suffix+".raw.svg", engine.last)
				}
			}
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}
