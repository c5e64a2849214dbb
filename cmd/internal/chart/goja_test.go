// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"context"
	"testing"

	"github.com/dop251/goja"
	"github.com/google/go-cmp/cmp"
)

// gojaEngine is the other engine: memory-safe Go, slower, and the judge of the
// first.
type gojaEngine struct {
	vm   *goja.Runtime
	draw goja.Callable
}

func newGoja() (Engine, error) {
	vm := goja.New()
	if _, err := vm.RunString(script()); err != nil {
		return nil, err
	}
	draw, _ := goja.AssertFunction(vm.Get("draw"))
	return &gojaEngine{vm, draw}, nil
}

func (g *gojaEngine) Draw(_ context.Context, option []byte, width, height float64) ([]byte, error) {
	svg, err := g.draw(goja.Undefined(), g.vm.ToValue(string(option)), g.vm.ToValue(width), g.vm.ToValue(height))
	if err != nil {
		return nil, err
	}
	return []byte(svg.String()), nil
}

func (g *gojaEngine) Close() error { return nil }

// What QuickJS draws, goja draws: the raw bytes of ECharts, before anything of
// ours evens them out.
func TestEnginesAgree(t *testing.T) {
	skipUnderRace(t)
	quick, err := quickJSStarter(Cache{})()
	if err != nil {
		t.Fatal(err)
	}
	defer quick.Close()
	other, err := newGoja()
	if err != nil {
		t.Fatal(err)
	}
	charts := append(goldens(), many(37))
	for seed := range uint64(50) {
		charts = append(charts, random(seed))
		if seed < 8 {
			charts = append(charts, overTime(seed))
		}
	}
	r, err := newRuler()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range charts {
		if err := c.Validate(); err != nil {
			t.Fatal(err)
		}
		for _, narrow := range []bool{false, true} {
			l := newDrawing(r, c.cleaned(), narrow)
			asked, _, err := l.option()
			if err != nil {
				t.Fatal(err)
			}
			want, err := quick.Draw(t.Context(), asked, l.width, l.height)
			if err != nil {
				t.Fatalf("%s, QuickJS: %v", c.ID, err)
			}
			got, err := other.Draw(t.Context(), asked, l.width, l.height)
			if err != nil {
				t.Fatalf("%s, goja: %v", c.ID, err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s (-QuickJS +goja):\n%s", c.ID, diff)
			}
		}
	}
}

// The same chart is the same drawing whatever was drawn before it.
func TestADrawingDoesNotDependOnThoseBefore(t *testing.T) {
	skipUnderRace(t)
	after := newDrawer(t, Options{})
	for seed := range uint64(5) {
		if _, err := after.Draw(t.Context(), random(seed)); err != nil {
			t.Fatal(err)
		}
	}
	first := newDrawer(t, Options{Engine: newGoja})
	want, err := first.Draw(t.Context(), goldens()[0])
	if err != nil {
		t.Fatal(err)
	}
	got, err := after.Draw(t.Context(), goldens()[0])
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-first +after others):\n%s", diff)
	}
}
